"""Heads and feet of pages in text that was made from a PDF: lines that come again with each page, beside its number.

Seen in reports as ``HARBOUR AUTHORITY ANNUAL REPORT`` above ``12``, and as ``Acme Advisers        12`` at the foot of
each page.  Safe: a line with its number in it must come three times, set apart from it by two blanks or a bar, with
numbers that mostly rise by one or two; one without must come three times and stand beside a page number (or such a
line) nearly each time; a page's text lies between two; and more than two names with numbers are a table's rows.
Paragraphs, code, Markdown headings and numbered ones are never taken.  Risky for a list that repeats one word beside
numbers that count up.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from parkdocs import deferred, numbering, shapes
from parkdocs.numbering import roman_value
from parkdocs.page import Page

RULE, KIND = "residue/running-head", "residue"
TIMES, LONGEST, MOST_PAGES, LEAST_PAGE, MOST_NAMES = 3, 120, 1500, 4, 2
STEP, NAME = 2, 10
"""The widest step from page to page, as a rule; columns of a name of one word, which "Lot" and "Question" have not."""
_PAGE = r"(?:[Pp]age |[Pp]\. ?|PAGE |- ?|第 ?)?(\d{1,4}|[ivxl]{1,7})(?: ?(?:of|/) ?\d{1,4}| ?-| ?页)?"
NUMBER = deferred.pattern(_PAGE)
APART = deferred.pattern(r"\s\s|[\t|｜]|\s[Pp]age ")
AFTER = deferred.pattern(rf"(.*\w.*?)(?:\s{{2,}}|\t|\s?[|｜]\s?|\s(?=[Pp]age )){_PAGE}")
BEFORE = deferred.pattern(rf"{_PAGE}(?:\s{{2,}}|\t|\s?[|｜]\s?)(\D.*)")

Values = Mapping[int, int]
"""Index of a line and the page number on it."""


def find(page: Page) -> Iterator[tuple[int, int, str, str]]:
    """Lines of page furniture as residue: first and last line, rule, kind."""
    short = [i for i in page.solid if page.views[i] and not page.prose[i] and _may_be(page.lines[i].text)]
    same: dict[str, list[int]] = defaultdict(list)
    for i in short:
        same[page.views[i]].append(i)
    often = [found for found in same.values() if len(found) >= TIMES and _spread(page, found)]
    rising = _with_number(page, short)
    if not often and not rising:
        return
    bare = {i: value for i in short if (value := _bare(page.views[i]))}
    heads, feet = _beside_numbers(page, often, rising, bare)
    yield from ((i, i, RULE, KIND) for i in sorted({*rising, *heads, *feet}))


def _may_be(text: str) -> bool:
    return len(text) <= LONGEST and not text.lstrip().startswith(("#", "|"))


def _with_number(page: Page, short: Sequence[int]) -> Values:
    """Lines that hold their page's number at an end: of one name or two, a head's and a foot's."""
    names: dict[str, dict[int, int]] = defaultdict(dict)
    for i in short:
        if said := _named(page.lines[i].text.strip()):
            names[said[0]][i] = said[1]
    counted = [values for values in names.values() if _rises(list(values.values())) and _spread(page, list(values))]
    found = {i: n for values in counted for i, n in values.items()}
    rows = {i for values in names.values() for i in values} - found.keys()
    beside = len(_beside(page, rows) & found.keys())  # other rows of a table with figures
    return found if len(counted) <= MOST_NAMES and beside * 2 < max(1, len(found)) else {}


def _named(text: str) -> tuple[str, int] | None:
    """What a line says beside the page number at its end, and the number."""
    if not APART.search(text):
        return None
    after = AFTER.fullmatch(text)
    before = None if after else BEFORE.fullmatch(text)
    name, number = (after[1], after[2]) if after else (before[2], before[1]) if before else ("", "")
    name = " ".join(name.casefold().split())
    if not name or "..." in name or (after and numbering.read(f"{name} {number}")):
        return None
    named = " " in name or shapes.width(name) >= NAME or "age " in text
    value = _value(number)
    return (name, value) if value and named and any(c.isalpha() for c in name) else None


def _beside_numbers(
    page: Page, often: Sequence[Sequence[int]], rising: Values, bare: Values
) -> tuple[set[int], set[int]]:
    """Lines that come again without a number but beside one, and the bare numbers beside these."""
    near = _beside(page, {*rising, *bare})
    found = [run for run in often if sum(i in near for i in run) * 4 >= len(run) * 3]
    heads = {i for run in found for i in run if i not in bare and not numbering.read(page.views[i])}
    feet = {i: bare[i] for i in sorted(_beside(page, heads) & bare.keys())}
    if not _rises(list(feet.values())):
        return (heads if heads & _beside(page, set(rising)) else set()), set()
    return heads, set(feet)


def _bare(view: str) -> int:
    m = NUMBER.fullmatch(view)
    return _value(m[1]) if m else 0


def _value(number: str) -> int:
    return int(number) if number.isdigit() else roman_value(number.upper()) if number else 0


def _rises(numbers: Sequence[int]) -> bool:
    """Whether these count pages: three or more, which rise by one or two as a rule, from one where Roman ones end."""
    steps = [b - a for a, b in pairwise(numbers)]
    small = sum(0 < step <= STEP for step in steps)
    falls = sum(step <= 0 for step in steps)
    return len(numbers) >= TIMES and falls <= 1 and small * 2 >= len(steps) and max(numbers) <= MOST_PAGES


def _spread(page: Page, found: Sequence[int]) -> bool:
    """Whether some lines of text stand between two of these as a rule, as many as the shortest pages have."""
    gaps = sorted(page.rank[b] - page.rank[a] for a, b in pairwise(found))
    return bool(gaps) and gaps[len(gaps) // 2] >= LEAST_PAGE


def _beside(page: Page, lines: set[int]) -> set[int]:
    """The lines right above or below these, blank ones left out."""
    near = {page.rank[i] + step for i in lines for step in (-1, 1)}
    return {page.solid[k] for k in near if 0 <= k < len(page.solid)}
