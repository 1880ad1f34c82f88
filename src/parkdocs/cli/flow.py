"""What `run`, `clean`, `segment` and `extract` share: inputs in, stage, results out, errors told, summary."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from io import StringIO
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from parkdocs import pipeline, sources
from parkdocs.cli import told
from parkdocs.cli.choices import Favor, Format, HtmlParser
from parkdocs.engines import litter, local
from parkdocs.engines.local import Job, Result
from parkdocs.errors import (
    EXIT_FINE,
    EXIT_SOME_FAILED,
    DocumentError,
    NothingReadError,
    OutputError,
    ParkdocsError,
    UsageError,
)
from parkdocs.model import Document
from parkdocs.pipeline import Settings
from parkdocs.sinks import files, stream
from parkdocs.sources import Item, Reading, guard
from parkdocs.tally import Tally


class Call(NamedTuple):
    """One command line, parsed; the fields are the options that the verbs share."""

    stage: str
    inputs: list[str] | None
    output: str = ""
    rules: list[str] | None = None
    favor: Favor = Favor.balanced
    from_: Format | None = None
    field: str = ""
    jobs: int = 0
    errors: str = ""
    text: bool = False
    quiet: bool = False
    html_parser: HtmlParser = HtmlParser.selectolax
    links: bool = False
    chunk: int = 0
    progress: bool = False


def call(stage: str, given: dict[str, Any]) -> Call:
    """The call of a verb from the arguments it was given; a verb's own options are its own business."""
    return Call(stage, **{name: value for name, value in given.items() if name in Call._fields})


def process(asked: Call) -> int:
    """Run a call and return the exit code: 0, or 3 where some inputs failed."""
    reads = guarded(asked)
    job = job_of(asked)
    pipeline.check_settings(job.settings)
    results = _begun(local.run(items(asked), job, asked.jobs))
    total, failed = Tally(), 0
    with _log(asked) as log, ExitStack() as stack:
        write = _sink(asked, reads, stack)
        for result in _with_progress(results, asked):
            error = result.error or write(result)
            if error:
                failed += 1
                log(error)
            else:
                total.merge(result.tally)
        if failed and not total.documents and is_file(asked.output) and not is_folder(asked.output):
            raise NothingReadError(asked.output)
    if not asked.quiet and (asked.output not in {"", "-"} or sys.stderr.isatty()):
        from parkdocs.cli.summary import show

        show(total, failed, asked.output)
    return EXIT_SOME_FAILED if failed else EXIT_FINE


def _begun(results: Iterator[Result]) -> Iterator[Result]:
    """The same results, the first of them made before an output is opened.

    What it needs is loaded for it; a signal in the middle of that may end the process at once, and would leave a
    half-written file behind (Python 3.11 crashes where one arrives while orjson is loaded).
    """
    first = next(results, None)
    litter.settle()
    return chain(iter([first]), results) if first else results


@contextmanager
def _log(asked: Call) -> Iterator[Callable[[ParkdocsError], None]]:
    """How to tell what failed, also in the file of ``--errors``, which stays where not one document could be read."""
    if not asked.errors:
        yield told.failure
        return
    nothing = None
    with stream.open_stream(asked.errors) as write:

        def log(error: ParkdocsError) -> None:
            told.failure(error)
            write(error_line(error))

        try:
            yield log
        except NothingReadError as error:
            nothing = error
    if nothing:
        raise nothing


def results(asked: Call) -> Iterator[Result]:
    """The results of a call in order, failures among them, for verbs that write something else than records."""
    job = job_of(asked)
    pipeline.check_settings(job.settings)
    return local.run(items(asked), job, asked.jobs)


def for_people(asked: Call, show: Callable[[Document, TextIO], None]) -> int:
    """Show each document instead of writing its record; the exit code."""
    guarded(asked)
    if is_folder(asked.output):
        raise UsageError(f"{asked.output} is a folder; give a file")
    seen = failed = 0
    with _log(asked) as log, stream.open_stream(asked.output) as write:
        for doc in documents(asked):
            if isinstance(doc, DocumentError):
                log(doc)
                failed += 1
            elif asked.output in {"", "-"}:
                show(doc, sys.stdout)
            else:
                page = StringIO()
                show(doc, page)
                write(page.getvalue().encode("utf-8", "replace"))
            seen += 1
        if failed == seen and failed and is_file(asked.output):
            raise NothingReadError(asked.output)
    return EXIT_SOME_FAILED if failed else EXIT_FINE


def documents(asked: Call) -> Iterator[Document | DocumentError]:
    """The documents of a call, brought to its stage one by one in this process, and what failed."""
    job = job_of(asked)
    pipeline.check_settings(job.settings)
    for item in items(asked):
        try:
            if isinstance(item, DocumentError):
                raise item
            yield local.finish(item, job)
        except DocumentError as error:
            yield error


