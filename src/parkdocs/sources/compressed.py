"""gzip and Zstandard, known by their first bytes; a bomb is stopped before it fills memory or disk."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, BinaryIO, cast

from parkdocs.errors import DocumentError
from parkdocs.sources import remote

SUFFIXES = (".gz", ".zst")
GZIP, ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
MOST_RATIO = 200
"""Times that data may grow.  Web text grows 3 to 10 times, dull logs 100; zeros 1,030 (gzip) or 30,000 (Zstandard)."""
JUDGED_FROM = 16_000_000
"""Bytes out from which on the ratio is judged: so much may come of anything."""
MOST_BYTES = 1_000_000_000
"""Bytes that one file may become which is one document; JSON Lines and WARC are read piece by piece, without an end."""
WINDOW = 1 << 27
BLOCK = 1 << 18
BITE = 1 << 10
"""Packed bytes that are unpacked in one go: Zstandard makes at most 32 MB of them."""
BROKEN = ("EOFError", "error", "BadGzipFile", "ZstdError")
"""Names of what reading raises: a cut stream, zlib's error, gzip's, Zstandard's; so those need no import here."""


def inner(path: str) -> str:
    """The name without the ending of its compression.

    >>> inner("a.jsonl.gz"), inner("a.txt")
    ('a.jsonl', 'a.txt')
    """
    return path[: -len(found)] if (found := next((s for s in SUFFIXES if path.lower().endswith(s)), "")) else path


def reader(raw: BinaryIO, path: str) -> BinaryIO:
    """The stream unpacked where its first bytes say that it is packed, else itself.

    Reading raises ``DocumentError`` for a stream that grows beyond ``MOST_RATIO`` and for a broken or cut one, and
    this function where it is Zstandard and that package is not installed.
    """
    first, counted = head(raw), _Counted(raw)
    if first.startswith(GZIP):
        import gzip

        packed: Any = gzip.GzipFile(fileobj=cast(BinaryIO, counted))
    elif first.startswith(ZSTD):
        packed = _Zstandard(_zstandard(path).ZstdDecompressor(max_window_size=WINDOW), cast(BinaryIO, counted))
    else:
        return raw
    return io.BufferedReader(_Checked(packed, counted, path), BLOCK)


def head(raw: BinaryIO) -> bytes:
    """The first bytes without taking them, where the stream can show them."""
    if hasattr(raw, "peek"):
        return bytes(raw.peek(4)[:4])
    if not raw.seekable():
        return b""
    found = raw.read(4)
    raw.seek(-len(found), io.SEEK_CUR)
    return found


def whole(path: str) -> bytes:
    """All bytes of one file, unpacked.  Raises ``DocumentError`` for a bomb, ``OSError`` where it cannot be read."""
    with remote.opened(path) as raw:
        stream = reader(raw, path)
        if stream is raw:
            return raw.read()
        data = stream.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise DocumentError(
            path, 1, f"unpacks to more than {MOST_BYTES:,} bytes, too many for one document; unpack and split it"
        )
    return data


class _Zstandard:
    """Frames in a row, unpacked; unlike the package's own reader it tells where the last one is cut."""

    def __init__(self, zstandard: Any, raw: BinaryIO) -> None:
        self.zstandard, self.raw, self.ready = zstandard, raw, io.BytesIO()
        self.frame: Any = None
        self.left = b""

    def read1(self, size: int) -> bytes:
        while not (data := self.ready.read(size)):
            packed = self.left or self.raw.read(BITE)
            if not packed:
                if self.frame is not None:
                    raise EOFError("the last frame ends too early")
                return b""
            frame = self.frame or self.zstandard.decompressobj()
            self.ready = io.BytesIO(frame.decompress(packed))
            self.frame, self.left = (None, frame.unused_data) if frame.eof else (frame, b"")
        return data


class _Counted:
    """A packed stream that counts what was read of it; a pipe cannot tell."""

    def __init__(self, raw: BinaryIO) -> None:
        self.raw, self.count = raw, 0

    def read(self, size: int = -1) -> bytes:
        data = self.raw.read(size)
        self.count += len(data)
        return data


class _Checked(io.RawIOBase):
    """An unpacking stream whose faults are ``DocumentError``; all that could be unpacked comes before them."""

    def __init__(self, packed: Any, source: _Counted, path: str) -> None:
        self.packed, self.source, self.path, self.out = packed, source, path, 0

    def readable(self) -> bool:
        return True

    def readinto(self, into: Any) -> int:
        room = memoryview(into)
        try:
            data = self.packed.read1(len(room))  # so that a fault takes nothing of what came before it
        except Exception as error:
            if type(error).__name__ not in BROKEN:
                raise
            raise DocumentError(self.path, 1, f"broken or cut data: {error}; fetch it again") from error
        room[: len(data)] = data
        self.out += len(data)
        if self.out > JUDGED_FROM and self.out > MOST_RATIO * max(self.source.count, 1):
            why = f"grows more than {MOST_RATIO} times when it is unpacked, as a bomb does; unpack it yourself"
            raise DocumentError(self.path, 1, f"{why} if you trust it")
        return len(data)


@contextmanager
def writer(out: IO[bytes], kind: str) -> Iterator[IO[bytes]]:
    """Pack what is written: ``kind`` is ``gzip``, ``zstd`` or "" (as it is); the same bytes in give the same out."""
    if kind == "gzip":
        import gzip

        with gzip.GzipFile(filename="", mode="wb", compresslevel=6, fileobj=out, mtime=0) as packed:
            yield cast(IO[bytes], packed)
    elif kind == "zstd":
        with _zstandard("-").ZstdCompressor(level=3, write_checksum=True).stream_writer(out, closefd=False) as packed:
            yield packed
    else:
        yield out


def kind_of(path: str) -> str:
    """How an output is packed, by the ending of its name.

    >>> kind_of("out.jsonl.gz"), kind_of("out.jsonl.zst"), kind_of("out.jsonl")
    ('gzip', 'zstd', '')
    """
    return {".gz": "gzip", ".zst": "zstd"}.get(path[path.rfind(".") :].lower(), "")


def _zstandard(path: str) -> Any:
    try:
        import zstandard
    except ImportError as error:
        why = "Zstandard needs a package: pip install 'parkdocs[zstd]'"
        raise DocumentError(path, 1, why) from error
    return zstandard
