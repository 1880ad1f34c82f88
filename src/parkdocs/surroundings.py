"""What the labeller sees around a line: small integers for its neighbourhood, and an outline of the document.

Everything is an integer within a known range, so that a table answers where arithmetic would cost more.  Blank lines
are dropped before: scraped text has them everywhere or nowhere.  All is linear in the number of lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate, compress, repeat
from operator import sub
from typing import NamedTuple

from parkdocs.features import WIDTHS, Shape

UNIT = 4
"""First scores are counted in quarters of a log-odd, and held within ``-CLIP..CLIP``."""
CLIP = 24
FAR = 40
"""Distances in lines are counted up to here."""

RANGES: dict[str, tuple[int, int]] = {
    "first": (-CLIP, CLIP),
    "around3": (-7 * CLIP, 7 * CLIP),
    "around8": (-17 * CLIP, 17 * CLIP),
    "before24": (-24 * CLIP, 24 * CLIP),
    "after24": (-24 * CLIP, 24 * CLIP),
    "width": (0, WIDTHS),
    "end": (0, 9),
    "commas": (0, 5),
    "digits": (0, 4),
    "repeats": (1, 9),
    "place": (0, 20),
    "mass": (0, 40),
    "prose_before": (0, FAR),
    "prose_after": (0, FAR),
    "content_before": (0, FAR),
    "content_after": (0, FAR),
    "run": (-FAR, FAR),
    "block": (-FAR, FAR),
    "in_block": (0, 1),
    "lexical": (-CLIP, CLIP),
    "from_start": (0, FAR),
    "from_end": (0, FAR),
    "marks": (0, 4),
}
"""Columns of ``columns`` and the range of each; the model's tables are laid out by it."""

MEANING = {
    "first": "the line by itself",
    "around3": "lines around it (3 each way)",
    "around8": "lines around it (8 each way)",
    "before24": "lines before it (24)",
    "after24": "lines after it (24)",
    "width": "length of the line",
    "end": "how the line ends",
    "commas": "commas",
    "digits": "digits",
    "repeats": "times the line occurs",
    "place": "place in the document",
    "mass": "share of the content before it",
    "prose_before": "distance to prose before it",
    "prose_after": "distance to prose after it",
    "content_before": "distance to content before it",
    "content_after": "distance to content after it",
    "run": "length of the run of like lines",
    "block": "distance to the main block",
    "in_block": "in the main block or not",
    "lexical": "its words",
    "from_start": "lines from the start",
    "from_end": "lines to the end",
    "marks": "links and headings",
    "document": "the document as a whole",
}
"""What a column says, for people."""

OUTLINE = (
    "lines", "size", "average", "mean", "chrome_lines", "sure_chrome", "sure_content", "chrome_share", "prose_lines",
    "prose_share", "short_lines", "words", "word_count", "head_score", "tail_score", "block_share", "block_mass",
    "script",
)  # fmt: skip
"""Fields of ``outline``: shares in 64ths, sizes in halves of a binary order."""

CONTENT_WEIGHT = [int(64 / (1 + 2.718281828 ** (x / UNIT))) for x in range(-CLIP, CLIP + 1)]


def _before(sums: Sequence[int], k: int) -> list[int]:
    """Sum of the ``k`` values before each place, from prefix sums (0 first)."""
    n = len(sums) - 1
    return [*sums[: min(k, n)], *map(sub, sums[k:n], sums)]


def _after(sums: Sequence[int], k: int) -> list[int]:
    n, total = len(sums) - 1, sums[-1]
    near = max(0, n - k)
    return [*map(sub, sums[k + 1 :], sums[1:]), *(total - x for x in sums[near + 1 :])]


def _since(marks: Sequence[bool]) -> list[int]:
    """Lines since the last marked one, the line itself counting as 0."""
    out, d = [], FAR
    for m in marks:
        d = 0 if m else d + 1 if d < FAR else FAR
        out.append(d)
    return out


def _far(last: int) -> list[int]:
    """Distances of the lines 0 to ``last`` from the first."""
    return [*range(min(last + 1, FAR)), *repeat(FAR, last + 1 - FAR)]


def _runs(first: Sequence[int]) -> list[int]:
    """Length of the run of equal sign that holds each line, negative for content."""
    out: list[int] = []
    length, sign = 0, False
    for x in first:
        if (x > 0) is not sign:
            out += [min(length, FAR) if sign else -min(length, FAR)] * length
            length, sign = 0, x > 0
        length += 1
    return out + [min(length, FAR) if sign else -min(length, FAR)] * length


def best_block(first: Sequence[int], roots: Sequence[int]) -> tuple[int, int]:
    """First and last line of the stretch with the greatest sum of content score times the root of the length."""
    best, total, start, found = 0, 0, 0, (0, 0)
    for i, (x, r) in enumerate(zip(first, roots, strict=True)):
        if total <= 0:
            total, start = 0, i
        total -= x * r
        if total > best:
            best, found = total, (start, i)
    return found


