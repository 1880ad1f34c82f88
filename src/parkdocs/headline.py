"""How far a line of an HTML page is from the title and from the summary that the page's own head names.

A page's ``title``, ``og:title``, ``description`` and their like say which of many texts the page is about: what stands
beside those words is the content, what is far from them in the tree is likely not.  Safe where the head names a site
alone, or a line that is not there: the columns then say that nothing is known.  Linear in the page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from parkdocs import deferred
from parkdocs.surroundings import FAR, View

if TYPE_CHECKING:
    from parkdocs.structure import Seen

HEAD = 100_000
"""So many characters of a page are searched for what its head says."""
TITLE = deferred.pattern(r"(?i)<title[^<>]{0,200}>([^<]{1,400})")
META = deferred.pattern(r"(?i)<meta\s[^<>]{1,2000}>")
MOST = 4
"""So many titles and summaries are read."""
NAME = deferred.pattern(
    r"""(?i)(?:property|name|itemprop)\s{0,9}=\s{0,9}["']?(?:og:|twitter:)?(title|description)["'\s/>]"""
)
CONTENT = deferred.pattern(r"""(?i)\bcontent\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)')""")
MARKS = "#>-| "
"""What a line of the text layer begins with before its own words."""
SHORTEST, SUMMARY, KEY = 6, 20, 25
"""Characters of the shortest title (wide ones count double) and summary; of so many a line is known by its start."""
LONGEST, FIRST, SECOND, LINKED = 60, 30, 15, -25
"""A title counts by its length up to here; more as a first heading, less as a lower one, least as a link."""
CLIMB = 20
ABSENT, APART = -FAR - 1, CLIMB + 1

RANGES: dict[str, tuple[int, int]] = {
    "titled": (ABSENT, FAR),
    "titled_climb": (0, APART),
    "told": (ABSENT, FAR),
    "told_climb": (0, APART),
}
"""Columns of ``columns`` and the range of each."""

MEANING = {
    "titled": "lines from the title that the page's head names",
    "titled_climb": "distance in the tree to the title that the page's head names",
    "told": "lines from the summary that the page's head names",
    "told_climb": "distance in the tree to the summary that the page's head names",
}
"""What a column says, for people."""


class Said(NamedTuple):
    """Titles and summaries that a page's head names."""

    titles: tuple[str, ...]
    summaries: tuple[str, ...]


@lru_cache(maxsize=2)
def said(markup: str) -> Said:
    """The titles and summaries in a page's head.

    >>> said('<title>Pier opens - Harbour</title><meta name="description" content="The new pier is open to all.">')
    Said(titles=('Pier opens - Harbour',), summaries=('The new pier is open to all.',))
    """
    head = markup[:HEAD]
    titles, summaries = [_plain(x) for x in TITLE.findall(head)[:1]], list[str]()
    for meta in META.findall(head):
        low = meta.lower()
        name = NAME.search(meta) if "title" in low or "description" in low else None
        content = CONTENT.search(meta) if name else None
        if name and content:
            (titles if name[1].lower() == "title" else summaries).append(_plain(content[1] or content[2] or ""))
    return Said(
        tuple(dict.fromkeys(x for x in titles if len(x) >= SHORTEST // 2))[:MOST],
        tuple(dict.fromkeys(x for x in summaries if len(x) >= SUMMARY))[:MOST],
    )


def _plain(value: str) -> str:
    try:
        import html  # its table of names takes longer to load than a text without tags takes to clean

        return " ".join(html.unescape(value[:2000]).split())
    except ValueError:  # a character reference of thousands of digits
        return ""


def columns(seen: Seen, view: View) -> dict[str, list[int]]:
    """A column of integers for each name of ``RANGES``."""
    found = said(seen.layout.page)
    bare = [x.lstrip(MARKS) for x in view.lines]
    title = _title(bare, found.titles, seen, view)
    summary = _summary(bare, found.summaries, seen, view, title)
    lines, climbs = _distances(title, seen)
    told, told_climbs = _distances(summary, seen)
    return {"titled": lines, "titled_climb": climbs, "told": told, "told_climb": told_climbs}


def _title(bare: Sequence[str], titles: Sequence[str], seen: Seen, view: View) -> int:
    """The line that is the title, or most of it, or holds it; -1 for none."""
    best, found = 0, -1
    for k, x in enumerate(bare):
        n = len(x)
        if n * (2 if x[:1] > "\u2e80" else 1) < SHORTEST or not any(
            x in t or (n < 2 * len(t) and t in x) for t in titles
        ):
            continue
        block = seen.blocks[k]
        name = seen.layout.tags[block.element].name
        worth = min(n, LONGEST) + (FIRST if name == "h1" else SECOND if name in {"h2", "h3"} else 0)
        worth += LINKED * (block.linked * 2 > view.sizes[k])
        if worth > best:
            best, found = worth, k
    return found


def _summary(bare: Sequence[str], summaries: Sequence[str], seen: Seen, view: View, title: int) -> int:
    """The line that begins as a summary does, or goes on with it, the next one after the title; -1 for none."""
    starts = [s[:KEY] for s in summaries]
    found = [
        k
        for k, x in enumerate(bare)
        if len(x) >= SUMMARY // 2
        and seen.blocks[k].linked * 2 <= view.sizes[k]
        and (any(x[:KEY] in s for s in summaries) or any(s in x for s in starts))
    ]
    return min(found, key=lambda k: (k < title, abs(k - title)), default=-1)


def _distances(anchor: int, seen: Seen) -> tuple[list[int], list[int]]:
    """For each line how many lines it is after another, and how far up from that their common element is."""
    n = len(seen.blocks)
    if anchor < 0:
        return [ABSENT] * n, [APART] * n
    parents = seen.layout.parents
    path = {e: k for k, e in enumerate(_upward(seen.blocks[anchor].element, parents))}
    climb = [path[0]] * len(parents)
    for e in range(1, len(parents)):
        climb[e] = path[e] if e in path else climb[parents[e]]
    lines = [max(-FAR, min(FAR, k - anchor)) for k in range(n)]
    return lines, [min(CLIMB, climb[b.element]) for b in seen.blocks]


def _upward(element: int, parents: Sequence[int]) -> Iterator[int]:
    while element:
        yield element
        element = parents[element]
    yield 0
