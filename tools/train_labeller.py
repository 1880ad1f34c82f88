"""Train the labeller: ``python tools/train_labeller.py --data DIR [--more DIR] -o FILE``.

Needs numpy, scipy and lightgbm (the package itself does not).  DIR holds ``gold.jsonl`` with ``id``, ``url`` and
``gold_text`` and, in ``flat/`` and ``flatb/``, ``<id>.txt`` with a letter a line in ``<id>.lab``: C content, X chrome.
``--more`` is a second directory: ``docs/<id>.txt`` and ``labels`` in its ``gold.jsonl`` (C content, NSTFR chrome).
One thread, fixed seeds: the same data give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import random
import zlib
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlparse

import labeller_short
import lightgbm
import numpy as np
import scipy.sparse as sp
from scipy.optimize import minimize

from parkdocs import features, labeller, surroundings

SAMPLES = Path(__file__).with_name("labeller_samples.txt")
FOLDS = 5
PAGES, SITES = 8, 5
"""A word gets a weight when it was met on so many pages of so many sites: names and page text do not."""
KIND_WEIGHT = {"flat": 1.0, "flatb": 1.0, "clean": 2.0, "sparse": 0.5, "short": 1.5, "more": 1.0, "made": 2.0}
SHORT_EACH = 3
"""Short documents made of each clean text."""
ROUNDS, RATE = 160, 0.12


class Doc(NamedTuple):
    """A labelled document without its blank lines; ``y`` is 1 chrome, 0 content, -1 not judged."""

    id: str
    site: str
    kind: str
    lines: list[str]
    y: list[int]

    @property
    def fold(self) -> int:
        return fold_of(self.id)


def fold_of(id: str) -> int:
    """The fold of a page, whatever its forms."""
    return zlib.crc32(id.encode()) % FOLDS


def make(id: str, site: str, kind: str, lines: list[str], letters: Sequence[str]) -> Doc:
    """A document from lines and letters, blank lines dropped, lines stripped."""
    y = [0 if c == "C" else 1 if c in "XNSTFR" else -1 for c in letters]
    kept = [(x.strip(), k) for x, k in zip(lines, y, strict=True) if x.strip()]
    return Doc(id, site, kind, [x for x, _ in kept], [k for _, k in kept])


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
    return [d for d in out if d.lines]


def read_short(data: Path) -> list[Doc]:
    """Stretches of the clean texts between lines of chrome written for this."""
    rows = [r for r in map(json.loads, (data / "gold.jsonl").read_text("utf-8").splitlines()) if r["gold_text"]]
    bank, out = labeller_short.read_bank(), []
    for r in rows:
        for k in range(SHORT_EACH):
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
    return [Doc(d.id, d.site, "sparse", [d.lines[i] for i in order], [d.y[i] for i in order])]


class Corpus(NamedTuple):
    """Documents as arrays: ``at`` the first row of each, ``y``, ``fold`` and ``weight`` a row a line."""

    docs: list[Doc]
    at: np.ndarray
    y: np.ndarray
    fold: np.ndarray
    weight: np.ndarray
    shapes: list[features.Shape]
    forms: sp.csr_matrix
    words: sp.csr_matrix
    vocabulary: list[str]


def weigh(d: Doc) -> np.ndarray:
    """Weight of a document's lines: longer lines more, pages nearly alike."""
    w = np.array([(len(x) + 3) ** 0.5 if y >= 0 else 0.0 for x, y in zip(d.lines, d.y, strict=True)])
    return w / max(w.sum(), 1e-9) * KIND_WEIGHT[d.kind] * min(len(w), 100) ** 0.5


TABLE_START = np.cumsum([0] + [int(np.prod([labeller.SIZES[f] for f in fields])) for _, fields in labeller.TABLES])


