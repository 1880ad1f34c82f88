"""The title a document gives itself; none is invented where it opens with prose.

Candidates stand above the first running text: headings, lines without a sentence's end, what a crawler or a label says.
A heading mark, a byline right below, and being printed twice speak for a line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from parkdocs.metadata import date_spans, source_lines, title_lines
from parkdocs.metadata.breadcrumb import parse as parse_breadcrumb
from parkdocs.metadata.byline_english import bare_name
from parkdocs.metadata.date_roles import LABEL_LINE, is_frame
from parkdocs.metadata.scripts import RUN, SCRIPT_OF
from parkdocs.metadata.source_lines import SourceLine
from parkdocs.model import Document, Evidence, Metadata

LONGEST = 240  # width of a title, a Chinese character counting two; the longest seen has 152
HEAD = 60  # kept lines that are looked at
HEADLINE = 120  # width above which a line that holds two sentences, or one with "!" or "?", is no headline
SCAN = 1000  # lines of a longer document that are looked at: its head, and the end, where a label can stand
LONG_PROSE = 60  # a sentence of this width is running text; a shorter one can be a caption above the title

_HEADING = re.compile(r"(#{1,6})\s+(.+?)\s*#*$")
_MARKS = " \t\u3000\xa0*_•·■◆●▪>-–—"
_CRAWLER = re.compile(r"date (?:19|20)\d\d-\d\d-\d\d\s+(.+)$")
_LABEL = re.compile(
    r"^\W{0,4}(?P<label>(?P<weak>原[标標][题題]|正在[阅閱][读讀])|(?:文件|信息|公文|[报報]告)?名[称稱]|[标標]\s{0,8}[题題]|[题題]\s{0,8}名|title)\s{0,4}[:：]\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_PAGE_IMAGE = re.compile(r"(.{4,120}?)_第\d{1,4}[页頁]$")
_END = re.compile(r"[。;；…]$|(?<![A-Z]\.[A-Z])\.[”\"’)]?$|[。！？][”」』]$")
_INSIDE = re.compile(r"[。！？](?=.)|[a-z)\d][.!?]\s+[A-Z“\"]")
_LOUD = re.compile(r"[!?！？]$")
_CUT = re.compile(r"\s*(?:\.{3}|…|\[…\])$")
_LABELLED = (
    "photo|image|picture|source|by|author|tags?|posted|categor(?:y|ies)|translated|edited|share|print|e-?mail|tel|isbn|issn"
    "|original url|图|圖|来源|來源|作者|附件|摘要|关键词|主办单位|承办单位|主管单位|编号|地址|电话|邮编|联系人"
)
_NO_TITLE = re.compile(
    r"^(?:contents|table of contents|目\s{0,4}[录錄]|disclaimer|read more.*|\W*|[\d\s./:,-]+|\[.{0,30}\])$"
    rf"|^(?:{_LABELLED})\s{{0,3}}[:：]?(?:\s|$|[^\w\s])|://|©|copyright|ICP[备備]|版[权權]所有",
    re.IGNORECASE,
)
_LIST_PAGE = re.compile(
    r"^(?:tags?|category|archives?|标签|標籤|search results(?: for)?)\s{0,3}[:：]\s*\S", re.IGNORECASE
)
_SALUTATION = re.compile(r"[:：,，]$")
_BARS = re.compile(r"\s[|｜–—-]\s|_")


class Candidate(NamedTuple):
    """A line that may be the title, with what speaks for it."""

    score: int
    at: int
    text: str
    rule: str


def fill(doc: Document) -> Document:
    r"""Return the document with ``title`` filled; "" where it has none.

    >>> text = "Park opens second stage\n\nThe park opened its second stage on Monday, its operator said.\n"
    >>> fill(Document("i", "s", text, text)).metadata.title
    'Park opens second stage'
    """
    lines = source_lines.read(doc)
    lines = lines if len(lines) <= SCAN else (*lines[: SCAN - HEAD], *lines[-HEAD:])
    best = (
        _labelled(lines)
        or _crawled(lines)
        or _page_image(lines)
        or _best(lines, doc.metadata)
        or _labelled(lines, weak=True)
    )
    if not best or any(_LIST_PAGE.match(line.text) for line in lines[:5]):
        return doc
    title = _without_site(best.text, lines)
    evidence = Evidence("title", lines[best.at].number, best.rule)
    return replace(doc, metadata=replace(doc.metadata, title=title, evidence=(*doc.metadata.evidence, evidence)))


def _labelled(lines: Sequence[SourceLine], *, weak: bool = False) -> Candidate | None:
    """``标题:X``; ``文件名称:`` with its value on the next line; *weak* ones: ``原标题:X``, ``正在阅读:X``.

    An original title (原标题) is what another site called the article: it does not go before a headline.
    """
    for i, line in enumerate(lines):
        if len(line.text) > LONGEST or not (m := _LABEL.match(line.text)) or bool(m["weak"]) != weak:
            continue
        value, at = m["value"].strip(), i
        if not value and i + 1 < len(lines):
            value, at = lines[i + 1].text, i + 1
        if _could_be(value):
            return Candidate(0, at, _clean(value), "title/label")
    return None


def _crawled(lines: Sequence[SourceLine]) -> Candidate | None:
    """The title after a crawler's prefix (`` date 2019-07-16 Park opens``); a later line completes a cut one."""
    for i, line in enumerate(lines[:5]):
        if not (m := _CRAWLER.match(line.text[: LONGEST + 20])):
            continue
        title = m[1]
        if _CUT.search(title):
            stem = _CUT.sub("", title)
            whole = (other.text for other in lines[i + 1 : i + 10] if other.text.startswith(stem))
            title = next(whole, stem)
        return Candidate(0, i, _clean(title), "title/crawler-prefix") if _could_be(title) else None
    return None


