"""What two texts are compared by: folded characters, shingles, and the numbers in their titles.

Near-duplicates are texts whose sets of shingles overlap (Broder 1997): five characters in a row where a script puts no
blanks between words, three words elsewhere.  Five edits in a hundred places leave such texts a Jaccard index near 0.63
and 0.75; pages that merely share a subject stay far below 0.2.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import NamedTuple

UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0eff\u1000-\u109f"
CHARACTER = re.compile(f"[{UNSPACED}]")
WORD = re.compile(r"[^\W_]+")
NUMBER = re.compile(r"[0-9]+|(?<=第)[一二三四五六七八九十百零〇]+")
ORDINALS = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7"}
ORDINALS |= {"eighth": "8", "ninth": "9", "tenth": "10"}
CHARACTERS, WORDS = 5, 3
MOST = 200_000
"""Characters of a text that are compared; what two books differ in behind them, their digest tells."""
MANY = 5
"""A text is taken for one without blanks where one in so many of its letters is of such a script."""
OPENING, OPENED = 100, 200
"""Two texts of ``OPENED`` letters that share the first ``OPENING`` may be a whole and a part of it."""
TITLE = 200


class Prints(NamedTuple):
    """A text's shingles, the letters it opens with ("" for a short one), and the numbers its title names."""

    shingles: frozenset[str]
    opening: str
    numbers: frozenset[str]


def folded(text: str) -> str:
    """NFKC, no case, and nothing but letters and digits in words with one blank between them.

    >>> folded("Ｐａｒｋ  No. 3，开园！")
    'park no 3 开园'
    """
    return " ".join(WORD.findall(unicodedata.normalize("NFKC", text).casefold()))


def digest(fold: str) -> bytes:
    """128 bits of a folded text: the same for texts that differ in case, blanks and punctuation only; b"" for none."""
    plain = fold.replace(" ", "")
    return hashlib.blake2b(plain.encode("utf-8", "replace"), digest_size=16).digest() if plain else b""


def prints(fold: str, title: str) -> Prints:
    """What a folded text is compared by; ``title`` is the one it has, or its first line."""
    head = fold[:MOST]
    letters = head.replace(" ", "")
    if MANY * len(CHARACTER.findall(head)) >= len(letters):
        shingles = frozenset(letters[i : i + CHARACTERS] for i in range(max(len(letters) - CHARACTERS + 1, 1)))
    else:
        words = head.split(" ")
        shingles = frozenset(" ".join(words[i : i + WORDS]) for i in range(max(len(words) - WORDS + 1, 1)))
    opening = letters[:OPENING] if len(letters) >= OPENED else ""
    return Prints(shingles, opening, numbers(title))


def numbers(title: str) -> frozenset[str]:
    """The numbers of a title, as digits, "第六" and the first ten English ordinals.

    >>> sorted(numbers("Parallel session at the 6th CIIE")), sorted(numbers("第五届中国国际进口博览会"))
    (['6'], ['五'])
    """
    head = unicodedata.normalize("NFKC", title[:TITLE]).casefold()
    return frozenset([*NUMBER.findall(head), *(ORDINALS[word] for word in WORD.findall(head) if word in ORDINALS)])


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The Jaccard index of two sets.

    >>> overlap(frozenset("abc"), frozenset("bcd"))
    0.5
    """
    both = len(one & other)
    return both / (len(one) + len(other) - both) if both else 0.0


def share(part: frozenset[str], whole: frozenset[str]) -> float:
    """The share of ``part`` that is in ``whole`` too."""
    return len(part & whole) / len(part) if part else 0.0


def other_edition(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two titles number different things: the fifth expo and the sixth, the reports of two years.

    Each has to name a number that the other does not: a title that was merely cut short is no other edition.
    """
    return bool(one - other) and bool(other - one)
