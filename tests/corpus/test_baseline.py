"""Accepted findings: written sorted, read strictly."""

import json

import pytest

from parkdocs.corpus import baseline
from parkdocs.errors import UsageError


def test_what_is_written_is_read(tmp_path):
    path = tmp_path / "b.json"
    path.write_bytes(
        baseline.dumps([("text/empty", "b"), ("corpus/drift", "c"), ("text/empty", "a"), ("text/empty", "a")])
    )
    assert json.loads(path.read_bytes())["findings"] == {"corpus/drift": ["c"], "text/empty": ["a", "b"]}
    assert baseline.read(str(path)) == {"a", "b", "c"}


def test_no_file_is_no_baseline(tmp_path):
    assert baseline.read("") == baseline.read(str(tmp_path / "none.json")) == frozenset()


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"schema": "parkdocs-baseline/1"}', '{"schema": "parkdocs-baseline/1", "findings": {"a": [1]}}'],
)
def test_what_is_no_baseline_is_not_taken_for_an_empty_one(tmp_path, text):
    path = tmp_path / "b.json"
    path.write_text(text, "utf-8")
    with pytest.raises(UsageError, match="baseline"):
        baseline.read(str(path))
