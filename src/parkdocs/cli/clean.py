"""`parkdocs clean`: strip site chrome; each removal is an edit with its rule."""

from __future__ import annotations

from typing import Annotated

import typer

from parkdocs.cli import options
from parkdocs.cli.choices import Favor, HtmlParser


def clean(
    inputs: options.Inputs = None,
    text: Annotated[bool, typer.Option("--text", help="Print clean text alone; -o DIR/ writes a file each.")] = False,
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
    """Strip menus, share widgets, footers, notices and residue; write records, or clean text with --text.

    \b
    Examples:
      cat page.txt | parkdocs clean --text
      parkdocs clean pages/ -o cleaned.jsonl
      parkdocs clean pages/*.txt | parkdocs segment | parkdocs extract > corpus.jsonl
    """
    given = locals()
    options.check_field(field, inputs, from_)
    from parkdocs.cli import flow

    return flow.process(flow.call("clean", given))


def register(app: typer.Typer) -> None:
    """Add the verb to the application."""
    app.command("clean")(clean)
