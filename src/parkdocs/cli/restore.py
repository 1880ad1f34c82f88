"""`parkdocs restore`: the sources back from the records."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import Annotated

import typer

from parkdocs import sources
from parkdocs.cli.safe import shown
from parkdocs.errors import EXIT_FINE, EXIT_SOME_FAILED, DocumentError, OutputError
from parkdocs.model import Document
from parkdocs.sinks import files
from parkdocs.sources import Item, encoding

LAYERS = {"html": "an HTML page's text layer", "pdf": "a PDF's text layer"}
"""What a record keeps of formats whose bytes are not their text."""

Records = Annotated[
    list[str] | None,
    typer.Argument(metavar="[RECORDS]...", help="JSONL files of records, or - for standard input (also when none)."),
]


def restore(
    records: Records = None,
    output: Annotated[str, typer.Option("-o", "--output", metavar="DIR", help="The folder to write into.")] = "back",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No summary.")] = False,
) -> int:
    """Write each record's source below DIR, byte for byte where decoding it lost nothing.

    The bytes are checked against the record's sha256; a source that differs (bytes that were no text, or an HTML
    page, of which a record keeps the text layer) is written all the same and named. A record that was changed since is
    named, and nothing is written of it.

    \b
    Example:
      parkdocs restore out/corpus.jsonl -o back/
    """
    exact = differ = failed = 0
    written: set[Path] = set()
    for item in sources.plan(records or [], "jsonl", sys.stdin.buffer):
        try:
            if isinstance(item, DocumentError):
                raise item
            doc = sources.load(item)
            data, name = _source(doc, item)
            with files.whole_file(files.once(files.inside(Path(output), name), written)) as out:
                out.write(data)
            same = _same(doc, data, item)
            exact, differ = exact + same, differ + (not same)
        except (DocumentError, OutputError) as error:
            sys.stderr.write(f"{shown(str(error))}\n")
            failed += 1
    if not quiet:
        sys.stderr.write(
            f"{exact} restored byte for byte, {differ} as text only, {failed} failed; in {shown(output)}\n"
        )
    return EXIT_SOME_FAILED if failed else EXIT_FINE


def _source(doc: Document, item: Item) -> tuple[bytes, str]:
    """The bytes of a record's source, and the name of the file they go into."""
    if doc.stage == "source":
        raise DocumentError(item.path, max(item.line, 1), "not a parkdocs record, nothing to restore")
    if doc.metadata.format in LAYERS:
        return encoding.encode(doc.raw, "utf-8"), doc.id + ".txt"
    data = encoding.encode(doc.raw, doc.metadata.encoding)
    if not (_is_read(doc, data) or any(e.field == "encoding" for e in doc.metadata.evidence)):
        why = f"{doc.id} is not what was read: another sha256, and no byte was replaced; the record was changed"
        raise DocumentError(item.path, max(item.line, 1), why)
    return data, doc.id


def _is_read(doc: Document, data: bytes) -> bool:
    """Whether the bytes are the ones that were read; a record without ``sha256`` cannot say, and is believed."""
    return doc.metadata.sha256 in {"", hashlib.sha256(data).hexdigest()}


def _same(doc: Document, data: bytes, item: Item) -> bool:
    """Whether the bytes are the ones that were read; a difference is told."""
    if _is_read(doc, data):
        return True
    what = LAYERS.get(doc.metadata.format, "some bytes were no text when it was read")
    sys.stderr.write(shown(f"{item.path}:{max(item.line, 1)}: {doc.id} differs from what was read: {what}") + "\n")
    return False


def register(app: typer.Typer) -> None:
    """Add the verb to the application."""
    app.command("restore")(restore)
