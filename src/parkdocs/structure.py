"""What the labeller sees of an HTML page beside its text: words of tags, and what stands in the same element.

Tags become plain strings for the first pass; for the second everything is an integer within a known range.  All is
linear in the number of elements and lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from parkdocs import alike, deferred, headline
from parkdocs.alike import TENTHS, Alike, steps, tenths
from parkdocs.model import Block, Layout, Tag
from parkdocs.surroundings import CLIP, CONTENT_WEIGHT, View

NAME = deferred.pattern(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[\u4e00-\u9fff]+")
NAMES, PARTS, LONGEST = 8, 6, 20
"""So many classes of a tag, words of a class and characters of a word are read."""
NEAR = (4, 16, 64)
"""What stands around a line is read in the smallest elements with so many lines."""

RANGES: dict[str, tuple[int, int]] = {
    "structure": (-CLIP, CLIP),
    "linked": (0, TENTHS),
    "links": (0, 6),
    "peers": (0, 7),
    "inside4": (-CLIP, CLIP),
    "inside16": (-CLIP, CLIP),
    "inside64": (-CLIP, CLIP),
    "prose4": (0, TENTHS),
    "prose16": (0, TENTHS),
    "prose64": (0, TENTHS),
    "linked16": (0, TENTHS),
    "climb": (0, 20),
    "depth": (0, 30),
    **alike.RANGES,
    **headline.RANGES,
}
"""Columns of ``columns`` and the range of each."""

KINDS = ("forum", "article")
"""Kinds of page that tags tell: what answers are to a forum, comments are to an article."""

MEANING = {
    "structure": "tags, classes and ids around the line",
    "linked": "share of the line in links",
    "links": "links in the line",
    "peers": "elements like its own beside it",
    "inside4": "lines of the same element",
    "inside16": "lines of the same part (16 lines)",
    "inside64": "lines of the same part (64 lines)",
    "prose4": "prose in the same element",
    "prose16": "prose in the same part (16 lines)",
    "prose64": "prose in the same part (64 lines)",
    "linked16": "links in the same part",
    "climb": "distance to the main element",
    "depth": "depth of the element",
    **alike.MEANING,
    **headline.MEANING,
}
"""What a column says, for people."""
PLACES = {"=": "its element", "+": "the element around it", "^": "an element around it", "~": "an element in it"}
WHAT = {"t": "is", "w": "is named", "r": "has the role", "i": "has the property"}


Placed = tuple[int, int, int, int]
"""A word's weights in the places of ``PLACES``."""


class Seen(NamedTuple):
    """The structure behind the lines of a document: a block for each line that is not blank, and the layout."""

    blocks: Sequence[Block]
    layout: Layout


@lru_cache(maxsize=8192)
def words(tag: Tag) -> tuple[str, ...]:
    """What a start tag says, as plain strings: its name, words of classes and id, role, microdata, whether hidden.

    >>> words(Tag("div", "postBody post-2", "main", "main"))
    ('t:div', 'w:post', 'w:body', 'w:post-body', 'w:main', 'r:main')
    """
    out = ["t:" + tag.name]
    for name in (*tag.classes.split()[:NAMES], *tag.id.split()[:1]):
        out += _parts(name)
    out += ["r:" + tag.role.lower()[:LONGEST]] * bool(tag.role)
    out += ["i:" + x.lower()[:LONGEST] for x in tag.item.split()[:3]]
    out += ["hidden"] * tag.hidden
    return tuple(dict.fromkeys(out))


@lru_cache(maxsize=8192)
def _parts(name: str) -> tuple[str, ...]:
    """Words of one class or id, and all of them together where they are several."""
    parts = [w.lower() for w in NAME.findall(name)[:PARTS] if 1 < len(w) < LONGEST]
    return tuple(["w:" + w for w in parts] + ["w:" + "-".join(parts)] * (len(parts) > 1))


@lru_cache(maxsize=8192)
def makeup(form: str, links: int, linked: int, signs: int, peers: int, width: int) -> tuple[str, ...]:
    """What a line's own make-up says, as plain strings."""
    w = width // 3
    return (
        f"form {form}", f"links {links} {w}", f"linked {linked} {w}", f"signs {signs}", f"peers {peers} {linked // 4}",
        f"form {form} {w}", f"signs {signs} {w}",
    )  # fmt: skip


