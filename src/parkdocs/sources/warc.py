"""WARC: the pages of a crawl as documents; needs the extra ``warc`` (FastWARC)."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader
from typing import Any, BinaryIO, NamedTuple

from parkdocs import record
from parkdocs.errors import DocumentError
from parkdocs.model import Document
from parkdocs.sources import compressed, html, text
from parkdocs.sources.encoding import decode
from parkdocs.sources.reading import Reading

HTML_TYPES = ("text/html", "application/xhtml+xml")
RUST_PANIC = "PanicException"
"""What FastWARC raises on some bytes that are no archive; it is a BaseException without a public name."""
RECORD_ENDS = (b"\r\n\r\n", b"\n\n")
"""How a record ends, and with it an archive: as the standard says, or as one written without carriage returns."""
TAIL, LAST = 64, 32
ENDS_EARLY = "it ends in the middle of a record"
MOST_BYTES = 100_000_000
"""Bytes of one page; a longer record is a download, not a page."""


class Page(NamedTuple):
    """A page's bytes and what the archive says of it: ``url``, ``warc_date``, ``warc_record_id``, type and charset."""

    data: bytes
    about: tuple[tuple[str, str], ...]


def pages(stream: BinaryIO, path: str) -> Iterator[Page]:
    """The whole pages of an archive (gzip or Zstandard or plain), in its order.

    Those are responses and resources that are HTML or plain text, and the texts of WET files (``conversion``); what
    else stands in an archive (requests, images, errors of servers) is no document.  Raises ``DocumentError`` after
    the last whole page where the archive is broken or cut, and where FastWARC is not installed.
    """
    warc = _fastwarc(path)
    kinds = warc.WarcRecordType
    wanted = kinds.response | kinds.resource | kinds.conversion
    source = _Source(compressed.reader(stream, path))
    number, last = 0, b""
    try:
        for entry in warc.ArchiveIterator(source, record_types=wanted, parse_http=False, max_content_length=MOST_BYTES):
            raw = _raw(entry)
            data, last = _content(entry, raw), raw[-LAST:].rstrip(b"\r\n")
            number += 1
            form = (entry.http_content_type or entry.headers.get("Content-Type") or "").partition(";")[0].strip()
            if _is_page(entry, form.lower()):
                yield Page(data, _about(entry, form.lower()))
        if source.at and not source.tail.endswith(RECORD_ENDS) and not _ends_in(source.tail, last):
            raise EOFError(ENDS_EARLY)
    except BaseException as error:
        if not isinstance(error, (EOFError, OSError, ValueError, RuntimeError)) and type(error).__name__ != RUST_PANIC:
            raise
        why = f"broken or cut WARC data after {number:,} records: {error}; fetch it again"
        raise DocumentError(path, max(number, 1), why) from error


def _raw(entry: Any) -> bytes:
    """All that a record holds.  Raises ``EOFError`` where it is cut.

    FastWARC takes what is left of such a record for all of it, so its length is compared before HTTP is parsed.
    """
    data: bytes = entry.reader.read()
    if len(data) < entry.content_length:
        raise EOFError(ENDS_EARLY)
    return data


def _content(entry: Any, raw: bytes) -> bytes:
    """What a record holds, of an HTTP response the body."""
    if not entry.is_http:
        return raw
    entry.set_bytes_content(raw)
    entry.parse_http(auto_decode="all")
    return bytes(entry.reader.read())


def _ends_in(tail: bytes, last: bytes) -> bool:
    """Whether an archive ends in its last whole record, whose empty lines its writer left out."""
    return bool(last) and tail.rstrip(b"\r\n").endswith(last)


class _Source:
    """A stream as FastWARC reads it: it asks for the place, which a pipe does not know; the last bytes are kept."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream, self.at, self.tail = stream, 0, b""

    def read(self, size: int) -> bytes:
        data: bytes = self.stream.read1(size) if isinstance(self.stream, BufferedReader) else self.stream.read(size)
        self.at += len(data)
        self.tail = (self.tail + data[-TAIL:])[-TAIL:]
        return data

    def tell(self) -> int:
        return self.at


def read(data: bytes, about: tuple[tuple[str, str], ...], doc_id: str, source: str, reading: Reading) -> Document:
    """The document of one page; its source is the page's URL, other facts stand in ``metadata.extra``."""
    facts = dict(about)
    charset, form = facts.pop("charset", ""), facts.pop("type", "")
    source = facts.pop("url", "") or source
    if form in HTML_TYPES:
        decoded = decode(data, html.declared_charset(data) or charset)
        doc = html.document(data, decoded, doc_id, source, reading)
    else:
        decoded = decode(data, charset)
        doc = text.document(data, decoded.text, decoded, doc_id, source)
    return doc._replace(metadata=doc.metadata._replace(extra=record.compact(facts) if facts else ""))


def _is_page(entry: Any, form: str) -> bool:
    status = getattr(entry.http_headers, "status_code", None) or 200
    return status == 200 and (form in HTML_TYPES or form == "text/plain")


def _about(entry: Any, form: str) -> tuple[tuple[str, str], ...]:
    headers = entry.headers
    facts = {
        "url": headers.get("WARC-Target-URI") or "",
        "warc_date": headers.get("WARC-Date") or "",
        "warc_record_id": (headers.get("WARC-Record-ID") or "").strip("<>"),
        "type": form,
        "charset": (entry.http_charset or "") if entry.http_headers else "",
    }
    return tuple((name, value) for name, value in facts.items() if value)


def _fastwarc(path: str) -> Any:
    try:
        from fastwarc import warc
    except ImportError as error:
        raise DocumentError(path, 1, "WARC needs a package: pip install 'parkdocs[warc]'") from error
    return warc
