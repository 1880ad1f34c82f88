"""What `run`, `clean`, `segment` and `extract` share: inputs in, stage, results out, errors told, summary."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from parkdocs import pipeline, sources
from parkdocs.cli.options import Favor, Format, HtmlParser
from parkdocs.engines import local
from parkdocs.engines.local import Job, Result
from parkdocs.errors import EXIT_FINE, EXIT_SOME_FAILED, DocumentError, UsageError
from parkdocs.model import Document
from parkdocs.pipeline import Settings
from parkdocs.sinks import files, stream
from parkdocs.sources import Item
from parkdocs.tally import Tally


@dataclass(frozen=True, slots=True)
class Call:
    """One command line, parsed."""

    inputs: list[str]
    output: str
    stage: str
    rules: list[str]
    favor: Favor
    format: Format | None
    field: str
    jobs: int = 0
    errors: str = ""
    as_text: bool = False
    quiet: bool = False
    html_parser: HtmlParser = HtmlParser.scan


def process(call: Call) -> int:
    """Run the call and return the exit code: 0, or 3 where some inputs failed."""
    settings = Settings(tuple(call.rules), call.favor.value)
    pipeline.check_settings(settings)
    job = Job(call.stage, settings, call.field, call.as_text, call.html_parser.value)
    items = sources.plan(call.inputs, call.format.value if call.format else "", sys.stdin.buffer)
    results = local.run(_without_output(items, call.output), job, call.jobs)
    total, failed = Tally(), 0
    with ExitStack() as stack:
        log = stack.enter_context(stream.open_stream(call.errors)) if call.errors else None
        write = _sink(call, stack)
        for result in _with_progress(results, call.quiet):
            if result.error:
                failed += 1
                sys.stderr.write(f"{result.error}\n")
                if log:
                    log(_error_line(result.error))
            else:
                write(result)
                total.merge(result.tally)
    if not call.quiet and (call.output not in {"", "-"} or sys.stderr.isatty()):
        from parkdocs.cli.summary import show

        show(total, failed, call.output)
    return EXIT_SOME_FAILED if failed else EXIT_FINE


def for_people(call: Call, show: Callable[[Document], None]) -> int:
    """Show each document instead of writing its record; the exit code."""
    job = Job(call.stage, Settings(tuple(call.rules), call.favor.value), call.field, html_parser=call.html_parser.value)
    failed = 0
    for item in sources.plan(call.inputs, call.format.value if call.format else "", sys.stdin.buffer):
        try:
            if isinstance(item, DocumentError):
                raise item
            show(local.finish(item, job))
        except DocumentError as error:
            sys.stderr.write(f"{error}\n")
            failed += 1
    return EXIT_SOME_FAILED if failed else EXIT_FINE


def _without_output(items: Iterable[Item | DocumentError], output: str) -> Iterator[Item | DocumentError]:
    """A corpus written beside its sources by an earlier run is no source."""
    own = Path(output).resolve() if output not in {"", "-"} else None
    return (i for i in items if own is None or isinstance(i, DocumentError) or Path(i.path).resolve() != own)


def _sink(call: Call, stack: ExitStack):  # type: ignore[no-untyped-def]
    folder = call.output.endswith("/") or (call.output not in {"", "-"} and Path(call.output).is_dir())
    if folder and not call.as_text:
        raise UsageError(f"{call.output} is a folder; give a file such as {call.output.rstrip('/')}/corpus.jsonl")
    if folder:
        root = Path(call.output)

        def write_file(result: Result) -> None:
            with files.whole_file(files.inside(root, result.id)) as out:
                out.write(result.data)

        return write_file
    write = stack.enter_context(stream.open_stream(call.output))
    return lambda result: write(result.data)


def _error_line(error: DocumentError) -> bytes:
    line = {"path": error.path, "line": error.line, "message": error.message}
    return json.dumps(line, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def _with_progress(results: Iterator[Result], quiet: bool) -> Iterator[Result]:
    """Show a counter on a terminal; anywhere else stay silent."""
    if quiet or not sys.stderr.isatty():
        return results
    from parkdocs.cli.summary import progress

    return progress(results)
