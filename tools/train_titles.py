"""Train the choice of a title: ``python tools/train_titles.py [-o FILE]``; without FILE, say how well it does in folds.

Needs numpy and scipy (the package itself does not).  Reads the documents of ``labeller_documents``, whose first lines
name their titles.  Each is cleaned as the package does it, so the lines that cleaning takes away are known as such;
that the labeller has learned from these very documents costs about one title in a hundred, measured with weights that
had not.  A document counts two more times, lightly: without its title's line, when none is right; and as nothing but
the title and the first lines below it.
The same documents give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import scipy.sparse as sp
from scipy.optimize import minimize

from parkdocs import sources
from parkdocs.metadata import breadcrumb, language, source_lines, title_choice, title_head, title_shape
from parkdocs.metadata.source_lines import SourceLine
from parkdocs.metadata.title_features import features
from parkdocs.model import Document
from parkdocs.pipeline import Settings, advance

DOCUMENTS = Path(__file__).parent / "labeller_documents"
PENALTY, LEAST, FOLDS, SMALLEST = 1.0, 2, 10, 3
VARIANT, SHORT = 0.1, 5
"""Weight of a document without its title's line, and of one cut short; lines of a short one that has no prose."""
_MARKS = re.compile(r"[\s\u200b\ufeff#*•`>|]+")


class Example(NamedTuple):
    """The candidates of a document with their features, which of them are the title, and its weight."""

    name: str
    features: list[list[str]]
    right: list[bool]
    titled: bool
    weight: float


def read(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Name, title and text of every document."""
    for path in sorted(folder.glob("*.txt")):
        for part in re.split(r"^=== ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
            first, *lines = part.rstrip("\n").split("\n")
            fields = [field.strip() for field in re.split(r"\s\|(?=\s|$)", first)]
            yield fields[0], " | ".join(fields[4:-2]), "\n".join(line.split("\t", 1)[1] for line in lines)


def folded(text: str) -> str:
    """A line for comparing: without marks and spaces."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", text)).casefold()


def examples(folder: Path) -> list[Example]:
    """Every document, and every one without its title."""
    out = []
    for name, title, text in read(folder):
        item = sources.Item(name, f"{name}.txt", 0, "text", text.encode())
        doc = breadcrumb.fill(language.fill(advance(sources.load(item), "clean", Settings())))
        lines = source_lines.read(doc)
        out.append(_example(name, title, lines, doc, 1.0))
        at = next((i for i, line in enumerate(lines) if folded(line.text) == folded(title)), None)
        if title and at is not None:
            rest = [line for line in lines if folded(line.text) != folded(title)]
            out += [_example(name, "", rest, doc, VARIANT), _example(name, title, _short(lines[at:]), doc, VARIANT)]
    return [e for e in out if e.features and (any(e.right) or not e.titled)]


def _short(lines: Sequence[SourceLine]) -> list[SourceLine]:
    """What is kept of the lines, from a title on, up to the first running text."""
    kept = [line for line in lines if not line.kind]
    end = next((i for i, line in enumerate(kept[1:], 1) if title_shape.is_prose(line.text)), SHORT)
    return kept[: end + 1]


def _example(name: str, title: str, lines: Sequence[SourceLine], doc: Document, weight: float) -> Example:
    head = title_head.read(lines, doc.metadata.language, doc.metadata.breadcrumb)
    at, wanted = title_choice.candidates(head), folded(title)
    right = [bool(wanted) and folded(head.lines[k].text) == wanted for k in at]
    return Example(name, [features(head, k) for k in at], right, bool(title), weight)


def fit(found: Sequence[Example]) -> tuple[dict[str, int], np.ndarray]:
    """Vocabulary and weights (that of silence last) of a logistic choice among a document's lines and none."""
    known = Counter(name for e in found for names in e.features for name in set(names))
    vocabulary = {name: i for i, name in enumerate(sorted(n for n, k in known.items() if k >= LEAST))}
    rows = [names for e in found for names in e.features]
    pairs = [(i, vocabulary[name]) for i, names in enumerate(rows) for name in names if name in vocabulary]
    at = np.array(pairs).T
    x = sp.csr_matrix((np.ones(len(pairs)), (at[0], at[1])), shape=(len(rows), len(vocabulary)))
    of = np.repeat(np.arange(len(found)), [len(e.features) for e in found])
    y = np.array([right for e in found for right in e.right], float)
    weight = np.array([e.weight for e in found])
    named = np.array([any(e.right) for e in found])

    def loss(b: np.ndarray) -> tuple[float, np.ndarray]:
        z, silence = x @ b[:-1], b[-1]
        top = np.full(len(found), silence)
        np.maximum.at(top, of, z)
        line, none = np.exp(z - top[of]), np.exp(silence - top)
        total, right = none + np.bincount(of, line), np.where(named, np.bincount(of, line * y), none)
        value = weight @ (np.log(total) - np.log(right)) + PENALTY / 2 * np.sum(b[:-1] ** 2)
        pull = weight[of] * (line / total[of] - np.where(named[of], line * y / right[of], 0))
        return value, np.append(x.T @ pull + PENALTY * b[:-1], weight @ (none / total - ~named))

    start = np.zeros(len(vocabulary) + 1)
    return vocabulary, minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 400}).x


def is_right(e: Example, vocabulary: dict[str, int], b: np.ndarray) -> bool:
    """Whether the weights find a document's title, or rightly none."""
    scores = [sum(b[vocabulary[name]] for name in names if name in vocabulary) for names in e.features]
    best = int(np.argmax(scores))
    return e.right[best] and scores[best] > b[-1] if e.titled else scores[best] <= b[-1]


def train(found: Sequence[Example]) -> dict[str, Any]:
    """What the package loads: weights in hundredths, the smallest left out."""
    vocabulary, b = fit(found)
    weights = {name: round(100 * b[i]) for name, i in vocabulary.items()}
    return {
        "silence": round(100 * b[-1]),
        "weights": {name: value for name, value in weights.items() if abs(value) >= SMALLEST},
    }


def check(found: Sequence[Example]) -> None:
    """Print how many titles are found by weights that have not seen the document."""
    right: Counter[tuple[bool, bool]] = Counter()
    for fold in range(FOLDS):
        apart = [zlib.crc32(e.name.encode()) % FOLDS == fold for e in found]
        vocabulary, b = fit([e for e, held in zip(found, apart, strict=True) if not held])
        held = [e for e, held in zip(found, apart, strict=True) if held]
        right.update((e.weight == 1, e.titled) for e in held if is_right(e, vocabulary, b))
    of = Counter((e.weight == 1, e.titled) for e in found)
    for (whole, titled), n in sorted(of.items(), reverse=True):
        name = "whole" if whole else "cut short" if titled else "without the title"
        print(f"{name}{'' if titled else ', silent'}: {right[whole, titled]} of {n}")


def main() -> None:
    """Read; train and write, or check."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("-o", "--output", type=Path)
    a = ap.parse_args()
    if a.output:
        a.output.write_text(
            json.dumps(train(examples(DOCUMENTS)), ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8"
        )
    else:
        check(examples(DOCUMENTS))


if __name__ == "__main__":
    main()
