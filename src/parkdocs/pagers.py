"""Pagers below a text: "1 2 3 Next page >", [1] [2] [3] 下一页; they say that there is another page of it.

Seen below articles on several pages.  Listings and threads have pagers, too: only one right below two paragraphs of
running text counts, with numbers from 1, two of them neighbours, and a way to the next.  Safe: where the page that is
marked, or has no link where all others have, is the last, the text is whole.  Risky for a list of long summaries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Protocol

from parkdocs import deferred, shapes

LONGEST, MOST_ROWS, MOST_BETWEEN = 160, 14, 2
NEXT = deferred.pattern(r"[下后後][一1]?[页頁]|\bnext\b|(?<=[\d\])】]) ?[»›>→]+\W{0,3}$", re.IGNORECASE)
PART = deferred.pattern(
    r"(?<!\d)\d{1,3}(?!\d)|…|\.{2,3}|[«»‹›<>←→|·•/,\-–—\[\]()【】（）*_]"
    r"|[上前下后後][一1]?[页頁]|[首尾末][页頁]|共\s?\d{1,3}\s?[页頁]"
    r"|\b(?:prev(?:ious)?|next|first|last)(?: page)?\b|\bpages?\b:?",
    re.IGNORECASE,
)
PAGE = deferred.pattern(r"(?<![\d共])(?<!共 )\d{1,3}(?!\d)")
MARKED = deferred.pattern(r"(?:\[|【|\*\*)(\d{1,3})(?:\]|】|\*\*)")
LINK = deferred.pattern(r"\[((?:\[[^\[\]]{1,12}\]|[^\[\]]){1,30})\]\(\s?<?([^()\s<>]{1,2000})>?\)")


class _Row(Protocol):
    @property
    def number(self) -> int: ...
    @property
    def text(self) -> str: ...
    @property
    def rule(self) -> str: ...
    @property
    def kind(self) -> str: ...


def below(stream: Sequence[_Row], last: int) -> tuple[int, int, str]:
    """Line, highest page and next page's link of a pager right below the last running text, on line ``last``.

    All is 0 and "" where there is none, or the text is its last page.
    """
    above = [r for r in stream if r.number <= last and not r.rule][-2:]
    if len(above) < 2 or not all(shapes.is_prose(r.text) for r in above):
        return 0, 0, ""
    rows = list(_rows([r for r in stream if r.number > last][: MOST_ROWS + MOST_BETWEEN]))
    text = " ".join(r.text.strip() for r in rows)
    pages = highest(text) if rows else 0
    return (rows[0].number, pages, next_link(text)) if pages else (0, 0, "")


def _rows(under: Sequence[_Row]) -> Iterator[_Row]:
    """The first rows that hold nothing but a pager's parts, below two credits at most."""
    begun = False
    for i, r in enumerate(under):
        if _is_part(r.text):
            begun = True
            yield r
        elif begun or r.kind != "credit" or i >= MOST_BETWEEN:
            return


def _is_part(text: str) -> bool:
    return len(text) <= LONGEST * 20 and len(seen := _unlinked(text)) <= LONGEST and not PART.sub("", seen).strip()


def _unlinked(text: str) -> str:
    return LINK.sub(r"\1", text)


def highest(text: str) -> int:
    """The highest page of a pager that leads on, 0 where it is none or the marked page is the last.

    >>> highest("1 2 3 Next page >"), highest("« 1 2 [3] »"), highest("1 2 3"), highest("Previous | Next")
    (3, 0, 0, 0)
    """
    seen = _unlinked(text)
    pages = [int(n) for n in PAGE.findall(seen)]
    in_order = len(pages) >= 2 and pages[0] == 1 and all(a < b for a, b in pairwise(pages))
    if not in_order or not any(b == a + 1 for a, b in pairwise(pages)) or not NEXT.search(seen):
        return 0
    marked = [int(n) for n in MARKED.findall(seen)]
    linked = [int(n) for label, _ in LINK.findall(text) for n in PAGE.findall(label)]
    here = marked if len(marked) == 1 else [n for n in pages if n not in linked] if linked else []
    return 0 if here == [pages[-1]] else pages[-1]


def next_link(text: str) -> str:
    """Where the words for the next page lead, "" where they are no link with a whole address.

    >>> next_link("1 [2](https://a.example/2) [Next](https://a.example/2)"), next_link("1 [2](2.html) [Next](2.html)")
    ('https://a.example/2', '')
    """
    found = (to for label, to in LINK.findall(text) if NEXT.search(label))
    return next((to for to in found if to.startswith(("http://", "https://"))), "")
