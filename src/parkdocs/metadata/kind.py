"""The kind of a document by signs that anybody can see: news, report, notice, directory or other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parkdocs.metadata import source_lines
from parkdocs.metadata.source_lines import SourceLine
from parkdocs.model import Document, Evidence

HEAD = 40  # lines in which a document says what it is
LINE = 300  # characters of a line that are looked at
NOTICE = re.compile(
    r"(?:公示|公告|通[知告报報]|[办辦]法|[规規]定|[条條]例|[细細][则則]|[预預]案|[纪紀]要|意[见見]|方案|批复"
    r"|[决決]定|名[单單])(?:[(（].{0,12}[)）])?$"
    r"|^[【\[(（](?:公示|公告|通[知告])[】\])）]"
    r"|^(?:draft )?minutes of\b|^(?:public )?notice\b|\bnotification\b|\bcircular\b"
    r"|\bcall for (?:proposals|tenders?)\b",
    re.IGNORECASE,
)
NOTICE_FIELDS = re.compile(
    r"(?:索引[号號]|[发發]文(?:字[号號]|机关|機關)|成文日期|[发發][布佈](?:机构|機構)|公[开開]方式|主[题題]分[类類])\s*[:：]?"
    r"|此件(?:主[动動])?公[开開]|^附件\s*[:：]"
    r"|^(?:reference no|ref\. no|date of issue|issued by|circular no|notification no)\b\.?\s*(?:[:：]|$|\S{3,30}$)",
    re.IGNORECASE,
)
NOTICE_OPENINGS = frozenset(("ref", "dat", "iss", "cir", "not"))
ADDRESSEE = re.compile(r"^[\u3400-\u9fff、()（）]{4,30}[:：]$")
REPORT = re.compile(
    r"\breport\b|\bstudy\b|\bworking paper\b|\bwhite paper\b|\bguidelines?\b"
    r"|[报報]告|白皮[书書]|[蓝藍]皮[书書]|研究$|[评評]估|[规規]划",
    re.IGNORECASE,
)
CONTENTS = re.compile(r"^\W{0,4}(?:table of )?contents\W{0,4}$|^\W{0,4}目\s{0,4}[录錄次]\W{0,4}$", re.IGNORECASE)
ENTRY = re.compile(r"(?:\.\s?){4,}\s*[\divxlc]{1,4}$|…{2,}\W{0,3}[\divxlc]{1,4}$|_{4,}\s*\d{1,4}$", re.IGNORECASE)
DOCUMENT_SITE = re.compile(
    r"_第\d{1,4}[页頁]$|[还還]剩\d+[页頁]未[读讀]|格式\s*[:：]\s*(?:RAR|PDF|DOCX?|ZIP)"
    r"|下[载載]本文[档檔]",
    re.IGNORECASE,
)
NEWS = re.compile(
    r"[记記]者|通[讯訊]社|[电電]\s?[/／]|[来來]源\s*[:：]|[报報]道|[据據](?:了解|悉|[统統][计計])|近日|日前|[会會][议議]通[报報]"
    r"|本[报報][讯訊]|[说說][,，。:：]|表示[,，:：]"
    r"|\([A-Z][\w /]{1,20}\)\s?(?:--?|–|—)|\breporter\b|\bthis newspaper\b|\b(?:said|says|told|according to)\b"
    r"|\b(?:a (?:annoncé|déclaré|indiqué|affirmé)|s['’]est félicitée?|[Ss]elon)\b"
    r"|\b(?:disse|afirmou|[Ss]egundo|dijo|[Ss]egún)\b"
    r"|\b(?:cho biết|theo ông|theo bà|[Ss]inabi|[Aa]yon (?:kay|sa))\b",
)
_NEWS_PARTS = "reporter newspaper said says told according elon disse afirmou egundo dijo inabi ayon"
NEWS_PARTS = tuple(_NEWS_PARTS.split())
CONTENTS_LINE = 25  # characters of a line that can name a contents list
COVER_LINE = 60  # characters of a cover's line that calls the document a report
LIST_PAGE = re.compile(
    r"^(?:tags?|category|archives?|标签|標籤|search results(?: for)?)\s{0,3}[:：]\s*\S", re.IGNORECASE
)
_NEWS_DATES = "dates/byline dates/dateline-en dates/dateline-zh dates/crawler-prefix dates/label dates/label-zh"
NEWS_DATES = frozenset(_NEWS_DATES.split())


def fill(doc: Document) -> Document:
    """Return the document with ``kind`` filled, never with "".

    The first of these that holds: a list page's name (directory); a contents list, a cover's "REPORT" or a
    document-sharing site's page names (report); a notice's ending (公示, 通知, minutes) or form fields (notice); a
    byline's date, a dateline, a reporter or "said", an author with a date (news); ``other``.
    Coarse on purpose: the signs are visible, so a wrong answer can be understood.

    >>> fill(Document("i", "s", "Contents", "Contents")).metadata.kind
    'report'
    """
    lines = source_lines.read(doc)
    kind, rule, line = _kind(doc, lines)
    evidence = (*doc.metadata.evidence, Evidence("kind", line, rule)) if rule else doc.metadata.evidence
    return doc._replace(metadata=doc.metadata._replace(kind=kind, evidence=evidence))


def _kind(doc: Document, lines: Sequence[SourceLine]) -> tuple[str, str, int]:
    title = doc.metadata.title
    title_line = next((e.line for e in doc.metadata.evidence if e.field == "title"), 0)
    above = [line for line in lines[:5] if not title_line or line.number <= title_line]  # below it, it is a label
    for kind, rule, pattern, where in (
        ("directory", "kind/list-page", LIST_PAGE, above),
        ("report", "kind/contents", CONTENTS, [line for line in lines[:200] if _may_head(line.text)]),
        ("report", "kind/contents-entry", ENTRY, [line for line in lines[:200] if _may_lead(line.text[:LINE])]),
        ("report", "kind/document-site", DOCUMENT_SITE, [line for line in lines[:HEAD] if not line.text.isascii()]),
    ):
        if line := _first(pattern, where):
            return kind, rule, line
    title_line = title_line or 1
    if NOTICE.search(title):
        return "notice", "kind/title-notice", title_line
    news = _news_sign(doc, lines)
    ends = (*lines[:HEAD], *lines[HEAD:][-HEAD:])
    if not news[2] and (line := _first(NOTICE_FIELDS, [line for line in ends if _may_be_field(line.text)])):
        return "notice", "kind/notice-field", line
    if lines and ADDRESSEE.match(_kept(lines)):
        return "notice", "kind/addressee", lines[0].number
    return news if news[2] else _signed(doc, lines, title_line)


def _may_head(text: str) -> bool:
    """Whether a line is short enough for the heading of a contents list and has its word."""
    return len(text) <= CONTENTS_LINE and ("目" in text or "contents" in text.lower())


def _may_lead(text: str) -> bool:
    """Whether a line has what leads from an entry to its page: four dots, an ellipsis, a rule."""
    return "…" in text or "__" in text or text.count(".") >= 4


def _may_be_field(text: str) -> bool:
    """Whether a line may begin as a field of a notice in English does, or has letters beyond ASCII."""
    return not text.isascii() or text[:3].lower() in NOTICE_OPENINGS


def _may_report(text: str) -> bool:
    """Whether a line has what ``NEWS`` needs: a word of it, a dateline's bracket and dash, or letters beyond ASCII."""
    return not text.isascii() or (")" in text and "-" in text) or any(map(text.__contains__, NEWS_PARTS))


