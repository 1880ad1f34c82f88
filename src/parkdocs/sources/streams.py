"""What one file or stream holds: one document, or many of them, read one by one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO

from parkdocs.errors import DocumentError
from parkdocs.sources import compressed, jsonl, remote

CONTAINERS = frozenset(["jsonl", "warc"])
"""Formats that hold many documents in one file."""
BOM = b"\xef\xbb\xbf"
HTML_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body|meta|\?xml)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Item:
    """One document to load: ``data``, or the file ``path`` where that is None; ``line`` is 0 for a whole file."""

    path: str
    id: str
    line: int
    format: str
    data: bytes | None
    about: tuple[tuple[str, str], ...] = ()  # what a WARC file says of it: url, date, charset


def expand(item: Item, start: int = 0, end: int = -1, first: int = 1) -> Iterator[Item | DocumentError]:
    """The documents of a container: the lines of a JSON Lines file, the pages of a WARC file.

    ``start`` and ``end`` are the bytes between which lines begin, for a file that is not packed; ``first`` is the
    number of the line at ``start``.  What cannot be read is yielded as a ``DocumentError``.
    """
    try:
        with remote.opened(item.path) as raw:
            if item.format == "warc":
                yield from _pages(raw, item.path, item.id)
            elif start or end >= 0:
                raw.seek(start)
                yield from _lines(_until(raw, end - start), item.path, item.id, first)
            else:
                yield from _lines(compressed.reader(raw, item.path), item.path, item.id)
    except OSError as error:
        yield unreadable(item.path, error)
    except DocumentError as error:
        yield error


def unreadable(path: str, error: OSError) -> DocumentError:
    """The error that stands for a file."""
    return DocumentError(path, 1, f"cannot read this file: {error.strerror or error}; check its path and permissions")


def documents(stream: BinaryIO, path: str, doc_id: str, format_name: str) -> Iterator[Item | DocumentError]:
    """Documents of an open stream, packed or not: JSON Lines and WARC one by one, anything else whole."""
    head: list[bytes] = []
    stream = compressed.reader(stream, path)
    if not format_name and compressed.head(stream).startswith(b"WARC"):
        format_name = "warc"
    if not format_name:
        head = first_line(stream)
        format_name = sniff(head[-1]) if head else "text"
    if format_name == "jsonl":
        yield from _lines(_chain(head, stream), path, doc_id)
    elif format_name == "warc":
        yield from _pages(stream, path, doc_id)
    else:
        yield Item(path, doc_id, 0, format_name, b"".join([*head, stream.read()]))


def _lines(stream: Iterable[bytes], path: str, doc_id: str, first: int = 1) -> Iterator[Item]:
    for number, line in enumerate(stream, first):
        data = line.removeprefix(BOM) if number == 1 else line
        if data.strip():
            yield Item(path, f"{doc_id}:{number}", number, "jsonl", data)


def _until(stream: Iterable[bytes], size: int) -> Iterator[bytes]:
    """The lines that begin within the next ``size`` bytes."""
    for line in stream:
        yield line
        size -= len(line)
        if size <= 0:
            return


def _pages(stream: BinaryIO, path: str, doc_id: str) -> Iterator[Item | DocumentError]:
    from parkdocs.sources import warc

    for number, page in enumerate(warc.pages(stream, path), 1):
        yield Item(path, f"{doc_id}:{number}", number, "warc", page.data, page.about)


def _chain(head: list[bytes], stream: BinaryIO) -> Iterator[bytes]:
    yield from head
    yield from stream


def first_line(stream: BinaryIO, limit: int = -1) -> list[bytes]:
    """Lines up to and with the first that is not blank; only a line that may be JSON is read beyond ``limit``."""
    lines = [b""]
    while line := stream.readline(limit):
        if limit > 0 and line.lstrip().startswith(b"{") and not line.endswith(b"\n"):
            line += stream.readline()
        lines.append(line)
        if line.strip():
            break
    return lines[1:] or lines


def sniff(line: bytes) -> str:
    """The format that a first line shows."""
    line = line.removeprefix(BOM)
    if line.startswith(b"%PDF-"):
        return "pdf"
    if line.startswith(b"WARC/1."):
        return "warc"
    if jsonl.looks_like(line):
        return "jsonl"
    return "html" if HTML_START.match(line) else "text"
