"""Train the labeller of HTML pages: ``python tools/train_html.py --data DIR -o FILE``.

Needs what ``train_labeller.py`` needs, whose first pass, trees and export serve here too.  DIR holds ``gold.jsonl``
with ``id``, ``url``, ``kind``, ``gold_text`` and, in ``html/``, ``<id>.html.gz``.  A line of a page's text layer is
content where the gold text has it, in order.  One thread, fixed seeds: the same data give the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlparse

import numpy as np
import scipy.sparse as sp
import train_labeller as base
from align import align

from parkdocs import alike, features, labeller, structure, surroundings
from parkdocs.model import Block, Layout
from parkdocs.sources import html
from parkdocs.structure import Seen
from parkdocs.trees import SCALE

KIND_C = 0.2
BARE = 0.7
"""The weight of a page without its chrome lines: a page that is clean already stays whole."""
NAMES = [*surroundings.RANGES, *structure.RANGES, *surroundings.OUTLINE, *structure.KINDS]
ROUNDS, RATE = 640, 0.08
EXTRA = {"extra_trees": True, "feature_fraction": 1.0}
"""Thresholds drawn at random, as in extremely randomized trees (Geurts and others, 2006): many weak trees do better on
pages of unseen sites than fewer sharp ones."""
LEAST, MOST = 200, 4.0
"""A page's content counts with so many characters at least; a page weighs so many times the median at most."""


class Page(NamedTuple):
    """A page's lines that are not blank, as ``features.unlinked`` gives them, with their marks and structure.

    ``y`` is 1 for chrome, 0 for content, -1 where that is not judged.
    """

    id: str
    site: str
    kind: str
    lines: list[str]
    marks: list[int]
    seen: Seen
    y: list[int]
    weight: float


def read(data: Path) -> Iterator[Page]:
    """Every page as it is, and once more with its content alone."""
    for row in map(json.loads, (data / "gold.jsonl").read_text("utf-8").splitlines()):
        if not row["gold_text"]:
            continue
        doc = html.read(gzip.decompress((data / "html" / f"{row['id']}.html.gz").read_bytes()), row["id"], "")
        layout = doc.layout
        assert layout
        solid = [(x.strip(), b) for x, b in zip(doc.raw.split("\n"), layout.blocks, strict=False) if b]
        if not solid:
            continue
        y = align([x for x, _ in solid], row["gold_text"], row["gold_title"] or "")
        kind = row["kind"] or ("forum" if "forum" in row["set"] else "article")
        site = urlparse(row["url"] or "").netloc or row["id"]
        yield _page(row["id"], site, kind, solid, layout, y, 1.0)
        bare = [(s, k) for s, k in zip(solid, y, strict=True) if k == 0]
        if len(bare) > 2:
            yield _page(row["id"], site, "", [s for s, _ in bare], layout, [0] * len(bare), BARE)


def _page(
    id: str, site: str, kind: str, solid: Sequence[tuple[str, Block]], layout: Layout, y: list[int], weight: float
) -> Page:
    said = [features.unlinked(x) for x, _ in solid]
    seen = Seen([b for _, b in solid], layout)
    return Page(id, site, kind, [x for x, _ in said], [k for _, k in said], seen, y, weight)


class Corpus(NamedTuple):
    """Pages as arrays, a row a line: ``x`` the first pass's ones, shapes first, then words, then words of tags."""

    pages: list[Page]
    at: np.ndarray
    y: np.ndarray
    fold: np.ndarray
    weight: np.ndarray
    shapes: list[features.Shape]
    x: sp.csr_matrix
    vocabulary: list[str]  # words of tags begin with a NUL


