"""Which line of a document's head is its title: the one that most speaks for, weighed by a small linear model.

The model is learned from documents written for this (``tools/train_titles.py``).  Safe: a line that is a date's, a
byline, a label, a breadcrumb, a menu or a sentence is no candidate, and below the first running text there is none.
Risky: where a section's name, a site's name and a deck stand around a short title that the text never takes up.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from parkdocs import weights
from parkdocs.metadata import title_lines
from parkdocs.metadata.source_lines import SourceLine
from parkdocs.metadata.title_features import features
from parkdocs.metadata.title_given import Candidate
from parkdocs.metadata.title_head import BOLD, Head, read

REMOVED = 100
"""How much more a line needs that cleaning took away: no title is mostly better than a menu's word."""
OCCASION = 100
"""How much less the first kept line needs where it names a notice or an event: two words the text rarely takes up."""


class Model(NamedTuple):
    """Weights of features in hundredths of a log-odd, and what a line needs more than to be the title."""

    silence: int
    weights: dict[str, int]


@cache
def model() -> Model:
    """The weights that ship with the package."""
    return Model(**weights.load("titles"))


def best(lines: Sequence[SourceLine], language: str, breadcrumb: Sequence[str]) -> Candidate | None:
    """The line that is the title, of equals the first; none where no line has more than silence.

    >>> lines = [SourceLine(1, "Business", "nav"), SourceLine(2, "Harbour park opens its third gate", ""),
    ...          SourceLine(3, "By Lan Chi", ""), SourceLine(4, "The harbour park opened a gate on Monday. " * 3, "")]
    >>> best(lines, "en", ()).text
    'Harbour park opens its third gate'
    """
    head = read(lines, language, breadcrumb)
    chosen = max(_scored(head), key=lambda c: (c.score, -c.at), default=None)
    return chosen if chosen and chosen.score > _needed(lines, chosen) else None


def _needed(lines: Sequence[SourceLine], chosen: Candidate) -> int:
    """What the chosen line needs more than to be the title."""
    if lines[chosen.at].kind:
        return model().silence + REMOVED
    first = all(line.kind for line in lines[: chosen.at])
    return model().silence - (OCCASION if first and title_lines.names_occasion(chosen.text) else 0)


def candidates(head: Head) -> list[int]:
    """Indexes of the head's lines that may be the title."""
    return [k for k, line in enumerate(head.lines) if not line.role]


def _scored(head: Head) -> list[Candidate]:
    get = model().weights.get
    out = []
    for k in candidates(head):
        line, score = head.lines[k], sum([get(name, 0) for name in features(head, k)])
        out.append(
            Candidate(score, line.at, line.text, "title/heading" if 0 < line.level < BOLD else "title/first-line")
        )
    return out


def reasons(head: Head, k: int) -> list[tuple[str, int]]:
    """What speaks for and against a line of the head, the strongest first."""
    known = model().weights
    found = [(name, known[name]) for name in features(head, k) if name in known]
    return sorted(found, key=lambda item: (-abs(item[1]), item[0]))
