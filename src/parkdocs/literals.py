"""The literals that a pattern needs: a set of which every text that the pattern is found in holds at least one.

As in re2's own prefilter, but known before anything is compiled; it is read from Python's parse of the pattern, where
whatever re2 spells differently may be anything.
"""

from __future__ import annotations

import re
import re._constants as kind  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterable
from itertools import chain, product
from typing import Any, NamedTuple

MANY = 32
"""Literals that stand for one place of a pattern; where there are more, another place is taken."""
RE2_ONLY = re.compile(r"\\(?:x\{([0-9A-Fa-f]+)\}|[pP](?:\{\w+\}|\w)|z|.)|\[\^?\]?|\]", re.DOTALL)


class Part(NamedTuple):
    """What is known of a part of a pattern: all the texts it matches, where these are few, and what a match holds."""

    exact: frozenset[str] | None
    needs: frozenset[str] | None


UNKNOWN = Part(None, None)
NOTHING = frozenset({""})


def needed(pattern: str) -> tuple[str, ...]:
    """Folded literals (``str.casefold``) of which every text that the pattern is found in holds one; () for unknown.

    >>> needed("^(?:Print|Share) this$"), needed("^[0-9]+$")
    (('print this', 'share this'), ())
    """
    try:
        found = _sequence(parser.parse(_as_python(pattern), re.IGNORECASE)).needs
    except (re.error, RecursionError, OverflowError):  # re2 knows more than Python does
        return ()
    return tuple(sorted(a for a in found or () if not any(b in a for b in found or () if b != a)))


def _as_python(pattern: str) -> str:
    """The pattern with what only re2 knows replaced: Unicode classes by any character."""
    inside = False

    def replace(match: re.Match[str]) -> str:
        nonlocal inside
        said = match[0]
        if match[1]:
            return re.escape(chr(int(match[1], 16)))
        if said[:2] in {r"\p", r"\P"}:
            return r"\w\W" if inside else r"[\w\W]"
        if said == r"\z":
            return r"\Z"
        if said[0] == "[":
            said = said if not inside else r"\["
            inside = True
        elif said == "]":
            inside = False
        return said

    return RE2_ONLY.sub(replace, pattern)


def _sequence(items: Iterable[tuple[Any, Any]]) -> Part:
    """Parts one after the other: the best of what any of them needs, or of the literals they make together."""
    run, best, whole = NOTHING, None, True
    for item in items:
        part = _part(*item)
        best = _better(best, part.needs)
        if part.exact is not None and len(part.exact) * len(run) <= MANY:
            run = frozenset(a + b for a, b in product(run, part.exact))
            continue
        best, whole = _better(best, _usable(run)), False
        run = part.exact if part.exact is not None else NOTHING
    return Part(run if whole else None, _better(best, _usable(run)))


def _part(op: Any, value: Any) -> Part:
    if op is kind.AT:
        return Part(NOTHING, None)
    if op is kind.SUBPATTERN:
        return _sequence(value[3])
    if op is kind.LITERAL:
        op, value = kind.IN, [(op, value)]
    if op is kind.IN and len(value) <= MANY and all(o is kind.LITERAL for o, _ in value):
        found = frozenset(chr(v).casefold() for _, v in value)
        return Part(found, found)
    if op is kind.BRANCH:
        return _either([_sequence(branch) for branch in value[1]])
    if op in {kind.MAX_REPEAT, kind.MIN_REPEAT}:
        return _repeat(*value)
    return UNKNOWN


def _repeat(least: int, most: int, items: Any) -> Part:
    part = _sequence(items)
    if (least, most) == (1, 1):
        return part
    if (least, most) == (0, 1) and part.exact is not None:
        return Part(part.exact | NOTHING, None)
    return Part(None, part.needs if least else None)


def _either(parts: list[Part]) -> Part:
    exact, needs = [p.exact for p in parts if p.exact is not None], [p.needs for p in parts if p.needs is not None]
    all_exact = frozenset(chain.from_iterable(exact)) if len(exact) == len(parts) else None
    return Part(
        all_exact if all_exact and len(all_exact) <= MANY else None,
        frozenset(chain.from_iterable(needs)) if len(needs) == len(parts) else None,
    )


def _usable(run: frozenset[str]) -> frozenset[str] | None:
    return run if all(run) else None


def _better(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    """The set whose weakest literal is stronger; a Chinese character tells as much as three letters."""
    if one is None or other is None:
        return one or other

    def worth(literals: frozenset[str]) -> tuple[int, int, list[str]]:
        weakest = min(sum(1 if c.isascii() else 3 for c in literal) for literal in literals)
        return min(weakest, 6), -len(literals), sorted(literals)

    return max(one, other, key=worth)
