"""How far a rule's verdict goes: its line, a part of it, the block below, or the rest of the page.

A block of addresses or teasers ends a page; at times the text goes on below it, with an annex, a table, the notes to
editors.  There the verdict stops, and what follows is judged for itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from parkdocs import numbering, tabular
from parkdocs import page as pages
from parkdocs.page import Page
from parkdocs.rules import Rule, RuleSet
from parkdocs.view import view_map

BLOCK_LINES = 40
HEADING = 80
FIRM = frozenset(("章", "节", "節", "编", "編", "篇", "部分", "han", "chapter", "section", "part"))

OPENS = frozenset("第〇零一二三四五六七八九十百壹贰叁肆伍陆柒捌玖拾")
WORDS = frozenset(("chap", "sect", "part"))
"""What a number of a firm kind begins with, to say of most lines at once that they have none."""

Found = Sequence[tuple[Rule, ...]]  # for every line the rules that match it


class Verdict(NamedTuple):
    """A rule takes lines ``first..last`` away, or of line ``first`` the characters ``span``."""

    first: int
    last: int
    rule: str
    kind: str
    span: tuple[int, int] | None = None


def reach(rule: Rule, i: int, page: Page, rules: RuleSet, found: Found) -> Verdict | None:
    """How far the rule's verdict goes from line ``i``; None where its reach may not apply here."""
    if rule.reach == "span":
        return _span(rule, i, page, rules)
    last = i
    if rule.reach == "block":
        last = _block_end(i, page, found)
    elif rule.reach == "rest":
        if not page.body[0] <= page.body[1] < i:  # no prose before, or prose after: the block is content
            return None
        last = _rest_end(i, page, found)
    return Verdict(i, last, rule.id, rule.kind)


def _block_end(i: int, page: Page, found: Found) -> int:
    """Last line of the block: up to a blank line, or where a blank follows every line up to prose; never prose."""
    last, blanks = i, 1 if page.spaced else 0
    for j in range(i + 1, min(i + BLOCK_LINES, len(page.lines))):
        if page.prose[j] or (j not in page.rank and j - last > blanks) or _resumes(page, j, found):
            break
        last = j if j in page.rank else last
    return last


def _rest_end(i: int, page: Page, found: Found) -> int:
    """Last line of the page, or the last that is not blank before the text goes on."""
    for j in range(i + 1, len(page.lines)):
        if _resumes(page, j, found) or _is_heading(page, j, found):
            return page.solid[page.rank[j] - 1]
    return len(page.lines) - 1


def _resumes(page: Page, j: int, found: Found) -> bool:
    """Whether the text goes on at a line that no rule names: with an annex, a numbered table, a row of figures."""
    return bool(page.views[j]) and not found[j] and (tabular.is_supplement(page.views[j]) or tabular.opens(page, j))


def _is_heading(page: Page, j: int, found: Found) -> bool:
    """Whether a line that no rule names is marked as a heading, or has a number that only headings have."""
    if found[j] or not page.views[j] or len(page.views[j]) > HEADING:
        return False
    view = page.views[j]
    number = numbering.read(view) if view[0] in OPENS or view[:4].lower() in WORDS else None
    return page.lines[j].text.startswith("#") or bool(number and number.firm and number.family in FIRM)


def _span(rule: Rule, i: int, page: Page, rules: RuleSet) -> Verdict | None:
    """The matched part of a line, with the blanks before it; a match of the whole line takes the line."""
    text = page.lines[i].text
    offset = max(0, len(text) - pages.TAIL) if pages.is_long(text) else 0
    seen, places = view_map(text[offset:])
    start, end = rules.span(rule, seen)
    if start == 0 and end == len(seen) and not offset:
        return Verdict(i, i, rule.id, rule.kind)
    if end <= start or (offset and start == 0):
        return None
    begin, stop = offset + places[start], offset + places[end]
    begin = len(text[:begin].rstrip()) if stop >= len(text.rstrip()) else begin
    return Verdict(i, i, rule.id, rule.kind, (begin, stop)) if stop > begin else None
