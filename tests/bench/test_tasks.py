"""The pages of a task, from a made-up evaluation folder."""

import json

import pytest
import tasks


@pytest.fixture
def data(tmp_path):
    rows = [
        {"id": "a", "lang": "en", "url": None, "gold_text": "It rained.", "html_path": "html/a.html.gz"},
        {"id": "b", "lang": "zh", "url": "http://localhost/b", "gold_text": None, "html_path": "html/b.html.gz"},
    ]
    (tmp_path / "gold.jsonl").write_text("".join(json.dumps(r) + "\n" for r in rows))
    for name in ("flatb", "html", "docs"):
        (tmp_path / name).mkdir()
    (tmp_path / "flatb" / "a.txt").write_bytes(b"Home\r\nIt rained.\n")
    (tmp_path / "flatb" / "a.lab").write_text("X\nC\n")
    for k in "ab":
        (tmp_path / "html" / f"{k}.html.gz").write_bytes(k.encode())
        (tmp_path / "docs" / f"{k}.txt").write_text(f"text {k}")
    return tmp_path


def test_texts_come_as_they_are_with_their_labels(data):
    assert tasks.pages("flatb", data) == {
        "a": {"id": "a", "lang": "en", "url": "", "text": "Home\r\nIt rained.\n", "labels": "X\nC\n"}
    }


def test_clean_texts_are_the_gold_itself(data):
    assert tasks.pages("clean", data)["a"]["text"] == "It rained."


def test_metadata_needs_no_gold_text(data):
    assert list(tasks.pages("meta", data)) == ["a", "b"]
    assert list(tasks.pages("html", data)) == ["a"]
    assert tasks.pages("meta", data)["b"]["url"] == "http://localhost/b"


def test_only_the_pages_asked_for(data):
    assert list(tasks.pages("meta", data, {"b"})) == ["b"]


def test_documents_of_the_indomain_set(data):
    assert tasks.pages("indomain", data)["b"]["text"] == "text b"


def test_a_pages_key_changes_with_the_page(data):
    page = tasks.pages("meta", data)["b"]
    before = tasks.page_key(page)
    (data / "html" / "b.html.gz").write_bytes(b"other")
    assert tasks.page_key(page) != before
    text = tasks.pages("flatb", data)["a"]
    assert tasks.page_key(text) != tasks.page_key({**text, "labels": "C\nC\n"})
