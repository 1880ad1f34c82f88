"""What an HTML page says about itself: tags, JSON-LD, microdata, and elements whose names say author, date or source.

Nothing is judged here: the values go into the record as they stand, so that the extract stage can weigh them against
the visible text wherever the record has travelled in between.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice
from typing import Any

from parkdocs.model import Declared
from parkdocs.sources import linked_data

MOST = 120  # values kept of a page
MOST_OF_NAME = 12  # values kept of one name
LONGEST = 300  # characters of a value
MOST_NODES = 200_000  # elements of a page that are looked at
MOST_TEXTS = 400  # nodes of one element that are looked at for its text
MOST_LINKED = 60  # nodes of a byline that are looked at for links
SEARCHED = 4_000_000  # bytes of a page in which the line of a value is looked for
UP = 8  # ancestors that may say that an element is not the page's own
SHORT = 160  # characters of a visible author, date or source: a longer element is a container of it

_META = re.compile(
    r"(?:og:(?:title|site_name|url|type|pubdate|updated_time|article:.{1,30})"
    r"|article:(?:author|publisher|published.{0,10}|modified.{0,10})"
    r"|(?:dc|dcterms|eprints)[.:_].{1,40}|citation_(?:title|author|.{0,20}date|publisher|journal_title|year)"
    r"|parsely-.{1,20}|sailthru\..{1,20}|cxenseparse:.{1,30}|twitter:(?:title"
    r"|creator)|shareaholic:.{1,40}|bt:.{1,20}|rnews:.{1,30}"
    r"|.{0,20}(?:author|byline|byl|writer|creator|copyright|publisher|contentsource).{0,20}"
    r"|.{0,20}(?:date|publish|pubtime|pubdate|time_published|modified|created|posted|timestamp).{0,20}"
    r"|(?:title|headline|hdl|doctitle|articletitle|source|sitename|application-name"
    r"|mediaid|generator|catalogs|ptime|originalsource))",
    re.IGNORECASE,
)
_NOT_META = re.compile(
    r"image|description|viewport|verif|token|format-detection|robots|refresh|cache|update.?freq|\bid$|_id$", re.I
)
_ITEMPROPS = frozenset(
    [
        "author",
        "creator",
        "publisher",
        "editor",
        "headline",
        "name",
        "datepublished",
        "datecreated",
        "datemodified",
        "uploaddate",
        "dateposted",
    ]
)
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "author",
        re.compile(
            r"author|byline|by-line|writer|reporter|journalist|autor\b|autor[_-]|verfasser"
            r"|contributor|creator|redakteur"
            r"|zuozhe|\beditor\b|poster|username|user-name|\bbjtime\b|nickname|profile_?name|\bauthi\b|\bp_author",
            re.I,
        ),
    ),
    (
        "date",
        re.compile(
            r"(?<!up)date(?!picker)|(?<!run)(?<!read)(?<!play)(?<!reading-)time(?!r|line"
            r"|out)|publish|posted|pubtime|datum|fecha"
            r"|riqi|fbsj|shijian|timestamp|\bmeta\b|entry-meta|post-meta|article-?info|\binfo\b",
            re.I,
        ),
    ),
    ("source", re.compile(r"source|laiyuan|\bfrom\b|media[_-]?name|come[_-]?from|\borigin\b|\bly\b", re.I)),
    ("title", re.compile(r"headline|(?<!sub)(?<!sub-)(?<!sub_)title|biaoti|\bbt\b|\btit\b|subject|überschrift", re.I)),
)
_APART = re.compile(
    r"comment(?!ary)|repl(?:y|ies)|related|recommend|sidebar|widget|promo|teaser"
    r"|footer|\bnav|menu|popular|trending|most-?read"
    r"|newsletter|cookie|carousel|read-?more|more-|latest|\bcards?\b|advert|breadcrumb"
    r"|subscri|\baside\b|tuijian|xiangguan|paihang"
    r"|hot-?news|\bside\b|\brecirc",
    re.I,
)
_NOT_AUTHOR = re.compile(
    r"authori[sz]|avatar|image|photo|\bimg|\bbio|desc|about|social|follow|-box"
    r"|count|share|link-?list|title\b(?<!author-title)",
    re.I,
)
_SPACE = re.compile(r"\s+")
_LOOKAROUND = re.compile(r"\(\?<?!([^)]*)\)")
_SPEAKING = frozenset({"h1", "time"})
_SKIPPED = frozenset(
    {"script", "style", "noscript", "template", "svg", "textarea", "select", "button", "input", "form", "img"}
)

Found = tuple[str, str]


def read(tree: Any) -> tuple[Declared, ...]:
    r"""The values that a page's tags name, in the order of the page.

    ``tree`` is a ``LexborHTMLParser``; ``line`` is the value's line in the page that it was made from, 0 where the
    value does not stand there letter by letter.  Names are lower case: ``title``, ``h1``, ``meta/og:title``,
    ``json-ld/newsarticle/datePublished``, ``itemprop/author``, ``link/canonical``, ``time``, ``rel/author``, and
    ``class/author``, ``class/date``, ``class/source``, ``class/title`` for elements whose class or id says so.

    >>> from selectolax.lexbor import LexborHTMLParser
    >>> page = '<title>Park opens</title>\n<meta name="author" content="Lan Chi">\n<p class="byline">By Lan Chi</p>'
    >>> [tuple(getattr(d, k) for k in ("name", "value", "line")) for d in read(LexborHTMLParser(page))]
    [('title', 'Park opens', 1), ('meta/author', 'Lan Chi', 2), ('class/author', 'By Lan Chi', 3)]
    """
    counts: dict[str, int] = {}
    seen: set[Found] = set()
    out: list[Declared] = []
    lines = _Lines((tree.raw_html or b"")[:SEARCHED])
    for name, found in _found(tree):
        value = _SPACE.sub(" ", found[: 4 * LONGEST]).strip()[:LONGEST]
        value = value.encode("utf-8", "replace").decode()  # JSON-LD may name half a surrogate pair
        if not value or (name, value) in seen or counts.get(name, 0) >= MOST_OF_NAME:
            continue
        seen.add((name, value))
        counts[name] = counts.get(name, 0) + 1
        out.append(Declared(name, value, lines.of(value)))
        if len(out) >= MOST:
            break
    return tuple(out)


class _Lines:
    """Line numbers of values in the page, looked for from the last one on, then from the start."""

    def __init__(self, page: bytes) -> None:
        self.page, self.at, self.number = page, 0, 1

    def of(self, value: str) -> int:
        wanted = value[:60].encode("utf-8", "replace")
        at = self.page.find(wanted, self.at)
        if at >= 0:
            self.number += self.page.count(b"\n", self.at, at)
            self.at = at
            return self.number
        at = self.page.find(wanted)
        return self.page.count(b"\n", 0, at) + 1 if at >= 0 else 0


def _found(tree: Any) -> Iterator[Found]:
    root = tree.root
    if root is None:
        return
    for node in islice(root.traverse(), MOST_NODES):
        tag, attributes = node.tag, node.attributes
        if tag == "meta":
            yield from _meta(attributes)
        elif tag == "title":
            if node.parent is not None and node.parent.tag != "svg":
                yield "title", _text(node, whole=True)
        elif tag == "script":
            if "ld+json" in (attributes.get("type") or ""):
                yield from linked_data.read(node.text())
        elif tag == "link":
            if attributes.get("rel") == "canonical":
                yield "link/canonical", attributes.get("href") or ""
        elif tag == "html":
            yield "html/lang", attributes.get("lang") or ""
        elif tag in _SPEAKING or (tag not in _SKIPPED and attributes and _tells(attributes)):
            yield from _visible(node, tag, attributes)


def _tells(attributes: dict[str, str | None]) -> bool:
    """Whether an element's attributes may say something; most do not, and are passed by at once."""
    get = attributes.get
    return (
        "datetime" in attributes
        or "itemprop" in attributes
        or "author" in (get("rel") or "")
        or _kind_of(get("class"), get("id")) != ""
    )


