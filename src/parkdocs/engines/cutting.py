"""Inputs cut into shards: the same shards in the same order for the same inputs, however many workers there are.

A shard is a run of whole files, or a part of one large JSON Lines file between two lines.  A packed file cannot be
entered in the middle and is a piece as it is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from parkdocs.errors import DocumentError
from parkdocs.sources import Item, compressed, expand, remote
from parkdocs.sources.streams import CONTAINERS

MOST_FILES = 2_000
"""Files in one shard: small ones cost more than their bytes say."""
BLOCK = 1 << 20


class Piece(NamedTuple):
    """A file, or of a JSON Lines file the lines that begin in ``start:end`` (-1: all), ``first`` being their number."""

    item: Item
    start: int = 0
    end: int = -1
    first: int = 1


class Shard(NamedTuple):
    """What one worker reads and writes in one go; ``key`` changes with its inputs, ``next`` is where a cut goes on."""

    number: int
    pieces: tuple[Piece | DocumentError, ...]
    size: int
    key: str
    next: tuple[int, int] = (0, 0)  # byte and line number after the cut; zeros where the shard is no cut


Known = Callable[[int], tuple[int, int]]
"""Where an earlier run ended the cut of that number, so that its lines are not counted again; zeros if unknown."""


def items(shard: Shard) -> Iterator[Item | DocumentError]:
    """The documents of a shard, one by one, in the order of its inputs."""
    for piece in shard.pieces:
        if isinstance(piece, DocumentError):
            yield piece
        elif piece.item.format in CONTAINERS:
            yield from expand(*piece)
        else:
            yield piece.item


def cut(files: Iterable[Item | DocumentError], size: int, known: Known = lambda number: (0, 0)) -> Iterator[Shard]:
    """Shards of about ``size`` bytes, lazily; ``files`` is what ``sources.files`` yields."""
    number, pieces, marks, filled = 0, list[Piece | DocumentError](), list[str](), 0
    for item in files:
        if isinstance(item, DocumentError):
            pieces.append(item)
            marks.append(str(item))
            continue
        try:
            whole, stamp = remote.size(item.path)
        except (OSError, DocumentError) as error:
            pieces.append(error if isinstance(error, DocumentError) else DocumentError(item.path, 1, str(error)))
            marks.append(str(error))
            continue
        if item.format == "jsonl" and whole > size and compressed.inner(item.path) == item.path and not _packed(item):
            if pieces:
                yield _shard(number, pieces, filled, marks)
                number, pieces, marks, filled = number + 1, [], [], 0
            for shard in _ranges(item, whole, stamp, size, number, known):
                yield shard
                number += 1
            continue
        pieces.append(Piece(item))
        marks.append(f"{item.path}\0{item.id}\0{item.format}\0{whole}\0{stamp}")
        filled += whole
        if filled >= size or len(pieces) >= MOST_FILES:
            yield _shard(number, pieces, filled, marks)
            number, pieces, marks, filled = number + 1, [], [], 0
    if pieces:
        yield _shard(number, pieces, filled, marks)


def _shard(number: int, pieces: list[Piece | DocumentError], size: int, marks: list[str]) -> Shard:
    return Shard(number, tuple(pieces), size, _key(marks))


def _key(marks: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(marks).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _packed(item: Item) -> bool:
    with remote.opened(item.path) as raw:
        return compressed.head(raw).startswith((compressed.GZIP, compressed.ZSTD))


def _ranges(item: Item, whole: int, stamp: str, size: int, number: int, known: Known) -> Iterator[Shard]:
    start, first = 0, 1
    with remote.opened(item.path) as raw:
        while start < whole:
            end, then = known(number)
            if not start < end <= whole:
                raw.seek(start)
                end, lines = _next_cut(iter(lambda: raw.read(BLOCK), b""), start, size)
                then = first + lines
            mark = f"{item.path}\0{item.id}\0{whole}\0{stamp}\0{start}\0{end}\0{first}"
            yield Shard(number, (Piece(item, start, end, first),), end - start, _key([mark]), (end, then))
            start, first, number = end, then, number + 1


def _next_cut(blocks: Iterator[bytes], start: int, size: int) -> tuple[int, int]:
    """The byte after the first line end at or beyond ``start + size``, and the number of lines up to there."""
    at, lines = start, 0
    for block in blocks:
        wanted = max(start + size - 1 - at, 0)
        found = block.find(b"\n", wanted) if wanted < len(block) else -1
        if found >= 0:
            return at + found + 1, lines + block.count(b"\n", 0, found + 1)
        at, lines = at + len(block), lines + block.count(b"\n")
    return at, lines


def total_size(files: Iterable[Item | DocumentError]) -> int:
    """Bytes of all files, as they lie there."""
    total = 0
    for item in files:
        if isinstance(item, Item) and item.data is None:
            try:
                total += max(remote.size(item.path)[0], 0)
            except (OSError, DocumentError):
                continue
    return total
