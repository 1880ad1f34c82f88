"""The work of `parkdocs report`: records are counted and spooled, duplicates found, and the page written."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import IO, Any

from parkdocs import rules
from parkdocs.corpus import dedup, dedup_marks, report, report_page
from parkdocs.sinks import stream

CLUSTERS = 300
"""Clusters of duplicates that the page shows."""
NEEDED = ("id", "text", "created", "completeness")


def written(records: Iterable[dict[str, Any]], output: str, title: str, most: int, packs: tuple[str, ...]) -> int:
    """Write the page; how many documents can be looked into."""
    collected = report.Collection(most)
    with tempfile.TemporaryDirectory(prefix="parkdocs-") as name:
        folder = Path(name)
        with open(folder / "records.jsonl", "wb") as spool:
            for values in records:
                collected.add(values)
                _spool(spool, values)
        clusters, more = _clusters(folder)
    reasons = {rule.id: rule.why for rule in rules.load(packs).rules}
    page = report_page.page(collected, reasons, clusters, title, more)
    with stream.open_stream(output) as write:
        write(page.encode())
    return len(collected.heap)


def _spool(spool: IO[bytes], values: dict[str, Any]) -> None:
    """What looking for duplicates needs of a record."""
    line = {name: values[name] for name in NEEDED} | {"title": values["metadata"]["title"]}
    spool.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")


def _clusters(folder: Path) -> tuple[list[dict[str, Any]], int]:
    """The first clusters, and how many more there are."""
    source = dedup.Source(str(folder / "records.jsonl"), "records")
    with closing(dedup.Corpus([source], folder, dedup.Options())) as corpus:
        corpus.read(lambda error: None)
        found = dedup.clusters(corpus)
        shown = [dedup_marks.described(corpus, cluster) for cluster in islice(found, CLUSTERS)]
        return shown, sum(1 for _ in found)
