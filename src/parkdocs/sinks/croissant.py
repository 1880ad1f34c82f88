"""Croissant: the records as a flat table, and beside it a description of every column that machines read.

The table is Parquet: of CSV and JSON Lines the usual reader guesses the types, and takes an id like 007 for a number.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from parkdocs.sinks.columns import Column, Problems, Rows, columns, flat
from parkdocs.sinks.folders import whole_folder
from parkdocs.sinks.parquet import Writer, groups, pyarrow

DATA, DESCRIPTION = "records.parquet", "croissant.json"
VERSION = "http://mlcommons.org/croissant/1.0"
TYPES = {"integer": "sc:Integer"}
CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "equivalentProperty": "cr:equivalentProperty",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "samplingRate": "cr:samplingRate",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}


def write(rows: Rows, out: Path) -> Problems:
    """Write ``records.parquet`` (lists as JSON strings) and ``croissant.json`` into a new folder ``out``."""
    pa = pyarrow()
    types = {"integer": pa.int64()}
    columns_schema = pa.schema([(column.name, types.get(column.type, pa.string())) for column in columns()])
    count = 0
    with whole_folder(out) as folder:
        with open(folder / DATA, "wb") as stream, Writer(stream, columns_schema) as writer:
            for group in groups(rows):
                writer.write([flat(values) for values in group])
                count += len(group)
        with open(folder / DATA, "rb") as table:
            digest = hashlib.file_digest(table, "sha256").hexdigest()
        described = description(digest, (folder / DATA).stat().st_size, count)
        text = json.dumps(described, ensure_ascii=False, indent=1) + "\n"
        (folder / DESCRIPTION).write_text(text, "utf-8", newline="\n")
    return []


def description(sha256: str, size: int, count: int) -> dict[str, Any]:
    """The Croissant description (JSON-LD) of a file of ``count`` flat records."""
    return {
        "@context": CONTEXT,
        "@type": "sc:Dataset",
        "name": "parkdocs-corpus",
        "description": f"{count:,} cleaned documents with sections, metadata and the journal of what was removed.",
        "conformsTo": VERSION,
        "distribution": [
            {
                "@type": "cr:FileObject",
                "@id": DATA,
                "name": DATA,
                "description": "One flat record a row; a column that holds a list holds it as JSON.",
                "contentUrl": DATA,
                "contentSize": f"{size} B",
                "encodingFormat": "application/x-parquet",
                "sha256": sha256,
            }
        ],
        "recordSet": [
            {
                "@type": "cr:RecordSet",
                "@id": "documents",
                "name": "documents",
                "key": {"@id": "documents/id"},
                "field": [_field(column) for column in columns()],
            }
        ],
    }


def _field(column: Column) -> dict[str, Any]:
    listed = "a list, as JSON" if column.type == "array" else ""
    return {
        "@type": "cr:Field",
        "@id": f"documents/{column.name}",
        "name": f"documents/{column.name}",
        "description": "; ".join(part for part in (column.about, listed) if part) or column.name,
        "dataType": TYPES.get(column.type, "sc:Text"),
        "source": {"fileObject": {"@id": DATA}, "extract": {"column": column.name}},
    }
