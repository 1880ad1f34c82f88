"""The work of `parkdocs dedup`: corpus in, clusters out, or the corpus with its copies marked or left out."""

from __future__ import annotations

import sys
import tempfile
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from parkdocs.cli import flow, gating, told
from parkdocs.cli.safe import shown
from parkdocs.corpus import dedup, dedup_marks
from parkdocs.corpus.dedup import EXACT, NEAR, PART, Cluster, Corpus, Options, Source
from parkdocs.engines import local
from parkdocs.engines.local import Job
from parkdocs.errors import EXIT_FINE, EXIT_SOME_FAILED, NothingReadError, ParkdocsError, UsageError
from parkdocs.pipeline import Settings
from parkdocs.sinks import stream
from parkdocs.sources import guard


@dataclass(slots=True)
class Tally:
    """What was found, for the summary."""

    documents: int = 0
    clusters: int = 0
    failed: int = 0
    reasons: dict[str, int] = field(default_factory=dict)

    def count(self, cluster: Cluster) -> None:
        """Count a cluster and its copies."""
        self.clusters += 1
        for copy in cluster.copies:
            self.reasons[copy.reason] = self.reasons.get(copy.reason, 0) + 1

    def tell(self, error: ParkdocsError) -> None:
        """Say what failed."""
        self.failed += 1
        told.failure(error)


def run(given: dict[str, Any]) -> int:
    """Find the duplicates and write what was asked for; the exit code."""
    _check(given)
    tally = Tally()
    with ExitStack() as stack:
        sources = _sources(given, tally, stack)
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="parkdocs-")))
        chosen = Options(similarity=given["similarity"], field=given["field"])
        corpus = stack.enter_context(closing(Corpus(sources, folder, chosen)))
        corpus.read(tally.tell)
        tally.documents = corpus.index.count
        if tally.failed and not tally.documents and flow.is_file(given["output"]):
            raise NothingReadError(given["output"])
        rewriting = given["mark"] or given["drop"]
        where = given["clusters"] if rewriting else given["output"]
        verdicts = stack.enter_context(closing(dedup_marks.Verdicts(corpus.index.count))) if rewriting else None
        write = stack.enter_context(stream.open_stream(where)) if where or not rewriting else None
        for cluster in dedup.clusters(corpus):
            tally.count(cluster)
            if verdicts:
                verdicts.add(cluster)
            if write:
                for part in dedup_marks.described_in_parts(corpus, cluster):
                    write(part)
        if verdicts:
            _rewrite(given, corpus, verdicts, tally)
    if not given["quiet"] or given["drop"]:
        sys.stderr.write(_summary(tally, dropping=given["drop"]))
    return EXIT_SOME_FAILED if tally.failed else EXIT_FINE


def _check(given: dict[str, Any]) -> None:
    """Raise ``UsageError`` for options that make no sense together."""
    if given["mark"] and given["drop"]:
        raise UsageError("--mark keeps the copies and --drop leaves them out; choose one")
    if given["clusters"] and not (given["mark"] or given["drop"]):
        raise UsageError("--clusters goes with --mark or --drop; without them the clusters go to -o")
    rewriting = given["mark"] or given["drop"]
    outputs = [("the corpus" if rewriting else "the clusters", given["output"] or "-")]
    outputs.append(("the clusters", given["clusters"]))
    read = {"an input": guard.read_by(given["inputs"] or (), ()), "a rule pack": given["rules"] or ()}
    guard.check(outputs, read)


def _sources(given: dict[str, Any], tally: Tally, stack: ExitStack) -> list[Source]:
    """The record files; lines from a pipe and what the pipeline makes of documents go into temporary files."""
    files, items, problems = gating.inputs({**given, "schema": ""}, stack)
    for problem in problems:
        tally.tell(problem)
    sources = [Source(file.path, file.name) for file in files]
    if items:
        job = Job("extract", Settings(tuple(given["rules"] or ()), given["favor"].value), given["field"])
        made = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="parkdocs-"))) / "records.jsonl"
        with open(made, "wb") as out:
            for result in local.run(items, job, given["jobs"]):
                if result.error:
                    tally.tell(result.error)
                else:
                    out.write(result.data)
        sources.append(Source(str(made), ""))
    return sources


def _rewrite(given: dict[str, Any], corpus: Corpus, verdicts: dedup_marks.Verdicts, tally: Tally) -> None:
    """Write the corpus with marks, or without the copies, which are named where no file of clusters does it."""
    with stream.open_stream(given["output"]) as write:
        for data in (dedup_marks.kept if given["drop"] else dedup_marks.marked)(corpus, verdicts):
            write(data)
    if given["drop"] and not given["clusters"]:
        for message in dedup_marks.dropped(corpus, verdicts):
            sys.stderr.write(f"{shown(str(message))}\n")


def _summary(tally: Tally, *, dropping: bool) -> str:
    """One line for the log, on standard error."""
    met = [reason for reason in (EXACT, NEAR, PART) if reason in tally.reasons]
    found = ", ".join(f"{tally.reasons[reason]:,} {reason}" for reason in met)
    what = "left out" if dropping else "found"
    copies = f"{_many(sum(tally.reasons.values()), 'copy', 'copies')} {what}"
    failed = f"; {_many(tally.failed, 'line or input', 'lines or inputs')} failed" if tally.failed else ""
    where = f" in {_many(tally.clusters, 'cluster', 'clusters')} ({found})" if found else ""
    return f"{_many(tally.documents, 'document', 'documents')}, {copies}{where}{failed}\n"


def _many(count: int, one: str, more: str) -> str:
    return f"{count:,} {one if count == 1 else more}"
