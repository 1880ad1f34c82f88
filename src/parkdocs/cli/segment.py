"""`parkdocs segment`: bring documents or records up to this stage."""

from __future__ import annotations

from typing import Annotated

import typer

from parkdocs.cli import options
from parkdocs.cli.choices import Favor, HtmlParser
from parkdocs.errors import UsageError

Outline = Annotated[bool, typer.Option("--outline", help="Print the outline for people instead of records.")]
Chunk = Annotated[
    int,
    typer.Option("--chunk", min=0, metavar="N", help="Write pieces of sections instead, at most N characters each."),
]


def segment(
    inputs: options.Inputs = None,
    outline: Outline = False,
    chunk: Chunk = 0,
    output: options.Output = "",
    jobs: options.Jobs = 0,
    rules: options.Rules = None,
    favor: options.FavorOption = Favor.balanced,
    from_: options.From = None,
    field: options.Field = "",
    html_parser: options.Parser = HtmlParser.selectolax,
    links: options.Links = False,
    errors: options.Errors = "",
    quiet: options.Quiet = False,
) -> int:
    """Split documents into sections and say whether they are whole; documents not yet cleaned are cleaned first.

    \b
    Examples:
      parkdocs clean pages/ | parkdocs segment | parkdocs extract > corpus.jsonl
      parkdocs segment --outline report.md
      parkdocs segment --chunk 1200 corpus.jsonl -o pieces.jsonl
    """
    given = locals()
    options.check_field(field, inputs, from_)
    from parkdocs.cli import flow

    call = flow.call("segment", given)
    if outline and chunk:
        raise UsageError("--outline is for people and --chunk for programs; ask for one of them")
    if outline:
        from parkdocs.cli.outline import show

        return flow.for_people(call, show)
    return flow.process(call)


def register(app: typer.Typer) -> None:
    """Add the verb to the application."""
    app.command("segment")(segment)
