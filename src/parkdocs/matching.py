"""Finding the entries of a table of contents again among a document's headings."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence

from parkdocs import numbering, shapes

SLIPS = str.maketrans("oilsbz", "011582")
"""Letters that optical recognition takes for digits, and those for them."""
NO_WORD = re.compile(r"[\W_]+")


def key(heading: str) -> str:
    """The letters and digits of a heading, folded: what survives case, hyphens, spaces and dashes.

    >>> key("Agri-business, 2018") == key("AGRIBUSINESS 2018")
    True
    """
    return NO_WORD.sub("", unicodedata.normalize("NFKC", heading[: shapes.LOOK]).casefold())


def keys(heading: str) -> tuple[str, ...]:
    """The key of a heading with and without its number."""
    number = numbering.read(heading)
    rest = key(heading[number.size :]) if number else ""
    return (key(heading), rest) if len(rest) >= 2 else (key(heading),)


def match(entries: Sequence[str], headings: Sequence[str]) -> list[int]:
    """For each entry the index of its heading, or -1; headings are used once, in order, as exactly as possible.

    Exact keys go first, then keys that begin or end alike and differ by a slip (optical recognition, a lost comma, a
    heading cut short).  Safe: only a few candidates of similar text are compared, so time stays linear.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for i in range(len(headings) - 1, -1, -1):
        for k in keys(headings[i]):
            places[k].append(i)
    used: set[int] = set()
    out = [-1] * len(entries)
    for exact in (True, False):
        for e, entry in enumerate(entries):
            for k in keys(entry)[: 1 if exact else 2]:
                while out[e] < 0 and places.get(k):
                    i = places[k].pop()
                    out[e] = -1 if i in used else i
            used.add(out[e])
    _match_alike(entries, headings, out, used)
    return out


def _match_alike(entries: Sequence[str], headings: Sequence[str], out: list[int], used: set[int]) -> None:
    """Fill the gaps of ``out`` with headings that are nearly the same; at most 2,000 comparisons."""
    ends: dict[str, list[int]] = defaultdict(list)
    folded = [key(h)[:200] for h in headings]
    for i, k in enumerate(folded):
        if i not in used and len(k) >= 4:
            for end in {"<" + k[:4], ">" + k[-4:]}:
                if len(ends[end]) < 8:
                    ends[end].append(i)
    budget = 2000
    for e, entry in enumerate(entries):
        k = key(entry)[:200]
        for i in sorted({*ends.get("<" + k[:4], ()), *ends.get(">" + k[-4:], ())}) if out[e] < 0 else ():
            budget -= 1
            if i not in used and budget > 0 and _alike(k, folded[i]):
                out[e] = i
                used.add(i)
                break


def _alike(a: str, b: str) -> bool:
    """Equal but for a slip, or one is the beginning of the other (12 letters, 6 Chinese characters or more)."""
    short, long = sorted((a, b), key=len)
    if shapes.width(short) >= 12 and long.startswith(short):
        return True
    if len(short) >= 6 and a.translate(SLIPS) == b.translate(SLIPS):
        return True
    if len(short) < 6 or len(long) - len(short) > max(2, len(long) // 8) or _digits(a) != _digits(b):
        return False
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    return matcher.real_quick_ratio() > 0.88 and matcher.quick_ratio() > 0.88 and matcher.ratio() > 0.88


def _digits(k: str) -> str:
    return "".join(c for c in k if c.isdigit())
