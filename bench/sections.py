"""How well headings are found that carry no mark: F1 of heading lines, and how many of the found have the right level.

    python bench/sections.py DATA            (make bench-sections DATA=DIR)

Two sources.  Pages: ``DATA/gold.jsonl`` with ``id``, ``gold_text``, ``gold_title`` and ``DATA/html/ID.html.gz``; the
blocks of a page whose text stands in the gold text become lines with blank lines between, its h1 to h6 plain lines
among them.  Only pages that are documents count (articles and documentation, no forums, shops and listings), and only
headings that open a section: prose stands below them, or below the headings that follow at once.  The rest of the h1 to
h6 (names of products, teasers, labels), paragraphs all in bold, defined terms, and the page's own title are neither
right nor wrong; code is left out.  Pages that mark no heading at all tell only how many lines were taken for one.
Markdown: the documents in ``bench/markdown``, their ``#`` taken away.  Levels are ranks: the highest heading of a
document is 1.  DATA is never part of this project.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode

from parkdocs.model import Document
from parkdocs.pipeline import Settings, advance
from parkdocs.sections import segment

MARKDOWN = Path(__file__).parent / "markdown"
HEADINGS = {f"h{n}": n for n in range(1, 7)}
BLOCKS = {*HEADINGS, "p", "li", "tr", "dt", "dd", "blockquote", "figcaption", "div", "section", "article"}
DROPPED = {"pre", "script", "style", "noscript", "template", "svg", "nav", "head"}
INLINE = {
    "a",
    "abbr",
    "b",
    "big",
    "cite",
    "code",
    "em",
    "font",
    "i",
    "mark",
    "q",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "u",
    "time",
    "-text",
}
DOCUMENTS = {None, "article", "documentation"}
CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
ATX = re.compile(r"(#{1,6}) (.+?)(?: #+)?$")


class Sample(NamedTuple):
    """A text and its headings, each with its level; ``neutral`` lines are not scored."""

    kind: str
    id: str
    text: str
    headings: list[tuple[int, str]]
    neutral: set[str]


def norm(text: str) -> str:
    """Letters and digits, folded."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def blocks(node: LexborNode) -> Iterator[tuple[str, str]]:
    """Tag and text of each block that holds text of its own, in the order of the page."""
    words: list[str] = []
    name = "bold" if is_bold(node) else node.tag or ""
    child = node.child
    while child is not None:
        tag = child.tag or ""
        if tag == "br":
            words.append("\n")
        elif tag in {"td", "th"}:
            words.append(" | " + " ".join(child.text(deep=True).split()))
        elif tag in INLINE and not (tag != "-text" and any(c.tag in BLOCKS for c in child.iter())):
            words.append(child.text(deep=True))
        elif tag not in DROPPED:
            yield from told(name, words)
            words = []
            yield from blocks(child)
        child = child.next
    yield from told(name, words)


def is_bold(node: LexborNode) -> bool:
    """Whether a paragraph is all in bold: a heading for the eye, whatever its tag."""
    bold = "".join(b.text(deep=True) for b in node.css("b, strong")) if node.tag in {"p", "div"} else ""
    return bool(bold) and norm(bold) == norm(node.text(deep=True))


def told(tag: str, words: list[str]) -> Iterator[tuple[str, str]]:
    """The words of a block as its lines."""
    for line in "".join(words).split("\n"):
        if text := " ".join(line.split()):
            yield tag, text


def page(row: dict[str, str], data: Path) -> Sample | None:
    """The sample of one page, none where fewer than three of its blocks stand in the gold text."""
    html = gzip.decompress((data / "html" / f"{row['id']}.html.gz").read_bytes()).decode("utf-8", "replace")
    body = LexborHTMLParser(html).body
    gold = norm(row["gold_text"])
    kept = [(tag, text) for tag, text in blocks(body) if norm(text) and norm(text) in gold] if body else []
    long = [i for i, (tag, text) in enumerate(kept) if tag not in HEADINGS and len(text) >= 40]
    if len(long) < 3:
        return None
    kept = kept[max(0, long[0] - 2) : long[-1] + 1]
    lines = [f"- {text}" if tag == "li" else text for tag, text in kept]
    opening = [i for i, (tag, _) in enumerate(kept) if tag in HEADINGS and opens(kept, i)]
    found = [(HEADINGS[kept[i][0]], kept[i][1]) for i in opening]
    neutral = {
        norm(text) for i, (tag, text) in enumerate(kept) if tag in {*HEADINGS, "bold", "dt"} and i not in opening
    }
    neutral |= {norm(row.get("gold_title") or ""), *(norm(text) for level, text in found if level == 1)}
    kind = "pages" if any(norm(text) not in neutral for _, text in found) else "unmarked"
    return Sample(kind, row["id"], "\n\n".join(lines) + "\n", found, neutral)


