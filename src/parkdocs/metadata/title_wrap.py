"""Running text that was broken into lines of one width: its first lines are no titles, however they may look."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parkdocs.metadata import title_lines
from parkdocs.metadata.source_lines import SourceLine
from parkdocs.metadata.title_shape import clean, is_prose, width

LOOK = 8  # lines of a paragraph that are looked at
NARROWEST, WIDEST = 45, 160  # widths at which text is broken
SLACK = 0.85  # share of the widest line that a full one has at least, with the word that found no room in it
_ENDS = re.compile(r"[.!?:;。！？：；…|][”\"’)」』]?$")
_GOES_ON = re.compile(r"[a-zß-öø-ÿа-яё]+(?:['’-]\w+)*[,;]?(?:\s|$)")
_BREAK = re.compile(r"(?<!\b[A-Z][a-z])(?<!\bMrs)[a-z)\d]\.[”\"’)]?\s+[A-Z“\"]")  # not "Dr. Qazi"
_LEADS_ON = re.compile(
    r"\b(?:an?|the|of|on|in|at|to|by|for|from|with|and|or|that|which|said|its?|is|are|was|were|has|have|had)$"
)
_MARKED = re.compile(r"[#*•|+-]|\d{1,3}[.)]")
_HAN = re.compile(r"[\u3400-\u9fff]$")


def goes_on(lines: Sequence[SourceLine], at: int) -> bool:
    """Whether line ``at`` is running text that the next one goes on with, no blank line between them.

    The next line begins with a small letter, or the line ends in a small word, or holds the end of a sentence and the
    beginning of another; and the next word had no room in it.  Chinese has no small letters: there the lines are of
    one width.  Safe: a headline above its text is narrower than that, or its text is not broken.  Risky where a
    headline is just as wide as the text, and its deck begins in small letters.

    >>> text = ["The zone was set up in the year 2015. Its chair, Abdel", "Rahim Qazi, said that it had forty firms."]
    >>> title = ["Zone has forty firms", "the zone was set up in the year 2015 and has had a board", "since that year."]
    >>> [goes_on([SourceLine(i, x, "") for i, x in enumerate(block)], 0) for block in (text, title)]
    [True, False]
    """
    if not _follows(lines, at) or _ENDS.search(lines[at].text) or title_lines.is_byline(lines[at + 1].text):
        return False
    first, second = clean(lines[at].text), clean(lines[at + 1].text)
    han = _HAN.search(first)
    sentence = han or _GOES_ON.match(second) or _LEADS_ON.search(first) or _BREAK.search(first)
    if not sentence or not second or title_lines.names_document(first):
        return False  # Minutes of the third meeting / held in the canteen.
    block = _block(lines, at)
    widths = [width(text) for text in block]
    if not NARROWEST <= max(widths) <= WIDEST or not is_prose(" ".join(block)):
        return False
    if han:
        full = widths[: max(2, len(widths) - 1)]
        return len(block) > 2 and max(full) - min(full) <= 4
    return widths[0] + 1 + width(second.split()[0]) >= SLACK * max(widths)


def _follows(lines: Sequence[SourceLine], at: int) -> bool:
    """Whether a line of text stands right below line ``at``: both kept, none of a list or a heading."""
    pair = lines[at : at + 2]
    return (
        len(pair) == 2
        and pair[1].number == pair[0].number + 1
        and not any(line.kind or _MARKED.match(line.text) for line in pair)
    )


def _block(lines: Sequence[SourceLine], at: int) -> list[str]:
    """The kept lines from ``at`` on that follow each other; none of them is a list's or a heading's."""
    last = at
    while last + 1 < min(at + LOOK, len(lines)) and _follows(lines, last):
        last += 1
    return [clean(line.text[: WIDEST + 1]) for line in lines[at : last + 1]]
