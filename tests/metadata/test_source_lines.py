"""Kept and removed lines in one order."""

from parkdocs.edits import apply
from parkdocs.metadata import source_lines
from parkdocs.model import Document, Mark

TEXT = "Home > News\n\nPark opens\nPrint this\nText.\n"


def test_kept_and_removed_in_source_order():
    doc = apply(Document("i", "s", TEXT, TEXT), [Mark(0, 12, "a/b", "nav"), Mark(24, 35, "a/c", "share")])
    assert source_lines.read(doc) == (
        (1, "Home > News", "nav"),
        (3, "Park opens", ""),
        (4, "Print this", "share"),
        (5, "Text.", ""),
    )


def test_the_kept_answer_is_never_that_of_another_document():
    one, two = Document("i", "s", TEXT, TEXT), Document("i", "s", "x\n", "x\n")
    marked = apply(one, [Mark(0, 12, "a/b", "nav")])
    answers = [source_lines.read(doc) for doc in (one, two, marked, one)]
    assert answers[0] == answers[3] != answers[2]
    assert answers[1] == ((1, "x", ""),)
