"""One shard from its inputs to its file: the same function for every engine, and done twice it does no harm.

Its file appears whole, then its receipt does; what has a receipt is done.  While it is at work it keeps note of the
document it is at, so that the next attempt knows what the last one died of.
"""

from __future__ import annotations

import hashlib
import json
import os
import struct
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import IO, Any

from parkdocs import sources
from parkdocs.engines import local
from parkdocs.engines.cutting import Shard, items
from parkdocs.engines.local import Job
from parkdocs.errors import DocumentError
from parkdocs.sinks import folder
from parkdocs.sources import Item, compressed, remote
from parkdocs.tally import Tally

STATE = ".run"
"""The folder within the output that holds the plan and the receipts while a run is not finished."""
NOTE = struct.Struct("<QQQ")
QUARANTINE, HOPELESS = 2, 5
"""Deaths at one document after which it is left out; and, where it cannot even be read, the rest of its shard."""


@dataclass(frozen=True, slots=True)
class Task:
    """What to do with each shard, and where to: ``packing`` is ``gzip``, ``zstd`` or ""."""

    job: Job
    output: str
    packing: str = ""
    run: str = ""  # names the run where its notes cannot stand beside its receipts

    def __call__(self, shard: Shard) -> dict[str, Any]:
        """The receipt of the shard, whose file is written."""
        return work(shard, self)


def file_name(number: int, packing: str) -> str:
    """The name of a shard's file.

    >>> file_name(3, "gzip")
    'part-000003.jsonl.gz'
    """
    return f"part-{number:06}.jsonl" + {"gzip": ".gz", "zstd": ".zst"}.get(packing, "")


def receipt_name(number: int) -> str:
    """The name of a shard's receipt within the state."""
    return f"part-{number:06}.json"


def state(output: str) -> str:
    """The state's folder of an output."""
    return f"{output.rstrip('/')}/{STATE}"


def notes_folder(task: Task) -> Path:
    """Where notes stand: beside the receipts, or on this machine where those are elsewhere."""
    if remote.is_remote(task.output):
        return Path(tempfile.gettempdir(), f"parkdocs-{task.run}")
    return Path(state(task.output))


def work(shard: Shard, task: Task) -> dict[str, Any]:
    """Read, process and write one shard; its receipt, which is written too."""
    name = file_name(shard.number, task.packing)
    total, errors, read = Tally(), list[DocumentError](), _Read()
    with _notes(notes_folder(task), shard.number) as (note, died), folder.whole(task.output, name) as raw:
        note(0, 0, 0)
        out = _Hashed(raw)
        with compressed.writer(out, task.packing) as packed:  # type: ignore[arg-type]
            for k, item in enumerate(_surviving(shard, died)):
                result = local.work(_loaded(item, k, died, read), task.job)
                packed.write(result.data)
                total.merge(result.tally)
                if result.error:
                    errors.append(result.error)
                note(k + 1, read.bytes, len(errors))
    receipt = {
        "shard": shard.number,
        "key": shard.key,
        "next": list(shard.next),
        "file": {"name": name, "bytes": out.bytes, "sha256": out.hash.hexdigest()},
        "input": read.as_dict(),
        "tally": total.as_dict(),
        "errors": [{"path": e.path, "line": e.line, "message": e.message} for e in errors],
    }
    with folder.whole(state(task.output), receipt_name(shard.number)) as out_receipt:
        out_receipt.write(json.dumps(receipt).encode())
    _forget(notes_folder(task), shard.number)
    return receipt


def look(shard: Shard) -> dict[str, Any]:
    """What reading a shard's inputs gives, as its receipt says it, without processing them."""
    read = _Read()
    for item in items(shard):
        _loaded(item, 0, [], read)
    return read.as_dict()


