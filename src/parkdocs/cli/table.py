"""Metadata of documents as a table for people: field, value, and the line and rule it was read from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TextIO

from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from parkdocs.cli.safe import shown
from parkdocs.errors import UsageError
from parkdocs.model import Document, Metadata

HIDDEN = {"evidence", "declared", "encoding", "bytes", "sha256", "extra", "format"}
NAMES = Metadata._fields
USUAL = 72
"""Columns of a value; what is longer is not lined up with."""


def chosen(names: str) -> tuple[str, ...]:
    """The fields of a comma-separated list; the telling ones where it is empty.  Raises ``UsageError``."""
    asked = tuple(name.strip() for name in names.split(",") if name.strip())
    for name in asked:
        if name not in NAMES:
            raise UsageError(f"no field {name!r}; the fields are {', '.join(NAMES)}")
    return asked or tuple(name for name in NAMES if name not in HIDDEN)


def show(doc: Document, names: tuple[str, ...], out: TextIO) -> None:
    """Print one document's metadata, on a terminal in its width; unknown fields are left out."""
    console = Console(file=out, highlight=False)
    rows = list(_rows(doc, names))
    if not console.is_terminal:
        out.write(f"{shown(doc.id)}\n" + "".join(_plain(rows)))
        return
    table = Table(title=Text(shown(doc.id), style="bold"), title_justify="left", box=None, show_header=False)
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    table.add_column(style="dim", no_wrap=True)
    last = ""
    for name, value, line in rows:
        table.add_row("" if name == last else name, Text(value), line)
        last = name
    console.print(table)


def _rows(doc: Document, names: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    """Field, value and line of each value."""
    for name in names:
        value = getattr(doc.metadata, name)
        values = value if isinstance(value, tuple) else (value,) if value else ()
        proof = [e for e in doc.metadata.evidence if e.field == name]
        for k, item in enumerate(values):
            line = getattr(item, "line", 0) or (proof[k].line if k < len(proof) else 0)
            yield name, shown(_text(item), inside=True), f"line {line}" if line else ""


def _plain(rows: Sequence[tuple[str, str, str]]) -> Iterator[str]:
    """A line a row for a pipe, whole and with its field, so that it can be searched; long values push theirs along."""
    field = max((len(name) for name, *_ in rows), default=0)
    width = max((size for _, value, _ in rows if (size := cell_len(value)) <= USUAL), default=0)
    for name, value, line in rows:
        gap = " " * max(width - cell_len(value), 0)
        yield f" {name:{field}}  {value}{gap}  {line}".rstrip() + "\n"


def _text(item: Any) -> str:
    if isinstance(item, str | int):
        return str(item)
    parts = [getattr(item, name) for name in item._fields if name not in {"line", "text"}]
    return ", ".join("/".join(p) if isinstance(p, tuple) else str(p) for p in parts if p)
