"""What pages of a site share is learned, what they say is not; the order of pages makes no difference."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parkdocs import pipeline, rules
from parkdocs.corpus import learn, learn_pack
from parkdocs.model import Document
from parkdocs.pipeline import Settings

SUBJECTS = ("harbour", "railway", "power plant", "water works", "exhibition", "customs office", "training centre")


def article(k, site="https://zone.example/"):
    subject = SUBJECTS[k % len(SUBJECTS)]
    lines = [
        "Zone Desk",
        "Sheds to let",
        f"{k + 3} March 2023 edition",
        "",
        f"The {subject} opens its gates",
        "",
        f"The {subject} of the zone opened on Monday, number {k}, and the first visitors came before noon, it said.",
        "Background",
        f"It had been planned for {k + 2} years, and the {subject} will be enlarged twice before the end of the decade.",
        "",
        f"Ask the gatekeeper ({k * 7} answers)",
        "Send us your lorry's number",
        "Zone Desk is made by the gate house",
        "",
    ]
    return Document(f"news/{k}.txt", f"{site}{k}", "\n".join(lines), "\n".join(lines))


def pack(docs, by="host", least=3):
    sites = learn.gather(docs, by)
    return "\n".join(learn_pack.rules(sites[name], learn.learn(sites[name], least)) for name in sorted(sites))


@pytest.fixture(scope="module")
def learned(tmp_path_factory):
    path = tmp_path_factory.mktemp("learn") / "learned.toml"
    path.write_text(pack([article(k) for k in range(6)]), "utf-8")
    return str(path)


def test_a_learned_pack_passes_the_check_even_the_strict_one(learned):
    assert rules.check(learned) == []


@pytest.mark.parametrize("raw", ["", " \n\t\n", "\ufeff"])
def test_an_empty_page_among_others_makes_no_difference(raw):
    pages = [article(k) for k in range(6)]
    empty = Document("news/e.txt", "https://zone.example/e", raw, raw)
    assert pack([*pages, empty]) == pack(pages)
    assert pack([empty]) == ""
    assert learn.leaf(empty).found == {}


def test_it_names_lines_with_slots_support_and_place(learned):
    text = Path(learned).read_text("utf-8")
    assert r"pattern = '^ask the gatekeeper \([0-9][0-9.,:/-]* answers\)$'" in text
    assert "6 of 6 pages of zone.example have it at the foot." in text
    assert "# support: 6 of 6 pages" in text
    assert not [line for line in text.splitlines() if line.startswith("pattern") and "march" in line]
    assert "gates" not in text.replace("misses", "\nmisses").split("hits")[0]


def test_a_page_that_was_kept_out_loses_its_chrome_and_nothing_else(learned):
    page = article(9)
    clean = pipeline.advance(page, "clean", Settings((learned,))).text
    assert "gatekeeper" not in clean
    assert "lorry" not in clean
    assert "Sheds to let" not in clean
    assert "edition" not in clean
    for line in page.raw.split("\n")[4:9]:
        assert line in clean


def test_a_page_of_another_site_loses_nothing(learned):
    text = (
        "Gate report\n\nThe gate house counted 40 lorries on Monday, and it was closed at night, as the zone said.\n\n"
        "Background\n\nZone Desk, the newspaper, wrote that the gatekeeper was asked for his answers, and gave none.\n"
    )
    doc = Document("other.txt", "https://other.example/1", text, text)
    with_pack, without = (pipeline.advance(doc, "clean", Settings(p)).text for p in ((learned,), ()))
    assert with_pack == without


@pytest.mark.parametrize("word", ["FAQ", "Education", "Or", "Table 7", "首页", "联系我们"])
def test_one_word_is_not_learned_as_another_site_may_say_it(word):
    docs = [article(k) for k in range(6)]
    rest = "\n".join(["Sheds to let", word, "Ask the gatekeeper"])
    for k, doc in enumerate(docs):
        docs[k] = Document(doc.id, doc.source, f"{rest}\n{doc.raw}\n{rest}\n", "")
    text = pack(docs, "folder")
    assert "^sheds to let$" in text
    assert "sites = " not in text
    assert f"^{word.lower()}$" not in text
    assert "^table" not in text


def test_rules_of_a_host_fire_on_its_pages_alone(tmp_path):
    menu = ["Travel", "Health", "Education", "Sheds to let"]
    docs = [Document(f"{k}", f"https://z.example/{k}", "\n".join([*menu, article(k).raw, *menu]), "") for k in range(6)]
    path = tmp_path / "learned.toml"
    path.write_text(pack(docs), "utf-8")
    assert rules.check(str(path)) == []
    found = rules.parse(str(path))[0]
    assert {rule.sites for rule in found} == {("z.example",)}
    assert "^education$" in {rule.pattern for rule in found}


@pytest.mark.parametrize("name", ["Education", "Gate Report", "工业园区新闻"])
def test_a_list_of_another_site_keeps_its_words_beside_learned_ones(tmp_path, name):
    menu = ["Travel", "Health", name, "Sheds to let", "Real estate of the zone"]
    docs = [Document(f"{k}", f"https://z.example/{k}", "\n".join([*menu, article(k).raw, *menu]), "") for k in range(6)]
    path = tmp_path / "learned.toml"
    path.write_text(pack(docs), "utf-8")
    text = "We serve these fields, and we have done so for years, as our customers in all of them say:\n\n"
    text += (
        "Travel\nHealth\nEducation\nRetail\n\nWrite to us, and we will answer within a day or two, at most a week.\n"
    )
    doc = Document("other.txt", "https://other.example/1", text, text)
    with_pack, without = (pipeline.advance(doc, "clean", Settings(p)).text for p in ((str(path),), ()))
    assert with_pack == without


def test_the_order_of_the_pages_makes_no_difference():
    docs = [article(k, f"https://{'ab'[k % 2]}.example/") for k in range(12)]
    mixed = docs[:]
    random.Random(3).shuffle(mixed)
    assert pack(docs) == pack(mixed)


@given(st.permutations(range(9)))
@settings(max_examples=25)
def test_of_many_pages_the_same_ones_are_looked_at_in_any_order(order):
    docs = [article(k) for k in range(7)] + [article(1), article(5)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(learn, "MOST_PAGES", 4)
        assert pack([docs[k] for k in order]) == pack(docs)


def test_a_heading_inside_the_text_is_no_chrome(learned):
    assert "^background$" not in Path(learned).read_text("utf-8")


def test_a_page_that_was_saved_five_times_teaches_nothing():
    raw = article(1).raw
    docs = [Document(f"{k}.txt", f"https://zone.example/{k}", raw + "\n" * k, "") for k in range(5)]
    assert pack(docs) == ""


def test_few_pages_teach_nothing():
    assert pack([article(k) for k in range(2)]) == ""
    assert pack([article(k) for k in range(2)], least=2) != ""


@pytest.mark.parametrize(("by", "names"), [("host", ["zone.example"]), ("folder", ["news"])])
def test_sites_by_host_or_folder(by, names):
    assert sorted(learn.gather([article(k) for k in range(3)], by)) == names


def test_lines_that_need_quoting_come_out_as_a_pack_that_can_be_read(tmp_path):
    odd = [
        'It\'s a "test" (1) [x] {y} $^|?*+.\\',
        "工业园区网欢迎您的访问",
        "a\x7fb\u2028c",
        "'''",
        "© 2020–2023 Zonenblatt",
    ]
    docs = [Document(f"{k}", f"https://z.example/{k}", f"Story {k}\n" + "\n".join(odd), "") for k in range(4)]
    path = tmp_path / "odd.toml"
    path.write_text(pack(docs), "utf-8")
    assert [f for f in rules.check(str(path)) if f.level == "error"] == []
    assert len(rules.parse(str(path))[0]) >= 4
