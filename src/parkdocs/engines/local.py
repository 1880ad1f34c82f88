"""One machine: in this process, or in a pool of spawned ones that read and work while this one writes in order."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import chain, islice
from multiprocessing import get_context

from parkdocs import pipeline, record, sources
from parkdocs.errors import DocumentError
from parkdocs.model import Document
from parkdocs.pipeline import Settings
from parkdocs.sources import Item
from parkdocs.tally import Tally

BATCH = 16
FEW = 64
"""Fewer documents than this are done in this process: starting others would cost more than it saves."""


@dataclass(frozen=True, slots=True)
class Job:
    """What to do with each document: bring it to ``stage`` and write records, or clean text alone."""

    stage: str
    settings: Settings = field(default_factory=Settings)
    field: str = ""
    as_text: bool = False
    html_parser: str = "scan"


@dataclass(slots=True)
class Result:
    """One document's output, or the error that it became."""

    id: str
    data: bytes
    tally: Tally
    error: DocumentError | None = None


def run(items: Iterable[Item | DocumentError], job: Job, jobs: int = 0) -> Iterator[Result]:
    """Yield one result for each item, in order, whatever ``jobs`` is (0: all cores, but few documents stay here)."""
    stream = iter(items)
    if jobs == 0:
        head = list(islice(stream, FEW))
        jobs = 1 if len(head) < FEW else os.cpu_count() or 1
        stream = chain(head, stream)
    if jobs == 1:
        for item in stream:
            yield work(item, job)
    else:
        yield from _pool(stream, job, jobs)


def work(item: Item | DocumentError, job: Job) -> Result:
    """Load, advance and print one document.  No exception leaves: one bad document never stops a corpus."""
    if isinstance(item, DocumentError):
        return Result(item.path, b"", Tally(), item)
    try:
        doc = finish(item, job)
        tally = Tally()
        tally.add(doc)
        return Result(doc.id, _print(doc, job), tally)
    except DocumentError as error:
        return Result(item.id, b"", Tally(), error)


def finish(item: Item, job: Job) -> Document:
    """Load a document and bring it to the job's stage; whatever goes wrong is a ``DocumentError`` that names it."""
    try:
        return pipeline.advance(sources.load(item, job.field, job.html_parser), job.stage, job.settings)
    except DocumentError:
        raise
    except Exception as error:  # a fault of ours; the corpus goes on and the document is named
        why = f"internal error, the document is left out, please report it: {type(error).__name__}: {error}"
        raise DocumentError(item.path, max(item.line, 1), why) from error


def _print(doc: Document, job: Job) -> bytes:
    if not job.as_text:
        return record.dumps(doc)
    text = doc.text if doc.text.endswith("\n") or not doc.text else doc.text + "\n"
    return text.encode("utf-8", "replace")


def _batch(items: list[Item | DocumentError], job: Job) -> list[Result]:
    return [work(item, job) for item in items]


def _pool(stream: Iterator[Item | DocumentError], job: Job, jobs: int) -> Iterator[Result]:
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        flying: deque[Future[list[Result]]] = deque()
        try:
            while True:
                while len(flying) < 2 * jobs and (batch := list(islice(stream, BATCH))):
                    flying.append(pool.submit(_batch, batch, job))
                if not flying:
                    return
                yield from flying.popleft().result()
        finally:
            for future in flying:
                future.cancel()
