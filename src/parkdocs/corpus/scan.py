"""Files of records, checked stretch by stretch: in this process, or in others, always with the same result."""

from __future__ import annotations

import os
import signal
from array import array
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import NamedTuple
from zlib import crc32

from parkdocs import record
from parkdocs.corpus import duplicates, similar
from parkdocs.corpus.collect import Collected
from parkdocs.corpus.duplicates import Place, Register, Rows
from parkdocs.corpus.findings import Finding, at_line
from parkdocs.corpus.gate import Gate
from parkdocs.corpus.records import Kit, examine, kit
from parkdocs.errors import DocumentError
from parkdocs.sources import jsonl

STRETCH = 2 << 20
"""Bytes of a file that are read at a time; a line that is longer makes its stretch longer."""
LARGE, PROCESSES = 128 << 20, 2
"""From so many bytes on other processes are worth their start; each takes some 50 MB."""
BUFFER = 1 << 16
BOM, END = b"\xef\xbb\xbf", b"\n"


class Stretch(NamedTuple):
    """Whole lines of a file: its path, as it is opened and as reports name it, and from which byte to which."""

    path: str
    name: str
    start: int
    end: int


@dataclass(slots=True)
class Checked:
    """What one stretch gave; line numbers count from the stretch's own first line."""

    found: Collected
    ids: array[int] = field(default_factory=lambda: array("Q"))
    texts: array[int] = field(default_factory=lambda: array("Q"))
    rows: array[int] = field(default_factory=lambda: array("I"))
    sketches: array[int] = field(default_factory=lambda: array("Q"))
    lines: int = 0
    golden: list[str] = field(default_factory=list)  # ids of the golden corpus that were met


def stretches(path: str, name: str) -> Iterator[Stretch]:
    """A file cut after line ends.  Raises ``DocumentError`` where it cannot be read."""
    try:
        with open(path, "rb") as file:
            size = os.fstat(file.fileno()).st_size
            start = 0
            while start < size:
                file.seek(start + STRETCH)
                file.readline()
                end = min(file.tell(), size)
                yield Stretch(path, name, start, end)
                start = end
    except OSError as error:
        raise DocumentError(name, 1, f"cannot read this file: {error.strerror}; check its permissions") from error


def _lines(stretch: Stretch) -> Iterator[bytes]:
    """The lines of a stretch with their ends, one at a time; a byte order mark is left out."""
    at = stretch.start
    with open(stretch.path, "rb", buffering=BUFFER) as file:
        file.seek(at)
        for line in file:
            yield line if at else line.removeprefix(BOM)
            at += len(line)
            if at >= stretch.end:
                return


def check(stretch: Stretch, gate: Gate) -> Checked:
    """Check the records of one stretch."""
    tools = kit(gate)
    done = Checked(Collected(tools.known, bool(gate.baseline)))
    row = -1
    for row, line in enumerate(_lines(stretch)):
        if line and not line.isspace():
            _check_line(line, row, stretch.name, done, tools)
    done.lines = row + 1
    return done


def _check_line(line: bytes, row: int, name: str, done: Checked, tools: Kit) -> None:
    try:
        values = record.loads(line, name, row + 1)
    except DocumentError:
        _broken(line, row, name, done, tools)
        return
    findings, document, text = examine(values, tools)
    note(done, row, document, text, tools)
    if findings:
        mark = "" if document else f"{crc32(line.removesuffix(END)):08x}"
        done.found.add(at_line(f._replace(key=f.key + mark), name, row + 1, document) for f in findings)


def _broken(line: bytes, row: int, name: str, done: Checked, tools: Kit) -> None:
    """A line that is no JSON object; its end is left out, as it would make a column of a second line."""
    line = line.removesuffix(END)
    try:
        record.loads(line, name, row + 1)
    except DocumentError as error:
        if level := tools.levels.get("record/broken-json"):
            key = f"{crc32(line):08x}"
            done.found.add([Finding("record/broken-json", level, error.message, name, row + 1, key=key)])


def note(done: Checked, row: int, document: str, text: str, tools: Kit) -> None:
    """Put a record's digests down, for what only the whole corpus can tell."""
    done.ids.append(duplicates.id_digest(document) if document else 0)
    done.texts.append(duplicates.text_digest(text))
    done.rows.append(row)
    if tools.gate.near_duplicates:
        done.sketches.extend(similar.sketch(text))
    if tools.golden and document in tools.golden:
        done.golden.append(document)


def put(register: Register, done: Checked, rows: Rows) -> None:
    """Add a stretch's digests to the corpus's."""
    register.stretches.append(rows)
    for name in ("ids", "texts", "rows", "sketches"):
        getattr(register, name).extend(getattr(done, name))


def reread(stretch: Stretch, first_line: int, field_name: str, rows: Sequence[int]) -> Iterator[Place]:
    """Records of a stretch once more, to compare them."""
    wanted = set(rows)
    for row, line in enumerate(_lines(stretch)):
        if row not in wanted:
            continue
        values = record.loads(line)
        value = values.get(jsonl.text_field(values, field_name))
        text = value if isinstance(value, str) else ""
        yield Place(stretch.name, first_line + row, str(values.get("id", "")), duplicates.text_mark(text), text)


def run(all_stretches: Iterable[Stretch], gate: Gate, jobs: int) -> Iterator[tuple[Stretch, Checked]]:
    """Check stretches and yield them in order, whatever the number of processes (1: this one alone)."""
    stream = iter(all_stretches)
    if jobs == 1:
        for stretch in stream:
            yield stretch, check(stretch, gate)
        return
    kit(gate)  # what is wrong with the settings is told here, once
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_start) as pool:
        flying: deque[tuple[Stretch, Future[Checked]]] = deque()
        try:
            while True:
                for stretch in islice(stream, 2 * jobs - len(flying)):
                    flying.append((stretch, pool.submit(check, stretch, gate)))
                if not flying:
                    return
                stretch, future = flying.popleft()
                yield stretch, future.result()
        except BrokenProcessPool as error:
            why = "a process at work on it was killed (out of memory?); try --jobs 1"
            raise DocumentError(stretch.name, 1, why) from error
        finally:
            pool.shutdown(cancel_futures=True)


def _start() -> None:
    """In a worker: an interrupt is the parent's business, and its end is this process's end too."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent:
        Thread(target=lambda: (wait([parent.sentinel]), os._exit(1)), daemon=True).start()


def reader(stretch: Stretch, first_record: int, first_line: int, field_name: str) -> Rows:
    """How the register gets at a stretch's records again."""
    return Rows(first_record, partial(reread, stretch, first_line, field_name))
