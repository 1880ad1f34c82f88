"""The outline of documents for people: sections as a tree, missing contents entries dimmed in their place."""

from __future__ import annotations

from collections import defaultdict
from typing import TextIO

from rich.console import Console
from rich.text import Text

from parkdocs import matching, toc
from parkdocs.cli.safe import shown
from parkdocs.lines import clean_lines
from parkdocs.model import Document, Missing, Section


def show(doc: Document, out: TextIO) -> None:
    """Print one document's outline."""
    console = Console(file=out, highlight=False, soft_wrap=True)
    verdict = doc.completeness
    console.print(Text(f"{shown(doc.id)}: {verdict.verdict}", style="bold"))
    missing = _places(doc)
    for i, section in enumerate(doc.sections):
        for entry in missing.get(i, ()):
            console.print(_lost(entry))
        console.print(_there(section))
    for entry in missing.get(len(doc.sections), ()):
        console.print(_lost(entry))
    for sign in verdict.evidence:
        console.print(Text(f"  line {sign.line}: {shown(sign.note)} ({sign.rule})", style="dim"))
    if verdict.continues_at:
        console.print(Text(f"  continues at {shown(verdict.continues_at)}"))


def _there(section: Section) -> Text:
    label = section.heading or "(no heading)"
    kind = "" if section.kind == "body" else f"  [{section.kind}]"
    size = f"  {section.end - section.start:,} characters"
    return Text("  " * section.level + shown(label)) + Text(kind + size, style="dim")


def _lost(entry: Missing) -> Text:
    page = f", page {entry.page}" if entry.page else ""
    return Text("  " * entry.level + f"{shown(entry.heading)}  (missing{page})", style="dim")


def _places(doc: Document) -> dict[int, list[Missing]]:
    """Missing entries by the index of the section that they stand before: that of the next entry that has one."""
    out: dict[int, list[Missing]] = defaultdict(list)
    at = len(doc.sections)
    left = list(doc.completeness.missing)
    if not left:
        return out
    entries = toc.read(clean_lines(doc))
    bodies = [i for i, s in enumerate(doc.sections) if s.kind != "toc"]
    found = matching.match([e.heading for e in entries], [doc.sections[i].heading for i in bodies])
    for entry, i in zip(reversed(entries), reversed(found), strict=True):
        if i >= 0:
            at = bodies[i]
        elif left and left[-1].heading == entry.heading:
            out[at].insert(0, left.pop())
    out[at] = [*left, *out[at]]
    return out
