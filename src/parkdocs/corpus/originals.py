"""Records against the source files they were made from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from parkdocs import edits, sources
from parkdocs.errors import DocumentError, OutputError
from parkdocs.model import Edit
from parkdocs.sinks import files
from parkdocs.sources import Item


def differs(values: dict[str, Any], folder: str) -> Iterator[tuple[str, str]]:
    """Check and message where a record's source below ``folder`` is not there or not what the record restores.

    The bytes have to be those of ``sha256``, and the restored text has to be the decoded source, code point for code
    point; of an HTML page the record holds the text layer, which is made anew and compared.
    """
    metadata = values["metadata"]
    try:
        path = files.inside(Path(folder), values["id"])
        data = path.read_bytes()
    except (OSError, OutputError, ValueError):
        yield "source/missing", f"there is no {values['id'][:200]} in {folder}"
        return
    if hashlib.sha256(data).hexdigest() != metadata["sha256"]:
        size = f"{len(data):,} bytes, the record says {metadata['bytes']:,}"
        yield "source/mismatch", f"{path} is another file than the one that was read ({size})"
        return
    try:
        raw = edits.restore(values["text"], [Edit(**edit) for edit in values["edits"]])
        read = sources.load(Item(str(path), values["id"], 0, metadata["format"], data)).raw
    except (edits.JournalError, DocumentError) as error:
        yield "source/mismatch", f"the source cannot be restored: {error}"
        return
    if raw != read:
        place = next((i for i, (a, b) in enumerate(zip(raw, read, strict=False)) if a != b), min(len(raw), len(read)))
        yield "source/mismatch", f"the restored text differs from {path} from character {place:,} on"
