"""Words that lead on: "Continue reading", 未完待续, ``[…]``, at a text's end or on a line of their own below it."""

from __future__ import annotations

import re

from parkdocs import deferred, endings, shapes
from parkdocs.appeals import SURE, strength
from parkdocs.view import LINK

GLUED, LONGEST, LONGEST_LINK = 40, 80, 500
BRACKET = deferred.pattern(
    r"[\[(（【]\s?(?:…|\.\.\.|&hellip;)\s?[\])）】]|[\[(]\+?\s?\d{1,7} (?:chars|characters|more words|words)[\])]"
    r"|[(（\[](?:…|\.{3})?\s?(?:more|read more|continued|cont\.|weiter|suite)\s?(?:…|\.{2,3})?\s?[)）\]]",
    re.IGNORECASE,
)
MORE = deferred.pattern(
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
ONWARD = deferred.pattern(
    r"(?:continue reading|keep reading|read the (?:rest|remainder)(?: of .{3,40})?"
    r"|(?:点击|點擊)?(?:[阅閱][读讀]|查看|展[开開])(?:剩[余餘]|余下)?全文|[继繼][续續][阅閱][读讀]"
    r"|continuar leyendo|seguir leyendo"
    r"|weiterlesen|читать (?:далее|полностью)|続きを読む|lire la suite|continua a leggere)(?:\s?[>»›→.…↓▼]){0,4}",
    re.IGNORECASE,
)
"""Words that say of the text above, and of no other, that it goes on: "Read more" may be a link to a related one."""
AFTER_DOTS = deferred.pattern(r"(?:…|\.{3})\s{0,3}([^.…]{3,80})$")
DECORATION = " \t\u3000\u00a0|<>*_`~^#·•-—–=[]()（）【】▶►▷▼▲■□◆●→»"


def is_more(text: str) -> bool:
    """Whether a line holds such words and nothing else.

    >>> is_more("Read more »"), is_more("Read more about the zone")
    (True, False)
    """
    said = _said(text)
    return len(said) <= LONGEST and MORE.fullmatch(said) is not None


def is_of_this_text(text: str) -> bool:
    """Whether a line says of the text above it, and of no related one, that it goes on.

    >>> is_of_this_text("Continue reading →"), is_of_this_text("Read more")
    (True, False)
    """
    said = _said(text)
    return len(said) <= LONGEST and ONWARD.fullmatch(said) is not None


def _said(text: str) -> str:
    """The words of a line, without decoration and a link's target."""
    if len(text) > LONGEST_LINK:
        return text
    return (LINK.sub(r"\1", text) if "](" in text else text).strip(DECORATION)


def inline(text: str) -> str:
    """The words at a text's end that say there is more, "" where none do."""
    end = text.rstrip(".。 ")
    for m in BRACKET.finditer(text):
        dots = any(c in "….0123456789" for c in m[0])  # "[More]" after a whole sentence may be a link to something else
        whole = shapes.last_mark(text[: m.start()]) in shapes.SENTENCE_ENDS
        if m.start() > 0 and m.end() >= len(text) - 1 and (dots or not whole):
            return m[0]
    for m in MORE.finditer(text):
        head = text[: m.start()].rstrip(" .。[(|—-–")
        open_end = shapes.width(head) >= GLUED and shapes.last_mark(head) not in shapes.SENTENCE_ENDS | {":", "："}
        if m.end() >= len(end) and (open_end or endings.DOTS.search(text[: m.start()].rstrip())):
            return m[0]
    after = AFTER_DOTS.search(end)
    if after and strength(after[1]) >= 1:
        return after[1]
    return end[-50:] if endings.cut(text) in {"word", "sentence"} and strength(end[-50:]) == SURE else ""
