"""What `parkdocs stats` does: reads records, counts them, and shows the figures."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from io import StringIO
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from parkdocs import record, sources
from parkdocs.cli import told
from parkdocs.cli.safe import shown
from parkdocs.corpus import census
from parkdocs.corpus.census import STEPS, Census
from parkdocs.engines import local
from parkdocs.engines.local import Job
from parkdocs.errors import EXIT_FINE, EXIT_SOME_FAILED, DocumentError
from parkdocs.pipeline import Settings
from parkdocs.sources import Item, jsonl

BAR = 24
PARTS = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")
TITLES = {
    "lengths": "characters of a text",
    "language": "language",
    "kind": "kind",
    "year": "year",
    "completeness": "completeness",
    "format": "format",
    "encoding": "encoding",
    "publisher": "publisher",
    "present": "documents that have",
    "removed": "characters removed, by kind",
    "rules": "characters removed, by rule",
}


def run(given: dict[str, Any]) -> int:
    """Count the inputs and print the figures; the exit code."""
    total, failed = Census(), 0
    job = Job("extract", Settings(tuple(given["rules"] or ()), given["favor"].value), given["field"])
    for result in _records(given, job):
        if isinstance(result, DocumentError):
            told.failure(result)
            failed += 1
        else:
            census.add(total, *result)
    found = census.figures(total, given["top"])
    if given["json"]:
        sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.write(page(found))
    return EXIT_SOME_FAILED if failed else EXIT_FINE


def _records(given: dict[str, Any], job: Job) -> Iterator[tuple[dict[str, Any], str] | DocumentError]:
    """Records of JSON Lines as they stand, and those that the pipeline makes of documents, both with their texts."""
    form = given["from_"].value if given["from_"] else ""
    documents: list[Item] = []
    for item in sources.plan(given["inputs"] or [], form, sys.stdin.buffer):
        if isinstance(item, DocumentError):
            yield item
        elif item.format == "jsonl" and item.data is not None:
            yield _line(item, given["field"])
        else:
            documents.append(item)
    for result in local.run(documents, job, given["jobs"]):
        if result.error:
            yield result.error
        else:
            values = record.loads(result.data)
            yield values, values["text"]


def _line(item: Item, field: str) -> tuple[dict[str, Any], str] | DocumentError:
    """A line's values and text, or what is wrong with it."""
    try:
        values = record.loads(item.data or b"", item.path, max(item.line, 1))
    except DocumentError as error:
        return error
    text = values.get(jsonl.text_field(values, field))
    if not isinstance(text, str):
        return DocumentError(item.path, max(item.line, 1), "no text field; choose one with --field")
    return values, text


def page(found: dict[str, Any]) -> str:
    """The figures as tables; in colour on a terminal, unless ``NO_COLOR`` forbids it."""
    out, colour = StringIO(), sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    _tables(Console(file=out, force_terminal=colour, no_color=not colour, highlight=False, width=100), found)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def _tables(console: Console, found: dict[str, Any]) -> None:
    documents, characters = found["documents"], found["characters"]
    rows = {
        "documents": f"{documents:,}" + (f", {found['empty']:,} of them empty" if found["empty"] else ""),
        "characters": f"{characters:,}" + (f", {characters / documents:,.0f} each" if documents else ""),
    }
    if found["source_characters"]:
        share = found["removed_characters"] / found["source_characters"]
        rows["removed"] = f"{found['removed_characters']:,} as chrome ({share:.1%})"
    if found["sections"]:
        missing = f", {found['missing_sections']:,} more are missing" if found["missing_sections"] else ""
        rows["sections"] = f"{found['sections']:,}{missing}"
    for name, value in rows.items():
        console.print(Text(f"{name:12}", style="bold") + Text(value, style="not bold"))
    for name, title in TITLES.items():
        if found[name]:
            _table(console, title, _labelled(found[name]) if name == "lengths" else found[name])


def _labelled(lengths: dict[str, int]) -> dict[str, int]:
    """Classes of length by their bounds: ``100 to 299``."""
    out = {}
    for step, count in lengths.items():
        after = STEPS.index(int(step)) + 1
        label = f"{int(step):,} to {STEPS[after] - 1:,}" if after < len(STEPS) else f"{int(step):,} and more"
        out[label] = count
    return out


def _table(console: Console, title: str, counts: dict[str, int]) -> None:
    """One field: value, count and a bar; the longest bar is the largest count."""
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, overflow="ellipsis", max_width=40)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(no_wrap=True, style="cyan")
    largest = max(counts.values())
    for value, count in counts.items():
        table.add_row(Text(f"  {shown(value)}"), f"{count:,}", bar(count, largest))
    console.print()
    console.print(Text(title, style="bold"))
    console.print(table)


def bar(count: int, largest: int) -> str:
    """A bar in eighths of a block; what is not nothing is seen.

    >>> bar(3, 3) == "█" * BAR, bar(0, 3), bar(1, 1000)
    (True, '', '▏')
    """
    eighths = max(round(8 * BAR * count / largest), 1) if count > 0 and largest else 0
    return "█" * (eighths // 8) + PARTS[eighths % 8]
