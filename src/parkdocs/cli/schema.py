"""`parkdocs schema`: the record's JSON Schema, the contract."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from parkdocs.schema import source


def schema(
    chunk: Annotated[bool, typer.Option("--chunk", help="The schema of a piece that segment --chunk writes.")] = False,
) -> int:
    """Print the JSON Schema (draft 2020-12) that every record validates against.

    \b
    Example:
      parkdocs schema > record.schema.json
    """
    sys.stdout.buffer.write(source("chunk" if chunk else "record"))
    return 0


def register(app: typer.Typer) -> None:
    """Add the verb to the application."""
    app.command("schema")(schema)
