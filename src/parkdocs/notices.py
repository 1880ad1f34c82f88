"""Notices that there is more than the text shows, in many languages, and whether they mean this very text.

No phrase is trusted alone: sites put "Subscribe now" and "Read more" on whole texts too.  A notice counts by the
families of words that meet in it (reading, the rest of the text, a gate such as a log-in or a price, what is left
over), by its place below the last running text, and by a second sign.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

from parkdocs import endings, pagecounts, shapes
from parkdocs.appeals import SURE, strength
from parkdocs.lines import Line, RemovedLine
from parkdocs.model import Sign
from parkdocs.wallwords import families, is_about_paying, is_of_other_matters

NEAR, HEAD, LONGEST, LONG_NOTICE = 8, 20, 160, 400
MOST_BELOW, MOST_AFTER = 24, 2
TEASER_ROWS, TEASER_SIZE = 3, 900
MOST_NOTICES = 50
BRACKET = re.compile(
    r"[\[(（【]\s?(?:…|\.\.\.|&hellip;)\s?[\])）】]|[\[(]\+?\s?\d{1,7} (?:chars|characters|more words|words)[\])]"
    r"|[(（\[](?:…|\.{3})?\s?(?:more|read more|continued|cont\.|weiter|suite)\s?(?:…|\.{2,3})?\s?[)）\]]",
    re.IGNORECASE,
)
MORE = re.compile(
    r"(?:continue lendo|leia mais|ler mais|continue reading|keep reading|read on|read more"
    r"|read (?:the )?(?:full|whole|entire|complete)(?: (?:article|story|report|post|text))?|full (?:story|article)"
    r"|continuar leyendo|seguir leyendo|sigue leyendo|leer más|lire la suite|la suite|suite de l['’]article"
    r"|weiterlesen|mehr lesen|читать (?:далее|полностью)|leggi tutto|continua a leggere|lees (?:verder|meer)"
    r"|xem tiếp|đọc tiếp|続きを読む|더 ?보기"
    r"|(?:点击|點擊)?(?:[阅閱][读讀]|查看|展[开開])(?:剩[余餘])?(?:全文|更多|原文|全部|余下全文)"
    r"|未完待[续續]|(?:下|[请請])?[转轉]第?.{1,6}版)"
    r"(?:\s?[>»›→.…:：\])）》↓▼|]){0,6}",
    re.IGNORECASE,
)
AFTER_DOTS = re.compile(r"(?:…|\.{3})\s{0,3}([^.…]{3,80})$")
QUOTED = re.compile(r"“[^“”]{0,80}”|\"[^\"]{0,80}\"|「[^「」]{0,80}」|『[^『』]{0,80}』")
DECORATION = " \t\u3000\u00a0|<>*_`~^#·•-—–=[]()（）【】▶►▷▼▲■□◆●→»"
ENDS = " \t\u3000\u00a0|<>*_`~^#·•-"


class Row(NamedTuple):
    """A line of the source with text: ``rule`` and ``kind`` say what took it away, "" where it was kept."""

    number: int
    text: str
    rule: str
    kind: str


class Found(NamedTuple):
    """The signs, and whether a second sign confirms them: then the text is cut for sure."""

    signs: tuple[Sign, ...] = ()
    sure: bool = False


def rows(lines: Sequence[Line], removed: Sequence[RemovedLine]) -> list[Row]:
    """Kept and removed lines with text, in the order of the source."""
    kept = [Row(line.number, line.text, "", "") for line in lines if line.text and not line.text.isspace()]
    if not removed:
        return kept
    # stable: the kept part of a line comes first
    return sorted([*kept, *(Row(*r) for r in removed)], key=itemgetter(0))


def is_notice(text: str) -> bool:
    """Whether a line speaks of reading on, so that it is not the text's last: words of two families, or one and short.

    Lines on other matters (newsletters, rights) without an end mark are none of the text either.

    >>> is_notice("Log in to read the rest"), is_notice("See our offers"), is_notice("The zone has two new gates.")
    (True, True, False)
    """
    if len(text) > LONGEST:
        return len(text) <= LONG_NOTICE and strength(text) == 4 and not endings.cut(text)
    glued = _inline(text.strip())
    found = families(text.strip()[: -len(glued)] if glued and len(text) > len(glued) + 20 else text)
    if not found and shapes.last_mark(text) not in shapes.SENTENCE_ENDS and is_of_other_matters(text):
        return True
    longest = 90 if "left" in found else 60
    return (
        len(found) >= 2
        or strength(text) >= 3
        or (len(found) == 1 and shapes.width(text.strip()) <= longest)
        or _is_more(text)
    )


def find(stream: Sequence[Row], last: Line | None, end: int) -> Found:
    """Notices about this text.  ``last`` is its last running text (None: a list ends it), on source line ``end``.

    Second signs: the sentence above breaks off; what is left over is named beside a way to get it; a second notice
    stands beside the first; the whole text is no longer than a teaser.  Safe: words of one family, newsletters, and
    phrases said several times (teasers of other texts) never count.
    """
    below = [r for r in stream if r.number > end or (r.number == end and r.kind == "truncation")][:NEAR]
    cut = endings.cut(last.text) if last else ""
    teaser = _is_teaser(stream)
    if asked := _asked(stream, below, cut, teaser=teaser):
        return Found(tuple(_signs([*asked, *_removed(below)], tuple(_markers(stream, last, below, loose=False)))), True)
    telling = [r for r in below if _may_tell(r, broken=bool(cut))]
    walls = [(r, f) for r in telling if (f := families(r.text))]
    marks = tuple(_markers(stream, last, below, loose=bool(cut) or teaser))
    counted = [r for r in telling if _is_counted(r)]
    short = teaser and any(r.kind == "truncation" and f - {"gate"} and _is_single(r, stream) for r, f in walls)
    if _confirmed(walls, below, cut) or short or counted:
        told = [r for r, f in walls if len(f) >= 2 or "left" in f or (cut and (r in below[:2] or _asks_to_pay(r)))]
        return Found(tuple(_signs([*told, *counted, *_removed(below)], marks)), True)
    if marks:
        return Found(tuple(_signs(_removed(below), marks)), True)
    if elsewhere := _elsewhere(stream, end, teaser=teaser):
        return Found(tuple(_signs(elsewhere, ())), True)
    return Found(tuple(_signs([r for r, f in walls if len(f) >= (2 if r.kind == "truncation" else 3)], ())))


def _asked(stream: Sequence[Row], below: Sequence[Row], cut: str, *, teaser: bool) -> list[Row]:
    """Lines below the last paragraph that ask the reader for something before the rest of this text is shown."""
    said = [(strength(r.text), i, r) for i, r in enumerate(below) if len(r.text) <= LONG_NOTICE]
    said = [(s, i, r) for s, i, r in said if s and _times(r, stream) <= (2 if s == SURE else 1)]
    several = sum(s >= 2 for s, _, _ in said) >= 2
    near = 2 if cut in {"word", "sentence"} else 0
    for s, i, _ in said:
        if s == SURE or (s == 3 and (i < 2 or cut or teaser)) or (s == 2 and (cut or several)) or (s == 1 and i < near):
            return [r for score, _, r in said if score >= min(s, 2)]
    return _asked_above(stream)


def _asked_above(stream: Sequence[Row]) -> list[Row]:
    """A sure notice above the last paragraph, where next to no running text follows: teasers of others, an address."""
    prose = before = 0
    for i, r in enumerate(reversed(stream[-MOST_BELOW:])):
        apart = r.rule or not shapes.is_prose(r.text)
        if apart and len(r.text) <= LONG_NOTICE and strength(r.text) == SURE and _times(r, stream) <= 2:
            before = sum(not x.rule and shapes.is_prose(x.text) for x in stream[: len(stream) - 1 - i])
            return [r] if before else []
        prose += not r.rule and shapes.is_prose(r.text)
        if prose > MOST_AFTER:
            break
    return []


def _times(r: Row, stream: Sequence[Row]) -> int:
    """How often the words stand on a line of their own."""
    words = r.text.strip(DECORATION)
    return sum(words in x.text and words == x.text.strip(DECORATION) for x in stream)


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


def _confirmed(walls: Sequence[tuple[Row, frozenset[str]]], below: Sequence[Row], cut: str) -> bool:
    """Whether the notices below the last paragraph are about it."""
    strong = [f for _, f in walls if len(f) >= 2]
    broken = cut in {"word", "sentence"}
    close = [(r, f) for r, f in walls if r in below[:5]]
    first = below[:2]
    if broken and any("left" in f or (r in first and (f & {"rest", "read"} or _asks_to_pay(r))) for r, f in close):
        return True
    if not strong:
        return False
    left = [f for _, f in walls if "left" in f]
    if left and any(f & {"gate", "read"} and (cut or len(f) >= 3 or len(walls) >= 2) for f in strong):
        return True
    if broken and any(len(f) >= 2 and ("rest" in f or len(close) >= 2) for _, f in close):
        return True
    if cut == "dots" and any(len(f) >= 3 for f in strong):
        return True
    return any({"gate", "rest"} <= f for f in strong) and sum("gate" in f for _, f in walls) >= 2


def _asks_to_pay(r: Row) -> bool:
    """Whether a line that is no price list (``Member: $110``) speaks of paying."""
    return shapes.shape(shapes.bare(r.text)) != "M" and is_about_paying(r.text)


def _may_tell(r: Row, *, broken: bool) -> bool:
    """Whether a line can be a notice: no long one, and a whole sentence only below a broken one, else it is content."""
    if len(r.text) > LONGEST or (not r.rule and r.text[:1].islower() and shapes.last_mark(r.text) == "."):
        return False  # long, or the rest of a sentence that was wrapped
    if broken or not shapes.is_prose(r.text) or shapes.last_mark(r.text) not in shapes.SENTENCE_ENDS:
        return True
    return r.kind == "truncation" and bool(families(QUOTED.sub("", r.text)) & {"left", "rest"})


def _is_counted(r: Row) -> bool:
    """Whether a short line counts the pages that are kept back, and says so: 已阅读3页，还剩26页未读."""
    if len(r.text) > 100 or not any(c.isdigit() for c in r.text):
        return False
    count = pagecounts.read([(1, r.text)])
    return count.total > count.here and bool(families(r.text) & {"left", "read"})


def _is_single(r: Row, stream: Sequence[Row]) -> bool:
    """Whether the words stand on one line only; said again they belong to a list of other texts."""
    return _times(r, stream) == 1


def _is_more(text: str) -> bool:
    return len(text) <= 80 and MORE.fullmatch(text.strip(DECORATION)) is not None


def _markers(stream: Sequence[Row], last: Line | None, below: Sequence[Row], *, loose: bool) -> Iterator[Sign]:
    """Words or dots at the end of the last prose line, or alone right below it, that say there is more.

    Safe: ``[…]`` in the middle is an editor's omission, "Read more" further down belongs to related links, and what
    is said twice belongs to a list of teasers.
    """
    if last is None:
        return
    text = last.text[-300:].rstrip(ENDS)
    if found := _inline(text):
        times = sum(found in r.text[-100:] for r in stream)
        prose = sum(not r.rule and shapes.is_prose(r.text) for r in stream)
        if times < 2 or (
            endings.HAS_DOTS.search(found) and times * 4 >= prose * 3
        ):  # a list of beginnings has it on nearly every paragraph
            yield Sign("marker", last.number, "complete/marker-at-end", f"the text breaks off with {text[-40:]!r}")
        return
    first = next((r for r in below if r.kind != "credit" and shapes.shape(shapes.bare(r.text)) != "M"), None)
    if loose and first and _is_more(first.text) and sum(_is_more(r.text) for r in stream) == 1:
        note = f"below the last paragraph stands {first.text.strip()[:40]!r}"
        yield Sign("marker", first.number, first.rule or "complete/marker-below", note)


def _inline(text: str) -> str:
    """The words at a text's end that say there is more, "" where none do."""
    end = text.rstrip(".。 ")
    for m in BRACKET.finditer(text):
        dots = any(c in "….0123456789" for c in m[0])  # "[More]" after a whole sentence may be a link to something else
        whole = shapes.last_mark(text[: m.start()]) in shapes.SENTENCE_ENDS
        if m.start() > 0 and m.end() >= len(text) - 1 and (dots or not whole):
            return m[0]
    for m in MORE.finditer(text):
        head = text[: m.start()].rstrip(" .。[(|—-–")
        open_end = len(head) >= 20 and shapes.last_mark(head) not in shapes.SENTENCE_ENDS | {":", "："}
        if m.end() >= len(end) and (open_end or endings.DOTS.search(text[: m.start()].rstrip())):
            return m[0]
    after = AFTER_DOTS.search(end)
    if after and (f := families(after[1])) and ("read" in f or len(f) >= 2):
        return after[1]
    return end[-50:] if endings.cut(text) in {"word", "sentence"} and len(families(end[-50:])) >= 3 else ""


def _elsewhere(stream: Sequence[Row], end: int, *, teaser: bool) -> list[Row]:
    """Notices away from the end: a count of pages kept back on top, or a wall in the middle of a broken sentence."""
    out = [r for r in stream[:HEAD] if _is_counted(r)]
    gone = (i for i, r in enumerate(stream) if r.kind == "truncation" and r.number <= end)
    for i in islice(gone, MOST_NOTICES):
        r, breaks = stream[i], _breaks_off(stream, i)
        if not _may_tell(r, broken=breaks):
            continue
        found = families(r.text)
        walled = len(found) >= 2 and bool(found & {"gate", "left"}) and breaks
        if walled or (teaser and found - {"gate"} and _is_single(r, stream)):
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
