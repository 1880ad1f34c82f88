"""Pieces of sections: their size, their places, and that nothing is lost or crosses a heading."""

import json

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_sections import PIECES, document, report

from parkdocs import chunks, schema
from parkdocs.record import dumps_chunk
from parkdocs.sections import segment

TEXT = "# Aims\n\nThe park grows. It needs water.\n\nIt needs roads.\n\n## Roads\n\n道路已经建成。桥梁尚未完工。\n"


def pieces(text, most):
    doc = segment(document(text))
    return [doc.text[c.start : c.end] for c in chunks.cut(doc, most)]


def test_a_section_that_fits_is_one_piece():
    assert pieces(TEXT, 1000) == [
        "# Aims\n\nThe park grows. It needs water.\n\nIt needs roads.",
        "## Roads\n\n道路已经建成。桥梁尚未完工。",
    ]


@pytest.mark.parametrize(
    ("most", "first"),
    [
        (45, "# Aims\n\nThe park grows. It needs water."),  # between paragraphs
        (30, "# Aims\n\nThe park grows."),  # between sentences
        (20, "# Aims\n\nThe park"),  # between words
    ],
)
def test_a_longer_one_is_cut_where_the_text_allows(most, first):
    assert pieces(TEXT, most)[0] == first


def test_chinese_is_cut_after_a_full_stop():
    assert pieces("道路已经建成。桥梁尚未完工。明年再建。", 10) == ["道路已经建成。", "桥梁尚未完工。", "明年再建。"]


def test_a_piece_knows_its_path_and_its_place():
    doc = segment(document(TEXT))
    last = chunks.as_dict(doc, list(chunks.cut(doc, 1000))[-1])
    assert last["path"] == ["Aims", "Roads"] and last["id"] == f"{doc.id}#2" and last["chunk"] == 2
    assert doc.text[last["start"] : last["end"]] == last["text"]


def test_every_piece_validates_against_its_schema():
    check = jsonschema_rs.validator_for(json.loads(schema.source("chunk")))
    doc = segment(report())
    lines = [json.loads(dumps_chunk(chunks.as_dict(doc, c))) for c in chunks.cut(doc, 400)]
    assert len(lines) > 20 and all(check.is_valid(line) for line in lines)


def test_no_piece_without_characters():
    with pytest.raises(ValueError, match="at least one"):
        list(chunks.cut(segment(document(TEXT)), 0))


@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=25).map("".join)), st.integers(1, 60))
def test_pieces_lose_nothing_and_cross_no_heading(text, most):
    doc = segment(document(text))
    found = list(chunks.cut(doc, most))
    assert "".join("".join(doc.text[c.start : c.end].split()) for c in found) == "".join(doc.text.split())
    for c in found:
        assert 0 < c.end - c.start <= most and c.section.start <= c.start and c.end <= c.section.end
        piece = doc.text[c.start : c.end]
        assert piece == piece.strip()
