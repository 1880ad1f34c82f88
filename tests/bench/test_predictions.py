"""A run that was stopped goes on where it was."""

import json

import predictions
import pytest

KEYS = {"a": "k1", "b": "k1", "c": "k1"}


def row(name, key="k1", text="x"):
    return json.dumps({"id": name, "text": text, "key": key}) + "\n"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "deep" / "tool.jsonl"


def filled(path, keys=KEYS, stop_after=None):
    asked = []

    def ask(name):
        if len(asked) == stop_after:
            raise KeyboardInterrupt
        asked.append(name)
        return {"id": name, "text": name.upper()}

    predictions.fill(path, keys, ask, lambda done, total: None)
    return asked


def test_all_are_asked_once_and_kept_in_order(path):
    assert filled(path) == ["a", "b", "c"]
    assert filled(path) == []
    assert [r["text"] for r in predictions.read(path).values()] == ["A", "B", "C"]


def test_an_interrupted_run_keeps_what_it_had(path):
    with pytest.raises(KeyboardInterrupt):
        filled(path, stop_after=2)
    assert list(predictions.read(path)) == ["a", "b"]
    assert filled(path) == ["c"]


def test_a_line_cut_off_in_the_middle_is_made_again(path):
    path.parent.mkdir()
    path.write_text(row("a") + row("b")[:-20], "utf-8")
    assert filled(path) == ["b", "c"]
    assert path.read_text("utf-8").count("\n") == 3
    assert len([json.loads(line) for line in path.read_text("utf-8").splitlines()]) == 3


def test_a_last_line_without_its_end_does_not_swallow_the_next(path):
    path.parent.mkdir()
    path.write_text((row("a") + row("b"))[:-1], "utf-8")
    assert filled(path) == ["c"]
    assert list(predictions.read(path)) == ["a", "b", "c"]


def test_only_rows_whose_key_has_changed_are_made_again(path):
    filled(path)
    assert filled(path, {"a": "k1", "b": "k2", "c": "k1"}) == ["b"]
    assert predictions.read(path)["b"]["key"] == "k2"


def test_rows_of_pages_that_are_not_asked_for_stay(path):
    filled(path)
    assert filled(path, {"b": "k1"}) == []
    assert filled(path) == []


def test_progress_counts_what_was_there_already(path):
    path.parent.mkdir()
    path.write_text(row("a"), "utf-8")
    heard = []
    predictions.fill(path, KEYS, lambda name: {"id": name}, lambda done, total: heard.append((done, total)))
    assert heard == [(2, 3), (3, 3)]


def test_fingerprints_know_where_a_part_ends():
    assert predictions.fingerprint("ab", "c") != predictions.fingerprint("a", "bc")
    assert predictions.fingerprint("园") == predictions.fingerprint("园".encode())
