"""The record as columns: what a flat table has of it, read off the JSON Schema, so that the two never part."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from parkdocs import record, schema
from parkdocs.errors import OutputError

Record = dict[str, Any]
Rows = Iterable[Record]

FLATTENED = {"metadata": "", "completeness": "completeness_"}
"""Objects whose keys become columns of their own, and what is put before their names."""


class Column(NamedTuple):
    """A column of a flat table: its name, its place in the record, and its JSON type; a list is held as JSON."""

    name: str
    path: tuple[str, ...]
    type: str  # string | integer | array
    about: str = ""


@lru_cache(maxsize=1)
def record_schema() -> dict[str, Any]:
    """The JSON Schema of a record."""
    return record.loads(schema.source())


@lru_cache(maxsize=1)
def columns() -> tuple[Column, ...]:
    """All columns, in the order of the schema.

    >>> [c.name for c in columns()][:7]
    ['schema', 'id', 'text', 'source', 'created', 'title', 'published']
    """
    found = list[Column]()
    for name, part in record_schema()["properties"].items():
        if name in FLATTENED:
            found += [
                Column(FLATTENED[name] + key, (name, key), inner["type"], inner.get("description", ""))
                for key, inner in part["properties"].items()
            ]
        else:
            found.append(Column(name, (name,), part["type"], part.get("description", "")))
    return tuple(found)


def flat(values: Record) -> dict[str, Any]:
    """One record as a flat row: strings and numbers as they are, lists as JSON."""
    row = {}
    for column in columns():
        value: Any = values
        for key in column.path:
            value = value[key]
        row[column.name] = as_json(value) if column.type in {"array", "object"} else value
    return row


def nested(row: dict[str, Any]) -> Record:
    """The record of a flat row: the reverse of ``flat``.  Numbers may come as strings."""
    values: Record = {}
    for column in columns():
        value = row[column.name]
        if column.type in {"array", "object"}:
            value = json.loads(value)
        elif column.type == "integer":
            value = int(value)
        place = values
        for key in column.path[:-1]:
            place = place.setdefault(key, {})
        place[column.path[-1]] = value
    return values


def as_json(value: Any) -> str:
    """A value as compact JSON in plain characters."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


Problems = list[OutputError]
"""What a sink returns: the documents that it could not write, each with its reason."""


def refuse_folder(out: Path) -> None:
    """Raise ``OutputError`` where a file is to be written and a folder stands."""
    if out.is_dir():
        raise OutputError(str(out), 1, "this is a folder; name a file")
