"""`parkdocs validate`: the gate a corpus goes through in CI."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from parkdocs.cli import options
from parkdocs.cli.choices import Favor


class Level(StrEnum):
    """Levels of findings, worst first."""

    error = "error"
    warning = "warning"
    note = "note"


Formats = Annotated[
    list[str] | None,
    typer.Option("--format", metavar="NAME[=FILE]", help="text, json, sarif, github, junit or gitlab; repeatable."),
]
FailOn = Annotated[Level | None, typer.Option("--fail-on", help="Exit 1 from this level on (default: error).")]
Baseline = Annotated[
    str, typer.Option("--baseline", metavar="FILE", help="Accept the findings it holds; written where it is not there.")
]
Update = Annotated[bool, typer.Option("--update-baseline", help="Write the baseline anew with the findings of today.")]
Against = Annotated[str, typer.Option("--against", metavar="FILE", help="Compare with this golden corpus.")]
Schema = Annotated[str, typer.Option("--schema", metavar="FILE", help="JSON Schema of other people's records.")]
Sources = Annotated[str, typer.Option("--sources", metavar="DIR", help="Compare records with their sources.")]
Languages = Annotated[str, typer.Option("--languages", metavar="CODES", help="Expected ones, such as en,zh.")]
Near = Annotated[bool, typer.Option("--near-duplicates", help="Also look for near-duplicates.")]
Jobs = Annotated[int, typer.Option("--jobs", "-j", min=0, metavar="N", help="Processes; 0 means 2 for large files.")]


def validate(
    inputs: options.Inputs = None,
    format_: Formats = None,
    fail_on: FailOn = None,
    baseline: Baseline = "",
    update_baseline: Update = False,
    against: Against = "",
    schema: Schema = "",
    sources: Sources = "",
    languages: Languages = "",
    near_duplicates: Near = False,
    jobs: Jobs = 0,
    rules: options.Rules = None,
    favor: options.FavorOption = Favor.balanced,
    from_: options.From = None,
    field: options.Field = "",
    quiet: options.Quiet = False,
) -> int:
    """Check records (JSONL), or documents as they would come out, against the schema and for quality.

    Exit codes: 0 fine, 1 findings at or above --fail-on, 2 usage, 3 some inputs could not be read. Thresholds and
    levels stand in [tool.parkdocs.validate] of pyproject.toml, or [validate] of parkdocs.toml.

    \b
    Examples:
      parkdocs validate out/corpus.jsonl --sources pages/
      parkdocs validate seeds/ --fail-on warning --baseline accepted.json
      parkdocs validate out/corpus.jsonl --against golden.jsonl --format sarif=out.sarif --format text
      parkdocs validate theirs.jsonl --schema theirs.schema.json --field body
    """
    given = locals()
    options.check_field(field, inputs, from_)
    from parkdocs.cli import gating

    return gating.run(given)


def register(app: typer.Typer) -> None:
    """Add the verb to the application."""
    app.command("validate")(validate)
