"""Throughput and memory of parkdocs and its peers on the same texts, in one run.

    python bench/throughput.py DATA [--task flatb] [--megabytes 3] [--rounds 5] [--peers PYTHON]

The texts of DATA's task are laid out as JSON Lines, every nth one until there are so many megabytes.  Each tool works
in a process of its own on one core: it is imported, takes all texts once to warm up, then ``rounds`` times; what counts
is the median of processor seconds, and the most memory that the process ever held.  Rounds go in turns, tool after
tool, so that a busy machine slows all of them.  Peers run with the Python of `.venv-bench`; one that is not installed
is left out, and said to be.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import feeding
import tasks

HERE = Path(__file__).resolve().parent
Work = Callable[[Sequence[bytes]], object]


def round_trip() -> Work:
    """What any program has to do that reads and writes JSON Lines."""
    import orjson

    return lambda lines: [orjson.dumps(orjson.loads(line)) for line in lines]


def parkdocs(stage: str) -> Callable[[], Work]:
    """A verb of parkdocs, line in, record out."""

    def opened() -> Work:
        from parkdocs.engines import local
        from parkdocs.sources import Item

        job = local.Job(stage)

        def work(lines: Sequence[bytes]) -> None:
            items = (Item("-", "", n, "jsonl", line) for n, line in enumerate(lines, 1))
            if failed := [r.error for r in local.run(items, job, 1) if r.error]:
                raise SystemExit(f"{len(failed)} documents failed, the first: {failed[0]}")

        return work

    return opened


def by_text(call: Callable[[str], object]) -> Work:
    """A tool that takes a text."""
    return lambda lines: [call(json.loads(line)["text"]) for line in lines]


def datatrove() -> Work:
    """The blocks that a corpus run has: mended characters, C4's filter, Gopher's two filters; each sees every text."""
    from datatrove.data import Document
    from datatrove.pipeline.filters import C4QualityFilter, GopherQualityFilter, GopherRepetitionFilter
    from datatrove.pipeline.formatters import FTFYFormatter

    mend = FTFYFormatter()
    filters = [C4QualityFilter(), GopherRepetitionFilter(), GopherQualityFilter()]

    def call(text: str) -> None:
        text = mend.format(text)
        for block in filters:
            block.filter(Document(text=text, id=""))

    return by_text(call)


def trafilatura() -> Work:
    """Main text and metadata of the text as a page of ``<p>`` lines."""
    from trafilatura import bare_extraction

    return by_text(lambda text: bare_extraction(feeding.as_page(text), with_metadata=True, include_comments=False))


def justext() -> Work:
    """Good paragraphs of the same page."""
    import justext as tool

    words = tool.get_stoplist("English")
    return by_text(lambda text: tool.justext(feeding.as_page(text).encode(), words, encoding="utf-8"))


def boilerpy3() -> Work:
    """Its extractor for articles on the same page."""
    from boilerpy3.extractors import ArticleExtractor

    extractor = ArticleExtractor(raise_on_failure=False)
    return by_text(lambda text: extractor.get_content(feeding.as_page(text)))


def by_hand() -> Work:
    """What a script of ten lines does: ftfy, and langdetect for the language."""
    import ftfy
    from langdetect import DetectorFactory, LangDetectException, detect

    DetectorFactory.seed = 0

    def call(text: str) -> str:
        mended = ftfy.fix_text(text)
        try:
            return mended + detect(mended)
        except LangDetectException:
            return mended

    return by_text(call)


OURS = {"orjson loads and dumps": round_trip, "parkdocs clean": parkdocs("clean"), "parkdocs run": parkdocs("extract")}
PEERS: dict[str, Callable[[], Work]] = {
    "datatrove: ftfy, C4, Gopher": datatrove,
    "trafilatura": trafilatura,
    "jusText": justext,
    "boilerpy3": boilerpy3,
    "ftfy and langdetect": by_hand,
}


def texts(data: Path, task: str, megabytes: float) -> list[bytes]:
    """Texts of a task as JSON Lines, spread over it, until there are so many megabytes."""
    paths = tasks.texts(data, task)
    step = max(1, round(sum(p.stat().st_size for p in paths) / (megabytes * 1e6)))
    return [
        json.dumps({"id": p.stem, "text": p.read_bytes().decode()}, ensure_ascii=False).encode() for p in paths[::step]
    ]


def serve(name: str) -> None:
    """In a tool's own process: a pass for each line of standard input, answered with seconds and peak kilobytes."""
    work = {**OURS, **PEERS}[name]()
    lines = sys.stdin.buffer.readline()
    corpus = Path(os.fsdecode(lines.strip())).read_bytes().splitlines()
    out, sys.stdout = sys.stdout, sys.stderr
    while True:
        begin = time.process_time()
        work(corpus)
        seconds = time.process_time() - begin
        out.write(f"{seconds} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss}\n")
        out.flush()
        if not sys.stdin.buffer.readline():
            return