def job_of(asked: Call) -> Job:
    """What an engine is asked to do with each document."""
    settings = Settings(tuple(asked.rules or ()), asked.favor.value)
    reading = Reading(asked.html_parser.value, asked.links)
    return Job(asked.stage, settings, asked.field, asked.text, reading, asked.chunk)


def guarded(asked: Call) -> frozenset[guard.Mark]:
    """The marks of all that is read.  Raises ``UsageError`` where an output would replace some of it."""
    names, packs, folder = asked.inputs or (), asked.rules or (), is_folder(asked.output)
    outputs = [("the errors", asked.errors)]
    if not folder:
        outputs.insert(0, ("the records", asked.output or "-"))
    read = guard.read_by(names, [asked.output, asked.errors], _form(asked))
    guard.check(outputs, {"an input": read, "a rule pack": packs})
    return guard.check_folder(names, asked.output, None, _form(asked), packs) if folder and asked.text else frozenset()


def items(asked: Call) -> Iterator[Item | DocumentError]:
    """What there is to load; what an earlier run wrote beside its sources is no source."""
    found = sources.plan(asked.inputs or [], _form(asked), sys.stdin.buffer)
    outputs = [path for path in (asked.output, asked.errors) if path not in {"", "-"}]
    if not outputs:
        return found
    skipped = guard.earlier(asked.inputs or (), outputs, _form(asked))
    return (item for item in found if isinstance(item, DocumentError) or not skipped(item.path))


def _form(asked: Call) -> str:
    return asked.from_.value if asked.from_ else ""


def is_file(path: str) -> bool:
    """Whether an output is a file that is replaced as a whole: neither standard output nor a device."""
    return path not in {"", "-"} and not files.is_special(Path(path))


def is_folder(path: str) -> bool:
    """Whether an output names a folder: it ends with a slash or is one."""
    return path.endswith("/") or (path not in {"", "-"} and Path(path).is_dir())


def _sink(asked: Call, reads: frozenset[guard.Mark], stack: ExitStack) -> Callable[[Result], ParkdocsError | None]:
    """How to write a result; what it returns is why that document's own file cannot be written."""
    folder = is_folder(asked.output)
    if folder and not asked.text:
        raise UsageError(f"{asked.output} is a folder; give a file such as {asked.output.rstrip('/')}/corpus.jsonl")
    write = None if folder else stack.enter_context(stream.open_stream(asked.output))
    written: set[Path] = set()

    def write_result(result: Result) -> ParkdocsError | None:
        if write:
            write(result.data)
            return None
        try:
            path = own_file(asked.output, result.id, written, reads, result.place)
            with files.whole_file(path) as out:
                out.write(result.data)
        except OutputError as error:
            return error
        return None

    return write_result


def own_file(folder: str, name: str, written: set[Path], reads: frozenset[guard.Mark], at: tuple[str, int]) -> Path:
    """The path of a document's own file.  Raises ``OutputError`` at the place that it was read from for a bad id.

    Bad is one that leaves the folder, that another document of this run has, or whose file is read in this run.
    """
    try:
        path = files.own(Path(folder), name, written)
    except OutputError as error:
        raise OutputError(*at, error.message) from None
    if reads and guard.mark(str(path)) in reads:
        raise OutputError(*at, f"its file would replace {path}, which is read; write into another folder")
    return path


def error_line(error: ParkdocsError) -> bytes:
    """A line of ``--errors``."""
    import json

    line = {"path": error.path, "line": error.line, "message": error.message}
    return json.dumps(line, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def _with_progress(results: Iterator[Result], asked: Call) -> Iterator[Result]:
    """Tell how far it is, where that is asked for; else show a counter on a terminal, and anywhere else stay silent."""
    if asked.progress:
        return _told(results, asked)
    if asked.quiet or not sys.stderr.isatty():
        return results
    from parkdocs.cli.summary import progress

    return progress(results)


def _told(results: Iterator[Result], asked: Call) -> Iterator[Result]:
    from parkdocs.cli.progress import Progress
    from parkdocs.engines import cutting

    known = bool(asked.inputs) and "-" not in (asked.inputs or ())
    files = sources.files(asked.inputs or [], _form(asked)) if known else ()
    line, documents, size, failed = Progress(cutting.total_size(files)), 0, 0, 0
    for result in results:
        documents, size, failed = documents + 1, size + result.size, failed + bool(result.error)
        line.tell(documents, size, failed)
        yield result
    line.tell(documents, size, failed, last=True)
