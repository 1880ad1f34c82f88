"""`parkdocs explain`: each line of a document, kept or not, and why."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from pathlib import Path
from typing import Annotated

import typer

from parkdocs import pipeline, sources
from parkdocs import rules as engine
from parkdocs.cli import options, safe
from parkdocs.cli.choices import Favor
from parkdocs.errors import EXIT_FINE, DocumentError, UsageError
from parkdocs.labeller import terms
from parkdocs.lines import removed_lines, split, starts
from parkdocs.marks import MODEL_RULE, WALL_RULE, structure_of
from parkdocs.model import Document
from parkdocs.pipeline import Settings
from parkdocs.sources import html

WIDTH = 72


def explain(
    file: Annotated[str, typer.Argument(metavar="FILE[:LINE]", help="A document, or one line of it.")],
    rules: options.Rules = None,
    favor: options.FavorOption = Favor.balanced,
    from_: options.From = None,
) -> int:
    """Show what cleaning does to each line of a document: kept, or removed and by which rule; one line in full.

    \b
    Examples:
      parkdocs explain page.txt
      parkdocs explain page.txt:12
    """
    path, line = _place(file)
    settings = Settings(tuple(rules or ()), favor.value)
    for item in sources.plan([path], from_.value if from_ else "", sys.stdin.buffer):
        if isinstance(item, DocumentError):
            raise item
        doc = pipeline.advance(sources.load(item), "clean", settings)
        sys.stdout.write("".join(_all(doc) if line is None else _one(doc, line, settings)))
    return EXIT_FINE


def _place(file: str) -> tuple[str, int | None]:
    """A path and a line, None where none is asked; a file that has the whole name wins."""
    m = re.fullmatch(r"(.+):(\d+)", file)
    return (m[1], int(m[2])) if m and not Path(file).exists() else (file, None)


def _all(doc: Document) -> list[str]:
    """Every source line: its number, ``-`` and the rule where (part of) it went, ``~`` where it was repaired."""
    gone = {line.number: f"- {line.rule}" for line in removed_lines(doc)}
    heads = starts(doc.raw)
    mended = {bisect_right(heads, e.start): f"~ {e.rule}" for e in doc.edits if e.kind == "repair"}
    rows = []
    for line in split(doc.raw):
        if line.text.strip():
            why = gone.get(line.number) or mended.get(line.number, "")
            rows.append(f"{line.number:5} {why:34.34} {safe.shown(line.text.strip())[:WIDTH]}\n")
    return rows


def _one(doc: Document, number: int, settings: Settings) -> list[str]:
    lines = split(doc.raw)
    if not 1 <= number <= len(lines):
        raise UsageError(f"{doc.source} has {len(lines)} lines, there is no line {number}")
    text = safe.shown(lines[number - 1].text) + _place_in_page(doc, number)
    why = next((line for line in removed_lines(doc) if line.number == number), None)
    if why is None:
        return [f"line {number} is kept\n", f"  {text}\n"]
    if why.rule == MODEL_RULE:
        seen = structure_of(doc, [x for x in lines if x.text.strip()])
        found = terms([x.text for x in lines], number - 1, seen)
        reason = [f"  {weight:+6.1f}  {safe.shown(term)}\n" for term, weight in found]
        reason.insert(
            0, "  because no rule names it and the labeller calls it chrome; for (+) and against (-), in log-odds:\n"
        )
    elif why.rule == WALL_RULE:
        reason = ["  because  it says that there is more of this text, and its place or a second sign agrees\n"]
    else:
        rule = next((r for r in engine.load(settings.packs).rules if r.id == why.rule), None)
        reason = [f"  because  {safe.shown(rule.why)}\n", f"  pattern  {safe.shown(rule.pattern)}\n"] if rule else []
    return [f"line {number} is removed by {why.rule} ({why.kind})\n", f"  {text}\n", *reason]


def _place_in_page(doc: Document, number: int) -> str:
    """Where a line of an HTML page's text layer stands in the page."""
    if doc.layout is None or number > len(doc.layout.blocks):
        return ""
    return f"  (line {html.places(doc.layout, doc.raw)[number - 1]} of the page)"


def register(app: typer.Typer) -> None:
    """Add the verb to the application."""
    app.command("explain")(explain)
