"""Predictions on disk, a JSON object a line, so that a run that was stopped goes on where it was.

Each row carries a key of all that it depends on: the tool and the page.  A row whose key is no longer right is dropped
and made anew; the others stay.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def fingerprint(*parts: str | bytes) -> str:
    """Sixteen hexadecimal digits for these parts in this order.

    >>> fingerprint("a", "b") == fingerprint("a", b"b"), fingerprint("ab") == fingerprint("a", "b")
    (True, False)
    """
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(f"{len(data)}:".encode() + data)
    return digest.hexdigest()[:16]


def read(path: Path) -> dict[str, Row]:
    """The rows of a file by id; a last line that was cut off while it was written is left out."""
    rows: dict[str, Row] = {}
    if path.exists():
        for line in path.read_text("utf-8", "replace").split("\n"):
            try:
                row = json.loads(line)
            except ValueError:
                continue
            rows[row["id"]] = row
    return rows


def valid(rows: Mapping[str, Row], keys: Mapping[str, str]) -> dict[str, Row]:
    """The rows that need not be made again: those of pages not asked for, and those with the right key."""
    return {name: row for name, row in rows.items() if keys.get(name, row.get("key")) == row.get("key")}


def keep(path: Path, keys: Mapping[str, str]) -> dict[str, Row]:
    """Leave only valid rows in a file, and return them."""
    found = read(path)
    rows = valid(found, keys)
    path.parent.mkdir(parents=True, exist_ok=True)
    data = path.read_bytes() if path.exists() else b""
    if len(rows) < len(found) or data.count(b"\n") != len(found) or not data.endswith(b"\n"):
        beside = path.with_suffix(".part")
        beside.write_text("".join(_line(row) for row in rows.values()), "utf-8")
        os.replace(beside, path)
    return rows


def fill(path: Path, keys: Mapping[str, str], ask: Callable[[str], Row], tell: Callable[[int, int], None]) -> None:
    """Append a row for each id of ``keys`` that has none yet; ``tell`` hears how many of how many are done."""
    done = keep(path, keys)
    missing = [name for name in keys if name not in done]
    with path.open("a", encoding="utf-8") as out:
        for count, name in enumerate(missing, 1):
            out.write(_line({**ask(name), "key": keys[name]}))
            out.flush()
            tell(len(keys) - len(missing) + count, len(keys))


def _line(row: Row) -> str:
    return json.dumps(row, ensure_ascii=False) + "\n"


def of(rows: Mapping[str, Row], names: Iterable[str]) -> list[Row]:
    """The rows of these ids, in this order; an id without a row is left out."""
    return [rows[name] for name in names if name in rows]
