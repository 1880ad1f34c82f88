"""The title of an HTML page: its tags and its visible headings against each other.

Tags carry the site's name (``Park opens | Lindara Herald``), headings can be the site's own (``<h1>`` around a logo).
What both say is the title; of one said in two ways the visible one goes first, because it is what a reader saw.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parkdocs.metadata.tags import Tag, named, plain, sites
from parkdocs.model import Document

_HEADLINES = ("json-ld/*/headline", "itemprop/headline")
_METAS = (
    "meta/og:title",
    "meta/headline",
    "meta/hdl",
    "meta/sailthru.title",
    "meta/parsely-title",
    "meta/citation_title",
    "meta/dc.title",
    "meta/dcterms.title",
    "meta/cxenseparse:title",
    "meta/rnews:headline",
    "meta/articletitle",
    "meta/twitter:title",
    "meta/title",
)
_BREAK = re.compile(
    r"\s+[|｜–—·•»«:‹›/\\<>~-]{1,3}\s+|\s*[|｜»«]\s*|\s+_\s+|(?<=[\u3400-\u9fff）)])_"
    r"|_(?=[\u3400-\u9fff])|\s*[—–]{1,2}\s*(?=[\u3400-\u9fff])|-(?=[\u3400-\u9fff])"
    r"|\s+::\s+"
)
_BRACKETED = re.compile(r"(?<=\S)\s*\[[^\[\]]{2,60}\]$")
_SHORTEST = 5  # width of a title, where another is at hand
_FRAME = re.compile(
    r"^(?:home(?:page)?|news|menu|search|article|blog|首页|正文|新闻|资讯|详细内容|index|untitled|loading.*|404.*|.{0,3})$",
    re.I,
)


def read(doc: Document) -> Tag | None:
    """The title that tags and headings agree on, else the best of them; None where none of them says one.

    >>> from parkdocs.model import Declared, Metadata
    >>> said = [("title", "Park opens - Herald", 1), ("h1", "Herald", 5), ("h1", "Park opens", 9)]
    >>> read(Document("i", "s", "", "", Metadata(declared=tuple(Declared(*d) for d in said))))
    Tag(value='Park opens', line=9, rule='html/h1')
    """
    known = sites(doc)
    tags = [t._replace(value=without_site(t.value, known)) for t in named(doc, *_HEADLINES, *_METAS)]
    tags += [t._replace(value=without_site(t.value, known, alone=False)) for t in named(doc, "title")]
    tags = [t for t in tags if _could_be(t.value, known)]
    visible = [t for t in named(doc, "h1", "itemprop/headline") if _could_be(t.value, known)]
    return (
        _agreed(visible, tags)
        or _agreed([t for t in named(doc, "class/title") if _could_be(t.value, known)], tags)
        or _alike(visible, tags)
        or _best(tags, visible)
    )


def _could_be(value: str, known: frozenset[str]) -> bool:
    text = plain(value)
    return len(text) > 1 and text not in known and not _FRAME.match(value.strip())


def _agreed(visible: Sequence[Tag], tags: Sequence[Tag]) -> Tag | None:
    """The first visible heading that a tag says too, or that is most of what a tag says."""
    said = [plain(t.value) for t in tags]
    for heading in visible:
        text = plain(heading.value)
        if text in said:
            return heading
    for heading in visible:  # "Football: Park team wins" over two lines of one heading: a kicker, then the headline
        text = plain(heading.value)
        for tag, t in zip(tags, said, strict=True):
            if len(t) >= 3 * _SHORTEST and text.endswith(t) and len(text) < 2 * len(t):
                return tag
    for heading in visible:
        text = plain(heading.value)
        if len(text) >= _SHORTEST and any(text in t and 2 * len(text) >= len(t) for t in said):
            return heading
    return None


def _alike(visible: Sequence[Tag], tags: Sequence[Tag]) -> Tag | None:
    """The first heading that shares most of its words with a tag: a headline shortened for one of them.

    What a tag ends with in brackets is the site's name (``Park opens [Lindara Herald]``), not the headline's words.
    """
    for heading in visible:
        words = set(_words(heading.value))
        for tag in tags:
            other = set(_words(_BRACKETED.sub("", tag.value)))
            if words and other and 2 * len(words & other) >= min(len(words), len(other)) and len(words & other) > 1:
                return heading
    return None


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_\u3400-\u9fff]{2,}|[\u3400-\u9fff]", text.casefold())


def _best(tags: Sequence[Tag], visible: Sequence[Tag]) -> Tag | None:
    """Without agreement: the article's own headline, what two tags say, the first tag, the first heading.

    ``og:title`` and ``<title>`` often are one line written for search and sharing; JSON-LD names the article's.
    """
    if tags and tags[0].rule == "html/json-ld":
        return tags[0]
    said = [plain(t.value) for t in tags]
    twice = (t for t, text in zip(tags, said, strict=True) if said.count(text) > 1)
    return next(twice, None) or next(iter((*tags, *visible)), None)


def without_site(title: str, known: frozenset[str], *, alone: bool = True) -> str:
    """A title without the site's name at either end.

    A part that is a known name goes.  Where the title is not *alone* (``<title>``, which nearly always names the site),
    a last part behind a bar goes too, if the rest is long enough for a title.

    >>> without_site("Park opens gates | Lindara Herald", frozenset(), alone=False)
    'Park opens gates'
    >>> without_site("Herald - Park", frozenset(["herald"]))
    'Park'
    """
    title = title.strip()
    for _ in range(4):
        cuts = list(_BREAK.finditer(title))
        if not cuts:
            break
        head, tail = title[: cuts[0].start()], title[cuts[-1].end() :]
        if _is_site(tail, known):
            title = title[: cuts[-1].start()].strip()
        elif _is_site(head, known):
            title = title[cuts[0].end() :].strip()
        else:
            break
    return title if alone else _without_last(title)


def _without_last(title: str) -> str:
    cuts = list(_BREAK.finditer(title))
    if cuts and re.search(r"[|｜_»«]|-(?=$)", cuts[-1].group()) and _drops(title, cuts[0].start()):
        return title[: cuts[0].start()].strip()
    if cuts and re.fullmatch(r"\s+[–—-]\s+", cuts[-1].group()) and _drops(title, cuts[-1].start()):
        return title[: cuts[-1].start()].strip()
    return title


def _is_site(part: str, known: frozenset[str]) -> bool:
    text = plain(part)
    return (
        not text
        or text in known
        or any(len(name) > 3 and name in text and len(text) < 2 * len(name) for name in sorted(known))
    )


def _drops(title: str, cut: int) -> bool:
    """Whether what stands before a bar can be a title alone: longer than what stands behind it."""
    return cut >= 8 and cut * 3 >= len(title)


def headings(doc: Document) -> Iterator[str]:
    """What the page prints as its headings, folded, for finding the title's own line."""
    return (plain(t.value) for t in named(doc, "h1"))
