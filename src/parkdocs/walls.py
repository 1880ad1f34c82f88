"""Lines that keep the rest of the text back: what ``completeness`` calls a sure notice is no part of the text.

Rules know the phrases of many sites and the labeller the look of chrome; a wall in a site's own words ("That was our
taster; the rest is for members") has neither.  Safe: a notice is sure by its words and its place, or by a second sign,
as ``notices.find`` says, which calls none of 805 whole pages cut.  Risky for a text whose own last line announces the
next part of a serial.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parkdocs.lines import Line, RemovedLine

WALL = "complete/wall"
PARAGRAPH = 200
"""Bytes of a last line below which nothing can be kept back: three rows of English, 66 Chinese characters."""


def lines(page: Sequence[Line], taken: Mapping[int, tuple[str, str]]) -> list[int]:
    r"""Indexes of lines that are sure notices; ``taken`` maps those that go already to rule and kind.

    >>> from parkdocs.lines import split
    >>> lines(split("The new gate opened in May, and forty lorries a day now pass\n\nLog in to read the rest\n"), {})
    [2]
    """
    kept = [line for i, line in enumerate(page) if i not in taken]
    last = next((line.text for line in reversed(kept) if line.text and not line.text.isspace()), "")
    if not last or len(last) > PARAGRAPH or len(last.encode("utf-8", "replace")) > PARAGRAPH:
        return []
    from parkdocs import notices  # most texts end in a paragraph, and need none of its words

    removed = [RemovedLine(page[i].number, page[i].text, *taken[i]) for i in sorted(taken) if page[i].text.strip()]
    told = notices.of_text(kept, removed).told
    if not told.sure:
        return []
    numbers = {sign.line for sign in told.signs if sign.kind == "notice" and sign.rule == WALL}
    return [i for i, line in enumerate(page) if line.number in numbers and i not in taken and line.text.strip()]
