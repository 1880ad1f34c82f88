"""Short lines straight above their paragraph, set apart with it by blank lines: headings of plain-text pages.

Seen in vacancies, notices and newsletters whose marks were lost.  Safe: the line is short, no label, caption, name of
a street or verse; the block under it is a sentence that begins anew and would have had room on the line; and two
blocks or more are so, or the name is one that headings have.  Risky: a card with a name above a sentence.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from parkdocs import headingnames, shapes
from parkdocs.freelines import NO_TITLE, SMALL_WORDS
from parkdocs.shapes import Row

WIDEST, MOST_WORDS, LOOK = 48, 8, 60  # columns and words of a heading; rows of a block that are looked at
LEAST_WORDS, LEAST_SMALL = 5, 3  # words of a sentence, and those of them in small letters
_SENTENCE = re.compile(r"(?!(?:And|But|Or|Nor|That|Which|With|Of)\b)[\"“'‘(]?[A-ZÀ-ÞА-Я\d]")
_GAP = re.compile(r"\S(?: {2,}|\t)\S")
_OTHER = re.compile(r"[\"“”«»;/]|\d{3,}|\d\.|,\s*\d|,[^,]{1,40},")


def find(rows: Sequence[Row], barred: AbstractSet[int] = frozenset()) -> list[int]:
    """Return the indexes of the rows that head their own block; ``barred`` are lines that are headings or none.

    >>> about = ["About the role", "You will keep the register of wells, and visit each of them.", ""]
    >>> find(shapes.rows([*about, "What you bring", "A degree in chemistry, and five years of work."]))
    [0, 2]
    """
    times = Counter(r.bare for r in rows)
    found = [
        j
        for j, row in enumerate(rows)
        if row.gap_before and not row.gap_after and row.at not in barred and times[row.bare] == 1 and _heads(rows, j)
    ]
    found = [j for j in found if j or headingnames.is_usual(rows[j].bare)]  # the first line is a title
    usual = [j for j in found if headingnames.is_usual(rows[j].bare)]
    return found if len(found) >= 2 and not _crowded(rows, found) else usual


def _heads(rows: Sequence[Row], j: int) -> bool:
    """Whether a row has the form of a heading, and the rest of its block that of a paragraph."""
    text, under = rows[j].bare, list(_under(rows, j))
    if rows[j].shape != "S" or not under or under[0].shape not in "PE" or not _is_name(rows[j]):
        return False
    words = " ".join(r.bare for r in under).split()
    told = len(words) >= LEAST_WORDS and sum(w[0].islower() for w in words) >= LEAST_SMALL
    if not told or not under[-1].ended or not _SENTENCE.match(under[0].bare):
        return False
    if any(r.shape not in "PES" for r in under) or _is_verse(rows[j], under):
        return False
    widest = max(shapes.width(r.bare) for r in under)
    return (shapes.width(text) + 1 + len(words[0])) * 4 <= widest * 3


def _under(rows: Sequence[Row], j: int) -> Iterator[Row]:
    """The rows below row ``j`` in its block."""
    for row in rows[j + 1 : j + 1 + LOOK]:
        yield row
        if row.gap_after:
            return


def _is_name(row: Row) -> bool:
    """Whether a line reads as the name of a section: a few words in an alphabet, the first with a capital."""
    text, words = row.bare, row.bare.split()
    if shapes.CJK.search(text) or shapes.width(text) > WIDEST or len(words) > MOST_WORDS or text.isupper():
        return False
    if NO_TITLE.search(text) or _GAP.search(row.text) or _OTHER.search(text):
        return False
    return text[0].isupper() and sum(map(str.isalpha, text)) >= 4 and not SMALL_WORDS.match(words[-1])


def _is_verse(row: Row, under: Sequence[Row]) -> bool:
    """Whether a block is set in lines of verse: three lines or more, none wide, each with a capital."""
    return len(under) >= 2 and all(r.bare[0].isupper() and shapes.width(r.bare) < LOOK for r in (row, *under))


def _crowded(rows: Sequence[Row], found: Sequence[int]) -> bool:
    """Whether there is hardly more text than headings, as in a list of teasers."""
    return sum(shapes.width(r.bare) for r in rows) < 4 * sum(shapes.width(rows[j].bare) for j in found)
