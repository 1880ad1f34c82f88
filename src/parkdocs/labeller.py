"""Content or chrome: a verdict for every line of a text that has lost its tags.

Two passes.  The first sees a line alone: a sum of table entries for its shape and of weights for its words (a word has
one only if it was met on eight pages of five sites, so the weights hold no page's text).  The second sees where the
line stands: about a hundred shallow regression trees over the first scores around it, the distance to prose, and the
outline of the whole document; that outline is what leaves a text alone that is already clean.  The cut between content
and chrome is not fixed: it is where the expected F1 of what is kept is greatest, so a document that the model is unsure of keeps more.

All trees are walked at once (Lucchese et al., QuickScorer, 2015): a leaf is a bit, a tree a byte; each feature value has
a mask of the leaves that it leaves open, and the lowest bit that remains is the leaf.  It is exact, and integers only.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache, reduce
from importlib.resources import files
from operator import and_
from typing import Any, NamedTuple

from parkdocs.features import (
    CLIP,
    OUTLINE,
    RANGES,
    UNIT,
    Shape,
    View,
    columns,
    look,
    outline,
    shape,
    tokens,
)

TABLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("form", ("script", "width", "end")),
    ("beginning", ("script", "width", "start")),
    ("sentences", ("width", "stops")),
    ("commas", ("width", "commas")),
    ("figures", ("width", "digits")),
    ("separators", ("width", "separators")),
    ("capitals", ("width", "capitals")),
    ("symbols", ("symbols",)),
    ("edges", ("start", "end")),
)
"""The first pass's tables and the fields of ``Shape`` that each is indexed by."""
SIZES = {"script": 3, "width": 23, "end": 10, "start": 9, "stops": 5, "commas": 6, "digits": 5, "separators": 4, "capitals": 6, "symbols": 8}  # fmt: skip
SCALE = 100
"""Weights in the file are hundredths of a log-odd."""
LEAVES = 8
SHORT = 60
"""Lines up to here are cached: chrome is short and comes again on every page of a site."""


class Model(NamedTuple):
    """The weights as loaded: tables and words of the first pass; masks and leaves of the second."""

    bias: int
    tables: dict[str, list[int]]
    words: dict[str, int]
    masks: dict[str, list[int]]  # column -> mask by value, from the lowest of the range on
    page_masks: dict[str, tuple[list[int], list[int]]]  # outline field -> thresholds, masks
    leaves: list[list[int]]  # tree -> score by byte
    base: int
    typical: dict[str, int]


@lru_cache(maxsize=1)
def model() -> Model:
    """Load the weights that ship with the package (once, some milliseconds)."""
    return build(json.loads(files("parkdocs").joinpath("weights/labeller.json").read_text("utf-8")))


def build(data: dict[str, Any]) -> Model:
    """Lay out the tables for the weights in ``data``, as the trainer writes them."""
    steps = _steps(data["trees"])
    masks = {name: _spread(steps.get(name, []), *RANGES[name]) for name in RANGES if name in steps}
    page = {name: ([t for t, _ in steps[name]], _prefix(steps[name])) for name in OUTLINE if name in steps}
    low = [(b & -b).bit_length() - 1 for b in range(256)]
    leaves = [[0, *(tree["values"][low[b]] if low[b] < len(tree["values"]) else 0 for b in range(1, 256))] for tree in data["trees"]]
    return Model(data["bias"], data["tables"], data["words"], masks, page, leaves, data["base"], data["typical"])


def _steps(trees: Sequence[dict[str, Any]]) -> dict[str, list[tuple[int, int]]]:
    """Column -> sorted (threshold, mask): a value above the threshold leaves the mask's leaves open."""
    full = (1 << (LEAVES * len(trees))) - 1
    found: dict[str, list[tuple[int, int]]] = {}
    for k, tree in enumerate(trees):
        for name, threshold, first, last in tree["nodes"]:  # leaves first..last-1 are left of the node
            closed = ((1 << last) - (1 << first)) << (LEAVES * k)
            found.setdefault(name, []).append((threshold, full ^ closed))
    return {name: sorted(nodes) for name, nodes in found.items()}


