"""What `parkdocs run -o DIR/` does: shards by many workers, a manifest, and going on after a kill."""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from parkdocs import pipeline, tally
from parkdocs.cli import flow, told
from parkdocs.cli.flow import Call, error_line, job_of
from parkdocs.cli.progress import Progress
from parkdocs.engines import cutting, local, planned, pool, sharded
from parkdocs.engines.cutting import Shard
from parkdocs.engines.planned import Plan
from parkdocs.engines.shard import Task, notes_folder, progress
from parkdocs.engines.sharded import Receipt
from parkdocs.errors import EXIT_FINE, EXIT_SOME_FAILED, DocumentError, NothingReadError, UsageError
from parkdocs.sinks import folder, stream
from parkdocs.sources import guard

TRIES = 1_000_000
"""Times that a shard is begun: each document in it may kill twice, and the shard says itself when it gives up."""
WINDOW = 10_000


@dataclass(frozen=True, slots=True)
class Folder:
    """The options of a run into a folder."""

    resume: bool = False
    progress: bool = False
    engine: str = "local"
    address: str = ""
    compress: str = ""
    megabytes: float = 16.0


def run(given: dict[str, Any]) -> int:
    """Do what `parkdocs run` was asked, into a folder or as every other verb does; the exit code."""
    asked, packing, engine = flow.call("extract", given), given["compress"], given["engine"].value
    if not flow.is_folder(asked.output):
        if given["resume"] or packing or engine != "local":
            raise UsageError("--resume, --compress and --engine need a folder, such as -o out/")
        return flow.process(asked)
    how = Folder(given["resume"], asked.progress, engine, given["address"], packing or "", given["shard_size"])
    return process(asked, how)


def process(asked: Call, how: Folder) -> int:
    """Run a call into a folder and return the exit code: 0, or 3 where some inputs failed."""
    plan = _plan(asked, how)
    if how.engine == "ray":
        from parkdocs.engines import ray as cluster

        cluster.connected(how.address)
    if not sharded.any_input(plan):
        return _nothing(asked, plan)
    with folder.alone(plan.task.output):
        return _ended(asked, _finished(asked, how, plan))


def _finished(asked: Call, how: Folder, plan: Plan) -> dict[str, Any]:
    """Do what is not done yet of a plan; the manifest."""
    done = sharded.start(plan, how.resume)
    if done is None:
        return planned.read_manifest(plan.task.output)
    watch = _Watch(plan, done) if how.progress else None
    with closing(sharded.run(plan, done, _engine(asked, how, watch))) as receipts:
        manifest = sharded.finish(plan, _told(receipts, watch))
    if watch:
        watch.tick(last=True)
    return manifest


def _plan(asked: Call, how: Folder) -> Plan:
    """The plan of a call.  Raises ``UsageError`` for what makes no sense, before anything is written."""
    inputs = tuple(dict.fromkeys(asked.inputs or ["-"]))
    if "-" in inputs:
        raise UsageError("standard input cannot be cut into shards; give files, or -o FILE")
    job = job_of(asked)
    pipeline.check_settings(job.settings)
    flow.guarded(asked)
    run = hashlib.sha256(f"{asked.output}\0{inputs}".encode("utf-8", "replace")).hexdigest()[:16]
    task = Task(job, asked.output.rstrip("/") or "/", how.compress, run)
    guard.check_folder(inputs, task.output, lambda name: sharded.is_own(name, task.output))
    if asked.errors and sharded.is_own(asked.errors, task.output):
        raise UsageError(f"{asked.errors} is a file of the run itself; write the errors somewhere else")
    return Plan(task, inputs, asked.from_.value if asked.from_ else "", max(int(how.megabytes * 1e6), 1))


def _nothing(asked: Call, plan: Plan) -> int:
    """Not one input is there: each is named, and the folder is left as it is."""
    errors = [error for error in sharded.inputs(plan) if isinstance(error, DocumentError)]
    _list(asked, errors)
    for error in [*errors, NothingReadError(asked.output)]:
        told.failure(error)
    return EXIT_SOME_FAILED


def _told(receipts: Iterable[tuple[Receipt, bool]], watch: _Watch | None) -> Iterator[Receipt]:
    """The receipts; the errors of new ones are told."""
    for receipt, new in receipts:
        if new:
            for error in receipt["errors"]:
                told.failure(DocumentError(**error))
            if watch:
                watch.add(receipt)
        yield receipt


def _ended(asked: Call, manifest: dict[str, Any]) -> int:
    failed = manifest["counts"].pop("failed")
    _list(asked, (DocumentError(**error) for error in sharded.read_errors(asked.output, failed)))
    if not asked.quiet:
        from parkdocs.cli.summary import show

        show(tally.from_dict(manifest["counts"]), failed, asked.output)
    return EXIT_SOME_FAILED if failed else EXIT_FINE


def _list(asked: Call, errors: Iterable[DocumentError]) -> None:
    """Write the file of ``--errors`` where it is asked for."""
    if asked.errors:
        with stream.open_stream(asked.errors) as log:
            for error in errors:
                log(error_line(error))


def _engine(asked: Call, how: Folder, watch: _Watch | None) -> sharded.Engine:
    def engine(task: Task, shards: Iterable[Shard]) -> Generator[tuple[Shard, Receipt], None, None]:
        watched = watch.started(shards) if watch else shards
        tick = watch.tick if watch else lambda: None
        if how.engine == "ray":
            from parkdocs.engines import ray as cluster

            return cluster.run(task, watched, asked.jobs, how.address, tick)
        return pool.run(task, watched, asked.jobs or local.cores(), TRIES, WINDOW, tick)

    return engine


class _Watch:
    """What ``--progress`` knows: shards that are done, and of those at work what their notes say."""

    def __init__(self, plan: Plan, done: dict[int, Receipt]) -> None:
        self.at, self.where = set[int](), notes_folder(plan.task)
        self.documents, self.size, self.failed = 0, 0, 0
        for receipt in done.values():
            self.add(receipt)
        total = cutting.total_size(sharded.inputs(plan))
        self.line = Progress(total, self.size)

    def started(self, shards: Iterable[Shard]) -> Iterator[Shard]:
        for shard in shards:
            self.at.add(shard.number)
            yield shard

    def add(self, receipt: Receipt) -> None:
        self.at.discard(receipt["shard"])
        self.documents += receipt["tally"]["documents"]
        self.size += receipt["input"]["bytes"]
        self.failed += len(receipt["errors"])

    def tick(self, last: bool = False) -> None:
        notes = [progress(self.where, number) for number in sorted(self.at)]
        documents, size, failed = (sum(column) for column in zip((0, 0, 0), *notes, strict=True))
        self.line.tell(self.documents + documents, self.size + size, self.failed + failed, last)
