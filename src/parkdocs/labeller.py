"""Content or chrome: a verdict for every line of a text that has lost its tags.

Two passes.  The first sees a line alone: a sum of table entries for its shape and of weights for its words (a word has
one only if it was met on eight pages of five sites, or stands in ``tools/labeller_words.txt``, so the weights hold no
page's text).  The second sees where the line stands: about three hundred shallow regression trees over the first scores
around it, the distance to prose, and the outline of the whole document; that outline is what leaves a text alone that
is already clean.  Of an HTML page both passes see the tags too.  The cut between content and chrome is not fixed: it is
where the expected F1 of what is kept is greatest, so that a document of which the model is unsure keeps more.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, reduce
from itertools import repeat
from operator import and_
from typing import TYPE_CHECKING, Any, NamedTuple

from parkdocs import trees, weights
from parkdocs.cut import best_cut, doubt
from parkdocs.features import Shape, shape, tokens, unlinked
from parkdocs.surroundings import CLIP, MEANING, OUTLINE, RANGES, UNIT, columns, look, outline
from parkdocs.trees import SCALE, Trees

if TYPE_CHECKING:  # what reads tags is loaded for pages that have some
    from parkdocs.structure import Seen, Weights

TABLES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("form", ("script", "width", "end")),
    ("beginning", ("script", "width", "start")),
    ("sentences", ("width", "stops")),
    ("commas", ("width", "commas")),
    ("figures", ("width", "digits")),
    ("separators", ("width", "separators")),
    ("capitals", ("width", "capitals")),
    ("symbols", ("symbols",)),
    ("edges", ("start", "end")),
)
"""The first pass's tables and the fields of ``Shape`` that each is indexed by."""
SIZES = {
    "script": 3, "width": 23, "end": 10, "start": 9, "stops": 5, "commas": 6, "digits": 5, "separators": 4,
    "capitals": 6, "symbols": 8,
}  # fmt: skip
SHORT = 60
"""Lines up to here are cached: chrome is short and comes again on every page of a site."""


TELLING = 12
"""Words of so many units (three log-odds) towards chrome stand for themselves."""


class Model(NamedTuple):
    """The weights as loaded: tables and words of the first pass; trees of the second; the last two for HTML."""

    bias: int
    tables: dict[str, list[int]]
    words: dict[str, int]
    second: Trees
    tags: Weights | None
    kinds: dict[str, dict[str, int]]  # kind of page -> words of tags, "" is the bias


FILES = {"text": "labeller", "html": "html"}


@lru_cache(maxsize=len(FILES))
def model(name: str = "text") -> Model:
    """Load weights that ship with the package (once, some milliseconds); ``html`` are for pages with their tags."""
    return build(weights.load(FILES[name]))


def build(data: dict[str, Any]) -> Model:
    """Lay out the tables for the weights in ``data``, as the trainer writes them."""
    first, typical = (data["bias"], data["tables"], data["words"]), data["typical"]
    if "tags" not in data:
        return Model(*first, trees.build(data["trees"], typical, RANGES, OUTLINE), None, {})
    from parkdocs import structure

    ranges, figures = RANGES | structure.RANGES, (*OUTLINE, *structure.KINDS)
    second = trees.build(data["trees"], typical, ranges, figures)
    return Model(*first, second, structure.weights(data["tags"]), data["kinds"])


def table_index(fields: Sequence[str], s: Shape) -> int:
    """Place of a shape in the table that these fields index."""
    at = 0
    for name in fields:
        at = at * SIZES[name] + getattr(s, name)
    return at


def first_pass(line: str, m: Model) -> tuple[Shape, int, int]:
    """Shape of a stripped line, its first score and the words' part of it, in hundredths of a log-odd."""
    s = shape(line)
    script, width, end, start, stops, commas, digits, separators, capitals, symbols = s
    t = m.tables
    total = (
        m.bias
        + t["form"][(script * 23 + width) * 10 + end]
        + t["beginning"][(script * 23 + width) * 9 + start]
        + t["sentences"][width * 5 + stops]
        + t["commas"][width * 6 + commas]
        + t["figures"][width * 5 + digits]
        + t["separators"][width * 4 + separators]
        + t["capitals"][width * 6 + capitals]
        + t["symbols"][symbols]
        + t["edges"][start * 10 + end]
    )
    words = sum(map(m.words.get, tokens(line), repeat(0)))
    return s, total + words, words


def units(hundredths: int) -> int:
    """Hundredths of a log-odd in whole units, held within the clip."""
    found = hundredths * UNIT // SCALE
    return CLIP if found > CLIP else -CLIP if found < -CLIP else found


@lru_cache(maxsize=16384)
def _short(line: str, name: str) -> tuple[Shape, int, int]:
    return first_pass(line, model(name))


def _read(line: str, name: str) -> tuple[Shape, int, int]:
    return _short(line, name) if len(line) <= SHORT else first_pass(line, model(name))


class _Looks(NamedTuple):
    """All that the trees are told of a document: columns and figures."""

    columns: dict[str, list[int]]
    figures: dict[str, int]


