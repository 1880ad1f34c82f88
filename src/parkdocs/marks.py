"""Decide which lines are site chrome, and lay the marks.

Rules propose; where, guards and reach dispose.  A verdict names the rule that made it, so that every removal can be
explained.  The order is: rules on every line, zones and guards, reach, then the residue that no pattern can name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from parkdocs import deferred, frontmatter, labeller, others, own, reach, residue, tabular, walls
from parkdocs import page as pages
from parkdocs.edits import apply
from parkdocs.lines import Line, clean_lines
from parkdocs.model import Block, Document, Mark, Tag
from parkdocs.page import Page
from parkdocs.reach import Found, Verdict
from parkdocs.rules import Rule, RuleSet
from parkdocs.sites import host_of

if TYPE_CHECKING:
    from parkdocs.structure import Seen

NO_BLOCK = Block(0, "plain", 0, 0, 0, Tag(""))
NEAR, FEW, LAST = 5, 6, 3
NOTE = deferred.pattern(r"(?:Notes?|Remarks?|N\.B\.|注释?|说明|备注|[*†¹²]|\(?\d\))(?:[ :.]|$)", re.IGNORECASE)
MODEL_RULE, WALL_RULE = "model/boilerplate", "model/wall"
GOES, STAYS = 12.0, -12.0
"""Log-odds that a rule's verdict, or a line no rule may touch, has for the labeller."""
CALM = {0: 4.0, 1: 1.5}
"""What a document is granted in which so many different rules found chrome: of 805 pages saved whole 4 and 4 % have no
sign and one, of their clean texts 93 and 5 %."""
HEADING = -3.0
"""What the only heading of the first level is granted: it is the title, though a site's name at times."""
BIAS = {"recall": -1.0, "balanced": 0.0, "precision": 0.8}
CAUTION = -0.2
"""What each line of a text is granted that has lost its tags: a false removal costs more than a line of chrome."""
OWN = -8.0
"""What lines are granted that look like chrome and are the text's own."""
HEADLINE = 8
"""Characters of the shortest headline, in Chinese; a menu entry rarely has so many."""


def mark(doc: Document, rules: RuleSet, favor: str = "balanced") -> Document:
    """Return the document with its chrome marked; ``favor`` sets how readily lines go (recall, balanced, precision)."""
    lines = clean_lines(doc)
    page = pages.read(lines)
    seen = structure_of(doc, [lines[i] for i in page.solid])
    return apply(doc, [_as_mark(v, page) for v in decide(page, rules, favor, seen, host_of(doc))])


def structure_of(doc: Document, solid: Sequence[Line]) -> Seen | None:
    """The structure behind the lines, those that are not blank, of an HTML page that was just read; None for a text."""
    if doc.layout is None:
        return None
    from parkdocs.structure import Seen

    blocks = doc.layout.blocks
    found = (blocks[line.number - 1] if line.number <= len(blocks) else None for line in solid)
    return Seen([block or NO_BLOCK for block in found], doc.layout)


def decide(
    page: Page, rules: RuleSet, favor: str = "balanced", seen: Seen | None = None, host: str = ""
) -> list[Verdict]:
    """Verdicts in line order, not overlapping: rules, residue, then the labeller on the lines that neither names.

    ``seen`` is the structure behind the lines where they are an HTML page's: more evidence for the labeller.  ``host``
    is the page's, where that is known: rules of other sites are silent then.
    """
    verdicts = _by_rules(page, rules, host)
    verdicts += _by_model(page, verdicts, favor, seen)
    taken = {i: (v.rule, v.kind) for v in verdicts if not v.span for i in range(v.first, v.last + 1)}
    begun = {v.first for v in verdicts}
    verdicts += [Verdict(i, i, WALL_RULE, "truncation") for i in walls.lines(page.lines, taken) if i not in begun]
    return sorted(verdicts, key=lambda v: v.first)


