"""Cores, size and memory: what `parkdocs run` costs on a larger file, with more workers, and on one long line.

    python bench/scaling.py DATA [--task flatb] [--megabytes 10,100] [--jobs 1,2] [--line 10]

The texts of DATA's task are repeated until there are so many megabytes.  Each run is a command of its own; reported
are wall seconds, processor seconds for a megabyte and the most memory of any one process.  Wall times say something
only on a machine that does nothing else.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import tasks


def repeated(lines: Sequence[bytes], size: float) -> Iterator[bytes]:
    """Lines in turns until there are ``size`` bytes.

    >>> list(repeated([b"ab", b"c"], 4))
    [b'ab', b'c', b'ab']
    """
    for line in itertools.cycle(lines):
        yield line
        size -= len(line)
        if size <= 0:
            return


def run(command: Sequence[str]) -> tuple[float, float, float]:
    """Wall seconds, processor seconds of all its processes, and megabytes of the largest one.

    Ends the program where the command fails: a command that ended early looks fast.
    """
    begin = time.monotonic()
    process = subprocess.Popen(command)
    _, status, used = os.wait4(process.pid, 0)
    if code := os.waitstatus_to_exitcode(status):
        raise SystemExit(f"{' '.join(command)} ended with {code}: nothing was measured")
    return time.monotonic() - begin, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def main() -> int:
    """Measure and print; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--task", default="flatb")
    parser.add_argument("--megabytes", default="10,100")
    parser.add_argument("--jobs", default="1,2")
    parser.add_argument("--line", type=float, default=10)
    a = parser.parse_args()
    paths = tasks.texts(a.data, a.task)
    texts = [json.dumps({"text": p.read_bytes().decode()}, ensure_ascii=False).encode() + b"\n" for p in paths]
    parkdocs = str(Path(sys.executable).with_name("parkdocs"))
    print("| input | workers | output | wall s | CPU s/MB | peak MB |\n| --- | ---: | --- | ---: | ---: | ---: |")
    with tempfile.TemporaryDirectory() as folder:
        corpus, out = Path(folder, "in.jsonl"), f"{folder}/out"
        for size, jobs, target in itertools.product(a.megabytes.split(","), a.jobs.split(","), (".jsonl", "/")):
            corpus.write_bytes(b"".join(repeated(texts, float(size) * 1e6)))
            wall, cpu, peak = run([parkdocs, "run", "-q", str(corpus), "--jobs", jobs, "-o", out + target])
            subprocess.run(["rm", "-r", out + target.rstrip("/")], check=True)
            kind = "folder" if target == "/" else "file"
            print(f"| {size} MB | {jobs} | {kind} | {wall:.1f} | {cpu / float(size):.2f} | {peak:.0f} |", flush=True)
        if a.line:
            words = b" ".join(text.strip().replace(b"\n", b" ") for text in repeated(texts, a.line * 1e6))
            corpus = Path(folder, "line.txt")
            corpus.write_bytes(words)
            wall, cpu, peak = run([parkdocs, "run", "-q", str(corpus), "--jobs", "1", "-o", f"{out}.jsonl"])
            print(f"| one line of {a.line:g} MB | 1 | file | {wall:.1f} | {cpu / a.line:.2f} | {peak:.0f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
