"""Rows of tables in plain lines, and the headings of what a text is supplied with: annexes, tables, editors' notes."""

from __future__ import annotations

import re

from parkdocs import deferred
from parkdocs.page import Page

LONGEST = 300
CELLS = deferred.pattern(r"\s*[|｜]\s*|\t+|(?<=\S)\s{2,}(?=\S)")
RULER = deferred.pattern(r"[\s|]*:?-{2,}:?(?:\s*[|+]\s*:?-{2,}:?)*[\s|]*")
FIGURE_TEXT = (
    r"[~≈<>±+−-]?\s?(?:[A-Z]{0,3}[$€£¥₹]\s?)?(?:\d{1,3}(?:[ ,.]\d{3})+|\d{1,6})(?:\.\d+)?"
    r"\s?(?:%|％|[^\W\d]{1,5}[²³]?)?(?:\s?/\s?[^\W\d]{1,8}[²³]?)?"
)
"""A count, a price, an area; no telephone number, which has more digits in a row or groups of four."""
FIGURE = deferred.pattern(FIGURE_TEXT)
FIGURE_ITEM = deferred.pattern(r"\s{0,8}[-*•–] [^:：]{1,50}[:：,，–—-] ?" + FIGURE_TEXT)
CONTACT = deferred.pattern(
    r"\b(?:tel(?:ephone)?|phone|fax|mobile|cell|e-?mail|web|room|floor|box|zip|post(?:al)?)\b|电话|传真|手机|邮[编箱件]|网址|地址"
    r"|©|@|https?:|www\.",
    re.IGNORECASE,
)
SUPPLEMENT = deferred.pattern(
    r"(?:(?:Annex(?:e|es|ure)?|Appendix|Appendices|Addendum|Anexo|Anhang)(?: [A-Z0-9]{1,4})?"
    r"|(?:Table|Figure|Chart|Schedule|Exhibit|Attachment|Enclosure) ?(?:No\.? ?)?"
    r"(?:[A-Z]?\d{1,3}(?:\.\d{1,2})?|[A-Z]|[IVX]{1,5}))"
    r"(?: ?[.:–—-] ?\S.*)?"
    r"|(?:Annex(?:e|es)?|Appendix|Schedule|Table|Figure) ?: ?\S.*"
    r"|Notes? (?:to|for) (?:the )?editors?|(?:Foot|End)?notes|References|Bibliography"
    r"|(?:附[件表录图注](?:\d{1,2}|[一二三四五六七八九十])?|[表图]\d{1,2})(?: ?[:.、]? ?\S.*)?|注释|参考文献",
    re.IGNORECASE,
)
OPENS = frozenset((
    "ann", "app", "add", "ane", "anh", "tab", "fig", "cha", "sch", "exh", "att", "enc", "not", "foo", "end",
    "ref", "bib",
))  # fmt: skip
"""The first letters of a supplement's heading, to say of most lines at once that they are none."""
NO_SUPPLEMENT = deferred.pattern(r"下载|点击|查看|附近")
LABEL = 80


def cells(text: str) -> list[str]:
    """The cells of a line set with bars, tabs or two blanks; one where it is no row.

    >>> cells("| A-04 | 200 |"), cells("Aeroflex     62"), cells("A plain line")
    (['A-04', '200'], ['Aeroflex', '62'], ['A plain line'])
    """
    if len(text) > LONGEST:
        return [text]
    return [c for c in CELLS.split(text.strip().strip("|｜").strip()) if c]


def is_figures(text: str) -> bool:
    """Whether a row of a table holds a figure, and is no line of a contact.

    >>> is_figures("A-04 | 200"), is_figures("Tel: | 200"), is_figures("Home | News"), is_figures("Press  010-1234567")
    (True, False, False, False)
    """
    found = cells(text)
    return len(found) > 1 and any(FIGURE.fullmatch(c) for c in found) and not CONTACT.search(text)


def is_ruler(text: str) -> bool:
    """Whether a line is the one of dashes below the head of a Markdown table.

    >>> is_ruler("|---|---|"), is_ruler("--- | ---"), is_ruler("---")
    (True, True, False)
    """
    return "|" in text and len(text) <= LONGEST and RULER.fullmatch(text) is not None


def opens(page: Page, i: int) -> bool:
    """Whether a table begins at a line: a row as wide follows right below, and figures or a ruler are in it."""
    if i + 1 >= len(page.lines) or not page.views[i]:
        return False
    text, below = page.lines[i].text, page.lines[i + 1].text
    wide = len(cells(text))
    if wide < 2 or CONTACT.search(text[:LONGEST]):
        return False
    return is_ruler(below) or (len(cells(below)) == wide and is_figures(below))


def is_supplement(view: str) -> bool:
    """Whether a line is the heading of an annex, a numbered table or figure, the notes of a text; by its view.

    >>> [is_supplement(v) for v in ("Annex: rents", "Table 1", "附表:可供地块", "Notes to editors")]
    [True, True, True, True]
    >>> is_supplement("Schedule"), is_supplement("Table of contents"), is_supplement("附件下载")
    (False, False, False)
    """
    if len(view) > LABEL or not (view[:3].lower() in OPENS or view[:1] in set("附表图注参")):
        return False
    return SUPPLEMENT.fullmatch(view) is not None and not NO_SUPPLEMENT.search(view)


def is_row_or_caption(page: Page, i: int) -> bool:
    """Whether a line is a row of a table, a numbered caption or an item of a list of figures (``- Sheds: 9``)."""
    text = page.lines[i].text
    if is_figures(text) or is_ruler(text) or (text.lstrip()[:1] == "|" and len(cells(text)) > 1):
        return True
    return is_supplement(page.views[i]) or (len(text) <= LABEL and FIGURE_ITEM.fullmatch(text) is not None)
