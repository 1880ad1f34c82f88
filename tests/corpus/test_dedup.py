"""What counts as a copy, which copy is the best, and that the order of small changes joins nothing."""

import json
import random
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs.corpus import dedup_index, dedup_marks
from parkdocs.corpus.dedup import Cluster, Copy, Corpus, Options, Source, clusters
from parkdocs.corpus.dedup_index import band_keys
from parkdocs.corpus.dedup_shingles import digest, folded, numbers, other_edition, overlap, prints

WORDS = [f"{a}{b}" for a in ("park", "zone", "trade", "green", "port", "rail") for b in ("", "s", "ing", "ed", "er")]
SEEDS = sorted((Path(__file__).parents[2] / "seeds").iterdir())


def english(seed, count=120):
    return " ".join(random.Random(seed).choices([f"{w}{k}" for w in WORDS for k in range(40)], k=count))


def chinese(seed, count=300):
    return "".join(random.Random(seed).choices([chr(c) for c in range(0x4E00, 0x5E00)], k=count))


def changed(text, every=20):
    parts = list(text) if " " not in text else text.split(" ")
    return ("" if " " not in text else " ").join("x" if k % every == 7 else p for k, p in enumerate(parts))


def found(rows, tmp_path, **options):
    path = tmp_path / "corpus.jsonl"
    path.write_text("".join(json.dumps(r if isinstance(r, dict) else {"text": r}) + "\n" for r in rows), "utf-8")
    problems = []
    with closing(Corpus([Source(str(path), "corpus.jsonl")], tmp_path, Options(**options))) as corpus:
        corpus.read(problems.append)
        groups = [(c.best, [(copy.number, copy.reason) for copy in c.copies]) for c in clusters(corpus)]
    return groups, [str(p) for p in problems]


@pytest.mark.parametrize("make", [english, chinese])
def test_the_same_and_nearly_the_same(make, tmp_path):
    text = make(1)
    rows = [text, make(2), text.upper() + " !", changed(text), make(3)]
    assert found(rows, tmp_path)[0] == [(2, [(0, "exact"), (3, "near")])]  # the longest is the best


def test_a_part_is_named_as_one_and_never_the_best(tmp_path):
    text = english(1, 400)
    assert found([text[:900], text], tmp_path)[0] == [(1, [(0, "part")])]


def test_a_short_text_that_another_quotes_is_no_part(tmp_path):
    assert found([english(1, 30), english(2, 100) + " " + english(1, 30)], tmp_path)[0] == []


def test_complete_is_better_than_truncated_then_longer_then_earlier(tmp_path):
    text, day = english(1), "2020-01-01"
    cut = {"text": text + " more words behind it", "completeness": {"verdict": "truncated"}}
    rows = [cut, {"text": text, "created": "2021"}, {"text": text, "created": day}, text + " end"]
    assert [best for best, _ in found(rows, tmp_path)[0]] == [3]
    assert [best for best, _ in found(rows[:3], tmp_path)[0]] == [2]


@pytest.mark.parametrize(
    ("one", "other", "different"),
    [
        ("Session at the 6th CIIE", "Session at the 5th CIIE", True),
        ("The fifth expo", "The sixth expo", True),
        ("第六届进口博览会", "第五届进口博览会", True),
        ("Report 2021", "Report 2022", True),
        ("Report 2021", "Report", False),  # one of them was cut short
        ("Report 2021 of 12 parks", "Report 2021", False),
        ("Parks", "Parks", False),
    ],
)
def test_titles_that_number_different_editions(one, other, different, tmp_path):
    assert other_edition(numbers(one), numbers(other)) is different
    body = english(5, 200)
    assert (found([f"{one}\n{body}", f"{other}\n{body}"], tmp_path)[0] == []) is different


def test_the_seeds_about_two_expos_are_no_duplicates(tmp_path):
    assert [p.name[:3] for p in SEEDS[:2]] == ["000", "002"]
    assert found([p.read_text("utf-8") for p in SEEDS], tmp_path)[0] == []


def test_small_changes_in_a_row_do_not_join_what_is_different(tmp_path):
    words = english(1, 200).split()
    steps = [" ".join(["new"] * k + words[k:]) + f" tail{k}" for k in range(0, 200, 20)]
    for best, copies in found(steps, tmp_path)[0]:
        mine = prints(folded(steps[best]), "").shingles
        assert all(overlap(mine, prints(folded(steps[n]), "").shingles) >= 0.5 for n, why in copies if why == "near")


