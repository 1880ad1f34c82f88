"""The text layer of an HTML page and the structure behind each of its lines, in one pass over the page's normal form.

In the normal form (``html_trees`` makes it) ``<`` and ``>`` stand around tags only, attribute values in quotes.
"""

from __future__ import annotations

import re

from parkdocs.model import Block, Layout, Tag
from parkdocs.sources import html_implied as implied
from parkdocs.sources import html_rows
from parkdocs.sources import html_tags as tags
from parkdocs.sources.html_tags import Meaning, meaning, plain

TOKEN = re.compile(r"(<[^>]*>)")
SPACE = re.compile(r"[ \t\n\r\f]+")
UNEVEN = re.compile(r"[\t\n\r\f]|  ")
BREAK = re.compile(r"\r\n|\n|\r")
CODE = re.compile(r"code|highlight|syntax|prettyprint|brush|hljs|lang(?:uage)?-|shell|terminal|console", re.IGNORECASE)
NO_TAG = Tag("")
DEEPEST = 2
"""Lists in lists are set in so many times."""


def layer(markup: str, links: bool = False) -> tuple[str, Layout]:
    r"""The text of a page in its normal form, a block a line, and the layout behind the lines.

    ``links`` writes links with their targets, ``[text](target)``.  Linear in the page.

    >>> text, layout = layer('<ul class="a"><li>x</li><li><a href="/">y</a></li></ul>')
    >>> text, [(b.form, b.linked, layout.tags[b.element].name) for b in layout.blocks if b]
    ('- x\n- y\n', [('item', 0, 'li'), ('item', 1, 'li')])
    """
    w = Writer(links)
    pieces = TOKEN.split(markup)
    words = w.words
    for text, tag in zip(pieces[::2], pieces[1::2], strict=False):
        if text and (words or w.pre or not text.isspace()):
            words.append(text)
        m = meaning(tag)
        does = m.does
        if m.hides or w.veil:
            w.cover(m, tag[1] == "/")
        if does == tags.OPEN:
            w.begin(m)
        elif does == tags.CLOSE:
            w.end(m.name, m.apart)
        elif does != tags.IGNORE:
            w.within(m, tag)
    if pieces[-1]:
        w.words.append(pieces[-1])
    w.finish()
    peers = [w.counts[key] for key in w.keys]
    return "".join([line + "\n" for line in w.lines]), Layout(w.parents, w.tags, peers, w.blocks)


