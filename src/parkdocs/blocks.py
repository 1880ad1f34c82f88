"""The Markdown blocks of a text that matter for its outline: headings by their marks, and code that holds none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from parkdocs import shapes
from parkdocs.lines import Line

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

HINT = re.compile(r" {0,3}(?:#{1,6}(?:[ \t]|$)|={2,}[ \t]*$|-{2,}[ \t]*$|```|~~~)")
PROPERTY = re.compile(r"[A-Za-z][\w -]{0,40}:(?:\s|$)|[ \t]+\S|-\s|#|$")
LOOK = 120


class Outline(NamedTuple):
    """Line index of each marked heading to its depth (1 to 6), and the lines of code and of a property block."""

    marks: dict[int, int]
    code: frozenset[int]


def outline(lines: Sequence[Line]) -> Outline:
    r"""Read ATX and setext headings with markdown-it; a ``#`` in a code block is none.

    Lists and quotations are not read: no section begins in them.  A setext heading must be one short line, since the
    last line of a paragraph above ``---`` is far more often prose above a rule.  Only the start of a line is parsed,
    and nothing where no line could be a mark, so plain text costs one regular expression a line.

    >>> from parkdocs.lines import split
    >>> outline(split("Title\n=====\n~~~\n# code\n~~~\n## Part\n"))
    Outline(marks={0: 1, 5: 2}, code=frozenset({2, 3, 4}))
    """
    if not any(HINT.match(line.text) for line in lines):
        return Outline({}, frozenset())
    properties = _properties(lines)
    texts = ["" if i in properties else _start(line.text) for i, line in enumerate(lines)]
    marks: dict[int, int] = {}
    code: set[int] = set(properties)
    for token in _parser().parse("\n".join(texts)):
        if token.map is None:
            continue
        first, end = token.map
        if token.type == "fence":
            code.update(range(first, end))
        elif token.type == "heading_open" and (token.markup[0] == "#" or _is_underlined(lines, first, end)):
            marks[first] = int(token.tag[1])
    return Outline(marks, frozenset(code))


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark")
    parser.core.ruler.enableOnly(["normalize", "block"])
    parser.block.ruler.enableOnly(["code", "fence", "hr", "html_block", "heading", "lheading", "paragraph"])
    return parser


def _start(text: str) -> str:
    """The start of a line, whole where it may close a block of HTML."""
    return text[:2000] if ">" in text[LOOK:2000] else text[:LOOK]


def _is_underlined(lines: Sequence[Line], first: int, end: int) -> bool:
    text = lines[first].text.strip()
    return (
        end - first == 2 and len(text) <= 120 and shapes.shape(text) in "SEM" and shapes.last_mark(text) not in ".。,，"
    )


def _properties(lines: Sequence[Line]) -> frozenset[int]:
    """Lines of a block of properties between two ``---`` at the very start (YAML front matter)."""
    if not lines or lines[0].text.rstrip() != "---":
        return frozenset()
    for i, line in enumerate(lines[1:60], 1):
        if line.text.rstrip() in {"---", "..."}:
            return frozenset(range(i + 1)) if i > 1 else frozenset()
        if not PROPERTY.match(line.text):
            break
    return frozenset()
