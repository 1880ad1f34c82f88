"""What a line of an HTML page shares with others of the page: lines made alike, on the same path, in the same posts.

A site's template writes lines of one kind in one way: what most of them are, each of them is.  This evidence works on
sites that no one has seen, in any language.  All is linear in the number of elements and lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from parkdocs import deferred
from parkdocs.model import Layout
from parkdocs.surroundings import CLIP, CONTENT_WEIGHT, FAR, View

if TYPE_CHECKING:
    from parkdocs.structure import Seen, Sums

TENTHS = 10
SIZES = 10
"""The mean size of like lines is read in so many binary orders, that of posts in two more."""
LIKE, SOLID = 3, 2
"""So many elements alike beside each other, of so many lines at least, are posts, comments or entries."""
DIGITS = deferred.pattern("[0-9]+")

RANGES: dict[str, tuple[int, int]] = {
    "kin": (-CLIP, CLIP),
    "kin_count": (0, 7),
    "kin_linked": (0, TENTHS),
    "kin_mass": (0, TENTHS),
    "kin_prose": (0, TENTHS),
    "kin_size": (0, SIZES),
    "path": (-CLIP, CLIP),
    "path_linked": (0, TENTHS),
    "path_mass": (0, TENTHS),
    "posts": (-CLIP, CLIP),
    "posts_count": (0, 7),
    "posts_mass": (0, TENTHS),
    "posts_size": (0, SIZES + 2),
    "next": (-CLIP, CLIP),
    "heading": (-CLIP, CLIP),
    "heading_before": (0, FAR),
    "title_before": (0, FAR),
}
"""Columns of ``columns`` and the range of each."""

MEANING = {
    "kin": "lines with the same tags and classes",
    "kin_count": "how many lines have the same tags and classes",
    "kin_linked": "links in lines with the same tags and classes",
    "kin_mass": "share of the content in lines with the same tags and classes",
    "kin_prose": "prose in lines with the same tags and classes",
    "kin_size": "length of lines with the same tags and classes",
    "path": "lines on the same path of tags",
    "path_linked": "links in lines on the same path of tags",
    "path_mass": "share of the content on the same path of tags",
    "posts": "lines of posts like its own",
    "posts_count": "how many posts are like its own",
    "posts_mass": "share of the content in posts like its own",
    "posts_size": "length of posts like its own",
    "next": "the line after it",
    "heading": "the heading over it",
    "heading_before": "distance to the heading over it",
    "title_before": "distance to the title over it",
}
"""What a column says, for people."""


def steps(n: int) -> int:
    """A count in binary orders, up to 7."""
    return min(n.bit_length(), 7)


def tenths(part: int, whole: int) -> int:
    """A share in tenths, rounded up."""
    return min(TENTHS, (TENTHS * part + whole - 1) // whole) if whole else 0


class Alike(NamedTuple):
    """What each line has in common with those made alike: tags and classes; and for each element its path."""

    kin: list[tuple[str, ...]]
    path: list[int]


def alike(seen: Seen) -> Alike:
    """Which lines are made alike, which elements stand on the same path."""
    return Alike(list(_kin_keys(seen)), paths(seen.layout))


def columns(seen: Seen, view: View, sums: Sums, like: Alike) -> dict[str, list[int]]:
    """A column of integers for each name of ``RANGES``; ``sums`` are those of each element."""
    path = like.path
    kin, on_path = _groups(like.kin, seen, view), _groups([path[b.element] for b in seen.blocks], seen, view)
    return {
        "kin": list(map(itemgetter(0), kin)),
        "kin_count": list(map(itemgetter(1), kin)),
        "kin_linked": list(map(itemgetter(2), kin)),
        "kin_mass": list(map(itemgetter(3), kin)),
        "kin_prose": list(map(itemgetter(4), kin)),
        "kin_size": list(map(itemgetter(5), kin)),
        "path": list(map(itemgetter(0), on_path)),
        "path_linked": list(map(itemgetter(2), on_path)),
        "path_mass": list(map(itemgetter(3), on_path)),
        "next": [*view.first[1:], 0][: len(view.first)],
        **_posts(seen, path, sums),
        **_headings(seen, view),
    }


@lru_cache(maxsize=8192)
def bare(classes: str) -> str:
    """Classes without their numbers, which count what is alike.

    >>> bare("post post-1201")
    'post post-'
    """
    return DIGITS.sub("", classes)


def paths(layout: Layout) -> list[int]:
    """For each element a number that those share whose own and outer elements have the same names and classes."""
    known: dict[tuple[int, str, str], int] = {}
    out = [0]
    for tag, parent in zip(layout.tags[1:], layout.parents[1:], strict=True):
        out.append(known.setdefault((out[parent], tag.name, bare(tag.classes)), len(known) + 1))
    return out


def _kin_keys(seen: Seen) -> Iterator[tuple[str, ...]]:
    """Names and classes of a line's element and those close around it."""
    tags, parents = seen.layout.tags, seen.layout.parents
    for b in seen.blocks:
        own, up = tags[b.element], parents[b.element]
        yield own.name, own.classes, tags[up].name, tags[up].classes, tags[parents[up]].classes


