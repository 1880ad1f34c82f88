"""`parkdocs diff`: two corpora, or a document before and after, side by side or unified."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from parkdocs.cli import options
from parkdocs.cli.choices import Favor

Before = Annotated[
    str, typer.Argument(metavar="A", help="A corpus (JSONL), a document, a folder of documents, or - (a pipe).")
]
After = Annotated[str, typer.Argument(metavar="[B]", help="The other; left out: what cleaning makes of A.")]
Beside = Annotated[bool, typer.Option("--side-by-side", "-y", help="Two columns instead of + and - lines.")]
Context = Annotated[int, typer.Option("--context", "-U", min=0, metavar="N", help="Unchanged lines around changes.")]
Brief = Annotated[bool, typer.Option("--brief", help="Only which documents and fields differ.")]
Ignore = Annotated[list[str] | None, typer.Option("--ignore", metavar="FIELD", help="Such as source; repeatable.")]


def diff(
    before: Before,
    after: After = "",
    side_by_side: Beside = False,
    context: Context = 3,
    brief: Brief = False,
    ignore: Ignore = None,
    rules: options.Rules = None,
    favor: options.FavorOption = Favor.balanced,
    from_: options.From = None,
) -> int:
    """Show what differs: documents by their id, texts line by line, metadata field by field.

    Exit codes, as of diff: 0 no difference, 1 differences, 2 usage, 3 an input cannot be read.

    \b
    Examples:
      parkdocs diff golden.jsonl out/corpus.jsonl
      parkdocs diff page.txt
      parkdocs diff --side-by-side old/page.txt new/page.txt
    """
    from parkdocs.cli import comparing

    settings = comparing.Asked(side_by_side, context, brief, tuple(ignore or ()), tuple(rules or ()), favor.value)
    form = from_.value if from_ else ""
    return comparing.run(before, after, form, settings, sys.stdout)


def register(app: typer.Typer) -> None:
    """Add the verb to the application."""
    app.command("diff")(diff)