def _best(lines: Sequence[SourceLine], known: Metadata) -> Candidate | None:
    """The best candidate above the running text, of equals the first."""
    counts = Counter(_plain(line.text) for line in lines if len(line.text) <= LONGEST)
    return max(_candidates(lines, known, counts), key=lambda c: (c.score, -c.at), default=None)


def _candidates(lines: Sequence[SourceLine], known: Metadata, counts: Counter[str]) -> Iterator[Candidate]:
    head = [(i, line) for i, line in enumerate(lines) if not line.kind][:HEAD]
    nav = {_plain(crumb) for crumb in known.breadcrumb}
    fields = title_lines.fields(lines)
    for i, line in head:
        if _is_frame(line.text) or LABEL_LINE.fullmatch(line.text) or _LABEL.match(line.text):
            continue
        heading = _HEADING.match(line.text[: LONGEST + 20])
        text = _clean(heading[2] if heading else line.text)
        if not heading and _is_prose(text):
            return
        if (
            title_lines.is_field(lines, i, fields)
            or title_lines.is_byline(text)
            or _is_signature(text)
            or _plain(text) in nav
            or not _could_be(text)
            or parse_breadcrumb(text)
        ):
            continue
        score = _score(lines, i, text, counts) - 3 * _is_foreign(text, known.language)
        yield Candidate(score + 4 * bool(heading), i, text, "title/heading" if heading else "title/first-line")


def _is_signature(text: str) -> bool:
    """Whether a line is a name with a paper behind it: ``Lena Ortiz, Midland Post``."""
    return "," in text and bool(bare_name(text))


def _score(lines: Sequence[SourceLine], i: int, text: str, counts: Counter[str]) -> int:
    below = next((line for line in lines[i + 1 : i + 3] if _plain(line.text) != _plain(text)), None)
    framed = below is not None and (_is_frame(below.text) or title_lines.is_credit(below.text))
    leads = below is not None and not below.kind and _is_prose(_clean(below.text))
    wide = _width(text)
    return (
        3 * framed
        + 2 * (counts[_plain(text)] > 1)
        + leads
        + (wide >= 20)
        - 2 * (wide < 8)
        - 2 * (title_lines.is_item(text) or title_lines.is_agency(text))
        - 3 * (i > 0 and bool(bare_name(text)) and not lines[i - 1].kind)
    )


def _is_foreign(text: str, language: str) -> bool:
    """Whether a line has no letter of the script that the document is written in: a widget's or another page's name."""
    script = SCRIPT_OF.get(language.partition("-")[0], "latin")
    return language not in ("", "und") and all(run.lastgroup != script for run in RUN.finditer(text))


def _page_image(lines: Sequence[SourceLine]) -> Candidate | None:
    """The name that a document-sharing site prints under each page image (``X_第1页``)."""
    for i, line in enumerate(lines[:HEAD]):
        if m := _PAGE_IMAGE.match(line.text):
            return Candidate(0, i, m[1], "title/page-image")
    return None


def _could_be(text: str) -> bool:
    text = _clean(text)
    return (
        len(text) > 1
        and _width(text) <= LONGEST
        and not _END.search(text)
        and not _has_sentences(text)
        and not _SALUTATION.search(text)
        and not _NO_TITLE.match(text)
    )


def _is_prose(text: str) -> bool:
    """Running text: a sentence end in or behind a line that is wider than a caption, or a line wider than any title."""
    return _width(text) > LONGEST or (
        _width(text) >= LONG_PROSE and bool(_END.search(text) or "。" in text or _has_sentences(text))
    )


def _has_sentences(text: str) -> bool:
    """More sentences than a headline has: ``What is a park? A guide`` and ``Ten years on!`` are headlines."""
    inside = len(_INSIDE.findall(text[: LONGEST + 1]))
    return inside > 1 or (_width(text) > HEADLINE and bool(inside or _LOUD.search(text)))


def _width(text: str) -> int:
    return sum(2 if "\u2e80" <= c <= "\uffdc" else 1 for c in text[: LONGEST + 1])


def _is_frame(text: str) -> bool:
    return is_frame(text, date_spans.find(text[:200]))


def _clean(text: str) -> str:
    return text.lstrip(_MARKS).rstrip(" \t\u3000\xa0*_")


def _plain(text: str) -> str:
    """A line's letters and digits, for comparing what is printed twice."""
    return re.sub(r"[\W_]+", "", text[: LONGEST + 20]).casefold()


def _without_site(title: str, lines: Iterable[SourceLine]) -> str:
    """The title without a site's name behind a bar, where the rest stands alone on another line."""
    cuts = [m.start() for m in _BARS.finditer(title)]
    alone = {_plain(line.text) for line in lines if len(line.text) <= LONGEST} if cuts else set()
    return next((title[:cut].strip() for cut in cuts if _plain(title[:cut]) in alone), title)
