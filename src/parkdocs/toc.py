"""Tables of contents: their entries with level and page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from parkdocs import headingnames, matching, numbering, shapes
from parkdocs.lines import Line
from parkdocs.matching import key

OTHER_LISTS = re.compile(
    r"(?:list of )?(?:figures?|tables?|boxes|charts|maps|图表|圖表|图|圖|表)(?:\b|目录|目錄|\s?\d)", re.IGNORECASE
)
LEADER = " \t\u3000\u00a0.·•…‥．・‧_-–—|∙⋯"
PAGE = re.compile(r"(?:\d{1,4}|[ivxlcIVXLC]{1,7})$")
GLUED_HEAD = re.compile(r"目\s?[录錄]|目次|(?i:table of contents|contents)")
GLUED_PARTS = ("目", "ontents", "ONTENTS")
GLUED_PAGE = re.compile(r"\s(\d{1,6})")
HEAD_PARTS = ("目", "content", "inhalt", "sommaire", "table", "ndice", "sum", "содер", "оглав")
LINKED = re.compile(r"\[[^\[\]]{1,200}\]\(#")
MOST_ENTRIES, LOOK_AHEAD, MOST_TRIES, MANY, LONGEST_HEAD = 5000, 300, 20, 8, 48


class Entry(NamedTuple):
    """One entry; ``page`` is 0 where none, or a Roman one, is stated; ``number`` is a source line."""

    level: int
    heading: str
    page: int
    number: int
    start: int
    end: int


class _Raw(NamedTuple):
    """An entry before its level is known."""

    heading: str
    page: int
    number: int
    start: int
    end: int
    indent: int


def read(lines: Sequence[Line]) -> tuple[Entry, ...]:
    r"""Return the entries of the first table of contents, in order; nothing where there is none.

    A table starts at a heading such as "Contents" or 目录, or is a run of three lines with dot leaders and pages, or
    stands glued on one line (as document-sharing sites print it).  Levels come from the numbering, else the
    indentation, else from capitals in an otherwise mixed table.  Safe: after a heading each line must end in a page
    number that does not fall, or be repeated below as a heading.  Risky: glued tables, where "111、" is
    page 11 and item 1 of the next entry.

    >>> from parkdocs.lines import split
    >>> [(e.level, e.heading, e.page) for e in read(split("Contents\nPART ONE.....3\nAims .... 4\nPART TWO\t9\n"))]
    [(1, 'PART ONE', 3), (2, 'Aims', 4), (1, 'PART TWO', 9)]
    """
    tries = MOST_TRIES
    for at, line in enumerate(lines):
        if not tries:
            break
        if len(line.text) < LONGEST_HEAD and is_head(line.text):
            found = _paged(lines, at + 1) or _unpaged(lines, at + 1)
        elif m := _glued_head(line.text):
            found = _glued(line, m.end())
        elif _led(line) and sum(_led(follower) for follower in lines[at : at + 6]) >= 3:
            found = _paged(lines, at)
        else:
            continue
        if len(found) >= 2:
            return tuple(_levelled(found))
        tries -= 1
    return ()


def _glued_head(text: str) -> re.Match[str] | None:
    """The words that open a contents within a line; plain searches come first, for every line comes here."""
    if len(text) < 20 or not any(map(text.__contains__, GLUED_PARTS)) or "…" in text[:20]:
        return None
    return GLUED_HEAD.search(text[:2000])


def is_head(text: str) -> bool:
    """Whether a line is the heading of a table of contents.

    >>> is_head("# **Contents**"), is_head("Contents of the box")
    (True, False)
    """
    return any(map(text.casefold().__contains__, HEAD_PARTS)) and headingnames.is_contents(shapes.bare(text))


def _split_page(text: str) -> tuple[str, int, bool, bool]:
    """Heading, page, whether there is one, and whether a leader (two dots, a tab, two spaces) stands before it."""
    body = text.strip().strip("|").rstrip().rstrip(")）")
    m = PAGE.search(body[-8:])
    if not m:
        return text.strip().rstrip(LEADER), 0, False, False
    rest = body[: len(body) - len(m[0])].rstrip("(（")
    heading = rest.rstrip(LEADER)
    gap = rest[len(heading) :]
    led = len(gap.replace(" ", "")) >= 2 or "…" in gap or "\t" in gap or "  " in gap or "|" in gap
    if not m[0].isdigit():
        return (heading, 0, True, True) if led else (text.strip(), 0, False, False)
    glued = not gap and heading[-1:].isascii() and not heading[-1:].isalpha()
    return (text.strip(), 0, False, False) if glued else (heading, int(m[0]), True, led)


def _led(line: Line) -> bool:
    """Whether a line ends in dots and a page number."""
    text = line.text[-60:].rstrip()
    if len(line.text) > 300 or not text[-1:].isalnum() or not (".." in text or "…" in text or ". ." in text):
        return False
    heading, _, paged, led = _split_page(line.text)
    return paged and led and any(c.isalpha() for c in heading)


def _paged(lines: Sequence[Line], at: int) -> list[_Raw]:
    """Entries with pages from ``lines[at]`` on, up to two lines in a row that are none."""
    out: list[_Raw] = []
    waiting: list[Line] = []
    page, strong = 0, 0
    for line in lines[at : at + MOST_ENTRIES]:
        if not line.text.strip():
            continue
        heading, found, paged, led = _split_page(line.text) if len(line.text) < 300 else ("", 0, False, False)
        paged = paged and (led or page <= found <= page + 100) and any(c.isalpha() for c in heading)
        if OTHER_LISTS.match(shapes.bare(heading)) and out:
            continue
        if not paged:
            waiting.append(line)
            if len(waiting) > 2 or len(line.text) > 200 or shapes.last_mark(line.text) in "。；;":
                break
            continue
        out += _joined(waiting, line, heading, found)
        waiting, page, strong = [], found or page, strong + led
    return out if strong or len(out) >= 3 else []


def _joined(waiting: list[Line], line: Line, heading: str, page: int) -> Iterator[_Raw]:
    """The lines before an entry that have no page: the start of a wrapped entry, or entries without a page."""
    first = line
    clean = shapes.bare(_unlisted(heading))
    for before in reversed(waiting):
        lead = shapes.bare(before.text)
        if not (clean[:1].islower() or shapes.width(lead) >= 50):
            break
        clean, first = f"{lead} {clean}", before
    for before in waiting[: waiting.index(first)] if first in waiting else waiting:
        yield _Raw(
            shapes.bare(_unlisted(before.text)), 0, before.number, before.start, before.end, _indent(before.text)
        )
    yield _Raw(clean, page, first.number, first.start, line.end, _indent(first.text))


def _unpaged(lines: Sequence[Line], at: int) -> list[_Raw]:
    """Entries without pages: links into the page, or short lines until one of them comes again as a heading.

    The heading in the text may lack the number of its entry; then prose must follow.  Names of lower levels may come
    twice within the contents; many numbered lines are contents even where the text that
    they announce never comes, as on the pages of those who sell it.
    """
    out: list[_Raw] = []
    keys: set[str] = set()
    linked = 0
    for i, line in enumerate(lines[at : at + LOOK_AHEAD], at):
        if not line.text.strip():
            continue
        heading = shapes.bare(_unlisted(line.text))
        if LINKED.search(line.text[:300]):
            linked += 1
        elif linked or (key(heading) in keys and not _is_lower(heading, out[0].heading)) or _is_named(lines, i, out):
            break
        elif len(line.text) > 120 or shapes.is_prose(heading) or OTHER_LISTS.match(heading):
            return out if _are_numbered(out) else []
        if any(c.isalpha() for c in heading):
            keys.add(key(heading))
            out.append(_Raw(heading, 0, line.number, line.start, line.end, _indent(line.text)))
    else:
        return out if linked or _are_numbered(out) else []
    return out


def _is_named(lines: Sequence[Line], at: int, entries: Sequence[_Raw]) -> bool:
    """Whether a line is one of the first entries without its number, above prose, as encyclopaedias print them."""
    wanted = key(shapes.bare(lines[at].text))
    if len(wanted) < 2 or all(wanted not in matching.keys(e.heading)[1:] for e in entries[:3]):
        return False
    after = next((line for line in lines[at + 1 : at + 5] if line.text.strip()), None)
    return after is not None and shapes.is_prose(shapes.bare(after.text))


def _is_lower(heading: str, first: str) -> bool:
    """Whether a heading's number is of a lower kind than that of the first entry."""
    here, top = numbering.read(heading), numbering.read(first)
    return here is not None and top is not None and here.depth > top.depth


