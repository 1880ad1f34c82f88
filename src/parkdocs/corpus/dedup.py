"""Duplicates of a corpus: the same text, nearly the same, and a part of another; clusters with the best copy named.

Two passes over the records: the first puts digests and MinHash bands down on disk, the second compares in full what
met in a band.  Nothing is called a duplicate on a hash alone.  Each copy is held against the best copy of its cluster,
so that a chain of small changes never joins two different texts.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple
from zlib import crc32

from parkdocs import record
from parkdocs.corpus.dedup_index import UNKNOWN_DAY, Index, Row, band_keys, find, join, members
from parkdocs.corpus.dedup_shingles import Prints, digest, folded, other_edition, overlap, prints, share
from parkdocs.errors import DocumentError
from parkdocs.sources import jsonl

EXACT, NEAR, PART = "exact", "near", "part"
CUT = {"suspect": 1, "truncated": 2}
KEPT_SHINGLES = 400_000
"""Shingles of records read lately that are kept, some 50 MB."""
RIVALS, TRIES, HOPELESS = 8, 200, 0.02
"""Of a bucket, a record is compared with so many that are not alike; a bucket where fewer than 2 % of 200 comparisons
find something is left: what its records share is a common opening."""
ROUNDS = 50
STEP = 1 << 18
"""Records whose clusters are put together at a time."""
BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Options:
    """What counts as a duplicate: ``similarity`` is the least Jaccard index, ``contained`` a part's least share."""

    similarity: float = 0.5
    contained: float = 0.9
    field: str = ""


class Copy(NamedTuple):
    """A record of a cluster: its number in the corpus, why it is there, and how like the best copy it is."""

    number: int
    reason: str
    similarity: float


class Cluster(NamedTuple):
    """Copies of one text; ``best`` is the one to keep."""

    best: int
    copies: tuple[Copy, ...]


class Source(NamedTuple):
    """A file of JSON Lines: where to read it, and how to name it; "" where each record names its own document."""

    path: str
    name: str


class Seen(NamedTuple):
    """A record as it is read again."""

    row: Row
    id: str
    values: Prints
    path: str  # and the line there
    line: int


class Corpus:
    """Records in files, read once to index them and again to compare them; ``close`` it."""

    def __init__(self, sources: Sequence[Source], folder: Path, options: Options) -> None:
        self.sources, self.options = sources, options
        self.index = Index(folder)
        self.files: dict[int, BinaryIO] = {}
        self.recent: OrderedDict[int, Seen] = OrderedDict()
        self.held = 0
        self.failed: set[int] = set()  # pairs of numbers that are not alike, in one each

    def close(self) -> None:
        """Close all files."""
        self.index.close()
        for file in self.files.values():
            file.close()

    def read(self, fail: Callable[[DocumentError], None]) -> None:
        """The first pass: index every record; what cannot be read is told and takes part in nothing."""
        for number, source in enumerate(self.sources):
            try:
                with open(source.path, "rb") as file:
                    self._read_file(number, source, file, fail)
            except OSError as error:
                fail(DocumentError(source.name, 1, f"cannot read this file: {error.strerror}; check its permissions"))
        self.index.finish()

    def _read_file(self, number: int, source: Source, file: BinaryIO, fail: Callable[[DocumentError], None]) -> None:
        offset = 0
        for line, data in enumerate(file, 1):
            if data.strip():
                try:
                    values = _values(data, source.name, line)
                    text = _text(values, self.options.field, source.name, line)
                except DocumentError as error:
                    fail(error)
                else:
                    fold = folded(text)
                    row = Row(number, offset, len(data), line, len(text), digest(fold), _day(values), _cut(values))
                    self.index.add(row, self._keys(fold, text, row.digest))
            offset += len(data)

    def _keys(self, fold: str, text: str, whole: bytes) -> list[int]:
        if not whole:
            return []
        mine = prints(fold, "")
        opening = crc32(mine.opening.encode("utf-8", "replace")) if mine.opening else 0
        return band_keys(mine.shingles, opening, int.from_bytes(whole[:8], "little"))

    def see(self, number: int) -> Seen:
        """A record's id and shingles; those read lately are remembered."""
        if number in self.recent:
            self.recent.move_to_end(number)
            return self.recent[number]
        row = self.index.row(number)
        values = self.values(row)
        text = _text(values, self.options.field, "", row.line)
        name = self.sources[row.file].name
        path, line = (name, row.line) if name else (str(values["source"]), 1)
        seen = Seen(row, _id(values, name, row.line), prints(folded(text), _title(values, text)), path, line)
        self.recent[number] = seen
        self.held += len(seen.values.shingles)
        while self.held > KEPT_SHINGLES and len(self.recent) > 2:
            self.held -= len(self.recent.popitem(last=False)[1].values.shingles)
        return seen

    def values(self, row: Row) -> dict[str, Any]:
        """The record of a row, read again."""
        return _values(self.data(row), self.sources[row.file].name, row.line)

    def data(self, row: Row) -> bytes:
        """The line of a row, read again, without a byte order mark."""
        if row.file not in self.files:
            if len(self.files) >= 64:
                self.files.pop(next(iter(self.files))).close()
            self.files[row.file] = open(self.sources[row.file].path, "rb")  # noqa: SIM115  (closed by close)
        file = self.files[row.file]
        file.seek(row.offset)
        return file.read(row.size).removeprefix(BOM)

    def compare(self, a: int, b: int) -> tuple[str, float]:
        """Why two records are copies, and how alike they are; ``("", 0.0)`` where they are not."""
        if self.index.row(a).digest == self.index.row(b).digest:
            return EXACT, 1.0
        one, other = self.see(a).values, self.see(b).values
        if other_edition(one.numbers, other.numbers):
            return "", 0.0
        alike = overlap(one.shingles, other.shingles)
        if alike >= self.options.similarity:
            return NEAR, round(alike, 3)
        if one.opening and one.opening == other.opening:
            part, whole = sorted((one.shingles, other.shingles), key=len)
            if (inside := share(part, whole)) >= self.options.contained:
                return PART, round(inside, 3)
        return "", 0.0


