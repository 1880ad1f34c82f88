"""Count what happened to documents: the figures of the summary."""

from __future__ import annotations

from typing import Any

from parkdocs.model import CHROME_KINDS, Document

LISTED = 5
"""Truncated documents that are named; a corpus may have millions."""


class Tally:  # noqa: PLW1641  its counts go up, so it has no hash
    """Sums over documents; characters are code points."""

    def __init__(self) -> None:
        self.documents = self.read = self.kept = 0
        self.removed: dict[str, int] = {}
        self.repaired = self.cut = 0
        self.truncated: list[tuple[str, int]] = []  # the first of those that are cut: id, missing sections

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Tally) and vars(self) == vars(other)

    def add(self, doc: Document) -> None:
        """Count one finished document."""
        self.documents += 1
        self.read += len(doc.raw)
        self.kept += len(doc.text)
        for edit in doc.edits:
            if edit.kind in CHROME_KINDS:
                self.removed[edit.kind] = self.removed.get(edit.kind, 0) + len(edit.old) - len(edit.new)
            elif edit.kind == "repair":
                self.repaired += 1
        if doc.completeness.verdict == "truncated":
            self.cut += 1
            self.truncated = [*self.truncated, (doc.id, len(doc.completeness.missing))][:LISTED]

    def merge(self, other: Tally) -> None:
        """Add another tally's counts to this one."""
        self.documents += other.documents
        self.read += other.read
        self.kept += other.kept
        self.repaired += other.repaired
        for kind, count in other.removed.items():
            self.removed[kind] = self.removed.get(kind, 0) + count
        self.cut += other.cut
        if len(self.truncated) < LISTED:
            self.truncated = [*self.truncated, *other.truncated][:LISTED]

    def as_dict(self) -> dict[str, Any]:
        """The counts as plain values, for ``from_dict``."""
        return vars(self).copy()


def from_dict(values: dict[str, Any]) -> Tally:
    """The tally of such values."""
    out = Tally()
    vars(out).update(values, truncated=[(name, missing) for name, missing in values["truncated"]])
    return out
