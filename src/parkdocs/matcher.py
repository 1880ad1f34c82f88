"""Many patterns against one line, in linear time: which of them are found in it.

Most patterns need a literal ("Copyright", ``备案``): re2's filter looks for the literals first and tries only the
patterns whose literals are there.  One automaton for all patterns took 128 MB and four times the time on varied text,
for line after line it met states that it had to build.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import re2

from parkdocs.patterns import options, pattern_problem

TOGETHER = 90
"""Patterns in one filter: more make its automaton grow faster than it is used."""


class PatternError(ValueError):
    """A pattern that re2 cannot compile; ``number`` says which."""

    def __init__(self, number: int, problem: str) -> None:
        super().__init__(problem)
        self.number = number


class Matcher(NamedTuple):
    """Filters, each with the number of its first pattern; and the patterns that need no literal, with their numbers."""

    filters: tuple[tuple[int, Any], ...]
    free: Any
    free_numbers: tuple[int, ...]
    without: frozenset[int]  # the same


def compile_all(patterns: Sequence[str]) -> Matcher:
    """Compile patterns to be looked for together; raises ``PatternError`` for the first that fails."""
    filters: list[tuple[int, Any]] = []
    for first in range(0, len(patterns), TOGETHER):
        group = re2.Filter()
        for number, pattern in enumerate(patterns[first : first + TOGETHER], first):
            try:
                group.Add(pattern, options())
            except re2.error:
                raise PatternError(number, pattern_problem(pattern)) from None
        group.Compile()
        filters.append((first, group))
    numbers = tuple(first + k for first, group in filters for k in group.Match("", potential=True) or ())
    free = re2.Set.SearchSet(options())
    for number in numbers:
        free.Add(patterns[number])
    if numbers:
        free.Compile()
    return Matcher(tuple(filters), free, numbers, frozenset(numbers))


def find(matcher: Matcher, text: str) -> list[int]:
    r"""Numbers of the patterns found in ``text``, ascending; ``text`` has no lone surrogates.

    >>> find(compile_all(["^share$", "copyright", r"^\d+$"]), "Copyright 2020"), find(compile_all([r"^\d+$"]), "7")
    ([1], [0])
    """
    data, without = text.encode(), matcher.without
    found = [matcher.free_numbers[k] for k in matcher.free.Match(data) or ()] if without else []
    for first, group in matcher.filters:
        for k in group.Match(data, potential=True) or ():
            if first + k not in without and group.re(k).search(data):
                found.append(first + k)
    found.sort()
    return found
