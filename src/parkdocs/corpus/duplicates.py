"""The same id, the same text or nearly the same text twice, over a whole corpus in little memory.

Of each record 20 bytes are kept: a digest of its id, one of its text, and its row; 32 more where near-duplicates are
looked for.  For a moment 9 more are needed to find digests that meet, and 12 for each that does.  Nothing else grows
with a corpus.  Where digests meet, the lines are read again and compared, so that a collision is never reported and the
ids can be named.
"""

from __future__ import annotations

import hashlib
import zlib
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from parkdocs.corpus import similar
from parkdocs.corpus.findings import Finding

PART = 1 << 14
"""Digests that are compared at a time: they are dealt to so many parts, by their remainder, to bound the memory."""
AT_ONCE = 25_000
"""Records with values that stand twice that are read again at a time."""

END = 100
"""Characters at either end of a text that its digest is made of; texts with the same digest are read again anyway."""


class Place(NamedTuple):
    """Where a record stands, and what it is compared by: id, a digest of the text, and the text for near-duplicates."""

    path: str
    line: int
    id: str
    mark: bytes
    text: str = ""


class Rows(NamedTuple):
    """A stretch of a corpus: ``read`` gives the records of some of its rows (a row is a line of the stretch)."""

    first: int  # number of its first record in the corpus
    read: Callable[[Sequence[int]], Iterator[Place]]


@dataclass(slots=True)
class Register:
    """Digests of all records, in the order of the corpus; 0 stands for no id and for no text."""

    ids: array[int] = field(default_factory=lambda: array("Q"))
    texts: array[int] = field(default_factory=lambda: array("Q"))
    rows: array[int] = field(default_factory=lambda: array("I"))
    sketches: array[int] = field(default_factory=lambda: array("Q"))
    stretches: list[Rows] = field(default_factory=list)

    def places(self, numbers: Sequence[int]) -> Iterator[tuple[int, Place]]:
        """The records of ascending numbers, each stretch read once."""
        firsts = [stretch.first for stretch in self.stretches]
        at = 0
        while at < len(numbers):
            k = bisect_right(firsts, numbers[at]) - 1
            end = firsts[k + 1] if k + 1 < len(firsts) else len(self.rows)
            mine = [n for n in numbers[at : at + end - firsts[k]] if n < end]
            yield from zip(mine, self.stretches[k].read([self.rows[n] for n in mine]), strict=True)
            at += len(mine)


def id_digest(document: str) -> int:
    """64 bits of an id, never 0; hard to forge, so that nobody can make a corpus slow."""
    digest = hashlib.blake2b(document.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little") or 1


def text_digest(text: str) -> int:
    """64 bits of a text: a checksum of its ends, and its length; 0 for none.  What is the same has the same."""
    if not text:
        return 0
    ends = text[:END] + text[-END:]
    return (zlib.crc32(ends.encode("utf-8", "surrogatepass")) << 32) | (len(text) & 0xFFFFFFFF)


def text_mark(text: str) -> bytes:
    """128 bits of a text: what has the same is the same."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def find(register: Register, levels: Mapping[str, str], similarity: float) -> Iterator[Finding]:
    """All findings about records that are alike; ``levels`` says which of the three checks are on, and how bad."""
    if level := levels.get("corpus/duplicate-id", ""):
        for first, again in _same(register, *_meeting(register.ids), lambda place: text_mark(place.id)):
            message = f"the id {again.id[:200]!r} stands at {first.path}:{first.line} already"
            yield Finding("corpus/duplicate-id", level, message, again.path, again.line, again.id, "/id")
    if level := levels.get("corpus/duplicate-text", ""):
        for first, again in _same(register, *_read_again(register), lambda place: place.mark):
            message = f"the same text stands at {first.path}:{first.line} ({first.id[:100]})"
            yield Finding(
                "corpus/duplicate-text", level, message, again.path, again.line, again.id, "/text", key=first.id
            )
    if (level := levels.get("corpus/near-duplicate", "")) and register.sketches:
        yield from _nearly(register, level, similarity)


def _meeting(digests: array[int]) -> tuple[array[int], array[int]]:
    """Numbers and digests of the records whose digest stands there more than once."""
    met = set(repeated(digests))
    numbers = array("I", (n for n, digest in enumerate(digests) if digest in met) if met else ())
    return numbers, array("Q", (digests[n] for n in numbers))


def _read_again(register: Register) -> tuple[array[int], array[int]]:
    """The same for the texts, whose digests say little, after another look at those that meet: by all they say."""
    some, _ = _meeting(register.texts)
    whole = array("Q", (int.from_bytes(place.mark[:8], "little") for _, place in register.places(some)))
    found, digests = _meeting(whole)
    return array("I", (some[k] for k in found)), digests


def _same(
    register: Register, numbers: array[int], digests: array[int], value: Callable[[Place], bytes]
) -> Iterator[tuple[Place, Place]]:
    """Pairs of the first record with a value and a later one with the same; many are compared in parts."""
    parts = -(-len(numbers) // AT_ONCE)
    for k in range(parts):
        mine = array("I", (n for n, digest in zip(numbers, digests, strict=True) if digest % parts == k))
        first: dict[bytes, Place] = {}
        for _, place in register.places(mine):
            mark = value(place)
            if mark in first:
                yield first[mark], place
            else:
                first[mark] = place._replace(text="")


def repeated(digests: array[int]) -> array[int]:
    """The digests, other than 0, that stand there more than once, each once, in a fixed order."""
    found = array("Q")
    count = 1 + len(digests) // PART
    parts = [array("Q") for _ in range(count)]
    for digest in digests:
        parts[digest % count].append(digest)
    for k in range(count):
        some, parts[k] = parts[k], array("Q")  # what is done with takes no memory
        if len(set(some)) < len(some):
            found.extend(sorted({a for a, b in pairwise(sorted(some)) if a == b != 0}))
    return found


def _nearly(register: Register, level: str, similarity: float) -> Iterator[Finding]:
    """Pairs whose sketches meet, and whose sentences then turn out to be mostly the same."""
    pairs = similar.candidates(register.sketches, repeated(register.sketches))
    firsts = dict(register.places(sorted({a for a, _ in pairs})))
    agains = sorted({b for _, b in pairs})
    by_later: dict[int, list[int]] = {}
    for a, b in pairs:
        by_later.setdefault(b, []).append(a)
    for number, again in register.places(agains):
        for a in by_later[number]:
            share = similar.likeness(firsts[a].text, again.text)
            if similarity <= share and firsts[a].mark != again.mark:
                first = firsts[a]
                message = f"{share:.0%} of its sentences stand at {first.path}:{first.line} ({first.id[:100]}) too"
                place = (again.path, again.line, again.id, "/text")
                yield Finding("corpus/near-duplicate", level, message, *place, key=first.id)
                break
