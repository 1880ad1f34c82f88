"""Short documents for training: a stretch of a clean text between a few lines of chrome, as scrapers leave them.

The lines of chrome are our own (``labeller_lines.txt``), and so are the lines of content that stand in the same places
(a signature, an annex, a date), which must not be taken for chrome.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

LINES = Path(__file__).with_name("labeller_lines.txt")
SECTION = re.compile(r"\[(\w+) (\w+)\]")
HEAD_LINES, TAIL_LINES = (0, 0, 0, 1, 1, 2, 2, 3, 4, 6), (0, 0, 0, 1, 1, 2, 3, 4, 6, 9)
OWN_LINES = (0, 0, 1, 1, 2, 3)
TITLED = 0.8
"""Share of the documents with a title: what stands there may stand in a list of related headlines elsewhere."""
MARKDOWN, LINKED = 0.2, 0.7
"""Share of the documents that are Markdown, and of their lines of chrome that are links."""
LABELLED = tuple[str, str]  # a line and its letter
Bank = Mapping[tuple[str, str], list[str]]


def read_bank(path: Path = LINES) -> dict[tuple[str, str], list[str]]:
    """Lines by (where, language); where is head, tail, related (chrome), above, below (content) or credit."""
    bank: dict[tuple[str, str], list[str]] = {}
    for line in path.read_text("utf-8").splitlines():
        if found := SECTION.fullmatch(line):
            lines = bank.setdefault((found[1], found[2]), [])
        elif line and not line.startswith("# "):
            lines.append(line)
    return bank


def short_document(text: Sequence[str], lang: str, bank: Bank, seed: str) -> list[LABELLED]:
    """A stretch of a clean text with lines of the bank around it."""
    rnd = random.Random(seed)
    solid = [line.strip() for line in text if line.strip()]
    size = rnd.randint(2, 24)
    first = rnd.choice((0, 0, rnd.randrange(max(1, len(solid) - size + 1))))
    body = [(line, "C") for line in solid[first : first + size]]
    if len(body) > 3 and rnd.random() < 0.15:
        body.insert(rnd.randrange(2, len(body)), (rnd.choice(_lines(bank, "tail", lang, rnd)), "X"))
    above = _some(rnd, bank, "above", lang, rnd.choice(OWN_LINES), "C")
    below = _some(rnd, bank, "below", lang, rnd.choice(OWN_LINES), "C")
    above += _some(rnd, bank, "related", lang, int(rnd.random() < TITLED), "C")
    above += _some(rnd, bank, "credit", lang, int(rnd.random() < TITLED / 2), "?")
    head = _some(rnd, bank, "head", lang, rnd.choice(HEAD_LINES), "X")
    tail = _some(rnd, bank, "tail", lang, rnd.choice(TAIL_LINES), "X")
    if tail and rnd.random() < 0.3:
        at = rnd.randrange(1, len(tail) + 1)
        tail[at:at] = _some(rnd, bank, "related", lang, rnd.randint(1, 4), "X")
    if rnd.random() < MARKDOWN:
        head, above, tail = _linked(rnd, head), [(rnd.choice(("# ", "")) + x, y) for x, y in above], _linked(rnd, tail)
    return [*head, *above, *body, *below, *tail]


def _linked(rnd: random.Random, lines: list[LABELLED]) -> list[LABELLED]:
    """Most lines as links of Markdown, in a list or not."""
    bullet = rnd.choice(("", "* ", "- ", "*   "))
    return [(f"{bullet}[{x}](/{rnd.randrange(9999)})", y) if rnd.random() < LINKED else (x, y) for x, y in lines]


def _some(rnd: random.Random, bank: Bank, where: str, lang: str, count: int, letter: str) -> list[LABELLED]:
    """Some lines in the bank's order or in any; at times two or three of them run together in one."""
    lines = _lines(bank, where, lang, rnd)
    if rnd.random() < 0.5:
        at = rnd.randrange(len(lines))
        chosen = lines[at : at + count]
    else:
        chosen = rnd.sample(lines, min(count, len(lines)))
    if letter == "X" and len(chosen) > 2 and rnd.random() < 0.25:
        chosen[:2] = [rnd.choice(("  ", " | ", " ", " / ")).join(chosen[:2])]
    return [(line, letter) for line in chosen]


def _lines(bank: Bank, where: str, lang: str, rnd: random.Random) -> list[str]:
    """The bank's lines in a language; for other languages theirs or, as on many sites, English ones."""
    own = bank.get((where, lang)) or bank.get((where, "other"))
    return own if own and (lang in ("en", "zh") or rnd.random() < 0.6) else bank[where, "en"]