ROOT = [max(1, round(x**0.5)) for x in range(301)]


class View(NamedTuple):
    """What both ``columns`` and ``outline`` need of a document: one entry a non-blank line."""

    lines: Sequence[str]
    shapes: Sequence[Shape]
    first: Sequence[int]  # first score, in units
    words: Sequence[int]  # its part from words
    sizes: Sequence[int]
    prose: Sequence[bool]
    block: tuple[int, int]
    marks: Sequence[int]


def look(
    lines: Sequence[str], shapes: Sequence[Shape], first: Sequence[int], words: Sequence[int], marks: Sequence[int] = ()
) -> View:
    """Gather a document's view; prose is a wide line, or a rather wide one that ends as a sentence does."""
    sizes = [len(x) for x in lines]
    prose = [s.width >= 17 or (s.width >= 14 and s.end in (1, 2, 5, 6)) for s in shapes]
    block = best_block(first, [ROOT[n] if n < 300 else 17 for n in sizes])
    return View(lines, shapes, first, words, sizes, prose, block, marks or [0] * len(lines))


def columns(view: View) -> dict[str, list[int]]:
    """Return a column of integers for each name of ``RANGES``."""
    first, shapes, n = view.first, view.shapes, len(view.lines)
    sums = [0, *accumulate(first)]
    b3, a3, b8, a8 = _before(sums, 3), _after(sums, 3), _before(sums, 8), _after(sums, 8)
    counts = Counter(view.lines)
    mass = list(accumulate([CONTENT_WEIGHT[x + CLIP] * z for x, z in zip(first, view.sizes, strict=True)]))
    whole = max(1, mass[-1])
    start, stop = view.block
    content = [x < -6 for x in first]
    near = _far(n - 1)
    return {
        "first": list(first),
        "around3": [x + y + z for x, y, z in zip(b3, first, a3, strict=True)],
        "around8": [x + y + z for x, y, z in zip(b8, first, a8, strict=True)],
        "before24": _before(sums, 24),
        "after24": _after(sums, 24),
        "width": [s.width for s in shapes],
        "end": [s.end for s in shapes],
        "commas": [s.commas for s in shapes],
        "digits": [s.digits for s in shapes],
        "repeats": [min(counts[x], 9) for x in view.lines],
        "place": [20 * i // n for i in range(n)],
        "mass": [40 * m // whole for m in mass],
        "prose_before": _since(view.prose),
        "prose_after": _since(view.prose[::-1])[::-1],
        "content_before": _since(content),
        "content_after": _since(content[::-1])[::-1],
        "run": _runs(first),
        "block": [*(-x for x in _far(start)[:0:-1]), *repeat(0, stop + 1 - start), *_far(n - 1 - stop)[1:]],
        "in_block": [*repeat(0, start), *repeat(1, stop + 1 - start), *repeat(0, n - 1 - stop)],
        "lexical": list(view.words),
        "from_start": near,
        "from_end": near[::-1],
        "marks": list(view.marks),
    }


def outline(view: View) -> dict[str, int]:
    """Return the document's own figures, one for each name of ``OUTLINE``: is this a page with its chrome on?"""
    first, sizes, n = view.first, view.sizes, len(view.lines)
    size, (start, stop) = max(1, sum(sizes)), view.block
    weight = sum([CONTENT_WEIGHT[x + CLIP] * z for x, z in zip(first, sizes, strict=True)])
    short = sum([s.width < 11 and s.end not in (1, 2) for s in view.shapes])
    head, tail = first[:5], first[-5:]
    lexical = sum([w > 6 for w in view.words])
    return {
        "lines": (n * n).bit_length(),
        "size": (size * size).bit_length(),
        "average": ((size // n) ** 2).bit_length(),
        "mean": 16 * sum(first) // (n * UNIT),
        "chrome_lines": 64 * sum([x > 4 for x in first]) // n,
        "sure_chrome": 64 * sum([x > 10 for x in first]) // n,
        "sure_content": 64 * sum([x < -4 for x in first]) // n,
        "chrome_share": 64 - weight // size,
        "prose_lines": 64 * sum(view.prose) // n,
        "prose_share": 64 * sum(compress(sizes, view.prose)) // size,
        "short_lines": 64 * short // n,
        "words": 64 * lexical // n,
        "word_count": min(lexical, 40),
        "head_score": 4 * sum(head) // len(head),
        "tail_score": 4 * sum(tail) // len(tail),
        "block_share": 64 * (stop - start + 1) // n,
        "block_mass": 64 * sum(sizes[start : stop + 1]) // size,
        "script": Counter([s.script for s in view.shapes]).most_common(1)[0][0],
    }
