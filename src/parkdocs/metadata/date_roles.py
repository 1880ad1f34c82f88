"""What a date is the date of: publication, an event, an update, or nothing that the line says.

A date is *published* by a label (``发布时间:``, ``Published``), as a byline or a line of its own at the head
(``2023-07-28 | UNIDO``), in a dateline (``SHANGHAI, 5 NOVEMBER 2023 –``), on a cover (``April 2018``) or as the
signature of a notice (``2021年5月17日`` on its last line).  Risky: a plain ``日期:`` or ``Date:`` can be an event's;
a venue beside it says so.  A bare line can be the day a page was looked at; it ranks below labels and bylines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from parkdocs.metadata import date_labels, date_words
from parkdocs.metadata.date_frames import CLOCK, EVENT, SENTENCE_END, SHORT_LINE, SOURCE, WEEKDAY, is_frame, rest
from parkdocs.metadata.date_spans import Span
from parkdocs.metadata.date_words import EN_STRONG, OTHER_STRONG, PLAIN, SIGNED_BY, UPDATED, ZH_STRONG, ZH_WRITTEN
from parkdocs.metadata.source_lines import SourceLine


class Role(NamedTuple):
    """A role, the rule that gave it, and how well it speaks for ``metadata.published`` (0: not at all)."""

    name: str
    rule: str
    rank: int = 0


MENTIONED = Role("mentioned", "dates/mentioned")
DAYS = 21  # characters of a range of days in EDTF
LAST = 12  # lines at a document's end in which a notice is signed
FIRST = 8  # lines at a document's top in which a law says when it was passed, a report in its title of when it is
NEAR = 2  # lines below the first running text, which may be a summary above the byline

_GAP = r"\s{0,4}[:：|]?[\s\[【(（]{0,4}(?:\d\d:\d\d(?:\s[A-Z]{3,4})?,\s)?"
_GAP += r"(?:[A-Za-z]{3,9}day,?\s{0,2}|[A-Z][a-z]{2},\s{0,2})?"
_EDGE = r"(?:^|[^\w\s]\s{0,4}|\s{2,8}|[\u3400-\u9fff]\s?)"

STRONG_LABEL = re.compile(rf"{_EDGE}(?:{EN_STRONG}|{OTHER_STRONG}){_GAP}$", re.I)
LABELS: tuple[tuple[re.Pattern[str], Role], ...] = (
    (re.compile(rf"{UPDATED}{_GAP}$", re.I), Role("updated", "dates/updated")),
    (re.compile(rf"{ZH_STRONG}{_GAP}$"), Role("published", "dates/label-zh", 100)),
    (STRONG_LABEL, Role("published", "dates/label", 100)),
    (re.compile(rf"{ZH_WRITTEN}{_GAP}$"), Role("published", "dates/label-zh-written", 90)),
)
SIGNED = re.compile(rf"\W{{0,4}}(?:{SIGNED_BY})$", re.I)
COMMENT = re.compile(
    r"[发發]表人|[网網]友[评評][论論]|[评評][论論][人者]|回[复復][时時于於]|comments? by|replied", re.I
)
SOURCE_NEXT = re.compile(r"[\s\d:：]{0,12}(?:[来來]源|信息[来來]源|作者)\s?[:：]")
RELEASE = re.compile(r"\W{0,4}(?:Press release|(?:Presse|Medien)mitteilung|Comunicado|Communiqué)[^.]{0,20}\s", re.I)
PRINTED = re.compile(r"》\s?[(（]?\s?$")
LABEL_AFTER = re.compile(r"\s{0,3}(?:印[发發]|[发發][布佈])\W{0,4}$")
POSTED = re.compile(
    r"[\s\d:：]{0,12}(?:在.{1,30}?)?(?:[发發][表布佈帖]|[张張][贴貼]|提交)"
    r"|,?\s(?:um\s\d{1,2}[:.]\d\d(?:\sUhr)?\s)?(?:gepostet|veröffentlicht|publiziert|geschrieben|erstellt)\b"
)
POSTER = re.compile(r"(?:^|\s)(?:本[贴貼帖文])?由.{1,16}[于於]\s?$|\b(?:wurde|erschien)\s(?:von\s.{2,40}\s)?am\s$")
POSTED_AT = re.compile(r"\s[0-2]?\d[:：][0-5]\d\s{0,2}[发發][表布佈][于於]")
BARE_LABEL = re.compile(rf"\W{{0,6}}{PLAIN}\s{{1,4}}[\d\W]{{6,20}}", re.I)
PLAIN_LABEL = re.compile(rf"{_EDGE}{PLAIN}\s{{0,4}}[:：][\s\[【(（]{{0,4}}$", re.I)
LABEL_LINE = re.compile(
    rf"[\W_]{{0,6}}(?:(?P<updated>{UPDATED})|(?P<strong>{ZH_STRONG}|{EN_STRONG}|{OTHER_STRONG})"
    rf"|(?P<written>{ZH_WRITTEN})|(?P<plain>{PLAIN}))[\s*_]{{0,4}}[:：]?[*_]{{0,3}}",
    re.I,
)
_GROUPS = {
    "updated": Role("updated", "dates/updated"),
    "strong": Role("published", "dates/label-line", 100),
    "written": Role("published", "dates/label-line-written", 90),
    "plain": Role("published", "dates/label-line-plain", 85),
}
VENUE = re.compile(r"地[点點址]|[会會]址|venue|location|place\b|主[办辦]|agenda", re.I)
CRAWLER = re.compile(r"date (?:19|20)\d\d-\d\d-\d\d\b")
PLACE = re.compile(r"[A-Z][\w.'’ -]{1,40}(?:,[ ][A-Z][\w.'’ ]{1,30})?(?:,?[ ]\(|,[ ]|[ ](?:–|—|--?)[ ]|[ ]{1,3})$")
DASH = re.compile(r"\)?\s{0,3}(?:\([\w ./,-]{2,40}\)\s{0,3})?(?:[–—]|--?\s|/)|\)[.:]?\s(?=[\"“„A-ZÀ-Þ])")
OPENS = re.compile(r"(?:\s{0,3}[–—]|\s{0,3}--?\s|\.\s|\s?:\s|\s(?=[„“]))\s{0,3}(?=[\"“„A-Z])")
STARTS_DATED = re.compile(r"\W{0,4}(?:[A-Z][a-z]{2,8}\.? \d|\d{1,2} [A-Z][a-z]{2,8} \d|\d{4}-\d)[^.–—:]{0,16}[.–—:]")
TODAY = re.compile(
    r"今[天日](?:是)?\W{0,3}$|[现現]在是?\W{0,3}$|(?:[当當]前|系[统統])[时時][间間]\W{0,3}$|\btoday(?: is)?\W{0,3}$",
    re.I,
)
RIGHTS = re.compile(r"(?:©|\(c\)|copyright|版[权權])[^\n]{0,60}$", re.I)
_DEEDS = "held hold took take taking host conven organi open launch inaugurat kicked broke sign attend visit schedul"
EVENT_NEEDS = (*_DEEDS.split(), "meet", "begin", "start")
"""Letters of which ``EVENT`` needs some in a text of ASCII characters alone."""
ISSUE, GATHERING = re.compile(date_words.ISSUE, re.I), re.compile(date_words.GATHERING)
SIGNED_AT = re.compile(r"[于於在][\u3400-\u9fff]{2,24}(?:室|[处處]|局|[委协協][会會]?|公司|部|[办辦]|署|厅|廳)")
ADOPTED = re.compile(r"[^()（）]{0,60}(?:通[过過]|公布|[发發]布|[印颁頒][发發布]|修[订訂正])[^()（）]{0,6}[)）]?")
DATED = re.compile(r"\b(?i:dated|answered(?: on)?)\s{1,3}(?:the\s)?$")
NAMED_AS = re.compile(
    r"\W{0,4}(?:reports?|circular|notification|notice|order|resolution|minutes|memorandum|to be answered)\b", re.I
)
MONTH_ONLY = re.compile(r"(?:19|20)\d\d-\d\d")


def role(lines: Sequence[SourceLine], i: int, span: Span, all_spans: Sequence[Span], first_prose: int) -> Role:
    """The role of a date of line ``i``; ``first_prose`` is the index of the first line of running text."""
    text = lines[i].text
    before, after = text[max(0, span.start - 80) : span.start], text[span.end : span.end + 80]
    if before.strip():
        if (
            RIGHTS.search(before)
            or COMMENT.search(before)
            or TODAY.search(before)
            or (date_labels.NOT_PUBLISHED.search(before[-30:]) and not STRONG_LABEL.search(before))
        ):
            return MENTIONED
        if date_labels.EVENT_LABEL.search(before):
            return Role("event", "dates/event-label")
        if date_labels.is_other(before):
            return MENTIONED
    elif i and span.start <= 2 and date_labels.is_other_line(lines[i - 1].text):
        return MENTIONED
    found = _labelled(lines, i, span, before, after) or _dateline(lines, i, span, (before, after), first_prose)
    if found is None and not span.weak:
        found = _by_place(lines, i, span, first_prose) or _line_of_its_own(lines, i, span, all_spans, first_prose)
        found = found or _event(text, span)
    return found or MENTIONED


def _labelled(lines: Sequence[SourceLine], i: int, span: Span, before: str, after: str) -> Role | None:
    text = lines[i].text
    if CRAWLER.match(text) and span.start <= 5:
        return Role("published", "dates/crawler-prefix", 80)
    if "X" in span.edtf or (span.weak and after[:2].strip(" ,")[:1].isalnum()):
        return None
    for pattern, found in LABELS if before.strip() else ():
        m = pattern.search(before)
        if m and (
            len(text) <= SHORT_LINE or re.search("[:：]", m.group()) or date_labels.in_history(lines[i : i + 1], 0)
        ):
            return _unless_event(found, lines, i, span)
    if PLAIN_LABEL.search(before) and (len(text) <= SHORT_LINE or SOURCE.match(after.lstrip(" \u3000-:0123456789"))):
        return _unless_event(Role("published", "dates/label-plain", 85), lines, i, span)
    if i and span.start <= 2 and len(text) <= SHORT_LINE and (m := LABEL_LINE.fullmatch(lines[i - 1].text)):
        return _unless_event(_GROUPS[m.lastgroup or "plain"], lines, i, span)
    return _worded(text, span, before, after)


def _worded(text: str, span: Span, before: str, after: str) -> Role | None:
    """A byline's words around a date: ``Posted by X on …``, ``《X》(… 第3版)``, ``… 来源:X`` in a page of one line."""
    short, whole = len(text) <= SHORT_LINE, _whole_day(span)
    if short and LABEL_AFTER.match(after) and not SENTENCE_END.search(text):
        return Role("published", "dates/label-after", 88)
    if whole and ((POSTER.search(before) and POSTED.match(after)) or (short and POSTED_AT.match(after))):
        return Role("published", "dates/posted-on", 80)
    if short and whole and SIGNED.fullmatch(text[: span.start]):
        return Role("published", "dates/signed-on", 80)
    if whole and RELEASE.fullmatch(text[: span.start]) and after.lstrip()[:1] in ("|", "–", "-", "/"):
        return Role("published", "dates/release-of", 78)
    if whole and PRINTED.search(before) and re.match(r"\s?[第,，)）]", after):
        return Role("published", "dates/printed-in", 74)
    opens = span.start <= 300 and not SENTENCE_END.search(text[: span.start].replace(".", ""))
    return Role("published", "dates/before-source", 72) if whole and opens and SOURCE_NEXT.match(after) else None