def makeup_of(block: Block, layout: Layout, size: int, width: int) -> tuple[str, ...]:
    """The make-up of one line of ``size`` characters and a shape's ``width``."""
    linked, peers = tenths(block.linked, size), steps(layout.peers[block.element])
    return makeup(block.form, min(block.links, 6), linked, block.signs, peers, width)


def tokens(block: Block, layout: Layout, size: int, width: int) -> list[str]:
    """All that the first pass sees of a line's structure; ``+`` is the parent, ``^`` any element, ``~`` one within."""
    out, e = ["=" + w for w in words(layout.tags[block.element])], block.element
    out += ["+" + w for w in words(layout.tags[layout.parents[e]])]
    while e:
        out += ["^" + w for w in words(layout.tags[e])]
        e = layout.parents[e]
    out += ["~" + w for w in words(block.inline)] if block.inline.name else []
    return [*out, *makeup_of(block, layout, size, width)]


class Weights(NamedTuple):
    """Weights of ``tokens``: of all by their name, and of words of tags by the word, one for each place."""

    by_token: Mapping[str, int]
    by_word: Mapping[str, Placed]


def weights(by_token: Mapping[str, int]) -> Weights:
    """Weights of tokens as ``scores`` reads them."""
    found: dict[str, list[int]] = {}
    for token, weight in by_token.items():
        if token[:1] in PLACES:
            found.setdefault(token[1:], [0, 0, 0, 0])[tuple(PLACES).index(token[0])] = weight
    return Weights(by_token, {word: (own, up, outer, within) for word, (own, up, outer, within) in found.items()})


def _placed(tag: Tag, by_word: Mapping[str, Placed]) -> Placed:
    """What a tag's words weigh in each place."""
    own = up = outer = within = 0
    for word in words(tag):
        if (found := by_word.get(word)) is not None:
            own += found[0]
            up += found[1]
            outer += found[2]
            within += found[3]
    return own, up, outer, within


def scores(seen: Seen, sizes: Sequence[int], widths: Sequence[int], w: Weights) -> list[int]:
    """The structure's part of each line's first score: the sum of the weights of ``tokens``, without listing them."""
    tags, parents, blocks = seen.layout.tags, seen.layout.parents, seen.blocks
    known = {tag: _placed(tag, w.by_word) for tag in {*tags, *(b.inline for b in blocks)}}
    around, base = list[int](), list[int]()
    for tag, parent in zip(tags, parents, strict=True):
        own, _, outer, _ = known[tag]
        upward = around[parent] + outer if around else 0
        around.append(upward)
        base.append(own + known[tags[parent]][1] + upward)
    made: dict[tuple[str, int, int, int, int, int], int] = {}
    peers = [steps(n) for n in seen.layout.peers]
    out = []
    for (element, form, links, linked, signs, inline), size, width in zip(blocks, sizes, widths, strict=True):
        key = form, min(links, 6), tenths(linked, size), signs, peers[element], width
        if key not in made:
            made[key] = sum([w.by_token.get(x, 0) for x in makeup(*key)])
        out.append(base[element] + made[key] + (known[inline][3] if inline.name else 0))
    return out


def says(seen: Seen) -> set[str]:
    """All words of a page's tags: what its kind is told by."""
    out = {w for tag in set(seen.layout.tags) for w in words(tag)}
    return out | {"~" + w for tag in {b.inline for b in seen.blocks if b.inline.name} for w in words(tag)}


