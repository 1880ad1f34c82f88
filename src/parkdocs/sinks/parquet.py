"""Parquet: the whole record with its nested lists, under a schema made from the JSON Schema, never guessed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

from parkdocs.errors import UsageError
from parkdocs.sinks.columns import Problems, Record, Rows, record_schema, refuse_folder
from parkdocs.sinks.files import whole_file

ROWS, CHARACTERS = 1_000, 16 << 20
"""A row group is closed at so many records or characters, whichever comes first; more would only cost memory."""


def pyarrow() -> Any:
    """The module; raises ``UsageError`` with what to install where it is missing."""
    try:
        import pyarrow as pa
        import pyarrow.parquet
    except ImportError as error:
        raise UsageError("this format needs pyarrow: pip install 'parkdocs[parquet]'") from error
    return pa


def arrow_schema() -> Any:
    """The Arrow schema of a record, from the JSON Schema: strings, 64-bit integers, doubles, lists and structs."""
    pa = pyarrow()
    return pa.schema(_fields(record_schema()), metadata={"record": record_schema()["properties"]["schema"]["const"]})


def _fields(part: dict[str, Any]) -> list[Any]:
    return [pyarrow().field(name, _type(inner)) for name, inner in part["properties"].items()]


def _type(part: dict[str, Any]) -> Any:
    pa = pyarrow()
    if part["type"] == "object":
        return pa.struct(_fields(part))
    if part["type"] == "array":
        return pa.list_(_type(part["items"]))
    return {"string": pa.string(), "integer": pa.int64(), "number": pa.float64(), "boolean": pa.bool_()}[part["type"]]


def groups(rows: Rows, most: int = CHARACTERS) -> Iterator[list[Record]]:
    """Records in groups of ``ROWS``, or of fewer where their texts and journals are long."""
    group, size = list[Record](), 0
    for values in rows:
        group.append(values)
        size += len(values["text"]) + sum(len(edit["old"]) for edit in values["edits"])
        if len(group) >= ROWS or size >= most:
            yield group
            group, size = [], 0
    if group:
        yield group


class Writer:
    """Groups of records into one open Parquet file."""

    def __init__(self, out: IO[bytes], schema: Any = None) -> None:
        pa = pyarrow()
        self.schema = schema or arrow_schema()
        self.file = pa.parquet.ParquetWriter(out, self.schema, compression="zstd")

    def write(self, group: list[Record]) -> None:
        """Write one row group."""
        self.file.write_table(pyarrow().Table.from_pylist(group, schema=self.schema))

    def __enter__(self) -> Writer:
        """Use it in ``with``: its end writes the footer."""
        return self

    def __exit__(self, *error: object) -> None:
        """Write the footer."""
        self.file.close()


def write(rows: Rows, out: Path) -> Problems:
    """Write records to one Parquet file.  Raises ``UsageError`` without pyarrow, ``OutputError`` as files do."""
    pyarrow()
    refuse_folder(out)
    with whole_file(out) as stream, Writer(stream) as writer:
        for group in groups(rows):
            writer.write(group)
    return []
