"""What a run into a folder was asked to do, as its plan and its manifest say it, and whether that is the same again."""

from __future__ import annotations

import hashlib
import json
import platform
from dataclasses import dataclass
from importlib import metadata
from importlib.resources import files
from pathlib import Path
from typing import Any

from parkdocs import __version__
from parkdocs.engines.shard import Task, state
from parkdocs.errors import UsageError
from parkdocs.sinks import folder

SCHEMA = "parkdocs-run/1"
MANIFEST, PLAN = "manifest.json", "plan.json"
MADE_WITH = ("orjson", "google-re2", "ftfy", "selectolax", "beautifulsoup4", "markdown-it-py", "babel", "phonenumbers")
"""Packages whose version may change a record."""


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


def same(output: str, wanted: dict[str, Any], found: dict[str, Any]) -> None:
    """Raise ``UsageError`` where a plan or manifest that was found is not of the run that is wanted."""
    for part in ("inputs", "settings", "versions"):
        if found.get(part) != wanted[part]:
            raise UsageError(f"{output} holds a run with other {part}; give the same ones, or choose another folder")


def read_plan(output: str, data: bytes) -> dict[str, Any]:
    """The plan of an unfinished run.  Raises ``UsageError`` where it is damaged."""
    try:
        return dict(json.loads(data))
    except (ValueError, TypeError) as error:
        raise UsageError(f"{state(output)}/{PLAN} is damaged; remove {output} and start anew") from error
