"""Measure `parkdocs validate`: its rate against a plain orjson read of the same file, and its memory.

    python bench/validate.py [--records 200000] [--ids 1000000]

Synthetic pages go through the pipeline once, and their records are written again and again under new names of the same
length, so that every record is valid and different.  The reader and the gate run by turns, each as its own process, and
the best of three counts; memory is the sum over all processes of a run (resident, sampled), at its peak.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from parkdocs import pipeline, record
from parkdocs.model import Document, Metadata
from parkdocs.pipeline import Settings

NAME = "QX0000000"
PAGES = 60
WORDS = re.findall("[a-z]+", "the park opened in may and investors visited factories water energy steam output growth")
HAN = "园区建设绿色发展企业投资项目产业政策支持管理委员会循环经济能源节约生产安全服务创新科技合作国际标准示范工程"
READ = "import orjson, sys\nfor line in open(sys.argv[1], 'rb'):\n    orjson.loads(line)\n"


def english(rng: random.Random) -> str:
    """A page of paragraphs with a menu and a footer."""
    sentences = [" ".join(rng.choices(WORDS, k=rng.randint(8, 20))).capitalize() + "." for _ in range(23)]
    body = "\n\n".join(" ".join(sentences[i : i + 4]) for i in range(0, len(sentences), 4))
    head = f"Home / News\nPark {NAME} opens its second phase\nBy Jane Smith\n5 November 2023"
    return f"{head}\n\n{body}\n\nContact us\nFollow us\nAll rights reserved\n"


def chinese(rng: random.Random) -> str:
    """The same in Chinese."""
    sentences = ["".join(rng.choices(HAN, k=25)) + "，" + "".join(rng.choices(HAN, k=20)) + "。" for _ in range(13)]
    body = "\n\n".join("".join(sentences[i : i + 3]) for i in range(0, len(sentences), 3))
    head = f"当前位置：首页 > 新闻\n园区{NAME}二期项目正式启动建设\n来源：经济日报 2023-11-05"
    return f"{head}\n\n{body}\n\n分享到：\n京ICP备2020035841号-2\n版权所有：某某有限公司\n"


def records() -> list[tuple[bytes, bytes]]:
    """Records of synthetic pages, each with its source."""
    rng = random.Random(1)
    out = []
    for k in range(PAGES):
        text = (english if k % 2 else chinese)(rng)
        data = text.encode()
        meta = Metadata(bytes=len(data), sha256=hashlib.sha256(data).hexdigest())
        doc = Document(f"p{k:02d}-{NAME}.txt", f"pages/p{k:02d}-{NAME}.txt", text, text, meta)
        out.append((record.dumps(pipeline.advance(doc, "extract", Settings())), data))
    return out


def renamed(made: tuple[bytes, bytes], number: int) -> bytes:
    """A record under another name, with the hash of the source that it has then."""
    line, source = made
    old, name = hashlib.sha256(source).hexdigest().encode(), b"QX%07d" % number
    new = hashlib.sha256(source.replace(NAME.encode(), name)).hexdigest().encode()
    return line.replace(old, new).replace(NAME.encode(), name)


def tree(pid: int) -> int:
    """Resident bytes of a process and those it started."""
    total = 0
    try:
        for line in Path(f"/proc/{pid}/status").read_text().splitlines():
            if line.startswith("VmRSS:"):
                total += int(line.split()[1]) * 1024
        for task in Path(f"/proc/{pid}/task").iterdir():
            total += sum(map(tree, map(int, (task / "children").read_text().split())))
    except OSError:
        return total
    return total


def cpu() -> float:
    """Processor seconds of all processes that were started and have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(*command: str) -> tuple[float, float, int, str]:
    """Seconds, processor seconds, peak memory and the last line on standard error of a command."""
    started, before = time.perf_counter(), cpu()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        peak = 0
        while process.poll() is None:
            peak = max(peak, tree(process.pid))
            time.sleep(0.05)
        seconds = time.perf_counter() - started
        said = (process.stderr.read() if process.stderr else "").strip().splitlines()
    if process.returncode not in {0, 1}:
        raise SystemExit(f"{' '.join(command)}: {said[-1:]}")
    return seconds, cpu() - before, peak, said[-1] if said else ""


def rate(path: Path, count: int) -> None:
    """Rate against orjson."""
    gate = (str(Path(sys.executable).parent / "parkdocs"), "validate", str(path), "--jobs")
    best: dict[str, tuple[float, float, int, str]] = {}
    jobs = {"orjson read": (sys.executable, "-c", READ, str(path)), "--jobs 1": (*gate, "1"), "--jobs 2": (*gate, "2")}
    for _ in range(3):
        for name, command in jobs.items():
            done = run(*command)
            best[name] = min(best.get(name, done), done)
    read, used = best["orjson read"][:2]
    print(
        f"{count:,} records, {path.stat().st_size / count:,.0f} bytes each; rates against the read, by clock and by CPU"
    )
    for name, (seconds, spent, peak, said) in best.items():
        rates = f"{count / seconds:9,.0f} records/s  {read / seconds:6.1%}  {used / spent:6.1%}"
        print(f"{name:12} {seconds:6.2f} s  {spent:6.2f} s CPU  {rates}  {peak / 1e6:5.0f} MB  {said}")


def main() -> None:
    """Measure, and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=200_000)
    parser.add_argument("--ids", type=int, default=1_000_000)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "corpus.jsonl"
        made = records()
        for count in (asked.records // 4, asked.records):
            with path.open("wb") as out:
                for i in range(count):
                    out.write(renamed(made[i % PAGES], i))
            rate(path, count)
        with path.open("wb") as out:
            for i in range(asked.ids):
                out.write(b'{"id":"page-%07d","text":"Text number %d of the corpus."}\n' % (i, i))
            for i in (7, asked.ids // 2):
                out.write(b'{"id":"page-%07d","text":"Another text %d."}\n' % (i, i))
        for jobs in ("1", "2"):
            command = (str(Path(sys.executable).parent / "parkdocs"), "validate", str(path), "--jobs", jobs)
            seconds, spent, peak, said = run(*command)
            print(
                f"{asked.ids + 2:,} ids, --jobs {jobs}: {seconds:.1f} s, {spent:.1f} s CPU, {peak / 1e6:.0f} MB; {said}"
            )


if __name__ == "__main__":
    main()