def _unless_event(found: Role, lines: Sequence[SourceLine], i: int, span: Span) -> Role:
    """A plain label beside a venue, or before a range of days, dates an event."""
    if found.name != "published":
        return MENTIONED if date_labels.in_history(lines, i) else found
    near = " ".join(line.text[:SHORT_LINE] for line in lines[i : i + 3])
    if "/" in span.edtf or (found.rank == 85 and VENUE.search(near)):
        return Role("event", "dates/event-label")
    return found


def _timeline(lines: Sequence[SourceLine], i: int) -> bool:
    """Whether a line nearby opens with a date and a mark too: entries of a chronicle are no datelines."""
    near = (*lines[max(0, i - 5) : i], *lines[i + 1 : i + 6])
    return any(STARTS_DATED.match(line.text[:60]) for line in near)


def _dateline(
    lines: Sequence[SourceLine], i: int, span: Span, around: tuple[str, str], first_prose: int
) -> Role | None:
    """``SHANGHAI, 5 NOVEMBER 2023 –`` or ``新华社北京2023年11月5日电`` at the start of a line; with its year.

    ``May 19, 2022 — The award …`` opens the first running text.
    """
    before, after = around
    if span.start > 80 or "X" in span.edtf or not _whole_day(span):
        return None
    if not before.strip() and OPENS.match(after) and i <= first_prose and not _timeline(lines, i):
        return Role("published", "dates/dateline-bare", 58)
    if PLACE.fullmatch(before) and (dash := DASH.match(after)) and not CLOCK.match(after[dash.end() :].lstrip()):
        return Role("published", "dates/dateline-en", 60)
    if span.start <= 20 and re.match(r"\s?[电電讯訊]", after):
        return Role("published", "dates/dateline-zh", 60)
    return None


