"""Notices that keep the rest of a text back go, whatever words they have; what only looks like one stays."""

import pytest

from parkdocs import walls
from parkdocs.edits import restore
from parkdocs.lines import removed_lines, split
from parkdocs.model import Document
from parkdocs.pipeline import Settings, advance

ARTICLE = (
    "The harbour authority opened the second gate of the free zone in May, and forty lorries a day now pass it.\n\n"
    "Tenants had asked for it since 2019, when the queue at the first gate reached the ring road and stayed there.\n\n"
)
OPEN = "The authority says that it will decide on the third gate once the traffic of the\n\n"


def run(text: str) -> Document:
    return advance(Document("i", "s", text, text), "segment", Settings())


@pytest.mark.parametrize(
    ("ending", "wall"),
    [
        ("Log in to read the rest\n", "Log in to read the rest"),
        (OPEN + "Carry on with a day pass for 1.50\n", "Carry on with a day pass for 1.50"),
        ("登录后可继续阅读全文\n", "登录后可继续阅读全文"),
        ("Pages 5 to 140 are not shown in this preview.\n", "Pages 5 to 140 are not shown in this preview."),
    ],
)
def test_a_wall_goes_and_the_text_is_called_truncated(ending, wall):
    doc = run(ARTICLE + ending)
    assert wall not in doc.text
    assert wall in [line.text for line in removed_lines(doc)]
    assert {e.kind for e in doc.edits if wall in e.old} == {"truncation"}
    assert doc.completeness.verdict == "truncated"
    assert restore(doc.text, doc.edits) == ARTICLE + ending


@pytest.mark.parametrize(
    "ending",
    [
        "Members of the chamber can log in to the port's own system to book a slot.\n",
        "Questions to the gate office, 555 0100\n",
        "Subscribers to the printed gazette had it first.\n",
    ],
)
def test_what_is_no_notice_stays(ending):
    doc = run(ARTICLE + ending)
    assert ending.strip() in doc.text
    assert doc.completeness.verdict == "complete"


def test_lines_taken_already_are_not_taken_again():
    lines = split(ARTICLE + "Log in to read the rest\n")
    assert walls.lines(lines, {4: ("en/wall", "truncation")}) == []
    assert walls.lines(lines, {}) == [4]


def test_a_text_of_nothing_has_no_wall():
    assert walls.lines([], {}) == []
