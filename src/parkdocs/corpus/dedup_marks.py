"""What is said of a cluster, and the corpus written anew with its copies marked or left out."""

from __future__ import annotations

import json
import struct
import tempfile
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

from parkdocs import record
from parkdocs.corpus.dedup import EXACT, NEAR, PART, Cluster, Copy, Corpus
from parkdocs.errors import DocumentError

REASONS = ("", EXACT, NEAR, PART)
"""From the strongest to the weakest; a cluster has the weakest of its copies."""
KEY = "duplicate"
ENTRY = struct.Struct("<IBH")
"""The best copy's number, the reason's place in ``REASONS``, the overlap in thousandths."""
AT_ONCE = 8192


class Verdict(NamedTuple):
    """What is said of one record: the best copy's number, why (no reason: it is no copy), and how alike they are."""

    best: int
    reason: str
    overlap: float


class Verdicts:
    """The verdicts on all records of a corpus, seven bytes each in a temporary file; ``close`` it."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.file: BinaryIO = tempfile.TemporaryFile(prefix="parkdocs-")  # noqa: SIM115  (closed by close)
        self.file.truncate(ENTRY.size * count)  # zeros: no copies

    def add(self, cluster: Cluster) -> None:
        """Put a cluster's copies down."""
        for copy in cluster.copies:
            self.file.seek(ENTRY.size * copy.number)
            self.file.write(ENTRY.pack(cluster.best, REASONS.index(copy.reason), round(1000 * copy.similarity)))

    def __iter__(self) -> Iterator[Verdict]:
        """The verdicts in the order of the records."""
        for first in range(0, self.count, AT_ONCE):
            self.file.seek(ENTRY.size * first)
            data = self.file.read(ENTRY.size * min(AT_ONCE, self.count - first))
            for best, reason, overlap in ENTRY.iter_unpack(data):
                yield Verdict(best, REASONS[reason], overlap / 1000)

    def close(self) -> None:
        """Take the file away."""
        self.file.close()


def described(corpus: Corpus, cluster: Cluster) -> dict[str, Any]:
    """A cluster as one JSON object: its reason, its best copy, and the others with theirs."""
    return {**_head(corpus, cluster), "copies": [_copy(corpus, copy) for copy in cluster.copies]}


def described_in_parts(corpus: Corpus, cluster: Cluster) -> Iterator[bytes]:
    """The same as one line of JSON, in pieces: a cluster may have a million copies."""
    yield _json(_head(corpus, cluster)).removesuffix(b"}") + b',"copies":['
    for number, copy in enumerate(cluster.copies):
        yield (b"," if number else b"") + _json(_copy(corpus, copy))
    yield b"]}\n"


def _head(corpus: Corpus, cluster: Cluster) -> dict[str, Any]:
    weakest = max(REASONS.index(copy.reason) for copy in cluster.copies)
    return {"reason": REASONS[weakest], "best": place(corpus, cluster.best)}


def _copy(corpus: Corpus, copy: Copy) -> dict[str, Any]:
    return {**place(corpus, copy.number), "reason": copy.reason, "similarity": copy.similarity}


def _json(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def place(corpus: Corpus, number: int) -> dict[str, Any]:
    """Where a record stands."""
    seen = corpus.see(number)
    return {"id": seen.id, "path": seen.path, "line": seen.line}


def lines(corpus: Corpus) -> Iterator[bytes]:
    """All records of a corpus in order, as they stand in their files."""
    for number in range(corpus.index.count):
        data = corpus.data(corpus.index.row(number))
        yield data if data.endswith(b"\n") else data + b"\n"


def marked(corpus: Corpus, verdicts: Verdicts) -> Iterator[bytes]:
    """The corpus, each copy with its mark; what is no copy stays as it is, byte for byte."""
    for data, verdict in zip(lines(corpus), verdicts, strict=True):
        if verdict.reason:
            best = corpus.see(verdict.best).id
            yield _marked(data, {"of": best, "reason": verdict.reason, "similarity": verdict.overlap})
        else:
            yield data


def kept(corpus: Corpus, verdicts: Verdicts) -> Iterator[bytes]:
    """The corpus without its copies."""
    for data, verdict in zip(lines(corpus), verdicts, strict=True):
        if not verdict.reason:
            yield data


def dropped(corpus: Corpus, verdicts: Verdicts) -> Iterator[DocumentError]:
    """What is left out, each with its place and the reason, as a message."""
    for number, verdict in enumerate(verdicts):
        if verdict.reason:
            here, best = place(corpus, number), place(corpus, verdict.best)
            share = f", overlap {verdict.overlap:.0%}" if verdict.reason != EXACT else ""
            of = f"{best['id']} at {best['path']}:{best['line']}"
            message = f"{here['id']} is left out, it is {SAID[verdict.reason]} {of}{share}"
            yield DocumentError(here["path"], here["line"], message)


SAID = {EXACT: "the same as", NEAR: "nearly the same as", PART: "a part of"}


def _marked(data: bytes, mark: dict[str, Any]) -> bytes:
    """A line with a mark: in ``metadata.extra`` of a record, which is for what is yours, else as a key of its own."""
    values = record.loads(data)
    if record.is_record(values):
        extra = _object(values["metadata"]["extra"])
        values["metadata"]["extra"] = record.compact({**extra, KEY: mark})
    else:
        values[KEY] = mark
    return _json(values) + b"\n"


def _object(text: str) -> dict[str, Any]:
    try:
        return record.loads(text.encode()) if text else {}
    except DocumentError:
        return {"extra": text}
