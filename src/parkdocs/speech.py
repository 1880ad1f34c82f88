"""Lines of speech: what is said under a speaker's name in an interview, a debate or a play."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from parkdocs.shapes import Row

_SPEAKER = re.compile(
    r"(?P<brief>[A-Z](?:[A-Z]{1,3}|(?:\.\s?[A-Z]){0,3}\.?)?|[问答問]|[记記]者|主持人"
    r"|(?i:question|answer|reporter|interviewer))\s?[:：]"
    r"|(?P<name>[A-Z][^\W\d_]+(?:[ -][A-Z][^\W\d_]*\.?){0,3}|[\u3400-\u9fff]{2,4})\s?[:：]"
)
ASKS = frozenset(("q", "question", "问", "問"))
_STEM = re.compile(r"[^\w]")


def find(rows: Sequence[Row]) -> frozenset[int]:
    """Return the lines (``Row.at``) that open with a speaker and a colon, where speakers come again.

    Initials count as soon as they come twice; a name ("Lena Ott: We did.") only where two labels do, for "Case study:
    X" and "Case study: Y" are headings.  Questions ("Q:", "Q1:", 问：) are none: pages set them as headings.

    >>> from parkdocs.shapes import rows
    >>> find(rows(["CR: How long does it take?", "LO: Nine days.", "CR: And then?", "LO: A letter."])) == {0, 1, 2, 3}
    True
    >>> find(rows(["Case study: Ambo", "It grew.", "Case study: Adama", "It shrank."]))
    frozenset()
    """
    said = [(row.at, m) for row in rows if ":" in row.bare[:60] or "：" in row.bare[:60] if (m := _opened(row))]
    times = Counter(_label(m) for _, m in said)
    again = {label for label, n in times.items() if n >= 2}
    brief = any(m["brief"] and _label(m) in again - ASKS for _, m in said)
    if not brief and len(again) < 2:
        return frozenset()
    return frozenset(at for at, m in said if _label(m) in again - ASKS)


def _opened(row: Row) -> re.Match[str] | None:
    return None if row.shape == "I" else _SPEAKER.match(row.bare)


def _label(m: re.Match[str]) -> str:
    return _STEM.sub("", m["brief"] or m["name"]).casefold()
