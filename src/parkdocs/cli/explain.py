"""`parkdocs explain`: each line of a document, kept or not, and why."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand

from parkdocs import pipeline, sources
from parkdocs import rules as engine
from parkdocs.cli import options, safe
from parkdocs.cli.choices import Favor
from parkdocs.errors import EXIT_FINE, EXIT_SOME_FAILED, DocumentError, UsageError
from parkdocs.labeller import terms
from parkdocs.lines import removed_lines, split, starts
from parkdocs.marks import MODEL_RULE, WALL_RULE, structure_of
from parkdocs.model import Document
from parkdocs.pipeline import Settings
from parkdocs.sources import Item, html

WIDTH = 72
PIPED = re.compile(r"-(?::\d+){1,2}")


class _Command(TyperCommand):
    """The verb, for which ``-:12``, a line of standard input, is no option."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        return super().parse_args(ctx, [f" {arg}" if PIPED.fullmatch(arg) else arg for arg in args])


def explain(
    file: Annotated[str, typer.Argument(metavar="FILE[:LINE]", help="Documents, or one line of one; - is a pipe.")],
    rules: options.Rules = None,
    favor: options.FavorOption = Favor.balanced,
    from_: options.From = None,
) -> int:
    """Show what cleaning does to each line of a document: kept, or removed and by which rule; one line in full.

    Of several documents each begins with its name. In JSON Lines the first number is the document's line in the file.

    \b
    Examples:
      parkdocs explain page.txt
      parkdocs explain page.txt:12
      parkdocs explain corpus.jsonl:3:12
    """
    path, numbers = _place(file)
    settings = Settings(tuple(rules or ()), favor.value)
    items = sources.plan([path], from_.value if from_ else "", sys.stdin.buffer)
    if numbers:
        item, line = _chosen(path, numbers, items)
        doc = _cleaned(item, settings)
        sys.stdout.write("".join(_all(doc) if line is None else _one(doc, line, settings)))
        return EXIT_FINE
    first = list(islice(items, 2))
    if len(first) == 1:
        sys.stdout.write("".join(_all(_cleaned(first[0], settings))))
        return EXIT_FINE
    return _several(chain(first, items), settings)


def _several(items: Iterable[Item | DocumentError], settings: Settings) -> int:
    """Each document under its name; what cannot be read is told, and the others follow."""
    code = EXIT_FINE
    for number, item in enumerate(items):
        try:
            doc = _cleaned(item, settings)
        except DocumentError as error:
            sys.stderr.write(f"{safe.shown(str(error))}\n")
            code = EXIT_SOME_FAILED
            continue
        sys.stdout.write("\n" * (number > 0) + f"{safe.shown(doc.id)}\n" + "".join(_all(doc)))
    return code


def _cleaned(item: Item | DocumentError, settings: Settings) -> Document:
    if isinstance(item, DocumentError):
        raise item
    return pipeline.advance(sources.load(item), "clean", settings)


def _place(file: str) -> tuple[str, tuple[int, ...]]:
    """A path and the numbers after it; a file that has the whole name wins.

    >>> _place("page.txt:12"), _place("corpus.jsonl:3:12"), _place(" -:7")
    (('page.txt', (12,)), ('corpus.jsonl', (3, 12)), ('-', (7,)))
    """
    name = file.strip() if PIPED.fullmatch(file.strip()) else file
    found = re.fullmatch(r"(.+?)((?::\d+){1,2})", name)
    if not found or Path(name).exists():
        return name, ()
    path, numbers = found[1], tuple(int(number) for number in found[2].split(":")[1:])
    if len(numbers) == 2 and Path(f"{path}:{numbers[0]}").exists():
        return f"{path}:{numbers[0]}", numbers[1:]
    return path, numbers


def _chosen(path: str, numbers: Sequence[int], items: Iterable[Item | DocumentError]) -> tuple[Item, int | None]:
    """The document that the numbers are of, and the line asked of it, None for all.  Raises ``UsageError``."""
    for item in items:
        if isinstance(item, DocumentError):
            if item.line == numbers[0] or not item.line > 1:
                raise item
        elif not item.line:
            if Path(path).is_dir() or next(iter(items), None):
                raise UsageError(f"{path} is more than one document; name the one whose line is asked for")
            if len(numbers) > 1:
                raise UsageError(f"{path} is one document; {path}:{numbers[1]} is a line of it")
            return item, numbers[0]
        elif item.line == numbers[0]:
            return item, numbers[1] if len(numbers) > 1 else None
    raise UsageError(f"{path} has no document on line {numbers[0]}")


def _all(doc: Document) -> list[str]:
    """Every source line: its number, ``-`` and the rule where (part of) it went, ``~`` where it was repaired."""
    gone = {line.number: f"- {line.rule}" for line in removed_lines(doc)}
    heads = starts(doc.raw)
    mended = {bisect_right(heads, e.start): f"~ {e.rule}" for e in doc.edits if e.kind == "repair"}
    rows = []
    for line in split(doc.raw):
        if line.text.strip():
            why = gone.get(line.number) or mended.get(line.number, "")
            rows.append(f"{line.number:5} {why:34.34} {safe.shown(line.text.strip(), inside=True)[:WIDTH]}\n")
    return rows


def _one(doc: Document, number: int, settings: Settings) -> list[str]:
    lines = split(doc.raw)
    if not 1 <= number <= len(lines):
        raise UsageError(f"{doc.source} has {len(lines)} lines, there is no line {number}")
    text = safe.shown(lines[number - 1].text, inside=sys.stdout.isatty()) + _place_in_page(doc, number)
    why = next((line for line in removed_lines(doc) if line.number == number), None)
    sign = _sign(doc, number, settings)
    if why is None:
        return [f"line {number} is kept\n", f"  {text}\n", *sign]
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
    return [f"line {number} is removed by {why.rule} ({why.kind})\n", f"  {text}\n", *reason, *sign]


def _sign(doc: Document, number: int, settings: Settings) -> list[str]:
    """What the line says of whether the text is whole."""
    whole = pipeline.advance(doc, "segment", settings).completeness
    kinds = dict.fromkeys(sign.kind for sign in whole.evidence if sign.line == number)
    return [f"  completeness  counts it ({', '.join(kinds)}): the text is {whole.verdict}\n"] if kinds else []


def _place_in_page(doc: Document, number: int) -> str:
    """Where a line of an HTML page's text layer stands in the page."""
    if doc.layout is None or number > len(doc.layout.blocks):
        return ""
    return f"  (line {html.places(doc.layout, doc.raw)[number - 1]} of the page)"


def register(app: typer.Typer) -> None:
    """Add the verb to the application."""
    app.command("explain", cls=_Command)(explain)
