"""What `parkdocs validate` does with its command line: settings, inputs, reports, exit code."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any

from parkdocs import __version__, sources
from parkdocs.cli import told
from parkdocs.corpus import baseline, formats, gate
from parkdocs.corpus.findings import LEVELS, ordered
from parkdocs.corpus.formats import Report
from parkdocs.corpus.gate import Gate
from parkdocs.corpus.validate import Outcome, RawDocument, RecordFile, validate
from parkdocs.engines import local
from parkdocs.engines.local import Job
from parkdocs.errors import EXIT_FINDINGS, EXIT_FINE, EXIT_SOME_FAILED, DocumentError, UsageError
from parkdocs.pipeline import Settings
from parkdocs.sinks import stream
from parkdocs.sources import Item, compressed, guard, remote
from parkdocs.sources.inputs import STDIN, printable

Target = tuple[str, str]  # format, file ("" is standard output)
TEXT = "text"


def run(given: dict[str, Any]) -> int:
    """Check what the command line asks for, write the reports, and return the exit code."""
    targets = _targets(given["format_"] or [TEXT])
    asked = _gate(given)
    writing = asked.baseline and (given["update_baseline"] or not Path(asked.baseline).exists())
    if given["update_baseline"] and not asked.baseline:
        raise UsageError("--update-baseline needs --baseline FILE")
    _guard(given, asked, targets, bool(writing))
    with ExitStack() as stack:
        files, items, problems = inputs(given, stack)
        job = Job("extract", Settings(asked.rules, given["favor"].value), asked.field)
        seen = replace(asked, baseline=asked.baseline if asked.baseline else "")
        results = _documents(items, problems, job, given["jobs"])
        outcome = validate(files, results, seen, given["jobs"], told.failure)
    report = _report(outcome, asked)
    if writing:
        _write_baseline(outcome, asked)
        report = replace(report, findings=(), counts={}, levels={}, accepted=len(outcome.found.marks))
    failing = any(report.levels.get(level) for level in LEVELS[: LEVELS.index(asked.fail_on) + 1])
    code = EXIT_SOME_FAILED if outcome.failures else EXIT_FINDINGS if failing else EXIT_FINE
    told.known(code)
    for name, path in targets:
        _write(report, name, path)
    if not given["quiet"]:
        sys.stderr.write(_summary(report, writing=bool(writing), path=asked.baseline))
    return code


def _targets(asked: list[str]) -> list[Target]:
    """Formats and their files; raises ``UsageError`` for an unknown format and where two go to one place."""
    targets: list[Target] = []
    for word in asked:
        name, _, path = word.partition("=")
        if name not in {TEXT, *formats.MODULES}:
            raise UsageError(f"unknown format {name!r}; known are {', '.join((TEXT, *formats.MODULES))}")
        path = "" if path == "-" else path
        if path in {p for _, p in targets}:
            raise UsageError(f"two formats go to {path or 'standard output'}; write one to a file with {name}=FILE")
        targets.append((name, path))
    return targets


def _guard(given: dict[str, Any], asked: Gate, targets: list[Target], writing: bool) -> None:
    """Raise ``UsageError`` where a report or the baseline would replace what is read, or each other."""
    outputs = [(f"the {name} report", path or "-") for name, path in targets]
    outputs += [("the baseline", asked.baseline)] if writing else []
    read = {
        "an input": guard.read_by(given["inputs"] or (), ()),
        "the baseline": [] if writing else [asked.baseline],
        "the golden corpus": guard.read_by([asked.against] if asked.against else (), ()),
        "a source": guard.read_by([asked.sources] if asked.sources else (), ()),
        "the schema": [asked.schema],
        "a rule pack": asked.rules,
        "a file of settings": ("parkdocs.toml", "pyproject.toml"),
    }
    guard.check(outputs, read)


def _gate(given: dict[str, Any]) -> Gate:
    """The settings file's gate with what the flags say laid over it."""
    flags = {name: given[name] for name in ("baseline", "against", "schema", "sources", "field") if given[name]}
    if given["fail_on"]:
        flags["fail_on"] = given["fail_on"].value
    if given["rules"]:
        flags["rules"] = tuple(given["rules"])
    if given["languages"]:
        flags["languages"] = tuple(code.strip() for code in given["languages"].split(",") if code.strip())
    if given["near_duplicates"]:
        flags["near_duplicates"] = True
    asked = gate.checked(replace(gate.read(Path.cwd()), **flags))
    if asked.sources and not Path(asked.sources).is_dir():
        raise UsageError(f"--sources {asked.sources}: no such directory")
    return asked


