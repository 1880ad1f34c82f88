"""What the lines of an HTML page that stand with a line, or are made like it, were called before: a third look.

Neighbours, and lines of one element or of one make, mostly share their verdict.  The second pass sees the first scores
of such lines; here its own scores come together, which are surer.  Linear in the number of elements and lines.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from parkdocs.surroundings import CLIP, ROOT, UNIT

if TYPE_CHECKING:
    from parkdocs.alike import Alike
    from parkdocs.structure import Seen

UNSURE = 6
"""Scores up to so many units from naught say little."""

NEAR = (1, 3, 10)
"""The lines around are seen in so many each way."""

RANGES: dict[str, tuple[int, int]] = {
    "second": (-CLIP, CLIP),
    **{f"{side}{k}": (-CLIP, CLIP + 1) for k in NEAR for side in ("before", "after")},
    "of_parent": (-CLIP, CLIP),
    "of_around": (-CLIP, CLIP),
    "of_kin": (-CLIP, CLIP),
    "of_path": (-CLIP, CLIP),
}
"""Columns of ``columns`` and the range of each."""

FIGURES = ("kept", "unsure")
"""Fields of ``figures``: how much seems to be content, in halves of a binary order; the share of doubt in 64ths."""

MEANING = {
    "second": "the line and what is around it",
    **{f"before{k}": f"verdict on lines before it ({k})" for k in NEAR},
    **{f"after{k}": f"verdict on lines after it ({k})" for k in NEAR},
    "of_parent": "verdict on lines of the element around",
    "of_around": "verdict on lines of the element around that",
    "of_kin": "verdict on lines with the same tags and classes",
    "of_path": "verdict on lines on the same path of tags",
}
"""What a column says, for people."""


def units(hundredths: Sequence[int], scale: int) -> list[int]:
    """Scores in whole units, held within the clip."""
    return [max(-CLIP, min(CLIP, (2 * UNIT * x + scale) // (2 * scale))) for x in hundredths]


def columns(seen: Seen, like: Alike, second: Sequence[int], sizes: Sequence[int]) -> dict[str, list[int]]:
    """A column of integers for each name of ``RANGES``; ``second`` are scores in units."""
    parents = seen.layout.parents
    own = [b.element for b in seen.blocks]
    up = [parents[e] for e in own]
    weights = [ROOT[min(z, 300)] for z in sizes]
    groups: dict[str, Iterable[Hashable]] = {
        "of_parent": up,
        "of_around": [parents[e] for e in up],
        "of_kin": like.kin,
        "of_path": [like.path[e] for e in own],
    }
    out = {"second": list(second), **{name: _means(keys, second, weights) for name, keys in groups.items()}}
    for k in NEAR:
        out[f"before{k}"] = _before(second, k)
        out[f"after{k}"] = _before(second[::-1], k)[::-1]
    return out


def _before(scores: Sequence[int], k: int) -> list[int]:
    """Mean score of the ``k`` lines before each; one more than any score where there is none.

    >>> _before([4, -2, 6], 2)
    [25, 4, 1]
    """
    sums = [0, *accumulate(scores)]
    first = [sums[i] // i if i else CLIP + 1 for i in range(min(k, len(scores)))]
    return first + [(b - a) // k for a, b in zip(sums, sums[k:-1], strict=False)]


def _means(keys: Iterable[Hashable], scores: Sequence[int], weights: Sequence[int]) -> list[int]:
    """For each line the mean score of the lines of its key; a long line weighs more."""
    sums: dict[Hashable, list[int]] = {}
    places = []
    for key, x, w in zip(keys, scores, weights, strict=True):
        found = sums.get(key)
        if found is None:
            found = sums[key] = [0, 0]
        found[0] += x * w
        found[1] += w
        places.append(found)
    return [x // w for x, w in places]


def figures(second: Sequence[int], sizes: Sequence[int]) -> dict[str, int]:
    """The document's own figures, one for each name of ``FIGURES``.

    >>> figures([-9, -2, 9], [80, 40, 40])
    {'kept': 14, 'unsure': 16}
    """
    kept = sum([z for x, z in zip(second, sizes, strict=True) if x < 0])
    unsure = sum([z for x, z in zip(second, sizes, strict=True) if -UNSURE < x < UNSURE])
    return {"kept": (kept * kept).bit_length(), "unsure": 64 * unsure // max(1, sum(sizes))}
