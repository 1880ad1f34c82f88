"""A run into a folder: planned, done shard by shard by any engine, gone on with after a kill, finished by a manifest.

The folder holds ``part-000000.jsonl`` and so on, in the order of the inputs; while the run is not finished ``.run/``
holds its plan and a receipt for each shard that is done.  At the end ``manifest.json`` appears and ``.run/`` goes.
"""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from importlib import metadata
from importlib.resources import files
from itertools import islice
from pathlib import Path
from typing import Any

from parkdocs import __version__, sources, tally
from parkdocs.engines import cutting
from parkdocs.engines.cutting import Shard
from parkdocs.engines.shard import Task, file_name, look, notes_folder, state
from parkdocs.errors import DocumentError, OutputError, UsageError
from parkdocs.sinks import folder
from parkdocs.sources import Item, guard, remote
from parkdocs.tally import Tally

SCHEMA = "parkdocs-run/1"
MANIFEST, ERRORS, PLAN, REPLACED = "manifest.json", "errors.log", "plan.json", "replaced.json"
MADE_WITH = ("orjson", "google-re2", "ftfy", "selectolax", "beautifulsoup4", "markdown-it-py", "babel", "phonenumbers")
"""Packages whose version may change a record."""

Receipt = dict[str, Any]
Engine = Callable[[Task, Iterable[Shard]], Generator[tuple[Shard, Receipt], None, None]]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run is asked to do; two runs with equal plans over equal inputs write equal bytes."""

    task: Task
    inputs: tuple[str, ...]
    format: str = ""
    size: int = 16_000_000


def described(plan: Plan) -> dict[str, Any]:
    """The plan for ``plan.json`` and the manifest: inputs, settings, versions."""
    job = plan.task.job
    return {
        "schema": SCHEMA,
        "inputs": list(plan.inputs),
        "settings": {
            "stage": job.stage,
            "favor": job.settings.favor,
            "rules": [{"path": path, "sha256": _hash(Path(path))} for path in job.settings.packs],
            "from": plan.format,
            "field": job.field,
            "html_parser": job.reading.parser,
            "links": job.reading.links,
            "shard_bytes": plan.size,
            "compress": plan.task.packing,
        },
        "versions": {
            "parkdocs": __version__,
            "python": platform.python_version(),
            "data_sha256": _data_hash(),
            "packages": {name: metadata.version(name) for name in MADE_WITH},
        },
    }  # fmt: skip


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _data_hash() -> str:
    """One hash over the built-in packs and weights."""
    found = hashlib.sha256()
    for part in ("packs", "weights"):
        for file in sorted(files("parkdocs").joinpath(part).iterdir(), key=lambda f: f.name):
            if file.is_file():
                found.update(file.name.encode() + b"\0" + file.read_bytes())
    return found.hexdigest()


def start(plan: Plan, resume: bool) -> dict[int, Receipt] | None:
    """Make the folder ready; the receipts of the shards that are done, None where the run is finished already.

    A finished run is replaced where ``resume`` is not asked for.  Raises ``UsageError`` where the folder holds an
    unfinished run and ``resume`` is not asked for, one with other settings, or shards that belong to no run.
    """
    output, wanted = plan.task.output, described(plan)
    if folder.read(state(output), REPLACED):
        _replace(output, wanted)  # a start that was killed
    old, manifest = folder.read(state(output), PLAN), read_manifest(output)
    if old and manifest:  # killed while it was cleaning up
        clear(plan.task)
    elif old and not resume:
        raise UsageError(f"{output} holds an unfinished run; --resume goes on with it, or remove the folder")
    elif old:
        _same(output, wanted, json.loads(old))
        return _receipts(output)
    if manifest and resume:
        _same(output, wanted, manifest)
        _unchanged(plan, manifest)
        return None
    parts = [name for name in folder.names(output) if name.startswith("part-")]
    if foreign := sorted(set(parts) - {shard["name"] for shard in manifest.get("shards", ())}):
        raise UsageError(f"{output} holds {foreign[0]} of another run; choose another folder")
    with folder.whole(state(output), REPLACED) as out:
        out.write(_json({"parts": parts}))
    _replace(output, wanted)
    return {}


def _replace(output: str, wanted: dict[str, Any]) -> None:
    """Take the finished run away and begin another; killed half-way, it is done again."""
    parts = json.loads(folder.read(state(output), REPLACED))["parts"]
    folder.remove(output, [MANIFEST])
    folder.remove(output, [*parts, ERRORS])
    with folder.whole(state(output), PLAN) as out:
        out.write(_json(wanted))
    folder.remove(state(output), [REPLACED])


def read_manifest(output: str) -> dict[str, Any]:
    """The manifest of a finished run, empty where there is none.  Raises ``UsageError`` for a file of that name."""
    data = folder.read(output, MANIFEST)
    try:
        manifest = json.loads(data) if data else {}
    except ValueError:
        manifest = {"schema": ""}
    if manifest and manifest.get("schema") != SCHEMA:
        raise UsageError(f"{output}/{MANIFEST} is not the manifest of a run; choose another folder")
    return dict(manifest)


def _same(output: str, wanted: dict[str, Any], found: dict[str, Any]) -> None:
    for part in ("inputs", "settings", "versions"):
        if found.get(part) != wanted[part]:
            raise UsageError(f"{output} holds a run with other {part}; give the same ones, or choose another folder")


def _unchanged(plan: Plan, manifest: dict[str, Any]) -> None:
    """Raise ``UsageError`` where the inputs of a finished run are no longer those that it read.

    They are read once more, which takes a small part of the time that the run took.  A shard with documents that killed
    is compared by its number alone: what was read of it is not known.
    """
    own, old = plan.task.output, list(manifest["shards"])
    errors = read_errors(own, manifest["counts"]["failed"])
    for shard in cutting.cut(inputs(plan), plan.size):
        then: Receipt = old[shard.number] if shard.number < len(old) else {"input": {}, "failed": 0}
        killed = [error for error in islice(errors, then["failed"]) if "killed" in error["message"]]
        if not then["input"] or (not killed and look(shard) != then["input"]):
            raise UsageError(f"inputs of the finished run in {own} have changed since; without --resume it is replaced")
        old[shard.number] = None
    if any(old):
        raise UsageError(f"inputs of the finished run in {own} are gone since; without --resume it is replaced")


def inputs(plan: Plan) -> Iterator[Item | DocumentError]:
    """The files to read, without what an earlier run wrote into the output folder."""
    output = plan.task.output
    skipped = guard.earlier(plan.inputs, [f"{output}/"])
    for item in sources.files(plan.inputs, plan.format):
        if isinstance(item, DocumentError) or not (skipped(item.path) or is_own(item.path, output)):
            yield item


def any_input(plan: Plan) -> bool:
    """Whether the inputs name a file that is there, without opening any: a pipe can be read only once."""
    elsewhere = any(remote.is_remote(name) for name in plan.inputs)
    return elsewhere or any(True for _ in guard.read_by(plan.inputs, [f"{plan.task.output}/"]))


def is_own(path: str, output: str) -> bool:
    """Whether a path is that of a file which a run keeps in its folder."""
    above, _, name = path.rpartition("/")
    kept = name.startswith("part-") or name in {MANIFEST, ERRORS}
    return guard.is_below(path, state(output)) or (kept and guard.is_same(above or ".", output))


def _receipts(output: str) -> dict[int, Receipt]:
    """Receipts whose files are there; what an attempt that was killed left half-done is taken away."""
    with _tidy(output):
        there, beside = set(folder.names(output)), folder.names(state(output))
        folder.remove(state(output), [n for n in beside if n.endswith((".at", ".died"))])
    found = (json.loads(folder.read(state(output), n)) for n in beside if n.startswith("part-") and n.endswith(".json"))
    return {receipt["shard"]: receipt for receipt in found if receipt["file"]["name"] in there}


def run(plan: Plan, done: dict[int, Receipt], engine: Engine) -> Generator[tuple[Receipt, bool], None, None]:
    """Yield every shard's receipt in order, and whether it is new; ``done`` are those of earlier attempts.

    Raises ``UsageError`` where an input has changed since a shard was made from it, ``OutputError`` where a shard
    cannot be written.
    """

    def known(number: int) -> tuple[int, int]:
        end, line = done[number]["next"] if number in done else (0, 0)
        return end, line

    own = plan.task.output
    shards = cutting.cut(inputs(plan), plan.size, known)
    old = dict[int, Receipt]()

    def missing() -> Iterator[Shard]:
        for shard in shards:
            if shard.number not in done:
                yield shard
                continue
            if done[shard.number]["key"] != shard.key:
                name = file_name(shard.number, plan.task.packing)
                raise UsageError(f"an input of {own}/{name} has changed since; remove {own} and start anew")
            old[shard.number] = done[shard.number]

    due = 0
    with _tidy(own), closing(engine(plan.task, missing())) as made:
        for shard, receipt in made:
            while due in old:
                yield old.pop(due), False
                due += 1
            if not isinstance(receipt, dict):
                why = f"the process at work on it was killed {receipt.times} times; start again with --resume"
                raise OutputError(f"{own}/{file_name(shard.number, plan.task.packing)}", 1, why)
            yield receipt, True
            due += 1
    for number in sorted(old):
        yield old[number], False


@contextmanager
def _tidy(output: str) -> Iterator[None]:
    """Take half-written files away at the end, however it comes: a worker that is killed cannot do it itself."""
    try:
        yield
    finally:
        for place in (output, state(output)):
            half = [name for name in folder.names(place) if name.startswith(".part-") and name.endswith(".part")]
            folder.remove(place, half)


def finish(plan: Plan, receipts: Iterable[Receipt]) -> dict[str, Any]:
    """Write manifest and errors from all receipts, in order, and take the state away; the manifest."""
    output, total, shards, errors = plan.task.output, Tally(), list[Any](), list[Any]()
    for receipt in receipts:
        total.merge(tally.from_dict(receipt["tally"]))
        errors += receipt["errors"]
        counts = {"documents": receipt["tally"]["documents"], "failed": len(receipt["errors"])}
        shards.append({**receipt["file"], **counts, "input": receipt["input"]})
    counts = {**total.as_dict(), "failed": len(errors)}
    manifest = {**described(plan), "counts": counts, "shards": shards}
    if errors:
        with folder.whole(output, ERRORS) as out:
            out.writelines(json.dumps(e, ensure_ascii=False).encode("utf-8", "replace") + b"\n" for e in errors)
    with folder.whole(output, MANIFEST) as out:
        out.write(_json(manifest))
    clear(plan.task)
    return manifest


def read_errors(output: str, failed: int) -> Iterator[dict[str, Any]]:
    """The errors of a finished run in which so many documents ``failed``."""
    if failed:
        for line in folder.read(output, ERRORS).splitlines():
            yield json.loads(line)


def clear(task: Task) -> None:
    """Take away what only an unfinished run needs, the plan last."""
    where = state(task.output)
    beside = folder.names(where)
    folder.remove(where, [n for n in beside if n != PLAN])
    folder.remove(where, [PLAN])
    folder.remove(str(notes_folder(task)), [])


def _json(value: dict[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"
