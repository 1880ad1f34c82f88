"""What one file or stream holds: one document, or many of them, read one by one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO, NamedTuple

from parkdocs.errors import DocumentError
from parkdocs.sources import compressed, jsonl, remote

CONTAINERS = frozenset(["jsonl", "warc"])
"""Formats that hold many documents in one file."""
BOM = b"\xef\xbb\xbf"
BLOCK = 1 << 20
HTML_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body|meta|\?xml)\b", re.IGNORECASE)


class Item(NamedTuple):
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
                yield from _lines(_bounded(compressed.reader(raw, item.path)), item.path, item.id)
    except OSError as error:
        yield unreadable(item.path, error)
    except DocumentError as error:
        yield error


def unreadable(path: str, error: OSError) -> DocumentError:
    """The error that stands for a file."""
    return DocumentError(path, 1, f"cannot read this file: {error.strerror or error}; check its path and permissions")


def documents(
    stream: BinaryIO, path: str, doc_id: str, format_name: str, may_be_nothing: bool = False
) -> Iterator[Item | DocumentError]:
    """Documents of an open stream, packed or not: JSON Lines and WARC one by one, anything else whole.

    A stream without a byte is an empty document, or none where it ``may_be_nothing``: a pipe from a command that had
    nothing to write.
    Raises ``DocumentError`` for a document or line beyond ``compressed.MOST_BYTES``: a stream may have no end.
    """
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
    elif (data := _whole(head, stream, path)) or not may_be_nothing:
        yield Item(path, doc_id, 0, format_name, data)


def _whole(head: list[bytes], stream: BinaryIO, path: str) -> bytes:
    """What a stream gives, up to its end; no more than one document may have."""
    parts, size = list(head), sum(map(len, head))
    while size <= compressed.MOST_BYTES and (part := stream.read(BLOCK)):
        parts.append(part)
        size += len(part)
    if size > compressed.MOST_BYTES:
        why = f"gives more than {compressed.MOST_BYTES:,} bytes, too many for one document; split it"
        raise DocumentError(path, 1, why)
    return b"".join(parts)


def _lines(stream: Iterable[bytes], path: str, doc_id: str, first: int = 1) -> Iterator[Item]:
    for number, line in enumerate(stream, first):
        if len(line) > compressed.MOST_BYTES:
            why = f"this line has more than {compressed.MOST_BYTES:,} bytes; nothing after it is read"
            raise DocumentError(path, number, why)
        data = line.removeprefix(BOM) if number == 1 else line
        if data.strip():
            yield Item(path, f"{doc_id}:{number}", number, "jsonl", data)


def _bounded(stream: BinaryIO) -> Iterator[bytes]:
    """The lines of a stream; of one that may have no end a byte more than is allowed."""
    return iter(lambda: stream.readline(compressed.MOST_BYTES + 1), b"")


def _until(stream: BinaryIO, size: int) -> Iterator[bytes]:
    """The lines that begin within the next ``size`` bytes."""
    for line in _bounded(stream):
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
    yield from _bounded(stream)


def first_line(stream: BinaryIO, limit: int = 0) -> list[bytes]:
    """Lines up to and with the first that is not blank; only a line that may be JSON is read beyond ``limit``."""
    lines, most = [b""], compressed.MOST_BYTES + 1
    while line := stream.readline(limit or most):
        if limit and line.lstrip().startswith(b"{") and not line.endswith(b"\n"):
            line += stream.readline(most)
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
