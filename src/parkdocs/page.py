"""A document's lines as rules see them: views, prose, zones.  Derived once, read by all rules and guards."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import Final

from parkdocs import deferred
from parkdocs.lines import Line
from parkdocs.view import LINK, view

LONG = 240
"""Lines of more characters are prose or data: rules see only their last ``TAIL`` characters, but at a page's foot."""
TAIL = 80
FOOT = 1200
"""Long lines up to here are seen whole at the foot of a page, by rules that ask for it: legal paragraphs end pages."""
FULL = 4000
"""Lines of links up to here are measured by their text."""
ENDLESS = 100_000
"""Characters that are looked at of a line without end."""
SHORT = 60
"""Views of lines up to here are cached: chrome is short and comes again on every page of a site."""
SPACED = 1.25
LINKED = 0.8
"""A line of which so much is links is a list of headlines, however long those are."""
EDGE = 8
"""So many non-blank lines count as head (as tail) even inside the prose: bylines follow standfirsts."""

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3040-\u30ff"
HAN_CHARACTER = deferred.pattern(f"[{HAN}]")
HAN_PROSE = deferred.pattern("[。！？；，,;]")
LATIN_PROSE = re.compile(r"[a-zà-ÿа-я0-9\"”’)][.!?…](?:[\"”’)\]]*$|\s)|, ")
FENCES = ("```", "~~~")


class Page:
    """Lines with what rules ask of them.  ``views[i]`` is "" for blank and for fenced lines."""

    def __init__(self, lines: Sequence[Line], views: Sequence[str], prose: Sequence[bool]) -> None:
        self.lines: Final = lines
        self.views: Final = views
        self.prose: Final = prose

    @cached_property
    def solid(self) -> list[int]:
        """Indexes of the lines that are not blank."""
        return [i for i, line in enumerate(self.lines) if line.text.strip()]

    @cached_property
    def rank(self) -> dict[int, int]:
        """Index of a line that is not blank -> its place among those."""
        return {i: k for k, i in enumerate(self.solid)}

    @cached_property
    def spaced(self) -> bool:
        """Whether a blank line stands between nearly all lines, so that it does not end a block."""
        return sum(b - a > 1 for a, b in pairwise(self.solid)) * SPACED > len(self.solid) - 1

    @cached_property
    def body(self) -> tuple[int, int]:
        """Indexes of the first and last prose line; ``(len, -1)`` where there is none."""
        found = [i for i, p in enumerate(self.prose) if p]
        return (found[0], found[-1]) if found else (len(self.lines), -1)

    @cached_property
    def foot(self) -> dict[int, str]:
        """Whole views of the long lines among a page's last, where they are no longer than ``FOOT``."""
        last = ((i, self.lines[i].text) for i in self.solid[-EDGE:] if self.views[i])
        return {i: view(text) for i, text in last if len(text) <= FOOT and is_long(text)}

    def in_head(self, i: int) -> bool:
        """Before the first prose paragraph, or among the first lines."""
        return i < self.body[0] or self.rank[i] < EDGE

    def in_tail(self, i: int) -> bool:
        """After the last prose paragraph, or among the last lines."""
        return i > self.body[1] or self.rank[i] >= len(self.solid) - EDGE

    def next_solid(self, i: int) -> int:
        """Index of the next line that is not blank, -1 where there is none."""
        k = self.rank[i] + 1
        return self.solid[k] if k < len(self.solid) else -1


def is_long(text: str) -> bool:
    """Whether a line is prose or data, of which rules see the end alone; the targets of links do not count."""
    if len(text) <= LONG or "](" not in text or len(text) > FULL:
        return len(text) > LONG
    return len(view(text)) > LONG


_short = lru_cache(maxsize=4096)(view)


def is_prose(text: str) -> bool:
    """Whether a line reads as a sentence or paragraph rather than a label, a heading or a menu entry.

    Latin scripts: 70 characters or more with a sentence end or a comma; Chinese and Japanese: 25 or more with
    punctuation inside.  Risky for long headlines (few have punctuation) and for legal footers, which rules name first.

    >>> is_prose("The park covers 46 square kilometres east of the old city, with nine sheds.")
    True
    >>> is_prose("Home / News / Industrial parks")
    False
    """
    if len(text) >= 70 and LATIN_PROSE.search(text[:2000]):
        return True
    if text.isascii() or len(text) < 25:
        return False
    return len(HAN_CHARACTER.findall(text[:400])) >= 20 and HAN_PROSE.search(text[:2000]) is not None


def _reads(text: str) -> bool:
    """Whether a line with Markdown links is prose: by its text, and never where that is nearly all links."""
    seen = LINK.sub(r"\1", text)
    return sum(map(len, LINK.findall(text))) < LINKED * len(seen) and is_prose(seen)


def read(lines: Sequence[Line]) -> Page:
    """The page of a document's lines.  Lines inside Markdown code fences are prose with no view: no rule sees them."""
    views, prose, fence = [], [], ""
    for line in lines:
        bare = line.text.strip()
        opens = bare.startswith(FENCES)
        if fence or opens:
            views.append("")
            prose.append(bool(bare))
            if opens:
                fence = "" if bare[:3] == fence else fence or bare[:3]
            continue
        if len(line.text) <= SHORT:
            views.append(_short(line.text))
        else:
            views.append(view(line.text[-TAIL:] if is_long(line.text) else line.text) if bare else "")
        prose.append(_reads(bare[:ENDLESS]) if "](" in bare else is_prose(bare))
    return Page(lines, views, prose)
