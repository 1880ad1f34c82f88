"""`parkdocs run`: documents in, finished records out."""

from __future__ import annotations

import typer

from parkdocs.cli import options
from parkdocs.cli.options import Favor, HtmlParser


def run(
    inputs: options.Inputs = None,
    output: options.Output = "",
    jobs: options.Jobs = 0,
    rules: options.Rules = None,
    favor: options.FavorOption = Favor.balanced,
    from_: options.From = None,
    field: options.Field = "",
    html_parser: options.Parser = HtmlParser.scan,
    errors: options.Errors = "",
    quiet: options.Quiet = False,
) -> int:
    """Clean, segment and extract: documents in, finished records out.

    \b
    Examples:
      parkdocs run seeds/ -o out/corpus.jsonl
      parkdocs run 'pages/**/*.md' --rules mysite.toml -o out/corpus.jsonl --errors out/failed.jsonl
      zcat crawl.jsonl.gz | parkdocs run --from jsonl --field body > corpus.jsonl
    """
    given = locals()
    from parkdocs.cli import flow

    return flow.process(flow.call("extract", given))


def register(app: typer.Typer) -> None:
    """Add the verb to the application."""
    app.command("run")(run)
