"""Inputs to documents: ``plan`` says what there is to load, ``load`` reads one, in another process if need be."""

from __future__ import annotations

from pathlib import PurePath

from parkdocs.errors import DocumentError
from parkdocs.model import Document
from parkdocs.sources import compressed, encoding, jsonl, markdown, text
from parkdocs.sources.inputs import FORMATS, STDIN, files, plan, printable
from parkdocs.sources.jsonl import is_record
from parkdocs.sources.reading import USUAL, Reading
from parkdocs.sources.streams import Item, expand

__all__ = ["FORMATS", "USUAL", "Item", "Reading", "content", "expand", "files", "is_record", "load", "plan"]

READERS = {"text": text.read, "markdown": markdown.read}


def load(item: Item, field: str = "", reading: Reading = USUAL) -> Document:
    """Read one planned document; ``field`` names the text field of a JSON line, ``reading`` is for HTML.

    A record comes back as the document it was, at the stage it had.  Raises ``DocumentError`` where the file cannot
    be read or is no text, and where a JSON line is broken or holds no text.
    """
    source = item.path if item.path == STDIN else printable(PurePath(item.path).as_posix())
    if item.format == "jsonl" and item.data is not None:
        return jsonl.read(item.data, item.id, item.path, max(item.line, 1), field, source, reading)
    data = content(item)
    if item.format == "pdf":
        from parkdocs.sources import pdf

        return pdf.read(data, item.id, source, item.path)
    if item.format == "warc":
        from parkdocs.sources import warc

        return warc.read(data, item.about, item.id, source, reading)
    kind, advice = encoding.binary_kind(data)
    if kind:
        raise DocumentError(item.path, 1, f"looks like {kind}, not text; {advice}")
    if item.format == "text" and not item.path.lower().endswith((*text.EXTENSIONS, ".gz", ".zst")):
        jsonl.refuse_json(data, item.path)
    if item.format == "html":
        from parkdocs.sources import html

        return html.read(data, item.id, source, reading)
    return READERS[item.format](data, item.id, source)


def content(item: Item) -> bytes:
    """The bytes of an item, unpacked.  Raises ``DocumentError`` where its file cannot be read."""
    if item.data is not None:
        return item.data
    try:
        return compressed.whole(item.path)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise DocumentError(item.path, 1, f"cannot read this file: {why}; check its path and permissions") from error