def inputs(given: dict[str, Any], stack: ExitStack) -> tuple[list[RecordFile], list[Item], list[DocumentError]]:
    """The inputs: files of records, documents to process, and what cannot be read."""
    files, items, problems = list[RecordFile](), list[Item](), list[DocumentError]()
    spools = dict[str, Spool]()
    for item in _found(given):
        if isinstance(item, DocumentError):
            problems.append(item)
        elif item.format == "jsonl" and item.data is None and _plain(item.path):
            files.append(RecordFile(item.path, _name(item.path)))
        elif item.format == "jsonl":
            if item.path not in spools:
                spools[item.path] = Spool(stack)
                files.append(RecordFile(spools[item.path].path, _name(item.path)))
            problems += spools[item.path].take(item)
        else:
            items.append(item)
    for spool in spools.values():
        spool.file.close()
    return files, items, problems


def _found(given: dict[str, Any]) -> Iterator[Item | DocumentError]:
    """What the inputs name; JSON Lines as whole files where they are files, and pages of WARC files one by one."""
    form = given["from_"].value if given["from_"] else ""
    names = list(dict.fromkeys(given["inputs"] or [STDIN]))
    if not form and STDIN in names and (given["schema"] or given["field"]):  # rows that have no usual text field
        yield from sources.files([STDIN], "jsonl", sys.stdin.buffer)
        names.remove(STDIN)
    for item in sources.files(names, form, sys.stdin.buffer) if names else ():
        if isinstance(item, Item) and item.format == "warc" and item.data is None:
            yield from sources.expand(item)
        else:
            yield item


def _plain(path: str) -> bool:
    """Whether a file can be read as it lies there, from any place on: it is here and not packed."""
    try:
        with open(path, "rb") as file:
            return not compressed.head(file).startswith((compressed.GZIP, compressed.ZSTD))
    except OSError:
        return not remote.is_remote(path)  # the reader tells what is wrong with it


class Spool:
    """Lines of a pipe or a packed file in a temporary file, as duplicates are read twice; numbers stay."""

    def __init__(self, stack: ExitStack) -> None:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="parkdocs-"))
        self.path, self.lines = os.path.join(folder, "input.jsonl"), 0
        self.file = stack.enter_context(open(self.path, "wb"))  # noqa: SIM115  (the stack closes it)

    def take(self, item: Item) -> list[DocumentError]:
        """Write a line, or all lines of a packed file; what cannot be read."""
        problems = []
        for line in (item,) if item.data is not None else sources.expand(item):
            if isinstance(line, DocumentError):
                problems.append(line)
                continue
            self.file.write(b"\n" * (line.line - self.lines - 1) + (line.data or b"").rstrip(b"\n") + b"\n")
            self.lines = line.line
        return problems


def _name(path: str) -> str:
    """A path as reports name it: relative where it lies below this folder, with ``/``."""
    place = os.path.relpath(path) if os.path.isabs(path) else os.path.normpath(path)
    return printable(PurePath(path if place.startswith("..") else place).as_posix())


def _documents(
    items: list[Item], problems: list[DocumentError], job: Job, jobs: int
) -> Iterator[RawDocument | DocumentError]:
    """Documents as the pipeline makes records of them."""
    yield from problems
    for item, result in zip(items, local.run(items, job, jobs), strict=True):
        yield result.error or RawDocument(_name(item.path), result.data)


def _report(outcome: Outcome, asked: Gate) -> Report:
    found = outcome.found
    failures = tuple((_name(e.path), e.line, e.message) for e in outcome.failures)
    return Report(
        findings=tuple(ordered(found.kept)),
        counts=dict(sorted(found.counts.items())),
        levels={level: found.levels[level] for level in LEVELS},
        records=outcome.records,
        documents=outcome.documents,
        accepted=found.accepted,
        stale=outcome.stale,
        failures=failures,
        fail_on=asked.fail_on,
        version=__version__,
    )


def _write_baseline(outcome: Outcome, asked: Gate) -> None:
    with stream.open_stream(asked.baseline) as write:
        write(baseline.dumps(outcome.found.marks))


def _write(report: Report, name: str, path: str) -> None:
    if name != TEXT:
        data = formats.renderer(name)(report)
    else:
        from parkdocs.cli.findings import page

        data = page(report, colour=not path).encode("utf-8", "replace")
    with stream.open_stream(path) as write:
        write(data)


def _summary(report: Report, *, writing: bool, path: str) -> str:
    """One line for the log, on standard error."""
    looked = [_many(report.records, "record")] if report.records or not report.documents else []
    looked += [_many(report.documents, "document")] if report.documents else []
    found = ", ".join(_many(count, level) for level, count in report.levels.items() if count)
    said = [f"checked {' and '.join(looked)}: {found or 'no findings'}"]
    if writing:
        said = [f"checked {' and '.join(looked)}; {_many(report.accepted, 'finding')} accepted from now on in {path}"]
    elif report.accepted:
        said.append(f"{report.accepted:,} accepted by the baseline")
    if report.stale and not writing:
        said.append(f"{report.stale:,} of the baseline are gone (--update-baseline takes them out)")
    if report.failures:
        said.append(f"{_many(len(report.failures), 'input')} could not be read")
    return "; ".join(said) + "\n"


def _many(count: int, word: str) -> str:
    return f"{count:,} {word}{'s' * (count != 1)}"
