"""The head of a document: the lines above its running text, each with what it is, where a title is looked for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from parkdocs.metadata import date_spans, source_lines, title_lines, title_wrap
from parkdocs.metadata.breadcrumb import parse as parse_breadcrumb
from parkdocs.metadata.byline_names import bare_name
from parkdocs.metadata.date_frames import is_frame
from parkdocs.metadata.date_roles import LABEL_LINE
from parkdocs.metadata.source_lines import SourceLine
from parkdocs.metadata.title_given import LABEL
from parkdocs.metadata.title_shape import LONGEST, clean, could_be, is_prose, plain, width

KEPT, SCAN = 16, 1000  # kept lines of a head at most, and lines that are searched for them
FIRST, ABOVE, BELOW = 12, 4, 2  # lines taken away that are looked at: the first, and those around a kept one
BODY = 2500  # characters of kept lines in which a title's words are looked for
HEADLINE = 24  # width below which a line of a form is no headline with a colon, and a last crumb not the page's title
BOLD = 7  # the level of a line that is bold and no heading

_HEADING = re.compile(r"(#{1,6})\s+(.+?)\s*#*$")
_BOLD = re.compile(r"(\*\*|__)[^*_]+\1$")
_WORD = re.compile(r"[^\W\d_\u3400-\u9fff]{4,}|\d{4,}")
HAN = re.compile(r"[\u3400-\u9fff]")
_HAN_RUN = re.compile(r"[\u3400-\u9fff]{2,}")
_COMMON = frozenset(("with", "from", "that", "this", "into", "your", "their", "have", "will", "what", "more", "about"))


class Line(NamedTuple):
    """A line of the head; ``role`` says which part of a page's frame it is, "" where it may be the title."""

    at: int
    text: str  # without marks
    kind: str
    level: int
    role: str  # date, label, prose, byline, crumb, other or ""
    width: int
    gap: int  # whether blank lines stand above it
    field: bool
    named: tuple[str, ...]  # whom it names, where it holds nothing else


class Head(NamedTuple):
    """The lines above the running text and its first one, with what is asked of the whole document."""

    lines: list[Line]
    counts: Counter[str]  # how often a line stands in the document
    body: str  # its first kept lines, in small letters
    language: str
    dense: bool  # more lines follow each other than are set apart


def read(lines: Sequence[SourceLine], language: str, breadcrumb: Sequence[str]) -> Head:
    """The head of a document, up to its first line of running text."""
    nav = {plain(crumb) for crumb in breadcrumb if crumb is not breadcrumb[-1] or width(crumb) < HEADLINE}
    form = title_lines.fields(lines)
    out: list[Line] = []
    for at, gap in _near(lines):
        out.append(_line(lines, at, gap, nav, form))
        if out[-1].role == "prose" and not out[-1].kind:
            break
    short = [line.text for line in lines if len(line.text) <= LONGEST]
    counts = Counter(source_lines.folded(short, compatible=False))
    return Head(out, counts, _body(lines), language, sum(line.gap for line in out) * 2 < len(out))


def _near(lines: Sequence[SourceLine]) -> Iterator[tuple[int, int]]:
    """Indexes of the first kept lines, of those around them and of the first of all; and whether blank ones precede."""
    kept = [at for at, line in enumerate(lines[:SCAN]) if not line.kind][:KEPT]
    near = {*range(FIRST), *(at + step for at in kept for step in range(-ABOVE, BELOW + 1))}
    last = min(len(lines) - 1, kept[-1] + BELOW if kept else 0)
    for at in sorted(near):
        if 0 <= at <= last:
            yield at, int(at > 0 and lines[at].number - lines[at - 1].number > 1)


def _line(lines: Sequence[SourceLine], at: int, gap: int, nav: set[str], form: int) -> Line:
    raw = lines[at].text
    heading = _HEADING.match(raw[: LONGEST + 20])
    level = len(heading[1]) if heading else BOLD if len(raw) < LONGEST and _BOLD.match(raw) else 0
    text = clean(heading[2] if heading else raw)
    role = _role(raw, text, marked=bool(heading), nav=nav)
    role = "prose" if not role and not level and title_wrap.goes_on(lines, at) else role
    field, wide = not role and title_lines.is_field(lines, at, form), width(text)
    role = "other" if (field and wide < HEADLINE) or (not role and title_lines.is_asked(lines, at)) else role
    free = not role and not level and text[0].isupper() and " " in text and not title_lines.names_occasion(text)
    named = bare_name(text) if free else ()
    return Line(at, text, lines[at].kind, level, role, wide, gap, field, named)


def _role(raw: str, text: str, *, marked: bool, nav: set[str]) -> str:
    """Which part of a page's frame a line is, "" for none."""
    if is_frame(raw, date_spans.find(raw[:200])):
        return "date"
    if LABEL_LINE.fullmatch(raw) or LABEL.match(raw) or title_lines.is_particular(raw):
        return "label"
    if not marked and is_prose(text):
        return "prose"
    if title_lines.is_byline(text):
        return "byline"
    if plain(text) in nav or parse_breadcrumb(text):
        return "crumb"
    other = (_is_picture, title_lines.is_menu, title_lines.is_count, title_lines.is_addressee, title_lines.is_error)
    other_than_title = title_lines.is_ambiguous(text) or any(test(text) for test in other)
    return "other" if other_than_title or not could_be(text) else ""


def _is_picture(text: str) -> bool:
    """Whether a line is a picture in Markdown, whose words are a caption's."""
    return text.startswith(("![", "[!["))


def _body(lines: Sequence[SourceLine]) -> str:
    out: list[str] = []
    left = BODY
    for line in lines:
        if left <= 0:
            break
        if not line.kind:
            out.append(line.text[:left])
            left -= len(line.text)
    return "\n".join(out).lower()


def words(text: str) -> Counter[str]:
    """The longer words of a line by how they begin, and its pairs of Chinese characters.

    >>> sorted(words("Park opens second gate in 2021 园区开放"))
    ['2021', 'gate', 'opens', 'park', 'secon', '区开', '园区', '开放']
    """
    low = text.lower()
    found = Counter([word[:5] for word in _WORD.findall(low) if word not in _COMMON])
    if not text.isascii():
        found.update([run[i : i + 2] for run in _HAN_RUN.findall(low) for i in range(len(run) - 1)])
    return found
