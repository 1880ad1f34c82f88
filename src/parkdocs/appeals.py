"""How strongly a line says that there is more than it shows: a small linear model over the ideas that meet in it.

Wordings never end, so none is listed.  A line is read as words and as the ideas that they stand for (reading, logging
in, paying, the rest, a part, only, a preview ...: ``appeals.txt``, in some twenty languages), each alone and in pairs:
"log in" and "rest" together tell of a wall, "log in" and "comment" do not.  Weights come from lines written for this,
notices and their look-alikes (``tools/train_appeals.py``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import combinations, pairwise
from pathlib import Path
from typing import NamedTuple

from parkdocs import deferred, weights
from parkdocs.view import view

EAST = deferred.pattern(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af]")
_LETTER = r"[^\W\d_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
WORD = deferred.pattern(
    r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af々]+"
    rf"|{_LETTER}+(?:['’-]{_LETTER}+)*|\d+(?:[.,]\d+)*|[$€£¥%]"
)
NAMED = deferred.pattern(r"[《〈「『“\"][^《》〈〉「」『』“”\"]{1,80}[》〉」』”\"]")
QUOTE = deferred.pattern(r"[《〈「『“\"]")
SENTENCE = deferred.pattern(r"(?<=[.!?])\s+(?=\W?[A-ZÀ-ÞА-Я\d])|(?<=[。！？；!?;])(?=[\u3400-\u9fff])|\s{3,}|[|·•]")
LABELLED = deferred.pattern(r"[^:]{2,30}:\s*\S")
CLOSERS = "\"')]”】"
LONGEST, LONGEST_IDEA, STEM = 400, 4, 6
DOUBTFUL, UNLIKELY = -4.0, -9.0
SURE, MOST_SENTENCES, SHORTEST = 4, 6, 8
LEVELS = ((3.0, SURE), (1.4, 3), (0.4, 2), (-0.7, 1))


class _Ideas(NamedTuple):
    """Ideas by whole word, by how a word begins, and by what an East Asian run holds."""

    words: dict[str, frozenset[str]]
    starts: dict[str, frozenset[str]]
    inside: dict[str, frozenset[str]]


class _Model(NamedTuple):
    """Weights of features, and what words of notices begin with (of East Asian ones: pairs of characters)."""

    bias: float
    weights: dict[str, float]
    known: frozenset[str]


@cache
def _ideas() -> _Ideas:
    tables: tuple[dict[str, set[str]], ...] = (defaultdict(set), defaultdict(set), defaultdict(set))
    for line in (Path(__file__).parent / "appeals.txt").read_text("utf-8").splitlines():
        idea, *words = line.split() if line.startswith("[") else [""]
        for word in words:
            text = word if len(word) == 1 else view(word).casefold()
            kind = 2 if EAST.search(text) else 1 if text.endswith("*") else 0
            tables[kind][text.removesuffix("*")].add(idea[1:-1])
    return _Ideas(*({word: frozenset(found) for word, found in table.items()} for table in tables))


@cache
def _model() -> _Model:
    found = weights.load("appeals")
    known = {name: value / 100 for name, value in found["weights"].items()}
    return _Model(found["bias"] / 100, known, frozenset(found["known"]))


def strength(text: str) -> int:
    """How surely a line, or one of its sentences, says that there is more of this text: 0 to 4.

    4: by its place alone, such as "Log in to read the rest"; 3: right below the last paragraph; 2: with a second sign;
    1: below a sentence that breaks off, such as "View the full report".  Safe: words that notices are not made of
    count against a line, so a sentence of an article with the same verbs has 0.  Risky: a line under a whole text that
    asks for a log-in to "the full report" may mean another text.

    >>> [strength(t) for t in ("Log in to read the rest", "Log in to leave a comment", "The zone has two new gates.")]
    [4, 0, 0]
    """
    return _of_line(text[:LONGEST].strip())


@lru_cache(5000)
def _of_line(text: str) -> int:
    """Strength of a line; pages of a site say the same again and again."""
    clean = view(text.encode("utf-8", "replace").decode("utf-8"))
    if not clean or clean[0] in "'\"“「":
        return 0
    whole = _level(odds(clean))
    pieces = [p for p in SENTENCE.split(clean)[:MOST_SENTENCES] if len(p) >= SHORTEST]
    if len(pieces) < 2:
        return whole
    best = max(_level(odds(p)) for p in pieces)
    return SURE if best == SURE else min(whole, best + 1)


def _level(score: float) -> int:
    return next((level for least, level in LEVELS if score >= least), 0)


def odds(clean: str) -> float:
    """Log-odds that a line, as ``view`` gives it, is a notice; where its ideas speak against it, no more is read."""
    model = _model()
    words = split(clean)
    ideas = _ideas_in(words)
    score = model.bias + sum([model.weights.get(name, 0.0) for name in ideas]) if ideas else UNLIKELY
    if score < DOUBTFUL:
        return score
    return score + sum(model.weights.get(name, 0.0) for name in _details(clean, words, len(ideas), model.known))


def features(clean: str, known: frozenset[str]) -> list[str]:
    """Names of a line's features, each once; none where no word stands for an idea."""
    words = split(clean)
    ideas = _ideas_in(words)
    return [*ideas, *_details(clean, words, len(ideas), known)] if ideas else []