def _look(lines: Sequence[str], seen: Seen | None) -> _Looks:
    """First scores of stripped lines, and what stands around each; with the page's structure where there is one."""
    m = model("html" if seen else "text")
    lines, marks = zip(*map(unlinked, lines), strict=True)
    shapes, first, words = zip(*[_read(x, "html" if seen else "text") for x in lines], strict=True)
    lexical = list(map(units, words))
    if seen is None or m.tags is None:
        view = look(lines, shapes, list(map(units, first)), lexical, marks)
        return _Looks(columns(view), outline(view))
    from parkdocs import alike, structure

    parts = structure.scores(seen, [len(x) for x in lines], [s.width for s in shapes], m.tags)
    scores = [units(x + y) for x, y in zip(first, parts, strict=True)]
    view, like = look(lines, shapes, scores, lexical, marks), alike.alike(seen)
    more = structure.columns(seen, view, [units(x) for x in parts], like)
    return _Looks(columns(view) | more, outline(view) | structure.kinds(seen, m.kinds))


def score(lines: Sequence[str], seen: Seen | None = None) -> list[float]:
    """Return log-odds that each line is chrome; blank lines get 0.

    ``lines`` are a whole document in order; a line's score depends on the others.  ``seen`` is the structure behind
    those of an HTML page that are not blank.  The time is linear in the text.

    >>> score([])
    []
    """
    bare = [x.strip() for x in lines]
    solid = [x for x in bare if x]
    if not solid:
        return [0.0] * len(bare)
    looks, second = _look(solid, seen), model("html" if seen else "text").second
    found = iter(trees.walk(second, looks.columns, looks.figures, len(solid)))
    return [next(found) / SCALE if x else 0.0 for x in bare]


def label(
    lines: Sequence[str],
    evidence: Sequence[float] = (),
    bias: float = 0.0,
    calm: float = 0.0,
    body: tuple[int, int] = (0, -1),
    seen: Seen | None = None,
) -> list[bool]:
    """Return True for each line that is chrome, False for content and for blank lines.

    ``evidence`` adds log-odds from rules to each line (above 0 for chrome); ``bias`` adds to all: above 0 more goes,
    below 0 more stays.  ``calm`` is what a document is granted that seems clean, on top of ``doubt``; a line outside
    the ``body`` (indexes of the first and last line of prose) gets the less of both the more its own words tell.
    """
    solid = [i for i, line in enumerate(lines) if line and not line.isspace()]
    scores = score(lines, seen)
    odds = [scores[i] + bias for i in solid]
    if granted := 0.0 if seen else calm + doubt(odds):  # tags tell a clean page
        shares = _calm_shares(
            [lines[i].strip() for i in solid], [body[0] <= body[1] and not body[0] <= i <= body[1] for i in solid]
        )
        odds = [x - granted * share for x, share in zip(odds, shares, strict=True)]
    if evidence:
        odds = [x + evidence[i] for x, i in zip(odds, solid, strict=True)]
    cut = best_cut(
        odds, [len(line if "](" not in line else unlinked(line)[0]) for line in map(lines.__getitem__, solid)]
    )
    out = [False] * len(lines)
    for i, x in zip(solid, odds, strict=True):
        out[i] = x > cut
    return out


def _calm_shares(lines: Sequence[str], edge: Sequence[bool]) -> list[float]:
    """How much of the calm each line gets: all, but at the edge less, down to none where its words are telling."""
    words = [units(_read(unlinked(x)[0], "text")[2]) if at else 0 for x, at in zip(lines, edge, strict=True)]
    return [1 - max(0, min(TELLING, w)) / TELLING for w in words]


def terms(lines: Sequence[str], index: int, seen: Seen | None = None) -> list[tuple[str, float]]:
    """Return the largest reasons for the score of one line, as (reason, log-odds towards chrome), largest first.

    What a reason weighs is what the score would change if the line were typical in it (the median of the training
    lines); reasons interact, so they do not add up to the score.  Words stand in quotation marks, with their own
    weights.
    """
    from parkdocs import structure

    m, bare = model("html" if seen else "text"), [x.strip() for x in lines]
    if not bare[index]:
        return []
    solid = [i for i, x in enumerate(bare) if x]
    at, looks, second = solid.index(index), _look([bare[i] for i in solid], seen), m.second
    document, said = trees.page_mask(second, looks.figures), unlinked(bare[index])[0]
    masks = {name: table[looks.columns[name][at]] for name, table in second.masks.items()} | {"document": document}
    usual = {name: table[second.typical[name]] for name, table in second.masks.items()}
    usual["document"] = trees.page_mask(second, second.typical)
    real, meaning = _one(masks, second), MEANING | structure.MEANING
    found = [(meaning[name], (real - _one({**masks, name: usual[name]}, second)) / SCALE) for name in masks]
    found += [(f'"{w.strip("^=$")}"', m.words[w] / SCALE) for w in sorted(tokens(said)) if w in m.words]
    if seen and m.tags:
        block = seen.blocks[at]
        tags = structure.tokens(block, seen.layout, len(said), shape(said).width)
        found += [(reason, weight / SCALE) for reason, weight in structure.reasons(tags, m.tags.by_token)]
    return sorted(((r, w) for r, w in found if w), key=lambda x: (-abs(x[1]), x[0]))[:8]


def _one(masks: dict[str, int], second: Trees) -> int:
    return trees.sums([reduce(and_, masks.values())], second)[0]
