"""Metadata of documents as a table for people: field, value, and the line and rule it was read from."""

from __future__ import annotations

from typing import Any, TextIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from parkdocs.cli.safe import shown
from parkdocs.errors import UsageError
from parkdocs.model import Document, Metadata

HIDDEN = {"evidence", "declared", "encoding", "bytes", "sha256", "extra", "format"}
NAMES = Metadata._fields


def chosen(names: str) -> tuple[str, ...]:
    """The fields of a comma-separated list; the telling ones where it is empty.  Raises ``UsageError``."""
    asked = tuple(name.strip() for name in names.split(",") if name.strip())
    for name in asked:
        if name not in NAMES:
            raise UsageError(f"no field {name!r}; the fields are {', '.join(NAMES)}")
    return asked or tuple(name for name in NAMES if name not in HIDDEN)


def show(doc: Document, names: tuple[str, ...], out: TextIO) -> None:
    """Print one document's metadata; unknown fields are left out."""
    console = Console(file=out, highlight=False)
    table = Table(title=Text(shown(doc.id), style="bold"), title_justify="left", box=None, show_header=False)
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    table.add_column(style="dim", no_wrap=True)
    for name in names:
        value = getattr(doc.metadata, name)
        values = value if isinstance(value, tuple) else (value,) if value else ()
        proof = [e for e in doc.metadata.evidence if e.field == name]
        for k, item in enumerate(values):
            line = getattr(item, "line", 0) or (proof[k].line if k < len(proof) else 0)
            table.add_row("" if k else name, Text(shown(_text(item))), f"line {line}" if line else "")
    console.print(table)


def _text(item: Any) -> str:
    if isinstance(item, str | int):
        return str(item)
    parts = [getattr(item, name) for name in item._fields if name not in {"line", "text"}]
    return ", ".join("/".join(p) if isinstance(p, tuple) else str(p) for p in parts if p)
