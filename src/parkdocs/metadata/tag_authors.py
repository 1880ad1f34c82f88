"""Who wrote an HTML page, as its tags and its bylines say.

Tags name the site, its administrator, a link or the owner of the template as "author" often enough that no tag is
believed blindly; names are cleaned of roles, agencies' places, dates and addresses before they count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from parkdocs.metadata.names import words
from parkdocs.metadata.tag_names import (
    AGENCIES,
    BY,
    DATED,
    MOST,
    NOBODY,
    PAPER,
    SPLIT,
    URL,
    distinct,
    is_person,
    people,
)
from parkdocs.metadata.tags import Tag, named, plain, sites
from parkdocs.model import Document

_NAMED = (
    "json-ld/*/author",
    "json-ld/*/creator",
    "meta/parsely-author",
    "meta/cxenseparse:author",
    "meta/byl",
    "meta/citation_author",
    "meta/citation_authors",
    "meta/author",
    "meta/sailthru.author",
    "meta/byline",
    "meta/article:byline",
    "meta/dc.creator",
    "meta/dcterms.creator",
    "meta/og:article:author",
    "meta/article:author",
    "meta/article:author_name",
    "meta/article.author",
    "meta/articleauthor",
    "meta/rnews:author",
    "meta/shareaholic:article_author_name",
    "itemprop/author",
    "rel/author",
    "class/author",
    "json-ld/webpage/author",
    "json-ld/person/name",
    "itemprop/creator",
    "json-ld/*/author/organization",
)


class Signed(NamedTuple):
    """Names with the tag that gives them."""

    names: tuple[str, ...]
    tag: Tag


def read(doc: Document, text: tuple[str, ...]) -> Signed | None:
    """The authors that tags give; None where they give none, or where the visible byline (*text*) should stand.

    First come full names and agencies (JSON-LD of the article, meta tags, elements marked as the author), then logins,
    and last the site's own name: a tag that says only these gives way to a visible byline.

    >>> from parkdocs.model import Declared, Metadata
    >>> said = (Declared("meta/author", "admin", 3), Declared("class/author", "By Lan Chi, Staff Writer", 20))
    >>> read(Document("i", "s", "", "", Metadata(declared=said)), ()).names
    ('Lan Chi',)
    """
    known = sites(doc)
    found = [s for name in _NAMED if (s := _signed(doc, name, known))]
    full = [s for s in found if _is_full(s.names)]
    best = next((s for s in full if not any(_is_team(n) for n in s.names)), next(iter(full), None))
    if best and best.tag.rule == "html/meta":  # a template names the site's owner there; the page itself says "By ..."
        best = next((s for s in found if _is_said(s) and _is_full(s.names)), best)
    if best:
        return None if text and _holds_more(text, best.names) else best
    if text:
        return None
    found += [s for name in _NAMED if (s := _signed(doc, name, frozenset()))]
    return next(iter(found), None) or _redaction(doc)


def _redaction(doc: Document) -> Signed | None:
    """What signs where no person does: ``BR24 Redaktion``, ``ndr.de``; only tags that are made for it."""
    for tag in named(doc, "json-ld/*/author", "json-ld/*/author/organization", "meta/author"):
        fits = (
            2 < len(tag.value) <= 40
            and not re.search(r"//|www\.|GmbH", tag.value)
            and tag.value.count(" ") < 5
            and "@" not in tag.value
        )
        if fits and plain(tag.value) not in NOBODY and re.search(r"[^\W\d_]{2}", tag.value):
            return Signed((tag.value,), tag)
    return None


def _is_said(signed: Signed) -> bool:
    """Whether a visible element says "By" before the names."""
    return signed.tag.rule in ("html/class", "html/itemprop", "html/rel") and bool(BY.match(signed.tag.value))


def _is_full(names: Sequence[str]) -> bool:
    """Whether names are people's or agencies', no logins: with a space, or in an East Asian script."""
    return all(" " in n or AGENCIES.fullmatch(n) or not n.isascii() for n in names)


def _is_team(name: str) -> bool:
    return not words("team").isdisjoint(name.lower().split())


def _holds_more(text: Sequence[str], tags: Sequence[str]) -> bool:
    """Whether a visible byline holds all that the tags say, and more."""
    return {plain(name) for name in tags} < {plain(name) for name in text}


def _signed(doc: Document, name: str, known: frozenset[str]) -> Signed | None:
    """The names that the tags of one name give: all of JSON-LD and meta, of visible elements the first group."""
    values = list(named(doc, name))
    if name.startswith(("class/", "itemprop/", "rel/")):
        values = _group(values, known)
    elif name == "json-ld/person/name":
        values = values[:1]
    each = [
        (found, t) for t in values if (found := _one(t.value, name, known) or people(_turned(t.value, name), known))
    ]
    if not each:
        return None
    return Signed(distinct(tuple(n for found, _ in each for n in found))[:MOST], each[0][1])


def _one(value: str, name: str, known: frozenset[str]) -> tuple[str, ...]:
    """The one name that a tag made for it holds, as it stands: ``Council for Parks``, ``Bo (Bobby) Lee``."""
    own = name.startswith("json-ld/") or name in ("meta/author", "meta/article:author")
    whole = re.sub(r"\s?\([^()]{0,40}\)", "", value)
    plausible = (
        own and 1 <= whole.count(" ") <= 4 and whole[:1].isupper() and not URL.search(value) and not DATED.search(value)
    )
    if not plausible or SPLIT.search(whole) or BY.match(value) or plain(value) in known or PAPER.search(whole):
        return ()
    named = " ".join(word for word in whole.split() if word not in ("of", "for", "the", "and"))
    return (value,) if is_person(named, first=True) else ()


def _turned(value: str, name: str) -> str:
    """``Ortiz, Lena`` in a library's tag is one name."""
    parts = value.split(",")
    if ("citation" in name or "creator" in name) and len(parts) == 2 and " " not in parts[0].strip():
        return f"{parts[1].strip()} {parts[0].strip()}"
    return value


def _group(values: Sequence[Tag], known: frozenset[str]) -> list[Tag]:
    """The first element that names somebody; of one that holds others, those: ``<p class=byline>`` around two links."""
    for k, value in enumerate(values):
        if not people(value.value, known):
            continue
        inner = [t for t in values[k + 1 : k + 12] if t.value in value.value and t.value != value.value]
        clean = [t for t in inner if " " in t.value and people(t.value, known) == (t.value,)]
        return clean or [value]
    return []
