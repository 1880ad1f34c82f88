"""A tool in a process of its own: answers, exceptions, silence and death."""

import sys

import asking
import pytest

WORKER = """
import json, os, sys, time
print(json.dumps({"ready": "1"}), flush=True)
for line in sys.stdin:
    page = json.loads(line)
    if page["id"] == "hangs":
        time.sleep(60)
    if page["id"] == "dies":
        os._exit(1)
    print(json.dumps({"id": page["id"], "text": page["text"] * page.get("times", 1), "error": ""}), flush=True)
"""


@pytest.fixture
def tool():
    asked = asking.Asked((sys.executable, "-c", WORKER), limit=1.0)
    yield asked
    asking.stop(asked)


def test_answers_come_in_turn(tool):
    assert asking.start(tool) == {"ready": "1"}
    assert [asking.ask(tool, {"id": k, "text": k})["text"] for k in "abc"] == ["a", "b", "c"]


def test_a_long_answer_arrives_whole(tool):
    assert len(asking.ask(tool, {"id": "a", "text": "x", "times": 3_000_000})["text"]) == 3_000_000


def test_a_page_that_takes_too_long_is_an_empty_answer_and_the_next_is_answered(tool):
    assert asking.ask(tool, {"id": "hangs", "text": ""})["error"] == "killed after 1 s"
    assert asking.ask(tool, {"id": "a", "text": "x"})["text"] == "x"


def test_a_tool_that_dies_over_a_page_is_started_again(tool):
    assert asking.ask(tool, {"id": "dies", "text": ""})["error"] == "its process died"
    assert asking.ask(tool, {"id": "a", "text": "x"})["text"] == "x"


def test_a_tool_that_does_not_start_is_missing():
    asked = asking.Asked((sys.executable, "-c", "raise SystemExit"))
    assert asking.start(asked) == {"missing": "it does not start"}
    asking.stop(asked)
