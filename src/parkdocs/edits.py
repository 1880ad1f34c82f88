"""The journal: lay marks over a document, and replay the journal backwards.

A document is never cut.  ``apply`` turns marks on the present text into edits against the decoded source and composes
them with the edits that are already there, so that ``restore`` needs the text and one flat, sorted list.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from parkdocs.model import CHROME_KINDS, Document, Edit, Mark

PIECE = 1 << 20


class JournalError(ValueError):
    """The edits do not fit the text they stand beside."""


def apply(doc: Document, marks: Iterable[Mark]) -> Document:
    r"""Return the document with ``marks`` (on ``doc.text``, in any order, not overlapping) made into edits.

    Raises ``JournalError`` where a mark is empty, lies outside the text or overlaps another.

    >>> doc = apply(Document("i", "s", "a\nPrint\nb\n", "a\nPrint\nb\n"), [Mark(2, 8, "en/print", "share")])
    >>> doc.text, doc.edits
    ('a\nb\n', (Edit(start=2, old='Print\n', new='', rule='en/print', kind='share'),))
    """
    ordered = sorted(marks, key=lambda m: m.start)
    if not ordered:
        return doc
    _check(ordered, len(doc.text))
    edits = tuple(_compose(doc, _split(doc, ordered)))
    return doc._replace(text=replay(doc.raw, edits), edits=edits)


def _check(marks: Sequence[Mark], size: int) -> None:
    end = 0
    for m in marks:
        if m.start < end or m.end <= m.start or m.end > size:
            raise JournalError(f"mark {m.start}:{m.end} of {m.rule} is empty, outside the text or overlaps another")
        end = m.end


def _split(doc: Document, marks: Sequence[Mark]) -> list[Mark]:
    """Cut marks where chrome was taken out before, so that its reason is not lost in theirs (a gap around a footer)."""
    cuts, shift = [], 0
    for e in doc.edits:
        if e.kind in CHROME_KINDS and not e.new:
            cuts.append(e.start - shift)
        shift += len(e.old) - len(e.new)
    if not cuts:
        return list(marks)
    out, k = [], 0
    for mark in marks:
        rest = mark
        while k < len(cuts) and cuts[k] < mark.end:
            if cuts[k] > rest.start:
                out.append(rest._replace(end=cuts[k]))
                rest = rest._replace(start=cuts[k], new="")
            k += 1
        out.append(rest)
    return out


def _compose(doc: Document, marks: Sequence[Mark]) -> Iterable[Edit]:
    """Merge the journal with sorted marks: an edit that a mark touches is swallowed by the mark's own edit."""
    old, k, shift, i = doc.edits, 0, 0, 0
    while i < len(marks):
        first = marks[i]
        while k < len(old) and old[k].start - shift + len(old[k].new) <= first.start:
            yield old[k]
            shift += len(old[k].old) - len(old[k].new)
            k += 1
        begin, raw_begin, end = first.start, first.start + shift, first.end
        if k < len(old) and old[k].start - shift < begin:
            begin, raw_begin = old[k].start - shift, old[k].start
        new, at = "", begin
        while True:  # the group of marks and edits that hang together
            while k < len(old) and old[k].start - shift < end:
                end = max(end, old[k].start - shift + len(old[k].new))
                shift += len(old[k].old) - len(old[k].new)
                k += 1
            new += doc.text[at : marks[i].start] + marks[i].new
            at = marks[i].end
            i += 1
            if i == len(marks) or marks[i].start >= end:
                break
            end = max(end, marks[i].end)
        new += doc.text[at:end]
        was = doc.raw[raw_begin : end + shift]
        if was != new:
            yield Edit(raw_begin, was, new, first.rule, first.kind)
    yield from old[k:]


def replay(raw: str, edits: Iterable[Edit]) -> str:
    """Return the text that the journal makes of the decoded source.

    It grows by pieces of about ``PIECE`` characters, so that a large text is never there a third time, in parts.
    """
    text, parts, at, held = "", list[str](), 0, 0
    for e in edits:
        while e.start - at > PIECE:
            text += "".join((*parts, raw[at : at + PIECE]))
            parts, held, at = [], 0, at + PIECE
        parts += (raw[at : e.start], e.new)
        held += e.start - at + len(e.new)
        at = e.start + len(e.old)
        if held > PIECE:
            text += "".join(parts)
            parts, held = [], 0
    text += "".join(parts)
    for start in range(at, len(raw), PIECE):
        text += raw[start : start + PIECE]
    return text


def restore(text: str, edits: Iterable[Edit]) -> str:
    r"""Return the decoded source of a clean text, code point for code point.

    Raises ``JournalError`` where an edit does not stand where the journal says.

    >>> restore("a\nb\n", [Edit(2, "Print\n", "", "en/print", "share")])
    'a\nPrint\nb\n'
    """
    parts: list[str] = []
    at = here = 0
    for e in edits:
        gap = e.start - at
        if gap < 0 or not text.startswith(e.new, here + gap) or here + gap > len(text):
            raise JournalError(f"the edit at {e.start} ({e.rule}) does not fit the text")
        parts += (text[here : here + gap], e.old)
        here += gap + len(e.new)
        at = e.start + len(e.old)
    return "".join((*parts, text[here:]))
