"""What is said of a line that may be the title: its make, its place, what stands around it, what the text takes up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parkdocs.metadata import byline_chinese, title_lines
from parkdocs.metadata.places import is_country
from parkdocs.metadata.scripts import RUN, SCRIPT_OF
from parkdocs.metadata.title_head import BOLD, HAN, Head, Line, words
from parkdocs.metadata.title_shape import plain

SMALL = 400  # characters of a text that is too short to take its title up
WIDTHS = (4, 7, 11, 15, 20, 28, 38, 50, 70, 100, 140)
_ENDS = '?？!！.。)）”"》'
_OPEN = re.compile(r"[\"“‘'「『《【\[(（]")
_SEPARATOR = re.compile(r"\s[|｜/·•›»>—–-]\s|[|｜_]|\s{2,}|\u3000|、")
_TOTAL = re.compile(r"[(（]?\d[\d.,]*\+?[)）]?$")
_LABELLED = re.compile(r"\W{0,4}[^:：]{2,24}[:：]\s{0,4}\S")
_BODY_OF_PEOPLE = re.compile(
    r"\b(?:Corporation|Authority|Ministry|Department|Office|Council|Chamber|University|Institute|Society|Association"
    r"|Agency|Bureau|Commission|Committee|Board|Ltd|Limited|Inc|LLC|Club|Trust|Journal|Review|Times|Post|Herald|Gazette"
    r"|Library|Museum|Bank|Press|School|Faculty|Secretariat|Observatory|City of|Port of|Harbour of)\b",
    re.IGNORECASE,
)


def _is_city(text: str) -> bool:
    """Whether a line is a city with its country."""
    return "," in text and is_country(text.rpartition(",")[2].strip())


_BOTH = (
    ("item", title_lines.is_item),
    ("credit", title_lines.is_credit),
    ("total", _TOTAL.search),
    ("opens-bracket", _OPEN.match),
)
_TESTS = {
    "latin": (*_BOTH, ("city", _is_city), ("body-of-people", _BODY_OF_PEOPLE.search)),
    "han": (
        *_BOTH,
        ("agency", title_lines.is_agency),
        ("name-zh", byline_chinese.bare_name),
        ("table-label", title_lines.is_table_label),
    ),
}
_TESTS["mixed"] = _TESTS["han"]


def features(head: Head, k: int) -> list[str]:
    """Names of all that is true of the head's line ``k``; each has a weight in ``weights/titles.json`` or counts for
    nothing.

    >>> from parkdocs.metadata.source_lines import SourceLine
    >>> from parkdocs.metadata.title_head import read
    >>> lines = [SourceLine(1, "Opinion", ""), SourceLine(3, "Park opens its third gate", "")]
    >>> [name for name in features(read(lines, "en", ()), 1) if name.startswith(("candidates", "capitals", "above0"))]
    ['candidates:1', 'capitals:first', 'above0:text']
    """
    return [*_place(head, k), *_make(head.lines[k]), *_around(head, k), *_document(head, k)]


def _place(head: Head, k: int) -> Iterator[str]:
    """How far down a line stands, counted in what stands above it and between it and the running text."""
    line, above, below = head.lines[k], head.lines[:k], head.lines[k + 1 :]
    roles = [x.role for x in above]
    free = [not x.role and not x.kind for x in head.lines]
    prose = below and below[-1].role == "prose" and not below[-1].kind
    yield f"kind:{line.kind}"
    yield f"to-prose:{min(9, len(below) - 1) if prose else 9}"
    yield f"to-prose-candidates:{min(5, sum(free[k + 1 : k + 10] if not prose else free[k + 1 :]))}"
    yield f"candidates:{min(5, sum(free[:k]))}"
    yield f"dated:{min(2, roles.count('date') + roles.count('byline'))}"
    yield f"crumbs-above:{'crumb' in roles}"
    yield f"level:{line.level}"
    levels = [x.level for x in head.lines if 0 < x.level < BOLD]
    if line.level:
        yield f"first-of-level:{all(x.level != line.level for x in above)}"
        yield f"top-level:{line.level == min(levels, default=BOLD)}"
    else:
        yield f"unmarked:{min(3, len(levels))}"


def _make(line: Line) -> Iterator[str]:
    """How a line is written."""
    text = line.text
    yield f"width:{_bucket(line.width, WIDTHS)}"
    yield f"end:{text[-1] if text[-1] in _ENDS else 'digit' if text[-1].isdigit() else 'x'}"
    han = 0 if text.isascii() else len(HAN.findall(text))
    script = "han" if han * 2 > len(text) else "mixed" if han else "latin"
    yield f"script:{script}"
    pieces = text.split()
    if script == "latin":
        yield f"words:{min(10, len(pieces))}"
        yield f"capitals:{_capitals(text, pieces)}"
    else:
        yield f"pieces:{min(4, len(pieces))}:{max(map(len, pieces)) > 5}"
    if any(c.isdigit() for c in text):
        yield "digit"
    if found := len(_SEPARATOR.findall(text)):
        yield f"separators:{min(3, found)}"
    if _LABELLED.match(text):
        yield f"colon:{_bucket(len(re.split('[:：]', text)[0]), (3, 6, 12))}"
    if commas := text.count(",") + text.count("，"):
        yield f"comma:{min(3, commas)}"
    if line.named:
        yield "name"
    yield from [name for name, test in _TESTS[script] if test(text)]


def _capitals(text: str, pieces: Sequence[str]) -> str:
    if text.isupper():
        return "all"
    if all(word[0].isupper() for word in pieces):
        return "each"
    return "first" if pieces[0][0].isupper() else "none"


def _around(head: Head, k: int) -> Iterator[str]:
    """What the lines around are, and how they compare in width."""
    above, line, below = head.lines[max(0, k - 3) : k][::-1], head.lines[k], head.lines[k + 1 : k + 5]
    yield from (f"above{n}:{_name(x)}" for n, x in enumerate(above[:2]))
    yield from (f"below{n}:{_name(x)}" for n, x in enumerate(below[:3]))
    for where, near in (("above", above), ("below", below)):
        if not near:
            yield f"{where}0:nothing"
        elif not near[0].role and not near[0].kind:
            yield f"{where}-longer:{_bucket(near[0].width - line.width, (-20, -5, 5, 20))}"
    if _LABELLED.match(line.text):
        yield f"form-near:{min(3, sum(bool(_LABELLED.match(x.text)) for x in (*above[:2], *below[:2])))}"
    short = sum(x.width < 40 and x.role != "prose" for x in (*above, *below) if not x.kind)
    yield f"short-near:{min(6, short)}"
    yield f"gaps:{head.dense}:{line.gap}:{below[0].gap if below else 1}"


def _name(line: Line) -> str:
    """What a neighbour is; "x" before it where cleaning took it away."""
    role = line.role or ("heading" if line.level else "name" if line.named else "text")
    return f"{'x' if line.kind else ''}{role}"


def _document(head: Head, k: int) -> Iterator[str]:
    """What the rest of the document makes of a line's words."""
    line = head.lines[k]
    times = head.counts[plain(line.text)]
    if times > 1:
        yield "twice"
    if len(head.body) >= SMALL:
        own, count = words(line.text), head.body.count
        twice = max(1, times)
        found = sum([count(word) > n * twice for word, n in own.items()])
        yield f"taken-up:{_bucket(found * 10 // max(1, len(own)), (0, 2, 4, 6, 8))}"
        yield f"taken-up-words:{min(6, found)}"
    if title_lines.names_document(line.text):
        yield f"document:{line.width < 30 and k + 1 < len(head.lines) and not head.lines[k + 1].role}"
    if line.field:
        yield "field"
    script = SCRIPT_OF.get(head.language.partition("-")[0], "latin")
    if head.language not in ("", "und") and all(run.lastgroup != script for run in RUN.finditer(line.text)):
        yield "foreign"


def _bucket(value: float, edges: Sequence[float]) -> int:
    return sum(value > edge for edge in edges)
