"""`parkdocs extract`: bring documents or records up to this stage."""

from __future__ import annotations

from typing import Annotated

import typer

from parkdocs.cli import options
from parkdocs.cli.choices import Favor, HtmlParser


def extract(
    inputs: options.Inputs = None,
    table: Annotated[bool, typer.Option("--table", help="Print a table for people instead of records.")] = False,
    fields: Annotated[str, typer.Option("--fields", metavar="NAMES", help="With --table: only these, by comma.")] = "",
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
    """Read title, dates, people, places and contacts, each with its evidence; earlier stages run first where needed.

    \b
    Examples:
      parkdocs extract --table --fields title,published report.md
      parkdocs clean pages/ | parkdocs extract > corpus.jsonl
    """
    given = locals()
    options.check_field(field, inputs, from_)
    from parkdocs.cli import flow

    call = flow.call("extract", given)
    if table or fields:
        from parkdocs.cli import table as page

        names = page.chosen(fields)
        return flow.for_people(call, lambda doc, out: page.show(doc, names, out))
    return flow.process(call)


def register(app: typer.Typer) -> None:
    """Add the verb to the application."""
    app.command("extract")(extract)
