"""`parkdocs stats`: what a corpus holds, as tables with small bars, or as JSON."""

from __future__ import annotations

from typing import Annotated

import typer

from parkdocs.cli import options
from parkdocs.cli.choices import Favor

Json = Annotated[bool, typer.Option("--json", help="One JSON object instead of tables.")]
Top = Annotated[int, typer.Option("--top", min=1, metavar="N", help="Values shown of each field.")]


def stats(
    inputs: options.Inputs = None,
    json: Json = False,
    top: Top = 10,
    jobs: options.Jobs = 0,
    rules: options.Rules = None,
    favor: options.FavorOption = Favor.balanced,
    from_: options.From = None,
    field: options.Field = "",
) -> int:
    """Count a corpus: lengths, languages, kinds, years, completeness, what was removed and by which rules.

    Records are counted as they stand; documents go through the pipeline first. Exit code 3 where some inputs failed.

    \b
    Examples:
      parkdocs stats out/corpus.jsonl
      parkdocs stats --json seeds/ | jq .completeness
    """
    given = locals()
    options.check_field(field, inputs, from_)
    from parkdocs.cli import counting

    return counting.run(given)


def register(app: typer.Typer) -> None:
    """Add the verb to the application."""
    app.command("stats")(stats)