def _loaded(item: Item | DocumentError, k: int, died: list[int], read: _Read) -> Item | DocumentError:
    """The item with its bytes, which are counted; an error where it has none or is in quarantine."""
    read.name(item)
    if isinstance(item, DocumentError):
        return item
    if died.count(k) >= QUARANTINE:
        return _killer(item)
    try:
        item = item._replace(data=sources.content(item))
    except DocumentError as error:
        return error
    read.add(item)
    return item


def _surviving(shard: Shard, died: list[int]) -> Iterator[Item | DocumentError]:
    """The items; where reading one kills again and again, an error in place of it and of all after it."""
    hopeless = next((k for k in sorted(set(died)) if died.count(k) >= HOPELESS), -1)
    stream, last = items(shard), DocumentError(file_name(shard.number, ""), 1, "")
    for k in count():
        if k == hopeless:
            why = f"reading what comes next killed the process {HOPELESS} times; the rest of this shard is left out"
            yield DocumentError(last.path, max(last.line, 1), why)
            return
        item = next(stream, None)
        if item is None:
            return
        yield item
        last = DocumentError(item.path, item.line, "")


def _killer(item: Item) -> DocumentError:
    why = "the process at work on it was killed twice (out of memory?); it is left out"
    return DocumentError(item.path, max(item.line, 1), why)


class _Read:
    """What was read: first and last document, bytes, their hash, and the hash of all ids."""

    def __init__(self) -> None:
        self.bytes, self.hash, self.first, self.last = 0, hashlib.sha256(), "", ""
        self.ids = hashlib.sha256()

    def add(self, item: Item) -> None:
        data = item.data or b""
        self.hash.update(data)
        self.bytes += len(data)
        self.first, self.last = self.first or item.id, item.id

    def name(self, item: Item | DocumentError) -> None:
        """Count a document among the inputs, whether it can be read or not."""
        self.ids.update(f"{item.path if isinstance(item, DocumentError) else item.id}\n".encode("utf-8", "replace"))

    def as_dict(self) -> dict[str, Any]:
        """All of it, for the manifest."""
        hashes = {"sha256": self.hash.hexdigest(), "ids_sha256": self.ids.hexdigest()}
        return {"first": self.first, "last": self.last, "bytes": self.bytes, **hashes}


class _Hashed:
    """A file being written, with its length and hash."""

    def __init__(self, out: IO[bytes]) -> None:
        self.out, self.bytes, self.hash = out, 0, hashlib.sha256()

    def write(self, data: bytes) -> int:
        self.hash.update(data)
        self.bytes += len(data)
        return self.out.write(data)

    def flush(self) -> None:
        self.out.flush()


@contextmanager
def _notes(where: Path, number: int) -> Iterator[tuple[Any, list[int]]]:
    """A function that notes the document at work, and the documents that earlier attempts died at."""
    where.mkdir(parents=True, exist_ok=True)
    at, deaths = where / f"{number}.at", where / f"{number}.died"
    if len(last := at.read_bytes() if at.exists() else b"") == NOTE.size:
        with open(deaths, "a", encoding="ascii") as log:
            log.write(f"{NOTE.unpack(last)[0]}\n")
    died = [int(k) for k in deaths.read_text("ascii").split()] if deaths.exists() else []
    file = os.open(at, os.O_WRONLY | os.O_CREAT, 0o666)
    try:
        yield lambda *values: os.pwrite(file, NOTE.pack(*values), 0), died
    finally:
        os.close(file)


def _forget(where: Path, number: int) -> None:
    for ending in ("at", "died"):
        (where / f"{number}.{ending}").unlink(missing_ok=True)


def progress(where: Path, number: int) -> tuple[int, int, int]:
    """Documents, bytes and errors of a shard at work, by its note; zeros without one."""
    try:
        data = (where / f"{number}.at").read_bytes()
    except OSError:
        return 0, 0, 0
    documents, size, failed = NOTE.unpack(data) if len(data) == NOTE.size else (0, 0, 0)
    return documents, size, failed
