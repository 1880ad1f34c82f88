"""A whole corpus through the gate: records stretch by stretch, raw documents one by one, then what spans them all."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from parkdocs import record
from parkdocs.corpus import duplicates, scan
from parkdocs.corpus.collect import Collected
from parkdocs.corpus.duplicates import Place, Register, Rows
from parkdocs.corpus.findings import Finding, at_line, in_document
from parkdocs.corpus.gate import Gate
from parkdocs.corpus.records import Kit, examine, fresh_kit
from parkdocs.errors import DocumentError
from parkdocs.lines import clean_lines


class RecordFile(NamedTuple):
    """A file of JSON Lines: where to read it, and how to name it."""

    path: str
    name: str


class RawDocument(NamedTuple):
    """A document that the pipeline has just made a record of; ``name`` is the file it came from."""

    name: str
    data: bytes


@dataclass(slots=True)
class Outcome:
    """What came of a run: the findings, what was looked at, and the inputs that could not be."""

    found: Collected
    records: int = 0
    documents: int = 0
    golden: set[str] = field(default_factory=set)
    failures: list[DocumentError] = field(default_factory=list)
    stale: int = 0  # fingerprints of the baseline that nothing has any more


def validate(
    files: Sequence[RecordFile],
    documents: Iterable[RawDocument | DocumentError],
    gate: Gate,
    jobs: int = 0,
    failed: Callable[[DocumentError], None] = lambda error: None,
) -> Outcome:
    """Check record files and raw documents; ``failed`` hears of each input that cannot be read, at once.

    ``jobs`` is the number of processes for the record files, 0 for two where it pays: memory is bounded.
    """
    tools = fresh_kit(gate)
    outcome = Outcome(Collected(tools.known, bool(gate.baseline)))
    register = Register()

    def fail(error: DocumentError) -> None:
        outcome.failures.append(error)
        failed(error)

    size = sum(os.path.getsize(file.path) for file in files if os.path.exists(file.path))
    jobs = jobs or (min(os.cpu_count() or 1, scan.PROCESSES) if size >= scan.LARGE else 1)
    _files(files, gate, jobs, outcome, register, fail)
    _documents(documents, tools, outcome, register, fail)
    outcome.found.add(duplicates.find(register, tools.levels, gate.similarity))
    outcome.found.add(_against(tools, outcome.golden))
    outcome.stale = len(tools.known - {mark for _, mark in outcome.found.marks})
    return outcome


def _files(
    files: Sequence[RecordFile],
    gate: Gate,
    jobs: int,
    outcome: Outcome,
    register: Register,
    fail: Callable[[DocumentError], None],
) -> None:
    def all_stretches() -> Iterator[scan.Stretch]:
        for file in files:
            try:
                yield from scan.stretches(file.path, file.name)
            except DocumentError as error:
                fail(error)

    path, before = "", 0
    for stretch, done in scan.run(all_stretches(), gate, jobs):
        before = before if stretch.path == path else 0
        path = stretch.path
        done.found.kept = [f._replace(line=f.line + before) for f in done.found.kept]
        scan.put(register, done, scan.reader(stretch, len(register.rows), before + 1, gate.field))
        outcome.found.merge(done.found)
        outcome.golden.update(done.golden)
        outcome.records += len(done.rows)
        before += done.lines


def _documents(
    documents: Iterable[RawDocument | DocumentError],
    tools: Kit,
    outcome: Outcome,
    register: Register,
    fail: Callable[[DocumentError], None],
) -> None:
    for item in documents:
        if isinstance(item, DocumentError):
            fail(item)
            continue
        values = record.loads(item.data)
        findings, document, text = examine(values, tools)
        done = scan.Checked(outcome.found)
        scan.note(done, 0, document, text, tools)
        kept = text if tools.gate.near_duplicates else ""
        place = Place(item.name, 1, document, duplicates.text_mark(text), kept)
        scan.put(register, done, Rows(len(register.rows), partial(_only, place)))
        outcome.golden.update(done.golden)
        outcome.documents += 1
        if findings:
            outcome.found.add(_in_document(findings, item, document))


def _only(place: Place, rows: Sequence[int]) -> Iterator[Place]:
    """A raw document is one row."""
    yield place


def _in_document(findings: list[Finding], item: RawDocument, document: str) -> Iterator[Finding]:
    """Findings at lines of the source, which a pipeline's record knows."""
    doc = record.from_dict(record.loads(item.data), item.name)
    numbers = tuple(line.number for line in clean_lines(doc))
    sources = doc.raw.split("\n")
    for finding in findings:
        placed = in_document(finding, item.name, document, numbers)
        if finding.of == "source" and 0 < finding.line <= len(sources):
            placed = placed._replace(text=sources[finding.line - 1])
        yield placed


def _against(tools: Kit, met: set[str]) -> Iterator[Finding]:
    """Golden documents that the corpus does not have."""
    level = tools.levels.get("corpus/missing-document", "")
    for document in tools.golden if level else ():
        if document not in met:
            missing = Finding("corpus/missing-document", level, f"the golden document {document[:200]!r} is not there")
            yield at_line(missing, tools.gate.against, 1, document)