def _whole_day(span: Span) -> bool:
    return len(span.edtf) == 10 and not span.edtf.startswith("X")


def _line_of_its_own(
    lines: Sequence[SourceLine], i: int, span: Span, all_spans: Sequence[Span], first_prose: int
) -> Role | None:
    """A byline, a bare date, a cover's month or a notice's last line."""
    text = lines[i].text
    if not is_frame(text, all_spans):
        return None
    bare, head = not re.search(r"[^\W\d_]", rest(text, all_spans)), i <= first_prose + NEAR
    if head and ((len(span.edtf) == DAYS and len(all_spans) == 1) or (_whole_day(span) and GATHERING.search(text))):
        return Role("event", "dates/gathering" if _whole_day(span) else "dates/range-line")
    if MONTH_ONLY.fullmatch(span.edtf):
        cover = (bare or ISSUE.search(text)) and head and i < 60 and len(all_spans) == 1
        return Role("published", "dates/cover", 40) if cover else None
    if not _whole_day(span):
        return None
    if head:
        signed = CLOCK.search(text[max(0, span.start - 12) : span.end + 12]) or SOURCE.search(text) or "|" in text
        line = Role("published", "dates/line", 50 if WEEKDAY.search(text) else 55)
        return Role("published", "dates/byline", 75) if signed else line
    return _late(text, bare, i >= len(lines) - LAST)


