"""Train the model of notices: ``python tools/train_appeals.py [-o FILE]``; without FILE, say how well it does in folds.

Needs numpy and scipy (the package itself does not).  Reads ``appeal_lines.txt`` beside it, the labelled lines of
``labeller_documents`` and, as lines that are no notices, articles in ``labeller_lines.txt`` and ``bench/markdown``.
A line with choices stands for some of its wordings, together weighing little more than one; folds and "words seen
elsewhere" go by line, so that a wording never vouches for another of the
same line.  The same lines give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import scipy.sparse as sp
from scipy.optimize import minimize

from parkdocs import appeals
from parkdocs.view import view

HERE = Path(__file__).parent
CHOICE = re.compile(r"\{([^{}]*)\}")
WORDINGS, FOLDS, PENALTY, LEAST, SMALLEST = 14, 5, 0.5, 2, 3
LABELS = {"+": 1.0, "?": 0.5, "-": 0.0}
PROSE_WEIGHT, DOCUMENT_WEIGHT = 0.5, 0.03
"""Of a line of an article, and of a labelled document: most of those have nothing to do with notices."""
SHORTEST, LONGEST = 4, 240


class Example(NamedTuple):
    """A wording, whether it is a notice, the number of the line it comes from, and its weight."""

    text: str
    y: float
    line: int
    weight: float


def wordings(line: str) -> list[str]:
    """All wordings of a line with choices, or some of them, drawn by the line itself."""
    parts = CHOICE.split(line)
    choices = [part.split("|") if i % 2 else [part] for i, part in enumerate(parts)]
    total = int(np.prod([len(c) for c in choices]))
    picked = range(total) if total <= WORDINGS else sorted(random.Random(line).sample(range(total), WORDINGS))
    out = []
    for number in picked:
        text, left = "", number
        for choice in choices:
            left, at = divmod(left, len(choice))
            text += choice[at]
        out.append(text)
    return out


def read() -> list[Example]:
    """Every wording of every line, and the lines of articles."""
    out: list[Example] = []
    written = (HERE / "appeal_lines.txt").read_text("utf-8").splitlines()
    for line, text in enumerate(t for t in written if t[:2] in {"+ ", "? ", "- "}):
        found = wordings(text[2:])
        out += [Example(t, LABELS[text[0]], line, len(found) ** -0.5) for t in found]
    for at, (text, y) in enumerate(_documents(), out[-1].line + 1):
        out.append(Example(text, y, at, DOCUMENT_WEIGHT))
    first = out[-1].line + 1
    return out + [Example(t, 0.0, first + i, PROSE_WEIGHT) for i, t in enumerate(_articles())]


def _documents() -> Iterator[tuple[str, float]]:
    """Lines of the documents that the labeller learns from, and whether each is a notice (letter T)."""
    for path in sorted((HERE / "labeller_documents").glob("*.txt")):
        for line in path.read_text("utf-8").splitlines():
            letter, tab, text = line.partition("\t")
            if tab and letter in "TSRFNC" and SHORTEST <= len(text.strip()) < LONGEST:
                yield text.strip(), float(letter == "T")


def _articles() -> Iterator[str]:
    """Lines of content that stand where notices do."""
    for path in sorted((HERE.parent / "bench" / "markdown").glob("*.md")):
        yield from (line.strip() for line in path.read_text("utf-8").splitlines() if len(line.strip()) > 20)
    kind = ""
    for line in (HERE / "labeller_lines.txt").read_text("utf-8").splitlines():
        kind = line[1:].split()[0] if line.startswith("[") else kind
        if kind in {"above", "below"} and line.strip() and line[0] not in "[#":
            yield line.strip()


def describe(examples: Sequence[Example], learned: Sequence[bool]) -> tuple[list[list[str]], list[str]]:
    """Features of every example, and the words that the learned notices are made of.

    What a line's own words add to the known ones is hidden from it, as it would be from a line never seen.
    """
    seen: dict[str, set[int]] = defaultdict(set)
    for e, use in zip(examples, learned, strict=True):
        if use and e.y:
            for word in appeals.split(view(e.text)):
                for part in appeals.parts(appeals.fold(word)):
                    seen[part].add(e.line)
    own: dict[int, set[str]] = defaultdict(set)
    for part, lines in seen.items():
        if len(lines) == 1:
            own[next(iter(lines))].add(part)
    known = frozenset(seen)
    hidden = {line: known - parts for line, parts in own.items()}
    return [appeals.features(view(e.text), hidden.get(e.line, known)) for e in examples], sorted(known)


def fit(found: Sequence[Sequence[str]], examples: Sequence[Example]) -> tuple[dict[str, int], np.ndarray]:
    """Vocabulary and weights (the bias last) by penalised logistic regression."""
    lines: dict[str, set[int]] = defaultdict(set)
    for names, e in zip(found, examples, strict=True):
        for name in names:
            lines[name].add(e.line)
    vocabulary = {name: i for i, name in enumerate(sorted(n for n, at in lines.items() if len(at) >= LEAST))}
    x = matrix(found, vocabulary)
    y, w = np.array([e.y for e in examples]), np.array([e.weight for e in examples])

    def loss(b: np.ndarray) -> tuple[float, np.ndarray]:
        z = x @ b[:-1] + b[-1]
        off = w * (1 / (1 + np.exp(-z)) - y)
        value = np.sum(w * (np.logaddexp(0, z) - y * z)) + PENALTY / 2 * np.sum(b[:-1] ** 2)
        return value, np.append(x.T @ off + PENALTY * b[:-1], off.sum())

    start = np.zeros(len(vocabulary) + 1)
    return vocabulary, minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 300}).x


def matrix(found: Sequence[Sequence[str]], vocabulary: dict[str, int]) -> sp.csr_matrix:
    """One row an example, one column a feature."""
    pairs = [(i, vocabulary[name]) for i, names in enumerate(found) for name in names if name in vocabulary]
    at = np.array(pairs).T
    return sp.csr_matrix((np.ones(len(pairs)), (at[0], at[1])), shape=(len(found), len(vocabulary)))


def train(examples: Sequence[Example]) -> dict[str, Any]:
    """What the package loads: weights in hundredths, the smallest left out."""
    found, known = describe(examples, [True] * len(examples))
    kept = [i for i, names in enumerate(found) if names]
    vocabulary, b = fit([found[i] for i in kept], [examples[i] for i in kept])
    weights = {name: round(100 * b[i]) for name, i in vocabulary.items()}
    return {
        "bias": round(100 * b[-1]),
        "weights": {name: value for name, value in weights.items() if abs(value) >= SMALLEST},
        "known": known,
    }


def check(examples: Sequence[Example]) -> None:
    """Print which share of notices and of other lines reach a score, judged by a model that has not seen the line."""
    scores = np.full(len(examples), -9.0)
    for fold in range(FOLDS):
        learned = [e.line % FOLDS != fold for e in examples]
        found, _ = describe(examples, learned)
        kept = [i for i, names in enumerate(found) if names and learned[i]]
        vocabulary, b = fit([found[i] for i in kept], [examples[i] for i in kept])
        z = matrix(found, vocabulary) @ b[:-1] + b[-1]
        scores = np.where([bool(names) and not use for names, use in zip(found, learned, strict=True)], z, scores)
    y = np.array([e.y for e in examples])
    print(f"{len(examples)} wordings, {dict(Counter(y.tolist()))}")
    for least, _ in appeals.LEVELS:
        print(
            f"{least:5}: notices {(scores[y == 1] >= least).mean():.3f}, others {(scores[y == 0] >= least).mean():.3f}"
        )


def main() -> None:
    """Read; train and write, or check."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("-o", "--output", type=Path)
    a = ap.parse_args()
    if a.output:
        a.output.write_text(json.dumps(train(read()), ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    else:
        check(read())


if __name__ == "__main__":
    main()
