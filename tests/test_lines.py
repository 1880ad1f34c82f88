"""Line numbers and offsets, in the source and in the clean text."""

from hypothesis import given
from hypothesis import strategies as st

from parkdocs.edits import apply
from parkdocs.lines import clean_lines, removed_lines, split
from parkdocs.model import Document, Mark


@given(st.text(alphabet="a\n\r\u2028\x0b的", max_size=60))
def test_lines_cover_the_text_and_know_their_offsets(text):
    lines = split(text)
    assert "".join(text[line.start : line.next] for line in lines) == text
    assert all(text[line.start : line.end] == line.text for line in lines)
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))


def test_only_line_feeds_and_carriage_returns_end_a_line():
    assert [line.text for line in split("a\u2028b\x0bc\x85d\ne\rf\r\ng")] == ["a\u2028b\x0bc\x85d", "e", "f", "g"]


def test_clean_lines_keep_the_numbers_of_the_source():
    raw = "menu\nfirst\n\nshare\nsecond\n"
    doc = apply(Document("i", "s", raw, raw), [Mark(0, 5, "a/menu", "nav"), Mark(12, 18, "a/share", "share")])
    assert [(line.number, line.text) for line in clean_lines(doc)] == [(2, "first"), (3, ""), (5, "second")]
    assert [doc.text[line.start : line.end] for line in clean_lines(doc)] == ["first", "", "second"]


def test_removed_lines_say_why():
    raw = "text\nContact us\n\nmail\n"
    doc = apply(Document("i", "s", raw, raw), [Mark(5, len(raw), "en/contact", "footer")])
    assert [tuple(line) for line in removed_lines(doc)] == [
        (2, "Contact us", "en/contact", "footer"),
        (4, "mail", "en/contact", "footer"),
    ]


def test_repairs_and_spacing_are_not_removed_lines():
    raw = "a\n\n\nb"
    doc = apply(Document("i", "s", raw, raw), [Mark(2, 3, "space/blank-lines", "space")])
    assert removed_lines(doc) == []
