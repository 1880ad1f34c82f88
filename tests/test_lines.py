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


@given(st.lists(st.sampled_from("ab\n"), max_size=40).map("".join), st.data())
def test_numbers_are_those_of_the_source_whatever_was_taken_away(raw, data):
    starts = sorted(data.draw(st.sets(st.integers(0, max(0, len(raw) - 1)), max_size=4)))
    marks = [Mark(s, min(e, len(raw)), "r/x", "nav") for s, e in zip(starts, [*starts[1:], len(raw)], strict=False)][
        ::2
    ]
    doc = apply(Document("i", "s", raw, raw), [m for m in marks if m.end > m.start])
    at = {}
    shift = k = 0
    for place in range(len(doc.text)):  # each kept character, by replaying the journal
        while k < len(doc.edits) and doc.edits[k].start - shift <= place:
            shift += len(doc.edits[k].old)
            k += 1
        at[place] = raw.count("\n", 0, place + shift) + 1
    assert [line.number for line in clean_lines(doc)] == [at[line.start] for line in clean_lines(doc)]


def test_the_last_answer_is_remembered_and_another_document_gets_its_own():
    one, other = (Document("i", "s", text, text) for text in ("a\nb\n", "c\n"))
    assert clean_lines(one) is clean_lines(one)
    assert [line.text for line in clean_lines(other)] == ["c"]
    assert [line.text for line in clean_lines(one)] == ["a", "b"]
