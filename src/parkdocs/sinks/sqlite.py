"""SQLite: tables for every list of the record, and a full-text index that finds Chinese words.

FTS5 knows no Chinese words: its usual tokenizer takes a whole run of characters for one, and ``trigram`` finds nothing
shorter than three.  So the index is given every pair of neighbouring characters as a word, and in a column of its own
every three and four of them: ``MATCH '园区'`` finds a two-character word as it stands, and so do three and four.
Longer ones are asked for as ``match`` writes them.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from parkdocs.errors import OutputError
from parkdocs.sinks.columns import Problems, Record, Rows, columns, flat, record_schema
from parkdocs.sinks.folders import whole_file_at

UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
"""Runs of Chinese and Japanese characters."""
SQL_TYPES = {"integer": "INTEGER", "number": "REAL"}
LONGER = (3, 4)
HOW = (
    ("search", "SELECT d.id, d.title FROM search JOIN documents d ON d.rowid = search.rowid WHERE search MATCH '园区'"),
    ("words", "one to four Chinese characters are found as they stand, one as 园*; words of other scripts as usual"),
    ("longer", "ask for five characters and more in pairs, as a phrase: MATCH '\"产业 业园 园区\"'"),
)


def write(rows: Rows, out: Path) -> Problems:
    """Write records into a new database; it replaces the file ``out`` when it is whole."""
    with whole_file_at(out) as path:
        try:
            with closing(sqlite3.connect(path)) as database:
                _fill(database, rows)
        except sqlite3.Error as error:
            raise OutputError(str(out), 1, f"writing failed, nothing was changed: {error}") from error
    return []


def _fill(database: sqlite3.Connection, rows: Rows) -> None:
    database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 8192;")
    for statement in tables():
        database.execute(statement)
    database.executemany("INSERT INTO how_to VALUES (?, ?)", HOW)
    lists = _lists()
    for number, values in enumerate(rows, 1):
        row = flat(values)
        marks = ", ".join("?" * (len(row) + 1))
        database.execute(f"INSERT INTO documents VALUES ({marks})", (number, *row.values()))
        for table, (path, keys) in lists.items():
            _children(database, table, number, _at(values, path), keys)
        searchable = (values["metadata"]["title"], values["text"])
        both = "\n".join(searchable)
        index = (number, *map(words, searchable), " ".join(_grams(both, LONGER)))
        database.execute("INSERT INTO search (rowid, title, text, longer) VALUES (?, ?, ?, ?)", index)
    database.execute("INSERT INTO search (search) VALUES ('optimize')")
    database.commit()


def _children(database: sqlite3.Connection, table: str, number: int, items: list[Any], keys: tuple[str, ...]) -> None:
    rows = [
        (number, k, *(_cell(item[key]) for key in keys)) if keys else (number, k, item) for k, item in enumerate(items)
    ]
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        database.executemany(f'INSERT INTO "{table}" VALUES ({marks})', rows)


def _cell(value: Any) -> Any:
    return " > ".join(value) if isinstance(value, list) else value


def _at(values: Record, path: tuple[str, ...]) -> list[Any]:
    place: Any = values
    for key in path:
        place = place[key]
    return list(place)


def _lists() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """The tables beside ``documents``: their place in a record and the keys of their rows (none for plain values)."""
    found = {}
    for column in columns():
        part: Any = record_schema()
        for key in column.path:
            part = part["properties"][key]
        if part["type"] == "array":
            found[column.name] = (column.path, tuple(part["items"].get("properties", ())))
    return found


def tables() -> Iterator[str]:
    """The statements that make the tables; names come from the schema, never from a document."""
    kinds = ", ".join(f'"{c.name}" {SQL_TYPES.get(c.type, "TEXT")} NOT NULL' for c in columns())
    yield f"CREATE TABLE documents (rowid INTEGER PRIMARY KEY, {kinds})"
    for table, (_, keys) in _lists().items():
        names = ", ".join(f'"{key}"' for key in keys or ("value",))
        yield f'CREATE TABLE "{table}" (document INTEGER NOT NULL REFERENCES documents, place INTEGER, {names})'
        yield f'CREATE INDEX "{table}_document" ON "{table}" (document)'
    yield "CREATE INDEX documents_id ON documents (id)"
    yield "CREATE VIRTUAL TABLE search USING fts5 (title, text, longer, content='')"
    yield "CREATE TABLE how_to (what TEXT, example TEXT)"


def words(text: str) -> str:
    """A text as the index wants it: Chinese runs as overlapping pairs, everything else as it stands.

    >>> words("苏州工业园区 (SIP)")
    ' 苏州 州工 工业 业园 园区  (SIP)'
    """
    return UNSPACED.sub(lambda m: f" {' '.join(_pairs(m[0]))} ", text)


def _pairs(run: str) -> Iterator[str]:
    yield from (run[i : i + 2] for i in range(max(len(run) - 1, 1)))


def _grams(text: str, sizes: tuple[int, ...]) -> Iterator[str]:
    for run in UNSPACED.findall(text):
        for size in sizes:
            yield from (run[i : i + size] for i in range(len(run) - size + 1))


def match(query: str) -> str:
    """A query for ``MATCH`` that finds documents with all the words of ``query``, Chinese ones of any length.

    >>> match("产业园区 policy")
    '"产业 业园 园区" "policy"'
    """
    asked = []
    for word in query.split():
        quoted = " ".join(words(word.replace('"', " ")).split())
        single = len(quoted) == 1 and UNSPACED.fullmatch(quoted)
        asked.append(f"{quoted}*" if single else f'"{quoted}"')
    return " ".join(part for part in asked if part != '""')
