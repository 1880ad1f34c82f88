"""Which lines of a page's text layer are in its gold text: the labels that the labeller of HTML pages learns from."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

HAN = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f\uac00-\ud7af"
TOKEN = re.compile(rf"[{HAN}]|[^\W_{HAN}]+")
ANCHOR, FEW, ALIKE, REACH, ASIDE = 8, 4, 0.6, 60, 25
"""Lines of so many tokens hold the page to its gold text, where those are few also shorter ones; so much of a line has
to be found; short lines are looked for so many tokens around, and so many lines beyond the first and last long one."""


def align(lines: Sequence[str], gold: str, title: str) -> list[int]:
    """0 for lines that the gold text has, 1 for the others, -1 for the title where the gold leaves it out."""
    said, target = [TOKEN.findall(x.lower()) for x in lines], TOKEN.findall(gold.lower())
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for k in range(len(target) - 2):
        places[tuple(target[k : k + 3])].append(k)
    spans = _chain(said, places, ANCHOR)
    if sum(b - a for a, b in spans.values()) < len(target) // 2:
        spans = _chain(said, places, FEW)
    _strays(said, len(target), places, spans)
    y = [1] * len(lines)
    for i in spans:
        y[i] = 0
    order = sorted(spans)
    if order:
        _fill(said, target, places, spans, order, y)
    name = TOKEN.findall(title.lower())
    return [-1 if k == 1 and name and x == name else k for k, x in zip(y, said, strict=True)]


def _strays(
    said: Sequence[list[str]], size: int, places: dict[tuple[str, ...], list[int]], spans: dict[int, tuple[int, int]]
) -> None:
    """Long lines that the gold text has in another order, where nothing covers it yet."""
    covered = bytearray(size)
    for a, b in spans.values():
        covered[a:b] = b"\1" * (min(b, size) - a)
    for i, x in enumerate(said):
        if i not in spans and len(x) >= ANCHOR:
            at = [places.get(tuple(x[k : k + 3]), ()) for k in range(len(x) - 2)]
            free = sum(any(not covered[p] for p in ps) for ps in at)
            if free >= 0.8 * len(at):
                spans[i] = (a := next(p for ps in at for p in ps if not covered[p]), min(size, a + len(x)))
                for ps in at:
                    for p in ps[:1]:
                        covered[p] = 1


def _chain(
    said: Sequence[list[str]], places: dict[tuple[str, ...], list[int]], shortest: int
) -> dict[int, tuple[int, int]]:
    """The heaviest chain of long lines whose places in the gold text rise with the lines'."""
    found = []
    for i, x in enumerate(said):
        if len(x) >= shortest:
            votes: dict[int, int] = defaultdict(int)
            for k in range(len(x) - 2):
                for p in places.get(tuple(x[k : k + 3]), ())[:20]:
                    votes[(p - k) // 4] += 1
            for d, _ in sorted(votes.items(), key=lambda v: (-v[1], v[0]))[:3]:
                n = sum(votes.get(k, 0) for k in (d - 1, d, d + 1))
                if n >= ALIKE * (len(x) - 2):
                    found.append((i, max(0, d * 4), d * 4 + len(x), n))
    ends: list[tuple[int, int, int]] = []  # gold position, weight, index: a rising front
    best = [0] * len(found)
    back = [-1] * len(found)
    found.sort(key=lambda f: (f[0], -f[1]))
    for k, (_, start, end, n) in enumerate(found):
        at = bisect_right(ends, (start + 5, 10**9, 0)) - 1
        while at >= 0 and found[ends[at][2]][0] == found[k][0]:
            at -= 1
        best[k], back[k] = n + (ends[at][1] if at >= 0 else 0), ends[at][2] if at >= 0 else -1
        at = bisect_left(ends, (end, 0, 0))
        if at and ends[at - 1][1] >= best[k]:
            continue
        ends.insert(at, (end, best[k], k))
        while at + 1 < len(ends) and ends[at + 1][1] <= best[k]:
            del ends[at + 1]
    k = max(range(len(found)), key=lambda k: best[k], default=-1)
    spans: dict[int, tuple[int, int]] = {}
    while k >= 0:
        spans.setdefault(found[k][0], (found[k][1], found[k][2]))
        k = back[k]
    return spans


def _fill(
    said: Sequence[list[str]],
    target: list[str],
    places: dict[tuple[str, ...], list[int]],
    spans: dict[int, tuple[int, int]],
    order: Sequence[int],
    y: list[int],
) -> None:
    """Short lines between two of the chain, and near its ends, are content where the gold has them between."""
    bounds = [(order[0] - ASIDE, spans[order[0]][0] - REACH), *((i, spans[i][1]) for i in order)]
    starts = [*((i, spans[i][0]) for i in order), (order[-1] + ASIDE, spans[order[-1]][1] + REACH)]
    for (i, low), (j, high) in zip(bounds, starts, strict=True):
        at = max(0, low)
        for k in range(max(0, i + 1), min(j, len(said))):
            x = said[k]
            stop = min(len(target), high + 3)
            if not x:
                y[k] = -1
            elif (p := next((p for p in range(at, stop - len(x) + 1) if target[p : p + len(x)] == x), -1)) >= 0:
                y[k], at = 0, p + len(x)
            elif len(x) > 5 and sum(bool(places.get(tuple(x[q : q + 3]))) for q in range(len(x) - 2)) > 0.8 * len(x):
                y[k] = 0
