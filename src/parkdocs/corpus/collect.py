"""Findings on their way to a report: counted all, kept the first of each check, the baseline's set aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from parkdocs.corpus.findings import LEVELS, Finding, fingerprint

KEPT = 1_000
"""Findings of one check that are kept and shown; the others are counted, so that memory does not grow with them."""


@dataclass(slots=True)
class Collected:
    """What was found so far.  ``known`` are a baseline's fingerprints; ``marking`` keeps every finding's own."""

    known: frozenset[str] = frozenset()
    marking: bool = False
    kept: list[Finding] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)  # new findings by check
    levels: Counter[str] = field(default_factory=Counter)  # the same by level
    accepted: int = 0  # findings that the baseline holds
    marks: set[tuple[str, str]] = field(default_factory=set)  # (check, fingerprint)

    def add(self, findings: Iterable[Finding]) -> None:
        """Count findings, and keep those there is room for."""
        for finding in findings:
            if self.marking or self.known:
                mark = fingerprint(finding)
                self.marks.add((finding.id, mark))
                if mark in self.known:
                    self.accepted += 1
                    continue
            self.levels[finding.level] += 1
            self.counts[finding.id] += 1
            if self.counts[finding.id] <= KEPT:
                self.kept.append(finding)

    def merge(self, other: Collected) -> None:
        """Add what another one collected, which stands behind this one in the corpus."""
        for finding in other.kept:
            self.counts[finding.id] += 1
            if self.counts[finding.id] <= KEPT:
                self.kept.append(finding)
        here = Counter(finding.id for finding in other.kept)
        self.counts.update(other.counts - here)
        self.levels.update(other.levels)
        self.accepted += other.accepted
        self.marks |= other.marks

    def worst(self) -> str:
        """The worst level there is a new finding of, "" for none."""
        return next((level for level in LEVELS if self.levels[level]), "")