def gather(docs: list[Doc]) -> Corpus:
    """Shapes and words of all lines as sparse matrices."""
    ids: dict[str, int] = {}
    pages, sites, rows, shapes, forms = defaultdict(set), defaultdict(set), [], [], []
    for d in docs:
        for line in d.lines:
            s = features.shape(line)
            shapes.append(s)
            forms.append(
                [a + labeller.table_index(f, s) for a, (_, f) in zip(TABLE_START, labeller.TABLES, strict=False)]
            )
            words = sorted(features.tokens(line))
            row = [ids.setdefault(t, len(ids)) for t in words]
            rows.append(row)
            for t, k in zip(words, row, strict=True):
                if d.kind != "short" or t.isalnum():  # of lines that we wrote no phrase is learned by heart
                    pages[k].add(d.id)
                    sites[k].add(d.site)
    known = {
        k: n for n, k in enumerate(k for k in range(len(ids)) if len(pages[k]) >= PAGES and len(sites[k]) >= SITES)
    }
    y = np.array([v for d in docs for v in d.y])
    weight = np.concatenate([weigh(d) for d in docs])
    return Corpus(
        docs,
        np.cumsum([0] + [len(d.y) for d in docs]),
        y,
        np.concatenate([np.full(len(d.y), d.fold) for d in docs]),
        weight / weight[y >= 0].mean(),
        shapes,
        ones(forms, int(TABLE_START[-1])),
        ones([[known[k] for k in row if k in known] for row in rows], len(known)),
        [w for w, k in ids.items() if k in known],
    )


def ones(rows: list[list[int]], width: int) -> sp.csr_matrix:
    """A matrix with ones at the given columns of each row."""
    ptr = np.cumsum([0] + [len(r) for r in rows])
    index = np.fromiter((k for r in rows for k in r), np.int64, ptr[-1])
    return sp.csr_matrix((np.ones(ptr[-1], np.float32), index, ptr), shape=(len(rows), width))


def regress(x: sp.csr_matrix, y: np.ndarray, weight: np.ndarray, c: float = 0.5) -> np.ndarray:
    """Logistic regression, L2; returns hundredths of log-odds as integers, the bias last."""
    xt, sign, n = x.T.tocsr(), 2.0 * y - 1, x.shape[1]

    def loss(b: np.ndarray) -> tuple[float, np.ndarray]:
        z = (x @ b[:n] + b[n]) * sign
        g = -weight * sign / (1 + np.exp(np.minimum(z, 50)))
        return float((weight * np.logaddexp(0, -z)).sum() + b[:n] @ b[:n] / (2 * c)), np.append(
            xt @ g + b[:n] / c, g.sum()
        )

    b = minimize(loss, np.zeros(n + 1), jac=True, method="L-BFGS-B", options={"maxiter": 50, "maxcor": 6}).x
    return np.rint(b * labeller.SCALE).astype(np.int64)


