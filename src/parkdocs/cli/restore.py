"""`parkdocs restore`: the sources back from the records."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import Annotated

import typer

from parkdocs import sources
from parkdocs.errors import EXIT_FINE, EXIT_SOME_FAILED, DocumentError, OutputError
from parkdocs.model import Document
from parkdocs.sinks import files
from parkdocs.sources import encoding


def restore(
    records: Annotated[list[str] | None, typer.Argument(metavar="[RECORDS]...", help="JSONL files of records.")] = None,
    output: Annotated[str, typer.Option("-o", "--output", metavar="DIR", help="The folder to write into.")] = "back",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No summary.")] = False,
) -> int:
    """Write each record's source below DIR, byte for byte where decoding it lost nothing.

    The bytes are checked against the record's sha256; a source that differs (bytes that were no text, or an HTML
    page, of which a record keeps the text layer) is written all the same and named.

    \b
    Example:
      parkdocs restore out/corpus.jsonl -o back/
    """
    exact = differ = failed = 0
    for item in sources.plan(records or [], "jsonl", sys.stdin.buffer):
        try:
            if isinstance(item, DocumentError):
                raise item
            same = _write(sources.load(item), Path(output), item.path, max(item.line, 1))
            exact, differ = exact + same, differ + (not same)
        except (DocumentError, OutputError) as error:
            sys.stderr.write(f"{error}\n")
            failed += 1
    if not quiet:
        sys.stderr.write(f"{exact} restored byte for byte, {differ} as text only, {failed} failed; in {output}\n")
    return EXIT_SOME_FAILED if failed else EXIT_FINE


def _write(doc: Document, root: Path, path: str, line: int) -> bool:
    """Write one source; whether its bytes are the ones that were read."""
    if doc.stage == "source":
        raise DocumentError(path, line, "not a parkdocs record, nothing to restore")
    html = doc.metadata.format == "html"
    data = encoding.encode(doc.raw, doc.metadata.encoding if not html else "utf-8")
    same = hashlib.sha256(data).hexdigest() == doc.metadata.sha256
    if not same:
        what = "an HTML page's text layer" if html else "some bytes were no text when it was read"
        sys.stderr.write(f"{path}:{line}: {doc.id} differs from what was read: {what}\n")
    with files.whole_file(files.inside(root, doc.id + ".txt" * html)) as out:
        out.write(data)
    return same


def register(app: typer.Typer) -> None:
    """Add the verb to the application."""
    app.command("restore")(restore)
