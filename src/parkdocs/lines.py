"""Lines and their places: what the reader of a message sees as line 7, and where it stands in text and source."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import partial, wraps
from itertools import accumulate, count
from operator import add
from typing import NamedTuple, TypeVar

from parkdocs.model import CHROME_KINDS, Document, Edit

BREAK = re.compile(r"\r\n|\n|\r")


class Line(NamedTuple):
    """One line without its break: ``text == whole[start:end]``; ``next`` is where the following line starts."""

    number: int
    start: int
    end: int
    next: int
    text: str


_LINE: Callable[[Iterable[object]], Line] = partial(tuple.__new__, Line)
"""A line of its five values, in order; what ``Line._make`` does, without a call of Python."""


class RemovedLine(NamedTuple):
    """A line of the source that is not in the clean text, and why."""

    number: int
    text: str
    rule: str
    kind: str


Answer = TypeVar("Answer")


def remembered(derive: Callable[[Document], Answer]) -> Callable[[Document], Answer]:
    """Keep the last answer of a function of a document's text and journal: each step asks for the same document.

    What is asked for next is another document, so one answer is enough; it goes before the next is made, so that of a
    large text there are never two.
    """
    last: tuple[str, tuple[Edit, ...], Answer] | None = None

    @wraps(derive)
    def recall(doc: Document) -> Answer:
        nonlocal last  # one assignment of one tuple, so threads see either answer whole
        known = last
        if known is not None and known[0] is doc.text and known[1] is doc.edits:
            return known[2]
        known = last = None
        answer = derive(doc)
        last = (doc.text, doc.edits, answer)
        return answer

    return recall


def split(text: str) -> list[Line]:
    r"""Split at ``\n``, ``\r\n`` and ``\r`` only, as editors count; a last empty line is not a line.

    >>> [line.text for line in split("a\r\nb\n\nc")]
    ['a', 'b', '', 'c']
    """
    if "\r" not in text:  # one kind of break: four times as fast
        return _split(text)
    out, at, number = list[Line](), 0, 0
    for m in BREAK.finditer(text):
        number += 1
        out.append(Line(number, at, m.start(), m.end(), text[at : m.start()]))
        at = m.end()
    if at < len(text):
        out.append(Line(number + 1, at, len(text), len(text), text[at:]))
    return out


def _split(text: str) -> list[Line]:
    r"""The lines of a text without ``\r``."""
    texts = text.split("\n")
    heads = list(accumulate([len(line) + 1 for line in texts], initial=0))
    if not texts[-1]:
        del texts[-1]
    elif texts:
        heads[-1] -= 1
    ends = map(add, heads, map(len, texts))
    return list(map(_LINE, zip(count(1), heads, ends, heads[1:], texts, strict=False)))


def starts(raw: str) -> list[int]:
    """Offsets at which the lines of ``raw`` start; ``bisect_right(starts, offset)`` is an offset's line number."""
    if "\r" not in raw:
        return list(accumulate([len(line) + 1 for line in raw.split("\n")[:-1]], initial=0))
    return [0, *(m.end() for m in BREAK.finditer(raw))]


@remembered
def clean_lines(doc: Document) -> Sequence[Line]:
    """Lines of the clean text: offsets into ``doc.text``, numbers of the source lines they come from."""
    lines = split(doc.text)
    if not doc.edits:
        return lines
    heads, edits, k, shift, out, number = starts(doc.raw), doc.edits, 0, 0, list[Line](), 0
    for line in lines:
        known = number and (k == len(edits) or edits[k].start - shift >= line.start)
        while k < len(edits) and edits[k].start - shift + len(edits[k].new) <= line.start:
            shift += len(edits[k].old) - len(edits[k].new)
            k, known = k + 1, False
        raw_start = line.start + shift
        if k < len(edits) and edits[k].start - shift < line.start:  # the line starts inside what an edit put there
            raw_start = edits[k].start
        number = number + 1 if known else bisect_right(heads, raw_start)
        out.append(line if line.number == number else Line(number, *line[1:]))
    return out


@remembered
def removed_lines(doc: Document) -> Sequence[RemovedLine]:
    """Lines (and parts of lines) that cleaning took away as chrome, in source order, blank ones left out."""
    heads, out = starts(doc.raw), []
    for e in doc.edits:
        if e.kind not in CHROME_KINDS:
            continue
        number = bisect_right(heads, e.start)
        if "\n" not in e.old[:-1] and "\r" not in e.old:  # most edits take one line
            if e.old.strip():
                out.append(RemovedLine(number, e.old.removesuffix("\n"), e.rule, e.kind))
            continue
        out += [
            RemovedLine(number + line.number - 1, line.text, e.rule, e.kind)
            for line in split(e.old)
            if line.text.strip()
        ]
    return out
