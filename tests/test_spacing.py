"""Gaps are closed, nothing else is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs.edits import restore
from parkdocs.model import Document
from parkdocs.spacing import close_gaps


def spaced(text):
    return close_gaps(Document("i", "s", text, text)).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\nb\n", "a\nb\n"),
        ("a\n\nb", "a\n\nb"),
        ("a\n\n\n\nb\n", "a\n\nb\n"),
        ("\n\na\n\n", "a\n"),
        ("a\n \n\u00a0\nb", "a\n\nb"),  # lines of spaces and no-break spaces are blank
        ("a\n\u3000\nb", "a\n\nb"),
        ("    indented\n", "    indented\n"),
        ("```\na\n\n\nb\n```\n", "```\na\n\n\nb\n```\n"),  # code keeps its blank lines
        ("\n \n", ""),
        ("", ""),
    ],
)
def test_gaps(text, expected):
    assert spaced(text) == expected


@given(st.text(alphabet="a \n\u00a0`~", max_size=60))
def test_spacing_is_idempotent_reversible_and_keeps_every_character_that_shows(text):
    doc = close_gaps(Document("i", "s", text, text))
    assert restore(doc.text, doc.edits) == text
    assert "".join(doc.text.split()) == "".join(text.split())
    assert spaced(doc.text) == doc.text
