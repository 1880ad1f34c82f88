"""Numbers that stand before a heading: ``第三章``, ``（二）``, ``1.2``, ``IV.``, ``Article 5``, ``Item No. 31.1:``."""

from __future__ import annotations

import re
from typing import NamedTuple

from parkdocs import deferred

HAN = "〇零一二三四五六七八九十百壹贰貳叁參肆伍陆陸柒捌玖拾"
DIGITS = {c: i for digits in ("零一二三四五六七八九", "〇壹贰叁肆伍陆柒捌玖") for i, c in enumerate(digits)}
DIGITS |= {"貳": 2, "參": 3, "陸": 6}
ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
UNIT_DEPTH = {"部分": 1, "编": 1, "編": 1, "篇": 1, "单元": 1, "單元": 1, "章": 2, "节": 3, "節": 3, "条": 4, "條": 4}
ANNEXES = frozenset(("annex", "annexure", "appendix", "annexe", "anexo", "anhang", "schedule", "приложение"))
WORD_DEPTH = {
    **dict.fromkeys(("book", "part", "title", "module", "unit", "partie", "parte", "teil", "часть"), 1),
    **dict.fromkeys(("chapter", "chapitre", "capítulo", "kapitel", "глава"), 2),
    **dict.fromkeys(("section", "sección", "seção", "abschnitt", "раздел"), 3),
    **dict.fromkeys(
        ("article", "artículo", "artigo", "artikel", "статья", "item", "agenda item", "rule", "session"), 4
    ),
    **dict.fromkeys(ANNEXES, 1),
}
STEP_WORDS = (
    "option",
    "scenario",
    "step",
    "phase",
    "stage",
    "case",
    "case study",
    "lesson",
    "theme",
    "pillar",
    "finding",
    "recommendation",
)
WORD_DEPTH |= dict.fromkeys((*STEP_WORDS, "opción", "étape", "schritt", "passo"), 5)
UNIT = deferred.pattern(rf"第\s?([0-9]{{1,4}}|[{HAN}]{{1,7}})\s?(部分|单元|單元|[编編篇章节節条條])[、：:.．]?")
HAN_COMMA = deferred.pattern(rf"([{HAN}]{{1,4}})[、．.]")
HAN_PAREN = deferred.pattern(rf"[（(]([{HAN}]{{1,4}})[)）][、．.]?")
NAMED = deferred.pattern(
    rf"({'|'.join(sorted(WORD_DEPTH, key=len, reverse=True))})\s{{1,3}}(?:no\.?\s{{0,2}})?"
    r"(\d{1,4}(?:\.\d{1,3}){0,4}|[ivxlc]{1,7}|[a-z]|one|two|three|four|five|six|seven|eight|nine|ten)(?!\w)[.:：]?",
    re.IGNORECASE,
)
DECIMAL = deferred.pattern(r"(\d{1,3}(?:[.．]\d{1,3}){0,5})([.．、)）:]|(?=\s))(?!\d)")
LETTERED = deferred.pattern(r"[A-Z]\.(\d{1,2}(?:\.\d{1,3}){0,4})\.?(?=\s)")
PAREN = deferred.pattern(r"[（(](\d{1,3})[)）]")
ROMAN_DOT = deferred.pattern(r"([IVXLC]{1,7})[.、．)](?=\s)")
LETTER = deferred.pattern(r"([A-Z])[.．)](?=\s)")


class Number(NamedTuple):
    """A heading's number: ``depth`` ranks the kinds of numbers (smaller is higher), ``value`` counts (0 is unknown).

    ``firm`` numbers are signs of a heading by themselves; the others also number the items of a list.
    """

    family: str
    depth: int
    value: int
    size: int
    firm: bool


def read(text: str) -> Number | None:
    """Read the number at the very start of ``text``; ``size`` is its length with its own punctuation.

    The order of depths is that of Chinese official documents (章, 节, 条, 一、, （一）, 1., （1）) and of Western
    reports (part, chapter, section, article, I., A., 1, 1.1).  Risky: "I. Newton" reads as a Roman
    number; callers ask for more than one sign where ``firm`` is false.

    >>> read("第三章 附则")
    Number(family='章', depth=2, value=3, size=3, firm=True)
    >>> read("1.2 Scope")
    Number(family='decimal', depth=9, value=2, size=3, firm=True)
    >>> read("Article 5 shall apply")  # a sentence, not a heading
    """
    head = text[:60]
    return _unit(head) or _han(head) or _named(head) or _decimal(head) or _letters(head)


def _unit(head: str) -> Number | None:
    m = UNIT.match(head)
    return Number(m[2], UNIT_DEPTH[m[2]], han_value(m[1]), m.end(), True) if m else None


def _han(head: str) -> Number | None:
    if m := HAN_COMMA.match(head):
        return Number("han", 5, han_value(m[1]), m.end(), True)
    if m := HAN_PAREN.match(head):
        return Number("han-paren", 6, han_value(m[1]), m.end(), True)
    return None


def _named(head: str) -> Number | None:
    m = NAMED.match(head)
    rest = head[m.end() :].lstrip(" \t-–—:：.") if m else ""
    if not m or (rest[:1].islower() and m[0][-1] not in ":：") or rest[:1] in {",", ";", ")", "("}:
        return None
    word, number = m[1].casefold(), m[2]
    value = int(number.split(".")[-1]) if number[0].isdigit() else roman_value(number.upper())
    value = value or (ord(number.upper()) - 64 if len(number) == 1 else 0)
    return Number(word, WORD_DEPTH[word], value, m.end(), WORD_DEPTH[word] < 5)


def _decimal(head: str) -> Number | None:
    if m := PAREN.match(head):
        return Number("paren", 15, int(m[1]), m.end(), False)
    if m := LETTERED.match(head):  # E.1 in an executive summary, A.2.1 in an annex
        parts = m[1].split(".")
        return Number("decimal", 8 + len(parts), int(parts[-1]), m.end(), True)
    m = DECIMAL.match(head)
    if not m:
        return None
    parts = m[1].replace("．", ".").split(".")
    if m[2] in {")", "）"}:
        return Number("decimal-paren", 14, int(parts[-1]), m.end(), False)
    firm = len(parts) > 1 and parts[0] != "0"
    return Number("decimal", 7 + len(parts), int(parts[-1]), m.end(), firm)


def _letters(head: str) -> Number | None:
    if (m := ROMAN_DOT.match(head)) and roman_value(m[1]):
        return Number("roman", 6, roman_value(m[1]), m.end(), False)
    if m := LETTER.match(head):
        return Number("letter", 7, ord(m[1]) - 64, m.end(), False)
    return None


def han_value(digits: str) -> int:
    """Value of a Chinese or Arabic number below 1,000.

    >>> [han_value(n) for n in ("三", "十", "十二", "二十", "一百零三", "31")]
    [3, 10, 12, 20, 103, 31]
    """
    if digits.isascii():
        return int(digits)
    total = last = 0
    for c in digits:
        if c in DIGITS:
            last = DIGITS[c]
        else:
            total, last = total + (last or 1) * (10 if c in "十拾" else 100), 0
    return total + last


def roman_value(digits: str) -> int:
    """Value of a Roman number, 0 for other letters.

    >>> roman_value("XIV"), roman_value("B")
    (14, 0)
    """
    total = 0
    for here, then in zip(digits, [*digits[1:], ""], strict=True):
        if here not in ROMAN:
            return 0
        total += -ROMAN[here] if then in ROMAN and ROMAN[here] < ROMAN[then] else ROMAN[here]
    return total
