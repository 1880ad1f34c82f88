"""Find dates in a line and spell them in EDTF (ISO 8601-2): linear patterns, a calendar check, nothing invented.

A span needs a month's name, a Chinese 年 or 月, or a four-digit year in a numeric form, so "12 companies", phone
numbers, identifiers, sizes (3.27MB) and versions are no dates.  What only a label can make a date of (``20231105``,
``2023-11``, ``2023``, ``Spring 2023``) is found as *weak*.  Whitespace between the parts is bounded: hostile input
costs one pass.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from parkdocs.metadata.date_forms import HAN_DIGITS, MINGUO, MONTHS, NEEDED, PATTERNS, TAIWAN, TAIWAN_YEAR, WEAK, YEARS
from parkdocs.metadata.month_names import ENGLISH, OTHERS, SEASONS
from parkdocs.metadata.scripts import lean
from parkdocs.metadata.source_lines import DIGIT, NUMERAL

UNKNOWN_YEAR = "XXXX"


class Span(NamedTuple):
    """A date at ``text[start:end]``; ``other`` is the month-first reading where the day-first one is not the only one.

    ``order`` is "dmy" or "mdy" where the form shows it (evidence for ambiguous dates nearby), else "".
    """

    start: int
    end: int
    edtf: str
    other: str = ""
    order: str = ""
    weak: bool = False


_SEASON = re.compile("pring|ummer|utumn|Fall|inter|[春夏秋冬]")
_WIDE = re.compile("[０-９]")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９／－．", "0123456789/-.")


def find(text: str, *, weak: bool = False, minguo: bool = False) -> list[Span]:
    """Dates of a line, left to right, not overlapping; the longest of those that start first wins.

    *minguo*: the page is one of those that may count years as Taiwan does; a label in traditional characters says the
    same of its own line, 民國 of its own date.

    >>> [span.edtf for span in find("July 10 to 14, 2023; on 5th November; 2023年11月5日; 12 companies; 3.27MB")]
    ['2023-07-10/2023-07-14', 'XXXX-11-05', '2023-11-05']
    """
    if not may_hold(text):
        return []
    if not text.isascii() and _WIDE.search(text):
        text = text.translate(_FULL_WIDTH)
    minguo = minguo or (not text.isascii() and _is_taiwanese(text))
    if not (places := _places(text)) and not minguo:
        return []
    spans = [span for form in PATTERNS if form[1] in places for span in _matches(form, text, places, weak=False)]
    if minguo:
        spans += [span for form in MINGUO for span in _matches(form, text, {}, weak=False)]
    if weak:
        spans += [span for form in WEAK if form[1] in places for span in _matches(form, text, places, weak=True)]
    spans.sort(key=lambda s: (s.start, -s.end))
    out: list[Span] = []
    end = 0
    for span in spans:
        if span.start >= end:
            end = span.end
            out += [span] if span.edtf else []  # one that no calendar has still hides what it overlaps: "30 Feb 2020"
    return out


def may_hold(text: str) -> bool:
    """Whether a line has a digit or a Chinese word for a year or month: without one there is no date."""
    return (DIGIT if text.isascii() else NUMERAL).search(text) is not None


def may_be_weak(text: str) -> bool:
    """Whether a line has the digits of a year, which every weak form needs."""
    return "19" in text or "20" in text or (not text.isascii() and _WIDE.search(text) is not None)


def _is_taiwanese(text: str) -> bool:
    """Whether a label in traditional characters stands before a year that only Taiwan's count has.

    >>> [_is_taiwanese(text) for text in ("發布日期：112-05-18", "更新日期：112-05-18", "電話：112-05-18")]
    [True, False, False]
    """
    return TAIWAN_YEAR.search(text) is not None and any(lean(m["label"]) < 0 for m in TAIWAN.finditer(text))


def _places(text: str) -> dict[str, list[int]]:
    """What the forms need and the line holds, with the places of its years and of the names of its months."""
    found = dict[str, list[int]]()
    if ("19" in text or "20" in text) and (years := [m.start() for m in YEARS.finditer(text)]):
        found = {need: [] for need, pattern in NEEDED.items() if pattern.search(text)}
        found["year"] = found["in year"] = years
    elif not text.isascii():
        found = {need: [] for need in ("in cjk", "in minguo") if NEEDED[need].search(text)}
    if months := [m.start() for m in MONTHS.finditer(text)]:
        found["month"] = found["in month"] = months
        found |= {"months": months, "in months": months} if len(months) > 1 else {}
        found |= {"in between": []} if "etween" in text or "ETWEEN" in text else {}
        found |= {"year of month": found["year"]} if "year" in found else {}
    return found


def _each(pattern: re.Pattern[str], text: str, places: Sequence[int]) -> Iterator[re.Match[str]]:
    """What ``finditer`` yields for a pattern that can match at the given places only."""
    end = 0
    for at in places:
        if at >= end and (m := pattern.match(text, at)):
            end = m.end()
            yield m


def seasons(text: str) -> list[Span]:
    """Seasons with their year: too common in names of issues to be a date of publication without a label.

    >>> [span.edtf for span in seasons("in autumn 2022 and Winter 2023; 2023年春季")]
    ['2022-23', '2023-24', '2023-21']
    """
    places = _places(text) if may_be_weak(text) and _SEASON.search(text) else {}
    forms = [form for form in WEAK if form[0] == "season" and form[1] in places]
    return sorted(span for form in forms for span in _matches(form, text, places, weak=True))


def _matches(
    of: tuple[str, str, re.Pattern[str]], text: str, places: dict[str, list[int]], *, weak: bool
) -> Iterator[Span]:
    form, need, pattern = of
    for m in pattern.finditer(text) if need.startswith("in ") else _each(pattern, text, places[need]):
        parts = m.groupdict()
        if parts.get("m") is not None and form not in ("season", "num"):
            parts["m"] = str(_month(parts["m"] or ""))
        end = m.start() + len(m.group().rstrip(" ,"))
        if form == "minguo":
            years = 1 if parts["y"] == "元" else _number(parts["y"])
            parts["y"] = str(1911 + years if years else 1)
        if form == "num":
            yield from _numeric(m.start(), end, parts)
            continue
        edtf = _season(parts) if form == "season" else _spell(parts)
        spelled = form if form in ("dmy", "mdy") and parts.get("d") and parts["y"] else ""
        if form != "cjk" or parts.get("d") or parts["y"]:
            yield Span(m.start(), end, edtf, order=spelled, weak=weak)


def _month(name: str) -> int:
    """A month's number from its digits, Chinese digits or name; 0 for none."""
    if name[0] in HAN_DIGITS:
        return _han(name)
    if name.isdecimal():
        return int(name)
    return ENGLISH.get(name) or OTHERS.get(name.lower(), 0)


