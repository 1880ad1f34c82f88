"""The journal: composing marks, and restoring."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs import edits
from parkdocs.edits import JournalError, apply, replay, restore
from parkdocs.model import Document, Edit, Mark


def document(raw):
    return Document("i", "s", raw, raw)


@st.composite
def rounds_of_marks(draw):
    """A text and several rounds of marks, each round on the text that the round before left."""
    raw = draw(st.text(alphabet="ab\n\r的é\x00", max_size=40))
    doc = document(raw)
    for n in range(draw(st.integers(0, 4))):
        cuts = sorted(draw(st.sets(st.integers(0, len(doc.text)), max_size=6)))
        pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
        news = draw(st.lists(st.sampled_from(["", "x", "yy\n"]), min_size=len(pairs), max_size=len(pairs)))
        marks = [
            Mark(a, b, f"r/{n}", draw(st.sampled_from(["nav", "space"])), new)
            for (a, b), new in zip(pairs, news, strict=True)
        ]
        wanted = doc.text
        for mark in reversed(marks):
            wanted = wanted[: mark.start] + mark.new + wanted[mark.end :]
        doc = apply(doc, marks)
        assert doc.text == wanted
    return doc


@given(rounds_of_marks())
def test_whatever_is_marked_the_source_comes_back(doc):
    assert restore(doc.text, doc.edits) == doc.raw
    assert replay(doc.raw, doc.edits) == doc.text


@given(rounds_of_marks(), st.integers(1, 9))
def test_in_pieces_of_any_size_it_is_the_same_text(doc, size):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(edits, "PIECE", size)
        assert replay(doc.raw, doc.edits) == doc.text


@given(rounds_of_marks())
def test_the_journal_is_sorted_and_says_what_stood_there(doc):
    end = 0
    for edit in doc.edits:
        assert edit.start >= end
        assert doc.raw[edit.start : edit.start + len(edit.old)] == edit.old != edit.new
        end = edit.start + len(edit.old)


def test_a_mark_swallows_the_edits_inside_it():
    doc = apply(document("x caf\x00e y"), [Mark(5, 6, "repair/control-characters", "repair")])
    doc = apply(doc, [Mark(2, 6, "en/cafe", "nav")])
    assert doc.edits == (Edit(2, "caf\x00e", "", "en/cafe", "nav"),)


def test_an_edit_beside_a_mark_stays_itself():
    doc = apply(document("ab\ncd\n"), [Mark(0, 3, "a/one", "nav")])
    doc = apply(doc, [Mark(0, 3, "a/two", "share")])
    assert [e.rule for e in doc.edits] == ["a/one", "a/two"]
    assert doc.text == ""


def test_chrome_keeps_its_reason_when_the_gap_around_it_is_closed():
    doc = apply(document("a\n\nmenu\n\nb\n"), [Mark(3, 8, "en/menu", "nav")])
    doc = apply(doc, [Mark(2, 4, "space/blank-lines", "space")])
    assert [(e.old, e.rule) for e in doc.edits] == [
        ("\n", "space/blank-lines"),
        ("menu\n", "en/menu"),
        ("\n", "space/blank-lines"),
    ]


def test_a_change_that_is_undone_leaves_no_edit():
    doc = apply(document("a\r\nb"), [Mark(1, 3, "repair/line-ends", "repair", "\n")])
    assert apply(doc, [Mark(1, 2, "x/back", "repair", "\r\n")]).edits == ()


@pytest.mark.parametrize("marks", [[Mark(0, 0, "r/r", "nav")], [Mark(0, 9, "r/r", "nav")]])
def test_a_mark_that_is_empty_or_outside_is_refused(marks):
    with pytest.raises(JournalError, match="r/r"):
        apply(document("abc"), marks)


def test_overlapping_marks_are_refused():
    with pytest.raises(JournalError, match="overlaps"):
        apply(document("abc"), [Mark(0, 2, "r/a", "nav"), Mark(1, 3, "r/b", "nav")])


@pytest.mark.parametrize(
    "edits",
    [
        [Edit(99, "x", "", "r/r", "nav")],  # after the end
        [Edit(0, "x", "zz", "r/r", "nav")],  # the text does not hold what the edit put there
        [Edit(2, "x", "", "r/r", "nav"), Edit(1, "x", "", "r/r", "nav")],  # out of order
    ],
)
def test_a_journal_that_does_not_fit_its_text_is_an_error(edits):
    with pytest.raises(JournalError, match="does not fit"):
        restore("abc", edits)


def test_a_gap_around_chrome_is_split_where_the_chrome_stood():
    raw = "top\nHome\n\nmiddle\n\nPrint\n\nend\n"
    doc = apply(document(raw), [Mark(4, 9, "en/home", "nav"), Mark(18, 24, "en/print", "share")])
    assert doc.text == "top\n\nmiddle\n\n\nend\n"
    closed = apply(doc, [Mark(12, 14, "space/blank-lines", "space", "\n")])
    assert closed.text == "top\n\nmiddle\n\nend\n"
    assert [(e.rule, e.old) for e in closed.edits] == [
        ("en/home", "Home\n"),
        ("en/print", "Print\n"),
        ("space/blank-lines", "\n"),
    ]
    assert restore(closed.text, closed.edits) == raw


def test_a_mark_that_ends_where_chrome_stood_is_left_whole():
    raw = "a\n\nHome\nb\n"
    doc = apply(document(raw), [Mark(3, 8, "en/home", "nav")])
    closed = apply(doc, [Mark(1, 3, "space/blank-lines", "space", "\n")])
    assert [(e.start, e.old, e.new, e.rule) for e in closed.edits] == [
        (1, "\n\n", "\n", "space/blank-lines"),
        (3, "Home\n", "", "en/home"),
    ]


def test_chrome_keeps_its_reason_behind_repairs_that_change_the_length():
    doc = apply(document("a\r\n\r\nmenu\r\n\r\nb"), [Mark(n, n + 2, "r/ends", "repair", "\n") for n in (1, 3, 9, 11)])
    doc = apply(doc, [Mark(3, 8, "en/menu", "nav")])
    closed = apply(doc, [Mark(1, 4, "space/blank-lines", "space", "\n\n")])
    assert closed.text == "a\n\nb"
    assert [(e.old, e.rule) for e in closed.edits] == [
        ("\r\n\r\n", "space/blank-lines"),
        ("menu\r\n", "en/menu"),
        ("\r\n", "space/blank-lines"),
    ]


def test_a_mark_that_begins_where_chrome_stood_is_left_whole():
    doc = apply(document("a\nHome\n\n\nb\n"), [Mark(2, 7, "en/home", "nav")])
    closed = apply(doc, [Mark(2, 4, "space/blank-lines", "space", "\n")])
    assert [(e.start, e.old, e.new, e.rule) for e in closed.edits] == [
        (2, "Home\n", "", "en/home"),
        (7, "\n\n", "\n", "space/blank-lines"),
    ]