class Writer:
    """What is written so far, the open elements, and the words of the line to come."""

    def __init__(self, links: bool) -> None:
        self.keeps_links = links
        self.lines: list[str] = []
        self.blocks: list[Block | None] = []
        self.parents, self.tags = [0], [NO_TAG]
        self.keys = [(0, NO_TAG)]
        self.counts = {(0, NO_TAG): 1}
        self.path, self.open = [0], [""]  # the open elements and their names, outermost first
        for name in implied.OUTER:  # which are there and stay open whether a page names them or not
            self._open(Tag(name))
        self.last = 0  # the element of the last line
        self.rows: list[list[int]] = []  # for each open row where its cells begin in ``lines``
        self.words: list[str] = []
        self.bullet = self.heading = ""
        self.quotes = self.items = 0
        self.pre = 0  # open ``pre`` elements
        self.is_code = False
        self.veil: tuple[str, int, int, int] | None = None  # an element whose text is hidden: name, depth, words, lines
        self.links = self.linked = self.signs = 0
        self.link_at, self.target = -1, ""
        self.inline = NO_TAG

    def begin(self, m: Meaning) -> None:
        """A block element opens."""
        name = m.name
        if name in implied.OUTER:
            at = implied.OUTER[name]
            self.tags[at] = m.tag if self.tags[at] == Tag(name) else self.tags[at]
            return
        if self.pre:
            self._begin_in_pre(m)
            return
        if name in implied.ENDS:
            self._imply(*implied.ENDS[name])
        elif m.apart and self.open[-1] == "p":
            self.end("p", True)
        self.flush(m.apart)
        if name in implied.AROUND:
            for around in implied.around(name, self.open[-1]):
                self.begin(meaning(f"<{around}>"))
        self._open(m.tag)
        if name == "li":
            self.items += 1
            self.bullet = "  " * min(self.items - 1, DEEPEST) + "- "
        elif name in tags.LEVELS:
            self.heading = tags.LEVELS[name]
        elif name == "blockquote":
            self.quotes += 1
        elif name == "pre":
            self.pre, self.is_code = 1, bool(CODE.search(m.tag.classes))
        elif name == "tr":
            self.rows.append([])
        elif name in {"td", "th"} and self.rows:
            self.rows[-1].append(len(self.lines))

    def _open(self, tag: Tag) -> None:
        key = (self.path[-1], tag)
        self.counts[key] = self.counts.get(key, 0) + 1
        self.parents.append(key[0])
        self.path.append(len(self.tags))
        self.tags.append(tag)
        self.keys.append(key)
        self.open.append(tag.name)

    def _imply(self, names: tuple[str, ...], stops: tuple[str, ...]) -> None:
        for name in reversed(self.open[-implied.REACH :]):
            if name in stops:
                return
            if name in names:
                self.end(name, False)
                return

    def end(self, name: str, apart: bool) -> None:
        """A block element closes, and all that is open in it; an end tag without its start only ends the line."""
        if name in implied.OUTER:
            return
        if self.pre:
            self._break()
            self.pre -= name == "pre"
            if self.pre:
                return
            self._verbatim()
        self.flush(apart)
        if self.open[-1] != name and not self._is_open(name):
            return
        last = ""
        while last != name:
            last, element = self.open.pop(), self.path.pop()
            if last == "p" and element == len(self.tags) - 1 and element != self.last:
                self.counts[self.keys[element]] -= 1  # empty: browsers see one in an end tag without its start
            elif last == "li":
                self.items, self.bullet = self.items - 1, ""
            elif last in tags.LEVELS:
                self.heading = ""
            elif last == "blockquote":
                self.quotes -= 1
            elif last == "tr" and self.rows:
                self._row(self.rows.pop(), element)

    def _is_open(self, name: str) -> bool:
        stops = implied.ENDS[name][1] if name in implied.ENDS else ()
        for other in reversed(self.open[-implied.REACH :]):
            if other == name or other in stops:
                return other == name
        return False

    def within(self, m: Meaning, markup: str) -> None:
        """A tag inside a line."""
        if m.does in {tags.LINK, tags.LINK_END}:
            self._end_link()
            self.links -= self.link_at >= 0 and bool(self.links) and not self.words
            self.link_at, self.target = -1, ""  # a link also ends where the next one begins
            if m.does == tags.LINK:
                self.links += 1
                self.link_at = len(self.words)
                self.target = tags.target(markup) if self.keeps_links else ""
        elif m.does == tags.CHOICE:
            self.words += [" | "] * bool(self.words)
        elif self.pre:
            self.words += ["\n"] * (m.does in {tags.BREAK, tags.RULE})
            self.is_code |= m.name == "code" or bool(CODE.search(m.tag.classes))
        elif m.does == tags.BREAK and self.heading:
            self.words.append(" ")
        elif m.does in {tags.BREAK, tags.RULE}:
            self.flush(m.does == tags.RULE or not self.words)
        if not (self.lines or self.words or self.links) and len(self.path) == len(implied.OUTER) + 1:
            return  # a pixel that counts visitors, which some readers find in the head
        self.signs |= m.sign
        if m.tag.classes and not self.inline.name:
            self.inline = m.tag

    def _end_link(self) -> None:
        """The words since the link's start are linked; with their target where that is asked for."""
        if self.link_at < 0:
            return
        text = "".join(self.words[self.link_at :])
        self.linked += len(" ".join(text.split()))  # beautifulsoup4 does not keep all blanks
        if self.target and text.strip() and not self.pre:
            bare, target = text.strip(), self.target.replace("&", "&amp;").replace(" ", "%20")
            self.words[self.link_at :] = [text.replace(bare, f"[{bare}]({target})", 1)]
        self.link_at = 0

    def cover(self, m: Meaning, is_end: bool) -> None:
        """Where an element within a line is hidden its text goes; where it held lines of its own they stay."""
        if self.veil is None:
            self.veil = (m.name, 1, len(self.words), len(self.lines))
            return
        name, depth, words, lines = self.veil
        if m.name != name:
            return
        self.veil = (name, depth + (-1 if is_end else 1), words, lines)
        if self.veil[1] == 0:
            self.veil = None
            if lines == len(self.lines):
                del self.words[words:]

    def flush(self, apart: bool) -> None:
        """End the line; ``apart`` asks for an empty line after it."""
        if self.words:
            self._end_link()
            self._write()
        if apart and self.lines and self.lines[-1]:
            self.lines.append("")
            self.blocks.append(None)

    def _write(self) -> None:
        text = "".join(self.words)
        self.words.clear()
        text = plain(SPACE.sub(" ", text) if UNEVEN.search(text) else text).strip()
        if not text:
            return
        form, prefix = "plain", ""
        if self.heading:
            form, prefix = "heading", self.heading
        elif self.bullet:
            form, prefix, self.bullet = "item", self.bullet, ""
        if self.quotes:
            form, prefix = "quote" if form == "plain" else form, "> " + prefix
        self._line(prefix + text, form)

    def _line(self, text: str, form: str) -> None:
        self.lines.append(text)
        self.last = self.path[-1]
        self.blocks.append(Block(self.last, form, self.links, self.linked, self.signs, self.inline))
        self.links, self.linked, self.signs, self.inline = int(self.link_at >= 0), 0, 0, NO_TAG

    def _begin_in_pre(self, m: Meaning) -> None:
        self._break()
        self.pre += m.name == "pre"
        self.is_code |= bool(CODE.search(m.tag.classes))

    def _break(self) -> None:
        """End a line of ``pre``, where a block begins or ends in it."""
        if self.words and not self.words[-1].endswith("\n"):
            self.words.append("\n")

    def _verbatim(self) -> None:
        """The words of ``pre`` as they stand; code between fences, which no rule looks into."""
        self._end_link()
        lines = [x.rstrip() for x in BREAK.split(plain("".join(self.words)))]
        self.words.clear()
        solid = [i for i, x in enumerate(lines) if x]
        lines = lines[solid[0] : solid[-1] + 1] if solid else []
        fence = next((f for f in ("```", "~~~") if not any(f in x for x in lines)), "")
        if self.is_code and fence and lines:
            lines = [fence, *lines, fence]
        for line in lines:
            if line:
                self._line(line, "code" if self.is_code else "plain")
            else:
                self.lines.append("")
                self.blocks.append(None)

    def _row(self, cells: list[int], element: int) -> None:
        """Make one line of a row's cells where each is a short line at most."""
        if len(cells) > 1 and len(self.lines) - cells[0] > 1:
            found = html_rows.joined(self.lines, self.blocks, cells, element)
            if found:
                self.lines[cells[0] :], self.blocks[cells[0] :] = [found[0]], [found[1]]

    def finish(self) -> None:
        """Write what is left where the page ends; no empty line at the end."""
        if self.pre:
            self._verbatim()
        self.flush(False)
        while self.lines and not self.lines[-1]:
            self.lines.pop()
            self.blocks.pop()
