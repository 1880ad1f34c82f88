"""Chrome and residue that no pattern can name: it shows by repetition, or by standing beside what a rule named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from parkdocs import deferred, furniture, shapes
from parkdocs.page import Page

Found = tuple[int, int, str, str]  # first line, last line, rule id, kind

BREADCRUMB_SEPARATORS = ("/", ">", "»", "›", "→", "\\", "|")
COVER_LINES = 12
SECTION_NAME = 32
"""Characters of the longest name of a section that stands below a breadcrumb."""
RUNNING_HEADS, RUNNING_HEAD_LENGTH = 3, 80
_BETWEEN = r"[\s|｜·/,，、•>»›\\*-]{0,12}"
LINK_ROW = deferred.pattern(rf"[ *+-]{{0,8}}(?:\[[^\[\]]{{1,200}}\]\([^()]{{0,1000}}\){_BETWEEN}){{3,200}}")
DEAD_LINKS = deferred.pattern(
    r"[ *+-]{0,8}(?:!?\[[^\[\]]{0,200}\]\((?:javascript:[^()]{0,100}(?:\([^()]{0,100}\);?)?|#)\)"
    rf"{_BETWEEN}){{1,200}}"
)
LONGEST_ROW, BUTTON = 8000, 18
FILES = deferred.pattern(r"\.(?:pdf|docx?|xlsx?|pptx?|zip|csv)\)", re.IGNORECASE)
SENTENCE_ENDS = tuple('.!?。！？…:：;；"”’」』)）')


def find(page: Page, taken: Sequence[bool], verdicts: Sequence[tuple[int, str, str]]) -> Iterator[Found]:
    """Residue among the lines that no verdict has taken; ``verdicts`` are ``(line, rule, kind)`` of the rules."""
    seen: set[int] = set()
    finders = (_section_label(page, verdicts), _repeated_cover(page), furniture.find(page), _running_heads(page))
    for finder in (*finders, _link_rows(page)):
        for first, last, rule, kind in finder:
            if not any(taken[first : last + 1]) and seen.isdisjoint(range(first, last + 1)):
                seen.update(range(first, last + 1))
                yield first, last, rule, kind


def _key(view: str) -> str:
    return "".join(c for c in view.casefold() if c.isalnum())


def _section_label(page: Page, verdicts: Sequence[tuple[int, str, str]]) -> Iterator[Found]:
    """A head line that only says a breadcrumb's last step again names the site's section, not the document.

    Seen on agency pages: the section's name as banner, then ``Home / A / B``, then the headline.
    """
    credits = {at for at, _, kind in verdicts if kind == "credit"}
    titled = sum(page.lines[i].text.startswith("# ") for i in page.solid) == 1
    for at, rule, kind in verdicts:
        if kind != "nav" or "breadcrumb" not in rule:
            continue
        crumb = page.views[at]
        for separator in BREADCRUMB_SEPARATORS:
            crumb = crumb.rsplit(separator, 1)[-1]
        k = page.rank[at]
        for i in page.solid[max(0, k - 2) : k] + page.solid[k + 1 : k + 2]:
            # after the trail the label must not be the only headline there is: that is longer or over the byline
            n = page.next_solid(i)
            headline_follows = i < at or not (page.prose[n] or n in credits or len(page.views[i]) > SECTION_NAME)
            is_title = titled and page.lines[i].text.startswith("# ")
            if _key(crumb) and _key(page.views[i]) == _key(crumb) and headline_follows and not is_title:
                yield i, i, "nav/section-label", "nav"


def _repeated_cover(page: Page) -> Iterator[Found]:
    """Two or more lines in a row, before the body's headings, that all stood on the cover: an inner title page.

    Reports print their cover again behind the disclaimer; PDF conversion keeps both.  The first copy stays.
    """
    cover, k = _cover(page)
    if not cover:
        return
    run: list[int] = []
    for i in page.solid[k:]:
        if not page.prose[i] and _key(page.views[i]) in cover - {""}:
            run.append(i)
            continue
        if len(run) > 1:
            yield run[0], run[-1], "residue/repeated-cover", "residue"
        run = []
    if len(run) > 1:
        yield run[0], run[-1], "residue/repeated-cover", "residue"


def _cover(page: Page) -> tuple[set[str], int]:
    """Keys of the lines before the first prose, and how many lines those are; empty where the head is no cover."""
    cover: set[str] = set()
    for k, i in enumerate(page.solid):
        if page.prose[i] or k == COVER_LINES:
            return (cover, k) if len(cover) > 2 and page.prose[i] else (set(), k)
        cover.add(_key(page.views[i]))
    return set(), len(page.solid)


def _running_heads(page: Page) -> Iterator[Found]:
    """The same short line three times or more, each time breaking a sentence in two: a page's running head.

    The first copy stays, for it may be the title.  Headings that recur ("Decision" in minutes) follow finished
    sentences, a poem's refrain or a table's cells stand among short lines: all are left alone.
    """
    count = Counter(page.views[i] for i in page.solid if len(page.views[i]) <= RUNNING_HEAD_LENGTH)
    first: set[str] = set()
    for k, i in enumerate(page.solid):
        head = page.views[i]
        if not head or page.prose[i] or count[head] < RUNNING_HEADS or not any(map(str.isalpha, head)):
            continue
        if head in first and _breaks_sentence(page, k):
            yield i, i, "residue/running-head", "residue"
        first.add(head)


def _breaks_sentence(page: Page, k: int) -> bool:
    """Whether the k-th line stands between two prose lines and one sentence goes on from the first to the second."""
    if not 0 < k < len(page.solid) - 1:
        return False
    before, after = page.solid[k - 1], page.solid[k + 1]
    if not (page.prose[before] and page.prose[after]):
        return False
    goes_on = page.lines[after].text.lstrip()[0]
    return not page.lines[before].text.rstrip().endswith(SENTENCE_ENDS) and not goes_on.isupper() and goes_on.isalpha()


def _link_rows(page: Page) -> Iterator[Found]:
    """Lines of three Markdown links or more and nothing else, and of links that lead nowhere: menus and buttons.

    Of 56 and 15 such lines in written documents all were chrome.  Safe: a list of references has one link a line, one
    of downloads leads to files, and rows of tables and code are left alone; a single link to nowhere must be a word or
    two, for pages saved by a browser may have lost where a headline leads.  Risky for a list of authors of whom each is
    a link; the byline is still read.
    """
    for i in page.solid:
        text = page.lines[i].text
        if "](" not in text or len(text) > LONGEST_ROW or not page.views[i]:
            continue
        if LINK_ROW.fullmatch(text.strip()) and not FILES.search(text):
            yield i, i, "residue/link-row", "nav"
        elif DEAD_LINKS.fullmatch(text.strip()) and (text.count("](") > 1 or _is_button(page.views[i])):
            yield i, i, "residue/dead-link", "share"


def _is_button(view: str) -> bool:
    """Whether the words of one link are a button's: few, no question, no figures."""
    return shapes.width(view) <= BUTTON and not any(c.isdigit() or c == "?" for c in view)
