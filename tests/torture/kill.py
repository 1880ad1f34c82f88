"""Kill the command line at random moments: no torn file is taken for a whole one, and a second run ends right.

``python -m torture.kill [TIMES] [SEED]`` from ``tests/``; ``make torture`` does it 200 times.
"""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from .terminal import COMMAND, SECONDS

JOBS = {
    "run to a file": ["run", "in.jsonl", "-o", "out.jsonl", "-q", "--jobs", "1"],
    "run by two processes": ["run", "in.jsonl", "-o", "out.jsonl", "-q", "--jobs", "2"],
    "run to a folder": ["run", "in.jsonl", "-o", "parts/", "-q", "--jobs", "1", "--shard-size", "0.01", "--resume"],
    "run to a folder, packed": ["run", "in.jsonl", "-o", "parts/", "-q", "--jobs", "2", "--shard-size", "0.01", "--compress", "gzip", "--resume"],
    "clean to files": ["clean", "--text", "in.jsonl", "-o", "texts/", "-q", "--jobs", "1"],
    "dedup": ["dedup", "in.jsonl", "--drop", "--clusters", "clusters.jsonl", "-o", "unique.jsonl", "-q", "--jobs", "1"],
    "export to CSV": ["export", "done.jsonl", "--to", "csv", "-o", "out.csv", "-q", "--jobs", "1"],
    "export to SQLite": ["export", "done.jsonl", "--to", "sqlite", "-o", "out.db", "-q", "--jobs", "1"],
    "export to Markdown": ["export", "done.jsonl", "--to", "markdown", "-o", "pages", "-q", "--jobs", "1"],
    "export to Dolma": ["export", "done.jsonl", "--to", "dolma", "-o", "dolma", "-q", "--jobs", "1"],
}  # fmt: skip


def main() -> int:
    """Kill so many times, spread over the jobs; print what was found; 1 where a promise was broken."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    chance = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    killed, broken = Counter[str](), list[str]()
    with tempfile.TemporaryDirectory() as name:
        inputs = Path(name) / "inputs"
        inputs.mkdir()
        _corpus(inputs)
        for job, args in JOBS.items():
            whole, seconds = _undisturbed(inputs, Path(name) / "whole" / job, args)
            for k in range(times // len(JOBS)):
                folder = Path(name) / job / str(k)
                hit = _disturb(inputs, folder, args, chance.uniform(0.05, seconds * 1.05))
                killed[job] += hit
                broken += [f"{job}, try {k}: {why}" for why in _torn(folder, whole)]
                done = _files(folder) == whole  # then a second run may refuse to write into a folder that is not empty
                again = _run(folder, args)
                if again != 0 and not (done and again == 3):
                    broken.append(f"{job}, try {k}: the second run ends with {again}")
                if _files(folder) != whole:
                    broken.append(f"{job}, try {k}: the second run gives other files than an undisturbed one")
            print(f"{job:26} killed {killed[job]:3} of {times // len(JOBS)}, whole run {seconds:.1f} s", flush=True)
    print(*broken, sep="\n")
    print(f"{sum(killed.values())} killed, {len(broken)} promises broken")
    return int(bool(broken))


def _corpus(folder: Path) -> None:
    rows = [
        {
            "id": f"d{i % 9}/{i}",
            "text": f"Home\n\n# Park {i % 50}\n\nThe park opened on {i % 27 + 1} May 2021, and has {i % 50} sheds for small firms.\n",
        }
        for i in range(150)
    ]
    (folder / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert _run(folder, ["run", "in.jsonl", "-o", "done.jsonl", "-q"]) == 0


def _fresh(inputs: Path, folder: Path) -> None:
    folder.mkdir(parents=True)
    for path in inputs.iterdir():
        os.link(path, folder / path.name)


def _run(folder: Path, args: list[str]) -> int:
    return subprocess.run([*COMMAND, *args], cwd=folder, check=False, capture_output=True, timeout=SECONDS).returncode


def _undisturbed(inputs: Path, folder: Path, args: list[str]) -> tuple[dict[str, bytes], float]:
    _fresh(inputs, folder)
    begin = time.monotonic()
    assert _run(folder, args) == 0, args
    return _files(folder), time.monotonic() - begin


def _disturb(inputs: Path, folder: Path, args: list[str], seconds: float) -> bool:
    """Start the job and kill it, with all its processes, after so many seconds; whether it was still at work."""
    _fresh(inputs, folder)
    process = subprocess.Popen(
        [*COMMAND, *args], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return True
    return False


def _files(folder: Path) -> dict[str, bytes]:
    """The files that someone would take for results; hidden ones are none."""
    found = (p for p in sorted(folder.rglob("*")) if p.is_file())
    return {
        str(p.relative_to(folder)): p.read_bytes()
        for p in found
        if not any(x.startswith(".") for x in p.relative_to(folder).parts)
    }


def _torn(folder: Path, whole: dict[str, bytes]) -> list[str]:
    """Files that are there and are not what an undisturbed run makes."""
    return [f"{name} is torn: {len(data)} bytes" for name, data in _files(folder).items() if whole.get(name) != data]


if __name__ == "__main__":
    raise SystemExit(main())
