"""The outline of documents for people: sections as a tree, what is missing dimmed among them."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from parkdocs.cli.safe import shown
from parkdocs.model import Document


def show(doc: Document) -> None:
    """Print one document's outline on standard output."""
    console = Console(highlight=False, soft_wrap=True)
    verdict = doc.completeness
    console.print(Text(f"{shown(doc.id)}: {verdict.verdict}", style="bold"))
    for section in doc.sections:
        label = section.heading or "(no heading)"
        kind = "" if section.kind == "body" else f"  [{section.kind}]"
        size = f"  {section.end - section.start:,} characters"
        console.print(Text("  " * section.level + shown(label)) + Text(kind + size, style="dim"))
    for entry in verdict.missing:
        page = f", page {entry.page}" if entry.page else ""
        console.print(Text("  " * entry.level + f"{shown(entry.heading)}  (missing{page})", style="dim"))
    for sign in verdict.evidence:
        console.print(Text(f"  line {sign.line}: {shown(sign.note)} ({sign.rule})", style="dim"))
    if verdict.continues_at:
        console.print(Text(f"  continues at {shown(verdict.continues_at)}"))
