"""Small regression trees over integer columns, all walked at once, exact.

As in QuickScorer (Lucchese et al., 2015): a leaf is a bit, a tree a byte; each value of a column has a mask of the
leaves that it leaves open, and the lowest bit that remains is the leaf.  Integers only.
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import repeat
from operator import and_, getitem, itemgetter
from typing import Any, Final

SCALE = 100
"""Leaves are hundredths of a log-odd."""
LEAVES = 8
FEW = 16
"""So many lines are added up one by one; more, all at once for each tree."""
ROOM = 1 << 16
"""What all trees add up to has two bytes a line."""
LOWEST = itemgetter(0, *((b & -b).bit_length() - 1 for b in range(1, 256)))
"""For each byte the item at its lowest bit."""


class Trees:
    """Trees laid out for walking: ``masks`` by column and value, ``page_masks`` by the document's figures."""

    def __init__(
        self,
        masks: dict[str, list[int]],
        page_masks: dict[str, tuple[list[int], list[int]]],
        values: list[list[int]],
        typical: dict[str, int],
    ) -> None:
        self.masks: Final = masks  # column -> mask by value, from the lowest of the range on
        self.page_masks: Final = page_masks  # figure -> thresholds, masks
        self.values: Final = values  # tree -> score by leaf
        self.typical: Final = typical

    @cached_property
    def leaves(self) -> list[list[int]]:
        """Each tree's score by byte; for a page of few lines."""
        return list(map(_by_byte, self.values))

    @cached_property
    def parts(self) -> list[list[tuple[int, bytes]]]:
        """Trees, and by byte a part of a tree's score, with its others that and ``least``; for many lines.

        The parts of one group add up to a byte at most.
        """
        return list(_grouped(_parts(self.values)))

    @cached_property
    def least(self) -> int:
        """The least that the trees may add up to."""
        return sum(map(min, self.values))


def build(
    trees: Sequence[dict[str, Any]],
    typical: dict[str, int],
    ranges: Mapping[str, tuple[int, int]],
    figures: Iterable[str],
) -> Trees:
    """Lay out trees as the trainer writes them; a column has a range, a figure none."""
    steps = _steps(trees)
    full = (1 << (LEAVES * len(trees))) - 1
    masks = {name: _spread(steps[name], full, *ranges[name]) for name in ranges if name in steps}
    page = {name: ([t for t, _ in steps[name]], _prefix(steps[name], full)) for name in figures if name in steps}
    return Trees(masks, page, [tree["values"] for tree in trees], typical)


def _by_byte(values: Sequence[int]) -> list[int]:
    """A tree's score for each byte of open leaves: that of the lowest bit."""
    return list(LOWEST((*values, *repeat(0, LEAVES - len(values)))))


def _parts(trees: Sequence[Sequence[int]]) -> list[tuple[int, bytes]]:
    """Each tree's scores over its least, in parts that fit a byte; nothing where all of them could outgrow ``ROOM``."""
    if sum(max(values) - min(values) for values in trees) >= ROOM:
        return []
    out = []
    for k, values in enumerate(trees):
        least = min(values)
        rest = [x - least for x in values]
        while any(rest):
            out.append((k, bytes(_by_byte([min(x, 255) for x in rest]))))
            rest = [max(x - 255, 0) for x in rest]
    return out


def _grouped(parts: Iterable[tuple[int, bytes]]) -> Iterator[list[tuple[int, bytes]]]:
    """The parts in groups as large as a byte has room for."""
    group, most = list[tuple[int, bytes]](), 0
    for k, part in parts:
        if most + max(part) > 255:
            yield group
            group, most = [], 0
        group.append((k, part))
        most += max(part)
    yield from [group] if group else []


def _steps(trees: Sequence[dict[str, Any]]) -> dict[str, list[tuple[int, int]]]:
    """Column -> sorted (threshold, mask): a value above the threshold leaves the mask's leaves open."""
    full = (1 << (LEAVES * len(trees))) - 1
    found: dict[str, list[tuple[int, int]]] = {}
    for k, tree in enumerate(trees):
        for name, threshold, first, last in tree["nodes"]:  # leaves first..last-1 are left of the node
            closed = ((1 << last) - (1 << first)) << (LEAVES * k)
            found.setdefault(name, []).append((threshold, full ^ closed))
    return {name: sorted(nodes) for name, nodes in found.items()}


def _prefix(steps: Sequence[tuple[int, int]], full: int) -> list[int]:
    """Masks for a value above none, one, two ... of the thresholds."""
    out = [full]
    for _, mask in steps:
        out.append(out[-1] & mask)
    return out


def _spread(steps: Sequence[tuple[int, int]], full: int, lowest: int, highest: int) -> list[int]:
    """Mask by value: 0 and up from the front, -1 and down from the back, as Python's own indexes have it."""
    prefix, limits = _prefix(steps, full), [t for t, _ in steps]
    return [prefix[bisect_left(limits, v)] for v in (*range(highest + 1), *range(lowest, 0))]


def page_mask(trees: Trees, figures: Mapping[str, int]) -> int:
    """The leaves that the document's own figures leave open."""
    mask = (1 << (LEAVES * len(trees.values))) - 1
    for name, (limits, masks) in trees.page_masks.items():
        mask &= masks[bisect_left(limits, figures[name])]
    return mask


def walk(trees: Trees, columns: Mapping[str, Sequence[int]], figures: Mapping[str, int], lines: int) -> list[int]:
    """The sum of all trees for each of so many lines, in hundredths."""
    masks: Iterable[int] = repeat(page_mask(trees, figures), lines)
    for name, table in trees.masks.items():
        masks = map(and_, masks, map(table.__getitem__, columns[name]))
    return sums(masks, trees)


def sums(masks: Iterable[int], trees: Trees) -> list[int]:
    """The sum of all trees for each mask of the leaves that are open."""
    n = len(trees.values)
    rows = [mask.to_bytes(n, "little") for mask in masks]
    if len(rows) <= FEW or not trees.parts:
        return [sum(map(getitem, trees.leaves, row)) for row in rows]
    return _together(b"".join(rows), n, trees)


def _together(rows: bytes, n: int, trees: Trees) -> list[int]:
    """The same for many lines at once, whose ``rows`` of ``n`` bytes lie one behind the other.

    A tree's bytes become its scores, and those a number of one byte a line, so that one addition adds all lines'; what
    a group of trees adds up to, a number of two bytes a line.
    """
    lines = len(rows) // n
    wide, total = bytearray(2 * lines), 0
    for group in trees.parts:
        scores = sum([int.from_bytes(rows[k::n].translate(part), "little") for k, part in group])
        wide[::2] = scores.to_bytes(lines, "little")
        total += int.from_bytes(wide, "little")
    least = trees.least
    return [least + x for x in struct.unpack(f"<{lines}H", total.to_bytes(2 * lines, "little"))]
