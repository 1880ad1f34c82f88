"""Train the labeller: ``python tools/train_labeller.py --data DIR [--more DIR] -o FILE``.

Needs numpy, scipy and lightgbm (the package itself does not).  DIR holds ``gold.jsonl`` with ``id``, ``url`` and
``gold_text`` and, in ``flat/`` and ``flatb/``, ``<id>.txt`` with a letter a line in ``<id>.lab``: C content, X chrome.
``--more`` is a second directory: ``docs/<id>.txt`` and ``labels`` in its ``gold.jsonl`` (C content, NSTFR chrome).
One thread, fixed seeds: the same data give the same bytes.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import lightgbm
import numpy as np
import scipy.sparse as sp
from labeller_docs import FOLDS, Doc, fold_of, read, read_made, read_more, read_short, read_written  # noqa: F401
from scipy.optimize import minimize

from parkdocs import features, labeller, surroundings
from parkdocs.trees import LEAVES, SCALE

SAMPLES = Path(__file__).with_name("labeller_samples.txt")
WRITTEN = Path(__file__).with_name("labeller_documents")
WORDS = Path(__file__).with_name("labeller_words.txt")
MARKS = ("", "^", "=")
"""A token's marks: in the line, its first word, all of it."""
PAGES, SITES = 8, 5
"""A word gets a weight when it was met on so many pages of so many sites: names and page text do not."""
KIND_WEIGHT = {
    "flat": 1.0,
    "flatb": 1.0,
    "clean": 3.5,
    "sparse": 0.5,
    "short": 1.5,
    "more": 1.0,
    "made": 2.0,
    "markdown": 0.5,
    "written": 5.0,
}
ROUNDS, RATE = 320, 0.08


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


def read_ideas(path: Path = WORDS) -> dict[str, list[str]]:
    """Token -> the ideas that it stands for, in brackets, with the token's mark."""
    out: dict[str, list[str]] = {}
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("["):
            idea, *words = line.split()
            for word in sorted({*words}):
                for mark in MARKS:
                    out.setdefault(mark + word, []).append(mark + idea)
    return out


def gather(docs: list[Doc]) -> Corpus:
    """Shapes and words of all lines as sparse matrices."""
    ideas = read_ideas()
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
            words += sorted({x for w in words for x in ideas.get(w, ())})
            row = [ids.setdefault(t, len(ids)) for t in words]
            rows.append(row)
            for t, k in zip(words, row, strict=True):
                if (
                    d.kind != "short" or t.isalnum() or t[-1] == "]"
                ):  # of lines that we wrote no phrase is learned by heart
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
    return np.rint(b * SCALE).astype(np.int64)


def first_scores(c: Corpus, b: np.ndarray, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """First scores and their words' part for some rows, in units."""
    n = c.forms.shape[1]
    words = np.rint(c.words[rows] @ b[n:-1]).astype(np.int64)
    total = np.rint(c.forms[rows] @ b[:n]).astype(np.int64) + words + b[-1]
    unit = lambda v: np.clip(v * surroundings.UNIT // SCALE, -surroundings.CLIP, surroundings.CLIP)  # noqa: E731
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
        view = surroundings.look(d.lines, c.shapes[a:b], first[a:b].tolist(), words[a:b].tolist(), d.marks)
        cols, page = surroundings.columns(view), surroundings.outline(view)
        out[a:b] = np.array(
            [cols[n] for n in surroundings.RANGES] + [[page[n]] * (b - a) for n in surroundings.OUTLINE]
        ).T
    return out


def boost(
    x: np.ndarray,
    y: np.ndarray,
    weight: np.ndarray,
    names: Sequence[str] = NAMES,
    rounds: int = ROUNDS,
    rate: float = RATE,
    more: dict[str, Any] | None = None,
) -> lightgbm.Booster:
    """Shallow trees, one thread, fixed seeds; ``more`` are further settings."""
    settings = {
        "objective": "binary",
        "num_leaves": LEAVES,
        "learning_rate": rate,
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
        **(more or {}),
    }
    return lightgbm.train(settings, lightgbm.Dataset(x, y, weight=weight, feature_name=list(names)), rounds)


def tree(node: dict[str, Any], nodes: list[list[Any]], values: list[int], names: Sequence[str]) -> None:
    """Leaves left to right into ``values``; into ``nodes`` column, threshold and the leaves left of it."""
    if "leaf_value" in node:
        values.append(round(node["leaf_value"] * SCALE))
        return
    first = len(values)
    tree(node["left_child"], nodes, values, names)
    nodes.append([names[node["split_feature"]], int(np.floor(node["threshold"])), first, len(values)])
    tree(node["right_child"], nodes, values, names)


def grown(booster: lightgbm.Booster, names: Sequence[str]) -> list[dict[str, Any]]:
    """All trees as plain data."""
    out = []
    for info in booster.dump_model()["tree_info"]:
        nodes: list[list[Any]] = []
        values: list[int] = []
        tree(info["tree_structure"], nodes, values, names)
        out.append({"nodes": nodes, "values": values})
    return out


def export(
    weights: list[int], words: dict[str, int], booster: lightgbm.Booster, x: np.ndarray, names: Sequence[str] = NAMES
) -> dict[str, Any]:
    """The weights as plain data: of the first pass, tables first and the bias last, and of the trees."""
    tables = {
        name: weights[s:e] for (name, _), s, e in zip(labeller.TABLES, TABLE_START, TABLE_START[1:], strict=False)
    }
    words = {w: v for w, v in sorted(words.items()) if abs(v) >= 3}
    typical = {name: int(np.median(x[:, k])) for k, name in enumerate(names)}
    return {"bias": weights[-1], "tables": tables, "words": words, "trees": grown(booster, names), "typical": typical}


def spread(words: dict[str, int]) -> dict[str, int]:
    """Give the weights of ideas to their words."""
    out = {w: v for w, v in words.items() if w[-1] != "]"}
    for word, found in read_ideas().items():
        if extra := sum(words.get(idea, 0) for idea in found):
            out[word] = out.get(word, 0) + extra
    return out


def train(docs: list[Doc]) -> dict[str, Any]:
    """Weights from documents, as ``labeller.build`` reads them."""
    c = gather(docs)
    first, words, b = stack(c)
    x = place(c, first, words)
    judged = c.y >= 0
    weights = b.tolist()
    words = dict(zip(c.vocabulary, weights[c.forms.shape[1] : -1], strict=True))
    words = spread(words)
    return export(weights, words, boost(x[judged], c.y[judged], c.weight[judged]), x)


def main() -> None:
    """Read, train, write."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--data", type=Path, required=True)
    ap.add_argument("--more", type=Path)
    ap.add_argument("-o", "--output", type=Path, required=True)
    a = ap.parse_args()
    docs = read(a.data) + read_short(a.data) + (read_more(a.more) if a.more else [])
    docs += read_made(SAMPLES) + read_written(WRITTEN)
    text = json.dumps(train(docs), ensure_ascii=False, separators=(",", ":"))
    a.output.write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()
