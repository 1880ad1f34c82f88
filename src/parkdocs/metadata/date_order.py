"""Which reading of a date such as 03/04/2023 the document shows to be its own: day first, or month first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from parkdocs.metadata.date_roles import Role
from parkdocs.metadata.date_spans import UNKNOWN_YEAR, Span
from parkdocs.metadata.source_lines import SourceLine

_DAY_FIRST = "bg ca cs da de el es fi fil fr hr id it nl no pl pt ro ru sk sv tr uk vi"
DAY_FIRST = frozenset(_DAY_FIRST.split())
AFTERNOON = re.compile(r"(?:1[3-9]|2[0-3])[:：][0-5]\d")
HALF_DAY = re.compile(r"\d\s?[AaPp]\.?[Mm]\b")


class Found(NamedTuple):
    """A date span of line ``at`` with its role."""

    at: int
    span: Span
    role: Role


def settle(found: list[Found], lines: Sequence[SourceLine], language: str, tagged: set[str]) -> list[Found]:
    """Give dates such as 03/04/2023 one reading where the document shows which, else the EDTF set of both."""
    if not any(f.span.other for f in found):
        return found
    known = {f.span.edtf for f in found if not f.span.other} | tagged
    orders = Counter(f.span.order for f in found if f.span.order and "/" in lines[f.at].text[f.span.start : f.span.end])
    spelled = {f.span.order for f in found} - {""}
    return [
        f._replace(span=_read(f.span, _order(f, lines[f.at].text, known, orders, spelled, language)))
        if f.span.other
        else f
        for f in found
    ]


def _read(span: Span, order: str) -> Span:
    both = "[" + ",".join(sorted((span.edtf, span.other))) + "]"
    return span._replace(edtf={"dmy": span.edtf, "mdy": span.other}.get(order, both))


def _order(f: Found, text: str, known: set[str], orders: Counter[str], spelled: set[str], language: str) -> str:
    """Whether an ambiguous date is "dmy" or "mdy"; "" where nothing says.

    Evidence, strongest first: a clear date in the same form nearby; a date of the document that equals one reading,
    or that has its day and month and says no year, as datelines do;
    a clock of 24 hours beside it (who writes the month first writes 2:20 PM); the language; how dates with a month's
    name are ordered, together with a 12-hour clock for the month-first reading.
    """
    if len(orders) == 1:
        return next(iter(orders))
    for year in ("", UNKNOWN_YEAR):
        readings = [o for o, day in (("dmy", f.span.edtf), ("mdy", f.span.other)) if year + day[len(year) :] in known]
        if len(readings) == 1:
            return readings[0]
    around = text[max(0, f.span.start - 12) : f.span.end + 12]
    if (AFTERNOON.search(around) and not HALF_DAY.search(around)) or language in DAY_FIRST or spelled == {"dmy"}:
        return "dmy"
    return "mdy" if spelled == {"mdy"} and HALF_DAY.search(around) else ""
