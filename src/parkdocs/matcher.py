"""Many patterns against many lines, in linear time: which of them are found in which line.

Nearly every pattern needs one of a few literals ("copyright", ``备案``, see ``literals``).  One automaton (Aho and
Corasick, 1975) finds those of all patterns in all lines of a document at once, and only the patterns whose literal a
line holds are tried on it.  The others, and those that a literal of one or two letters would let through on every other
line, are searched together, by re2's sets; one set of all patterns took 128 MB and four times the time on varied text,
for line after line it met states that it had to build.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from functools import cached_property, lru_cache
from itertools import groupby
from typing import Any, Final, NamedTuple

import re2
from ahocorasick_rs import AhoCorasick

from parkdocs.patterns import compile_pattern, options

TOGETHER = 8_000
"""Characters of the patterns in one set: more make its automaton grow faster than it is used."""
PARAGRAPH = 120
"""Most rules are for lines of no more characters, and paragraphs are most of a text."""
EAST = "\u2e80"
"""From here on stand the characters of Chinese, Japanese and Korean."""
BATCH = 1_000
"""So many lines are looked at together: a long document takes no more memory."""
LARGE = 1_000
"""A pattern of more characters lists so many words that its set would meet new states on every line."""


class Together:
    """Patterns searched together on every line of at most ``longest`` characters, and their numbers."""

    def __init__(self, longest: int, eastern: bool, numbers: tuple[int, ...], patterns: tuple[str, ...]) -> None:
        self.longest: Final = longest
        self.eastern: Final = eastern  # each needs a character from EAST on
        self.numbers: Final = numbers
        self.patterns: Final = patterns

    @cached_property
    def sets(self) -> list[tuple[tuple[int, ...], Any]]:
        """Numbers and re2's set of them, made when a line first asks: English text has no use for Chinese patterns."""
        return list(_sets(self.numbers, self.patterns))


class Alone(NamedTuple):
    """A pattern for which no set has room, asked as a set is."""

    pattern: str

    def Match(self, data: bytes) -> list[int]:  # noqa: N802  re2's name
        """``[0]`` where it is found."""
        return [0] if compile_pattern(self.pattern).search(data) else []


class Matcher(NamedTuple):
    """All patterns, the characters of the longest line each may match, and how those that may are found."""

    patterns: tuple[str, ...]
    longest: tuple[int, ...]
    automaton: Any
    owners: tuple[tuple[int, ...], ...]  # of each literal, the patterns that need it
    free: tuple[Together, ...]


def compile_all(patterns: Sequence[str], longest: Sequence[int] = (), needs: Sequence[Sequence[str]] = ()) -> Matcher:
    """Prepare patterns to be looked for together; ``needs`` are the literals of the first of them, known already.

    The patterns are such that re2 compiles (``patterns.pattern_problem``).
    """
    if len(needs) < len(patterns):
        from parkdocs.literals import needed

        needs = [*needs, *map(needed, patterns[len(needs) :])]
    longest = longest or [1 << 31] * len(patterns)
    owners: dict[str, list[int]] = {}
    free, eastern = list[int](), set[int]()
    for number, literals in enumerate(needs):
        if not literals or any(map(_weak, literals)):
            free.append(number)
            if literals and min(map(max, literals)) >= EAST:
                eastern.add(number)
        else:
            for literal in literals:
                owners.setdefault(literal, []).append(number)
    groups = tuple(_groups(free, patterns, longest, eastern))
    return Matcher(
        tuple(patterns), tuple(longest), AhoCorasick(list(owners)), tuple(map(tuple, owners.values())), groups
    )


def _weak(literal: str) -> bool:
    """Whether a literal stands in so many lines that it tells nothing: a sign, or two letters."""
    return len(literal) < (3 if literal.isascii() else 2)


def _groups(
    numbers: Sequence[int], patterns: Sequence[str], longest: Sequence[int], eastern: Set[int]
) -> Iterator[Together]:
    """Patterns that go together: those for short lines, so that long ones are asked for few; those that list words."""

    def kind(number: int) -> tuple[bool, bool, bool]:
        return longest[number] > PARAGRAPH, len(patterns[number]) > LARGE, number in eastern

    def together(group: Sequence[int]) -> Together:
        return Together(
            max(longest[n] for n in group), group[0] in eastern, tuple(group), tuple(patterns[n] for n in group)
        )

    for _, alike in groupby(sorted(numbers, key=lambda n: (*kind(n), n)), kind):
        group, size = list[int](), 0
        for number in alike:
            if group and size + len(patterns[number]) > TOGETHER:
                yield together(group)
                group, size = [], 0
            group.append(number)
            size += len(patterns[number])
        yield together(group)


def _sets(numbers: Sequence[int], patterns: Sequence[str]) -> Iterator[tuple[tuple[int, ...], Any]]:
    """The patterns in one set; in more where re2 has no room for that, one that needs it all is alone."""
    together = re2.Set.SearchSet(options())
    for pattern in patterns:
        together.Add(pattern)
    try:
        together.Compile()
    except re2.error:
        half = len(numbers) // 2
        if not half:
            yield tuple(numbers), Alone(patterns[0])
            return
        yield from _sets(numbers[:half], patterns[:half])
        yield from _sets(numbers[half:], patterns[half:])
        return
    yield tuple(numbers), together


@lru_cache(maxsize=1024)
def _alone(pattern: str) -> Any:
    """One pattern as a set, which says whether it is found, and takes half the time of saying where."""
    return next(_sets((0,), (pattern,)))[1]


def find(matcher: Matcher, lines: Sequence[str]) -> list[list[int]]:
    r"""For each line the numbers of the patterns found in it, ascending; no line has a break or a lone surrogate.

    >>> find(compile_all(["^share$", "copyright", r"^\d+$"]), ["Copyright 2020", "7", ""])
    [[1], [2], []]
    """
    return [numbers for at in range(0, len(lines), BATCH) for numbers in _found(matcher, lines[at : at + BATCH])]


def _likely(matcher: Matcher, lines: Sequence[str]) -> dict[int, set[int]]:
    """By its index, for each line that holds a literal, the patterns that need it."""
    whole, out = "\n".join(lines).casefold(), defaultdict[int, set[int]](set)
    sizes = list(map(len, whole.split("\n")))
    k, end = -1, -1
    for literal, _, stop in matcher.automaton.find_matches_as_indexes(whole, overlapping=True):
        while stop > end:  # matches come by where they end
            k += 1
            end += sizes[k] + 1
        out[k].update(matcher.owners[literal])
    return out


def _found(matcher: Matcher, lines: Sequence[str]) -> list[list[int]]:
    """What ``find`` says of some lines; a set sees all of them in a row, for its automaton is large."""
    data, longest = [line.encode() for line in lines], matcher.longest
    found = [list[int]() for _ in lines]
    for i, likely in _likely(matcher, lines).items():
        size = len(lines[i])
        found[i] += [n for n in likely if longest[n] >= size and _alone(matcher.patterns[n]).Match(data[i])]
    eastern = [i for i, line in enumerate(lines) if not line.isascii() and max(line) >= EAST]
    for free in matcher.free:
        asked = [i for i in (eastern if free.eastern else range(len(lines))) if len(lines[i]) <= free.longest]
        for numbers, patterns in free.sets if asked else ():
            match = patterns.Match
            for i in asked:
                if places := match(data[i]):
                    found[i] += [n for k in places if longest[n := numbers[k]] >= len(lines[i])]
    for one in found:
        one.sort()
    return found
