"""Site chrome that is left in a text: the cleaning rules, asked again, cheaply."""

from __future__ import annotations

from collections.abc import Iterator

from parkdocs import marks
from parkdocs import page as pages
from parkdocs.lines import split
from parkdocs.page import Page
from parkdocs.rules import Rule, RuleSet
from parkdocs.view import view

ENDS = 500
"""Characters at either end of a text that are looked at first: chrome stands around a document."""
SHORT = 80
"""Characters of a line that may be chrome; a longer one is content but for few rules, which need a whole look."""
MOST = 5
REMEMBERED = 50_000
"""Lines whose answer is remembered: chrome, headings and labels come again in every page of a site."""


def left(text: str, title: str, rules: RuleSet, seen: dict[str, bool]) -> Iterator[tuple[int, str, str]]:
    """Lines that a rule would take away: their number in the text, the line, and the rule's id; at most ``MOST``.

    Cheap first: do short lines at the ends match any rule?  Only where one does, the whole document is read the way
    cleaning reads it, with where and guards, so that a heading like "Disclaimer" inside a report is not reported.
    ``seen`` remembers the cheap answers for these rules between texts; a ``title`` is no chrome.
    """
    if not _suspect(text, title, rules, seen):
        return
    page = pages.read(split(text))
    found = [rules.match(v) if v else () for v in page.views]
    count = 0
    for i, matches in enumerate(found):
        rule = next((r for r in matches if _fires(r, i, page, found)), None)
        if rule:
            yield i + 1, page.lines[i].text, rule.id
            count += 1
        if count == MOST:
            return


def _suspect(text: str, title: str, rules: RuleSet, seen: dict[str, bool]) -> bool:
    head, tail = (text, "") if len(text) <= 2 * ENDS else (text[:ENDS], text[-ENDS:])
    for line in (*head.split("\n"), *tail.split("\n")):
        if line and len(line) <= SHORT and line != title and line[-1] != "。" and _matches(line, rules, seen):
            return True
    return False


def _matches(line: str, rules: RuleSet, seen: dict[str, bool]) -> bool:
    """Whether any rule matches a line."""
    known = seen.get(line)
    if known is None:
        if len(seen) >= REMEMBERED:
            seen.clear()
        folded = view(line)
        known = seen[line] = bool(folded and rules.match(folded))
    return known


def _fires(rule: Rule, i: int, page: Page, found: marks.Found) -> bool:
    """Whether cleaning would let the rule take this line, as far as that can be said of one line alone."""
    if len(page.lines[i].text) > pages.LONG or (rule.where == "head" and not page.in_head(i)):
        return False
    if rule.where == "tail" and not page.in_tail(i):
        return False
    if rule.reach == "rest" and not page.body[0] <= page.body[1] < i:
        return False
    return all(marks.GUARDS[guard](rule, i, page, found) for guard in rule.guards)
