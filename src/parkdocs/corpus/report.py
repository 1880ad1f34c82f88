"""What a report says of a corpus: sums over all records, and a bounded sample of documents to look into."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from heapq import heappush, heappushpop
from typing import Any
from urllib.parse import urlsplit

from parkdocs.corpus.census import ranked
from parkdocs.model import CHROME_KINDS

Record = dict[str, Any]
Segment = list[Any]  # [text], or [old, rule, kind, new] of an edit

MOST, BYTES = 1_000, 14_000_000
"""Documents that can be looked into, and UTF-8 bytes of their sources over all of them."""
ROWS, MANY_VALUES = 60, 20_000
"""Rows of a table, and values of one field that are told apart."""
TRUNCATED = 300
MISSING = 40
NO_DATE, NO_SITE = "no date", "no address or folder"


@dataclass(slots=True)
class Figures:
    """Sums over all records; characters are code points."""

    documents: int = 0
    read: int = 0
    kept: int = 0
    rules: Counter[str] = field(default_factory=Counter)  # characters
    rule_documents: Counter[str] = field(default_factory=Counter)
    kinds: dict[str, str] = field(default_factory=dict)  # of rules
    sites: Counter[str] = field(default_factory=Counter)  # documents
    site_read: Counter[str] = field(default_factory=Counter)
    site_removed: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    days: Counter[str] = field(default_factory=Counter)  # YYYY-MM or YYYY
    verdicts: Counter[str] = field(default_factory=Counter)
    truncated: int = 0
    cut: list[tuple[str, list[str], str]] = field(default_factory=list)  # id, missing headings, the link to the rest


@dataclass(slots=True)
class Collection:
    """Figures, and the documents whose digests are the smallest: the same sample in whatever order they come."""

    most: int = MOST
    figures: Figures = field(default_factory=Figures)
    heap: list[tuple[int, int, Record]] = field(default_factory=list)

    def add(self, values: Record) -> None:
        """Count a record, and keep it where it belongs to the sample."""
        removed = _count(self.figures, values)
        number = self.figures.documents
        digest = int.from_bytes(blake2b(values["id"].encode(), digest_size=8).digest(), "big")
        entry = (-digest, -number, _document(values, removed, number))
        if len(self.heap) < self.most:
            heappush(self.heap, entry)
        else:
            heappushpop(self.heap, entry)

    def documents(self) -> list[Record]:
        """The sample in the order of the corpus; sources that are too long for the page are cut, and say so."""
        chosen = sorted((entry[2] for entry in self.heap), key=lambda document: document["number"])
        each = BYTES // max(len(chosen), 1)
        spare = BYTES - sum(min(document["bytes"], each) for document in chosen)
        for document in chosen:
            size = document.pop("bytes")
            allowed = each if size <= each else each + min(spare, size - each)
            spare -= max(allowed - each, 0)
            most = allowed * document["size"] // max(size, 1)  # in characters
            document["source"], document["cut"] = _shortened(document["source"], most)
        return chosen


def site_of(values: Record) -> str:
    """The host of a record's address, else the folder of its id."""
    try:
        host = urlsplit(values["source"]).hostname if "://" in values["source"] else ""
    except ValueError:
        host = ""
    return host or values["id"].rpartition("/")[0] or NO_SITE


def _count(figures: Figures, values: Record) -> int:
    """Add a record to the sums; the number of characters that were removed from it."""
    metadata, site = values["metadata"], site_of(values)
    site = site if site in figures.sites or len(figures.sites) < MANY_VALUES else "other"
    removed, changed, rules = 0, 0, set[str]()
    for edit in values["edits"]:
        gone = len(edit["old"]) - len(edit["new"])
        changed += gone
        if edit["kind"] in CHROME_KINDS:
            removed += gone
            figures.rules[edit["rule"]] += gone
            figures.kinds.setdefault(edit["rule"], edit["kind"])
            rules.add(edit["rule"])
    figures.rule_documents.update(rules)
    figures.documents += 1
    figures.kept += len(values["text"])
    figures.read += len(values["text"]) + changed
    figures.sites[site] += 1
    figures.site_read[site] += len(values["text"]) + changed
    figures.site_removed[site] += removed
    figures.languages[metadata["language"] or "und"] += 1
    figures.days[_month(values["created"])] += 1
    verdict = values["completeness"]["verdict"] or "unknown"
    figures.verdicts[verdict] += 1
    if verdict == "truncated":
        figures.truncated += 1
        if len(figures.cut) < TRUNCATED:
            missing = [entry["heading"] for entry in values["completeness"]["missing"]]
            figures.cut.append((values["id"], missing, values["completeness"]["continues_at"]))
    return removed


