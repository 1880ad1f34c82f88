"""Inputs to documents: ``plan`` says what there is to load, ``load`` reads one, in another process if need be."""

from __future__ import annotations

from pathlib import Path, PurePath

from parkdocs.errors import DocumentError
from parkdocs.model import Document
from parkdocs.sources import encoding, html, jsonl, markdown, text
from parkdocs.sources.inputs import FORMATS, STDIN, Item, plan, printable
from parkdocs.sources.jsonl import is_record

__all__ = ["FORMATS", "Item", "is_record", "load", "plan"]

READERS = {"text": text.read, "markdown": markdown.read}


def load(item: Item, field: str = "", html_parser: str = "scan") -> Document:
    """Read one planned document; ``field`` names the text field of a JSON line, ``html_parser`` is of ``html.PARSERS``.

    A record comes back as the document it was, at the stage it had.  Raises ``DocumentError`` where the file cannot
    be read or is no text, and where a JSON line is broken or holds no text.
    """
    source = item.path if item.path == STDIN else printable(PurePath(item.path).as_posix())
    if item.format == "jsonl" and item.data is not None:
        return jsonl.read(item.data, item.id, item.path, max(item.line, 1), field, source, html_parser)
    data = _bytes(item) if item.data is None else item.data
    kind, advice = encoding.binary_kind(data)
    if kind:
        raise DocumentError(item.path, 1, f"looks like {kind}, not text; {advice}")
    if item.format == "html":
        return html.read(data, item.id, source, html_parser)
    return READERS[item.format](data, item.id, source)


def _bytes(item: Item) -> bytes:
    try:
        return Path(item.path).read_bytes()
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise DocumentError(item.path, 1, f"cannot read this file: {why}; check its path and permissions") from error
