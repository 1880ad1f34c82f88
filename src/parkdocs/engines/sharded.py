"""A run into a folder: planned, done shard by shard by any engine, gone on with after a kill, finished by a manifest.

The folder holds ``part-000000.jsonl`` and so on, in the order of the inputs; while the run is not finished ``.run/``
holds its plan and a receipt for each shard that is done.  At the end ``manifest.json`` appears and ``.run/`` goes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from itertools import islice
from typing import Any

from parkdocs import sources, tally
from parkdocs.engines import cutting, planned
from parkdocs.engines.cutting import Shard
from parkdocs.engines.planned import MANIFEST, PLAN, Plan
from parkdocs.engines.shard import Task, file_name, look, notes_folder, state
from parkdocs.errors import DocumentError, OutputError, UsageError
from parkdocs.sinks import folder
from parkdocs.sources import Item, guard, remote
from parkdocs.tally import Tally

ERRORS, REPLACED = "errors.log", "replaced.json"
Receipt = dict[str, Any]
Engine = Callable[[Task, Iterable[Shard]], Generator[tuple[Shard, Receipt], None, None]]


def start(plan: Plan, resume: bool) -> dict[int, Receipt] | None:
    """Make the folder ready; the receipts of the shards that are done, None where the run is finished already.

    A finished run is replaced where ``resume`` is not asked for.  Raises ``UsageError`` where the folder holds an
    unfinished run and ``resume`` is not asked for, one with other settings, or shards that belong to no run.
    """
    output, wanted = plan.task.output, planned.described(plan)
    if folder.read(state(output), REPLACED):
        _replace(output, wanted)  # a start that was killed
    old, manifest = folder.read(state(output), PLAN), planned.read_manifest(output)
    if old and manifest:  # killed while it was cleaning up
        clear(plan.task)
    elif old and not resume:
        raise UsageError(f"{output} holds an unfinished run; --resume goes on with it, or remove the folder")
    elif old:
        planned.same(output, wanted, planned.read_plan(output, old))
        return _receipts(output)
    if manifest and resume:
        planned.same(output, wanted, manifest)
        _whole(output, manifest)
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


def _whole(output: str, manifest: dict[str, Any]) -> None:
    """Raise ``UsageError`` where a part or the errors of a finished run are gone or other than the manifest says."""
    for shard in manifest["shards"]:
        path = f"{output}/{shard['name']}"
        try:
            with remote.opened(path) as part:
                intact = hashlib.file_digest(part, "sha256").hexdigest() == shard["sha256"]  # type: ignore[arg-type]
        except OSError:
            intact = False
        if not intact:
            raise _other(path)
    failed = manifest["counts"]["failed"]
    if failed != sum(1 for _ in read_errors(output, failed)):
        raise _other(f"{output}/{ERRORS}")


def _other(path: str) -> UsageError:
    return UsageError(f"{path} is gone or not as the run left it; without --resume the run is done anew")


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
    """Receipts whose files are there as a whole; what a killed attempt left half-done is taken away."""
    with _tidy(output):
        beside = folder.names(state(output))
        folder.remove(state(output), [n for n in beside if n.endswith((".at", ".died"))])
    found = (_receipt(output, name) for name in beside if name.startswith("part-") and name.endswith(".json"))
    return {receipt["shard"]: receipt for receipt in found if receipt}


def _receipt(output: str, name: str) -> Receipt:
    """A receipt; empty where it is damaged, or its file is gone or of another length, so that it is done again."""
    try:
        receipt: Receipt = json.loads(folder.read(state(output), name))
        there, _ = remote.size(f"{output}/{receipt['file']['name']}")
        whole = there == receipt["file"]["bytes"] and "shard" in receipt
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return receipt if whole else {}


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
    old, gone = dict[int, Receipt](), set(done)

    def missing() -> Iterator[Shard]:
        for shard in shards:
            gone.discard(shard.number)
            if shard.number not in done:
                yield shard
                continue
            if done[shard.number]["key"] != shard.key:
                raise _changed(plan, shard.number)
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
    if gone:
        raise _changed(plan, min(gone))
    for number in sorted(old):
        yield old[number], False


def _changed(plan: Plan, number: int) -> UsageError:
    own, name = plan.task.output, file_name(number, plan.task.packing)
    return UsageError(f"an input of {own}/{name} has changed since or is gone; remove {own} and start anew")


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
    manifest = {**planned.described(plan), "counts": counts, "shards": shards}
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