def _signed(doc: Document, lines: Sequence[SourceLine], title_line: int) -> tuple[str, str, int]:
    """A title or a cover with its month that says "report", or an author with a date; else ``other``."""
    if REPORT.search(doc.metadata.title):
        return "report", "kind/title-report", title_line
    if any(e.rule == "dates/cover" for e in doc.metadata.evidence if e.field == "published"):
        line = _first(REPORT, [line for line in lines[:HEAD] if len(line.text) <= COVER_LINE])
        return ("report", "kind/cover", line) if line else ("other", "", 0)
    authors = [e.line for e in doc.metadata.evidence if e.field == "authors"]
    return ("news", "kind/byline", authors[0]) if authors and doc.metadata.published else ("other", "", 0)


def _kept(lines: Sequence[SourceLine]) -> str:
    return next((line.text for line in lines if not line.kind), "")


def _first(pattern: re.Pattern[str], lines: Sequence[SourceLine]) -> int:
    """Number of the first line (of those a byline or form can be as long as) that matches; 0 for none."""
    return next((line.number for line in lines if pattern.search(line.text[:LINE])), 0)


def _news_sign(doc: Document, lines: Sequence[SourceLine]) -> tuple[str, str, int]:
    for e in doc.metadata.evidence:
        if e.field == "published" and e.rule in NEWS_DATES:
            return "news", "kind/news-date", e.line
    return "news", "kind/news-word", _first(NEWS, [line for line in lines[:HEAD] if _may_report(line.text[:LINE])])
