"""Weights that have not seen the pages they are scored on.

    python bench/crossval.py TRAINER DATA --tools tools --folds 5 --fold 0 -o weights.json [--more DIR]

The weights in the package are trained on the evaluation set's own pages, so their score there flatters.  Here the pages
are dealt into folds by their ids; for each fold a trainer of ``tools/`` makes weights from the pages of the others, and
a copy of the package that holds those weights predicts it.  A copy needs no switch in the package and works for any
weights file.  A trainer is a module with ``read(data)``, ``train(docs)``, documents that have an ``id``, and where it
has them ``read_short`` (more made of the same pages), ``read_more`` (labelled documents from a second folder) and
``read_made`` with ``SAMPLES`` and ``read_written`` with ``WRITTEN`` (texts written for training, which are of no fold).
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import predictions

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "parkdocs"
TOOLS = ROOT / "tools"
TRAINERS = (
    ("train_labeller", "labeller.json", ("text", "html", "meta")),
    ("train_html", "html.json", ("html", "meta")),
)
"""Modules of ``tools/``, what they make in ``weights/``, and the kinds of tasks whose outcome depends on it."""
APART = ("cli", "corpus", "engines", "sinks", "__pycache__")
"""Parts of the package that a prediction does not pass through."""
MADE = "made-"


def fold(name: str, folds: int) -> int:
    """The fold of a page by its id; a labelled document of the second folder has one too.

    >>> fold("page-1", 5) == fold("more-page-1", 5), {fold(f"page-{k}", 3) for k in range(20)}
    (True, {0, 1, 2})
    """
    return int(hashlib.sha256(name.removeprefix("more-").encode()).hexdigest()[:8], 16) % folds


def others(docs: Sequence[Any], held: int, folds: int) -> list[Any]:
    """The documents to train on when fold ``held`` is to be predicted."""
    return [d for d in docs if d.id.startswith(MADE) or fold(d.id, folds) != held]


def source_key(package: Path, without: Sequence[str] = ()) -> str:
    """A key of every file of a package that a prediction depends on, but for some of its weights."""
    files = (p for p in sorted(package.rglob("*")) if p.is_file())
    files = (p for p in files if not set(p.relative_to(package).parts) & {*APART})
    return predictions.fingerprint(
        *(x for p in files if p.name not in without for x in (str(p.relative_to(package)), p.read_bytes()))
    )


def copy(package: Path, into: Path, weights: dict[str, str]) -> Path:
    """A copy of a package in the folder ``into``, with other weights; the folder, for ``PYTHONPATH``."""
    shutil.rmtree(into, ignore_errors=True)
    shutil.copytree(package, into / package.name, ignore=shutil.ignore_patterns("__pycache__"))
    for name, text in weights.items():
        (into / package.name / "weights" / name).write_text(text, "utf-8")
    return into


def trainer_key(trainer: str, data: Path, more: Path | None) -> str:
    """A key of all that a trainer's weights depend on: its code, the modules of ours that it imports, the data."""
    tools = Path(importlib.import_module(trainer).__file__ or "").parent
    found = [(name, Path(m.__file__ or "")) for name, m in sorted(sys.modules.items()) if hasattr(m, "__file__")]
    ours = [p for name, p in found if p.parent == tools or name.split(".")[0] == PACKAGE.name]
    parts: list[str | bytes] = [p.read_bytes() for p in [*ours, *sorted(tools.rglob("*.txt"))]]
    for folder in (data, *([more] if more else [])):
        parts.append((folder / "gold.jsonl").read_bytes())
        parts += [f"{p.parent.name}/{p.name} {p.stat().st_size}" for p in sorted(folder.glob("*/*"))]
    return predictions.fingerprint(*parts)


def documents(module: Any, data: Path, more: Path | None) -> list[Any]:
    """All that a trainer would train on."""
    docs = list(module.read(data))
    docs += module.read_short(data) if hasattr(module, "read_short") else []
    docs += module.read_more(more) if more and hasattr(module, "read_more") else []
    docs += module.read_made(module.SAMPLES) if hasattr(module, "read_made") else []
    return docs + (module.read_written(module.WRITTEN) if hasattr(module, "read_written") else [])


def needed(kinds: set[str]) -> dict[str, str]:
    """Trainers and the weights they make, in order, for some kinds of tasks.

    >>> needed({"text"}), len(needed({"meta"}))
    ({'train_labeller': 'labeller.json'}, 2)
    """
    return {trainer: name for trainer, name, of in TRAINERS if kinds & {*of}}


def held_out(
    package: Path, into: Path, fold: Sequence[str], trainers: dict[str, str], options: Sequence[str], cache: Path
) -> dict[str, str]:
    """All weights for a fold, in a copy of the package in ``into``; each trainer works with those made before it."""
    made: dict[str, str] = {}
    copy(package, into, made)
    for trainer, name in trainers.items():
        made[name] = weights(trainer, fold, options, cache, into, predictions.fingerprint(*made.values()))
        copy(package, into, made)
    return made


def weights(trainer: str, fold: Sequence[str], options: Sequence[str], cache: Path, source: Path, before: str) -> str:
    """A trainer's weights for a fold, from the cache or made now, by a process of its own that imports from ``source``.

    ``before`` is a key of the weights that ``source`` holds already.
    """
    command = [sys.executable, str(Path(__file__).resolve()), trainer, *options]
    env = {**os.environ, "PYTHONPATH": str(source.resolve()), "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}

    def run(more: list[str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run([*command, *more], env=env, capture_output=True, text=True, check=False)

    asked, name = run(["--key"]), f"{fold[0]}of{fold[1]}.json"
    path = cache / f"{trainer}-{asked.stdout.strip()}-{before}-{name}"
    if asked.returncode == 0 and not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        old = list(cache.glob(f"{trainer}-*-{name}"))
        asked = run(["--fold", fold[0], "--folds", fold[1], "-o", str(path)])
        for made in old if path.exists() else []:
            made.unlink()
    if asked.returncode:
        raise RuntimeError(f"{trainer} failed: {asked.stderr.strip().splitlines()[-1:]}")
    return path.read_text("utf-8")


def main() -> int:
    """Train for one fold, or print the key; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trainer", choices=[name for name, _, _ in TRAINERS])
    parser.add_argument("data", type=Path)
    parser.add_argument("--more", type=Path)
    parser.add_argument("--tools", type=Path, default=TOOLS)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--fold", type=int, default=0)
    parser.add_argument("--key", action="store_true", help="print what the weights depend on, train nothing")
    parser.add_argument("-o", "--output", type=Path)
    a = parser.parse_args()
    sys.path.insert(0, str(a.tools.resolve()))
    if a.key:
        print(trainer_key(a.trainer, a.data, a.more))
        return 0
    module = importlib.import_module(a.trainer)
    docs = others(documents(module, a.data, a.more), a.fold, a.folds)
    beside = a.output.with_suffix(".part")
    beside.write_text(json.dumps(module.train(docs), ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    beside.replace(a.output)
    return 0


if __name__ == "__main__":
    sys.exit(main())
