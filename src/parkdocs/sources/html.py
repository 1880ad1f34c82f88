"""HTML: the text layer of a page, one block element a line, as the source that cleaning works on.

Two readers give the same pieces, tags and texts in order, to the same layer.  ``scan`` looks at the tags without a
tree and takes linear time on anything; ``bs4`` walks beautifulsoup4's tree, a second opinion on broken pages (its
parser takes minutes for 150 kB of ``<a <a <a``).  What is kept: headings as ``#``, list items as ``-``, the text of
links; what goes: scripts, styles, ``noscript``, templates, comments, the title element.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from parkdocs.model import Document
from parkdocs.sources import text
from parkdocs.sources.encoding import Decoded, decode

EXTENSIONS = (".html", ".htm", ".xhtml")

HEAD = 4096
CHARSET = re.compile(rb"""<meta[^>]{0,500}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})""", re.IGNORECASE)
XML = re.compile(rb"""^\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})""")

NAME = re.compile(r"/?[A-Za-z][A-Za-z0-9:_-]{0,30}")
SPACE = re.compile(r"[ \t\n\r\f]+")
LEVELS = {f"h{n}": "#" * n + " " for n in range(1, 7)}
DROPPED = frozenset({"script", "style", "noscript", "template", "title", "svg", "iframe", "noembed", "noframes"})
PARAGRAPHS = re.compile(
    "address|article|aside|blockquote|body|details|dialog|div|dl|fieldset|figure|footer|form|h[1-6]|header|hgroup|hr|html"
    "|main|nav|ol|p|pre|section|table|ul"
)
LINES = re.compile(
    "br|button|caption|center|dd|dt|figcaption|head|legend|li|option|select|summary|tbody|textarea|tfoot|thead|tr"
)


Piece = tuple[str, str]
"""A tag (its name, ``/`` in front of an end tag, "" for none) and the text before it."""


class Tag(NamedTuple):
    """A tag's lower-case name, ``/`` in front of an end tag, and where the tag starts and ends."""

    name: str
    start: int
    end: int


def read(data: bytes, doc_id: str, source: str, parser: str = "scan") -> Document:
    """The document of an HTML page's bytes; ``raw`` is its text layer, ``bytes`` and ``sha256`` are the page's."""
    decoded = decode(data, declared_charset(data))
    raw = text_layer(decoded.text, parser)
    broken = tuple(i for i, line in enumerate(raw.split("\n"), 1) if "\ufffd" in line) if decoded.bad else ()
    return text.document(data, raw, Decoded(raw, decoded.encoding, broken), doc_id, source, "html")


def declared_charset(data: bytes) -> str:
    """The charset that the page's first 4,096 bytes name, "" without one.

    >>> declared_charset(b'<meta http-equiv="Content-Type" content="text/html; charset=gb2312">')
    'gb2312'
    """
    head = data[:HEAD]
    found = XML.search(head) or CHARSET.search(head)
    return found[1].decode("ascii", "ignore").lower() if found else ""


def text_layer(page: str, parser: str = "scan") -> str:
    r"""The text of a page: a block element a line, blank lines between paragraphs, white space as browsers show it.

    ``parser`` is one of ``PARSERS``.

    >>> text_layer("<title>T</title><h2>News</h2><p>One<br>two &amp; <a href=x>three</a></p><ul><li>a<li>b</ul>")
    '## News\n\nOne\ntwo & three\n\n- a\n- b\n'
    """
    lines, words = [""], list[str]()
    prefix = ""

    def flush(paragraph: bool) -> None:
        line = SPACE.sub(" ", "".join(words)).strip(" ")
        words.clear()
        if line:
            lines.append(prefix + line)
        if paragraph and lines[-1]:
            lines.append("")

    for tag, plain in PARSERS[parser](page):
        words.append(plain)
        name = tag.removeprefix("/")
        if PARAGRAPHS.fullmatch(name):
            flush(paragraph=True)
        elif LINES.fullmatch(name):
            flush(paragraph=False)
        elif name in {"td", "th"}:
            words.append(" ")
        if name in LEVELS or name == "li":
            prefix = "" if tag.startswith("/") else LEVELS.get(name, "- ")
        elif PARAGRAPHS.fullmatch(name) and tag.startswith("/"):
            prefix = ""
    flush(paragraph=False)
    return "\n".join(lines[1:]).rstrip("\n") + "\n" if lines[1:] else ""


def _scanned(page: str) -> Iterator[Piece]:
    """Pieces by scanning the tags."""
    at = 0
    for tag in _tags(page):
        yield tag.name, _plain(page[at : tag.start])
        at = tag.end
    yield "", _plain(page[at:])


def _parsed(page: str) -> Iterator[Piece]:
    """Pieces by walking beautifulsoup4's tree, without recursion."""
    from bs4 import BeautifulSoup
    from bs4.element import NavigableString, PageElement, Tag

    stack: list[PageElement | str] = [BeautifulSoup(page, "html.parser")]
    while stack:
        node = stack.pop()
        if isinstance(node, Tag):
            if node.name not in DROPPED:
                yield node.name, ""
                stack += ["/" + node.name, *reversed(node.contents)]
        elif type(node) is NavigableString:  # its subclasses are comments, declarations and scripts
            yield "", str(node)
        elif isinstance(node, str) and not isinstance(node, NavigableString):
            yield node, ""


PARSERS: dict[str, Callable[[str], Iterator[Piece]]] = {"scan": _scanned, "bs4": _parsed}


def _plain(markup: str) -> str:
    if "&" not in markup:
        return markup
    try:
        return html.unescape(markup)
    except ValueError:  # a numeric reference of thousands of digits
        return markup


def _tags(page: str) -> Iterator[Tag]:
    """Tags in order; a comment, declaration or dropped element is one tag without a name, from its start to its end.

    Linear: what was once looked for in vain up to the end of the page is not looked for again.
    """
    at, quotes, last, unclosed = 0, True, page.rfind(">"), set[str]()
    while 0 <= (start := page.find("<", at)) < last:
        if page.startswith(("<!", "<?"), start):
            at = _markup_end(page, start)
            yield Tag("", start, at)
        elif match := NAME.match(page, start + 1):
            name = match[0].lower()
            end = _tag_end(page, match.end()) if quotes else 0
            quotes = quotes and end > 0  # a quote that never closes: from here on the first > ends a tag
            at = end or page.find(">", match.end()) + 1
            if name in DROPPED - unclosed and not page.startswith("/>", at - 2):
                end = _element_end(page, name, at)
                unclosed |= {name} - ({name} if end else set())
                name, at = "", end or (len(page) if name in {"script", "style"} else at)
            yield Tag(name, start, at)
        else:
            at = start + 1


def _markup_end(page: str, start: int) -> int:
    close = "-->" if page.startswith("<!--", start) else "]]>" if page.startswith("<![CDATA[", start) else ">"
    end = page.find(close, start + 2)
    return end + len(close) if end >= 0 else len(page)


TAG_STOP = re.compile("[>\"']")


def _tag_end(page: str, at: int) -> int:
    """Just after the ``>`` that closes a tag, past quoted attribute values; 0 where the page ends before it."""
    while stop := TAG_STOP.search(page, at):
        if stop[0] == ">":
            return stop.end()
        at = page.find(stop[0], stop.end()) + 1
        if not at:
            return 0
    return 0


def _element_end(page: str, name: str, at: int) -> int:
    """Just after the end tag of an element whose content is dropped, 0 where there is none; they are not nested."""
    close = re.compile(f"</{name}(?![a-z0-9])[^>]*>", re.IGNORECASE).search(page, at)
    return close.end() if close else 0
