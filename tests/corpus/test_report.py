"""A report counts right, samples the same documents in any order, and nothing in its texts can run or load."""

import json
import random
import re
import shutil
import subprocess
from html.parser import HTMLParser

import pytest

from parkdocs import pipeline, record
from parkdocs.corpus import report, report_page
from parkdocs.edits import restore
from parkdocs.model import Document, Edit
from parkdocs.pipeline import Settings

EVIL = "</script><script>document.title='x'</script><img src=x onerror=\"document.title='x'\"><!--<script> {{ 7*7 }} '\"\u2028"
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


def made(k, extra="", source=""):
    text = (
        f"首页 > 新闻 > 正文\n\n园区举办论坛{k}{extra}\n\n苏州工业园区昨日举办第{k}场绿色发展论坛，来自各地的代表出席会议，"
        f"并进行了讨论。{extra}\n\n京ICP备05000001号-2\n"
    )
    doc = Document(f"site/{k}{extra}.txt", source or f"https://h{k % 2}.example/{k}", text, text)
    return record.loads(record.dumps(pipeline.advance(doc, "extract", Settings())))


def page(records, most=1000, clusters=()):
    collected = report.Collection(most)
    for values in records:
        collected.add(values)
    return report_page.page(collected, {"zh/icp-licence": "Why " + EVIL}, clusters, "Report " + EVIL)


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.data, self.inside = [], {}, ""

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.inside = dict(attrs).get("id") or tag

    def handle_data(self, data):
        self.data[self.inside] = self.data.get(self.inside, "") + data


def read(text):
    tags = Tags()
    tags.feed(text)
    return tags


def test_segments_are_the_whole_source():
    for values in (made(1), made(2, EVIL)):
        source = "".join(segment[0] for segment in report.segments(values))
        assert source == restore(values["text"], [Edit(**edit) for edit in values["edits"]])


def test_figures():
    collected = report.Collection()
    for k in range(4):
        collected.add(made(k))
    figures = collected.figures
    assert (figures.documents, figures.sites) == (4, {"h0.example": 2, "h1.example": 2})
    assert figures.rule_documents["zh/icp-licence"] == 4
    assert figures.read - figures.kept > sum(figures.rules.values()) - 40 > 0
    assert sum(figures.languages.values()) == sum(figures.verdicts.values()) == sum(figures.days.values()) == 4


def test_more_documents_are_sampled_the_same_in_any_order_and_said_so():
    records = [made(k) for k in range(20)]
    mixed = records[:]
    random.Random(5).shuffle(mixed)
    names = []
    for some in (records, mixed):
        collected = report.Collection(5)
        for values in some:
            collected.add(values)
        names.append(sorted(d["id"] for d in collected.documents()))
    assert names[0] == names[1]
    assert len(names[0]) == 5
    assert "5 of them, chosen by a digest" in page(records, 5)
    assert "chosen by a digest" not in page(records)


def test_long_sources_are_cut_to_fit_and_say_so(monkeypatch):
    monkeypatch.setattr(report, "BYTES", 300)
    collected = report.Collection()
    for k in range(3):
        collected.add(made(k))
    documents = collected.documents()
    assert sum(len(s[0].encode()) for d in documents for s in d["source"]) <= 330  # bytes by their mean
    assert all(d["cut"] > 0 for d in documents)
    assert all(d["cut"] + sum(len(s[0]) for s in d["source"]) == d["size"] for d in documents)


def test_hostile_texts_add_no_tag_and_come_back_as_data():
    cluster = {"reason": "near", "best": {"id": EVIL}, "copies": [{"id": EVIL, "reason": "near", "similarity": 0.9}]}
    plain, hostile = read(page([made(1)], clusters=[cluster])), read(page([made(1, EVIL)], clusters=[cluster]))
    assert [t for t, _ in hostile.tags] == [t for t, _ in plain.tags]
    assert not {"img", "iframe", "object", "embed", "base", "link"} & {t for t, _ in hostile.tags}
    assert sum(t == "script" for t, _ in hostile.tags) == 2
    data = json.loads(hostile.data["data"])
    assert EVIL in data["documents"][0]["id"]