def _by_rules(page: Page, rules: RuleSet, host: str) -> list[Verdict]:
    """The first rule of pack order wins on a line; then what shows by repetition."""
    found = match(page, rules, host)
    top = frontmatter.end([line.text for line in page.lines[: frontmatter.LONGEST]])
    page = _without_chrome_prose(page, found, top)
    taken = [i <= top for i in range(len(page.lines))]
    verdicts = [Verdict(0, top, frontmatter.RULE, frontmatter.KIND)] if top > 0 else []
    for i, matches in enumerate(found):
        if not matches or taken[i]:
            continue
        firing = (reach.reach(r, i, page, rules, found) for r in matches if _fires(r, i, page, found))
        verdict = next((v for v in firing if v), None)  # a rule whose reach may not apply here leaves it to the next
        if verdict is None or any(taken[verdict.first : verdict.last + 1]):
            continue
        taken[verdict.first : verdict.last + 1] = [True] * (verdict.last - verdict.first + 1)
        verdicts.append(verdict)
    for first, last, rule_id, kind in residue.find(page, taken, [(v.first, v.rule, v.kind) for v in verdicts]):
        verdicts.append(Verdict(first, last, rule_id, kind))
    return verdicts


def match(page: Page, rules: RuleSet, host: str) -> list[tuple[Rule, ...]]:
    """For each line the rules that match it and are of no other site than ``host``, where that is known."""
    seen = iter(rules.match_all([v for v in page.views if v]))
    found = [at_home(next(seen), host) if v else () for v in page.views]
    for i, whole in page.foot.items():
        of_its_end = (r for r in found[i] if not _sees_paragraphs(r))
        found[i] = (*of_its_end, *(r for r in at_home(rules.match(whole), host) if _sees_paragraphs(r)))
    return found


def _sees_paragraphs(rule: Rule) -> bool:
    """Whether a rule may take a long line at a page's foot: a legal notice is a paragraph at times."""
    return rule.max > pages.LONG and rule.where == "tail" and rule.reach != "span"


def at_home(found: tuple[Rule, ...], host: str) -> tuple[Rule, ...]:
    """Without the rules of other sites, where the page's own is known."""
    return tuple(r for r in found if not r.sites or host in r.sites) if found and host else found


def _by_model(page: Page, verdicts: Sequence[Verdict], favor: str, seen: Seen | None) -> list[Verdict]:
    """The lines that the labeller calls chrome; what rules took is strong evidence, code and headings stay."""
    evidence = [0.0 if v else STAYS for v in page.views]
    named = {i: v for v in verdicts for i in range(v.first, v.last + 1)}
    for i, v in named.items():
        evidence[i] = STAYS if v.span else GOES  # of a line that loses a part the rest is content
    for i in _headlines(page, named):
        evidence[i] = STAYS
    for i in _first_headings(page, seen):
        evidence[i] += HEADING
    for i in () if seen else own.lines(page, {i: v.kind for i, v in named.items()}):
        evidence[i] += OWN
    signs = len({v.rule for v in verdicts if v.kind != "credit"})
    texts = [line.text for line in page.lines]
    calm = 0.0 if seen else CALM.get(signs, 0.0)
    bias = BIAS[favor] + (0.0 if seen else CAUTION)
    chrome = labeller.label(texts, evidence, bias, calm, page.body, seen)
    return [
        Verdict(i, i, MODEL_RULE, "nav" if i < page.body[0] else "related")
        for i, goes in enumerate(chrome)
        if goes and i not in named
    ]


def _headlines(page: Page, named: Mapping[int, Verdict]) -> Iterator[int]:
    """The line above a byline at the head is the document's title, and no chrome; a menu entry is shorter."""
    first = page.body[0]
    for i in page.solid[: page.rank.get(first, 0)]:
        n = page.next_solid(i)
        over_byline = n in named and named[n].kind == "credit"
        if i not in named and over_byline and len(page.views[i]) >= HEADLINE:
            yield i


def _first_headings(page: Page, seen: Seen | None) -> list[int]:
    """The one heading of the first level that a page has, which is its title; two may be a site's name and a title."""
    if seen is None:
        return []
    found = [i for i, b in zip(page.solid, seen.blocks, strict=True) if seen.layout.tags[b.element].name == "h1"]
    return found if len(found) == 1 and len(page.views[found[0]]) >= HEADLINE else []


def _without_chrome_prose(page: Page, found: Found, top: int) -> Page:
    """A long line that an unconditional rule names (a copyright paragraph) is no prose: it would stretch the body.

    Nor is a line of the properties at the top, up to line ``top``.
    """
    sure = [
        i <= top or (rs != () and any(r.where == "anywhere" and not r.guards and r.reach != "span" for r in rs))
        for i, rs in enumerate(found)
    ]
    if not any(sure):
        return page
    return Page(page.lines, page.views, [p and not s for p, s in zip(page.prose, sure, strict=True)])


