"""Figures from what the scorers print, and from our own measure of harm."""

import pytest
import scores

ROW = {"id": "a", "cpu": 0.5, "bytes": 250_000, "error": ""}


def test_the_scorer_is_run_as_a_process_and_its_json_read(tmp_path):
    (tmp_path / "score.py").write_text(
        "import json, sys\n"
        "print(json.dumps({'some set': [1, {'F': 0}], 'ALL': [2, {'F': .5, 'chrome_rm': None}], 'ALL zh': [1, {'F': .25}],"
        " 'ALL other': [1, {'F': len(sys.argv)}]}))\n"
    )
    found = scores.by_scorer("flatb", tmp_path / "p.jsonl", tmp_path)
    assert found == {"pages": 2, "F": 0.5, "chrome_rm": None, "zh_pages": 1, "zh_F": 0.25}


def test_a_scorer_that_fails_is_told(tmp_path):
    (tmp_path / "score.py").write_text("raise SystemExit('no gold')")
    with pytest.raises(RuntimeError, match="no gold"):
        scores.by_scorer("flatb", tmp_path / "p.jsonl", tmp_path)


def test_the_indomain_scorers_line_is_read():
    printed = (
        "ALL                      41 P 0.951 R 0.902 F1 0.926  content lost   0.5%  chrome left   9.1%  lang 0.98\n"
        "kind=news                 9 P 0.1 R 0.1 F1 0.1  content lost   9.5%  chrome left   9.1%\n"
    )
    found = scores.detected(printed)
    assert (found["P"], found["R"], found["F"]) == (0.951, 0.902, 0.926)
    assert found["content_lost"] == pytest.approx(0.005)


def test_what_is_not_the_scorers_line_is_no_figure():
    with pytest.raises(ValueError, match="printed"):
        scores.detected("ALL is well\n")


@pytest.mark.parametrize(
    ("before", "after", "share"),
    [("a b c d", "a b", 0.5), ("a b", "a\n\nb", 0.0), ("a", "a a", 0.0), ("a", "", 1.0), ("", "", 0.0)],
)
def test_lost_counts_characters_but_no_space(before, after, share):
    assert scores.lost(before, after) == share


def test_harm_is_the_mean_over_texts_and_the_share_hardly_touched():
    texts = {"a": "x" * 100, "b": "x" * 100, "c": "x" * 100}
    rows = {"a": {"text": "x" * 100}, "b": {"text": "x" * 96}}
    found = scores.harm(texts, rows)
    assert found["lost"] == pytest.approx((0 + 0.04 + 1) / 3)
    assert found["unharmed"] == pytest.approx(2 / 3)


def test_effort_is_seconds_a_megabyte_and_failures():
    found = scores.effort([ROW, {**ROW, "error": "killed after 30 s", "bytes": 750_000}])
    assert found == {"cpu": 1.0, "failed": 1}
    assert scores.effort([]) == {"cpu": None, "failed": 0}
