"""Two readers of HTML, and a plain one for pages that would cost those too much; each gives a page's normal form.

In the normal form every ``<`` and ``>`` belongs to a tag, names are lower case, attribute values stand in quotes, and
comments and the elements of ``html_tags.DROPPED`` are gone.  Lexbor and beautifulsoup4 close what the page leaves
open; the plain reader does not, and ``html_layer`` takes it all the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from parkdocs.sources.html_tags import DROPPED, VOID, plain

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

COMMENT = re.compile(r"<!--(?:[^-]++|-(?!->))*+-->")
NAMES = re.compile(r"<(/?[a-zA-Z][a-zA-Z0-9]*)")
FEW, DEEP, STRAIN, WIDE = 1500, 5000, 2_000_000, 100_000
"""A page of few tags is harmless.  Open elements cost Lexbor their square; each open element of ``FORMATTING`` is
opened anew in every paragraph to come; a tag of so many characters has too many attributes."""
FORMATTING = frozenset(
    {
        "b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u",
    }
)  # fmt: skip
FORMATS = re.compile(rf"<(?:{'|'.join(sorted(FORMATTING))})[\s>]", re.IGNORECASE)
INITIALS = "".join(sorted({c for name in FORMATTING for c in (name[0], name[0].upper())}))
LIKE_FORMATS = re.compile(rf"<[{INITIALS}]\w{{0,5}}[\s>]")
"""All of ``FORMATS`` and some more, in half the time."""
SHALLOW = VOID | frozenset(
    {
        "p", "li", "dt", "dd", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "optgroup", "body",
        "html", "head",
    }
)  # fmt: skip
"""Elements that do not pile up where they are left open."""
STRAY_BREAK = re.compile(r"</br\s{0,9}/?>", re.IGNORECASE)
"""Browsers see a line break in it."""
TAG = re.compile(
    r"""<!--(?:-?>|.*?(?:--!?>|\Z))|<[!?][^>]*(?:>|\Z)"""
    r"""|<(/?)([a-zA-Z][^\s/>]*+)((?:[^>"']++|"[^"]*+"|'[^']*+')*+(?:[^>]*+(?=>))?)>?""",
    re.DOTALL,
)
ATTRIBUTE = re.compile(r"""([^\s=/>"']++)(?:\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s>]++)))?""")
KEPT = frozenset({"class", "id", "role", "itemprop", "itemtype", "hidden", "aria-hidden", "style", "href"})
RAW = {name: re.compile(rf"</{name}(?![a-z0-9])[^>]*>", re.IGNORECASE) for name in ("script", "style")}
"""Elements whose content is dropped up to the page's end where they are not closed."""


def parse(page: str) -> LexborHTMLParser | None:
    """Lexbor's tree of a page, None for a page that it could not take in time or memory."""
    from selectolax.lexbor import LexborHTMLParser, SelectolaxError

    if is_hostile(page):
        return None
    try:
        return LexborHTMLParser(page)
    except (SelectolaxError, UnicodeEncodeError):
        return None


def by_lexbor(page: str, tree: LexborHTMLParser | None) -> str:
    """The normal form by selectolax's Lexbor, as browsers read a page; ``tree`` is the page's, and used up here.

    >>> page = "<p>1 < 2<li title='>'>x<script>y</script>"
    >>> by_lexbor(page, parse(page))
    '<html><head></head><body><p>1 &lt; 2</p><li title="&gt;">x</li></body></html>'
    """
    if tree is None:
        return by_scan(page)
    tree.strip_tags(list(DROPPED))
    return COMMENT.sub("", tree.html or "").replace("&nbsp;", "\xa0")


def by_soup(page: str, tree: LexborHTMLParser | None) -> str:
    """The normal form by beautifulsoup4 on Python's own parser: slower, and another mind on broken pages.

    >>> page = "<p>1 < 2<li title='>'>x<script>y</script>"
    >>> by_soup(page, parse(page))
    '<p>1 &lt; 2<li title="&gt;">x</li></p>'
    """
    from bs4 import BeautifulSoup, ParserRejectedMarkup
    from bs4.element import PreformattedString

    if tree is None:
        return by_scan(page)
    try:
        soup = BeautifulSoup(STRAY_BREAK.sub("<br>", _shown(page)), "html.parser", multi_valued_attributes=None)
    except ParserRejectedMarkup:
        return by_scan(page)
    for element in soup.find_all(list(DROPPED)):
        element.extract()
    for string in [s for s in soup.find_all(string=True) if isinstance(s, PreformattedString)]:
        string.extract()  # comments, declarations, instructions
    return soup.decode(formatter="minimal")


def _shown(page: str) -> str:
    """A page without what no reader shows and Python's parser takes for text at times: comments as browsers know them.

    >>> _shown("a<!-- b --!>c<!--> d<![CDATA[ <p>x<p><script>'<p>'</script>y<br")
    'ac dx<p>y'
    """
    out, at = [], 0
    while found := TAG.search(page, at):
        name = (found[2] or "").lower()
        out.append(page[at : found.start()])
        at = found.end()
        if name in RAW and not found[1]:
            close = RAW[name].search(page, at)
            at = close.end() if close else len(page)
        elif name and page[at - 1] == ">":
            out.append(found[0])
    return "".join([*out, page[at:]])


def by_scan(page: str) -> str:
    """The normal form by looking at the tags alone, in linear time on anything.

    >>> by_scan("<P>1 < 2<LI title='>' class=a>x<script>y</script>")
    '<p>1 &lt; 2<li class="a">x'
    """
    out, at, unclosed = [], 0, set[str]()
    while found := TAG.search(page, at):
        out.append(escape(plain(page[at : found.start()]), quote=False))
        at = found.end()
        name = (found[2] or "").lower()
        if not name:
            continue
        if name in DROPPED and not found[1] and name not in unclosed and not found[3].endswith("/"):
            close = re.compile(rf"</{re.escape(name)}(?![a-z0-9])[^>]*>", re.IGNORECASE).search(page, at)
            unclosed |= {name} - ({name} if close else set())
            at = close.end() if close else len(page) if name in RAW else at
        elif name not in DROPPED:
            out.append(_tag(found[1], name, found[3]))
    out.append(escape(plain(page[at:]), quote=False))
    return "".join(out)


def _tag(slash: str, name: str, attributes: str) -> str:
    values = [(a.lower(), plain(b or c or d)) for a, b, c, d in ATTRIBUTE.findall(attributes)]
    kept = "".join(f' {key}="{escape(value)}"' for key, value in values if key in KEPT and not slash)
    return f"<{slash}{escape(name)}{kept}>"


def is_hostile(page: str) -> bool:
    """Whether a page would take a tree builder more than linear time: very deep, very wide, or ever more formatting.

    Seen by experiment: 200,000 open ``div`` take Lexbor a minute, 5,000 times ``<p><font color=N>`` 5 GB, a tag with
    50,000 attributes seven seconds.  Safe: such a page is still read, by ``by_scan``.
    """
    if _has_long_stretch(page) and _has_wide_tag(page):
        return True
    tags = page.count("<")
    if tags < FEW or (tags < DEEP and any(len(x.findall(page)) * tags < STRAIN for x in (LIKE_FORMATS, FORMATS))):
        return False
    open_, depth, formatting, strain = Counter[str](), 0, 0, 0
    for name in NAMES.findall(page):
        if name[0] == "/":
            bare = name[1:].lower()
            if open_[bare]:
                open_[bare] -= 1
                depth -= 1
                formatting -= bare in FORMATTING
        elif (bare := name.lower()) not in SHALLOW:
            open_[bare] += 1
            depth += 1
            formatting += bare in FORMATTING
        strain += formatting
        if depth > DEEP or strain > STRAIN:
            return True
    return False


def _has_long_stretch(page: str) -> bool:
    """Whether more than ``WIDE`` characters in a row hold no end of a tag."""
    at = 0
    while len(page) - at > WIDE:
        last = page.rfind(">", at, at + WIDE + 1)
        if last < 0:
            return True
        at = last + 1
    return False


def _has_wide_tag(page: str) -> bool:
    """Whether a tag may have thousands of attributes; long data in one value, or in a script, is no harm."""
    inside = (piece.rpartition("<")[2] for piece in page.split(">") if len(piece) > WIDE and "<" in piece)
    return any(len(words.split(None, DEEP)) > DEEP for words in inside)


PARSERS: dict[str, Callable[[str, LexborHTMLParser | None], str]] = {"selectolax": by_lexbor, "bs4": by_soup}
