"""What `run`, `clean`, `segment` and `extract` share: inputs in, stage, results out, errors told, summary."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, NamedTuple

from parkdocs import pipeline, sources
from parkdocs.cli.choices import Favor, Format, HtmlParser
from parkdocs.cli.safe import shown
from parkdocs.engines import local
from parkdocs.engines.local import Job, Result
from parkdocs.errors import EXIT_FINE, EXIT_SOME_FAILED, DocumentError, OutputError, ParkdocsError, UsageError
from parkdocs.model import Document
from parkdocs.pipeline import Settings
from parkdocs.sinks import files, stream
from parkdocs.sources import Item, Reading
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
    if asked.errors and asked.errors == asked.output:
        raise UsageError(f"{asked.errors} cannot take both the records and the errors")
    job = job_of(asked)
    pipeline.check_settings(job.settings)
    results = local.run(_items(asked), job, asked.jobs)
    total, failed = Tally(), 0
    with ExitStack() as stack:
        log = stack.enter_context(stream.open_stream(asked.errors)) if asked.errors else None
        write = _sink(asked, stack)
        for result in _with_progress(results, asked):
            gc.set_threshold(700)  # as usual: what is loaded is loaded, and a long run shall not pile up garbage
            error = result.error or write(result)
            if error:
                failed += 1
                sys.stderr.write(f"{shown(str(error))}\n")
                if log:
                    log(error_line(error))
            else:
                total.merge(result.tally)
    if not asked.quiet and (asked.output not in {"", "-"} or sys.stderr.isatty()):
        from parkdocs.cli.summary import show

        show(total, failed, asked.output)
    return EXIT_SOME_FAILED if failed else EXIT_FINE


def results(asked: Call) -> Iterator[Result]:
    """The results of a call in order, failures among them, for verbs that write something else than records."""
    job = job_of(asked)
    pipeline.check_settings(job.settings)
    return local.run(_items(asked), job, asked.jobs)


def for_people(asked: Call, show: Callable[[Document], None]) -> int:
    """Show each document instead of writing its record; the exit code."""
    job, failed = job_of(asked), 0
    for item in _items(asked):
        try:
            if isinstance(item, DocumentError):
                raise item
            show(local.finish(item, job))
        except DocumentError as error:
            sys.stderr.write(f"{shown(str(error))}\n")
            failed += 1
    return EXIT_SOME_FAILED if failed else EXIT_FINE


def job_of(asked: Call) -> Job:
    """What an engine is asked to do with each document."""
    settings = Settings(tuple(asked.rules or ()), asked.favor.value)
    reading = Reading(asked.html_parser.value, asked.links)
    return Job(asked.stage, settings, asked.field, asked.text, reading, asked.chunk)


def _items(asked: Call) -> Iterator[Item | DocumentError]:
    """What there is to load; a corpus written beside its sources by an earlier run is no source."""
    items = sources.plan(asked.inputs or [], asked.from_.value if asked.from_ else "", sys.stdin.buffer)
    own = Path(asked.output).resolve() if asked.output not in {"", "-"} else None
    if own is None or not own.is_file():
        return items
    if any(Path(name).resolve() == own for name in asked.inputs or ()):
        raise UsageError(f"{asked.output} is an input too; write somewhere else")
    return _others(items, own)


def _others(items: Iterator[Item | DocumentError], own: Path) -> Iterator[Item | DocumentError]:
    """The items that are not of the output file, which has to be a corpus of ours: no source is written over."""
    for item in items:
        if isinstance(item, DocumentError) or Path(item.path).resolve() != own:
            yield item
        elif not (item.format == "jsonl" and item.data is not None and sources.is_record(item.data)):
            raise UsageError(f"{item.path} is an input too; write somewhere else")


def is_folder(path: str) -> bool:
    """Whether an output names a folder: it ends with a slash or is one."""
    return path.endswith("/") or (path not in {"", "-"} and Path(path).is_dir())


def _sink(asked: Call, stack: ExitStack) -> Callable[[Result], ParkdocsError | None]:
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
            with files.whole_file(files.once(files.inside(Path(asked.output), result.id), written)) as out:
                out.write(result.data)
        except OutputError as error:
            return error
        return None

    return write_result


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
    files = sources.files(asked.inputs or [], asked.from_.value if asked.from_ else "") if known else ()
    line, documents, size, failed = Progress(cutting.total_size(files)), 0, 0, 0
    for result in results:
        documents, size, failed = documents + 1, size + result.size, failed + bool(result.error)
        line.tell(documents, size, failed)
        yield result
    line.tell(documents, size, failed, last=True)
