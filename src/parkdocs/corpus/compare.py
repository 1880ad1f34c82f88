"""Two corpora by their ids: documents that went, came or changed, without holding their texts in memory."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

Record = Mapping[str, Any]


class Pair(NamedTuple):
    """A document of two corpora; ``None`` where one of them does not have it."""

    id: str
    before: Record | None
    after: Record | None


@dataclass(frozen=True, slots=True)
class Side:
    """A corpus that can be read more than once: ``read`` gives (id, record) in its order."""

    read: Callable[[], Iterable[tuple[str, Record]]]

    def marks(self) -> dict[str, bytes]:
        """A digest of each record by id; of two with one id the last one counts."""
        return {name: digest(values) for name, values in self.read()}


def digest(values: Record) -> bytes:
    """16 bytes that tell two records apart."""
    return hashlib.blake2b(repr(values).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def changed(before: Side, after: Side) -> Iterator[Pair]:
    """The pairs that differ: changed and missing ones in the order of ``before``, then the new ones.

    Two readings of each side: digests first, then the records that differ.  In memory are the digests, and of the
    changed documents the later record.
    """
    old, new = before.marks(), after.marks()
    wanted = {name for name, mark in new.items() if old.get(name) != mark}
    later = {name: values for name, values in after.read() if name in wanted}
    for name, values in before.read():
        if name not in new:
            yield Pair(name, values, None)
        elif name in later and name in old:
            yield Pair(name, values, later.pop(name))
    yield from (Pair(name, None, values) for name, values in later.items() if name not in old)
