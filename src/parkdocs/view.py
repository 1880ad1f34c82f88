"""The normalised view of a line: what rule patterns match, so that one pattern serves every spelling of a phrase.

Rules match in the view and mark in the original; ``view_map`` carries a match back.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

from parkdocs import deferred

ZERO_WIDTH = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
_INITIAL = "(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)"
_FINAL = (
    "(?:a(?:i|ng?|o)?|e(?:i|ng?|r)?|i(?:a(?:ng?|o)?|e|ng?|ong|u)?|o(?:ng|u)?|u(?:a(?:ng?|i)?|e|i|n|o)?|ü(?:e|an|n)?)"
)
_TONE = "[a-zü]{0,3}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]{0,3}"
PINYIN = deferred.pattern(rf"(?<=[\u3400-\u9fff])(?:\((?:{_TONE}|{_INITIAL}{_FINAL})\))+")
HAN = re.compile("[\u3400-\u9fff]")
BLANKS = re.compile(r"\s+")
ENDS = re.compile("^ | $")
BULLETS = re.compile(r"^(?:[•·▪▫■□●○◆◇▶►‣◦⁃∙・] ?|[-*+–] |#{1,6} )+")
LINK = re.compile(r"(?<!!)\[([^\[\]]{1,500})\]\([^()\s]{1,2000}\)")
"""A Markdown link: its text stays, its target goes; images are left as they are, a rule of residue knows them."""
DELETIONS = ((ZERO_WIDTH, ""), (PINYIN, ""), (BLANKS, " "), (ENDS, ""), (BULLETS, ""))
EMPHASIS = ("**", "__", "*", "_")
FIRST_MARKS = frozenset("-*+#_")
WRAPPINGS = 3
"""So many layers of emphasis are taken off; nobody writes more, and hostile input stays linear."""


@lru_cache(maxsize=1)
def simplified() -> dict[int, str]:
    """The traditional-to-simplified table (see the first line of ``packs/t2s.txt``), ready for ``str.translate``."""
    table = (Path(__file__).parent / "packs" / "t2s.txt").read_text(encoding="utf-8")
    _, traditional, simple = table.splitlines()[:3]
    return dict(zip(map(ord, traditional), simple, strict=True))


def view(line: str) -> str:
    """The line in NFKC and simplified Chinese, blanks collapsed; without bullets, Markdown marks and inserted pinyin.

    Case is kept.  Some document sites print the pinyin of a character behind it in parentheses; only runs of lower-case
    letters that read as one syllable go, so units and abbreviations stay.  Zero-width characters go, every other
    white space becomes one blank.  Safe, because nothing is ever written from a view: it only decides what matches.

    >>> view("綠色園區(qū)行業(yè)　　報告：第１頁")
    '绿色园区行业 报告:第1页'
    >>> view("  • **Contact\u00a0us** ")
    'Contact us'
    >>> view("约5公里(km)")
    '约5公里(km)'
    """
    if line.isascii():
        text = " ".join((LINK.sub(r"\1", line) if "](" in line else line).split())
        if not text or text[0] not in FIRST_MARKS:
            return text
        text = BULLETS.sub("", text)
    else:
        text = unicodedata.normalize("NFKC", line)
        if HAN.search(text):
            text = text.translate(simplified())
        if "](" in text:
            text = LINK.sub(r"\1", text)
        if not text.isprintable():
            text = ZERO_WIDTH.sub("", text)
        if "(" in text:
            text = PINYIN.sub("", text)
        text = BULLETS.sub("", " ".join(text.split()))  # as ``DELETIONS`` says, faster
    start, end = _inside(text)
    return text[start:end]


def view_map(line: str) -> tuple[str, list[int]]:
    """The view, and for each of its characters the offset in ``line`` it comes from, plus ``len(line)`` at the end.

    A character of the line that becomes several (``…`` becomes ``...``) stands at one offset; several that compose into
    one stand at the first one's.  ``view_map(line)[0] == view(line)``, always.

    >>> view_map("• 联系 我们")
    ('联系 我们', [2, 3, 4, 5, 6, 7])
    """
    text, places = _normalised(line)
    text = text.translate(simplified())
    text, places = _unlinked(text, places)
    for pattern, new in DELETIONS:
        text, places = _replace(pattern, new, text, places)
    start, end = _inside(text)
    return text[start:end], [*places[start:end], len(line)]


def _unlinked(text: str, places: list[int]) -> tuple[str, list[int]]:
    """Without the targets of links, with the offsets of what stays."""
    parts, kept, at = list[str](), list[int](), 0
    for m in LINK.finditer(text):
        for start, end in ((at, m.start()), m.span(1)):
            parts.append(text[start:end])
            kept += places[start:end]
        at = m.end()
    return "".join(parts) + text[at:], kept + places[at:]


def _inside(text: str) -> tuple[int, int]:
    """Where the text inside wrapping emphasis marks starts and ends."""
    start, end = 0, len(text)
    for _ in range(WRAPPINGS):
        mark = next((m for m in EMPHASIS if text.startswith(m, start, end) and text.endswith(m, start, end)), "")
        inner = text[start + len(mark) : end - len(mark)]
        if not mark or not inner.strip("*_ ") or inner[0] == " " or inner[-1] == " ":
            break
        start, end = start + len(mark), end - len(mark)
    return start, end


def _normalised(line: str) -> tuple[str, list[int]]:
    """NFKC with offsets, by the pieces of the line that normalise on their own."""
    whole, text, places = unicodedata.normalize("NFKC", line), [], []
    for start, piece in _pieces(line):
        normal = unicodedata.normalize("NFKC", piece)
        text.append(normal)
        places += [start] * len(normal)
    if "".join(text) == whole:
        return whole, places
    return whole, [min(i, len(line)) for i in range(len(whole))]  # not known to happen; the view stays right


def _pieces(line: str) -> list[tuple[int, str]]:
    """Cut before every character that neither combines nor composes with what stands before it."""
    out: list[tuple[int, str]] = []
    start = 0
    for i in range(1, len(line)):
        if _starts_piece(line, start, i):
            out.append((start, line[start:i]))
            start = i
    return [*out, (start, line[start:])] if line else []


def _starts_piece(line: str, start: int, i: int) -> bool:
    """Whether the piece that begins at ``start`` ends before ``line[i]``."""
    c = line[i]
    if c.isascii() and line[i - 1].isascii():
        return True
    if unicodedata.combining(unicodedata.normalize("NFKD", c)[0]):
        return False
    before = line[start:i]
    both = unicodedata.normalize("NFKC", before + c)
    return both == unicodedata.normalize("NFKC", before) + unicodedata.normalize("NFKC", c)


def _replace(pattern: re.Pattern[str], new: str, text: str, places: list[int]) -> tuple[str, list[int]]:
    parts: list[str] = []
    kept: list[int] = []
    at = 0
    for m in pattern.finditer(text):
        parts += (text[at : m.start()], new)
        kept += places[at : m.start()]
        kept += places[m.start() : m.start() + len(new)]
        at = m.end()
    return "".join((*parts, text[at:])), [*kept, *places[at:]]
