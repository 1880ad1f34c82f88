"""Heads and feet of pages in text that was made from a PDF: lines that come again with each page, beside its number.

Seen in reports as ``HARBOUR AUTHORITY ANNUAL REPORT`` above ``12``, and as ``Acme Advisers        12`` at the foot of
each page.  Safe: a line with its number in it must come three times with rising numbers, and be set apart from it by
two blanks or a bar; one without must come three times and stand beside a page number (or such a line) nearly each
time; some lines of text lie between two, as a rule.  So a heading that recurs ("Decision"), a cell of a table or a
refrain is none.  Risky for a list that repeats a word beside numbers that rise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from parkdocs import deferred
from parkdocs.numbering import roman_value
from parkdocs.page import Page

RULE, KIND = "residue/running-head", "residue"
TIMES, LONGEST, MOST_PAGES, LEAST_PAGE = 3, 120, 1500, 4
_PAGE = r"(?:[Pp]age |[Pp]\. ?|PAGE |- ?|第 ?)?(\d{1,4}|[ivxl]{1,7})(?: ?(?:of|/) ?\d{1,4}| ?-| ?页)?"
NUMBER = deferred.pattern(_PAGE)
AFTER = deferred.pattern(rf"(.*\w.*?)(?:\s{{2,}}|\t|\s?[|｜]\s?|\s(?=[Pp]age )){_PAGE}")
BEFORE = deferred.pattern(rf"{_PAGE}(?:\s{{2,}}|\t|\s?[|｜]\s?)(\D.*)")

Numbered = Mapping[str, Sequence[tuple[int, int]]]


def find(page: Page) -> Iterator[tuple[int, int, str, str]]:
    """Lines of page furniture as residue: first and last line, rule, kind."""
    short = [i for i in page.solid if len(page.lines[i].text) <= LONGEST]
    same: dict[str, list[int]] = defaultdict(list)
    for i in short:
        same[page.views[i]].append(i)
    often = [found for found in same.values() if len(found) >= TIMES and _spread(page, found)]
    numbered = _numbered(page, short) if len(short) >= TIMES else {}
    counted = (found for found in numbered.values() if _rises([n for _, n in found]))
    rising = {i for found in counted if _spread(page, [i for i, _ in found]) for i, _ in found}
    bare = {i for i in short if (m := NUMBER.fullmatch(page.views[i])) and _value(m[1])} if often else set()
    beside = _beside(page, rising | bare)
    heads = {
        i
        for found in often
        if sum(i in beside for i in found) * 4 >= len(found) * 3
        for i in found
        if i not in bare and any(c.isalpha() for c in page.views[i])
    }
    feet = _beside(page, heads) & bare
    feet = feet if _rises([_value(page.views[i].strip("- ")) for i in sorted(feet)]) else set()
    heads = heads if feet or heads & _beside(page, rising) else set()
    yield from ((i, i, RULE, KIND) for i in sorted(rising | heads | feet))


def _numbered(page: Page, short: Sequence[int]) -> Numbered:
    """Lines that hold a page number at an end, by what else they say: index and number."""
    out: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for i in short:
        text = page.lines[i].text.strip()
        if not (text[-1:].isalnum() or text[:1].isdigit() or text[-1:] == "-") or text.isalpha():
            continue
        if m := AFTER.fullmatch(text):
            name, number = m[1], m[2]
        elif m := BEFORE.fullmatch(text):
            name, number = m[2], m[1]
        else:
            continue
        if (value := _value(number)) and "..." not in name and any(c.isalpha() for c in name):
            out[" ".join(name.casefold().split())].append((i, value))
    return out


def _value(number: str) -> int:
    return int(number) if number.isdigit() else roman_value(number.upper())


def _rises(numbers: Sequence[int]) -> bool:
    """Whether page numbers count up, but for one fall where Roman ones end; three or more."""
    falls = sum(b <= a for a, b in pairwise(numbers))
    return len(numbers) >= TIMES and falls <= 1 and max(numbers) <= MOST_PAGES


def _spread(page: Page, found: Sequence[int]) -> bool:
    """Whether some lines of text stand between two of these as a rule, as many as the shortest pages have."""
    gaps = sorted(page.rank[b] - page.rank[a] for a, b in pairwise(found))
    return bool(gaps) and gaps[len(gaps) // 2] >= LEAST_PAGE


def _beside(page: Page, lines: set[int]) -> set[int]:
    """The lines right above or below these, blank ones left out."""
    near = {page.rank[i] + step for i in lines for step in (-1, 1)}
    return {page.solid[k] for k in near if 0 <= k < len(page.solid)}