def first_scores(c: Corpus, b: np.ndarray, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """First scores and their words' part for some rows, in units."""
    n = c.forms.shape[1]
    words = np.rint(c.words[rows] @ b[n:-1]).astype(np.int64)
    total = np.rint(c.forms[rows] @ b[:n]).astype(np.int64) + words + b[-1]
    unit = lambda v: np.clip(v * surroundings.UNIT // labeller.SCALE, -surroundings.CLIP, surroundings.CLIP)  # noqa: E731
    return unit(total), unit(words)


def stack(c: Corpus) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """First scores for the second pass, each from a regression that has not seen the page; and the final weights."""
    x, judged = sp.hstack([c.forms, c.words]).tocsr(), c.y >= 0
    first, words = np.zeros(len(c.y), np.int64), np.zeros(len(c.y), np.int64)
    for f in range(FOLDS):
        train, rest = np.flatnonzero(judged & (c.fold != f)), np.flatnonzero(c.fold == f)
        b = regress(x[train], c.y[train], c.weight[train])
        first[rest], words[rest] = first_scores(c, b, rest)
    train = np.flatnonzero(judged)
    return first, words, regress(x[train], c.y[train], c.weight[train])


NAMES = [*surroundings.RANGES, *surroundings.OUTLINE]


def place(c: Corpus, first: np.ndarray, words: np.ndarray) -> np.ndarray:
    """The second pass's columns for all lines."""
    out = np.zeros((len(c.y), len(NAMES)), np.int16)
    for k, d in enumerate(c.docs):
        a, b = c.at[k], c.at[k + 1]
        view = surroundings.look(d.lines, c.shapes[a:b], first[a:b].tolist(), words[a:b].tolist())
        cols, page = surroundings.columns(view), surroundings.outline(view)
        out[a:b] = np.array(
            [cols[n] for n in surroundings.RANGES] + [[page[n]] * (b - a) for n in surroundings.OUTLINE]
        ).T
    return out


def boost(x: np.ndarray, y: np.ndarray, weight: np.ndarray, names: Sequence[str] = NAMES) -> lightgbm.Booster:
    """Shallow trees, one thread, fixed seeds."""
    settings = {
        "objective": "binary",
        "num_leaves": labeller.LEAVES,
        "learning_rate": RATE,
        "min_data_in_leaf": 200,
        "feature_fraction": 0.5,
        "bagging_fraction": 0.8,
        "bagging_freq": 1,
        "max_bin": 63,
        "seed": 1,
        "num_threads": 1,
        "deterministic": True,
        "force_row_wise": True,
        "verbose": -1,
    }
    return lightgbm.train(settings, lightgbm.Dataset(x, y, weight=weight, feature_name=list(names)), ROUNDS)


def tree(node: dict[str, Any], nodes: list[list[Any]], values: list[int], names: Sequence[str]) -> None:
    """Leaves left to right into ``values``; into ``nodes`` column, threshold and the leaves left of it."""
    if "leaf_value" in node:
        values.append(round(node["leaf_value"] * labeller.SCALE))
        return
    first = len(values)
    tree(node["left_child"], nodes, values, names)
    nodes.append([names[node["split_feature"]], int(np.floor(node["threshold"])), first, len(values)])
    tree(node["right_child"], nodes, values, names)


def export(
    weights: list[int], words: dict[str, int], booster: lightgbm.Booster, x: np.ndarray, names: Sequence[str] = NAMES
) -> dict[str, Any]:
    """The weights as plain data: of the first pass, tables first and the bias last, and of the trees."""
    trees = []
    for info in booster.dump_model()["tree_info"]:
        nodes: list[list[Any]] = []
        values: list[int] = []
        tree(info["tree_structure"], nodes, values, names)
        trees.append({"nodes": nodes, "values": values})
    tables = {
        name: weights[s:e] for (name, _), s, e in zip(labeller.TABLES, TABLE_START, TABLE_START[1:], strict=False)
    }
    words = {w: v for w, v in sorted(words.items()) if abs(v) >= 3}
    typical = {name: int(np.median(x[:, k])) for k, name in enumerate(names)}
    return {"bias": weights[-1], "tables": tables, "words": words, "trees": trees, "typical": typical}


def train(docs: list[Doc]) -> dict[str, Any]:
    """Weights from documents, as ``labeller.build`` reads them."""
    c = gather(docs)
    first, words, b = stack(c)
    x = place(c, first, words)
    judged = c.y >= 0
    weights = b.tolist()
    words = dict(zip(c.vocabulary, weights[c.forms.shape[1] : -1], strict=True))
    return export(weights, words, boost(x[judged], c.y[judged], c.weight[judged]), x)


def main() -> None:
    """Read, train, write."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--data", type=Path, required=True)
    ap.add_argument("--more", type=Path)
    ap.add_argument("-o", "--output", type=Path, required=True)
    a = ap.parse_args()
    docs = read(a.data) + read_short(a.data) + (read_more(a.more) if a.more else []) + read_made(SAMPLES)
    text = json.dumps(train(docs), ensure_ascii=False, separators=(",", ":"))
    a.output.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
