"""What an HTML tag means for the text layer: which break lines, which are dropped, and what a tag says of its text."""

from __future__ import annotations

import html
import re
from functools import lru_cache
from typing import NamedTuple

from parkdocs.model import Tag

DROPPED = (
    "script", "style", "noscript", "template", "title", "svg", "iframe", "noembed", "noframes", "object",
    "video", "audio", "canvas", "datalist", "xmp", "plaintext", "rp", "annotation",
)  # fmt: skip
"""Elements that hold no text for a reader; what stands in them is not read."""

PARAGRAPHS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "center", "details", "dialog", "div", "dl",
        "fieldset", "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header",
        "hgroup", "html", "main", "menu", "nav", "ol", "p", "pre", "section", "table", "ul",
    }
)  # fmt: skip
LINES = frozenset(
    {
        "button", "caption", "dd", "dt", "figcaption", "legend", "li", "marquee", "select", "summary", "tbody",
        "td", "textarea", "tfoot", "th", "thead", "tr",
    }
)  # fmt: skip
VOID = frozenset(
    {
        "area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param", "source",
        "track", "wbr",
    }
)  # fmt: skip
LEVELS = {f"h{n}": "#" * n + " " for n in range(1, 7)}
IGNORE, LINK, LINK_END, BREAK, RULE, OPEN, CLOSE, NOTE, CHOICE = range(9)
"""What a tag does: nothing, a link's start or end, a line break, a rule, a block's start or end, a note on the line,
a choice among others."""
DOES = {"br": BREAK, "hr": RULE, "a": LINK, "option": CHOICE}
ENDS = {"br": BREAK, "a": LINK_END}
SIGNS = {"img": 1, "picture": 1, "input": 2, "time": 4}
NOTED = frozenset({*SIGNS, "code"})
ATTRIBUTE = re.compile(r"""\s(class|id|role|itemprop|itemtype|hidden|aria-hidden|style)=(?:"([^"]*)"|'([^']*)')""")
HREF = re.compile(r"""\shref=(?:"([^"]*)"|'([^']*)')""")
TOLD = re.compile(r"\s(?:class|hidden|aria-hidden|style)=")
"""What an element within a line is read for."""
UNSEEN = re.compile(r"(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)", re.IGNORECASE)
LONGEST = 200


class Meaning(NamedTuple):
    """What a tag does, its element, whether that stands between paragraphs, its signs, what it says, if it hides."""

    does: int
    name: str
    apart: bool
    sign: int
    tag: Tag
    hides: bool


@lru_cache(maxsize=4096)
def meaning(markup: str) -> Meaning:
    """The meaning of a tag as the normal form writes it (``<div class="a">``, ``</div>``).

    Only an element inside a line hides its text; a block that is hidden keeps it, with a note for the labeller, since
    tabs, folded answers and articles behind a wall are hidden too.

    >>> meaning('<div class="side bar" hidden="">').tag
    Tag(name='div', classes='side bar', id='', role='', item='', hidden=True)
    """
    if markup.startswith("</"):
        name = markup[2:-1].strip()
        does = CLOSE if name in PARAGRAPHS or name in LINES else ENDS.get(name, IGNORE)
        return Meaning(does, name, name in PARAGRAPHS, 0, Tag(name), False)
    words = markup[1:-1].split(None, 1)
    name = words[0].rstrip("/") if words else ""
    if " " not in markup:
        return _meaning(name, (), False)
    return _meaning(name, tuple(ATTRIBUTE.findall(markup)), TOLD.search(markup) is not None)


@lru_cache(maxsize=8192)  # tags differ in their links and data more than in what they say
def _meaning(name: str, attributes: tuple[tuple[str, str, str], ...], told: bool) -> Meaning:
    block = name in PARAGRAPHS or name in LINES
    if not block and name not in NOTED and not told:
        return Meaning(DOES.get(name, IGNORE), name, False, 0, Tag(name), False)
    tag = _tag(name, attributes) if attributes else Tag(name)
    if block:
        return Meaning(OPEN, name, name in PARAGRAPHS, 0, tag, False)
    noted = name in NOTED or tag.classes
    does = DOES.get(name, NOTE if noted else IGNORE)
    return Meaning(does, name, False, SIGNS.get(name, 0), tag, tag.hidden and name not in VOID)


def _tag(name: str, attributes: tuple[tuple[str, str, str], ...]) -> Tag:
    found = {key: plain(a or b) for key, a, b in reversed(attributes)}
    get = found.get
    item = f"{get('itemprop', '')} {get('itemtype', '').rpartition('/')[2]}".strip()
    unseen = (
        "hidden" in found
        or get("aria-hidden") == "true"
        or ("style" in found and bool(UNSEEN.search(get("style", ""))))
    )
    classes, own, role = get("class", ""), get("id", ""), get("role", "")
    return Tag(name, classes[:LONGEST].strip(), own[:LONGEST], role[:LONGEST], item[:LONGEST], unseen)


def target(markup: str) -> str:
    """Where a link goes, "" where only within the page or to a script.

    >>> target('<a class="x" href="/a?b=1&amp;c=2">'), target('<a href="#top">')
    ('/a?b=1&c=2', '')
    """
    found = HREF.search(markup)
    href = plain(found[1] or found[2] or "").strip() if found else ""
    return "" if href.startswith("#") or href.lower().startswith(("javascript:", "data:")) else href


def plain(markup: str) -> str:
    """Text without character references; one whose number is thousands of digits stays as it is."""
    if "&" not in markup:
        return markup
    try:
        return html.unescape(markup)
    except ValueError:
        return markup
