"""What the labeller learns from: pages in several forms, labelled line by line; see ``train_labeller.py``."""

from __future__ import annotations

import gzip
import json
import random
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlparse

import labeller_short
from align import align

from parkdocs import features
from parkdocs.sources import html
from parkdocs.sources.reading import Reading

FOLDS = 5
SHORT_EACH = {"zh": 5}
"""Short documents made of each clean text, 3 unless the language says otherwise: Chinese pages are few."""


class Doc(NamedTuple):
    """A labelled document without its blank lines; ``y`` is 1 chrome, 0 content, -1 not judged."""

    id: str
    site: str
    kind: str
    lines: list[str]
    y: list[int]
    marks: list[int]

    @property
    def fold(self) -> int:
        return fold_of(self.id)


def fold_of(id: str) -> int:
    """The fold of a page, whatever its forms."""
    return zlib.crc32(id.encode()) % FOLDS


def make(id: str, site: str, kind: str, lines: list[str], letters: Sequence[str]) -> Doc:
    """A document from lines and letters, blank lines dropped, lines stripped."""
    y = [0 if c == "C" else 1 if c in "XNSTFR" else -1 for c in letters]
    kept = [(*features.unlinked(x.strip()), k) for x, k in zip(lines, y, strict=True) if x.strip()]
    return Doc(id, site, kind, [x for x, _, _ in kept], [k for _, _, k in kept], [m for _, m, _ in kept])


def read(data: Path) -> list[Doc]:
    """Every page in both its forms, its gold text as a clean document, and one sparse variant."""
    out = []
    for row in map(json.loads, (data / "gold.jsonl").read_text("utf-8").splitlines()):
        if not row["gold_text"]:
            continue
        site = urlparse(row["url"] or "").netloc or row["id"]
        for form in ("flatb", "flat"):
            lines = (data / form / f"{row['id']}.txt").read_text("utf-8").split("\n")[:-1]
            letters = "".join((data / form / f"{row['id']}.lab").read_text().split("\n")).replace("T", "?")
            out.append(make(row["id"], site, form, lines, letters))
        lines = row["gold_text"].split("\n")
        out.append(make(row["id"], site, "clean", lines, "C" * len(lines)))
    out += [s for d in out if d.kind == "flatb" for s in sparse(d)]
    out += read_markdown(data)
    return [d for d in out if d.lines]


def read_markdown(data: Path) -> list[Doc]:
    """Every page as Markdown with the targets of its links, as many scrapers save pages; and a sparse variant."""
    out = []
    for row in map(json.loads, (data / "gold.jsonl").read_text("utf-8").splitlines()):
        if not row["gold_text"]:
            continue
        site = urlparse(row["url"] or "").netloc or row["id"]
        page = gzip.decompress((data / "html" / f"{row['id']}.html.gz").read_bytes())
        lines = [x for x in html.read(page, row["id"], "", Reading(links=True)).raw.split("\n") if x.strip()]
        y = align([features.unlinked(x.strip())[0] for x in lines], row["gold_text"], row["gold_title"] or "")
        rnd = random.Random("markdown " + row["id"])
        mark = rnd.choice(("-", "*", "*", "•", ""))
        lines = [mark + x[1:] if x.startswith("- ") else x for x in lines]
        doc = make(row["id"], site, "markdown", lines, ["CX?"[k] for k in y])
        out += [doc, *(d._replace(kind="markdown") for d in sparse(doc))]
    return out


def read_short(data: Path) -> list[Doc]:
    """Stretches of the clean texts between lines of chrome written for this."""
    rows = [r for r in map(json.loads, (data / "gold.jsonl").read_text("utf-8").splitlines()) if r["gold_text"]]
    bank, out = labeller_short.read_bank(), []
    for r in rows:
        for k in range(SHORT_EACH.get(r["lang"], 3)):
            lang = r["lang"] if r["lang"] in ("en", "zh") else "other"
            made = labeller_short.short_document(r["gold_text"].split("\n"), lang, bank, f"{k} {r['id']}")
            site = urlparse(r["url"] or "").netloc or r["id"]
            out.append(make(r["id"], site, "short", [x for x, _ in made], [y for _, y in made]))
    return [d for d in out if d.lines]


def read_more(data: Path) -> list[Doc]:
    """Documents labelled line by line, blank lines in place."""
    out = []
    for row in map(json.loads, (data / "gold.jsonl").read_text("utf-8").splitlines()):
        lines = (data / "docs" / f"{row['id']}.txt").read_text("utf-8").split("\n")
        out.append(make(f"more-{row['id']}", row["id"], "more", lines, row["labels"]))
    return out


def read_made(path: Path) -> list[Doc]:
    """Documents without any chrome, written for this: poems, tables, minutes, code.  Each weighs as two pages."""
    texts = [t.strip("\n").split("\n") for t in path.read_text("utf-8").split("=====\n")]
    return [make(f"made-{k}", f"made-{k}", "made", lines, "C" * len(lines)) for k, lines in enumerate(texts)]


def read_written(folder: Path) -> list[Doc]:
    """Documents with their chrome, written and labelled for this, as pages of all kinds of sites are saved.

    In a file each begins with ``=== ID | language | kind | truncated or complete | title | date | author``, then comes
    for each of its lines the letter (that of ``read_more``, B for blank), a tab, the text.  Each is a site of its own.
    """
    out = []
    for path in sorted(folder.glob("*.txt")):
        for text in path.read_text("utf-8").split("=== ")[1:]:
            head, *lines = text.rstrip("\n").split("\n")
            name = head.split(" | ")[0]
            letters, texts = zip(*(line.split("\t", 1) for line in lines), strict=True)
            out.append(make(f"made-{name}", name, "written", list(texts), letters))
    return [d for d in out if d.lines]


def sparse(d: Doc) -> list[Doc]:
    """The page with only a few lines of its chrome left: what a scraper leaves that took most of it away."""
    rnd, content = random.Random(d.id), [i for i, y in enumerate(d.y) if y == 0]
    if len(content) < 3:
        return []
    first, last = content[0], content[-1]
    keep = set(content)
    if rnd.random() < 0.6:
        keep |= set(range(first, last + 1))
    for side, near_end in ((list(range(first)), True), (list(range(last + 1, len(d.y))), False)):
        k = min(len(side), rnd.choice((0, 0, 1, 2, 3, 4, 6, 9)))
        near = side[-k:] if near_end else side[:k]
        keep |= set() if not k else set(near) if rnd.random() < 0.6 else set(rnd.sample(side, k))
    order = sorted(keep)
    if rnd.random() < 0.25:
        at = rnd.randrange(len(order))
        order = order[at : at + max(4, len(order) // 2)]
    return [
        Doc(d.id, d.site, "sparse", [d.lines[i] for i in order], [d.y[i] for i in order], [d.marks[i] for i in order])
    ]
