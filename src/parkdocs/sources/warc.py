"""WARC: the pages of a crawl as documents; needs the extra ``warc`` (FastWARC)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

from parkdocs import record
from parkdocs.errors import DocumentError
from parkdocs.model import Document
from parkdocs.sources import html, text
from parkdocs.sources.encoding import decode
from parkdocs.sources.reading import Reading

HTML_TYPES = ("text/html", "application/xhtml+xml")
RUST_PANIC = "PanicException"
"""What FastWARC raises on some bytes that are no archive; it is a BaseException without a public name."""
MOST_BYTES = 100_000_000
"""Bytes of one page; a longer record is a download, not a page."""


class Page(NamedTuple):
    """A page's bytes and what the archive says of it: ``url``, ``warc_date``, ``warc_record_id``, type and charset."""

    data: bytes
    about: tuple[tuple[str, str], ...]


def pages(stream: BinaryIO, path: str) -> Iterator[Page]:
    """The pages of an archive (gzip or Zstandard or plain), in its order.

    Those are responses and resources that are HTML or plain text, and the texts of WET files (``conversion``); what
    else stands in an archive (requests, images, errors of servers) is no document.  Raises ``DocumentError`` where
    the archive is broken or cut, and where FastWARC is not installed.
    """
    warc = _fastwarc(path)
    kinds = warc.WarcRecordType
    wanted = kinds.response | kinds.resource | kinds.conversion
    number = 0
    try:
        for entry in warc.ArchiveIterator(
            stream, record_types=wanted, parse_http=True, auto_decode="all", max_content_length=MOST_BYTES
        ):
            number += 1
            form = (entry.http_content_type or entry.headers.get("Content-Type") or "").partition(";")[0].strip()
            if _is_page(entry, form.lower()):
                yield Page(entry.reader.read(), _about(entry, form.lower()))
    except BaseException as error:
        if not isinstance(error, (OSError, ValueError, RuntimeError)) and type(error).__name__ != RUST_PANIC:
            raise
        why = f"broken or cut WARC data after {number:,} records: {error}; fetch it again"
        raise DocumentError(path, max(number, 1), why) from error


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
