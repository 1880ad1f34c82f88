"""Findings for people: grouped by check, each with its place and its line, and what to do."""

from __future__ import annotations

import os
import sys
from io import StringIO

from rich.console import Console
from rich.text import Text

from parkdocs.cli.safe import shown
from parkdocs.corpus.catalogue import CHECKS, Check
from parkdocs.corpus.findings import Finding
from parkdocs.corpus.formats import Report
from parkdocs.corpus.formats.report import clipped, sentence

EACH = 10
"""Findings of one check that are shown; every other format lists more."""
WIDTH = 160
STYLES = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan"}
DETAIL = {"+": "green", "-": "red"}


def page(report: Report, *, colour: bool) -> str:
    """The whole page; with colours only where ``colour`` and a terminal agree, and ``NO_COLOR`` does not forbid it."""
    colour = colour and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    out = StringIO()
    console = Console(file=out, force_terminal=colour, no_color=not colour, highlight=False, soft_wrap=True)
    for check in CHECKS:
        if count := report.counts.get(check.id):
            _group(console, check, [f for f in report.findings if f.id == check.id], count)
    return out.getvalue()


def _group(console: Console, check: Check, findings: list[Finding], count: int) -> None:
    level = findings[0].level
    console.print(Text.assemble((level, STYLES[level]), f" {check.id} ", (f"({count:,})", "dim"), f" {check.title}"))
    for finding in findings[:EACH]:
        _one(console, finding)
    if count > min(len(findings), EACH):
        console.print(Text(f"  … and {count - min(len(findings), EACH):,} more", style="dim"))
    console.print(Text(f"  {check.advice}", style="italic" if console.is_terminal else ""))
    console.print()


def _one(console: Console, finding: Finding) -> None:
    where = f"{finding.path}:{finding.line}:"
    pointer = f" {finding.pointer}" if finding.pointer and finding.id.startswith("record/") else ""
    message = f" {sentence(finding)}"
    if pointer and pointer.strip() in finding.message:
        pointer = ""
    console.print(Text.assemble("  ", (shown(where), "bold"), shown(pointer), shown(message)))
    if finding.text.strip():
        console.print(Text(f"    | {shown(clipped(finding.text.strip(), WIDTH))}"))
    for row in finding.detail.split("\n") if finding.detail else ():
        console.print(Text(f"    {shown(row)}", style=DETAIL.get(row[:1], "dim")))
