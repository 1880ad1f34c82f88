"""What a learned pack adds on pages of a site that were kept out of learning.

    python bench/learn.py DATA [--least 5] [--rules-only]

Sites are the hosts of DATA's pages (the page's own tags name it where gold.jsonl does not) with at least ``--least``
pages.  Of each site every page with labels is kept out once; a pack is learned from the others, and the page is cleaned
without and with it.  Counted are characters of lines that the labels call chrome and content, as flatb has them.  With
``--rules-only`` the labeller is silent: it takes most of what a site repeats by itself, so that a pack then mainly
turns its guesses into rules with reasons.  The last row takes the packs to pages of other sites, where they must lose
nothing.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

from parkdocs import labeller, lines, pipeline
from parkdocs.corpus import learn, learn_pack
from parkdocs.model import Document
from parkdocs.pipeline import Settings
from parkdocs.sources import html


def load(data: Path) -> dict[str, list[tuple[Document, str]]]:
    """Pages by site, each with its labels, "" where it has none."""
    sites = defaultdict(list)
    for line in (data / "gold.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        path = data / "flatb" / f"{row['id']}.txt"
        page = html.read(gzip.decompress((data / row["html_path"]).read_bytes()), row["id"], row["url"] or "")
        labels = ""
        if path.exists():
            text = path.read_bytes().decode()
            page = page._replace(raw=text, text=text, layout=None)
            labels = path.with_suffix(".lab").read_text().replace("\n", "")
        site = learn.site_of(page, "host")
        if site:
            sites[site].append((page._replace(source=f"https://{site}/"), labels))
    return sites


def counts(doc: Document, labels: str, packs: tuple[str, ...]) -> Counter[str]:
    """Characters of chrome and content, all and removed."""
    done = pipeline.advance(doc, "clean", Settings(packs))
    gone = Counter[int]()
    for line in lines.removed_lines(done):
        gone[line.number] += len(line.text)
    total = Counter[str]()
    for line, label in zip(lines.split(doc.raw), labels, strict=False):
        if any(c.isalnum() for c in line.text):
            total[label] += len(line.text)
            total[label + "-"] += min(gone[line.number], len(line.text))
    return total


def pack(site: str, documents: list[Document], folder: Path) -> tuple[str, ...]:
    """The path of a site's pack, nothing where nothing is learned."""
    held = learn.gather(documents, "host")
    text = "\n".join(learn_pack.rules(held[name], learn.learn(held[name], 2)) for name in sorted(held))
    path = folder / f"{site}-{len(list(folder.iterdir()))}.toml"
    path.write_text(text, "utf-8")
    return (str(path),) if "[[rule]]" in text else ()


def report(name: str, before: Counter[str], after: Counter[str]) -> None:
    """One row: chrome removed and content lost, before and after."""
    left = before["X"] - before["X-"]
    taken = (after["X-"] - before["X-"]) / left if left else 0.0
    chrome = [c["X-"] / max(c["X"], 1) for c in (before, after)]
    lost = [c["C-"] / max(c["C"], 1) for c in (before, after)]
    print(
        f"{name:28} chrome removed {chrome[0]:.3f} -> {chrome[1]:.3f} ({taken:.0%} of what was left)"
        f"   content lost {lost[0]:.4f} -> {lost[1]:.4f}"
    )


def main() -> int:
    """Measure and print; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--least", type=int, default=5)
    parser.add_argument("--most", type=int, default=0, help="leave out sites with more pages")
    parser.add_argument("--elsewhere", type=int, default=100, metavar="N", help="pages of other sites to try packs on")
    parser.add_argument("--rules-only", action="store_true", help="without the labeller")
    a = parser.parse_args()
    if a.rules_only:
        labeller.label = lambda texts, *rest: [False] * len(texts)
    sites = load(a.data)
    chosen = sorted(s for s, held in sites.items() if len(held) >= a.least and (not a.most or len(held) <= a.most))
    total, packs = (Counter[str](), Counter[str]()), list[str]()
    with tempfile.TemporaryDirectory() as name:
        for site in chosen:
            both = (Counter[str](), Counter[str]())
            held = sites[site]
            for k, (doc, labels) in enumerate(held):
                if labels:
                    learned = pack(site, [d for j, (d, _) in enumerate(held) if j != k], Path(name))
                    packs += learned[: not k]
                    both[0].update(counts(doc, labels, ()))
                    both[1].update(counts(doc, labels, learned))
            report(f"{site} ({len(held)})", *both)
            total[0].update(both[0])
            total[1].update(both[1])
        report("all", *total)
        others = [page for site in sorted(sites) if site not in chosen for page in sites[site] if page[1]]
        some = others[:: max(len(others) // max(a.elsewhere, 1), 1)]
        elsewhere = [Counter[str](), Counter[str]()]
        for doc, labels in some:
            elsewhere[0].update(counts(doc, labels, ()))
            elsewhere[1].update(counts(doc, labels, tuple(packs)))
        report(f"{len(some)} pages elsewhere", *elsewhere)
    return 0


if __name__ == "__main__":
    sys.exit(main())
