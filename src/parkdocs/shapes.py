"""The shape of a line: prose, list item, label, short line; what headings and the end of a text are judged by.

Only the first 400 characters of a line are looked at, so that a line of 100 MB costs no more than a short one.
"""

from __future__ import annotations

from typing import NamedTuple

from parkdocs import deferred

LOOK = 400
CJK = deferred.pattern(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff]")
SENTENCE_ENDS = frozenset(".!?。！？…．｡؟।။።")
PAUSES = frozenset(",;:，；：、､،؛")
CLOSERS = "\"'”’“‘»›«‹)]）】》」』〉*_`□■♦◆↩  \t\u200b"
ITEM = deferred.pattern(r"(?:[-*+•·○●◦▪■□◆◇►▶→»–—‣∙][ \t\u3000\u00a0]|[•●▪■◆►▶‣]|\||>|```|~~~)")
LINK = deferred.pattern(r"!?\[([^\[\]]{0,300})\]\([^()\s]{0,500}\)")
TAG = deferred.pattern(r"</?[A-Za-z][^<>]{0,80}>")
DIGIT = deferred.pattern(r"\d")
ESCAPE = deferred.pattern(r"\\([!-/:-@\[-`{-~])")
EMPHASIS = deferred.pattern(r"(?<!\\)\*{1,3}|(?<![\w\\])_{1,3}(?=\S)|(?<=[^\s\\])_{1,3}(?!\w)|`")
ATX = deferred.pattern(r"#{1,6}[ \t]+")
ADDRESS = deferred.pattern(r"https?://|www\.|\w@\w")
LABEL = deferred.pattern(r"[^:：]{1,28}[:：]\s{0,4}\S")
DATE_WORD = deferred.pattern(
    r"\d+(?:st|nd|rd|th)?|(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\b|(?:jan|febr?)(?:uary)?\b|march|mar\b|apr(?:il)?\b"
    r"|may\b|june?\b|july?\b|aug(?:ust)?\b|(?:sept?(?:em)?|oct(?:o)?|nov(?:em)?|dec(?:em)?)(?:ber)?\b|[ap]\.?m\b\.?"
    r"|gmt|utc|published|posted|updated|last|on\b|at\b|date|time|星期[一二三四五六日天]|周[一二三四五六日]|[年月日时時分秒号號上下午]"
)
CREDIT_HEAD = deferred.pattern(
    r"[Bb][Yy]\s+[A-Z]|(?i:advertisement|photo|image|picture|source|credit|figure|fig\.|table|box|chart|caption|tel|fax|copyright|©)(?!\w)"
    r"|图\s?[为\d:：/]|圖\s?[為\d:：/]|表\s?\d|来源|來源|作者|责编|責編|责任编辑|文/|文／"
)
CREDIT = deferred.pattern(r"记者|記者|编辑|編輯|通讯员|通訊員|供稿|供图|[摄攝]$|[讯訊電电]$|报道$|報道$")
ADDRESSED = deferred.pattern(
    r"(?i:dear|distinguished|excellenc|ladies|gentlemen|your (?:excellenc|majest|highness|hono))"
    r"|(?i:thank you|thanks? )|各位|谢谢|女士|先生|同志们|尊敬的|朋友们"
)
CAPITAL_STOPS = frozenset(".。;；,，、！!…:")
WRAPPED = {"(": ")", "（": "）", "“": "”", '"': '"', "「": "」", "[": "]", "‘": "’"}


class Row(NamedTuple):
    """A line with text: ``at`` is its place in the list of lines, ``bare`` its text without Markdown marks.

    ``shape``: P prose, I list item or table row, M label, date, byline or caption, E other line with an end mark,
    S short free line.  ``ended``: the whole line, of which ``bare`` is only the start, closes a sentence.
    """

    at: int
    text: str
    bare: str
    shape: str
    gap_before: bool
    gap_after: bool
    ended: bool


def bare(text: str) -> str:
    r"""Text without Markdown marks, tags and link targets.

    >>> bare(r"## **A\_b** [c](d) ##")
    'A_b c'
    """
    out = text[:LOOK].strip()
    out = ATX.sub("", out, count=1) if out.startswith("#") else out
    if "[" in out:
        out = LINK.sub(r"\1", out)
    if "<" in out:
        out = TAG.sub("", out)
    if "*" in out or "_" in out or "`" in out:
        out = EMPHASIS.sub("", out)
    if "\\" in out:
        out = ESCAPE.sub(r"\1", out)
    return " ".join(out.rstrip("# \t").split()) if text.lstrip()[:1] == "#" else " ".join(out.split())


