"""Page counts that a document states: "page 3 of 12", 还剩5页未读, a bare total; and whether its text reaches them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from parkdocs import deferred

LOOK = 300
HAN_COUNTS = {c: i for i, c in enumerate("一二三四五六七八九十", 1)}
NUMBER = r"(\d{1,4}|[一二三四五六七八九十])"
PAGE_OF = deferred.pattern(
    r"(?:\bpages?|\bseite|\bp[aá]gina|страниц\w{0,2})[\s:.：]{0,4}(?:\d{1,4}\s?(?:-|–|to)\s?)?"
    r"(\d{1,4})\s{0,3}(?:/|of|out of|von|sur|de|из)\s{0,3}(\d{1,4})(?!\d)"
    r"|(?:preview|showing|shown|viewing)\W{0,3}(?:pages? )?(?:\d{1,3}\s?(?:-|–|to)\s?)?"
    r"(\d{1,4}) (?:of|out of) (\d{1,4}) pages"
    r"|[页頁][码碼]\s?[:：]\s?(\d{1,4})\s?/\s?(\d{1,4})(?!\d)"
    rf"|第?\s?{NUMBER}\s?[页頁]?\s{{0,3}}[/／]\s{{0,3}}[共总總]?[计計]?\s?(\d{{1,4}})\s?[页頁]"
    rf"|第\s?{NUMBER}\s?[页頁]\s{{0,3}}[,，(（]?\s{{0,3}}[共总總][计計]?\s?(\d{{1,4}})\s?[页頁]"
    rf"|[共总總][计計]?\s?(\d{{1,4}})\s?[页頁].{{0,12}}?前\s?{NUMBER}\s?[页頁]",
    re.IGNORECASE,
)
REMAIN = deferred.pattern(
    r"[已][阅閱]?[读讀]\s?(\d{1,4})\s?[页頁][,，]?\s?[还還剩余餘]{1,2}\s?(\d{1,4})\s?[页頁]"
    r"|()(?:[还還]剩|剩[余餘下]|[余餘]下)的?\s?(\d{1,4})\s?[页頁]"
    r"|()\b(\d{1,4}) (?:more|remaining|unread) pages|()\b(\d{1,4}) pages (?:left|remain|are not shown)"
    r"|()\bremaining (\d{1,4}) pages",
    re.IGNORECASE,
)
PARTS = ("页", "頁", "pag", "pág", "seite", "страниц")
DIGIT = deferred.pattern(r"[\d一二三四五六七八九十]")
TOTAL = deferred.pattern(
    r"(?:全文|文档|文檔)?[总總]?[页頁][数數]\s?[:：]\s?(\d{1,4})"
    r"|(?<!\w )\b(?:(?:number|no\.?) of )?pages\s?[:：]\s?(\d{1,4})\s?(?:$|[|;·)])",
    re.IGNORECASE,
)

CITED = deferred.pattern(r"\b(?:vol(?:ume)?|issue|journal|proceedings)\b", re.IGNORECASE)
"""What says that the pages are those of an article in a journal."""


class Count(NamedTuple):
    """The furthest page that is here, of how many, on which line; ``of_rest`` where the rest is counted."""

    here: int
    total: int
    line: int
    of_rest: bool


def _names_pages(text: str) -> bool:
    """Whether a line may have a word for pages; plain searches, for every line of a document comes here."""
    if text.isascii():
        return "age" in text or "AGE" in text or "agin" in text or "eite" in text
    return any(map(text.casefold().__contains__, PARTS))


def read(texts: Iterable[tuple[int, str]]) -> Count:
    """The count with the highest page among numbered lines; all zeros where none is stated.

    A bare total (``页数：58页``) has page 0.  Safe: a text that reaches its last page has ``here == total``.

    >>> read([(1, "Page 1 of 3"), (9, "Page 3 of 3")]), read([(2, "已阅读3页,还剩26页未读")])
    (Count(here=3, total=3, line=9, of_rest=False), Count(here=3, total=29, line=2, of_rest=True))
    """
    best, stated = Count(0, 0, 0, False), Count(0, 0, 0, False)
    for number, text in texts:
        head = text[:LOOK]
        if not _names_pages(head) or not DIGIT.search(head):
            continue
        for m in PAGE_OF.finditer(head):
            here, total = (HAN_COUNTS.get(g) or int(g) for g in m.groups() if g)
            here, total = (total, here) if m[11] else (here, total)
            best = max(best, Count(here, total, number, False))
        if rest := REMAIN.search(head):
            here, left = (int(g or 0) for g in rest.groups() if g is not None)
            best = max(best, Count(here, here + left, number, True))
        if (total_of := TOTAL.search(head)) and not CITED.search(head[: total_of.start()]):
            stated = max(stated, Count(0, int(total_of[1] or total_of[2]), number, False))
    return best if best.total else stated
