"""Running heads of pages that look like headings: a name beside the page's number, a gazette's part and section."""

from __future__ import annotations

import re

from parkdocs import shapes
from parkdocs.shapes import Row

_GAP = r"(?:[ \u00a0\u3000]{3,}|[ ]?\t[\s]{0,8}|[ ][|｜][ ])"
PAGE_AFTER = re.compile(rf"\D.{{2,100}}?{_GAP}(?:[-–—] ?)?(?:\d{{1,3}}|[ivxl]{{1,6}})(?: ?[-–—])?")
PAGE_BEFORE = re.compile(rf"(?:[-–—] ?)?\d{{1,3}}(?: ?[-–—])?{_GAP}\D.{{2,100}}")
GAZETTE = re.compile(
    r"(?:\d{1,4} )?the gazette of [\w ]{3,24}:.*|part [ivx]{1,5}\s?[–—-]{1,2}\s?sec(?:tion|\.).*", re.IGNORECASE
)
"""The running head of an official gazette, and its part on the first page."""


def unless_running(row: Row) -> Row:
    """The row, a label where it is the running head of a page: a name, a gap and the page's number.

    Seen once or on every page in converted reports.  Safe: a heading has no gap of three blanks, and who sets one
    behind its number ("6    Outlook") is read by that number; risky for tables of one column in capitals.
    """
    if row.shape not in "SE":
        return row
    if GAZETTE.fullmatch(row.bare):
        return row._replace(shape="M")
    after = PAGE_AFTER.fullmatch(row.text) is not None
    running = after or (PAGE_BEFORE.fullmatch(row.text) is not None and shapes.in_capitals(row.bare))
    return row._replace(shape="M") if running else row
