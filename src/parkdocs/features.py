"""What the labeller sees of one line alone: its shape and its words, as small integers and plain strings.

Both depend on the line only, so they can be cached: chrome is short and comes again on every page of a site.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import chain, pairwise
from operator import add
from typing import NamedTuple

from parkdocs import deferred

LOOK = 400
"""A longer line is judged by its first so many characters, its last one and its length."""
WIDEST = 2048
ENDLESS = 100_000
"""A longer line is no line of a page; its links are not undone, which would take copies of it."""

EDGES = (2, 4, 6, 8, 10, 13, 16, 20, 25, 31, 38, 46, 56, 70, 90, 115, 150, 200, 280, 400, 700, 1200)
WIDTHS = len(EDGES) + 1


def _steps(edges: Sequence[int], top: int) -> list[int]:
    return [bisect_right(edges, x) for x in range(top + 1)]


def _classes(groups: Mapping[int, str]) -> dict[str, int]:
    return {c: k for k, chars in groups.items() for c in chars}


WIDTH_STEP = _steps(EDGES, WIDEST)
END_LETTER, END_WIDE = 0, 9
ENDS = _classes(
    {
        1: ".。．",
        2: "!?！？…;；",
        3: ":：",
        4: ",，、",
        5: ")）]】》>»→›",
        6: "\"'”’」』",
        7: "0123456789",
        8: "|·•-–—/*+©",
    }
)
START_OTHER, START_WIDE, START_LOWER, START_UPPER = 0, 6, 7, 8
STARTS = _classes({1: "•·-–—*▪●■◆", 2: "0123456789", 3: "\"'“‘「『《", 4: "(（[【", 5: "|>»/←‹<+→#@©"})
SEPARATOR = re.compile(r"[|>»·/•›]")
DIGITS = b"0123456789"
SMALL_OR_BLANK = bytes(c if chr(c).isalpha() and c < 128 else 32 for c in bytes(range(256)).lower())
"""Letters of ASCII in small, all else a blank: what is left are words."""
MOST_WORDS = 24
MOST_PAIRS = 30
"""So many words of a line are read, and so many pairs of characters of a run of Chinese."""
WORD = deferred.pattern(r"[^\W\d_\u3040-\u30ff\u3400-\u9fff]+|[\u3040-\u30ff\u3400-\u9fff]+")
LINK = deferred.pattern(r"!?\[([^\[\]]{0,500})\]\((?:[^()\s]|\([^()\s]{0,100}\)){0,2000}(?: \"[^\"]{0,200}\")?\)")
HEADING = re.compile(r"#{1,6} ")
MARKED = 4
"""The class of a heading among the marks of Markdown; 1 to 3 are shares of links."""


def unlinked(line: str) -> tuple[str, int]:
    """A line as its reader sees it, without the targets of its Markdown links; and its marks as a small class.

    0 none, 1 links of under half its text, 2 under four fifths, 3 more, 4 a heading.  A link around an image is undone
    too; a line of nothing but images without a word stays as it is.

    >>> unlinked("- [About us](/about) | [Jobs](/jobs)"), unlinked("As [he said](/x), the park is full by now.")[1]
    (('- About us | Jobs', 3), 1)
    """
    heading = MARKED if line[:1] == "#" and HEADING.match(line) else 0
    if "](" not in line or len(line) > ENDLESS:
        return line, heading
    text = LINK.sub(r"\1", LINK.sub(r"\1", line)).strip()
    if text == line or not text:
        return line, heading if text else 3
    inside, of = sum(map(len, LINK.findall(line))), len(text) - 2 * (text[0] in "-*+•")
    return text, heading or (1 if inside * 2 < of else 2 if inside * 5 < of * 4 else 3)


class Shape(NamedTuple):
    """One line's form; each field is a small class number (see ``shape``)."""

    script: int
    width: int
    end: int
    start: int
    stops: int
    commas: int
    digits: int
    separators: int
    capitals: int
    symbols: int


