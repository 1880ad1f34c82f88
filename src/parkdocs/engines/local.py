"""One machine: in this process, or in a pool of spawned ones that read and work while this one writes in order."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread

from parkdocs import pipeline, record, sources
from parkdocs.errors import DocumentError
from parkdocs.model import Document
from parkdocs.pipeline import Settings
from parkdocs.sources import Item
from parkdocs.tally import Tally

Batch = list[Item | DocumentError]
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


def _batch(items: Batch, job: Job) -> list[Result]:
    return [work(item, job) for item in items]


def _pool(stream: Iterator[Item | DocumentError], job: Job, jobs: int) -> Iterator[Result]:
    """Batches through a pool, in order; where a worker is killed, the batch waited for is done one by one."""
    pool = _workers(jobs)
    flying: deque[tuple[Batch, Future[list[Result]]]] = deque()
    try:
        while True:
            while len(flying) < 2 * jobs and (batch := list(islice(stream, BATCH))):
                flying.append((batch, _send(pool, batch, job)))
            if not flying:
                return
            batch, future = flying.popleft()
            try:
                results = future.result()
            except BrokenProcessPool:
                pool.shutdown()
                results = _one_by_one(batch, job)
                pool = _workers(jobs)
                flying = deque((batch, _send(pool, batch, job)) for batch, _ in flying)
            yield from results
    finally:
        pool.shutdown(cancel_futures=True)


def _send(pool: ProcessPoolExecutor, batch: Batch, job: Job) -> Future[list[Result]]:
    """The results to come, or the failure to come where the pool is broken already."""
    try:
        return pool.submit(_batch, batch, job)
    except BrokenProcessPool as broken:
        failed: Future[list[Result]] = Future()
        failed.set_exception(broken)
        return failed


def _one_by_one(batch: Batch, job: Job) -> list[Result]:
    """Each document alone in a process; the one that brings its process down is an error, and the others are done."""
    results, pool = list[Result](), _workers(1)
    for item in batch:
        try:
            results += _send(pool, [item], job).result()
        except BrokenProcessPool:
            pool.shutdown()
            pool = _workers(1)
            results.append(work(_killed(item), job))
    pool.shutdown()
    return results


def _killed(item: Item | DocumentError) -> DocumentError:
    line = max(item.line, 1)
    return DocumentError(item.path, line, "the process at work on it was killed (out of memory?); it is left out")


def _workers(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_end_with_parent)


def _end_with_parent() -> None:
    """In a worker: end when the process that started it is gone, even if it was killed and could not say so."""
    parent = parent_process()
    if parent:
        Thread(target=lambda: (wait([parent.sentinel]), os._exit(1)), daemon=True).start()
