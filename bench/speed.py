"""Speed of `clean` and `run` against an orjson round trip, and start-up against bare Python.

    python bench/speed.py DATA [--rounds 5] [--task flatb] [--pages 100]

The texts of DATA's task are laid out as JSON Lines in memory.  Each round parses and prints them with orjson and does
nothing else, then takes them through `clean` and through `run` as the command line does, in one process and one thread.
One round warms up and is not counted; a figure is the median of the rounds' own ratios, so that a busy machine slows
both sides.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import orjson
import tasks

from parkdocs.engines import local
from parkdocs.sources import Item

STARTS = 15
"""Times that each command is started; the median counts."""


def lines(data: Path, task: str) -> list[bytes]:
    """The texts of a task, each a line of JSON with an id."""
    return [orjson.dumps({"id": p.stem, "text": p.read_bytes().decode()}) for p in tasks.texts(data, task)]


def round_trip(texts: Sequence[bytes]) -> None:
    """What any program has to do that reads and writes JSON Lines."""
    for line in texts:
        orjson.dumps(orjson.loads(line), option=orjson.OPT_APPEND_NEWLINE)


def verb(stage: str) -> Callable[[Sequence[bytes]], None]:
    """A verb of the command line from lines to lines, without reading and writing files."""
    job = local.Job(stage)

    def work(texts: Sequence[bytes]) -> None:
        items = [Item("-", "", number, "jsonl", line) for number, line in enumerate(texts, 1)]
        failed = [result.error for result in local.run(items, job, jobs=1) if result.error]
        if failed:
            raise SystemExit(f"{len(failed)} documents failed, the first: {failed[0]}")

    return work


def seconds(work: Callable[[Sequence[bytes]], None], texts: Sequence[bytes]) -> float:
    """CPU seconds of one pass."""
    begin = time.process_time()
    work(texts)
    return time.process_time() - begin


def ratios(rounds: Sequence[Sequence[float]]) -> list[float]:
    """From rounds of seconds, the first column the yardstick: the median of each other column's share of its speed.

    >>> ratios([(1.0, 20.0, 50.0), (2.0, 20.0, 50.0), (1.0, 10.0, 25.0)])
    [0.1, 0.04]
    """
    return [statistics.median(r[0] / r[k] for r in rounds) for k in range(1, len(rounds[0]))]


def start_up(commands: Sequence[Sequence[str]]) -> list[float]:
    """Median wall seconds to start and end each command, taken in turns."""
    taken: list[list[float]] = [[] for _ in commands]
    for _ in range(STARTS):
        for k, command in enumerate(commands):
            begin = time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
            taken[k].append(time.perf_counter() - begin)
    return [statistics.median(x) for x in taken]


def main() -> int:
    """Measure and print; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--task", default="flatb")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--pages", type=int, default=0, help="about so many of the pages, evenly spread; 0: all")
    a = parser.parse_args()
    texts = lines(a.data, a.task)
    texts = texts[:: max(1, len(texts) // a.pages)] if a.pages else texts
    size, jobs = sum(map(len, texts)) / 1e6, (round_trip, verb("clean"), verb("extract"))
    rounds = [[seconds(job, texts) for job in jobs] for _ in range(a.rounds + 1)][1:]
    print(f"{len(texts)} documents of {a.task}, {size:.1f} MB as JSON Lines; median of {a.rounds}, CPU, one thread\n")
    print("| | MB/s | share of the round trip's speed |\n| --- | ---: | ---: |")
    shares = [1.0, *ratios(rounds)]
    for k, name in enumerate(("orjson loads and dumps", "`clean`", "`run`")):
        print(f"| {name} | {size / statistics.median(r[k] for r in rounds):.2f} | {100 * shares[k]:.2f} % |")
    parkdocs = str(Path(sys.executable).with_name("parkdocs"))
    sample = str(min((Path(__file__).resolve().parent.parent / "seeds").iterdir()))
    commands = [[sys.executable, "-c", "pass"], [parkdocs, "--version"], [parkdocs, "clean", sample]]
    bare, *ours = start_up(commands)
    print("\n| start-up | ms | times bare Python |\n| --- | ---: | ---: |")
    for name, taken in zip(
        ("`python -c pass`", "`parkdocs --version`", "`parkdocs clean FILE`"), (bare, *ours), strict=True
    ):
        print(f"| {name} | {1000 * taken:.0f} | {taken / bare:.1f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