def _month(created: str) -> str:
    """``YYYY-MM``, ``YYYY`` or ``NO_DATE``.

    >>> _month("2023-11-05"), _month("2018"), _month("XXXX-11-05"), _month("")
    ('2023-11', '2018', 'no date', 'no date')
    """
    if not (created[:4].isascii() and created[:4].isdigit()):
        return NO_DATE
    return created[:7] if created[4:5] == "-" and created[5:7].isascii() and created[5:7].isdigit() else created[:4]


def _document(values: Record, removed: int, number: int) -> Record:
    source = list(segments(values))
    metadata = values["metadata"]
    return {
        "number": number,
        "id": values["id"],
        "title": metadata["title"],
        "language": metadata["language"],
        "published": values["created"],
        "kind": metadata["kind"],
        "site": site_of(values),
        "verdict": values["completeness"]["verdict"],
        "missing": [entry["heading"] for entry in values["completeness"]["missing"][:MISSING]],
        "unsaid": max(len(values["completeness"]["missing"]) - MISSING, 0),
        "removed": removed,
        "rules": sorted({edit["rule"] for edit in values["edits"] if edit["kind"] in CHROME_KINDS}),
        "size": sum(len(segment[0]) for segment in source),
        "bytes": sum(len(segment[0].encode()) for segment in source),
        "source": source,
        "cut": 0,
    }


def segments(values: Record) -> Iterator[Segment]:
    """A record's source in pieces: what stayed, and what was changed, with its reason."""
    text, here, at = values["text"], 0, 0
    for edit in values["edits"]:
        gap = edit["start"] - at
        if gap:
            yield [text[here : here + gap]]
        yield [edit["old"], edit["rule"], edit["kind"], edit["new"]]
        here += gap + len(edit["new"])
        at = edit["start"] + len(edit["old"])
    if here < len(text):
        yield [text[here:]]


def _shortened(source: list[Segment], most: int) -> tuple[list[Segment], int]:
    """At most ``most`` characters of a source, and how many are left out at its end."""
    kept, size = list[Segment](), 0
    for segment in source:
        if size >= most:
            break
        kept.append([segment[0][: most - size], *segment[1:]])
        size += len(kept[-1][0])
    return kept, sum(len(segment[0]) for segment in source) - size


def timeline(days: Counter[str]) -> list[tuple[str, int]]:
    """Documents by month where they span at most three years, else by year; gaps are filled, at most 60 bars.

    >>> timeline(Counter({"2021": 1, "2023-05": 2, "no date": 9}))
    [('2021', 1), ('2022', 0), ('2023', 2)]
    """
    dated = {day: count for day, count in days.items() if day != NO_DATE}
    if not dated:
        return []
    years = Counter[str]()
    for day, count in dated.items():
        years[day[:4]] += count
    first, last = int(min(years)), int(max(years))
    if last - first < 3 and all(len(day) == 7 for day in dated):
        months = [f"{year:04}-{month:02}" for year in range(first, last + 1) for month in range(1, 13)]
        return [(m, dated.get(m, 0)) for m in months if min(dated) <= m <= max(dated)]
    return [(f"{year:04}", years[f"{year:04}"]) for year in range(max(first, last - 59), last + 1)]


def bars(counts: Counter[str], most: int = ROWS) -> list[tuple[str, int, float]]:
    """The largest counts with their share of the largest one, for a row of bars."""
    rows = ranked(counts, most)
    largest = max(rows.values(), default=1) or 1
    return [(name, count, count / largest) for name, count in rows.items()]
