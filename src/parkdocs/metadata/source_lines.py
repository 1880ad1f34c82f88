"""The lines that metadata is read from: the clean ones and those that cleaning took away, in source order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from parkdocs import lines
from parkdocs.metadata.tags import plain
from parkdocs.model import Document

DIGIT = re.compile("[0-9]")
NUMERAL = re.compile(r"[\d年月]")
"""What a line with a number holds; ``DIGIT`` says the same of ASCII, and is faster."""
LONGEST = 1_000_000
"""Characters that are read of a line; of a longer one there is no second on the page, and its first say what it is."""


class SourceLine(NamedTuple):
    """One line that is not blank, stripped; ``kind`` is the chrome kind it was removed as, or "" where it was kept."""

    number: int
    text: str
    kind: str


_numbered: tuple[tuple[SourceLine, ...], list[int]] | None = None


@lines.remembered
def read(doc: Document) -> tuple[SourceLine, ...]:
    r"""All lines with something on them, by line number; a removed part of a kept line comes after what was kept.

    >>> from parkdocs.edits import apply
    >>> from parkdocs.model import Mark
    >>> doc = Document("i", "s", "Home > News\n\nPark opens\n", "Home > News\n\nPark opens\n")
    >>> [(line.text, line.kind) for line in read(apply(doc, [Mark(0, 12, "en/home", "nav")]))]
    [('Home > News', 'nav'), ('Park opens', '')]
    """
    found = [
        SourceLine(number, text, "")
        for number, *_, whole in lines.clean_lines(doc)
        if (text := whole[:LONGEST].strip())
    ]
    found += [SourceLine(number, text[:LONGEST].strip(), kind) for number, text, _, kind in lines.removed_lines(doc)]
    found.sort(key=itemgetter(0))  # stable: what was kept of a line stays before what was removed of it
    return tuple(found)


def numbered(doc: Document) -> list[int]:
    """Indexes of the lines with a digit or a Chinese word for a year or month; the last answer is kept.

    Dates and telephone numbers stand on these lines alone.
    """
    global _numbered  # noqa: PLW0603 - one assignment of one tuple
    known, found = _numbered, read(doc)
    if known is None or known[0] is not found:
        at = [i for i, (_, text, _) in enumerate(found) if (DIGIT if text.isascii() else NUMERAL).search(text)]
        known = _numbered = (found, at)
    return known[1]


_LINK = re.compile(r"(?<!!)\[([^\[\]]{1,120})\]\([^()\s]{0,400}(?:\s\"[^\"]{0,200}\")?\)")
_EMPHASIS = re.compile(r"(?<![\w*_])([*_]{1,3})(?=[^\s*_])([^*_]{1,240})(?<=\S)\1(?!\w)")


def unmarked(found: Sequence[SourceLine]) -> list[SourceLine]:
    """Lines without the marks of Markdown around their words: links and emphasis; those of headings and lists stay.

    >>> [line.text for line in unmarked([SourceLine(1, "*by [Lan Chi](/lan) in **News***", "")])]
    ['by Lan Chi in News']
    >>> [line.text for line in unmarked([SourceLine(1, "![Lan Chi](lan.jpg) file_name_2", "")])]
    ['![Lan Chi](lan.jpg) file_name_2']
    """
    return [
        line._replace(text=_without_marks(line.text))
        if "*" in line.text or "_" in line.text or "](" in line.text
        else line
        for line in found
    ]


def _without_marks(text: str) -> str:
    text = _LINK.sub(r"\1", text)
    return _EMPHASIS.sub(r"\2", _EMPHASIS.sub(r"\2", text))


_NO_LETTERS = {n: None for n in range(128) if not chr(n).isalnum() and chr(n) != "\n"}
_NO_WORD = re.compile(r"[^\w\n]+")


def folded(texts: Sequence[str], *, compatible: bool) -> list[str]:
    """Letters and digits of lines, folded: those of their NFKC where *compatible*.

    All are done in one go, the lines in ASCII apart from the others, which takes a tenth of the time.

    >>> folded(["Park opens!", "Ärger: Ｐ"], compatible=True)
    ['parkopens', 'ärgerp']
    """
    ascii = "\n".join([text if text.isascii() else "" for text in texts])
    other = "\n".join(["" if text.isascii() else text for text in texts])
    other = unicodedata.normalize("NFKC", other) if compatible else other
    letters = ascii.translate(_NO_LETTERS).lower().split("\n")
    others = _NO_WORD.sub("", other.replace("_", "")).casefold().split("\n")
    return [known or text for known, text in zip(letters, others, strict=True)][: len(texts)]


def title_at(lines: Sequence[SourceLine], title: str) -> int:
    """Index of the line that a title stands on, -1 where it has none: the whole title first, headings first.

    A page's heading can go on beyond its tag (``Sport: Park wins``), and a tag beyond its heading.
    """
    wanted = plain(title)
    if not wanted:
        return -1
    at = [i for i, line in enumerate(lines) if len(line.text) <= 400]
    short = list(zip(at, folded([lines[i].text for i in at], compatible=True), strict=True))
    same = [i for i, text in short if text == wanted]
    if not same and len(wanted) > 15:
        same = [i for i, text in short if len(text) > 15 and (text in wanted or wanted in text)]
    return next((i for i in same if lines[i].text.startswith("#")), same[0] if same else -1)
