"""Close the gaps that removals leave: at most one blank line between two lines, none at the ends."""

from __future__ import annotations

from parkdocs.edits import apply
from parkdocs.lines import split
from parkdocs.model import Document, Mark

RULE, KIND = "space/blank-lines", "space"
FENCES = ("```", "~~~")


def close_gaps(doc: Document) -> Document:
    r"""Drop every blank line but the first of a run, and those before the first and after the last line of text.

    Lines inside Markdown code fences stay as they are.  A line of no-break spaces counts as blank.

    >>> close_gaps(Document("i", "s", "\na\n\n\u00a0\n\nb\n\n", "\na\n\n\u00a0\n\nb\n\n")).text
    'a\n\nb\n'
    """
    marks: list[Mark] = []
    blanks: list[tuple[int, int]] = []
    seen, fence = False, ""
    for line in split(doc.text):
        bare = line.text.strip()
        if not bare and not fence:
            blanks.append((line.start, line.next))
            continue
        marks += _gap(blanks, keep=seen, text=doc.text)
        blanks, seen = [], True
        if bare.startswith(FENCES):
            fence = "" if bare[:3] == fence else fence or bare[:3]
    return apply(doc, [*marks, *_gap(blanks, keep=False, text=doc.text)])


def _gap(blanks: list[tuple[int, int]], *, keep: bool, text: str) -> list[Mark]:
    """Marks that reduce a run of blank lines to one empty line, or to none."""
    if not blanks:
        return []
    start, end = blanks[0][0], blanks[-1][1]
    if keep and text[start] == "\n":
        return [Mark(start + 1, end, RULE, KIND)] if end > start + 1 else []
    return [Mark(start, end, RULE, KIND, "\n" if keep else "")]