def clusters(corpus: Corpus) -> Iterator[Cluster]:
    """The second pass: clusters in the order of their first records."""
    parents = array("I", range(corpus.index.count))
    for bucket in corpus.index.buckets():
        _join_bucket(bucket, corpus, parents)
    for first in range(0, len(parents), STEP):
        found = members(parents, first, first + STEP)
        for root in sorted(found):
            yield from _settle(found[root], corpus)


def _join_bucket(bucket: list[int], corpus: Corpus, parents: array[int]) -> None:
    """Join what is alike; each record is held against the first of every group, and groups are few."""
    groups = [bucket[0]]
    tried = met = 0
    for number in bucket[1:]:
        mine = find(parents, number)
        if any(find(parents, group) == mine for group in groups):
            continue
        for group in groups:
            if group << 32 | number in corpus.failed:
                continue
            tried += 1
            if corpus.compare(group, number)[0]:
                join(parents, group, number)
                met += 1
                break
            if len(corpus.failed) >= 1 << 17:
                corpus.failed.clear()
            corpus.failed.add(group << 32 | number)
        else:
            if len(groups) < RIVALS:
                groups.append(number)
        if tried > TRIES and met < HOPELESS * tried:
            return


def _settle(numbers: list[int], corpus: Corpus) -> Iterator[Cluster]:
    """Clusters of a component: the best copy with all that are like it, then the best of the rest."""
    waiting = array("I", (rank & 0xFFFFFFFF for rank in sorted(_rank(corpus.index.row(n), n) for n in numbers)))
    for _ in range(ROUNDS):
        if len(waiting) < 2:
            return
        best, copies, rest = waiting[0], list[Copy](), array("I")
        for number in waiting[1:]:
            reason, alike = corpus.compare(best, number)
            if reason:
                copies.append(Copy(number, reason, alike))
            else:
                rest.append(number)
        if copies:
            yield Cluster(best, tuple(sorted(copies)))
        waiting = rest


def _rank(row: Row, number: int) -> int:
    """Best first: complete before truncated, then the longer, the one published earlier, the one that came first.

    Each takes 32 bits of one whole number: a cluster may be a page that a corpus has a million times.
    """
    return ((row.cut << 32 | 0xFFFFFFFF - row.length) << 32 | row.day) << 32 | number


def _values(data: bytes, name: str, line: int) -> dict[str, Any]:
    return record.loads(data.removeprefix(BOM), name, line)


def _text(values: dict[str, Any], field: str, name: str, line: int) -> str:
    text = values.get(jsonl.text_field(values, field))
    if not isinstance(text, str):
        raise DocumentError(name, line, "no text field; choose one with --field")
    return text


def _id(values: dict[str, Any], name: str, line: int) -> str:
    found = values.get("id")
    return str(found) if isinstance(found, str | int) and found != "" else f"{name}:{line}"


def _title(values: dict[str, Any], text: str) -> str:
    """The title that a record has, or its first line."""
    for place in (values.get("metadata"), values):
        if isinstance(place, dict) and isinstance(title := place.get("title"), str) and title:
            return title
    return text.lstrip()[:1000].split("\n", 1)[0]


def _cut(values: dict[str, Any]) -> int:
    said = values.get("completeness")
    return CUT.get(str(said.get("verdict", "")), 0) if isinstance(said, dict) else 0


def _day(values: dict[str, Any]) -> int:
    """When a record was published, as a number that sorts; far in the future where it does not say."""
    created = values.get("created")
    digits = "".join(c for c in created[:10] if c.isascii() and c.isdigit()) if isinstance(created, str) else ""
    return int(digits.ljust(8, "0")[:8]) if len(digits) >= 4 else UNKNOWN_DAY
