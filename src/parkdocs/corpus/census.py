"""Figures of a corpus, counted record by record in little memory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from parkdocs.model import CHROME_KINDS

STEPS = (0, 100, 300, 1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000)
"""Lower bounds of the classes of text length, in characters."""
COUNTED = ("kind", "language", "format", "encoding", "publisher")
CHROME = frozenset(CHROME_KINDS)
MOST_VALUES = 10_000
"""Values of one field that are told apart; beyond them a new one counts as ``other``."""


@dataclass(slots=True)
class Census:
    """Sums over records; characters are code points."""

    documents: int = 0
    characters: int = 0
    empty: int = 0
    restored: int = 0  # characters of the sources, of the records that have a journal
    sections: int = 0
    missing: int = 0
    lengths: Counter[int] = field(default_factory=Counter)
    values: dict[str, Counter[str]] = field(default_factory=dict)
    present: Counter[str] = field(default_factory=Counter)
    removed: Counter[str] = field(default_factory=Counter)  # characters by kind
    rules: Counter[str] = field(default_factory=Counter)  # characters by rule

    def count(self, name: str, value: str) -> None:
        """Count a value of a field."""
        values = self.values.setdefault(name, Counter())
        values[value if value in values or len(values) < MOST_VALUES else "other"] += 1


def add(census: Census, values: Mapping[str, Any], text: str) -> None:
    """Count one record; whatever it is not (a foreign row has no journal) is left out."""
    census.documents += 1
    census.characters += len(text)
    census.empty += not text.strip()
    census.lengths[max(step for step in STEPS if step <= len(text))] += 1
    metadata = values.get("metadata")
    for place in (metadata, values):
        if isinstance(place, dict):
            _add_metadata(census, place)
    if isinstance(values.get("completeness"), dict) and isinstance(values.get("edits"), list):
        _add_record(census, values, text)


def _add_metadata(census: Census, metadata: Mapping[str, Any]) -> None:
    for name in COUNTED:
        if isinstance(value := metadata.get(name), str) and value:
            census.count(name, value)
    published = metadata.get("published") or metadata.get("created") if "metadata" not in metadata else ""
    if isinstance(published, str) and published[:4].isdigit():
        census.count("year", published[:4])
    for name in ("title", "published", "authors", "publisher", "places", "people", "organisations"):
        if metadata.get(name):
            census.present[name] += 1


def _add_record(census: Census, values: Mapping[str, Any], text: str) -> None:
    verdict = values["completeness"].get("verdict")
    if verdict:
        census.count("completeness", verdict)
    census.missing += len(values["completeness"].get("missing", ()))
    census.sections += len(values.get("sections", ()))
    census.restored += len(text)
    for edit in values["edits"]:
        gone = len(edit["old"]) - len(edit["new"])
        census.restored += gone
        if edit["kind"] in CHROME:
            census.removed[edit["kind"]] += gone
            census.rules[edit["rule"]] += gone


def figures(census: Census, most: int) -> dict[str, Any]:
    """The figures as plain values: counts by value, the largest first, at most ``most`` of each."""
    return {
        "documents": census.documents,
        "characters": census.characters,
        "empty": census.empty,
        "source_characters": census.restored,
        "removed_characters": sum(census.removed.values()),
        "sections": census.sections,
        "missing_sections": census.missing,
        "lengths": {str(step): census.lengths[step] for step in STEPS if census.lengths[step]},
        "present": {name: census.present[name] for name in sorted(census.present)},
        "removed": ranked(census.removed, most),
        "rules": ranked(census.rules, most),
        **{name: ranked(census.values.get(name, Counter()), most) for name in (*COUNTED, "year", "completeness")},
    }


def ranked(counts: Counter[str], most: int) -> dict[str, int]:
    """The largest counts first, ties by name.

    >>> ranked(Counter(b=2, a=2, c=9), 2)
    {'c': 9, 'a': 2}
    """
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most])
