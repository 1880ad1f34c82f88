"""`parkdocs dedup`: duplicates and near-duplicates of a corpus, named, marked or dropped."""

from __future__ import annotations

from typing import Annotated

import typer

from parkdocs.cli import options
from parkdocs.cli.choices import Favor

Similarity = Annotated[
    float, typer.Option("--similarity", min=0.1, max=1.0, metavar="SHARE", help="Least overlap of near-duplicates.")
]
Mark = Annotated[bool, typer.Option("--mark", help="Write the corpus, each copy with a mark, instead of the clusters.")]
Drop = Annotated[bool, typer.Option("--drop", help="Write the corpus without the copies; each is named on stderr.")]
Clusters = Annotated[
    str, typer.Option("--clusters", metavar="FILE", help="With --mark or --drop: write the clusters here.")
]


def dedup(
    inputs: options.Inputs = None,
    output: options.Output = "",
    mark: Mark = False,
    drop: Drop = False,
    clusters: Clusters = "",
    similarity: Similarity = 0.5,
    jobs: options.Jobs = 0,
    rules: options.Rules = None,
    favor: options.FavorOption = Favor.balanced,
    from_: options.From = None,
    field: options.Field = "",
    quiet: options.Quiet = False,
) -> int:
    """Find documents that are the same, nearly the same, or a part of another; the best copy of each is named.

    Clusters are JSON lines: the reason, the best copy (complete before truncated, then the longer, the earlier) and the
    others. A mark is a key `duplicate` in metadata.extra of a record, of the line itself in other people's JSON Lines.
    Editions that their titles number differently are no duplicates. Memory is bounded; the index is on disk (TMPDIR).

    \b
    Examples:
      parkdocs dedup out/corpus.jsonl
      parkdocs dedup out/corpus.jsonl --drop --clusters out/dropped.jsonl -o out/unique.jsonl
      parkdocs dedup theirs.jsonl --field body --mark -o marked.jsonl
    """
    given = locals()
    options.check_field(field, inputs, from_)
    from parkdocs.cli import copies

    return copies.run(given)


def register(app: typer.Typer) -> None:
    """Add the verb to the application."""
    app.command("dedup")(dedup)