def _fires(rule: Rule, i: int, page: Page, found: Found) -> bool:
    if pages.is_long(page.lines[i].text) and rule.reach != "span" and not (i in page.foot and _sees_paragraphs(rule)):
        return False
    if rule.where == "head" and not page.in_head(i):
        return False
    if rule.where == "tail" and not page.in_tail(i):
        return False
    return all(GUARDS[g](rule, i, page, found) for g in rule.guards)


def _not_before_prose(rule: Rule, i: int, page: Page, found: Found) -> bool:
    n = page.next_solid(i)
    return n < 0 or not page.prose[n]


def _around(i: int, page: Page) -> list[int]:
    k = page.rank[i]
    return page.solid[max(0, k - NEAR) : k] + page.solid[k + 1 : k + 1 + NEAR]


def _second_sign(rule: Rule, i: int, page: Page, found: Found) -> bool:
    """Another rule fires nearby, or the page ends here; lines of the same rule cannot vouch for each other."""
    if page.rank[i] >= len(page.solid) - LAST:
        return True
    return any(r.id != rule.id for j in _around(i, page) for r in found[j])


def _beside_another(rule: Rule, i: int, page: Page, found: Found) -> bool:
    return any(found[j] for j in _around(i, page))


def _alone(rule: Rule, i: int, page: Page, found: Found) -> bool:
    around = [j for j in (i - 1, i + 1) if 0 <= j < len(page.lines)]
    return all(j not in page.rank for j in around)


def _first_lines(rule: Rule, i: int, page: Page, found: Found) -> bool:
    return page.rank[i] < FEW


def _last_lines(rule: Rule, i: int, page: Page, found: Found) -> bool:
    return page.rank[i] >= len(page.solid) - FEW


def _before_title(rule: Rule, i: int, page: Page, found: Found) -> bool:
    n = page.next_solid(i)
    return i < page.body[0] and n >= 0 and not page.prose[n]


def _not_below_figures(rule: Rule, i: int, page: Page, found: Found) -> bool:
    """No table, caption or list of figures stands right above, but for a note: the line would be its source."""
    above = list(reversed(page.solid[max(0, page.rank[i] - NEAR) : page.rank[i]]))
    nearest = next((j for j in above if not NOTE.match(page.views[j])), -1)
    return nearest < 0 or not tabular.is_row_or_caption(page, nearest)


def _names_nobody(rule: Rule, i: int, page: Page, found: Found) -> bool:
    """No heading of a release's own contact: "Media contact" right above a name with a number or an address."""
    return not own.contact_below(page, i)


def _not_introduced(rule: Rule, i: int, page: Page, found: Found) -> bool:
    """No line with a colon, that no rule names, opens the lines it stands among where a sentence follows below them."""
    follows = page.next_solid(_end_of_lines(i, page))
    if follows < 0 or found[follows] or not own.SENTENCE.search(page.lines[follows].text):
        return True
    for j in range(i - 1, max(-1, i - 1 - NEAR), -1):
        if not page.views[j]:
            return True
        if page.views[j].endswith(":"):
            return bool(found[j])
    return True


def _end_of_lines(i: int, page: Page) -> int:
    """The last line before the next blank one, or before the next sentence."""
    while i + 1 < len(page.lines) and page.views[i + 1] and not own.SENTENCE.search(page.lines[i + 1].text):
        i += 1
    return i


Guard = Callable[[Rule, int, Page, Found], bool]
GUARDS: dict[str, Guard] = {
    "not-before-prose": _not_before_prose,
    "second-sign": _second_sign,
    "beside-another": _beside_another,
    "alone": _alone,
    "first-lines": _first_lines,
    "last-lines": _last_lines,
    "before-title": _before_title,
    "of-this-text": lambda rule, i, page, found: not others.is_of_another(page.lines[i].text),
    "not-below-figures": _not_below_figures,
    "not-introduced": _not_introduced,
    "names-nobody": _names_nobody,
}


def _as_mark(verdict: Verdict, page: Page) -> Mark:
    line = page.lines[verdict.first]
    if verdict.span:
        return Mark(line.start + verdict.span[0], line.start + verdict.span[1], verdict.rule, verdict.kind)
    return Mark(line.start, page.lines[verdict.last].next, verdict.rule, verdict.kind)
