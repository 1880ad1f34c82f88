"""What `parkdocs diff` does: reads both sides, pairs documents, and shows the differences."""

from __future__ import annotations

import difflib
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, TextIO

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.text import Text

from parkdocs import pipeline, record, sources
from parkdocs.cli import told
from parkdocs.cli.safe import shown
from parkdocs.corpus import drift
from parkdocs.corpus.compare import Pair, Side, changed
from parkdocs.errors import EXIT_FINDINGS, EXIT_FINE, DocumentError, UsageError
from parkdocs.model import Document
from parkdocs.pipeline import Settings
from parkdocs.sinks.files import is_special
from parkdocs.sources.inputs import STDIN

MOST_LINES = 20_000
"""Lines of a text that are aligned in two columns; a longer one is shown unified."""
STYLES = {"+": "green", "-": "red", "@": "cyan"}


@dataclass(frozen=True, slots=True)
class Asked:
    """How to compare and to show."""

    side_by_side: bool = False
    context: int = 3
    brief: bool = False
    ignore: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    favor: str = "balanced"


def run(before: str, after: str, form: str, asked: Asked, out: TextIO) -> int:
    """Show what differs between two inputs (or, without the second, what cleaning takes away); the exit code."""
    if before == after == STDIN:
        raise UsageError("- is standard input, which can be one of the two only")
    for path in (before, after):
        if path not in {"", STDIN} and not os.path.lexists(path):
            raise DocumentError(path, 1, "no such file or directory; check the path")
    colour = out.isatty() and not os.environ.get("NO_COLOR")
    console = Console(file=out, force_terminal=colour, no_color=not colour, highlight=False, soft_wrap=True)
    differences, label = 0, f"{before} → {after}"
    with tempfile.TemporaryDirectory(prefix="parkdocs-") as folder:
        before, after = (_again(path, Path(folder, str(side))) for side, path in enumerate((before, after)))
        for pair in _pairs(before, after, form, asked, label):
            differences += _show(console, pair, asked)
    return EXIT_FINDINGS if differences else EXIT_FINE


def _again(path: str, folder: Path) -> str:
    """A path that can be read more than once: standard input and pipes are copied into a file of the folder."""
    if path != STDIN and not is_special(Path(path)):
        return path
    folder.mkdir()
    copy = folder / "stdin"
    with open(copy, "wb") as out:
        if path == STDIN:
            shutil.copyfileobj(sys.stdin.buffer, out)
        else:
            with open(path, "rb") as pipe:
                shutil.copyfileobj(pipe, out)
    return str(copy)


def _pairs(before: str, after: str, form: str, asked: Asked, label: str) -> Iterator[Pair]:
    """Pairs of records by their ids; two single documents are a pair, the ``label``, whatever their names are."""
    for _, values in islice(_records(before, form), 1 if asked.ignore else 0):
        drift.check_ignored(asked.ignore, values)
    if not after:
        settings = Settings(asked.rules, asked.favor)
        for doc in _load(before, form):
            clean = pipeline.advance(doc, "clean", settings)
            yield Pair(doc.id, {"text": clean.raw}, {"text": clean.text})
        return
    old, new = _single(before, form), _single(after, form)
    if old and new:
        yield Pair(label, {"text": old.raw}, {"text": new.raw})
        return
    yield from changed(Side(lambda: _records(before, form)), Side(lambda: _records(after, form)))


def _single(path: str, form: str) -> Document | None:
    """The one document that a path names, if it is a file and no corpus."""
    if Path(path).is_dir():
        return None
    items = list(_two(sources.plan([path], form)))
    if len(items) != 1 or isinstance(items[0], DocumentError) or items[0].line:
        return None
    return sources.load(items[0])


def _two(items: Iterator[Any]) -> Iterator[Any]:
    """At most two items: enough to tell one from many."""
    for _, item in zip(range(2), items, strict=False):
        yield item


def _load(path: str, form: str) -> Iterator[Document]:
    for item in sources.plan([path], form):
        if isinstance(item, DocumentError):
            raise item
        yield sources.load(item)


def _records(path: str, form: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The records of a side as they stand; a raw document counts by its text alone, other people's as they are."""
    for item in sources.plan([path], form):
        if isinstance(item, DocumentError):
            raise item
        if item.format == "jsonl" and item.data is not None:
            values = record.loads(item.data, item.path, max(item.line, 1))
            yield str(values.get("id") or item.id), values
        else:
            doc = sources.load(item)
            yield doc.id, {"text": doc.raw}


def _show(console: Console, pair: Pair, asked: Asked) -> bool:
    """Show one pair; whether it differs in anything that is not ignored."""
    if pair.before is None or pair.after is None:
        told.known(EXIT_FINDINGS)
        mark, words = ("-", "only in the first") if pair.after is None else ("+", "only in the second")
        console.print(Text(f"{mark} {shown(pair.id)}: {words}", style=STYLES[mark]))
        return True
    both = pair.before, pair.after
    if set(pair.before) == {"text"} or set(pair.after) == {"text"}:  # a raw document has nothing else
        both = {"text": pair.before.get("text")}, {"text": pair.after.get("text")}
    found = list(drift.differences(*both, asked.ignore))
    if not found:
        return False
    told.known(EXIT_FINDINGS)
    console.print(Text(shown(pair.id), style="bold"))
    for pointer, message, detail in found:
        texts = pointer == "/text" and isinstance(both[0]["text"], str) and isinstance(both[1]["text"], str)
        console.print(Text(f"  {shown(message)}"))
        if asked.brief:
            continue
        if texts:
            _texts(console, str(both[0]["text"]), str(both[1]["text"]), asked)
        else:
            _rows(console, detail.split("\n") if detail else [])
    return True


def _texts(console: Console, old: str, new: str, asked: Asked) -> None:
    before, after = old.split("\n"), new.split("\n")
    if asked.side_by_side and max(len(before), len(after)) <= MOST_LINES:
        _columns(console, before, after, asked.context)
    else:
        _rows(console, list(drift.line_diff(before, after, asked.context)))


def _rows(console: Console, rows: list[str]) -> None:
    for row in rows:
        console.print(Text(f"    {shown(row)}", style=STYLES.get(row[:1], "")))


def _columns(console: Console, before: list[str], after: list[str], context: int) -> None:
    """Old text left, new text right, cut to the terminal's width; ``<``, ``>`` and ``|`` between them as in sdiff."""
    width = (shutil.get_terminal_size((120, 24)).columns - 7) // 2
    for group in difflib.SequenceMatcher(None, before, after, autojunk=False).get_grouped_opcodes(context):
        first = group[0]
        console.print(Text(f"    @@ -{first[1] + 1} +{first[3] + 1} @@", style=STYLES["@"]))
        for tag, a, b, c, d in group:
            for i in range(max(b - a, d - c)):
                left = before[a + i] if a + i < b else ""
                right = after[c + i] if c + i < d else ""
                sign = {"equal": " ", "delete": "<", "insert": ">"}.get(tag) or _sign(a + i < b, c + i < d)
                style = {"<": "red", ">": "green", "|": "yellow"}.get(sign, "")
                console.print(Text(f"{_cell(left, width)} {sign} {_cell(right, width).rstrip()}".rstrip(), style=style))


def _sign(left: bool, right: bool) -> str:
    return "|" if left and right else "<" if left else ">"


def _cell(text: str, width: int) -> str:
    """Text in exactly so many columns; Chinese characters take two."""
    safe = shown(text[: width + 1])
    return set_cell_size(safe, width) if cell_len(safe) <= width else set_cell_size(safe, width - 1) + "…"
