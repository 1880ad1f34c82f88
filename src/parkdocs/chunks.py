"""Pieces of sections for retrieval: never across a heading, at most so many characters, cut where the text allows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from parkdocs.model import Document, Section

SCHEMA = "parkdocs-chunk/1"
SENTENCE = re.compile(r"[.!?…][\"'”’)\]]{0,3}\s+|[。！？；…]{1,2}[”’」』）】]{0,3}\s*")
BREAKS = (
    (re.compile(r"\n[^\S\n]*\n\s*"), 2),
    (re.compile(r"\n\s*"), 2),
    (SENTENCE, 2),
    (SENTENCE, 5),
    (re.compile(r"\s+|[，、,;：]\s*"), 2),
)
"""Where a piece may end, best first: between paragraphs, lines, sentences, words; in the second half of what fits,
sentences also earlier (2: from a half on, 5: from a fifth on)."""


class Chunk(NamedTuple):
    """``doc.text[start:end]`` of one section, without white space at its ends; ``number`` counts from 1."""

    number: int
    start: int
    end: int
    section: Section


def cut(doc: Document, most: int) -> Iterator[Chunk]:
    r"""Cut the sections of a segmented document into pieces of at most ``most`` characters (1 or more).

    A section that fits is one piece, its heading's line with it.  A longer one is cut at the last paragraph end in the
    second half of what fits, else at the last line, sentence or word end, else in mid-word.  Nothing but white space
    falls between the pieces.  Raises ``ValueError`` for ``most`` below 1.

    >>> text = "Aims\n\nThe park grows. It needs water."
    >>> doc = Document("i", "s", text, text, sections=(Section(1, "Aims", "body", 0, 37, ("Aims",)),))
    >>> [text[c.start : c.end] for c in cut(doc, 24)]
    ['Aims\n\nThe park grows.', 'It needs water.']
    """
    if most < 1:
        raise ValueError("a piece has at least one character")
    number = 0
    for section in doc.sections:
        for start, end in _pieces(doc.text, section.start, section.end, most):
            number += 1
            yield Chunk(number, start, end, section)


def _pieces(text: str, start: int, end: int, most: int) -> Iterator[tuple[int, int]]:
    at = start
    while True:
        while at < end and text[at].isspace():
            at += 1
        if at >= end:
            return
        stop = end if end - at <= most else _stop(text, at, at + most)
        last = stop
        while text[last - 1].isspace():
            last -= 1
        yield at, last
        at = stop


def _stop(text: str, at: int, limit: int) -> int:
    """Where the piece from ``at`` ends that may not pass ``limit``: the best break in the second half of it."""
    window = text[at:limit]
    for pattern, share in BREAKS:
        ends = [m.end() for m in pattern.finditer(window, len(window) // share)]
        if ends:
            return at + ends[-1]
    return limit


def as_dict(doc: Document, chunk: Chunk) -> dict[str, object]:
    """A piece as plain values, in the order of its schema; ``language`` is that of the section."""
    return {
        "schema": SCHEMA,
        "id": f"{doc.id}#{chunk.number}",
        "text": doc.text[chunk.start : chunk.end],
        "document": doc.id,
        "source": doc.source,
        "chunk": chunk.number,
        "start": chunk.start,
        "end": chunk.end,
        "path": list(chunk.section.path),
        "kind": chunk.section.kind,
        "language": chunk.section.language,
    }
