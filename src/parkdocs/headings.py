"""Finding the lines that are headings, each with the sign that made it one.

Signs in order of trust: Markdown marks, the table of contents, a bold line, a known name ("Abstract", 附件), a number,
capitals, and a short free line that stands alone between paragraphs.  Precision counts as much as recall: a caption,
byline, list item or line of a poem that became a heading would tear its section apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from parkdocs import blocks, freelines, headingnames, leadlines, matching, numberlines, runningheads, shapes, speech
from parkdocs.lines import Line
from parkdocs.numbering import Number
from parkdocs.numbering import read as read_number
from parkdocs.shapes import Row

BOLD = re.compile(r"(?:\*\*\*?|__)(?=\S)[^\n]{1,300}(?:\*\*\*?|__):?$|<(b|strong)>[^<>]{1,300}</\1>$")
BRACKETED = re.compile(r"【[^【】]{2,16}】$")
"""How Chinese pages without tags set off the name of a part: 【产业定位】."""
DATED = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)?\.? (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?,? \d{4}(?!\d)",
    re.IGNORECASE,
)
STOPS = frozenset(".。;；,，、！!…")


class Heading(NamedTuple):
    """A heading on ``lines[at]`` to ``lines[last]``; ``depth`` is that of Markdown marks (0: none)."""

    at: int
    last: int
    text: str
    sign: str  # marks | contents | repeat | bold | known | number | capitals | alone
    depth: int
    number: Number | None


class _Page(NamedTuple):
    """What the signs look at."""

    rows: list[Row]
    numbers: list[Number | None]
    marks: dict[int, int]
    wanted: set[str]
    times: Counter[str]
    cover: range
    spoken: frozenset[int]


def find(lines: Sequence[Line], entries: Sequence[str] = (), skip: range = range(0)) -> list[Heading]:
    r"""Return the headings in order; ``entries`` are those of the table of contents, ``skip`` its lines.

    >>> from parkdocs.lines import split
    >>> [(h.text, h.sign) for h in find(split("# Parks\n\n一、总则\n（一）目的\n为规范管理，制定本办法。\n"))]
    [('Parks', 'marks'), ('一、总则', 'number'), ('（一）目的', 'number')]
    """
    outline = blocks.outline(lines)
    rows = [r for r in shapes.rows([line.text for line in lines], skip=outline.code) if r.at not in skip]
    rows = [runningheads.unless_running(r) for r in rows]
    wanted = {k for e in entries for k in matching.keys(e) if len(k) >= 2}
    times = Counter(r.bare for r in rows)
    numbers = [read_number(r.bare) if len(r.bare) < 200 else None for r in rows]
    page = _Page(rows, numbers, outline.marks, wanted, times, range(skip.start if skip else 0), speech.find(rows))
    found = _strong(page)
    if len(page.marks) < 2:
        taken = {at for h in found for at in range(h.at, h.last + 1)}
        free = freelines.find(rows, taken, page.spoken)
        led = leadlines.find(rows, taken | page.spoken | {rows[j].at for j in free})
        found += [_heading(page, j, "alone") for j in (*free, *led)]
    return sorted(found)


def _strong(page: _Page) -> list[Heading]:
    """Headings that a sign of their own line proves, in order."""
    out: list[Heading] = []
    seen: dict[str, int] = {}
    taken = -1
    last_value: dict[tuple[str, int], int] = {}
    for j, row in enumerate(page.rows):
        if row.at <= taken or not row.bare or len(row.text) >= shapes.LOOK:
            continue
        head = _marked(page, j) or _listed(page, j)
        if not head and row.at not in page.spoken:
            head = _repeated(page, j, seen) or _bold(page, j) or _known(page, j)
            head = head or _numbered(page, j, last_value) or _capital(page, j)
        if head:
            out.append(head)
            seen.setdefault(matching.key(head.text), head.depth)
            taken = head.last
            if head.number:
                last_value[head.number.family, head.number.depth] = head.number.value
    return out


def _heading(page: _Page, j: int, sign: str, more: int = 0) -> Heading:
    """The heading on row ``j`` and ``more`` rows after it."""
    rows = page.rows[j : j + more + 1]
    text = " ".join(r.bare for r in rows)
    return Heading(rows[0].at, rows[-1].at, text, sign, page.marks.get(rows[0].at, 0), page.numbers[j])


def _marked(page: _Page, j: int) -> Heading | None:
    """ATX or setext marks; a date or a paragraph in marks is none."""
    row = page.rows[j]
    usable = row.at in page.marks and len(row.bare) <= 250 and any(c.isalnum() for c in row.bare)
    return _heading(page, j, "marks") if usable and not shapes.is_date(row.bare) else None


def _listed(page: _Page, j: int) -> Heading | None:
    """A line (or two broken ones) that the table of contents names; each entry once."""
    if not page.wanted or page.rows[j].shape == "I":
        return None
    pair = page.rows[j : j + 2]
    for more in (0, 1):
        text = " ".join(r.bare for r in pair[: more + 1])
        if (more and (len(pair) < 2 or pair[0].gap_after)) or len(text) > 300:
            break
        found = [k for k in matching.keys(text) if k in page.wanted]
        if found:
            page.wanted.difference_update(matching.keys(text))
            return _heading(page, j, "contents", more)
    return None


def _repeated(page: _Page, j: int, seen: dict[str, int]) -> Heading | None:
    """Before a table of contents, the title of the cover printed again."""
    depth = seen.get(matching.key(page.rows[j].bare), 0) if page.rows[j].at in page.cover else 0
    return _heading(page, j, "repeat")._replace(depth=depth) if depth else None


def _bold(page: _Page, j: int) -> Heading | None:
    """A line in bold and nothing else, with text under it; no sentence, date or label, no stack of three."""
    more = _bold_rows(page, j)
    if more < 0:
        return None
    rows = page.rows[j : j + more + 1]
    text = " ".join(r.bare for r in rows)
    if shapes.last_mark(text) in STOPS or not any(c.isalpha() for c in text) or shapes.is_date(text) or len(text) > 160:
        return None
    if shapes.shape(text) == "M" and not page.numbers[j] and len(text) < 80:
        return None
    after = page.rows[j + more + 1 : j + more + 3]
    stack = sum(bool(BOLD.match(r.text)) for r in (*page.rows[max(0, j - 1) : j], *after[:1]))
    shapes_below = "PIEM" if BRACKETED.match(text) else "PIE"
    opens = after and (after[0].shape in shapes_below or after[0].at in page.marks or BOLD.match(after[0].text))
    return _heading(page, j, "bold", more) if opens and stack < 2 else None


def _bold_rows(page: _Page, j: int) -> int:
    """How many more rows the bold line on row ``j`` takes, -1 where it is none; at most two."""
    text = page.rows[j].text
    if BRACKETED.match(text):
        return 0
    if BOLD.match(text):
        return 0 if text.startswith("<") or text.count("**") <= 2 else -1
    if not text.startswith("**") or text.count("**") != 1:
        return -1
    for more in (1, 2):
        last = page.rows[j + more : j + more + 1]
        if not last or last[0].gap_before or "**" in last[0].text[:-2].rstrip("*"):
            return -1
        if last[0].text.endswith("**"):
            return more
    return -1


def _known(page: _Page, j: int) -> Heading | None:
    """A name that only headings have, alone on its line, with text under it."""
    row = page.rows[j]
    if len(row.bare) > 60 or shapes.last_mark(row.bare) in STOPS or j + 1 >= len(page.rows) or row.shape == "I":
        return None
    if row.shape == "P" or not headingnames.is_known(row.bare):
        return None
    after = page.rows[j + 1]
    fits = (
        after.shape == "P" if headingnames.is_disclaimer(row.bare) else after.shape in "PISE" or after.at in page.marks
    )
    return _heading(page, j, "known") if fits else None


def _numbered(page: _Page, j: int, last_value: dict[tuple[str, int], int]) -> Heading | None:
    """A number and a few words.  A firm number needs no more; the others must count up and have prose under them."""
    row, number = page.rows[j], page.numbers[j]
    if not number or row.shape == "I" or numberlines.in_run(page.rows, page.numbers, j):
        return None
    if shapes.last_mark(row.bare) in STOPS and not numberlines.is_closed_heading(page.rows, page.numbers, j):
        return None
    if not numberlines.is_worded(row, number) or shapes.ADDRESS.search(row.bare) or DATED.match(row.bare):
        return None
    rest = numberlines.rest(row, number)
    if number.firm and number.family != "decimal":
        return _heading(page, j, "number", 0 if rest else _name_below(page, j))
    last = last_value.get((number.family, number.depth))
    opens = _opens(page, j) or (number.value == (last or 0) + 1 > 1 and numberlines.labels_follow(page.rows, j))
    if not opens or (number.firm and len(rest) < 3):
        return None
    loose = not number.firm and (len(page.marks) >= 2 or rest[-1:] in {":", "："} or len(rest.split()) > 12)
    first = (
        last is None
        and number.family == "decimal"
        and number.value <= 30
        and j < 5
        and all(r.shape != "P" for r in page.rows[:j])
    )
    counted = number.firm or first or 1 <= number.value - (last or 0) <= 2 or number.value == 1
    return None if loose or not counted else _heading(page, j, "number")


def _name_below(page: _Page, j: int) -> int:
    """1 where the name of a bare "CHAPTER I" stands on the next line of the same block."""
    if page.rows[j].gap_after or j + 2 >= len(page.rows):
        return 0
    name, after = page.rows[j + 1 : j + 3]
    fits = name.shape == "S" and page.numbers[j + 1] is None and name.at not in page.marks and len(name.bare) <= 60
    return 1 if fits and (name.gap_after or after.shape == "P" or page.numbers[j + 2]) else 0


def _opens(page: _Page, j: int) -> bool:
    """Whether text follows: prose or a sentence, or another numbered or marked line that has it.

    In a directory two labels or more follow ("Area: 6 km2"), with a blank line above the entry.
    """
    below = page.rows[j + 1 : j + 3]
    if (
        page.numbers[j]
        and page.rows[j].gap_before
        and [r.shape for r in below] == ["M", "M"]
        and not below[0].gap_before
    ):
        return True
    for i in (j + 1, j + 2):
        if i >= len(page.rows):
            return False
        row = page.rows[i]
        if row.shape in "PE" or (row.shape == "I" and i == j + 1):
            return True
        if row.shape != "S":
            return page.numbers[i] is not None
    return False


def _capital(page: _Page, j: int) -> Heading | None:
    """A line in capitals with prose under it, which begins after a blank line or a sentence's end."""
    row = page.rows[j]
    if row.shape not in "SE" or not shapes.in_capitals(row.bare) or page.times[row.bare] > 2:
        return None
    more = 0
    while more < 2 and _may_run_on(page, j + more):
        follower = page.rows[j + more + 1]
        if follower.shape != "S" or not shapes.in_capitals(follower.bare):
            break
        more += 1
    before = page.rows[j - 1] if j else None
    begins = row.gap_before or before is None or before.ended
    begins = begins or (before is not None and shapes.in_capitals(before.bare) and not _may_run_on(page, j - 1))
    return _heading(page, j, "capitals", more) if begins and _opens(page, j + more) else None


def _may_run_on(page: _Page, j: int) -> bool:
    """Whether a line in capitals may go on in the next: no gap, and it is long or ends in a small word."""
    text = page.rows[j].bare
    return (
        not page.rows[j].gap_after
        and j + 1 < len(page.rows)
        and (len(text) >= 36 or text[-1] in "-–,&/" or freelines.SMALL_WORDS.match(text.split()[-1]) is not None)
    )