def _ideas_in(words: list[str]) -> list[str]:
    """The ideas that words stand for, and their pairs."""
    ideas = sorted(frozenset().union(*map(_ideas_of, words)))
    return [*(f"i:{idea}" for idea in ideas), *(f"i:{a}+{b}" for a, b in combinations(ideas, 2))]


def _details(clean: str, words: list[str], ideas: int, known: frozenset[str]) -> list[str]:
    """All other features: how many ideas and pairs, how strange the words, the line's shape, the words themselves."""
    novelty = _novelty(words, known, shout=clean.isupper())
    return [f"n{min(ideas, 45)}", *novelty, *_shape(clean), *sorted(set(_tokens(words, known)))]


def split(clean: str) -> list[str]:
    """The words, numbers and East Asian runs of a line as they are written, but those in quotation marks."""
    return WORD.findall(NAMED.sub(" ", clean) if QUOTE.search(clean) else clean)


def parts(word: str) -> list[str]:
    """What the known words hold of a folded word: how it begins; of an East Asian run its pairs of characters."""
    return [word[i : i + 2] for i in range(len(word) - 1)] if EAST.match(word) else [word[:STEM]]


def fold(word: str) -> str:
    """A word as the tables hold it."""
    return word.casefold().replace("’", "'")


@lru_cache(20_000)
def _ideas_of(word: str) -> frozenset[str]:
    tables, text = _ideas(), fold(word)
    if EAST.match(text):
        grams = (text[i : i + n] for n in range(1, LONGEST_IDEA + 1) for i in range(len(text) - n + 1))
        return frozenset().union(*(tables.inside.get(gram, ()) for gram in grams))
    starts = (tables.starts.get(text[:n], ()) for n in range(3, min(len(text), 14) + 1))
    return frozenset(tables.words.get(text, ())).union(*starts)


def _tokens(words: list[str], known: frozenset[str]) -> Iterator[str]:
    """Words, how long ones begin, pairs of neighbours (a name stands as ``^``, a number as ``#``), characters."""
    row: list[str] = []
    for i, word in enumerate(words):
        text = fold(word)
        if EAST.match(text):
            yield from (f"h:{text[k : k + n]}" for n in (1, 2) for k in range(len(text) - n + 1))
            continue
        number = text[0].isdigit()
        yield f"w:{'#' if number else text}"
        if number:
            row.append("#")
        elif text[0].isalpha():
            if len(text) > STEM:
                yield f"p:{text[:STEM]}"
            row.append("^" if i and word[0].isupper() and not is_known(text, known) else text)
    yield from (f"b:{a} {b}" for a, b in pairwise(row))
    if row:
        yield f"1:{row[0]}"


def is_known(text: str, known: frozenset[str]) -> bool:
    """Whether notices are made of the word: it stands for an idea, or the lines of the training have it."""
    return text[:STEM] in known or bool(_ideas_of(text))


def _novelty(words: list[str], known: frozenset[str], *, shout: bool) -> Iterator[str]:
    """How many words are none of notices, how many are names, and of how many: a line about something else has many."""
    strange = names = total = 0.0
    for i, word in enumerate(words):
        text = fold(word)
        if not text[0].isalpha():
            continue
        if EAST.match(text):
            total += 0.6 * len(text)
            strange += 0.6 * _strange(text, known)
            continue
        total += 1
        if not is_known(text, known):
            named = i > 0 and word[0].isupper() and not shout
            names += named
            strange += not named
    share = strange / max(1.0, total)
    yield f"s{min(6, int(share * 12 + 0.999))}"
    yield f"s#{min(6, int(strange + 0.5))}"
    yield f"nm{min(4, int(names * 10 / max(1.0, total)))}"
    yield f"len{next((k for k, most in enumerate((3, 6, 10, 16, 25)) if total < most), 5)}"


def _strange(run: str, known: frozenset[str]) -> int:
    """How many characters of an East Asian run stand in no idea's word and in no pair that notices have."""
    inside, covered = _ideas().inside, set[int]()
    for n in range(1, LONGEST_IDEA + 1):
        for i in range(len(run) - n + 1):
            gram = run[i : i + n]
            if gram in inside or (n == 2 and gram in known):
                covered.update(range(i, i + n))
    return len(run) - len(covered)


def _shape(clean: str) -> Iterator[str]:
    """How a line opens and ends."""
    end = clean.rstrip(CLOSERS)[-1:]
    yield f"end{end if end in '.。!?:>»→,' else 'd' if end.isdigit() else 'x'}"
    if LABELLED.match(clean):
        yield "label"
    if clean[0] in "([【<":
        yield "bracket"
    if clean.isupper():
        yield "capitals"
