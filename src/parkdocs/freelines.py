"""Short free lines that stand alone between paragraphs: headings of news and magazine pages, which carry no mark.

Seen in scraped news in Chinese and English.  Safe: the line must be said once, carry no end mark, stand after a
finished sentence and before prose, and such lines must be few (a directory or a list of headlines has too many).
Risky: a caption that is worded like a title.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from parkdocs import headingnames, shapes
from parkdocs.shapes import Row

ASKING = re.compile(
    r"(?i:what|how|why|who|whom|whose|when|where|which|is|are|do|does|can|should|will|must)\b|[^?？]{2,40}[?？]$"
)
QUESTION = re.compile(r"(?:问|問|Q(?:uestion)?\s?\d{0,3})\s?[:：.、]\s?\S")
ANSWER = re.compile(r"(?:答|A(?:nswer)?\s?\d{0,3})\s?[:：.、]")
LONGEST_QUESTION = 120  # columns
TEXT_UNDER, FEW = 240, 6  # columns of text for each of many headings; with less they are a list of teasers
SMALL_WORDS = re.compile(r"(?:an?|and|as|at|by|de|for|from|in|of|on|or|the|to|und|via|vs|with|after)$", re.IGNORECASE)
BULLET = re.compile(r"[◆■●▌▍★☆▲►▶※◇□][ \t\u3000]{0,3}\S")
BRACKETS = "【[《<〖〔"
TOPIC = re.compile(
    r"(?!by |source|photo|image|contact|media|tel|note|see |read |from|related|also)"
    r"[^:：\d@/]{4,40}: (?:\S+ ){2,9}\S+$",
    re.IGNORECASE,
)
ORDINAL = re.compile(r"(?:0(?=\d)|(?:part|no)[. ]{0,2}0?)(\d{1,2})$", re.IGNORECASE)
NO_TITLE = re.compile(
    r"(?i:advertisement|(?:continue|keep) reading|read (?:more|on|also)|subscribe|sign up|log in)|"
    r"^(?i:[tl]e puede interesar|lea (?:también|más)|leer más|leia (?:também|mais)|veja também|(?:à )?lire aussi|à lire"
    r"|lesen sie auch|mehr zum thema|see also|related|up next|leggi anche|lees ook|читайте также|по теме|関連記事"
    r"|相关(?:阅读|新闻|链接)|延伸阅读|推荐阅读|更多阅读)\s?[:：]|"
    r"^\d{1,3}[.)、）]|://|[=|{}<>@]|(?:\d\W{1,3}){4}|[(（][^()（）]{2,40}[)）]$|[-–—|] ?(?i:image|photo|credit)\b"
)


def find(
    rows: Sequence[Row], taken: AbstractSet[int] = frozenset(), spoken: AbstractSet[int] = frozenset()
) -> list[int]:
    """Return the indexes of the rows that are headings by their standing alone; ``taken`` are lines that are headings,
    ``spoken`` those of speech, which are none.

    Questions count where there are two or more, each with its answer under it, as on a page of questions and answers;
    there they may be longer, carry a label (``Q1:`` or the like) and do without blank lines around them.  Where a
    document shows two such lines, lines that miss one sign are headings too; where it shows any, so is a first line
    straight above prose.  Lines that crowd out the text under them are a list of teasers, and none counts.

    >>> found = "The park has a new road now.", "", "A Road at Last", "", "It was opened by the mayor on Sunday."
    >>> find(shapes.rows(list(found)))
    [1]
    """
    if not rows:
        return []
    times = Counter(r.bare for r in rows)
    compact = sum(r.gap_before for r in rows) * 5 <= len(rows)
    barred = taken | spoken
    free = [r.at not in barred and times[r.bare] == 1 and _is_free(r, compact=compact) for r in rows]
    asked = [j for j in range(len(rows)) if free[j] and _answered(rows, j)]
    asked = asked if len(asked) >= 2 else []
    alone = [
        j for j, row in enumerate(rows) if free[j] and row.bare[-1:] not in "?？" and _between(rows, j, free, taken)
    ]
    if len(alone) >= 2:
        alone += _below_title(rows, free)
        alone = sorted({*alone, *_like(rows, alone), *_spaced(rows, {*alone, *asked}, times, taken)})
    if _crowded(rows, alone):
        alone = []
    if (asked or alone) and free[0] and min(asked + alone) > 1 and rows[1].shape == "P":
        alone.append(0)
    return sorted(j for j in {*asked, *alone, *_bulleted(rows), *_counted(rows)} if rows[j].at not in spoken)


def _below_title(rows: Sequence[Row], free: Sequence[bool]) -> list[int]:
    """The first heading, straight below the title: a short free line above the first prose, not the title itself."""
    first = next((j for j, row in enumerate(rows) if row.shape == "P"), 0)
    fits = 2 <= first <= 4 and free[first - 1] and rows[first - 1].gap_before
    fits = fits and (rows[0].shape == "S" or headingnames.is_usual(rows[first - 1].bare))
    return [first - 1] if fits and len(rows[first - 1].bare.split()) <= 6 else []


def _crowded(rows: Sequence[Row], alone: Sequence[int]) -> bool:
    """Whether the lines are too many for headings: more than two in five rows, with little text under each."""
    if not alone or len(alone) * 5 <= 2 * len(rows):
        return False
    if len({rows[j].bare[0] for j in alone}) == 1 and rows[alone[0]].bare[0] in BRACKETS:
        return False
    least = TEXT_UNDER if len(alone) > FEW else TEXT_UNDER // 4
    return sum(shapes.width(r.bare) for r in rows) < least * len(alone)


def _spaced(
    rows: Sequence[Row], found: AbstractSet[int], times: Counter[str], taken: AbstractSet[int]
) -> Iterator[int]:
    """Lines with blank lines around them in a document that shows headings of that kind: longer, or below a list.

    Prose or a list must follow, at once or below one more such line.  Risky: a name or a caption on its own line.
    """
    loose = [_is_loose(r, times) for r in rows]
    heads = [j in found or rows[j].at in taken for j in range(len(rows))]
    for j in range(1, len(rows) - 1):
        if not loose[j] or heads[j]:
            continue
        above, after = rows[j - 1], rows[j + 1]
        chained = heads[j + 1] or (loose[j + 1] and j + 2 < len(rows) and rows[j + 2].shape == "P")
        opens = chained or (after.shape == "P" and not after.bare[:1].islower()) or (after.shape == "I" and above.ended)
        if opens and (above.shape in "PEI" or heads[j - 1]):
            heads[j] = True
            yield j


def _is_loose(row: Row, times: Counter[str]) -> bool:
    """Whether a spaced row can be a heading by its form: no mark at its end, opened by a capital, few words."""
    text = row.bare
    if not (row.gap_before and row.gap_after) or NO_TITLE.search(text) or shapes.width(text) > 90:
        return False
    if row.shape != "S" and not _asks(row) and not (row.shape == "M" and TOPIC.match(text)):
        return False
    if len(shapes.CJK.findall(text)) >= 4:
        return len(text) <= 30 and times[text] == 1
    words = text.split()
    opened = text[0].isupper() or text[0].isdigit() or text[0] in "“\"'#¿"
    return opened and len(words) <= 12 and (times[text] == 1 or times[text] >= 3) and sum(map(str.isalpha, text)) >= 3


def _like(rows: Sequence[Row], alone: Sequence[int]) -> Iterator[int]:
    """Rows that miss one sign: "A gift of bricks", or the first of several 【…】 below the title."""
    openings = {rows[i].bare[0] for i in alone}
    for j in range(1, len(rows) - 1):
        row, text = rows[j], rows[j].bare
        if rows[j + 1].shape != "P" or row.shape != "S" or NO_TITLE.search(text):
            continue
        above = rows[j - 1].shape in "PE" and rows[j - 1].ended
        spaced = row.gap_before and row.gap_after and len(text.split()) <= 6 and text[:2] in {"A ", "An"}
        if (above and spaced) or (text[0] in BRACKETS and openings == {text[0]}):
            yield j


def _bulleted(rows: Sequence[Row]) -> list[int]:
    """Short lines behind a heavy bullet (◆ 区位优势), each with prose under it: two or more are headings."""
    out = [
        j
        for j, row in enumerate(rows[:-1])
        if BULLET.match(row.bare)
        and shapes.width(row.bare) <= 44
        and shapes.last_mark(row.bare) not in shapes.SENTENCE_ENDS | shapes.PAUSES
        and rows[j + 1].shape == "P"
        and not BULLET.match(rows[j + 1].bare)
    ]
    return out if len(out) >= 2 else []


def _counted(rows: Sequence[Row]) -> list[int]:
    """Short lines below a bare 01, 02 ... (or PART 1, PART 2): two or more, counted from one, are headings.

    Seen in magazine articles of Chinese platforms, where the number is set large above the name.
    """
    pairs = [(m, j + 1) for j, row in enumerate(rows[:-1]) if (m := ORDINAL.match(row.bare))]
    named = [(int(m[1]), j) for m, j in pairs if rows[j].shape == "S" and shapes.width(rows[j].bare) <= 44]
    return [j for _, j in named] if len(named) >= 2 and [n for n, _ in named] == list(range(1, len(named) + 1)) else []


def _is_free(row: Row, *, compact: bool) -> bool:
    """Whether a row has the form of a heading without marks: short, no end mark, opened like a heading."""
    text, asks = row.bare, _asks(row)
    standing = compact or (row.gap_before and row.gap_after)
    if QUESTION.match(text) and shapes.width(text) <= LONGEST_QUESTION:
        return standing and row.shape != "I"
    if not (row.shape == "S" or asks) or NO_TITLE.search(text):
        return False
    if len(shapes.CJK.findall(text)) >= 4:
        return (standing or (asks and row.gap_before)) and len(text) <= (40 if asks else 30) and "。" not in text
    apart = (compact or row.gap_before) if asks else row.gap_before and row.gap_after
    apart = apart or (compact and len(text.split()) <= 3 and text[0].isupper() and not text.startswith("About "))
    return apart and _is_title(text.split(), asks=asks)


def _asks(row: Row) -> bool:
    """Whether a row is one question and nothing else, and nobody's speech."""
    text = row.bare
    if text[-1:] not in {"?", "？"} or row.shape not in "EP" or shapes.width(text) > LONGEST_QUESTION:
        return False
    plain = not any(mark in text[:-1] for mark in "?？。") and text.count(". ") <= (len(text) >= 40)
    return plain and ASKING.match(text.rsplit(". ", 1)[-1]) is not None


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
    if before < 0 or after >= len(rows):
        return False
    opens = rows[after].at in taken and after == j + 1
    if not opens and (rows[after].shape != "P" or rows[after].bare[:1].islower()):
        return False
    ended = rows[before].shape in "PE" and rows[before].ended
    return ended or (rows[before].at in taken and before == j - 1 and rows[before].shape != "S")
