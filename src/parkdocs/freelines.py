"""Short free lines that stand alone between paragraphs: headings of news and magazine pages, which carry no mark.

Seen in scraped news in Chinese and English.  Safe: the line must be said once, carry no end mark, stand after a
finished sentence and before prose, and such lines must be few (a directory or a list of headlines has too many).
Risky: a caption that is worded like a title.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from parkdocs import shapes
from parkdocs.shapes import Row

ASKING = re.compile(
    r"(?i:what|how|why|who|whom|whose|when|where|which|is|are|do|does|can|should|will|must)\b|[^?？]{2,40}[?？]$"
)
QUESTION = re.compile(r"(?:问|問|Q(?:uestion)?\s?\d{0,3})\s?[:：.、]\s?\S")
ANSWER = re.compile(r"(?:答|A(?:nswer)?\s?\d{0,3})\s?[:：.、]")
LONGEST_QUESTION = 120  # columns
SMALL_WORDS = re.compile(r"(?:an?|and|as|at|by|de|for|from|in|of|on|or|the|to|und|via|vs|with|after)$", re.IGNORECASE)
NO_TITLE = re.compile(
    r"^\d{1,3}[.)、）]|://|[=|{}<>@]|(?:\d\W{1,3}){4}|[(（][^()（）]{2,40}[)）]$|[-–—|] ?(?i:image|photo|credit)\b"
)


def find(rows: Sequence[Row], taken: AbstractSet[int] = frozenset()) -> list[int]:
    """Return the indexes of the rows that are headings by their standing alone; ``taken`` are lines that are headings.

    Questions count where there are two or more, each with its answer under it, as on a page of questions and answers;
    there they may be longer, carry a label (``Q1:`` or the like) and do without blank lines around them.  Where any
    line is found, a first line straight above prose is taken too.

    >>> found = "The park has a new road now.", "", "A Road at Last", "", "It was opened by the mayor on Sunday."
    >>> find(shapes.rows(list(found)))
    [1]
    """
    times = Counter(r.bare for r in rows)
    compact = sum(r.gap_before for r in rows) * 5 <= len(rows)
    free = [r.at not in taken and times[r.bare] == 1 and _is_free(r, compact=compact) for r in rows]
    asked = [j for j in range(len(rows)) if free[j] and _answered(rows, j)]
    asked = asked if len(asked) >= 2 else []
    alone = [
        j for j, row in enumerate(rows) if free[j] and row.bare[-1:] not in "?？" and _between(rows, j, free, taken)
    ]
    if (asked or alone) and free[0] and (asked + alone)[0] > 1 and rows[1].shape == "P":
        alone.append(0)
    return sorted(asked + alone) if len(alone) * 5 <= 2 * len(rows) else asked


def _is_free(row: Row, *, compact: bool) -> bool:
    """Whether a row has the form of a heading without marks: short, no end mark, opened like a heading."""
    text, asks = row.bare, _asks(row)
    standing = compact or (row.gap_before and row.gap_after)
    if QUESTION.match(text) and shapes.width(text) <= LONGEST_QUESTION:
        return standing and row.shape != "I"
    if not (row.shape == "S" or asks) or NO_TITLE.search(text):
        return False
    if len(shapes.CJK.findall(text)) >= 4:
        return standing and len(text) <= (40 if asks else 30) and "。" not in text
    apart = standing if asks else row.gap_before and row.gap_after
    return apart and _is_title(text.split(), asks=asks)


def _asks(row: Row) -> bool:
    """Whether a row is one question and nothing else, and nobody's speech."""
    text = row.bare
    if text[-1:] not in {"?", "？"} or row.shape not in "EP" or shapes.width(text) > LONGEST_QUESTION:
        return False
    return ASKING.match(text) is not None and not any(mark in text[:-1] for mark in "?？。") and ". " not in text


def _is_title(words: Sequence[str], *, asks: bool) -> bool:
    """Whether words in an alphabet read as a title: most of them capitalised, or few of them."""
    opened = bool(words) and (words[0][0].isupper() or words[0][0].isdigit() or words[0][0] in "“\"'")
    big = [w for w in words if not SMALL_WORDS.match(w)]
    if not opened or not big or len(words) > (20 if asks else 12) or sum(map(len, words)) < 4:
        return False
    titled = sum(not w[0].islower() for w in big) * 5 >= 3 * len(big)
    return titled or asks or (len(words) <= 6 and words[0].casefold() not in {"a", "an"})


def _answered(rows: Sequence[Row], j: int) -> bool:
    """Whether a question stands on the row and its answer on the next."""
    text, after = rows[j].bare, rows[j + 1 : j + 2]
    if not after or after[0].bare[-1:] in {"?", "？"}:
        return False
    labelled = QUESTION.match(text) is not None
    answer = after[0].shape in "PE" or (labelled and ANSWER.match(after[0].bare) is not None)
    return answer and (labelled or text[-1:] in {"?", "？"})


def _between(rows: Sequence[Row], j: int, free: Sequence[bool], taken: AbstractSet[int]) -> bool:
    """Whether finished prose (or a heading) stands above the row and prose below it, but for one more free row."""
    before = j - 2 if j >= 2 and free[j - 1] else j - 1
    after = j + 2 if before == j - 1 and j + 1 < len(rows) and free[j + 1] else j + 1
    if before < 0 or after >= len(rows) or rows[after].shape != "P" or rows[after].bare[:1].islower():
        return False
    ended = rows[before].shape in "PE" and shapes.last_mark(rows[before].bare) in shapes.SENTENCE_ENDS
    return ended or (rows[before].at in taken and before == j - 1 and rows[before].shape != "S")