def width(text: str) -> int:
    """Columns the text takes, Chinese, Japanese and Korean characters counted twice; at most 800.

    >>> width("园区 ok")
    7
    """
    return min(len(text), LOOK) + (0 if text.isascii() else len(CJK.findall(text[:LOOK])))


def last_mark(text: str) -> str:
    """The last character that is no closing bracket or quotation mark, "" where there is none."""
    return text[-60:].rstrip(CLOSERS)[-1:]


def is_prose(text: str) -> bool:
    """Whether a line reads as running text: an end mark and some length, or length and small words.

    >>> is_prose("The board agreed to the plan of the park."), is_prose("Five Factors That Matter")
    (True, False)
    """
    columns, head = width(text), text[:LOOK]
    if columns < 30:
        return False
    chinese = columns - min(len(text), LOOK)
    if chinese < 8 and not any(map(str.islower, head)) and any(map(str.isupper, head)):
        return False
    if columns > 160 or last_mark(text) in SENTENCE_ENDS | {":", "："}:
        return True
    if columns < 60:
        return False
    return (chinese >= 20 and any(c in "，。,；" for c in head)) or sum(map(str.islower, head.split())) >= 6


def shape(text: str) -> str:
    """The shape of a line, as in ``Row``; the text is bare but for list and table marks.

    >>> [shape(t) for t in ("- a", "Source: X", "5 May 2021", "Five Factors", "The board agreed.", "图为施工现场")]
    ['I', 'M', 'M', 'S', 'E', 'M']
    """
    if ITEM.match(text) or "\t" in text[:LOOK].strip():
        return "I"
    if len(text) < LOOK and _is_label(text):
        return "M"
    if is_prose(text):
        return "P"
    return "E" if last_mark(text) in SENTENCE_ENDS | PAUSES else "S"


def _is_label(text: str) -> bool:
    if not any(map(str.isalpha, text)):
        return True
    if len(text) > 120:
        return False
    columns = width(text)
    if is_date(text) or (columns <= 80 and _holds_address(text)):
        return True
    if columns > 120:
        return False
    quoted = WRAPPED.get(text[:1], " ") == text[-1:] and not (text[0] in "“「" and CJK.search(text))
    if quoted or CREDIT_HEAD.match(text) or ADDRESSED.match(text):
        return columns <= 80
    return columns <= 60 and bool((LABEL.match(text) and not is_prose(text)) or CREDIT.search(text))


def _holds_address(text: str) -> bool:
    return ("@" in text or "://" in text or "www." in text) and ADDRESS.search(text) is not None


def is_date(text: str) -> bool:
    """Whether a line holds nothing but a date or time.

    >>> is_date("TUESDAY, JUNE 21, 2022"), is_date("二十年之变")
    (True, False)
    """
    if len(text) > 80 or not DIGIT.search(text):
        return False
    return not any(map(str.isalpha, DATE_WORD.sub("", text.casefold())))


def rows(lines: list[str], *, skip: frozenset[int] = frozenset()) -> list[Row]:
    """Rows of the lines that have text; lines in ``skip`` (code) count as items.

    An italic run broken over several lines (a speaker's card in a converted report) is a label, not short lines.
    """
    out: list[Row] = []
    empty = [not text.strip() for text in lines]
    italic = 0  # how many more lines an open italic run may take
    for at, text in enumerate(lines):
        if empty[at]:
            italic = 0
            continue
        head = text[:LOOK].strip()
        clean = bare(head)
        kind = "I" if at in skip or ITEM.match(head) else shape(clean)
        opened, closed = _italic_ends(head) if "*" in head else (False, False)
        if kind != "I" and clean and (opened or italic) and len(text) < LOOK:
            kind = "M" if closed or italic or opened else kind
            italic = 0 if closed else 6 if opened else italic - 1
        before = at == 0 or empty[at - 1]
        after = at + 1 == len(lines) or empty[at + 1]
        ended = last_mark(clean if len(text) < LOOK else text) in SENTENCE_ENDS
        out.append(Row(at, head, clean, kind, before, after, ended))
    return out


def _italic_ends(text: str) -> tuple[bool, bool]:
    """Whether a line opens with a single ``*`` and whether it closes with one."""
    opened = text[:1] == "*" and text[1:2] not in {"*", " ", ""}
    closed = text[-1:] == "*" and text[-2:-1] != "*" and len(text) > 1
    return opened, closed


def in_capitals(text: str) -> bool:
    """Whether a line is a heading in capitals, by its letters alone: no sentence, label, date or code."""
    if not text.isupper() or len(text) > 100:
        return False
    letters = sum(c.isalpha() for c in text)
    fits = letters >= 4 and letters * 5 >= 3 * len(text.replace(" ", ""))
    return fits and last_mark(text) not in CAPITAL_STOPS and not is_date(text) and not CJK.search(text)
