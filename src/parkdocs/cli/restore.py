"""`parkdocs restore`: the sources back from the records."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from typing import Annotated

import typer

from parkdocs import sources
from parkdocs.cli import flow, told
from parkdocs.cli.safe import shown
from parkdocs.errors import EXIT_FINE, EXIT_SOME_FAILED, DocumentError, OutputError
from parkdocs.model import Document
from parkdocs.sinks import files
from parkdocs.sources import Item, encoding, guard

LAYERS = {"html": "an HTML page's text layer", "pdf": "a PDF's text layer"}
"""What a record keeps of formats whose bytes are not their text."""

Records = Annotated[
    list[str] | None,
    typer.Argument(metavar="[RECORDS]...", help="JSONL files of records, or - for standard input (also when none)."),
]


def restore(
    records: Records = None,
    output: Annotated[str, typer.Option("-o", "--output", metavar="DIR", help="The folder to write into.")] = "back",
    force: Annotated[bool, typer.Option("--force", help="Replace files that hold something else.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No summary.")] = False,
) -> int:
    """Write each record's source below DIR, byte for byte where decoding it lost nothing.

    The bytes are checked against the record's sha256; a source that differs (bytes that were no text, or an HTML
    page, of which a record keeps the text layer) is written all the same and named. A record that was changed since is
    named, and nothing is written of it. A file that is there already with other bytes is left alone and named, unless
    --force is given; a file of records that is being read always is.

    \b
    Example:
      parkdocs restore out/corpus.jsonl -o back/
    """
    exact = differ = failed = 0
    names, written = records or [], set[Path]()
    reads = guard.marks(guard.read_by(names, [output]))
    skipped = guard.earlier(names, [output])
    for item in sources.plan(names, "jsonl", sys.stdin.buffer):
        try:
            if isinstance(item, DocumentError):
                raise item
            if skipped(item.path):
                continue
            doc = sources.load(item)
            data, name = _source(doc, item)
            at = item.path, max(item.line, 1)
            _write(data, flow.own_file(output, name, written, reads, at), force, at)
            same = _same(doc, data, item)
            exact, differ = exact + same, differ + (not same)
        except (DocumentError, OutputError) as error:
            told.failure(error)
            failed += 1
    if not quiet:
        counts = f"{exact} restored byte for byte, {differ} as text only, {failed} failed"
        sys.stderr.write(f"{counts}; in {shown(output)}\n")
    return EXIT_SOME_FAILED if failed else EXIT_FINE


def _write(data: bytes, path: Path, force: bool, at: tuple[str, int]) -> None:
    """Write a source; what somebody may have changed since stays, unless ``force`` is given."""
    if not force and path.is_file():
        if _holds(path, data):
            return
        raise OutputError(*at, f"{path} is there with other bytes, and stays; --force replaces it")
    with files.whole_file(path) as out:
        out.write(data)


def _holds(path: Path, data: bytes) -> bool:
    """Whether a file holds these bytes; one that cannot be read is taken for another."""
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


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
