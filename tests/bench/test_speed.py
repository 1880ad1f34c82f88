"""The measure of speed: its arithmetic, and that it does the work."""

import json

import pytest
import speed


def test_ratios_are_medians_of_each_rounds_own():
    assert speed.ratios([(1.0, 10.0), (2.0, 10.0), (9.0, 10.0)]) == [0.2]


def test_texts_are_laid_out_as_json_lines(tmp_path):
    (tmp_path / "flatb").mkdir()
    (tmp_path / "flatb" / "b.txt").write_text("two\n")
    (tmp_path / "flatb" / "a.txt").write_text("one\n")
    assert [json.loads(x) for x in speed.lines(tmp_path, "flatb")] == [
        {"id": "a", "text": "one\n"},
        {"id": "b", "text": "two\n"},
    ]


@pytest.mark.parametrize("stage", ["clean", "extract"])
def test_a_verb_takes_lines_and_stops_at_a_broken_one(stage):
    work = speed.verb(stage)
    assert speed.seconds(work, [b'{"id": "a", "text": "It rained."}']) > 0
    with pytest.raises(SystemExit, match="1 documents failed"):
        work([b"{"])
