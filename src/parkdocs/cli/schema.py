"""`parkdocs schema`: the record's JSON Schema, the contract."""

from __future__ import annotations

import sys

import typer

from parkdocs.schema import source


def schema() -> int:
    """Print the JSON Schema (draft 2020-12) that every record validates against.

    \b
    Example:
      parkdocs schema > record.schema.json
    """
    sys.stdout.buffer.write(source())
    return 0


def register(app: typer.Typer) -> None:
    """Add the verb to the application."""
    app.command("schema")(schema)