def _are_numbered(entries: list[_Raw]) -> bool:
    """Whether there are many entries and nearly all have numbers."""
    firm = [n for e in entries if (n := numbering.read(e.heading)) and n.firm]
    return len(entries) >= MANY and len(firm) * 4 >= len(entries) * 3


def _glued(line: Line, at: int) -> list[_Raw]:
    """Entries of a table on one line: ``一、概况 31、规模 3数量 5``, a page stuck to the next number."""
    out: list[_Raw] = []
    text, start, page, count = line.text[: at + 20_000], at, 1, 0
    for m in GLUED_PAGE.finditer(text, at):
        heading = text[start : m.start()].strip(LEADER + ":：")
        number = numbering.read(heading)
        here = number.value if number and number.family == "decimal" else 0 if number else count
        cut, found = _unglue(m[1], text[m.end() : m.end() + 1], page, here)
        if not page <= found <= page + 60 or not any(c.isalpha() for c in heading):
            continue
        out.append(_Raw(heading, found, line.number, line.start + start, line.start + m.end() - cut, 0))
        start, page, count = m.end() - cut, found, here
    return out if len(out) >= 3 else []


def _unglue(digits: str, follower: str, page: int, count: int) -> tuple[int, int]:
    """How many of the digits are the next entry's number, and the page: ``111`` before ``、`` is page 11, item 1."""
    if follower and follower in "、.．":
        for cut in (1, 2):
            item, left = digits[-cut:], digits[:-cut]
            if left and int(item) in {1, count + 1} and page <= int(left) <= page + 60:
                return cut, int(left)
    return 0, int(digits)


