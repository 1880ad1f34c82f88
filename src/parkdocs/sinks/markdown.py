"""Markdown: a file a document, its metadata as YAML front matter and its clean text, unchanged, below."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from parkdocs.errors import OutputError
from parkdocs.sinks import files
from parkdocs.sinks.columns import Problems, Record, Rows
from parkdocs.sinks.folders import whole_folder

FENCE = "---\n"
UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff\ufdd0-\ufdef]")
"""Characters that YAML wants escaped and JSON does not."""
LEFT_OUT = ("text", "sections", "edits", "metadata", "completeness")


def write(rows: Rows, out: Path) -> Problems:
    """Write ``ID.md`` below the folder ``out`` for each record; an id that cannot be a file name is returned."""
    problems: Problems = []
    written: set[Path] = set()
    with whole_folder(out) as folder:
        for values in rows:
            try:
                path = files.own(folder, file_name(values["id"]), written)
                with files.whole_file(path) as stream:
                    stream.write(page(values).encode())
            except OutputError as error:
                problems.append(OutputError(str(out), 1, error.message))
    return problems


def file_name(document: str) -> str:
    """The file of a document: its id, with ``.md`` behind it unless it has it.

    >>> file_name("news/1.html"), file_name("a.md")
    ('news/1.html.md', 'a.md')
    """
    return document if document.endswith(".md") else f"{document}.md"


def page(values: Record) -> str:
    """One document: front matter (what is known; unknown keys are left out), a blank line, the text as it is."""
    known = {key: value for key, value in values.items() if key not in LEFT_OUT}
    known |= {key: value for key, value in values["metadata"].items() if value}
    known |= {"completeness": {key: value for key, value in values["completeness"].items() if value}}
    lines = [f"{key}: {_yaml(value)}\n" for key, value in known.items() if value]
    return "".join((FENCE, *lines, FENCE, "\n", values["text"]))


def _yaml(value: Any) -> str:
    r"""A value as JSON, which YAML reads as it stands; control characters escaped.

    >>> _yaml(["a: b", "\x85"])
    '["a: b", "\\u0085"]'
    """
    return UNSAFE.sub(lambda m: f"\\u{ord(m[0]):04x}", json.dumps(value, ensure_ascii=False))
