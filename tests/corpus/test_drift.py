"""Differences between a record and its golden version, for people."""

import json

import pytest

from parkdocs.corpus import drift
from parkdocs.errors import UsageError


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ({"a": 1}, {"a": 1}, []),
        ({"a": {"b": "x"}}, {"a": {"b": "y"}}, [("/a/b", "a.b was 'x', is 'y'", "")]),
        ({"a": 1}, {"b/c": 1}, [("/a", "a is gone", ""), ("/b~1c", "b/c is new", "")]),
        ({"t": "1\n2\n3"}, {"t": "1\n3"}, [("/t", "t: 1 line went, 0 came", "@@ -2 +1,0 @@\n-2")]),
        ({"l": ["x", "y"]}, {"l": ["y", "z"]}, [("/l", "l: 1 entry went, 1 came", "- x\n+ z")]),
        ({"l": ["x", "y"]}, {"l": ["y", "x"]}, [("/l", "l stand in another order", "")]),
        ({"l": [{"n": "x", "k": ""}]}, {"l": []}, [("/l", "l: 1 entry went, 0 came", "- n 'x'")]),
        ({"a": 1}, {"a": "1"}, [("/a", "a was 1, is '1'", "")]),
    ],
)
def test_differences(was, now, told):
    assert list(drift.differences(was, now)) == told


def test_ignored_fields_may_differ():
    assert not list(drift.differences({"s": 1, "m": {"x": 1}}, {"s": 2, "m": {"x": 2}}, ["s", "m.x"]))


def test_a_long_value_and_a_long_difference_are_cut():
    told = list(drift.differences({"a": "x" * 1000, "t": "\n" * 99}, {"a": "y", "t": "z\n" * 99}))
    assert len(told[0][1]) < 250 and told[1][2].endswith("more lines")


def test_a_huge_text_is_compared_in_linear_time():
    old, new = [f"line {n}" for n in range(200_000)], [f"row {n}" for n in range(200_000)]
    rows = list(drift.line_diff(["same", *old], ["same", *new]))
    assert rows[0] == "@@ -2,200000 +2,200000 @@" and len(rows) == 400_001


def test_a_change_in_a_huge_text_is_still_shown_alone():
    old = [f"line {n}" for n in range(100_000)]
    assert list(drift.line_diff(old, [*old[:500], "new", *old[501:]])) == ["@@ -501 +501 @@", "-line 500", "+new"]


def test_a_golden_corpus_is_read_by_its_ids(tmp_path):
    path = tmp_path / "g.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"id": "a"}\n\n{"id": 7}\n')
    assert set(drift.golden(str(path))) == {"a", "7"}
    assert not drift.golden("")


@pytest.mark.parametrize(
    ("lines", "message"),
    [([{}], ":1: a golden record needs an id"), ([{"id": "a"}, {"id": "a"}], ":2: a golden record"), ([3], "broken")],
)
def test_a_golden_corpus_has_to_be_sound(tmp_path, lines, message):
    path = tmp_path / "g.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    with pytest.raises(UsageError, match=message):
        drift.golden(str(path))


def test_a_golden_corpus_has_to_be_there(tmp_path):
    with pytest.raises(UsageError, match="cannot read the golden corpus"):
        drift.golden(str(tmp_path / "none.jsonl"))