def _unlisted(text: str) -> str:
    """The text without a list marker in front."""
    text = text.strip()
    m = shapes.ITEM.match(text)
    return text[m.end() :] if m else text


def _indent(text: str) -> int:
    """Columns of white space before the text."""
    head = text[: len(text) - len(text.lstrip())]
    return len(head) + head.count("\u3000") + 3 * head.count("\t")


def _levelled(raws: list[_Raw]) -> Iterator[Entry]:
    """Give each entry its level: by numbering where two entries have one, else by indentation, else by capitals."""
    numbers = [numbering.read(r.heading) for r in raws]
    indents = sorted({r.indent for r in raws})
    if sum(n is not None and n.family not in numbering.ANNEXES for n in numbers) >= 2:
        levels = _by_number(raws, numbers)
    elif 2 <= len(indents) <= 5 and raws[0].indent == indents[0]:
        levels = [indents.index(r.indent) + 1 for r in raws]
    else:
        levels = _by_capitals(raws)
    for level, r in zip(levels, raws, strict=True):
        yield Entry(level, r.heading, r.page, r.number, r.start, r.end)


def _by_number(raws: list[_Raw], numbers: list[numbering.Number | None]) -> list[int]:
    """Rank of the kind of number; an entry without one is top outside the numbered, below the one before inside.

    Annexes are top and rank with no chapter, for their numbers count apart.
    """
    annexes = {i for i, n in enumerate(numbers) if n and n.family in numbering.ANNEXES}
    ranks = sorted({n.depth for i, n in enumerate(numbers) if n and i not in annexes})
    inside = [i for i, n in enumerate(numbers) if n and i not in annexes]
    nested = any(n is None for n in numbers[inside[0] : inside[-1]])
    out, above = [], 0
    for i, n in enumerate(numbers):
        if i in annexes:
            out.append(1)
        elif n:
            above = ranks.index(n.depth) + 1
            out.append(above)
        else:
            after = i > inside[-1] and (nested or above > 1) and not headingnames.is_apart(raws[i].heading)
            out.append(above + 1 if after or inside[0] < i < inside[-1] else 1)
    return out


def _by_capitals(raws: list[_Raw]) -> list[int]:
    """Flat table: entries in capitals are top and the mixed ones below, where it opens with capitals and has both."""
    capitals = [r.heading.isupper() for r in raws]
    if not capitals[0] or sum(capitals) < 2 or all(capitals):
        return [1] * len(raws)
    return [1 if c else 2 for c in capitals]