def _meta(attributes: dict[str, str | None]) -> Iterator[Found]:
    name = attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or ""
    name, value = name.strip().lower(), attributes.get("content") or attributes.get("value") or ""
    if value.strip() and name[:60] == name and _META.fullmatch(name) and not _NOT_META.search(name):
        yield f"meta/{name}", value


def _visible(node: Any, tag: str, attributes: dict[str, str | None]) -> Iterator[Found]:
    """What an element of the body says by its tag, its microdata, its class or its id."""
    words = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"[:300]
    prop, rel = (attributes.get("itemprop") or "").lower(), attributes.get("rel") or ""
    kind = "h1" if tag == "h1" else _kind(words)
    stamp = attributes.get("datetime") or ""
    if not (kind or stamp or tag == "time" or prop in _ITEMPROPS or "author" in rel) or _is_apart(node, words):
        return
    if tag == "time" or stamp:
        yield "time", stamp or _text(node)
    if prop in _ITEMPROPS:
        yield f"itemprop/{prop}", attributes.get("content") or stamp or _text(node)
    if rel == "author" or "author" in rel.split():
        yield "rel/author", _text(node)
    if kind == "author" and _NOT_AUTHOR.search(words):
        return
    if kind in ("h1", "title"):
        yield ("h1" if kind == "h1" else "class/title"), _text(node)
    elif kind and kind != "h1":
        text = _text(node)
        if len(text) <= SHORT:
            yield f"class/{kind}", text
            if kind == "author":  # its links are the single names
                yield from (("class/author", _text(a)) for a in islice(node.traverse(), MOST_LINKED) if a.tag == "a")


