"""`parkdocs export`: records in the formats that other tools read."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from parkdocs.cli import options
from parkdocs.cli.choices import Favor
from parkdocs.sinks.formats import FOLDERS, FORMATS

if TYPE_CHECKING:
    from parkdocs.cli.corpora import Records
    from parkdocs.sinks.columns import Problems

To = StrEnum("To", [(name, name) for name in FORMATS])  # type: ignore[misc]

ToOption = Annotated[To, typer.Option("--to", help="The format.", show_default=False)]
Out = Annotated[
    str, typer.Option("-o", "--output", metavar="OUT", help="File, or new folder, to write; - is standard output.")
]


def export(
    to: ToOption,
    inputs: options.Inputs = None,
    output: Out = "",
    jobs: options.Jobs = 0,
    rules: options.Rules = None,
    favor: options.FavorOption = Favor.balanced,
    from_: options.From = None,
    field: options.Field = "",
    quiet: options.Quiet = False,
) -> int:
    """Write records as Parquet, SQLite with full-text search, Markdown, CSV, Dolma, for datasets, or Croissant.

    parquet, sqlite and csv are a file; markdown, dolma, hf and croissant a new folder. csv goes to standard output
    without -o, each file with -o -. Documents go through the pipeline first. parquet, hf and croissant need
    pyarrow: pip install 'parkdocs[parquet]'.

    \b
    Examples:
      parkdocs export out/corpus.jsonl --to parquet -o out/corpus.parquet
      parkdocs export out/corpus.jsonl --to sqlite -o out/corpus.db
      parkdocs run pages/ | parkdocs export --to hf -o out/dataset
      parkdocs export seeds/ --to csv > corpus.csv
    """
    options.check_field(field, inputs, from_)
    return _run(to.value, output, locals())


def _run(to: str, output: str, given: dict[str, Any]) -> int:
    from parkdocs.cli.corpora import Records
    from parkdocs.errors import UsageError
    from parkdocs.sinks.formats import writer

    if output in {"", "-"} if to in FOLDERS else not output and to != "csv":
        what = "a new folder" if to in FOLDERS else "a file"
        raise UsageError(f"{to} is {what}: name it with -o")
    records = Records(given)
    problems = _piped(to, records) if output == "-" and to != "csv" else writer(to)(records, Path(output or "-"))
    for problem in problems:
        records.tell(problem)
    written = records.count - len(problems)
    if not given["quiet"] and output not in {"", "-"}:
        sys.stderr.write(f"{written:,} document{'s' * (written != 1)} exported to {output}\n")
    return records.exit_code()


def _piped(to: str, records: Records) -> Problems:
    """A format that needs a file, on standard output."""
    import shutil
    import tempfile

    from parkdocs.sinks.formats import writer

    with tempfile.TemporaryDirectory(prefix="parkdocs-") as folder:
        problems = writer(to)(records, Path(folder, "export"))
        with open(Path(folder, "export"), "rb") as made:
            shutil.copyfileobj(made, sys.stdout.buffer)
    return problems


def register(app: typer.Typer) -> None:
    """Add the verb to the application."""
    app.command("export")(export)