def start(name: str, python: str, corpus: Path) -> subprocess.Popen[bytes] | None:
    """A tool's process after its warm-up; None where it cannot be imported."""
    if not Path(python).is_file():
        print(f"{name} is left out: there is no {python}, which make bench makes", file=sys.stderr)
        return None
    command = [python, str(Path(__file__).resolve()), "--serve", name]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdin and process.stdout and process.stderr
    process.stdin.write(os.fsencode(corpus) + b"\n")
    process.stdin.flush()
    if process.stdout.readline():
        return process
    said = process.stderr.read().decode("utf-8", "replace").strip().splitlines() or [""]
    print(f"{name} is left out: {said[-1]}", file=sys.stderr)
    return None


def measured(running: dict[str, subprocess.Popen[bytes]], rounds: int) -> dict[str, tuple[list[float], float]]:
    """Seconds of each round and peak megabytes of each tool."""
    seconds: dict[str, list[float]] = {name: [] for name in running}
    peak = dict.fromkeys(running, 0.0)
    for _ in range(rounds):
        for name, process in running.items():
            assert process.stdin and process.stdout
            process.stdin.write(b"\n")
            process.stdin.flush()
            taken, kilobytes = process.stdout.readline().split()
            seconds[name].append(float(taken))
            peak[name] = int(kilobytes) / 1024
    return {name: (seconds[name], peak[name]) for name in running}


def table(found: dict[str, tuple[list[float], float]], megabytes: float) -> Iterable[str]:
    r"""Rows of Markdown: megabytes a second, share of the round trip, how many times `parkdocs run` is as fast, memory.

    >>> found = {"orjson loads and dumps": ([1.0], 9.0), "parkdocs run": ([4.0], 50.0), "x": ([40.0], 9.0)}
    >>> print(*table(found, 8), sep="\n")
    | | MB/s | of orjson's speed | `parkdocs run` is faster | peak memory |
    | --- | ---: | ---: | ---: | ---: |
    | orjson loads and dumps | 8.00 | 100.00 % | 0.2 times | 9 MB |
    | parkdocs run | 2.00 | 25.00 % | 1.0 times | 50 MB |
    | x | 0.20 | 2.50 % | 10.0 times | 9 MB |
    """
    middle = {name: statistics.median(seconds) for name, (seconds, _) in found.items()}
    base, ours = middle["orjson loads and dumps"], middle["parkdocs run"]
    yield "| | MB/s | of orjson's speed | `parkdocs run` is faster | peak memory |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for name, seconds in middle.items():
        speed, share = megabytes / seconds, 100 * base / seconds
        yield f"| {name} | {speed:.2f} | {share:.2f} % | {seconds / ours:.1f} times | {found[name][1]:.0f} MB |"


def main() -> int:
    """Measure and print; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--task", default="flatb")
    parser.add_argument("--megabytes", type=float, default=3.0)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peers", default=str(HERE.parent / ".venv-bench/bin/python"))
    parser.add_argument("--serve", metavar="TOOL", help=argparse.SUPPRESS)
    a = parser.parse_args()
    if a.serve:
        serve(a.serve)
        return 0
    if not a.data:
        parser.error("DATA is missing; bench/README.md says what it holds")
    out = HERE.parent / "out/bench"
    out.mkdir(parents=True, exist_ok=True)
    lines, corpus = texts(a.data, a.task, a.megabytes), out / "throughput.jsonl"
    corpus.write_bytes(b"\n".join(lines))
    pythons = [(name, sys.executable) for name in OURS] + [(name, a.peers) for name in PEERS]
    running = {name: process for name, python in pythons if (process := start(name, python, corpus))}
    size = sum(map(len, lines)) / 1e6
    rows = list(table(measured(running, a.rounds), size))
    for process in running.values():
        process.kill()
        process.wait()
    head = (
        f"{len(lines)} documents of {a.task}, {size:.1f} MB as JSON Lines; median of {a.rounds} rounds, CPU, one core; "
    )
    report = "\n".join(
        [f"{head}Python {platform.python_version()}, {os.cpu_count()} cores ({platform.machine()})", "", *rows]
    )
    (out / "throughput.md").write_text(report + "\n", encoding="utf-8")
    print(report)
    return 0


if __name__ == "__main__":
    sys.exit(main())