ONLY = 32
"""Rank of a date line below the running text: that of the page where no other such line has another day."""


def _by_place(lines: Sequence[SourceLine], i: int, span: Span, first_prose: int) -> Role | None:
    """A date at the very top that a law or a report has in brackets or in its title, and a signature with its place.

    ``(2020年12月3日管委会第8次会议通过)`` below a regulation's title; ``REPORT OF …, DATED 6 JUNE 2014`` as one;
    ``二零一八年四月四日於工業區管理辦公室`` below a notice.
    """
    if not _whole_day(span) or len(lines[i].text) > SHORT_LINE * 2:
        return None
    before, after = lines[i].text[: span.start], lines[i].text[span.end :].strip()
    if i < FIRST and before.strip() in {"(", "（"} and ADOPTED.fullmatch(after):
        return Role("published", "dates/adopted", 42)
    named = before.isupper() or NAMED_AS.match(before)
    if i < FIRST and i <= first_prose and named and DATED.search(before) and not after.strip(".)）"):
        return Role("published", "dates/dated-title", 48)
    signs = i > first_prose and i >= len(lines) - LAST and span.start <= 4 and SIGNED_AT.fullmatch(after)
    return Role("published", "dates/signature", 35) if signs and not EVENT.search(after) else None


def _late(text: str, bare: bool, at_end: bool) -> Role | None:
    """A date line below the running text: a source with its date or a notice's signature.

    Others are mostly comments' and teasers': they count only where all of them have one day.
    """
    if SOURCE.search(text) and re.search("[:：]", text):
        return Role("published", "dates/byline-late", 45)
    if BARE_LABEL.fullmatch(text):
        return Role("published", "dates/label-bare", 45)
    if bare and at_end:
        return Role("published", "dates/signature", 35)
    return Role("published", "dates/only-clock", ONLY) if CLOCK.search(text) else None


def _event(text: str, span: Span) -> Role | None:
    """A date with a word for something that happened in its own sentence."""
    before, after = text[max(0, span.start - 120) : span.start], text[span.end : span.end + 220]
    low = f"{before}\n{after}".lower()
    if low.isascii() and not any(letters in low for letters in EVENT_NEEDS):
        return None
    left = re.split(r"[。！？!?\n]|\.\s", before)[-1]
    right = re.split(r"[。！？!?\n]|\.\s", after)[0]
    return Role("event", "dates/event-word") if EVENT.search(left) or EVENT.search(right) else None
