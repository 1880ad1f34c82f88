"""Arguments and options that several verbs share."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class Favor(StrEnum):
    """How readily lines go."""

    recall = "recall"
    balanced = "balanced"
    precision = "precision"


class Format(StrEnum):
    """Formats of an input."""

    text = "text"
    markdown = "markdown"
    html = "html"
    jsonl = "jsonl"


class HtmlParser(StrEnum):
    """Readers of HTML."""

    scan = "scan"
    bs4 = "bs4"


Inputs = Annotated[
    list[str] | None,
    typer.Argument(metavar="[INPUT]...", help="Files, directories, globs, or - for standard input (also when none)."),
]
Output = Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="Write here instead of standard output.")]
Rules = Annotated[
    list[str] | None, typer.Option("--rules", metavar="PACK", help="A rule pack beside the built-in ones; repeatable.")
]
From = Annotated[Format | None, typer.Option("--from", help="Format of the inputs, instead of the file's ending.")]
Field = Annotated[
    str, typer.Option("--field", metavar="NAME", help="Field of a JSONL line that holds the text (default: text, …).")
]
Parser = Annotated[HtmlParser, typer.Option("--html-parser", help="scan is fast; bs4 is a second opinion.")]
FavorOption = Annotated[
    Favor, typer.Option("--favor", help="recall keeps more text, precision removes more chrome.", show_default=True)
]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=0, metavar="N", help="Processes; 0 means all cores.")]
Errors = Annotated[
    str, typer.Option("--errors", metavar="FILE", help="Also write the documents that failed here, a JSON line each.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No summary and no progress.")]
