"""What every format is made of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from parkdocs.corpus.findings import Finding, fingerprint


@dataclass(frozen=True, slots=True)
class Report:
    """The findings that are kept, in order, and the counts of all."""

    findings: tuple[Finding, ...]
    counts: Mapping[str, int]  # by check
    levels: Mapping[str, int]  # by level
    records: int
    documents: int
    accepted: int
    stale: int
    failures: tuple[tuple[str, int, str], ...]  # path, line, message of inputs that could not be read
    fail_on: str
    version: str

    @property
    def total(self) -> int:
        """New findings, kept or not."""
        return sum(self.counts.values())


def prints(findings: tuple[Finding, ...]) -> list[tuple[str, int]]:
    """For each finding its fingerprint, and the how-manieth it is that has this one, from 1."""
    met: Counter[str] = Counter()
    out = []
    for finding in findings:
        mark = fingerprint(finding)
        met[mark] += 1
        out.append((mark, met[mark]))
    return out


def uri(path: str) -> str:
    """A relative URI of a path (RFC 3986), standard input by name.

    >>> uri("a b/园区.jsonl"), uri("-")
    ('a%20b/%E5%9B%AD%E5%8C%BA.jsonl', 'stdin')
    """
    try:
        data = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # no path of a file, but the id of a document
        data = path.encode("utf-8", "replace")
    return "stdin" if path == "-" else quote(data, safe="/")


def sentence(finding: Finding) -> str:
    """The message with the document it is about, where the path does not name it."""
    named = not finding.document or finding.path.endswith(finding.document)
    return finding.message if named else f"{finding.document}: {finding.message}"


def clipped(text: str, most: int) -> str:
    """At most ``most`` characters, with a mark where some are missing."""
    return text if len(text) <= most else text[: most - 1] + "…"
