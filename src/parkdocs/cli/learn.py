"""`parkdocs learn`: a rule pack from the lines that a site's pages share."""

from __future__ import annotations

import sys
from enum import StrEnum
from typing import Annotated, Any

import typer

from parkdocs.cli import options

Least = Annotated[int, typer.Option("--least", min=2, metavar="N", help="Sites with fewer pages are left out.")]


class By(StrEnum):
    """What makes pages a site."""

    host = "host"
    folder = "folder"


ByOption = Annotated[By, typer.Option("--by", help="host: of a page's address, else its folder; folder: of its id.")]


def learn(
    inputs: options.Inputs = None,
    by: ByOption = By.host,
    output: options.Output = "",
    least: Least = 3,
    from_: options.From = None,
    field: options.Field = "",
    quiet: options.Quiet = False,
) -> int:
    """Learn the lines that the pages of a site share, and write them as a rule pack that a person can read and edit.

    Each rule says how many pages have its line and where, with examples and near misses from the pages. Numbers,
    months and weekdays in a line may change. Check the pack, take out what you do not like, then use it.

    \b
    Examples:
      parkdocs learn pages/ -o learned.toml
      parkdocs rules check learned.toml
      parkdocs clean --rules learned.toml pages/ -o clean.jsonl
      parkdocs learn --by folder crawl/ --least 10 -o learned.toml
    """
    options.check_field(field, inputs, from_)
    return _run(by.value, output, least, locals())


def _run(by: str, output: str, least: int, given: dict[str, Any]) -> int:
    from parkdocs.cli import flow, told
    from parkdocs.corpus import learn as learning
    from parkdocs.corpus import learn_pack
    from parkdocs.errors import EXIT_FINE, EXIT_SOME_FAILED, DocumentError, NothingReadError
    from parkdocs.sinks import stream

    sites: dict[str, learning.Site] = {}
    asked, failed = flow.call("source", given), 0
    flow.guarded(asked)
    for doc in flow.documents(asked):
        if isinstance(doc, DocumentError):
            told.failure(doc)
            failed += 1
        else:
            learning.put(sites, doc, by)
    if failed and not sites and flow.is_file(output):
        raise NothingReadError(output)
    parts, pages, count = [], 0, 0
    for name in sorted(sites):
        found = learning.learn(sites[name], least)
        if text := learn_pack.rules(sites[name], found):
            parts.append(text)
            pages += len(sites[name].seen)
            count += text.count("\n[[rule]]")
    with stream.open_stream(output) as write:
        write("\n".join([learn_pack.HEAD, *parts]).encode())
    if not given["quiet"]:
        sys.stderr.write(f"{count:,} rules from {pages:,} pages of {len(parts):,} of {len(sites):,} sites\n")
    return EXIT_SOME_FAILED if failed else EXIT_FINE


def register(app: typer.Typer) -> None:
    """Add the verb to the application."""
    app.command("learn")(learn)
