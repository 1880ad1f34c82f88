"""`parkdocs extract`: bring documents or records up to this stage."""

from __future__ import annotations

import typer

from parkdocs.cli import flow, options
from parkdocs.cli.options import Favor


def extract(
    inputs: options.Inputs = None,
    output: options.Output = "",
    jobs: options.Jobs = 0,
    rules: options.Rules = None,
    favor: options.FavorOption = Favor.balanced,
    from_: options.From = None,
    field: options.Field = "",
    errors: options.Errors = "",
    quiet: options.Quiet = False,
) -> int:
    """Read title, dates, people, places and contacts, each with its evidence; earlier stages run first where needed.

    \b
    Examples:
      parkdocs extract report.md | jq '.metadata'
      parkdocs clean pages/ | parkdocs extract > corpus.jsonl
    """
    return flow.process(
        flow.Call(inputs or [], output, "extract", rules or [], favor, from_, field, jobs, errors, quiet=quiet)
    )


def register(app: typer.Typer) -> None:
    """Add the verb to the application."""
    app.command("extract")(extract)
