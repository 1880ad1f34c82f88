"""`parkdocs run`: documents in, finished records out."""

from __future__ import annotations

import os
from math import isfinite

import typer

from parkdocs.cli import options
from parkdocs.cli.choices import Engine, Favor, HtmlParser
from parkdocs.errors import UsageError

SHARD = 16.0


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
    shard_size: options.ShardSize = SHARD,
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
    options.check_field(field, inputs, from_)
    if address and engine is not Engine.ray:
        raise UsageError("--address is that of a Ray cluster; it goes with --engine ray")
    if shard_size != SHARD and not (output.endswith("/") or os.path.isdir(output)):
        raise UsageError("--shard-size needs a folder, such as -o out/")
    if not isfinite(shard_size):
        raise UsageError(f"--shard-size is a number of megabytes, not {shard_size}")
    from parkdocs.cli import sharding

    return sharding.run(given)


def register(app: typer.Typer) -> None:
    """Add the verb to the application."""
    app.command("run")(run)
