"""`parkdocs segment`: bring documents or records up to this stage."""

from __future__ import annotations

import typer

from parkdocs.cli import flow, options
from parkdocs.cli.options import Favor


def segment(
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
    """Split documents into sections and say whether they are whole; documents not yet cleaned are cleaned first.

    \b
    Examples:
      parkdocs clean pages/ | parkdocs segment | parkdocs extract > corpus.jsonl
      parkdocs segment report.md | jq '.completeness'
    """
    return flow.process(
        flow.Call(inputs or [], output, "segment", rules or [], favor, from_, field, jobs, errors, quiet=quiet)
    )


def register(app: typer.Typer) -> None:
    """Add the verb to the application."""
    app.command("segment")(segment)
