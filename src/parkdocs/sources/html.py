"""HTML: the text layer of a page, one block element a line, as the source that cleaning works on.

The page is brought into a normal form by one of two readers, and the text is read from that in one pass, so that both
give the same lines.  What is kept: headings as ``#``, list items as ``-``, rows of tables with ``|``, code between
fences, quotations with ``>``, the text of links and on request their targets; what goes: scripts, styles, comments,
the head, and words that are hidden within a line.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from parkdocs.model import Declared, Document, Layout
from parkdocs.sources import declared, html_trees, text
from parkdocs.sources.encoding import Decoded, decode
from parkdocs.sources.html_layer import layer
from parkdocs.sources.reading import USUAL, Reading

PARSERS = tuple(html_trees.PARSERS)

HEAD = 4096
CHARSET = re.compile(rb"""<meta[^>]{0,500}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})""", re.IGNORECASE)
XML = re.compile(rb"""^\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})""")

NEAR = 50_000
"""The line of a block is looked for so many characters further on in the page."""
KEY, TRIES = 24, 400
WORDS = re.compile(r"\w[^\s&<>|]*(?: [^\s&<>|]+)*")


class Page(NamedTuple):
    """What a page gives: its text layer, the layout behind the lines, and what its tags say of it."""

    text: str
    layout: Layout
    declared: tuple[Declared, ...]


def read(data: bytes, doc_id: str, source: str, reading: Reading = USUAL) -> Document:
    """The document of an HTML page's bytes; ``raw`` is its text layer, ``bytes`` and ``sha256`` are the page's."""
    return document(data, decode(data, declared_charset(data)), doc_id, source, reading)


def document(data: bytes, decoded: Decoded, doc_id: str, source: str, reading: Reading = USUAL) -> Document:
    """The document of a page's bytes that are decoded already."""
    raw, layout, tags = page(decoded.text, reading)
    doc = text.document(data, raw, _in_layer(decoded, raw, layout), doc_id, source, "html")
    return doc._replace(layout=layout, metadata=doc.metadata._replace(declared=tags))


def _in_layer(decoded: Decoded, raw: str, layout: Layout) -> Decoded:
    """The page's broken bytes by the lines of its text layer, as far as they got there."""
    if not decoded.bad:
        return Decoded(raw, decoded.encoding)
    lines, single = raw.split("\n"), frozenset(decoded.strays)
    found = zip(lines, places(layout, raw), strict=False) if single else ()
    strays = tuple(i for i, (line, at) in enumerate(found, 1) if at in single and not line.isascii())
    broken = {i for i, line in enumerate(lines, 1) if "\ufffd" in line}
    return Decoded(raw, decoded.encoding, tuple(sorted(broken.union(strays))), strays)


def declared_charset(data: bytes) -> str:
    """The charset that the page's first 4,096 bytes name, "" without one.

    >>> declared_charset(b'<meta http-equiv="Content-Type" content="text/html; charset=gb2312">')
    'gb2312'
    """
    head = data[:HEAD]
    found = XML.search(head) or CHARSET.search(head)
    return found[1].decode("ascii", "ignore").lower() if found else ""


def page(markup: str, reading: Reading = USUAL) -> Page:
    r"""Read a page: a block element a line, blank lines between paragraphs, white space as browsers show it.

    >>> page("<title>T</title><h2>News</h2><p>One<br>two &amp; <a href=x>three</a></p><ul><li>a<li>b</ul>").text
    '## News\n\nOne\ntwo & three\n\n- a\n- b\n'
    """
    tree = html_trees.parse(markup)
    tags = declared.read(tree) if tree else ()
    form = html_trees.PARSERS[reading.parser](markup, tree)
    raw, layout = layer(form, reading.links)
    return Page(raw, layout._replace(page=markup), tags)


def places(layout: Layout, raw: str) -> list[int]:
    r"""The line of the page for each line of its text layer: where its first words stand, after those before it.

    A line whose words the page writes otherwise (as character references), or none, has the place of the one before;
    after many of those nothing more is looked for, so that the time stays linear.

    >>> raw, layout, _ = page("<h1>News</h1>\n\n<p>One<br>two")
    >>> places(layout, raw)
    [1, 1, 3, 3]
    """
    at, counted, line, tries, out = 0, 0, 1, TRIES, list[int]()
    flat = layout.page.replace("\n", " ").replace("\t", " ")
    for text_, block in zip(raw.split("\n"), layout.blocks, strict=False):
        if block and tries and (words := WORDS.search(text_)):
            key = words[0][:KEY]
            found = flat.find(key, at, at + NEAR)
            tries -= found < 0
            if found >= 0:
                line += layout.page.count("\n", counted, found)
                at, counted = found + len(key), found
        out.append(line)
    return out
