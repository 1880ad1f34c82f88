"""The worker with tools that need nothing installed, and tools that are not there."""

import sys

import asking
import peers
import pytest
import worker

PAGE = {"id": "p", "lang": "en", "text": "Home\nIt rained.\nContact", "labels": "X\nC\nX\n"}


def answer(name):
    return worker.answer(peers.open_tool(name, "text"), peers.Page(**PAGE))


@pytest.mark.parametrize(
    ("name", "text"), [("do-nothing", PAGE["text"]), ("long-lines", "It rained."), ("ceiling", "It rained.")]
)
def test_baselines(name, text):
    found = answer(name)
    assert (found["text"], found["error"], found["bytes"]) == (text, "", len(PAGE["text"]))


def test_ours_is_asked_for_clean_text_or_for_metadata():
    clean = worker.answer(peers.open_tool("parkdocs", "text"), peers.Page("p", text="One line of text, no more.\n"))
    assert clean["text"] == "One line of text, no more.\n"
    meta = worker.answer(peers.open_tool("parkdocs-cv", "meta"), peers.Page("p", text="One line of text.\n"))
    assert set(meta) == {"id", "title", "date", "author", "cpu", "bytes", "error"}


def test_an_exception_is_an_empty_answer_that_says_why():
    def call(page):
        raise ZeroDivisionError("a tool's own")

    found = worker.answer(call, peers.Page(**PAGE))
    assert "text" not in found
    assert found["error"] == "ZeroDivisionError: a tool's own"


def test_the_worker_speaks_the_protocol():
    asked = asking.tool(sys.executable, "long-lines", "text")
    try:
        assert set(asking.start(asked)) == {"ready"}
        assert asking.ask(asked, PAGE)["text"] == "It rained."
    finally:
        asking.stop(asked)


def test_a_tool_that_is_not_installed_is_missing_not_an_error(monkeypatch):
    for name in ("trafilatura", "htmldate"):
        monkeypatch.setitem(sys.modules, name, None)
        with pytest.raises(ImportError):
            peers.open_tool(name, "meta")


def test_a_tools_key_is_that_of_how_it_is_called():
    keys = [peers.key(name, "text") for name in ("do-nothing", "long-lines", "ceiling")]
    assert len(set(keys)) == 3
    assert keys[0] == peers.key("do-nothing", "text")