def gather(pages: list[Page]) -> Corpus:
    """All lines; a word counts where it was met on eight pages of five sites."""
    ids, ideas = dict[str, int](), base.read_ideas()
    met: dict[int, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
    rows, shapes, forms, weight = [], [], [], []
    for p in pages:
        for line, b in zip(p.lines, p.seen.blocks, strict=True):
            s = features.shape(line)
            shapes.append(s)
            forms.append(
                [a + labeller.table_index(f, s) for a, (_, f) in zip(base.TABLE_START, labeller.TABLES, strict=False)]
            )
            tags = structure.tokens(b, p.seen.layout, len(line), s.width)
            said = sorted(features.tokens(line))
            said += sorted({x for w in said for x in ideas.get(w, ())})
            row = [ids.setdefault(t, len(ids)) for t in (*said, *("\0" + t for t in tags))]
            rows.append(row)
            for k in set(row):
                met[k][0].add(p.id)
                met[k][1].add(p.site)
        w = np.array([(len(x) + 3) ** 0.5 * (y >= 0) for x, y in zip(p.lines, p.y, strict=True)])
        weight.append(w / max(w.sum(), 1e-9) * min(len(w), 100) ** 0.5 * p.weight)
    often = (k for k in range(len(ids)) if len(met[k][0]) >= base.PAGES and len(met[k][1]) >= base.SITES)
    known = {k: n for n, k in enumerate(often)}
    words = base.ones([[known[k] for k in row if k in known] for row in rows], len(known))
    words.sum_duplicates()
    y, w = np.array([v for p in pages for v in p.y]), np.concatenate(weight)
    return Corpus(
        pages,
        np.cumsum([0] + [len(p.y) for p in pages]),
        y,
        np.concatenate([np.full(len(p.y), base.fold_of(p.id)) for p in pages]),
        w / w[y >= 0].mean(),
        shapes,
        sp.hstack([base.ones(forms, int(base.TABLE_START[-1])), words]).tocsr(),
        [t for t, k in ids.items() if k in known],
    )


def parts(c: Corpus, b: np.ndarray, rows: np.ndarray) -> np.ndarray:
    """First scores of rows, their words' parts and their structure's parts, in units, as three columns."""
    n = int(base.TABLE_START[-1])
    of_tags = np.array([w.startswith("\0") for w in c.vocabulary])
    words = c.x[rows][:, n:]
    text, tags = words @ (b[n:-1] * ~of_tags), words @ (b[n:-1] * of_tags)
    total = c.x[rows][:, :n] @ b[:n] + text + tags + b[-1]
    scaled = np.rint(np.stack([total, text, tags], 1)).astype(np.int64) * surroundings.UNIT // SCALE
    return np.clip(scaled, -surroundings.CLIP, surroundings.CLIP)


def stack(c: Corpus) -> tuple[np.ndarray, np.ndarray]:
    """First scores, each from a regression that has not seen the page; and the final weights."""
    judged, out = c.y >= 0, np.zeros((len(c.y), 3), np.int64)
    for f in range(base.FOLDS):
        train, rest = np.flatnonzero(judged & (c.fold != f)), np.flatnonzero(c.fold == f)
        out[rest] = parts(c, base.regress(c.x[train], c.y[train], c.weight[train]), rest)
    train = np.flatnonzero(judged)
    return out, base.regress(c.x[train], c.y[train], c.weight[train])


def kinds(pages: list[Page]) -> tuple[list[dict[str, int]], dict[str, dict[str, int]]]:
    """For each page how much it is of each kind, by weights that have not seen it; and the final weights."""
    whole = [p for p in pages if p.kind]
    said = [structure.says(p.seen) for p in whole]
    sites: dict[str, set[str]] = defaultdict(set)
    for p, found in zip(whole, said, strict=True):
        for w in found:
            sites[w].add(p.site)
    vocabulary = {w: k for k, w in enumerate(sorted(w for w in sites if len(sites[w]) >= base.PAGES))}
    x = base.ones([sorted(vocabulary[w] for w in found if w in vocabulary) for found in said], len(vocabulary))
    fold, even = np.array([base.fold_of(p.id) for p in whole]), np.ones(len(whole))

    def learn(rows: np.ndarray) -> dict[str, dict[str, int]]:
        out = {}
        for kind in structure.KINDS:
            y = np.array([p.kind == kind for p in whole]).astype(int)
            b = base.regress(x[rows], y[rows], even[rows], KIND_C).tolist()
            out[kind] = {"": b[-1]} | {w: b[k] for w, k in vocabulary.items() if abs(b[k]) >= 3}
        return out

    by_fold = [learn(np.flatnonzero(fold != f)) for f in range(base.FOLDS)]
    figures = [structure.kinds(p.seen, by_fold[base.fold_of(p.id)]) for p in pages]
    return figures, learn(np.arange(len(whole)))


def place(c: Corpus, first: np.ndarray, figures: list[dict[str, int]]) -> np.ndarray:
    """The second pass's columns for all lines."""
    out = np.zeros((len(c.y), len(NAMES)), np.int16)
    for k, p in enumerate(c.pages):
        a, b = c.at[k], c.at[k + 1]
        view = surroundings.look(p.lines, c.shapes[a:b], first[a:b, 0].tolist(), first[a:b, 1].tolist(), p.marks)
        cols = surroundings.columns(view) | structure.columns(p.seen, view, first[a:b, 2].tolist(), alike.alike(p.seen))
        page = surroundings.outline(view) | figures[k]
        out[a:b] = np.array([cols[n] if n in cols else [page[n]] * (b - a) for n in NAMES]).T
    return out


def weigh(pages: list[Page]) -> np.ndarray:
    """Weights of all lines for the trees: about what a line gets wrong of its page's F1.

    That is its length over that of the content.  Roots keep short lines in sight, whose verdicts their kin share.
    """
    out = []
    for p in pages:
        content = sum(len(x) for x, y in zip(p.lines, p.y, strict=True) if y == 0)
        w = np.array([(len(x) + 3) ** 0.75 * (y >= 0) for x, y in zip(p.lines, p.y, strict=True)])
        out.append(w / max(content, LEAST) ** 0.5 * p.weight)
    most = MOST * float(np.median([w.sum() for w in out if w.any()]))
    return np.concatenate([w * min(1.0, most / max(w.sum(), 1e-9)) for w in out])


def train(pages: list[Page]) -> dict[str, Any]:
    """Weights from pages, as ``labeller.build`` reads them."""
    c = gather(pages)
    first, b = stack(c)
    figures, of_kinds = kinds(c.pages)
    x, judged, weight = place(c, first, figures), c.y >= 0, weigh(pages)
    weight /= weight[judged].mean()
    second = base.boost(x[judged], c.y[judged], weight[judged], NAMES, ROUNDS, RATE, EXTRA)
    words = dict(zip(c.vocabulary, b[int(base.TABLE_START[-1]) : -1].tolist(), strict=True))
    data = base.export(b.tolist(), base.spread(words), second, x, NAMES)
    tags = {w[1:]: v for w, v in data["words"].items() if w[0] == "\0"}
    return data | {"words": {w: v for w, v in data["words"].items() if w[0] != "\0"}, "tags": tags, "kinds": of_kinds}


def main() -> None:
    """Read, train, write."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--data", type=Path, required=True)
    ap.add_argument("-o", "--output", type=Path, required=True)
    a = ap.parse_args()
    text = json.dumps(train(list(read(a.data))), ensure_ascii=False, separators=(",", ":"))
    a.output.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
