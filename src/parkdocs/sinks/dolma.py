"""Dolma: documents, and beside them attributes that point into their texts, as its taggers write them.

``documents/records.jsonl.gz`` holds ``id text source created metadata``; ``attributes/parkdocs/records.jsonl.gz`` holds
for each document, in the same order, spans ``[start, end, score]`` in code points.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from parkdocs.model import CHROME_KINDS
from parkdocs.sinks.columns import Problems, Record, Rows, as_json
from parkdocs.sinks.folders import whole_folder

NAME = "records.jsonl.gz"
DOCUMENT = ("id", "text", "source", "created", "metadata")


def write(rows: Rows, out: Path) -> Problems:
    """Write records as a Dolma dataset, a new folder ``out``."""
    with whole_folder(out) as folder:
        (folder / "documents").mkdir()
        (folder / "attributes" / "parkdocs").mkdir(parents=True)
        with (
            _zipped(folder / "documents" / NAME) as documents,
            _zipped(folder / "attributes" / "parkdocs" / NAME) as attributes,
        ):
            for values in rows:
                documents.write(_line({key: values[key] for key in DOCUMENT}))
                attributes.write(_line({"id": values["id"], "attributes": spans(values)}))
    return []


@contextmanager
def _zipped(path: Path) -> Iterator[IO[bytes]]:
    """A gzip file without name and time in it: the same records give the same bytes."""
    with open(path, "wb") as plain, gzip.GzipFile("", "wb", 6, plain, 0) as stream:
        yield stream  # type: ignore[misc]


def _line(value: dict[str, Any]) -> bytes:
    return as_json(value).encode() + b"\n"


def spans(values: Record) -> dict[str, list[list[float]]]:
    """The attributes of a record, by name.

    ``sections__KIND`` spans with their level, ``completeness__VERDICT`` and ``language__CODE`` over the whole text with
    1 or a share, ``removed__KIND`` the places where chrome stood, with the number of characters that are gone.
    """
    found: dict[str, list[list[float]]] = {}
    size = len(values["text"])
    for part in values["sections"]:
        found.setdefault(f"parkdocs__sections__{part['kind']}", []).append([part["start"], part["end"], part["level"]])
    if verdict := values["completeness"]["verdict"]:
        found[f"parkdocs__completeness__{verdict}"] = [[0, size, 1.0]]
    for share in values["metadata"]["languages"]:
        found[f"parkdocs__language__{share['code']}"] = [[0, size, share["share"]]]
    shift = 0
    for edit in values["edits"]:
        place, gone = edit["start"] - shift, len(edit["old"]) - len(edit["new"])
        shift += gone
        if edit["kind"] in CHROME_KINDS:
            name = f"parkdocs__removed__{edit['kind']}"
            found.setdefault(name, []).append([place, place + len(edit["new"]), gone])
    return found
