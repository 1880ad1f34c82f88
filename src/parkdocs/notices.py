"""Notices that there is more than the text shows, in many languages, and whether they mean this very text.

No phrase is trusted alone: sites put "Subscribe now" and "Read more" on whole texts too.  A notice counts by how
strongly its words say so (``appeals``), by its place below the last running text, and by a second sign.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise
from operator import itemgetter
from typing import NamedTuple

from parkdocs import deferred, endings, onward, pagecounts, shapes, works
from parkdocs.appeals import SURE, strength
from parkdocs.lines import Line, RemovedLine
from parkdocs.model import Sign

NEAR, HEAD, LONGEST, LONG_NOTICE, SHORT = 8, 20, 160, 400, 60
MOST_BELOW, MOST_AFTER = 12, 2
TEASER_ROWS, TEASER_SIZE = 3, 900
MOST_NOTICES = 50
NAMED_KINDS = frozenset(("nav", "footer", "credit", "share", "residue"))
NUMBER = deferred.pattern(r"\d+")
ENDS = " \t\u3000\u00a0|<>*_`~^#·•-"


Row = RemovedLine
"""A line of the source with text: ``rule`` and ``kind`` say what took it away, "" where it was kept."""


class Found(NamedTuple):
    """The signs, and whether a second sign confirms them: then the text is cut for sure."""

    signs: tuple[Sign, ...] = ()
    sure: bool = False


class Reading(NamedTuple):
    """All rows of a text, its last running text (None: a list ends it), and the notices about it."""

    stream: list[Row]
    last: Line | None
    told: Found


def of_text(lines: Sequence[Line], removed: Sequence[RemovedLine]) -> Reading:
    """Read the notices about a text, of the lines that were kept and those that were removed."""
    stream = rows(lines, removed)
    tail = endings.tail(lines, is_notice)
    last = endings.last_prose(tail)
    end = last.number if last else tail[0].number if tail else 0
    return Reading(stream, last, find(stream, last, end))


def rows(lines: Sequence[Line], removed: Sequence[RemovedLine]) -> list[Row]:
    """Kept and removed lines with text, in the order of the source."""
    kept = [Row(line.number, line.text, "", "") for line in lines if line.text and not line.text.isspace()]
    if not removed:
        return kept
    # stable: the kept part of a line comes first
    return sorted([*kept, *removed], key=itemgetter(0))


def is_notice(text: str) -> bool:
    """Whether a line speaks of reading on, so that it is not the text's last.

    >>> is_notice("Log in to read the rest"), is_notice("Read more »"), is_notice("The zone has two new gates.")
    (True, True, False)
    """
    if len(text) > LONGEST:
        return len(text) <= LONG_NOTICE and strength(text) == SURE and not endings.cut(text)
    said = strength(text)
    glued = onward.inline(text.strip()) if said else ""
    if glued and len(text) > len(glued) + 20:
        said = strength(text.strip()[: -len(glued)])
    return said >= 2 or (said == 1 and shapes.width(text.strip()) <= SHORT) or onward.is_more(text)


def find(stream: Sequence[Row], last: Line | None, end: int) -> Found:
    """Notices about this text.  ``last`` is its last running text (None: a list ends it), on source line ``end``.

    The weaker the words, the more must confirm them.  Second signs: the sentence above breaks off; the notice stands
    right below the last paragraph; a second notice stands beside it; the whole text is no longer than a teaser.  Only
    words that name both the rest and the way to it need none but their place.  Safe: newsletters, and phrases said
    several times (teasers of other texts), never count.
    """
    cut = endings.cut(last.text) if last else ""
    stream = stream if cut else works.without_offers(stream)
    below = [r for r in stream if r.number > end or (r.number == end and r.kind == "truncation")][:NEAR]
    teaser = _is_teaser(stream)
    counted = [r for r in below if _is_counted(r)]
    told = _asked(stream, below, cut, teaser=teaser) or counted
    marks = tuple(_markers(stream, last, below, loose=bool(cut) or teaser))
    if told:
        return Found(tuple(_signs([*told, *counted, *_removed(below)], marks)), True)
    if marks:
        return Found(tuple(_signs(_removed(below), marks)), True)
    if (
        elsewhere := _asked_above(stream)
        or _elsewhere(stream, end, cut, teaser=teaser)
        or (cut == "dots" and _teasers(stream))
    ):
        return Found(tuple(_signs(elsewhere, ())), True)
    return Found(tuple(_signs([r for r in below if r.kind == "truncation" and _strength(r) > 2], ())))


def _strength(r: Row) -> int:
    """How strongly a row asks: by its words, and by the rule for walls and previews that took it away.

    What a rule of another kind names (a footer, a share button) is no notice; what the labeller took away may be one.
    """
    if r.kind in NAMED_KINDS and not r.rule.startswith("model/"):
        return 0
    if len(r.text) > LONG_NOTICE or (not r.rule and r.text[:1].islower() and shapes.last_mark(r.text) == "."):
        return 0  # long, or the rest of a sentence that was wrapped
    return max(strength(r.text), 2 if r.kind == "truncation" else 0)


def _asked(stream: Sequence[Row], below: Sequence[Row], cut: str, *, teaser: bool) -> list[Row]:
    """Lines below the last paragraph that ask the reader for something before the rest of this text is shown."""
    said = [(s, i, r) for i, r in enumerate(below) if (s := _strength(r))]
    said = [(s, i, r) for s, i, r in said if _times(r, stream) <= (2 if s == SURE else 1)]
    several = sum(s >= 2 for s, _, _ in said) >= 2
    broken = cut in {"word", "sentence"}
    for s, i, r in said:
        confirmed = (s == SURE, s == 3 and (i < 2 or cut or teaser), s == 2 and (cut or several))
        short = teaser and r.kind == "truncation" and _times(r, stream) == 1
        if any(confirmed) or short or (s == 1 and broken and i < 3):
            return [other for score, _, other in said if score >= min(s, 2)]
    return []


def _asked_above(stream: Sequence[Row]) -> list[Row]:
    """A sure notice above the last paragraph, where next to no running text follows: teasers of others, an address.

    A notice that is a sentence counts too, where it is short; below a sentence that breaks off, weaker words do.
    """
    prose = 0
    tail = stream[-MOST_BELOW:]
    for i, r in enumerate(reversed(tail), 1):
        running = not r.rule and shapes.is_prose(r.text)
        if not running or (len(r.text) <= LONGEST and not (i > 1 and shapes.is_prose(tail[1 - i].text))):
            at, said = len(stream) - i, _strength(r)
            breaks = said in {2, 3} and _breaks_off(stream, at)
            if (said == SURE or breaks) and _times(r, stream) <= 2:
                return [r] if any(not x.rule and shapes.is_prose(x.text) for x in stream[:at]) else []
        prose += running
        if prose > MOST_AFTER:
            break
    return []


def _teasers(stream: Sequence[Row]) -> list[Row]:
    """The calls of a list of beginnings, in which nearly every paragraph ends in dots and one stands below it."""
    called = [b for a, b in pairwise(stream) if endings.cut(a.text) == "dots" and _strength(b) >= 2]
    prose = sum(not r.rule and shapes.is_prose(r.text) and _strength(r) < 2 for r in stream)
    return called if len(called) >= 2 and len(called) * 4 >= prose * 3 else []


def _times(r: Row, stream: Sequence[Row]) -> int:
    """How often the words stand on a line of their own."""
    words = r.text.strip(onward.DECORATION)
    return sum([words == x.text.strip(onward.DECORATION) for x in stream if words in x.text])


def _removed(found: Sequence[Row]) -> list[Row]:
    return [r for r in found if r.kind == "truncation"]


def _signs(found: Sequence[Row], marks: Sequence[Sign]) -> Iterator[Sign]:
    """Signs of the rows, each line once, in the order of the source, then the markers."""
    told = {sign.line for sign in marks if sign.kind == "notice"}
    for r in sorted(dict.fromkeys(found), key=lambda r: r.number)[:MOST_NOTICES]:
        if r.number not in told:
            told.add(r.number)
            yield Sign("notice", r.number, r.rule or "complete/wall", r.text.strip()[:120])
    yield from (sign for sign in marks if sign.kind != "notice" and sign.line not in told)


def _is_counted(r: Row) -> bool:
    """Whether a short line counts the pages that are kept back, and says so: 已阅读3页，还剩26页未读."""
    if len(r.text) > 100 or not any(map(str.isdigit, r.text)):
        return False
    count = pagecounts.read([(1, r.text)])
    return count.total > count.here and strength(r.text) >= (1 if count.of_rest else 3)


def _is_measured(r: Row) -> bool:
    """Whether a short line is a sure notice and has two numbers or more."""
    return len(r.text) <= LONGEST and len(NUMBER.findall(r.text)) >= 2 and _strength(r) == SURE


def _markers(stream: Sequence[Row], last: Line | None, below: Sequence[Row], *, loose: bool) -> Iterator[Sign]:
    """Words or dots at the end of the last prose line, or alone right below it, that say there is more.

    Safe: ``[…]`` in the middle is an editor's omission, "Read more" further down belongs to related links, and what
    is said twice belongs to a list of teasers.
    """
    if last is None:
        return
    text = last.text[-300:].rstrip(ENDS)
    if found := onward.inline(text):
        times = sum(found in r.text[-100:] for r in stream)
        prose = sum(not r.rule and shapes.is_prose(r.text) for r in stream)
        if times < 2 or (
            endings.HAS_DOTS.search(found) and times * 4 >= prose * 3
        ):  # a list of beginnings has it on nearly every paragraph
            yield Sign("marker", last.number, "complete/marker-at-end", f"the text breaks off with {text[-40:]!r}")
        return
    first = next((r for r in below if r.kind != "credit" and shapes.shape(shapes.bare(r.text)) != "M"), None)
    asked = first and (loose or (first is below[0] and onward.is_of_this_text(first.text)))
    if asked and first and onward.is_more(first.text) and sum(onward.is_more(r.text) for r in stream) == 1:
        note = f"below the last paragraph stands {first.text.strip()[:40]!r}"
        yield Sign("marker", first.number, first.rule or "complete/marker-below", note)


def _elsewhere(stream: Sequence[Row], end: int, cut: str, *, teaser: bool) -> list[Row]:
    """Notices away from the end: a count of pages kept back on top, a wall in a broken sentence, a teaser's call.

    Where the text breaks off, a sure notice on top counts too, if it says how much is here: "9 of 112 are shown".
    """
    broken = cut in {"word", "sentence"}
    out = [r for r in stream[:HEAD] if _is_counted(r) or (broken and r.number < end and _is_measured(r))]
    gone = (i for i, r in enumerate(stream) if r.kind == "truncation" and r.number <= end)
    for i in islice(gone, MOST_NOTICES):
        r = stream[i]
        if _breaks_off(stream, i) if _strength(r) > 2 else (teaser and _times(r, stream) == 1):
            out.append(r)
    return out


def _breaks_off(stream: Sequence[Row], i: int) -> bool:
    """Whether the running text right above row ``i`` breaks off and does not go on below."""
    above = next((r for r in reversed(stream[max(0, i - 3) : i]) if not r.rule and shapes.is_prose(r.text)), None)
    if above is None or endings.cut(above.text) not in {"word", "sentence"}:
        return False
    after = next((r for r in stream[i + 1 : i + 6] if not r.rule and shapes.is_prose(r.text)), None)
    return after is None or not after.text.lstrip()[:1].islower()


def _is_teaser(stream: Sequence[Row]) -> bool:
    """Whether the kept text is no longer than a teaser: three paragraphs and 900 columns at most."""
    size = paragraphs = 0
    for r in stream:
        if r.rule:
            continue
        size += shapes.width(r.text)
        paragraphs += shapes.is_prose(r.text)
        if size > TEASER_SIZE or paragraphs > TEASER_ROWS:
            return False
    return paragraphs > 0
