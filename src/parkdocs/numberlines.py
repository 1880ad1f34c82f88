"""Numbered lines among their neighbours: which are items of a list, and which could open a section."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parkdocs import shapes
from parkdocs.numbering import UNIT_DEPTH, WORD_DEPTH, Number
from parkdocs.shapes import Row

Numbers = Sequence[Number | None]
ARTICLE_TEXT = re.compile("[,，:：]$|.{32}|应当|應當|可以|不得|下列|[,，].*(?:按照|依法|负责|負責)")
"""What says that an article's first line is its text and no name: it opens a list, or is cut off."""
UNIT_WORDS = frozenset((*UNIT_DEPTH, *WORD_DEPTH))


def rest(row: Row, number: Number) -> str:
    """What follows the number."""
    return row.bare[number.size :].lstrip(" :：.、-–—")


def is_worded(row: Row, number: Number) -> bool:
    """Whether a short line has words behind its number that begin like a heading."""
    if shapes.width(row.bare) > 100 or number.depth >= 14:
        return False
    if number.family in {"条", "條"} and ARTICLE_TEXT.search(row.bare):
        return False
    words = rest(row, number)
    named = row.bare[number.size - 1] in {":", "："} and number.family in WORD_DEPTH
    named = named or (number.family in {"han", "han-paren"} and words[:1].isdigit() and not words.isascii())
    fits = number.family in UNIT_WORDS or len(words) >= 2
    return fits and (named or not words[:1].isascii() or not words or words[0].isupper() or words[0] in "\"'(")


def in_run(rows: Sequence[Row], numbers: Numbers, j: int) -> bool:
    """Whether row ``j`` stands in a run of numbered lines, a list: three (two of the weak kind), nothing between."""
    here = numbers[j]
    back, on = _linked(rows, numbers, j - 1), _linked(rows, numbers, j)
    if here is None or not here.firm:
        return back or on
    return (back and on) or (back and _linked(rows, numbers, j - 2)) or (on and _linked(rows, numbers, j + 1))


def _linked(rows: Sequence[Row], numbers: Numbers, i: int) -> bool:
    """Whether row ``i`` and the next are items of one list: the same kind of number, the same spacing above."""
    if i < 0 or i + 1 >= len(rows):
        return False
    one, two = numbers[i], numbers[i + 1]
    alike = one is not None and two is not None and (one.family, one.depth) == (two.family, two.depth)
    return alike and (rows[i].gap_before or not rows[i + 1].gap_before)


def is_closed_heading(rows: Sequence[Row], numbers: Numbers, j: int) -> bool:
    """Whether a line is a heading though it ends in a full stop: prose follows, and it is no item of a list.

    Seen: （一）工业平稳运行。 in Chinese reports; "2. Check for broken links." between blank lines in guides.
    """
    row, number, after = rows[j], numbers[j], rows[j + 1 : j + 2]
    if not number or not after or after[0].shape != "P" or numbers[j + 1]:
        return False
    if number.family in {"han", "han-paren"}:
        return row.bare[-1] == "。" and shapes.width(row.bare) <= 60 and not _linked(rows, numbers, j - 1)
    apart = row.gap_before and row.gap_after and row.bare[-1] in ".!" and len(row.bare.split()) <= 10
    return apart and number.family == "decimal"


def labels_follow(rows: Sequence[Row], j: int) -> bool:
    """Whether two labels with their values stand under a free line, as at the end of a call for tenders.

    >>> labels_follow(shapes.rows(["3. 联系方式", "联系人：王海", "电话：0400-1234"]), 0)
    True
    """
    below = rows[j + 1 : j + 3]
    labels = [r for r in below if shapes.LABEL.match(r.bare) and not shapes.is_date(r.bare)]
    return len(labels) == 2 and rows[j].shape == "S"
