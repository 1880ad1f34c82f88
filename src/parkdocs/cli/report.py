"""`parkdocs report`: a corpus as one offline HTML page."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from parkdocs.cli import options
from parkdocs.cli.choices import Favor

Out = Annotated[str, typer.Option("-o", "--output", metavar="FILE", help="The HTML file; - is standard output.")]
Title = Annotated[str, typer.Option("--title", help="The page's title.")]
Most = Annotated[int, typer.Option("--documents", min=0, metavar="N", help="Documents that can be looked into.")]


def report(
    inputs: options.Inputs = None,
    output: Out = "report.html",
    title: Title = "parkdocs report",
    documents: Most = 1000,
    jobs: options.Jobs = 0,
    rules: options.Rules = None,
    favor: options.FavorOption = Favor.balanced,
    from_: options.From = None,
    field: options.Field = "",
    quiet: options.Quiet = False,
) -> int:
    """Show a corpus on one offline page: removals by rule and site, what is truncated, languages, dates, copies.

    Each document's source can be looked at with its removals struck out and their reasons. Of more documents than
    --documents a sample can, and the page says so. Nothing of the texts can run, and the page loads nothing.

    \b
    Examples:
      parkdocs report out/corpus.jsonl -o out/report.html
      parkdocs report seeds/ --title 'Four sample documents' -o out/report.html
    """
    options.check_field(field, inputs, from_)
    return _run(locals())


def _run(given: dict[str, Any]) -> int:
    import sys

    from parkdocs.cli.corpora import Records
    from parkdocs.cli.reporting import written

    records = Records({**given, "output": "" if given["output"] == "-" else given["output"]})
    shown = written(records, given["output"], given["title"], given["documents"], tuple(given["rules"] or ()))
    if not given["quiet"] and given["output"] != "-":
        sampled = f", {shown:,} of them to look into" if shown < records.count else ""
        sys.stderr.write(f"{records.count:,} documents{sampled}; the report is {given['output']}\n")
    return records.exit_code()


def register(app: typer.Typer) -> None:
    """Add the verb to the application."""
    app.command("report")(report)