def test_empty_texts_are_no_copies_of_each_other(tmp_path):
    assert found(["", "  ", "!!", "。"], tmp_path)[0] == []


def test_lines_that_cannot_be_read_are_named_and_the_rest_goes_on(tmp_path):
    path = tmp_path / "c.jsonl"
    path.write_text('{"text": "a b c d"}\n{"broken\n\n{"other": 1}\n{"text": "a b c d"}\n')
    problems = []
    with closing(Corpus([Source(str(path), "c.jsonl")], tmp_path, Options())) as corpus:
        corpus.read(problems.append)
        assert [(c.best, len(c.copies)) for c in clusters(corpus)] == [(0, 1)]
    assert [str(p).split(": ")[0] for p in problems] == ["c.jsonl:2", "c.jsonl:4"]


def test_many_texts_with_one_opening_are_told_apart_in_little_time(tmp_path):
    opening = english(1, 40)
    rows = [f"{opening} {english(k + 10, 80)}" for k in range(1500)]
    assert found(rows, tmp_path)[0] == []


@given(st.text(max_size=80), st.text(max_size=20))
def test_any_text_has_prints(text, title):
    fold = folded(text)
    assert (digest(fold) == b"") == (fold == "")
    mine = prints(fold, title)
    assert overlap(mine.shingles, mine.shingles) == 1.0
    assert len(band_keys(mine.shingles, 0, 0)) == 33


def test_marks_stand_in_extra_and_leave_all_else_as_it_was(tmp_path):
    mark = {"of": "a", "reason": "near", "similarity": 0.9}
    line = json.dumps({"schema": "parkdocs/1", "metadata": {"extra": '{"url":"u"}'}}, separators=(",", ":"))
    out = json.loads(dedup_marks._marked(line.encode(), mark))
    assert json.loads(out["metadata"]["extra"]) == {"url": "u", "duplicate": mark}
    other = json.loads(dedup_marks._marked(b'{"text":"t","n":1.5}', mark))
    assert other == {"text": "t", "n": 1.5, "duplicate": mark}


@pytest.mark.parametrize("size", [1, 7, dedup_index.SORTED])
def test_buckets_are_the_same_however_few_entries_are_sorted_at_a_time(tmp_path, monkeypatch, size):
    monkeypatch.setattr(dedup_index, "SORTED", size)
    monkeypatch.setattr(dedup_index, "BLOCK", 64)
    dice = random.Random(3)
    keys = [[dice.randrange(1 << 40) for _ in range(3)] for _ in range(300)]
    for k in range(0, 100, 3):
        keys[k + 100][1] = keys[k + 200][2] = keys[k][0]
    with closing(dedup_index.Index(tmp_path)) as index:
        for number, mine in enumerate(keys):
            index.add(dedup_index.Row(0, 0, 0, number, 1, bytes(16), 0, 0), mine)
        index.finish()
        buckets = list(index.buckets())
    assert sorted(buckets) == [[k, k + 100, k + 200] for k in range(0, 100, 3)]
    order = [(keys[b[0]][0] % dedup_index.PARTS, keys[b[0]][0] // dedup_index.PARTS & 0xFFFFFFFF) for b in buckets]
    assert order == sorted(order)


def test_verdicts_come_back_in_the_order_of_the_records(monkeypatch):
    monkeypatch.setattr(dedup_marks, "AT_ONCE", 4)
    with closing(dedup_marks.Verdicts(11)) as verdicts:
        verdicts.add(Cluster(9, (Copy(0, "near", 0.5012), Copy(10, "exact", 1.0))))
        verdicts.add(Cluster(3, (Copy(5, "part", 0.9),)))
        told = {n: tuple(v) for n, v in enumerate(verdicts) if v.reason}
        assert told == {0: (9, "near", 0.501), 5: (3, "part", 0.9), 10: (9, "exact", 1.0)}
        assert len(list(verdicts)) == 11


def test_a_cluster_in_parts_is_its_description_as_one_line(tmp_path):
    path = tmp_path / "c.jsonl"
    path.write_text("".join(json.dumps({"id": f"园{k}", "text": "a b c d e"}) + "\n" for k in range(4)), "utf-8")
    with closing(Corpus([Source(str(path), "c.jsonl")], tmp_path, Options())) as corpus:
        corpus.read(print)
        (cluster,) = clusters(corpus)
        line = b"".join(dedup_marks.described_in_parts(corpus, cluster))
        assert json.loads(line) == dedup_marks.described(corpus, cluster)
        assert line.endswith(b"]}\n")
        assert line.count(b"\n") == 1