def shape(line: str) -> Shape:
    """Return the form of a stripped, non-empty line.

    Width is half of characters plus UTF-8 bytes, which is one for ASCII and two for Chinese without a table lookup a
    character.  Script is 0 Latin, 1 Chinese or Japanese, 2 other.

    >>> shape("Privacy Policy | Terms")
    Shape(script=0, width=8, end=0, start=8, stops=0, commas=0, digits=0, separators=1, capitals=3, symbols=0)
    """
    last, head = line[-1], line[:LOOK]
    n = len(head)
    coded = head.encode("utf-8", "surrogatepass")
    size = len(coded)
    first = head[0]
    wide = size > 2 * n - n // 4 and not ("\x7f" < first < "\u0e00" and first.isalpha())
    start, end = STARTS.get(first), ENDS.get(last)
    if start is None:
        start = _start(first)
    if end is None:
        end = END_WIDE if last > "\u2e80" else END_LETTER
    piece = head
    if n > 160:
        piece = head[:160]
        coded = piece.encode("utf-8", "surrogatepass")
    if wide:
        stops, commas = head.count("。", 0, -1) + head.count("！", 0, -1), head.count("，") + head.count("、")
    else:
        stops, commas = head.count(". ") + head.count("? ") + head.count("! "), head.count(", ")
    return Shape(
        1 if wide else 0 if size < 1.5 * n else 2,
        WIDTH_STEP[min(len(line) * (n + size) // (2 * n), WIDEST)],
        end,
        start,
        stops if stops < 4 else 4,
        commas if commas < 5 else 5,
        _share(len(coded) - len(coded.translate(None, DIGITS)), len(piece)),
        min(len(SEPARATOR.findall(piece)), 3),
        0 if wide else _capitals(piece),
        _symbols(piece),
    )


def _start(first: str) -> int:
    if first > "\u2e80":
        return START_WIDE
    return START_LOWER if first.islower() else START_UPPER if first.isupper() else START_OTHER


def _share(some: int, of: int) -> int:
    """0 none, 1 under a sixth, 2 under a third, 3 under two thirds, 4 more."""
    if not some:
        return 0
    return 1 if some * 6 < of else 2 if some * 3 < of else 3 if some * 3 < of * 2 else 4


def _capitals(piece: str) -> int:
    """Words that begin with a capital: 0 none, 1 one, 2 under half, 3 over half, 4 all, 5 nothing but capitals."""
    if piece.isupper():
        return 5
    words = piece.split()
    some = sum([w[0].isupper() for w in words])
    if some < 2:
        return some
    return 2 if some * 2 < len(words) else 3 if some < len(words) else 4


def _symbols(piece: str) -> int:
    """Bits: 1 an address, 2 a copyright sign, 4 a colon within."""
    address = "@" in piece or "://" in piece or "www." in piece
    return address + 2 * ("©" in piece or "®" in piece) + 4 * (": " in piece or "：" in piece)


def tokens(line: str) -> set[str]:
    """Words of a line: single words, pairs in short lines, two-character pieces of Chinese and Japanese.

    ``^`` marks the first word, ``$`` the last piece, ``=`` a whole short line.  Lines of over 240 characters are read
    for 200.

    >>> sorted(tokens("Read More"))
    ['=read more', '^read', 'more', 'read', 'read more']
    >>> sorted(tokens("上一篇"))
    ['=上一篇', '^上一', '一篇', '一篇$', '上一']
    """
    read = line[:200] if len(line) > 240 else line
    ascii = line.isascii()
    words = read.encode().translate(SMALL_OR_BLANK).decode().split() if ascii else WORD.findall(read.lower())
    if not words:
        return {"="} if len(line) <= 40 else set()
    first = words[0]
    out = set(words[:MOST_WORDS]) if ascii else set(chain.from_iterable(map(_pieces, words[:MOST_WORDS])))
    out.add("^" + (first[:2] if "\u3040" <= first[0] <= "\u9fff" else first))
    if len(line) <= 40:
        out.add("=" + " ".join(words))
    if len(words) <= 8:
        out.update([a + " " + b for a, b in pairwise(words)])
    return out


def _pieces(run: str) -> list[str]:
    """A word as it is, a run of Chinese or Japanese in overlapping pairs."""
    if len(run) == 1 or not "\u3040" <= run[0] <= "\u9fff":
        return [run]
    out = list(map(add, run[:MOST_PAIRS], run[1 : MOST_PAIRS + 1]))
    if len(run) > 2:
        out.append(run[-2:] + "$")
    return out
