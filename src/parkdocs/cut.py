"""Where to cut between content and chrome, given the log-odds of each line."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

USUAL, DOUBT = 0.5, 3.0
"""The share of chrome lines that a page with its chrome on has at least; what a document with none is granted."""


def doubt(odds: Sequence[float]) -> float:
    """Return what to take off all log-odds of a document: 0 where half its lines look like chrome, 3 where none does.

    A page saved with its chrome has more lines of it than of content.  Where little seems to be chrome, the text is
    likely clean, and what seems to be chrome must be surer.

    >>> doubt([9.0, 9.0, -9.0]), round(doubt([-9.0, -9.0, 0.0, -9.0]), 2)
    (0.0, 2.25)
    """
    share = sum([1 / (1 + exp(-x if x > -50 else 50.0)) for x in odds]) / max(1, len(odds))
    return max(0.0, DOUBT * (1 - share / USUAL))


def best_cut(odds: Sequence[float], sizes: Sequence[int]) -> float:
    """Return the cut for which keeping the lines at or below it has the greatest expected F1 by characters.

    With F the best expected F1, it is right to keep a line that is content with a chance over F / 2: where all is clear
    that is one half, on a page where little is clear it is less, and more lines stay.

    >>> best_cut([-4.0, -3.0, 4.0], [100, 80, 30]), best_cut([-0.5, 0.4, 4.0], [100, 80, 30])
    (-3.0, 0.4)
    """
    ranked = sorted(zip(odds, sizes, strict=True))
    chances = [z / (1 + exp(x if x < 50 else 50.0)) for x, z in ranked]
    whole, kept, right, best, cut = sum(chances), 0, 0.0, -1.0, 0.0
    for (x, z), chance in zip(ranked, chances, strict=True):
        kept += z
        right += chance
        expected = right / (kept + whole)
        if expected >= best:
            best, cut = expected, x
    return cut