class _Group(NamedTuple):
    """What lines alike have in common: mean first score, then as ``RANGES`` say."""

    first: int
    number: int
    linked: int
    mass: int
    prose: int
    size: int


def _groups(keys: Iterator[object] | Sequence[object], seen: Seen, view: View) -> list[_Group]:
    """For each line what the lines of the same key have in common."""
    found: dict[object, list[int]] = {}
    places, whole = [], 0
    for key, b, x, z, p in zip(keys, seen.blocks, view.first, view.sizes, view.prose, strict=True):
        sums = found.get(key)
        if sums is None:
            sums = found[key] = [0, 0, 0, 0, 0, 0]
        mass = CONTENT_WEIGHT[x + CLIP] * z
        sums[0] += 1
        sums[1] += x
        sums[2] += z
        sums[3] += b.linked
        sums[4] += mass
        sums[5] += z if p else 0
        whole += mass
        places.append(key)
    of = {
        key: _Group(
            first // n, steps(n), tenths(linked, z), tenths(mass, whole), tenths(prose, z),
            min(SIZES, (z // n).bit_length()),
        )
        for key, (n, first, z, linked, mass, prose) in found.items()
    }  # fmt: skip
    return [of[key] for key in places]


def _posts(seen: Seen, path: Sequence[int], sums: Sums) -> dict[str, list[int]]:
    """What is said of the innermost of the line's elements that has several like it beside it, each of some lines."""
    parents, n = seen.layout.parents, len(path)
    found: dict[tuple[int, int], list[int]] = {}
    group: list[list[int]] = [[0, 0, 0, 0, 0]] * n
    for e in range(1, n):
        if lines := sums.lines[e]:
            g = group[e] = found.setdefault((parents[e], path[e]), [0, 0, 0, 0, 0])
            g[0] += 1
            g[1] += lines
            g[2] += sums.first[e]
            g[3] += sums.size[e]
            g[4] += sums.content[e]
    whole = sums.content[0]
    said = {
        key: (first // lines, steps(k), tenths(content, whole), min(SIZES + 2, (size // k).bit_length()))
        for key, (k, lines, first, size, content) in found.items()
        if k >= LIKE
    }
    none, post = (0, 0, 0, 0), [(0, 0, 0, 0)] * n
    for e in range(1, n):
        own = said.get((parents[e], path[e]), none) if sums.lines[e] >= SOLID else none
        post[e] = own if own is not none else post[parents[e]]
    rows = [post[b.element] for b in seen.blocks]
    return {
        name: list(map(itemgetter(k), rows))
        for k, name in enumerate(("posts", "posts_count", "posts_mass", "posts_size"))
    }


def _headings(seen: Seen, view: View) -> dict[str, list[int]]:
    """The first score of the heading over a line, how far up it is, and how far the last one of the first level."""
    tags, over, near, top = seen.layout.tags, [], [], []
    score, since, title = 0, FAR, FAR
    for b, x in zip(seen.blocks, view.first, strict=True):
        since, title = min(FAR, since + 1), min(FAR, title + 1)
        if b.form == "heading":
            score, since = x, 0
            title = 0 if tags[b.element].name == "h1" else title
        elif since == FAR:
            score = 0
        over.append(score)
        near.append(since)
        top.append(title)
    return {"heading": over, "heading_before": near, "title_before": top}
