"""Near-duplicates found among texts with made-up edits: recall and precision; and the memory that many take.

    python bench/dedup.py DATA                    # recall and precision on the texts of DATA's gold.jsonl
    python bench/dedup.py --synthetic 1000000     # time, memory and temporary disk on made-up texts

Of every gold text (one a title and address, for the sets hold some pages twice) a copy is made in which a share of the
tokens, words or Chinese characters, is replaced, left out, doubled or swapped, or it is cut off after two fifths.
Texts and copies make one corpus.  Recall is the share of copies that stand in a cluster with their text, precision
the share of the pairs (copy, best copy) that really come from one text.  Edits are drawn from a fixed seed.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from parkdocs.corpus.dedup import Corpus, Options, Source, clusters

TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]|[^\W_]+|\s+|.", re.DOTALL)
SHORTEST = 40
"""Tokens of the shortest text that is edited; of fewer, 5 % are one or two."""
FILLER = "lorem ipsum"
"""Texts of printers' filler are all near-duplicates of each other."""


def edited(text: str, rate: float, dice: random.Random) -> str:
    """The text with a share ``rate`` of its words (Chinese: characters) changed: new, gone, doubled or swapped."""
    tokens = TOKEN.findall(text)
    solid = [k for k, token in enumerate(tokens) if token[0].isalnum()]
    for k in dice.sample(solid, max(round(rate * len(solid)), 1)):
        other = tokens[dice.choice(solid)]
        kind = dice.randrange(4)
        if kind == 0:
            tokens[k] = other
        elif kind == 1:
            tokens[k] = ""
        elif kind == 2:
            tokens[k] += f" {other}" if tokens[k].isascii() else other
        else:
            j = min(k + 2, len(tokens) - 1)
            tokens[k], tokens[j] = tokens[j], tokens[k]
    return "".join(tokens)


def texts(data: Path) -> list[str]:
    """Gold texts long enough, one a title and address."""
    seen, found = set[str](), list[str]()
    for line in (data / "gold.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        keys = {row["url"], row["gold_title"], (row["gold_text"] or "")[:200]} - {None, ""}
        filler = FILLER in (row["gold_text"] or "").casefold()
        if row["gold_text"] and not filler and len(TOKEN.findall(row["gold_text"])) >= 2 * SHORTEST and not keys & seen:
            found.append(row["gold_text"])
        seen |= keys
    return found


def quality(originals: list[str], rate: float, similarity: float) -> None:
    """Print recall and precision for one rate of edits, for 0 of copies that are cut off after two fifths."""
    dice = random.Random(7)
    copies = [edited(text, rate, dice) if rate else text[: len(text) * 2 // 5] for text in originals]
    rows = [*enumerate(originals), *enumerate(copies)]
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "corpus.jsonl"
        lines = (json.dumps({"id": str(i), "text": row[1]}, ensure_ascii=False) for i, row in enumerate(rows))
        path.write_text("\n".join(lines), "utf-8")
        found = dedup(path, Path(name), similarity)
    where = {n: c for c, cluster in enumerate(found) for n in (cluster.best, *(x.number for x in cluster.copies))}
    mine = range(len(originals), len(rows))
    met = sum(n in where and where.get(rows[n][0]) == where[n] for n in mine)
    name = f"{rate:.0%} edits" if rate else "cut off"
    print(f"{name:10} {met} of {len(mine)} copies found, recall {met / len(mine):.4f}")
    pairs = [(cluster.best, copy.number) for cluster in found for copy in cluster.copies]
    wrong = [(a, b) for a, b in pairs if rows[a][0] != rows[b][0]]
    print(f"{'':10} {len(pairs)} pairs, wrong {len(wrong)}, precision {1 - len(wrong) / max(len(pairs), 1):.4f}")
    for a, b in wrong[:8]:
        print(f"   {rows[a][1][:60]!r} / {rows[b][1][:60]!r}")


def dedup(path: Path, folder: Path, similarity: float) -> list:
    """Clusters of one file."""
    corpus = Corpus([Source(str(path), path.name)], folder, Options(similarity=similarity))
    try:
        corpus.read(print)
        return list(clusters(corpus))
    finally:
        corpus.close()


def made_up(count: int, dice: random.Random) -> Iterator[str]:
    """Texts of some 400 characters, one in ten a copy of an earlier one with few edits; the same for the same count."""
    zh = [chr(c) for c in range(0x4E00, 0x4E00 + 3000)]
    en = ["".join(dice.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(dice.randint(2, 9))) for _ in range(5000)]
    recent = list[str]()
    for k in range(count):
        if recent and k % 10 == 0:
            yield edited(dice.choice(recent), 0.02, dice)
            continue
        text = "".join(dice.choices(zh, k=200)) if k % 2 else " ".join(dice.choices(en, k=70))
        recent = [*recent[-200:], text] if k % 50 == 1 else recent
        yield text


def many(count: int) -> None:
    """Print time, memory and disk for made-up texts; the corpus is written first and not counted."""
    with tempfile.TemporaryDirectory(dir=".") as name:
        path, dice = Path(name) / "corpus.jsonl", random.Random(1)
        with open(path, "w", encoding="utf-8") as out:
            for k, text in enumerate(made_up(count, dice)):
                out.write(json.dumps({"id": str(k), "text": text}, ensure_ascii=False) + "\n")
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        (Path(name) / "index").mkdir()
        begin = time.process_time()
        corpus = Corpus([Source(str(path), path.name)], Path(name) / "index", Options())
        corpus.read(print)
        middle = time.process_time()
        found = copies = 0
        for cluster in clusters(corpus):
            found += 1
            copies += len(cluster.copies)
        end = time.process_time()
        disk = sum(p.stat().st_size for p in (Path(name) / "index").iterdir())
        corpus.close()
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(f"{count:,} documents, {path.stat().st_size / 1e6:,.0f} MB: {found:,} clusters, {copies:,} copies")
        print(f"index {middle - begin:.0f} s CPU, compare {end - middle:.0f} s; {disk / 1e6:,.0f} MB of temporary disk")
        print(f"largest resident set {peak / 1024:,.0f} MB ({before / 1024:,.0f} MB before)")


def main() -> int:
    """Measure and print; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--synthetic", type=int, default=0, metavar="N")
    parser.add_argument("--similarity", type=float, default=Options().similarity)
    a = parser.parse_args()
    if a.synthetic:
        many(a.synthetic)
    elif a.data:
        originals = texts(a.data)
        for rate in (0.02, 0.05, 0.10, 0.0):
            quality(originals, rate, a.similarity)
    return 0


if __name__ == "__main__":
    sys.exit(main())
