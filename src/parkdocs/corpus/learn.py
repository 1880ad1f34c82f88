"""Learn a site's chrome: the lines that its pages share, by their place, with slots for dates and counters.

A template of a line is its view with every number, month and weekday taken out.  What stands at the same place of
several different pages of one site is chrome; what is said in the middle of an article is not, even if two articles say
it.  So lines between paragraphs need more pages, and their rules the company of other chrome.  Pages that repeat each
other count once.  The order in which pages come makes no difference.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b
from heapq import heappush, heappushpop
from typing import NamedTuple

from parkdocs import page as pages
from parkdocs.lines import split
from parkdocs.model import Document
from parkdocs.page import Page
from parkdocs.sites import host_of

MOST_PAGES, MOST_LINES = 300, 3_000
"""Pages of a site that are looked at, those whose digests are the smallest, and lines of a page."""
LEAST_PAGES = 3
SHARE, SHARE_INSIDE = 0.3, 0.5
"""The share of a site's pages that have to have a line: at the head or the tail, and between paragraphs."""
ALIKE = 0.8
"""Pages that share so many of their paragraphs are one page that was saved twice."""
RUN, MOSTLY = 3, 0.8
"""Between paragraphs a line has to stand in a run of three shared ones, on most pages: menus do, headings do not."""
LONGEST, EXAMPLES = 300, 3
MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
MONTHS += "|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
DAYS = "(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun"
SLOT = re.compile(rf"[0-9]+(?:[.,:/-][0-9]+)*|\b(?:{MONTHS})\b\.?|\b(?:{DAYS})\b", re.IGNORECASE)
LETTERS = re.compile(r"[^\W\d_]")
WORD = re.compile(r"[^\W\d_]+")
HAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
TELLING_HAN = 5
"""Chinese characters, and two words elsewhere, that a rule without a site needs: every site says “Education”."""
ZONES = ("head", "body", "tail")


Parts = tuple[str | None, ...]


class Template(NamedTuple):
    """A line of a site: its text with ``None`` for each slot, and where it stands: head, tail or body."""

    parts: Parts
    zone: str


@dataclass(slots=True)
class Leaf:
    """One page as learning sees it: its templates with an example of each, its prose, and other short lines."""

    digest: bytes
    prose: frozenset[str]
    found: dict[Template, str]
    titles: frozenset[Template]  # lines with slots that a paragraph follows: "Report of May 2021" is a headline
    near: dict[Template, list[Parts | None]]  # templates of the lines around, two before and two after


@dataclass(slots=True)
class Learned:
    """A template that pages of a site share."""

    parts: Parts
    where: str  # head | tail | anywhere
    support: int
    pages: int
    examples: list[str]
    guarded: bool
    zones: frozenset[str]


@dataclass(slots=True)
class Site:
    """The pages of one site: a bounded, order-independent choice of them."""

    name: str
    heap: list[tuple[int, bytes, Leaf]] = field(default_factory=list)
    seen: set[bytes] = field(default_factory=set)
    is_host: bool = True  # not a folder: its rules know where they belong

    def add(self, leaf: Leaf) -> None:
        """Take a page in, or leave it where ``MOST_PAGES`` with smaller digests are there."""
        if leaf.digest in self.seen:
            return
        self.seen.add(leaf.digest)
        entry = (-int.from_bytes(leaf.digest, "big"), leaf.digest, leaf)
        if len(self.heap) < MOST_PAGES:
            heappush(self.heap, entry)
        else:
            self.seen.discard(heappushpop(self.heap, entry)[1])

    def leaves(self) -> list[Leaf]:
        """The pages that differ from each other, in the order of their digests."""
        kept: list[Leaf] = []
        for _, _, leaf in sorted(self.heap, key=lambda entry: entry[1]):
            if not any(_same(leaf, other) for other in kept):
                kept.append(leaf)
        return kept


def _same(one: Leaf, other: Leaf) -> bool:
    """Whether two pages say the same: a page that was saved twice must not vouch for its own text."""
    most = max(len(one.prose), len(other.prose))
    return most > 0 and len(one.prose & other.prose) >= ALIKE * most


def site_of(doc: Document, by: str) -> str:
    """The site of a document: the host of its address, as its source or its page's tags give it, or its folder.

    >>> site_of(Document("a/1.txt", "https://www.Park.example/news/1", "", ""), "host")
    'www.park.example'
    >>> site_of(Document("a/1.txt", "pages/a/1.txt", "", ""), "host")
    'a'
    """
    return (host_of(doc) if by == "host" else "") or doc.id.rpartition("/")[0]


def leaf(doc: Document) -> Leaf:
    """What learning keeps of a page."""
    page = pages.read(split(doc.raw)[:MOST_LINES])
    places: list[Template | None] = [_template(page, i) for i in page.solid]
    found: dict[Template, str] = {}
    near: dict[Template, list[Parts | None]] = {}
    for k, template in enumerate(places):
        if template and template not in found:
            found[template] = page.lines[page.solid[k]].text.strip()
            around = [places[j] if 0 <= j < len(places) else None for j in (k - 2, k - 1, k + 1, k + 2)]
            near[template] = [t.parts if t else None for t in around]
    prose = frozenset(page.views[i] for i, p in enumerate(page.prose) if p and page.views[i])
    digest = blake2b(doc.raw.encode("utf-8", "replace"), digest_size=16).digest()
    pairs = zip(places, [*page.solid, -1][1:], strict=True)
    titles = frozenset(t for t, after in pairs if t and None in t.parts and after >= 0 and page.prose[after])
    return Leaf(digest, prose, found, titles, near)