def _han(digits: str) -> int:
    """A number in Chinese digits, read digit by digit or with 十.

    >>> _han("二零二三"), _han("十一"), _han("二十"), _han("三十一"), _han("一百一十二"), _han("一百零五")
    (2023, 11, 20, 31, 112, 105)
    """
    if "百" in digits:
        hundreds, _, rest = digits.partition("百")
        known = hundreds in tuple("一二三四") and "百" not in rest
        return 100 * _han(hundreds) + (_han(rest) if rest else 0) if known else 0
    value = {c: i for i, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}
    tens, ten, ones = digits.partition("十")
    if ten:
        return 10 * value.get(tens, 1) + value.get(ones, 0) if len(tens) < 2 and len(ones) < 2 else 0
    return int("".join(str(value[c]) for c in digits))


def _number(digits: str | None) -> int:
    if not digits:
        return 0
    return _han(digits) if digits[0] in HAN_DIGITS else int(digits)


def _spell(parts: dict[str, str | None]) -> str:
    """EDTF of a match's parts: a day, a month, a year or a range; "" where the calendar has no such date."""
    year, month, day = _number(parts.get("y")), _number(parts.get("m")), _number(parts.get("d"))
    if parts.get("d") and not day:
        return ""
    first = _edtf(year, month, day)
    if not first or not (parts.get("e") or parts.get("n")):
        return first
    last_month = _month(parts["n"] or "") if parts.get("n") else month
    last = _edtf(_number(parts.get("z")) or year, last_month, _number(parts.get("e")))
    return f"{first}/{last}" if last > first else ""


def _edtf(year: int, month: int, day: int) -> str:
    if year and not 1900 <= year < 2100:
        return ""
    head = str(year) if year else UNKNOWN_YEAR
    if not month:
        return head
    if not 1 <= month <= 12 or not 0 <= day <= monthrange(year or 2000, month)[1]:
        return ""
    return f"{head}-{month:02}-{day:02}" if day else f"{head}-{month:02}"


def _season(parts: dict[str, str | None]) -> str:
    return f"{parts['y']}-{SEASONS[(parts['m'] or '').capitalize()]}"


def _numeric(start: int, end: int, parts: dict[str, str | None]) -> Iterator[Span]:
    """Day and month in digits: 31.03.2011 and 25/12/2020 are clear, 03/04/2023 has two readings."""
    year, a, b = _number(parts["y"]), _number(parts["d"]), _number(parts["m"])
    day_first = _edtf(year, b, a) if a else ""
    month_first = _edtf(year, a, b) if b and not (parts["s"] or "").startswith(".") else ""
    if day_first and month_first and day_first != month_first:
        yield Span(start, end, day_first, month_first)
    elif day_first or month_first:
        order = "" if day_first == month_first else "dmy" if day_first else "mdy"
        yield Span(start, end, day_first or month_first, order=order)
