"""One machine: in this process, or in a pool of spawned ones that read and work while this one writes in order."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import chain, islice
from typing import NamedTuple

from parkdocs import pipeline, record, sources
from parkdocs.errors import DocumentError
from parkdocs.model import Document
from parkdocs.pipeline import Settings
from parkdocs.sources import Item, Reading
from parkdocs.tally import Tally

Batch = list[Item | DocumentError]
BATCH, BATCH_BYTES = 32, 200_000
FEW = 64
"""Fewer documents than this are done in this process: starting others would cost more than it saves."""


class Job(NamedTuple):
    """What to do with each document: bring it to ``stage`` and write records, clean text alone, or pieces.

    ``chunk`` is the most characters that a piece may have, 0 for no pieces.
    """

    stage: str
    settings: Settings = Settings()
    field: str = ""
    as_text: bool = False
    reading: Reading = sources.USUAL
    chunk: int = 0


class Result(NamedTuple):
    """One document's output, or the error that it became."""

    id: str
    data: bytes
    tally: Tally
    error: DocumentError | None = None
    size: int = 0  # bytes read for it
    place: tuple[str, int] = ("", 1)  # the file and line that it was read from


def run(items: Iterable[Item | DocumentError], job: Job, jobs: int = 0) -> Iterator[Result]:
    """Yield one result for each item, in order, whatever ``jobs`` is (0: all cores, but few documents stay here)."""
    stream = iter(items)
    if jobs == 0:
        head = list(islice(stream, FEW))
        jobs = 1 if len(head) < FEW else cores()
        stream = chain(head, stream)
    if jobs == 1:
        for item in stream:
            yield _placed(item, job)
    else:
        yield from _pool(stream, job, jobs)


def cores() -> int:
    """Cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def work(item: Item | DocumentError, job: Job) -> Result:
    """Load, advance and print one document.  No exception leaves: one bad document never stops a corpus."""
    if isinstance(item, DocumentError):
        return Result(item.path, b"", Tally(), item)
    try:
        doc = finish(item, job)
        tally = Tally()
        tally.add(doc)
        if not job.chunk:
            doc = doc._replace(raw="")  # a record holds the text and the edits: a long source makes room for it
        return Result(doc.id, _print(doc, job), tally, size=len(item.data or b"") or doc.metadata.bytes)
    except DocumentError as error:
        return Result(item.id, b"", Tally(), error, len(item.data or b""))
    except Exception as error:  # a record that cannot be written
        return Result(item.id, b"", Tally(), _fault(item, error))


def finish(item: Item, job: Job) -> Document:
    """Load a document and bring it to the job's stage; whatever goes wrong is a ``DocumentError`` that names it."""
    try:
        return pipeline.advance(sources.load(item, job.field, job.reading), job.stage, job.settings)
    except DocumentError:
        raise
    except Exception as error:  # a fault of ours; the corpus goes on and the document is named
        raise _fault(item, error) from error


def _fault(item: Item, error: Exception) -> DocumentError:
    why = f"internal error, the document is left out, please report it: {type(error).__name__}: {str(error)[:300]}"
    return DocumentError(item.path, max(item.line, 1), why)


def _print(doc: Document, job: Job) -> bytes:
    if job.chunk:
        from parkdocs import chunks

        return b"".join(record.dumps_chunk(chunks.as_dict(doc, piece)) for piece in chunks.cut(doc, job.chunk))
    if not job.as_text:
        return record.dumps(doc)
    text = doc.text if doc.text.endswith("\n") or not doc.text else doc.text + "\n"
    return text.encode("utf-8", "replace")


def _pool(stream: Iterator[Item | DocumentError], job: Job, jobs: int) -> Iterator[Result]:
    """Batches through a pool, in order; where a worker is killed, its batch is done one by one, each tried twice."""
    from parkdocs.engines import pool

    for batch, results in pool.run(partial(_batch, job), _batches(stream), jobs):
        if not isinstance(results, pool.Killed):
            yield from results
            continue
        for (item,), result in pool.run(partial(_batch, job), ([item] for item in batch), 1, tries=2):
            yield from [work(_killed(item), job)] if isinstance(result, pool.Killed) else result


def _batch(job: Job, batch: Batch) -> list[Result]:
    """The results of a batch's items, in order."""
    return [_placed(item, job) for item in batch]


def _placed(item: Item | DocumentError, job: Job) -> Result:
    return work(item, job)._replace(place=(item.path, max(item.line, 1)))


def _batches(stream: Iterator[Item | DocumentError]) -> Iterator[Batch]:
    """Items in batches of about as much work: few large ones, many small ones."""
    batch, size = Batch(), 0
    for item in stream:
        batch.append(item)
        size += len(item.data or b"") if isinstance(item, Item) else 0
        if len(batch) >= BATCH or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _killed(item: Item | DocumentError) -> DocumentError:
    line = max(item.line, 1)
    why = "the process at work on it was killed twice (out of memory?); it is left out"
    return DocumentError(item.path, line, why)