def kinds(seen: Seen, weights: Mapping[str, Mapping[str, int]]) -> dict[str, int]:
    """How much a page is of each kind, in units."""
    found = says(seen)
    sums = {kind: own[""] + sum([own.get(w, 0) for w in found]) for kind, own in weights.items()}
    return {kind: max(-CLIP, min(CLIP, total // 25)) for kind, total in sums.items()}


class Sums(NamedTuple):
    """For each element what all lines in it add up to."""

    lines: list[int]
    first: list[int]
    size: list[int]
    prose: list[int]
    linked: list[int]
    content: list[int]


def _sums(seen: Seen, view: View) -> Sums:
    parents = seen.layout.parents
    sums = Sums(*([0] * len(parents) for _ in Sums._fields))
    lines, first, size, prose, linked, content = sums
    for b, x, z, p in zip(seen.blocks, view.first, view.sizes, view.prose, strict=True):
        e = b.element
        lines[e] += 1
        first[e] += x
        size[e] += z
        prose[e] += z * p
        linked[e] += b.linked
        content[e] += CONTENT_WEIGHT[x + CLIP] * z
    for e in range(len(parents) - 1, 0, -1):  # an element comes after the one it stands in
        if lines[e]:
            up = parents[e]
            lines[up] += lines[e]
            first[up] += first[e]
            size[up] += size[e]
            prose[up] += prose[e]
            linked[up] += linked[e]
            content[up] += content[e]
    return sums


def _climbs(parents: Sequence[int], content: Sequence[int]) -> tuple[list[int], list[int]]:
    """For each element its depth, and how far up from the main element their nearest common element is.

    The main element is found from the page down, as long as one child holds most of the content.
    """
    n = len(parents)
    most, heavy, depth = [0] * n, [0] * n, [0] * n
    for e in range(n - 1, 0, -1):
        if content[e] > most[parents[e]]:
            most[parents[e]], heavy[parents[e]] = content[e], e
    for e in range(1, n):
        depth[e] = depth[parents[e]] + 1
    main, on = 0, {0}
    while most[main] * 2 > content[main]:
        main = heavy[main]
        on.add(main)
    climb = [depth[main]] * n
    for e in range(1, n):
        climb[e] = depth[main] - depth[e] if e in on else climb[parents[e]]
    return depth, climb


def _each(elements: Sequence[int], values: Mapping[int, int]) -> list[int]:
    return list(map(values.__getitem__, elements))


def columns(seen: Seen, view: View, parts: Sequence[int], like: Alike) -> dict[str, list[int]]:
    """A column of integers for each name of ``RANGES``; ``parts`` are the structure's parts of the first scores."""
    layout, blocks = seen.layout, seen.blocks
    elements, sums = [b.element for b in blocks], _sums(seen, view)
    depth, climb = _climbs(layout.parents, sums.content)
    out = {
        "structure": list(parts),
        "linked": [tenths(b.linked, z) for b, z in zip(blocks, view.sizes, strict=True)],
        "links": [min(b.links, 6) for b in blocks],
        "peers": [steps(layout.peers[e]) for e in elements],
        "climb": [min(20, climb[e]) for e in elements],
        "depth": [min(30, depth[e]) for e in elements],
    }
    for k in NEAR:
        big = [0] * len(layout.parents)
        for e in range(1, len(big)):
            big[e] = e if sums.lines[e] >= k else big[layout.parents[e]]
        around = [big[e] for e in elements]
        parts_of = set(around)  # which are far fewer than lines
        out[f"inside{k}"] = _each(around, {e: sums.first[e] // sums.lines[e] for e in parts_of})
        out[f"prose{k}"] = _each(around, {e: tenths(sums.prose[e], sums.size[e]) for e in parts_of})
        if k == 16:
            out["linked16"] = _each(around, {e: tenths(sums.linked[e], sums.size[e]) for e in parts_of})
    return out | alike.columns(seen, view, sums, like) | headline.columns(seen, view)


def reasons(found: Iterable[str], weights: Mapping[str, int]) -> list[tuple[str, int]]:
    """Words of tags with their weights, as people would say it.

    >>> reasons(["^w:footer", "=t:li"], {"^w:footer": 120, "=t:li": 30})
    [('an element around it is named "footer"', 120), ('its element is "li"', 30)]
    """
    out = []
    for token in dict.fromkeys(found):
        place, what = PLACES.get(token[0]), WHAT.get(token[1:2])
        if token in weights and place:
            out.append((f'{place} {what} "{token[3:]}"' if what else f"{place} is hidden", weights[token]))
    return out
