"""What the text of a title looks like: its width, its end, and what no title says."""

from __future__ import annotations

import re

LONGEST = 240  # width of a title, a Chinese character counting two; the longest seen has 152
HEADLINE = 120  # width above which a line that holds two sentences, or one with "!" or "?", is no headline
LONG_PROSE = 60  # a sentence of this width is running text; a shorter one can be a caption above the title
_MARKS = " \t\u3000\xa0*_•·■◆●▪>-–—"
_END = re.compile(r"[。;；…]$|(?<![A-Z]\.[A-Z])\.[”\"’)]?$|[。！？][”」』]$")
_INSIDE = re.compile(r"[。！？](?=.)|[a-z)\d][.!?]\s+[A-Z“\"]")
_LOUD = re.compile(r"[!?！？]$")
_LABELLED = (
    "photo|image|picture|source|by|author|tags?|posted|categor(?:y|ies)|translated|edited|share|print|e-?mail|tel|isbn|issn"
    "|original url|图|圖|来源|來源|作者|附件|摘要|关键词|主办单位|承办单位|主管单位|编号|地址|电话|邮编|联系人"
)
_NO_TITLE = re.compile(
    r"^(?:(?:notice|ref(?:erence)?|circular|document|report|tender|rfp|doc|no)\.? (?:no"
    r"|number|nr|ref)\b.*|contents|table of contents|目\s{0,4}[录錄]|disclaimer"
    r"|read more.*|\W*|[\d\s./:,-]+|\[.{0,30}\])$"
    rf"|^(?:{_LABELLED})\s{{0,3}}[:：]?(?:\s|$|[^\w\s])|://|©|copyright|ICP[备備]|版[权權]所有",
    re.IGNORECASE,
)
_WIDE = re.compile("[\u2e80-\uffdc]")
_NO_LETTERS = re.compile(r"[\W_]+")
_SALUTATION = re.compile(r"[:：,，]$")


def could_be(text: str) -> bool:
    text = clean(text)
    return (
        len(text) > 1
        and width(text) <= LONGEST
        and not _END.search(text)
        and not _has_sentences(text)
        and not _SALUTATION.search(text)
        and not _NO_TITLE.match(text)
    )


def is_prose(text: str) -> bool:
    """Running text: a sentence end in or behind a line that is wider than a caption, or a line wider than any title."""
    return width(text) > LONGEST or (
        width(text) >= LONG_PROSE and bool(_END.search(text) or "。" in text or _has_sentences(text))
    )


def _has_sentences(text: str) -> bool:
    """More sentences than a headline has: ``What is a park? A guide`` and ``Ten years on!`` are headlines."""
    inside = len(_INSIDE.findall(text[: LONGEST + 1]))
    return inside > 1 or (width(text) > HEADLINE and bool(inside or _LOUD.search(text)))


def width(text: str) -> int:
    text = text[: LONGEST + 1]
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def clean(text: str) -> str:
    return text.lstrip(_MARKS).rstrip(" \t\u3000\xa0*_")


def plain(text: str) -> str:
    """A line's letters and digits, for comparing what is printed twice."""
    return _NO_LETTERS.sub("", text[: LONGEST + 20]).casefold()
