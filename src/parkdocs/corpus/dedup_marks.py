"""What is said of a cluster, and the corpus written anew with its copies marked or left out."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from parkdocs import record
from parkdocs.corpus.dedup import EXACT, NEAR, PART, Cluster, Corpus
from parkdocs.errors import DocumentError

REASONS = ("", EXACT, NEAR, PART)
"""From the strongest to the weakest; a cluster has the weakest of its copies."""
KEY = "duplicate"


@dataclass(slots=True)
class Verdicts:
    """For every record of a corpus the best copy's number, the reason and the overlap: seven bytes each."""

    best: array[int]
    reasons: array[int]
    overlaps: array[int]  # in thousandths

    @classmethod
    def of(cls, corpus: Corpus) -> Verdicts:
        """No verdicts yet."""
        count = corpus.index.count
        return cls(array("I", bytes(4 * count)), array("B", bytes(count)), array("H", bytes(2 * count)))

    def add(self, cluster: Cluster) -> None:
        """Put a cluster's copies down."""
        for copy in cluster.copies:
            self.best[copy.number] = cluster.best
            self.reasons[copy.number] = REASONS.index(copy.reason)
            self.overlaps[copy.number] = round(1000 * copy.similarity)


def described(corpus: Corpus, cluster: Cluster) -> dict[str, Any]:
    """A cluster as one JSON object: its reason, its best copy, and the others with theirs."""
    weakest = max(REASONS.index(copy.reason) for copy in cluster.copies)
    copies = [{**place(corpus, c.number), "reason": c.reason, "similarity": c.similarity} for c in cluster.copies]
    return {"reason": REASONS[weakest], "best": place(corpus, cluster.best), "copies": copies}


def place(corpus: Corpus, number: int) -> dict[str, Any]:
    """Where a record stands."""
    seen = corpus.see(number)
    return {"id": seen.id, "path": corpus.sources[seen.row.file].name, "line": seen.row.line}


def lines(corpus: Corpus) -> Iterator[tuple[int, bytes]]:
    """All records of a corpus in order, by their numbers, as they stand in their files."""
    for number in range(corpus.index.count):
        data = corpus.data(corpus.index.row(number))
        yield number, data if data.endswith(b"\n") else data + b"\n"


def marked(corpus: Corpus, verdicts: Verdicts) -> Iterator[bytes]:
    """The corpus, each copy with its mark; what is no copy stays as it is, byte for byte."""
    for number, data in lines(corpus):
        if verdicts.reasons[number]:
            best = corpus.see(verdicts.best[number]).id
            reason, overlap = REASONS[verdicts.reasons[number]], verdicts.overlaps[number] / 1000
            yield _marked(data, {"of": best, "reason": reason, "similarity": overlap})
        else:
            yield data


def kept(corpus: Corpus, verdicts: Verdicts) -> Iterator[bytes]:
    """The corpus without its copies."""
    for number, data in lines(corpus):
        if not verdicts.reasons[number]:
            yield data


def dropped(corpus: Corpus, verdicts: Verdicts) -> Iterator[DocumentError]:
    """What is left out, each with its place and the reason, as a message."""
    for number, reason in enumerate(verdicts.reasons):
        if reason:
            here, best = place(corpus, number), place(corpus, verdicts.best[number])
            share = f", overlap {verdicts.overlaps[number] / 1000:.0%}" if REASONS[reason] != EXACT else ""
            of = f"{best['id']} at {best['path']}:{best['line']}"
            message = f"{here['id']} is left out, it is {SAID[REASONS[reason]]} {of}{share}"
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
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _object(text: str) -> dict[str, Any]:
    try:
        return record.loads(text.encode()) if text else {}
    except DocumentError:
        return {"extra": text}
