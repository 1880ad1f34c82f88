"""Markdown: read as text; its markup, front matter too, stays in the text and is known by the format's name."""

from __future__ import annotations

from parkdocs.model import Document
from parkdocs.sources import text
from parkdocs.sources.encoding import decode

EXTENSIONS = (".md", ".markdown")


def read(data: bytes, doc_id: str, source: str) -> Document:
    """The document of a Markdown file's bytes."""
    decoded = decode(data)
    return text.document(data, decoded.text, decoded, doc_id, source, "markdown")
