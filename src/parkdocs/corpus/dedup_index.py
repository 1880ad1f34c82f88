"""The index of a deduplication: rows and bands in temporary files, so that memory does not grow with the corpus.

Of each record 45 bytes are kept in a file of rows, and of its MinHash signature one 8-byte entry a band, dealt by a
part of the band's hash to ``PARTS`` files.  Each file is later read and sorted alone.  What stays in memory is the
parts' buffers and one file's entries, of 34 bands two bytes a record.
"""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

PERMUTATIONS, ROWS = 128, 4
BANDS = PERMUTATIONS // ROWS
"""Two texts with Jaccard index j meet in a band with probability 1 - (1 - j**4)**32: .87 at .5, .99 at .6, .05
at .2."""
SEED = 20_231
PARTS, BUFFER = 128, 4096
SORTED, BLOCK = 1 << 15, 1 << 16
"""Entries that are sorted at a time, and bytes of a file that are read at a time."""
MIX = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93)
MASK = (1 << 64) - 1
ROW = struct.Struct("<IQIII16sIB")
UNKNOWN_DAY = 99_999_999


class Row(NamedTuple):
    """A record: its file, where its line starts and how long it is, its number, and what ranks it among copies."""

    file: int
    offset: int
    size: int
    line: int
    length: int  # characters of its text
    digest: bytes  # of its folded text; zeros for none
    day: int  # when it was published, YYYYMMDD
    cut: int  # 0 complete or unknown, 1 suspect, 2 truncated


class Index:
    """Rows and bands on disk, in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self.rows: BinaryIO = open(folder / "rows", "w+b")  # noqa: SIM115  (closed by close)
        self.parts: list[BinaryIO] = [open(folder / f"band-{k:03}", "w+b") for k in range(PARTS)]  # noqa: SIM115
        self.buffers = [array("Q") for _ in range(PARTS)]
        self.count = 0

    def add(self, row: Row, keys: list[int]) -> None:
        """Put a record down with the keys of its bands."""
        self.rows.write(ROW.pack(*row))
        for key in keys:
            part, rest = key % PARTS, key // PARTS
            self.buffers[part].append((rest & 0xFFFFFFFF) << 32 | self.count)
            if len(self.buffers[part]) >= BUFFER:
                self._flush(part)
        self.count += 1

    def _flush(self, k: int) -> None:
        self.buffers[k].tofile(self.parts[k])
        del self.buffers[k][:]

    def finish(self) -> None:
        """Write what is still in the buffers."""
        for k in range(PARTS):
            self._flush(k)
            self.parts[k].flush()
        self.rows.flush()

    def row(self, number: int) -> Row:
        """One record's row."""
        self.rows.seek(number * ROW.size)
        return Row(*ROW.unpack(self.rows.read(ROW.size)))

    def buckets(self) -> Iterator[list[int]]:
        """Numbers of records that share a band, in ascending order; the same ones may come again."""
        for part in self.parts:
            for entries in _dealt(part):
                yield from _runs(sorted(entries))

    def close(self) -> None:
        """Close all files."""
        for file in (self.rows, *self.parts):
            file.close()


def _dealt(part: BinaryIO) -> Iterator[array[int]]:
    """The entries of a file in arrays of some ``SORTED`` each, by the first bits of their keys, which ascend."""
    bits = 1 + (part.seek(0, 2) // 8 // SORTED).bit_length()
    shelves = [array("Q") for _ in range(1 << bits)]
    part.seek(0)
    while block := part.read(BLOCK):
        for entry in array("Q", block):
            shelves[entry >> (64 - bits)].append(entry)
    while shelves:
        yield shelves.pop(0)


def _runs(entries: list[int]) -> Iterator[list[int]]:
    key, run = -1, list[int]()
    for entry in entries:
        if entry >> 32 != key:
            if len(run) > 1:
                yield run
            key, run = entry >> 32, []
        number = entry & 0xFFFFFFFF
        if not run or run[-1] != number:
            run.append(number)
    if len(run) > 1:
        yield run


def band_keys(shingles: frozenset[str], opening: int, whole: int) -> list[int]:
    """Keys of a record's bands: of its signature, of its opening letters' hash (0 for none), of its whole text."""
    from rensa import RMinHash

    sketch = RMinHash(PERMUTATIONS, SEED)
    sketch.update(sorted(shingles))
    signature = sketch.digest()
    keys = [_key(band, signature[ROWS * band : ROWS * band + ROWS]) for band in range(BANDS)]
    keys.append(_key(BANDS, [whole]))
    if opening:
        keys.append(_key(BANDS + 1, [opening]))
    return keys


def _key(band: int, values: list[int]) -> int:
    total = (band + 1) * 0xA24BAED4963EE407
    for value, factor in zip(values, MIX, strict=False):
        total = ((total ^ value) * factor) & MASK
        total ^= total >> 29
    return total >> 24


def members(parents: array[int], first: int, last: int) -> dict[int, list[int]]:
    """Components of two and more whose smallest number lies in ``first..last - 1``, by that number."""
    found: dict[int, list[int]] = {}
    for number in range(first, len(parents)):
        if parents[number] != number and first <= (root := find(parents, number)) < last:
            found.setdefault(root, [root]).append(number)
    return found


def find(parents: array[int], number: int) -> int:
    """The smallest number of a component; halves the way there."""
    while parents[number] != number:
        parents[number] = parents[parents[number]]
        number = parents[number]
    return number


def join(parents: array[int], a: int, b: int) -> None:
    """Make one component of two."""
    a, b = find(parents, a), find(parents, b)
    parents[max(a, b)] = min(a, b)
