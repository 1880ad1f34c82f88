"""How much of a document, and of each of its sections, is in which language."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from operator import itemgetter

from parkdocs.model import LanguageShare, Section

Row = tuple[int, str, int]
"""Letters of a unit that belong together: where it starts, their language, their weight."""


def shares_of(parts: Iterable[Row]) -> tuple[LanguageShare, ...]:
    """Shares of the letters, largest first, ties by code; letters that are no words (codes, noise) count only alone."""
    weights: Counter[str] = Counter()
    for _, code, weight in parts:
        weights[code] += weight
    if len(weights) > 1:
        del weights["und"]
    total = weights.total()
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    return tuple(LanguageShare(code, round(weight / total, 4)) for code, weight in ranked)


def of_sections(sections: tuple[Section, ...], parts: list[Row], language: str) -> tuple[Section, ...]:
    """Sections with the language that most of their letters are in; one without letters takes the document's."""
    out = []
    for section in sections:
        first = bisect_left(parts, section.start, key=itemgetter(0))
        last = bisect_left(parts, section.end, key=itemgetter(0))
        shares = shares_of(parts[first:last])
        out.append(section._replace(language=shares[0].code if shares else language))
    return tuple(out)
