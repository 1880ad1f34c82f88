"""Arguments and options that several verbs share."""

from __future__ import annotations

from typing import Annotated

import typer

from parkdocs.cli.choices import Engine, Favor, Format, HtmlParser, Packing

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
Parser = Annotated[
    HtmlParser, typer.Option("--html-parser", help="Reader of HTML pages; bs4 is slow, and a second opinion.")
]
Links = Annotated[bool, typer.Option("--links", help="Keep where links of HTML pages go, as [text](target).")]
FavorOption = Annotated[
    Favor, typer.Option("--favor", help="recall keeps more text, precision removes more chrome.", show_default=True)
]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=0, metavar="N", help="Processes; 0 means all cores.")]
Errors = Annotated[
    str, typer.Option("--errors", metavar="FILE", help="Also write the documents that failed here, a JSON line each.")
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No summary and no progress.")]
Resume = Annotated[
    bool, typer.Option("--resume", help="Go on with the run that was writing into this folder when it was ended.")
]
ShardSize = Annotated[
    float, typer.Option("--shard-size", min=0.001, metavar="MB", help="Input of one file of a folder that is written.")
]
Compress = Annotated[Packing | None, typer.Option("--compress", help="Pack the files of a folder that is written.")]
EngineOption = Annotated[
    Engine, typer.Option("--engine", help="Who does the shards of a folder: this machine, or a Ray cluster.")
]
Address = Annotated[
    str, typer.Option("--address", metavar="HOST:PORT", help="The Ray cluster (default: the one found, or a new one).")
]
Progress = Annotated[
    bool, typer.Option("--progress", help="Tell documents, MB/s, time left and errors on standard error.")
]


def check_field(field: str, inputs: list[str] | None, form: Format | None) -> None:
    """Raise ``UsageError`` where ``--field`` can name nothing: no input is, or may hold, JSON Lines."""
    if not field or (form and form.value == "jsonl"):
        return
    from parkdocs.errors import UsageError
    from parkdocs.sources import inputs as planned

    kinds = [planned.format_of(name) for name in inputs or [planned.STDIN]]
    if form or not {"", "jsonl"}.intersection(kinds):
        what = form.value if form else kinds[0]
        raise UsageError(f"--field names a field of JSON Lines, and what is given is {what}; --from jsonl reads it so")
