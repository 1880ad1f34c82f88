"""CSV that a spreadsheet can open without running anything in it.

A cell that begins with a sign that starts a formula gets an apostrophe in front, as OWASP advises; so does one that
begins with an apostrophe, so that ``unguarded`` gives every cell back.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

from parkdocs.sinks.columns import Problems, Rows, columns, flat, refuse_folder
from parkdocs.sinks.stream import open_stream

STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "'", "＝", "＋", "－", "＠")
"""What a cell may not begin with; spreadsheets also read the full-width forms as formulas, and skip white space."""


def guarded(value: Any) -> Any:
    """A cell that no spreadsheet takes for a formula.

    >>> guarded("=1+1"), guarded("  =1+1"), guarded("plain"), guarded("'quoted'"), guarded(-1)
    ("'=1+1", "'  =1+1", 'plain', "''quoted'", -1)
    """
    risky = isinstance(value, str) and (value.startswith(STARTS) or value.lstrip()[:1] in STARTS[:4] + STARTS[8:])
    return "'" + value if risky and value else value


def unguarded(cell: str) -> str:
    """The value behind a cell: one apostrophe less where it begins with one.

    >>> unguarded(guarded("=1+1")), unguarded(guarded("'")), unguarded(guarded("it's"))
    ('=1+1', "'", "it's")
    """
    return cell.removeprefix("'")


def write(rows: Rows, out: Path) -> Problems:
    """Write records as CSV (RFC 4180, UTF-8, LF): a header, a record a row, lists as JSON; ``-`` is standard output."""
    refuse_folder(out)
    names = [column.name for column in columns()]
    with open_stream(str(out)) as put:
        put(_line(names))
        for values in rows:
            row = flat(values)
            put(_line([guarded(row[name]) for name in names]))
    return []


def _line(cells: list[Any]) -> bytes:
    buffer = io.StringIO()
    csv.writer(buffer, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n").writerow(cells)
    return buffer.getvalue().encode()
