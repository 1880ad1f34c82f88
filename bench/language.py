"""Languages against langdetect, which the profiles come from: accuracy on documents and on lines, and CPU.

    python bench/language.py DATA [--lines 6]

DATA holds ``gold.jsonl`` with ``gold_text`` and ``lang`` (ISO 639-1; ``xx`` where nobody looked), and is never part of
this project.  Documents of over 200 characters and lines of over 40 count; a line's language is its document's.  Both
read the same texts one by one.  The time to load the profiles is measured in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from parkdocs.metadata import language
from parkdocs.model import Document

DOCUMENT, LINE = 200, 40  # characters; shorter texts are not judged
SAME = {"nb": "no", "nn": "no", "zh-cn": "zh", "zh-tw": "zh", "zh-Hans": "zh", "zh-Hant": "zh", "fil": "tl", "bs": "hr"}
LOADING = (
    "import time\nfrom parkdocs.metadata import ngrams\nbegin = time.perf_counter()\nngrams.table('latin')\n"
    "print(1000 * (time.perf_counter() - begin))"
)

Pair = tuple[str, str]
"""A text and its language."""


def ours(text: str) -> str:
    """The language that parkdocs finds."""
    return language.fill(Document("i", "s", text, text)).metadata.language


def theirs(text: str) -> str:
    """The language that langdetect finds, "und" where it finds none."""
    from langdetect import LangDetectException, detect

    try:
        return str(detect(text))
    except LangDetectException:
        return "und"


def texts(data: Path, most: int) -> tuple[list[Pair], list[Pair]]:
    """Documents and lines with their languages; of one document at most ``most`` lines, evenly taken."""
    rows = map(json.loads, (data / "gold.jsonl").read_text("utf-8").splitlines())
    known = [
        (row["gold_text"], row["lang"]) for row in rows if row["gold_text"] and row["lang"] not in ("", "xx", None)
    ]
    lines = []
    for text, code in known:
        long = [line for line in text.splitlines() if len(line) > LINE]
        lines += [(line, code) for line in long[:: max(1, len(long) // most)][:most]]
    return [(text, code) for text, code in known if len(text) > DOCUMENT], lines


def measure(detect: Callable[[str], str], pairs: Iterable[Pair]) -> tuple[float, float, Counter[str]]:
    """Share right, milliseconds a text, and the mistakes."""
    wrong: Counter[str] = Counter()
    right = count = 0
    begin = time.process_time()
    for text, code in pairs:
        found = detect(text)
        same = SAME.get(found, found) == SAME.get(code, code)
        right, count = right + same, count + 1
        if not same:
            wrong[f"{code} as {found}"] += 1
    return right / max(count, 1), 1000 * (time.process_time() - begin) / max(count, 1), wrong


def main() -> int:
    """Print a row for each kind of text and reader; the exit code is 1 where the bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--lines", type=int, default=6, help="lines taken of a document")
    options = parser.parse_args()
    from langdetect import DetectorFactory

    DetectorFactory.seed = 0
    for sample in ("The profiles are loaded before anything is measured.", "先装载", "Профили загружаются"):
        ours(sample)
        theirs(sample)
    missed = False
    for name, pairs in zip(("documents", "lines"), texts(options.data, options.lines), strict=True):
        mine, own_time, own_wrong = measure(ours, pairs)
        peer, peer_time, peer_wrong = measure(theirs, pairs)
        missed = missed or mine < peer or own_time * 20 > peer_time
        print(f"{name:10}{len(pairs):6}  parkdocs   {mine:.4f} {own_time:8.3f} ms")
        print(f"{'':16}  langdetect {peer:.4f} {peer_time:8.3f} ms")
        print(f"{'':16}  {peer_time / own_time:.0f} times faster; wrong: {dict(own_wrong.most_common(8))}")
        print(f"{'':16}  langdetect's: {dict(peer_wrong.most_common(8))}")
    loading = subprocess.run([sys.executable, "-c", LOADING], capture_output=True, check=True).stdout
    print(f"profiles   loaded in {float(loading):.1f} ms")
    return int(missed or float(loading) > 50)


if __name__ == "__main__":
    sys.exit(main())
