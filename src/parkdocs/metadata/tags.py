"""What a page's tags declare, as the metadata steps ask for it: values by name, the names of its site, its address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from parkdocs.model import Declared, Document

ARTICLES = (
    "article newsarticle blogposting reportagenewsarticle analysisnewsarticle opinionnewsarticle backgroundnewsarticle"
    " reviewnewsarticle liveblogposting techarticle scholarlyarticle report socialmediaposting discussionforumposting"
    " advertisercontentarticle satiricalarticle medicalscholarlyarticle recipe review qapage question creativework"
)
"""Types of JSON-LD objects that are a page's own text; others (``webpage``, ``videoobject``) may be about its frame."""

_ARTICLES = frozenset(ARTICLES.split()) | {"broken"}
_SITE = re.compile(
    r"meta/(?:og:site_name|application-name|sitename|publisher|dc\.publisher|citation_journal_title)$"
    r"|json-ld/(?:website|organization|newsmediaorganization|corporation|localbusiness)/(?:name|publisher.*)$"
    r"|json-ld/\w+/publisher(?:/organization)?$"
)
_HOST = re.compile(r"https?://([\w.-]{3,100})")
_PARTS_OF_HOSTS = frozenset(
    [
        "www",
        "com",
        "net",
        "org",
        "edu",
        "gov",
        "co",
        "uk",
        "de",
        "fr",
        "cn",
        "tw",
        "jp",
        "info",
        "news",
        "blog",
        "m",
        "en",
        "html",
    ]
)
_PLAIN = re.compile(r"[\W_]+")


class Tag(NamedTuple):
    """A declared value with the rule that it is evidence by."""

    value: str
    line: int
    rule: str


def plain(text: str) -> str:
    """Letters and digits of a text, folded, for comparing what is printed in two ways.

    >>> plain("Park opens: 2nd Stage") == plain("PARK OPENS — 2nd stage")
    True
    """
    return _PLAIN.sub("", unicodedata.normalize("NFKC", text[:600])).casefold()


def named(doc: Document, *names: str) -> Iterator[Tag]:
    """Declared values of the given names, in the order of the names, then of the page.

    ``json-ld/*/headline`` stands for every type of article; the rule is ``html/json-ld``, ``html/meta`` and so on.
    """
    known = _by_name(doc.metadata.declared)
    for name in names:
        yield from known.get(name, ())


@lru_cache(maxsize=4)
def _by_name(declared: tuple[Declared, ...]) -> dict[str, list[Tag]]:
    out: dict[str, list[Tag]] = {}
    for d in declared:
        way, _, rest = d.name.partition("/")
        tag = Tag(d.value, d.line, f"html/{way}")
        out.setdefault(d.name, []).append(tag)
        kind, _, key = rest.partition("/")
        if way == "json-ld" and kind in _ARTICLES:
            out.setdefault(f"json-ld/*/{key}", []).append(tag)
    return out


def order(declared: tuple[Declared, ...]) -> Iterator[tuple[str, Tag]]:
    """All declared values with their names, in the order of the page."""
    for d in declared:
        yield d.name, Tag(d.value, d.line, f"html/{d.name.partition('/')[0]}")


def sites(doc: Document) -> frozenset[str]:
    """What the site calls itself, as ``plain`` spells it: its declared names, its host and the words of its host."""
    declared = doc.metadata.declared
    found = {plain(d.value) for d in declared if _SITE.match(d.name)}
    hosts = {m[1] for value in (doc.source, *addresses(doc)) if (m := _HOST.match(value))}
    for host in hosts:
        labels = [label for label in host.lower().split(".") if label not in _PARTS_OF_HOSTS]
        found |= {plain(host), plain(host.removeprefix("www.")), *map(plain, labels), plain("".join(labels))}
    return frozenset(found - {""})


def addresses(doc: Document) -> tuple[str, ...]:
    """The addresses that the page gives for itself, and the one that it was fetched from."""
    own = (t.value for t in named(doc, "link/canonical", "meta/og:url", "meta/cxenseparse:url", "meta/parsely-link"))
    return tuple(dict.fromkeys([*own, doc.source]))
