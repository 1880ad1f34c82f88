"""Plain text: the decoded bytes are the document."""

from __future__ import annotations

import hashlib

from parkdocs.model import Document, Evidence, Metadata
from parkdocs.sources.encoding import Decoded, decode

EXTENSIONS = (".txt", ".text")
REPLACED, STRAY = "encoding/replaced-bytes", "encoding/stray-bytes"
"""Lines with U+FFFD for what was no text, and lines of UTF-8 with single bytes read as windows-1252."""


def read(data: bytes, doc_id: str, source: str) -> Document:
    r"""The document of a text file's bytes.

    >>> doc = read("标题\r\n正文\r\n".encode("gbk"), "a.txt", "in/a.txt")
    >>> doc.raw, doc.metadata.encoding, doc.metadata.bytes
    ('标题\r\n正文\r\n', 'gb18030', 12)
    """
    decoded = decode(data)
    return document(data, decoded.text, decoded, doc_id, source)


def document(data: bytes, raw: str, decoded: Decoded, doc_id: str, source: str, format_name: str = "text") -> Document:
    """A document at its source stage; lines whose bytes do not come back become evidence for the field ``encoding``."""
    single = frozenset(decoded.strays)
    metadata = Metadata(
        format=format_name,
        encoding=decoded.encoding,
        bytes=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        evidence=tuple(Evidence("encoding", line, REPLACED if line not in single else STRAY) for line in decoded.bad),
    )
    return Document(doc_id, source, raw, raw, metadata)
