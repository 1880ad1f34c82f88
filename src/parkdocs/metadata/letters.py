"""The letters of a text, counted and taken apart at the least cost: units of at most a line, words, characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from operator import itemgetter

from parkdocs.metadata.scripts import EAST_ASIAN, SHARED

UNIT = 600  # characters: a line longer than this is read in pieces
OPENING = 400  # characters of a unit in which its first words are looked for

OTHER = re.compile("[^\x00-\u02af\u1e00-\u1eff\u2000-\u2bff]")
"""A character that is neither Latin nor a mark that Latin text uses; most units of most corpora have none."""
NOT_CHINESE = re.compile(
    f"[^{EAST_ASIAN['han']}\x00-\x7f\u00a0-\u00bf\u2000-\u27ff\u3000-\u3004\u3008-\u3020\uff01-\uff20\uff3b-\uff40]"
)
HAN = re.compile(f"[{EAST_ASIAN['han']}]+")
_WORDS = re.compile(f"[{SHARED['latin']}]+")
_WIDE = re.compile("[\u0100-\u02af\u1e00-\u1eff]+")
_NOT_WIDE = bytes(n for n in range(256) if not (0xC4 <= n <= 0xCA or n == 0xE1))
"""All but the bytes that ``_WIDE`` begins with in UTF-8: to look for these takes a third of the time."""
_MARKS = bytes(n for n in range(256) if not _WORDS.match(chr(n)))
_MARKS_OF_LINES = _MARKS.replace(b"\n", b"")
_PIECE = re.compile(rf"[^\r\n]{{1,{UNIT}}}")


def units(text: str) -> Iterator[tuple[int, str, int]]:
    r"""Lines that are not empty, longer ones in pieces, with their offsets and how many of their letters are Latin.

    The letters of Western Europe are counted for all lines at once.

    >>> list(units("Park 2\n\nöffnet\r\n!")), [len(unit) for _, unit, _ in units("x" * 700)]
    ([(0, 'Park 2', 4), (8, 'öffnet', 6), (16, '!', 0)], [600, 100])
    """
    if "\r" in text:
        yield from ((m.start(), m.group(), latin_letters(m.group())) for m in _PIECE.finditer(text))
        return
    lines = text.split("\n")
    counts = list(map(len, text.encode("latin-1", "ignore").translate(None, _MARKS_OF_LINES).split(b"\n")))
    if not text.isascii() and text.encode("utf-8", "ignore").translate(None, _NOT_WIDE) and _WIDE.search(text):
        counts = [n + sum(map(len, _WIDE.findall(line))) for n, line in zip(counts, lines, strict=True)]
    sizes = list(map(len, lines))
    starts = accumulate(sizes, lambda at, size: at + size + 1, initial=0)
    if max(sizes) <= UNIT:
        yield from filter(itemgetter(1), zip(starts, lines, counts, strict=False))
        return
    for start, line, count in zip(starts, lines, counts, strict=False):
        if len(line) > UNIT:
            for at in range(0, len(line), UNIT):
                piece = line[at : at + UNIT]
                yield start + at, piece, latin_letters(piece)
        elif line:
            yield start, line, count


def ascii_letters(text: str) -> int:
    """How many of a text's characters are letters from A to Z."""
    return len(text.encode("ascii", "ignore").translate(None, _MARKS))


def latin_letters(text: str) -> int:
    """How many of a text's characters are Latin letters.

    >>> latin_letters("Öffnet der Park – 2023?"), latin_letters("Łódź 2")
    (13, 4)
    """
    return len(text.encode("latin-1", "ignore").translate(None, _MARKS)) + sum(map(len, _WIDE.findall(text)))


def latin_words(text: str, most: int) -> list[str]:
    """The first different words in Latin letters, *most* at most; a long text is looked through only where it must be.

    >>> latin_words("The park, the other park", 3)
    ['The', 'park', 'the']
    """
    opening = text.find(" ", OPENING)
    found = list(dict.fromkeys(_WORDS.findall(text, 0, opening))) if opening > 0 else []
    if len(found) < most:
        found = list(dict.fromkeys(_WORDS.findall(text)))
    return found[:most]