def _prefix(steps: Sequence[tuple[int, int]]) -> list[int]:
    """Masks for a value above none, one, two ... of the thresholds; -1 is all bits."""
    out = [-1]
    for _, mask in steps:
        out.append(out[-1] & mask)
    return out


def _spread(steps: Sequence[tuple[int, int]], lowest: int, highest: int) -> list[int]:
    prefix, out, k = _prefix(steps), [], 0
    for value in range(lowest, highest + 1):
        while k < len(steps) and value > steps[k][0]:
            k += 1
        out.append(prefix[k])
    return out


def table_index(fields: Sequence[str], s: Shape) -> int:
    """Place of a shape in the table that these fields index."""
    at = 0
    for name in fields:
        at = at * SIZES[name] + getattr(s, name)
    return at


def first_pass(line: str, m: Model) -> tuple[Shape, int, int]:
    """Shape of a stripped line, its first score and the words' part of it, in units (quarters of a log-odd)."""
    s = shape(line)
    script, width, end, start, stops, commas, digits, separators, capitals, symbols = s
    t = m.tables
    total = (
        m.bias
        + t["form"][(script * 23 + width) * 10 + end]
        + t["beginning"][(script * 23 + width) * 9 + start]
        + t["sentences"][width * 5 + stops]
        + t["commas"][width * 6 + commas]
        + t["figures"][width * 5 + digits]
        + t["separators"][width * 4 + separators]
        + t["capitals"][width * 6 + capitals]
        + t["symbols"][symbols]
        + t["edges"][start * 10 + end]
    )
    get = m.words.get
    words = sum([get(w, 0) for w in tokens(line)])
    return s, units(total + words), units(words)


def units(hundredths: int) -> int:
    """Hundredths of a log-odd in whole units, held within the clip."""
    return max(-CLIP, min(CLIP, hundredths * UNIT // SCALE))


@lru_cache(maxsize=16384)
def _short(line: str) -> tuple[Shape, int, int]:
    return first_pass(line, model())


def _view(lines: Sequence[str], m: Model) -> View:
    read = [_short(x) if len(x) <= SHORT else first_pass(x, m) for x in lines]
    shapes, first, words = zip(*read, strict=True)
    return look(lines, shapes, first, words)


def _page_mask(view: View, m: Model) -> int:
    figures = outline(view)
    return reduce(
        and_, (masks[sum(figures[name] > t for t in limits)] for name, (limits, masks) in m.page_masks.items()), -1
    )


def _leaves(mask: int, m: Model) -> int:
    n = len(m.leaves)
    return sum(map(list.__getitem__, m.leaves, (mask & ((1 << (8 * n)) - 1)).to_bytes(n, "little")))


def score(lines: Sequence[str]) -> list[float]:
    """Return log-odds that each line is chrome; blank lines get 0.

    ``lines`` are a whole document in order; a line's score depends on the others.  The time is linear in the text.

    >>> score([])
    []
    """
    m = model()
    bare = [x.strip() for x in lines]
    solid = [x for x in bare if x]
    if not solid:
        return [0.0] * len(bare)
    view = _view(solid, m)
    found = iter(_scores(view, m))
    return [next(found) if x else 0.0 for x in bare]


def _scores(view: View, m: Model) -> list[float]:
    page = _page_mask(view, m)
    cols = columns(view)
    masks = [page] * len(view.lines)
    for name, table in m.masks.items():
        low, col = RANGES[name][0], cols[name]
        values = map(table.__getitem__, [x - low for x in col] if low else col)
        masks = list(map(and_, masks, values))
    n = len(m.leaves)
    full, get, leaves = (1 << (8 * n)) - 1, list.__getitem__, m.leaves
    return [
        (m.base + sum(map(get, leaves, (mask & full).to_bytes(n, "little")))) / SCALE for mask in masks
    ]
