"""`parkdocs run`: documents in, finished records out."""

from __future__ import annotations

import typer

from parkdocs.cli import options
from parkdocs.cli.choices import Engine, Favor, HtmlParser


def run(
    inputs: options.Inputs = None,
    output: options.Output = "",
    jobs: options.Jobs = 0,
    rules: options.Rules = None,
    favor: options.FavorOption = Favor.balanced,
    from_: options.From = None,
    field: options.Field = "",
    html_parser: options.Parser = HtmlParser.selectolax,
    links: options.Links = False,
    errors: options.Errors = "",
    resume: options.Resume = False,
    shard_size: options.ShardSize = 16.0,
    compress: options.Compress = None,
    engine: options.EngineOption = Engine.local,
    address: options.Address = "",
    progress: options.Progress = False,
    quiet: options.Quiet = False,
) -> int:
    """Clean, segment and extract: documents in, finished records out.

    \b
    Examples:
      parkdocs run seeds/ -o out/corpus.jsonl
      parkdocs run crawl/*.jsonl.gz -o out/ --compress zstd --progress
      parkdocs run crawl/*.jsonl.gz -o out/ --compress zstd --resume
      parkdocs run 'pages/**/*.md' --rules mysite.toml -o out/corpus.jsonl --errors out/failed.jsonl
      zcat crawl.jsonl.gz | parkdocs run --from jsonl --field body > corpus.jsonl
    """
    given = locals()
    from parkdocs.cli import sharding

    return sharding.run(given)


def register(app: typer.Typer) -> None:
    """Add the verb to the application."""
    app.command("run")(run)