@lru_cache(maxsize=8192)
def _kind_of(classes: str | None, own: str | None) -> str:
    """The same of a class and an id together, as ``_visible`` reads them."""
    return _kind(f"{classes or ''} {own or ''}"[:300]) if classes or own else ""


@lru_cache(maxsize=8192)  # the elements of a page share their classes, and the pages of a site too
def _kind(words: str) -> str:
    """What a class or an id says that an element is: author, date, source or title, "" for anything else."""
    if not words.strip() or (words.isascii() and not _any_kind().Match(words.encode())):
        return ""
    return next((kind for kind, pattern in _KINDS if pattern.search(words)), "")


@cache
def _any_kind() -> Any:
    """All kinds in one automaton that lets some through which are none: most classes of a page say nothing."""
    import re2

    options = re2.Options()
    options.case_sensitive = False
    together = re2.Set.SearchSet(options)  # which says if there is a match at all, and no more
    together.Add("|".join(_LOOKAROUND.sub("", pattern.pattern) for _, pattern in _KINDS))
    together.Compile()
    return together


@lru_cache(maxsize=8192)
def _says_apart(words: str) -> bool:
    return bool(_APART.search(words))


def _is_apart(node: Any, words: str) -> bool:
    """Whether an element belongs to comments, teasers, a side column or the frame of the page."""
    for _ in range(UP):
        if _says_apart(words):
            return True
        node = node.parent
        if node is None or node.tag in ("body", "html", "article", "main"):
            return False
        if node.tag in ("aside", "footer", "nav"):
            return True
        attributes = node.attributes
        words = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"[:300]
    return False


def _text(node: Any, *, whole: bool = False) -> str:
    """The text of an element, its parts divided by a space; bounded, so that nested elements cannot add up."""
    parts: list[str] = []
    length = 0
    for child in islice(node.traverse(include_text=True), MOST_TEXTS):
        if child.is_text_node and (whole or (child.parent is not None and child.parent.tag not in ("script", "style"))):
            text = _SPACE.sub(" ", (child.text(deep=False) or "")[: 2 * LONGEST]).strip()
            length += len(text)
            parts += [text] if text else []
            if length > 2 * LONGEST:
                break
    return " ".join(parts)