def test_the_policy_allows_the_own_script_and_style_alone_and_nothing_is_loaded():
    text = page([made(1)])
    tags = read(text)
    policy = next(a["content"] for t, a in tags.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'; ")
    script = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    style = re.findall(r"<style>(.*?)</style>", text, re.DOTALL)
    assert f"script-src '{report_page.digest(script[0])}'" in policy
    assert f"style-src '{report_page.digest(style[0])}'" in policy
    assert "unsafe" not in policy
    assert not [a for _, a in tags.tags if {"src", "style", "srcset", "action"} & a.keys()]
    assert not [a for _, a in tags.tags if any(name.startswith("on") for name in a)]
    assert all(a["href"].startswith("#") for t, a in tags.tags if t == "a")
    assert not re.search(
        r"url\(|@import|innerHTML|insertAdjacent|eval\(|Function\(|fetch\(|https?:", script[0] + style[0]
    )


def test_every_field_has_a_label_and_every_table_heads():
    tags = read(page([made(1)])).tags
    assert ("html", {"lang": "en"}) in tags
    fields = [a for t, a in tags if t in {"input", "select"}]
    assert len(fields) == sum(t == "label" for t, _ in tags) == 5
    assert all(a.get("scope") for t, a in tags if t == "th")
    assert any(a.get("aria-live") == "polite" for _, a in tags)
    assert next(a["href"] for t, a in tags if t == "a") == "#documents"


def copies(count):
    best = {"id": "best.txt"}
    return {
        "reason": "near",
        "best": best,
        "copies": [{"id": f"copy {k}.txt", "reason": "near", "similarity": 0.9} for k in range(count)],
    }


@pytest.mark.parametrize(("count", "said"), [(1, ""), (40, ""), (41, "and 1 more"), (2040, "and 2,000 more")])
def test_many_copies_are_cut_and_it_is_said(count, said):
    text = page([made(1)], clusters=[copies(count)])
    listed = text.partition('id="duplicates"')[2].partition("<ul>")[2].partition("</ul>")[0]
    assert listed.count("copy ") == min(count, 40)
    assert re.findall(r'<li class="note">(.*?)</li>', listed) == ([said] if said else [])


@pytest.mark.parametrize(("count", "said"), [(0, ""), (60, ""), (61, "and 1 more"), (1560, "and 1,500 more")])
def test_many_missing_headings_are_cut_and_it_is_said(count, said):
    values = made(1)
    values["completeness"]["verdict"] = "truncated"
    values["completeness"]["missing"] = [{"level": 1, "heading": f"Part {k}", "page": ""} for k in range(count)]
    text = page([values])
    part = text.partition('id="truncated"')[2].partition("</section>")[0]
    assert part.count("<li><bdi>Part ") == min(count, 60)
    assert re.findall(r'<li class="note">(.*?)</li>', part) == ([said] if said else [])
    (document,) = json.loads(read(text).data["data"])["documents"]
    assert (len(document["missing"]), document["unsaid"]) == (min(count, 40), max(count - 40, 0))


@pytest.mark.parametrize(("more", "said"), [(0, False), (1234, True)])
def test_clusters_that_are_not_shown_are_counted(more, said):
    collected = report.Collection()
    collected.add(made(1))
    text = report_page.page(collected, {}, [copies(1)], "Report", more)
    assert ("and 1,234 more texts with copies" in text) is said


def test_years_and_languages_that_are_not_shown_are_counted():
    records = [made(k) for k in range(70)]
    for k, values in enumerate(records):
        values["created"], values["metadata"]["language"] = str(1900 + k), f"x-{k}"
    text = page(records)
    assert "0 documents without a date, 10 of earlier years." in text
    assert "and 10 more languages" in text
    assert "earlier" not in page(records[:60])


def test_an_empty_corpus_has_a_page():
    assert "<strong>0</strong> documents" in page([])


@pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed")
def test_in_a_browser_a_document_opens_and_hostile_texts_do_nothing(tmp_path):
    (tmp_path / "r.html").write_text(page([made(1, EVIL), made(2, EVIL)]), "utf-8")
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/profile"]
    address = (tmp_path / "r.html").as_uri() + "#d2"
    done = subprocess.run([*command, "--dump-dom", address], capture_output=True, timeout=120)
    dom = done.stdout.decode()
    tags = read(dom)
    assert "Report &lt;/script&gt;" in dom
    assert "<title>x" not in dom
    assert not [t for t, _ in tags.tags if t == "img"]
    assert any(a["title"].startswith("zh/icp-licence (footer). Why </script>") for t, a in tags.tags if t == "del")
    assert any(a.get("aria-expanded") == "true" for _, a in tags.tags)
    assert "2 of 2 documents" in dom


@pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed")
def test_in_a_browser_an_opened_document_says_how_many_missing_headings_are_not_listed(tmp_path):
    values = made(1)
    values["completeness"]["missing"] = [{"level": 1, "heading": f"Part {k}", "page": ""} for k in range(47)]
    (tmp_path / "r.html").write_text(page([values]), "utf-8")
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}/profile"]
    address = (tmp_path / "r.html").as_uri() + "#d1"
    done = subprocess.run([*command, "--dump-dom", address], capture_output=True, timeout=120)
    assert "Part 39; and 7 more</p>" in done.stdout.decode()