def opens(kept: list[tuple[str, str]], i: int) -> bool:
    """Whether prose stands below a heading, or below the headings that follow it at once."""
    under = next((b for b in kept[i + 1 : i + 4] if b[0] not in HEADINGS), ("", ""))
    return under[0] != "bold" and len(under[1]) >= (20 if CJK.search(under[1]) else 40)


def markdown(path: Path) -> Sample:
    """The sample of a Markdown document: its heading marks gone, its title (the only ``#``) not scored."""
    lines, found = [], []
    for line in path.read_text("utf-8").split("\n"):
        m = ATX.match(line)
        if m:
            found.append((len(m[1]), m[2]))
        lines.append(m[2] if m else line)
    top = [text for level, text in found if level == 1]
    return Sample("markdown", path.stem, "\n".join(lines), found, {norm(top[0])} if len(top) == 1 else set())


def samples(data: Path | None) -> Iterator[Sample]:
    """All samples, Markdown first; progress on standard error."""
    yield from (markdown(path) for path in sorted(MARKDOWN.glob("*.md")))
    if data is None:
        return
    with (data / "gold.jsonl").open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    rows = [r for r in rows if r["gold_text"] and r["kind"] in DOCUMENTS and "forum" not in r["set"]]
    for i, row in enumerate(rows, 1):
        if sample := page(row, data):
            yield sample
        if i % 50 == 0 and sys.stderr.isatty():
            sys.stderr.write(f"\r{i} of {len(rows)} pages")
    if sys.stderr.isatty():
        sys.stderr.write("\n")


def ranked(headings: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Levels as ranks from 1."""
    ranks = {level: rank for rank, level in enumerate(sorted({level for level, _ in headings}), 1)}
    return [(ranks[level], text) for level, text in headings]


def score(sample: Sample, *, clean: bool) -> tuple[Counter[str], list[str]]:
    """Counts for one sample, and its errors in words."""
    doc = Document(sample.id, sample.id, sample.text, sample.text)
    doc = advance(doc, "segment", Settings()) if clean else segment(doc)
    neutral = sample.neutral
    said = ranked([(s.level, s.heading) for s in doc.sections if s.heading and norm(s.heading) not in neutral])
    gold = ranked([(level, text) for level, text in sample.headings if norm(text) not in neutral])
    open_ = [(level, norm(text), text) for level, text in gold]
    counts: Counter[str] = Counter()
    errors = []
    for level, text in said:
        hit = next((o for o in open_ if o[1] == norm(text)), None)
        if hit:
            open_.remove(hit)
            counts["right"] += 1
            counts["level"] += hit[0] == level
        else:
            counts["wrong"] += 1
            errors.append(f"+ {text}")
    counts["missed"] = len(open_)
    return counts, errors + [f"- {text}" for _, _, text in open_]


def table(totals: dict[str, Counter[str]]) -> str:
    """One small table."""
    rows = [f"{'source':10}{'texts':>7}{'headings':>10}{'wrong':>7}{'P':>7}{'R':>7}{'F1':>7}{'level':>7}"]
    for kind, c in totals.items():
        p = c["right"] / max(1, c["right"] + c["wrong"])
        r = c["right"] / max(1, c["right"] + c["missed"])
        f = 2 * p * r / (p + r) if p + r else 0.0
        level = c["level"] / max(1, c["right"])
        rows.append(
            f"{kind:10}{c['texts']:7}{c['right'] + c['missed']:10}{c['wrong']:7}{p:7.3f}{r:7.3f}{f:7.3f}{level:7.3f}"
        )
    return "\n".join(rows)


def main() -> int:
    """Measure and print the table; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path, nargs="?")
    parser.add_argument("--clean", action="store_true", help="clean the texts first, as the command line does")
    parser.add_argument("--errors", action="store_true", help="list what was wrong, by text")
    options = parser.parse_args()
    totals: dict[str, Counter[str]] = {}
    for sample in samples(options.data):
        counts, errors = score(sample, clean=options.clean)
        totals.setdefault(sample.kind, Counter()).update({**counts, "texts": 1})
        if options.errors and errors:
            print(sample.id, *errors, sep="\n  ")
    print(table(totals))
    return 0


if __name__ == "__main__":
    sys.exit(main())
