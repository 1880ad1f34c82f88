"""Site chrome that is left in a text: the cleaning rules, asked again, cheaply."""

from __future__ import annotations

from collections.abc import Iterator

from parkdocs import marks
from parkdocs import page as pages
from parkdocs.lines import split
from parkdocs.page import Page
from parkdocs.reach import Found
from parkdocs.rules import Rule, RuleSet
from parkdocs.view import view

ENDS = 500
"""Characters at either end of a text that are looked at first: chrome stands around a document."""
SHORT = 80
"""Characters of a line that may be chrome; a longer one is content but for few rules, which need a whole look."""
MOST = 5
REMEMBERED = 16_384
"""Lines whose answer is remembered: chrome, headings and labels come again in every page of a site."""


def left(
    text: str, title: str, rules: RuleSet, seen: dict[str, bool], host: str = ""
) -> Iterator[tuple[int, str, str]]:
    """Lines that a rule would take away: their number in the text, the line, and the rule's id; at most ``MOST``.

    Cheap first: do short lines at the ends match any rule?  Only where one does, the whole document is read the way
    cleaning reads it, with where and guards, so that a heading like "Disclaimer" inside a report is not reported.
    ``seen`` remembers the cheap answers for these rules between texts; a ``title`` is no chrome; rules
    of sites other than ``host`` are left out where it is known.
    """
    if not suspect(text, title, rules, seen):
        return
    page = pages.read(split(text))
    found = marks.match(page, rules, host)
    count = 0
    for i, matches in enumerate(found):
        rule = next((r for r in matches if _fires(r, i, page, found)), None)
        if rule:
            yield i + 1, page.lines[i].text, rule.id
            count += 1
        if count == MOST:
            return


def suspect(text: str, title: str, rules: RuleSet, seen: dict[str, bool]) -> bool:
    """Whether any rule matches a short line at either end of a text; ``seen`` as in ``left``."""
    lines = text.split("\n") if len(text) <= 2 * ENDS else text[:ENDS].split("\n") + text[-ENDS:].split("\n")
    for line in lines:
        if line and len(line) <= SHORT and line != title and line[-1] != "。":
            known = seen.get(line)
            if known or (known is None and _matches(line, rules, seen)):
                return True
    return False


def _matches(line: str, rules: RuleSet, seen: dict[str, bool]) -> bool:
    """Whether any rule matches a line, which is remembered."""
    if len(seen) >= REMEMBERED:
        seen.clear()
    folded = view(line)
    seen[line] = bool(folded and rules.match(folded))
    return seen[line]


def _fires(rule: Rule, i: int, page: Page, found: Found) -> bool:
    """Whether cleaning would let the rule take this line, as far as that can be said of one line alone."""
    if len(page.lines[i].text) > pages.LONG or (rule.where == "head" and not page.in_head(i)):
        return False
    if rule.where == "tail" and not page.in_tail(i):
        return False
    if rule.reach == "rest" and not page.body[0] <= page.body[1] < i:
        return False
    return all(marks.GUARDS[guard](rule, i, page, found) for guard in rule.guards)
