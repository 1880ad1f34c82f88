"""Titles that something names: a label, a form, a crawler's prefix, a page image, a byline in a page of one line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from parkdocs.metadata import title_lines
from parkdocs.metadata.source_lines import SourceLine
from parkdocs.metadata.title_shape import LONGEST, clean, could_be, width

HEAD = 60  # lines that are looked at
_CRAWLER = re.compile(r"date (?:19|20)\d\d-\d\d-\d\d\s+(.+)$")
LABEL = re.compile(
    r"^\W{0,4}(?P<label>(?P<weak>原[标標][题題]|正在[阅閱][读讀])|(?:文件|信息|公文|[报報]告)?名[称稱]"
    r"|[标標]\s{0,8}[题題]|[题題]\s{0,8}名|title)\s{0,4}[:：]\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_PAGE_IMAGE = re.compile(r"(.{4,120}?)_第\d{1,4}[页頁]$")
_CUT = re.compile(r"\s*(?:\.{3}|…|\[…\])$")
_NAME_LABEL = re.compile(
    r"\W{0,4}(?:(?:文件|信息|公文)?名\s?[称稱]|(?:信件|来信|留言|诉求)?(?:[标標]\s?[题題]|主题))\W{0,2}"
)
_ONE_LINE = re.compile(
    r"(.{4,240}?)\s+(?:[发發][布表佈](?:时间|時間|日期)\s?[:：]\s?)?(?:19|20)\d\d[-年/.]\d{1,2}[-月/.]\d{1,2}日?[\s\d:：]{0,10}\s?(?:[来來]源"
    r"|作者|Source|By)\s?[:：]"
)


_MAIL = re.compile(
    r"(?:From|To|Sent|Date|Cc|Reply-To|Von|An|Gesendet|De|À|Para|Enviado|发件人|收件人|[发發](?:送|件)时间|寄件者|收件者|日期)\s?[:：]\s?\S"
)
_SUBJECT = re.compile(
    r"(?:Subject|Betreff|Objet|Asunto|Assunto|Oggetto|主题|主旨)\s?[:：]\s*(?:(?:Re|Fwd?|AW|WG|TR|RV|转发|回复)\s?[:：]\s*)*(.+)",
    re.IGNORECASE,
)


_ISSUE = re.compile(
    r"\b(?:Issue|No\.?|Nr\.?|Number|Edition|Vol(?:ume|\.)?|N[°º]|Ausgabe|Número|Numéro|Выпуск)\s?(?:No\.?\s?)?\d{1,4}\b"
    r"|第\s?[\d一二三四五六七八九十百]{1,5}\s?期",
    re.IGNORECASE,
)
_IN_THIS_ISSUE = re.compile(
    r"(?:Inside|In) this (?:issue|edition|number)|(?:Dans|In) (?:ce numéro|dieser Ausgabe)"
    r"|En (?:este|esta) (?:número|edición)|Nesta edição|В этом (?:номере|выпуске)"
    r"|本期(?:目[录錄]|内容|[导導][读讀]|看[点點]|要目|提要)",
    re.IGNORECASE,
)


class Candidate(NamedTuple):
    """A line that may be the title, with what speaks for it."""

    score: int
    at: int
    text: str
    rule: str


def labelled(lines: Sequence[SourceLine], *, weak: bool = False) -> Candidate | None:
    """``标题:X``; ``文件名称:`` with its value on the next line; *weak* ones: ``原标题:X``, ``正在阅读:X``.

    An original title (原标题) is what another site called the article: it does not go before a headline.
    """
    for i, line in enumerate(lines):
        if not (":" in line.text or "：" in line.text) or len(line.text) > LONGEST:
            continue
        if not (m := LABEL.match(line.text)) or bool(m["weak"]) != weak:
            continue
        value, at = m["value"].strip(), i
        if not value and i + 1 < len(lines):
            value, at = lines[i + 1].text, i + 1
        if could_be(value):
            return Candidate(0, at, clean(value), "title/label")
    return None


def tabled(lines: Sequence[SourceLine]) -> Candidate | None:
    """``名称`` and its value below it, in a government table (索引号, 发布机构 ... stand around it without colons)."""
    for i, line in enumerate(lines[:HEAD]):
        if _NAME_LABEL.fullmatch(line.text[:20]) and i + 1 < len(lines):
            near = lines[max(0, i - 8) : i + 8]
            if sum(title_lines.is_table_label(other.text) for other in near) >= 2 and could_be(lines[i + 1].text):
                return Candidate(0, i + 1, clean(lines[i + 1].text), "title/table")
    return None


def mailed(lines: Sequence[SourceLine]) -> Candidate | None:
    """The subject of a mail or a newsletter saved with its head: ``From:``, ``Subject:`` …"""
    head = lines[:8]
    if sum(bool(_MAIL.match(line.text)) for line in head) < 2:
        return None
    for i, line in enumerate(head):
        if (m := _SUBJECT.match(line.text[:LONGEST])) and could_be(m[1]):
            return Candidate(0, i, clean(m[1]), "title/mail-subject")
    return None


def issued(lines: Sequence[SourceLine]) -> Candidate | None:
    """The line of a newsletter's issue ("Zone Monthly – Issue 48 – April 2023") above "In this issue", 本期导读 …

    Safe: both lines must stand on top.  What follows them are headings of articles, none of them the document's own.
    """
    head = [(i, line.text) for i, line in enumerate(lines[:HEAD]) if not line.kind][:6]
    inside = next(
        (n for n, (_, text) in enumerate(head) if _IN_THIS_ISSUE.fullmatch(clean(text.lstrip("#")).rstrip(" :："))), 0
    )
    for i, text in head[:inside]:
        if (m := _ISSUE.search(text[:LONGEST])) and width(clean(text[: m.start()])) >= 4 and could_be(text):
            return Candidate(0, i, clean(text.lstrip("# ")), "title/issue")
    return None


def one_line(lines: Sequence[SourceLine]) -> Candidate | None:
    """A whole page on one line: what stands between its breadcrumb and its byline's date and source."""
    if not lines or [line.kind for line in lines].count("") > 2:
        return None
    at = max(range(len(lines)), key=lambda i: len(lines[i].text))
    if not (m := _ONE_LINE.match(lines[at].text[: LONGEST + 200])):
        return None
    text = re.split(r"[>»›＞]\s?", m[1])[-1].strip()
    text = re.sub(r"^(?:正文|[文内][章容]|详[细情]\S{0,2}|Home|News)\s+", "", text)
    return Candidate(0, at, clean(text), "title/one-line") if width(text) >= 12 and could_be(text) else None


def crawled(lines: Sequence[SourceLine]) -> Candidate | None:
    """The title after a crawler's prefix (`` date 2019-07-16 Park opens``); a later line completes a cut one."""
    for i, line in enumerate(lines[:5]):
        if not (m := _CRAWLER.match(line.text[: LONGEST + 20])):
            continue
        title = m[1]
        if _CUT.search(title):
            stem = _CUT.sub("", title)
            whole = (other.text for other in lines[i + 1 : i + 10] if other.text.startswith(stem))
            title = next(whole, stem)
        return Candidate(0, i, clean(title), "title/crawler-prefix") if could_be(title) else None
    return None


def page_image(lines: Sequence[SourceLine]) -> Candidate | None:
    """The name that a document-sharing site prints under each page image (``X_第1页``)."""
    for i, line in enumerate(lines[:HEAD]):
        if m := _PAGE_IMAGE.match(line.text):
            return Candidate(0, i, m[1], "title/page-image")
    return None