def _template(page: Page, i: int) -> Template | None:
    """The template of a line, None where it is too long or has nothing but slots."""
    seen = page.views[i]
    if not seen or len(seen) > LONGEST:
        return None
    parts = slotted(seen)
    if sum(len(LETTERS.findall(part)) for part in parts if part) < 2:
        return None
    zone = "head" if i < page.body[0] else "tail" if i > page.body[1] else "body"
    return Template(parts, zone)


def slotted(seen: str) -> Parts:
    """A view in pieces, in lower case, with ``None`` where a number, a month or a weekday stands.

    >>> slotted("Comments (12)"), slotted("Updated 3 May 2021"), slotted("Home")
    (('comments (', None, ')'), ('updated ', None, ' ', None, ' ', None), ('home',))
    """
    parts: list[str | None] = []
    at = 0
    for slot in SLOT.finditer(seen):
        parts += [seen[at : slot.start()].lower(), None] if slot.start() > at else [None]
        at = slot.end()
    return tuple([*parts, seen[at:].lower()] if at < len(seen) else parts)


def says_little(parts: Parts) -> bool:
    """Whether a template is no more than a word, which a page of another site may have as a heading or in a list.

    Two slots count as a word: "3 March 2023 edition" is said by few, "Table 3" by many.

    >>> says_little(("education",)), says_little(("table ", None)), says_little(("sheds to let",))
    (True, True, False)
    >>> says_little(("联系我们",)), says_little(("工业园区管委会",))
    (True, False)
    """
    fixed = " ".join(part for part in parts if part)
    words = len(WORD.findall(HAN.sub(" ", fixed))) + (parts.count(None) >= 2)
    return len(HAN.findall(fixed)) < TELLING_HAN and words < 2


def gather(documents: Iterable[Document], by: str) -> dict[str, Site]:
    """The sites of documents, each with its pages."""
    sites: dict[str, Site] = {}
    for doc in documents:
        put(sites, doc, by)
    return sites


def put(sites: dict[str, Site], doc: Document, by: str) -> None:
    """Add one document to its site; one without any text says nothing of the lines that pages share."""
    if not doc.raw.strip("\ufeff\n\r\t "):
        return
    name = site_of(doc, by)
    site = sites.setdefault(name, Site(name))
    site.is_host &= by == "host" and host_of(doc) == name
    site.add(leaf(doc))


def learn(site: Site, least: int = LEAST_PAGES) -> list[Learned]:
    """The templates that a site's pages share, those on most pages first; none where it has fewer than ``least``."""
    leaves = site.leaves()
    if len(leaves) < least:
        return []
    zones: dict[Parts, dict[str, int]] = {}
    holders: dict[Parts, set[int]] = {}
    for number, page in enumerate(leaves):
        for parts, zone in page.found:
            zones.setdefault(parts, {}).setdefault(zone, 0)
            zones[parts][zone] += 1
            holders.setdefault(parts, set()).add(number)
    shared = {parts for parts, pages_ in holders.items() if len(pages_) >= 2}
    found = []
    for parts in shared:
        if says_little(parts) and not site.is_host:
            continue
        learned = _judge(parts, zones[parts], sorted(holders[parts]), leaves, shared)
        if learned:
            found.append(learned)
    return sorted(found, key=lambda x: (-x.support, x.where, [p or "" for p in x.parts]))


def _judge(
    parts: Parts,
    zones: dict[str, int],
    holders: list[int],
    leaves: list[Leaf],
    shared: set[Parts],
) -> Learned | None:
    """Whether a shared template is chrome: enough pages for its place, company where it stands among paragraphs."""
    inside = "body" in zones
    least = max(2, (SHARE_INSIDE if inside else SHARE) * len(leaves))
    mine = [(leaves[n], t) for n in holders for zone in ZONES if (t := Template(parts, zone)) in leaves[n].found]
    examples = sorted({page.found[t] for page, t in mine})
    sentence = any(pages.is_prose(example) for example in examples)
    if len(holders) < (max(least, 3) if sentence else least):
        return None
    if None in parts and ((sentence and inside) or 2 * sum(t in page.titles for page, t in mine) >= len(mine)):
        return None
    around = [_company(page.near[t], shared) for page, t in mine]
    if inside and not sentence and sum(run >= RUN for _, run in around) < MOSTLY * len(around):
        return None
    where = next(iter(zones)) if len(zones) == 1 and not inside else "anywhere"
    guarded = not sentence and 2 * sum(any_ for any_, _ in around) >= len(around)
    if where == "anywhere" and not guarded and not sentence:
        return None
    return Learned(parts, where, len(holders), len(leaves), examples[:EXAMPLES], guarded, frozenset(zones))


def _company(near: list[Parts | None], shared: set[Parts]) -> tuple[bool, int]:
    """Whether a line has shared lines near it, and the length of the run of such lines that it stands in, at most 5."""
    far_before, before, after, far_after = (parts in shared for parts in near)
    run = 1 + before + (before and far_before) + after + (after and far_after)
    return far_before or before or after or far_after, run
