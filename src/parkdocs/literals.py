"""Patterns looked for one by one, of those that can match: cheaper than ``matcher`` as long as few lines were seen.

To compile all patterns takes longer than to clean a hundred pages.  Nearly every pattern needs one of a few literals
("copyright", ``备案``), which ``tools/compile_packs.py`` has found beforehand; a pattern is compiled when a line first
holds one of its own.  A literal is found by two of its characters that are rare (or by its only one), so that a line is
asked for its pairs of characters, and not for five thousand literals.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from parkdocs.patterns import compile_pattern


class Literals(NamedTuple):
    """Patterns by number, and how they are found; all literals are folded (``str.casefold``)."""

    patterns: Sequence[str]
    longest: Sequence[int]  # characters of the longest text that a pattern may be found in
    always: Sequence[int]  # the patterns that need no literal
    keys: Mapping[str, Mapping[str, Sequence[int]]]  # one or two characters -> literals -> the patterns that need it


def find(literals: Literals, text: str) -> list[int]:
    """Numbers of the patterns found in ``text``, ascending, of those that may be; it has no lone surrogates.

    >>> find(Literals(["^share$", "a|b"], [9, 9], [1], {"sh": {"share": [0]}}), "Share")
    [0, 1]
    """
    folded = text.casefold()
    characters = {*map(str.__add__, folded, folded[1:]), *folded}
    likely = set(literals.always)
    for key in literals.keys.keys() & characters:
        for literal, numbers in literals.keys[key].items():
            if literal in folded:
                likely.update(numbers)
    data, size = text.encode(), len(text)
    return [
        i for i in sorted(likely) if literals.longest[i] >= size and compile_pattern(literals.patterns[i]).search(data)
    ]
