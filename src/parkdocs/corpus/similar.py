"""Near-duplicates, by the sentences that two texts share.

A sketch of a text is the four smallest checksums of its sentences: texts that share most of their sentences share most
of their sketch (Broder's bottom-k sketches).  Only pairs that share two are compared in full.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable

SIZE = 4
SHARED = 2
SENTENCE = re.compile(r"[^。！？\n.!?]{12,}")
MOST_SENTENCES = 2_000
MOST_PAIRS = 20_000
NEAR_RECORDS = 8
"""Earlier records with one sentence that are compared with a later one; a sentence of every page says nothing."""


def sentences(text: str) -> dict[int, int]:
    """Checksum and length of a text's sentences, of the first ``MOST_SENTENCES``."""
    found = SENTENCE.findall(text)[:MOST_SENTENCES]
    return {zlib.crc32(s.strip().encode("utf-8", "surrogatepass")): len(s) for s in found}


def sketch(text: str) -> list[int]:
    """The ``SIZE`` smallest checksums, never 0; 0 fills what a short text leaves."""
    smallest = sorted(sentences(text))[:SIZE]
    return [*((s or 1) for s in smallest), *[0] * (SIZE - len(smallest))]


def candidates(sketches: array[int], met: Iterable[int]) -> list[tuple[int, int]]:
    """Pairs (earlier, later) of record numbers whose sketches share ``SHARED``, in order, at most ``MOST_PAIRS``."""
    wanted = frozenset(met)
    holders: dict[int, list[int]] = {}
    pairs: list[tuple[int, int]] = []
    for number in range(len(sketches) // SIZE):
        mine = [s for s in sketches[number * SIZE : (number + 1) * SIZE] if s in wanted]
        common = Counter(n for s in mine for n in holders.get(s, ()))
        pairs += [(n, number) for n in sorted(common) if common[n] >= SHARED]
        if len(pairs) >= MOST_PAIRS:
            return pairs[:MOST_PAIRS]
        for s in mine:
            if len(known := holders.setdefault(s, [])) < NEAR_RECORDS:
                known.append(number)
    return pairs


def likeness(one: str, other: str) -> float:
    """The share of two texts' sentences, weighted by their length, that both have.

    >>> likeness("The park has opened. It has nine sheds.", "The park has opened. It has five yards.")
    0.3455
    """
    a, b = sentences(one), sentences(other)
    both = sum(size for s, size in a.items() if s in b)
    whole = sum(a.values()) + sum(size for s, size in b.items() if s not in a)
    return round(both / whole, 4) if whole else 0.0
