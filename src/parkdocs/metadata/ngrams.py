"""Naive Bayes over letter n-grams: which of a script's languages a bag of words is written in."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable
from functools import lru_cache, partial
from operator import add
from pathlib import Path
from typing import NamedTuple

STEPS_PER_UNIT, BASE, FIRST = 100, 90, 0x25  # as tools/make_language_profiles.py writes a gain
ZERO = (BASE + 1) * FIRST
FIELD = 32  # bits for a language's sum
SHIFTS = tuple(FIELD * max(code - 65, 0) for code in range(128))
FULL = 3_000_000  # n-grams whose gains a sum can hold: a word has at most four a letter, none is worth more than 900
TELLING = {"cyrillic": (("kk", "қғұәһ", 0.02), ("mn", "өү", 0.02), ("sr", "ђћ", 0.004), ("be", "ў", 0.004))}
"""Languages that have no profile, by letters of their own and the share of a text that these must reach."""

_VIETNAMESE = re.compile("[\u1ea0-\u1eff]")


class Table(NamedTuple):
    """A script's languages, and for each n-gram the gains of the languages that have it, still packed."""

    codes: tuple[str, ...]
    gains: dict[str, str]


class Verdict(NamedTuple):
    """The likeliest language, its lead over the second, and both gains an n-gram (natural logarithm)."""

    code: str
    lead: float
    gain: float


@lru_cache(maxsize=8)
def table(script: str) -> Table:
    """The table of a script (latin, cyrillic, arabic, devanagari), read once: about 10 ms for Latin."""
    path = Path(__file__).parent / "profiles" / f"{script}.txt"
    head, *rows = path.read_text(encoding="utf-8").splitlines()
    return Table(tuple(head.split()), dict(row.split("\t", 1) for row in rows))


class Gains(dict[str, int]):
    """The gains of n-grams, a 32-bit field for each of the script's codes in one integer: ``+`` adds all.

    Unpacked when first asked for; one that the table does not have is worth nothing and is not kept.
    """

    def __init__(self, script: str) -> None:
        super().__init__()
        self.packed = table(script).gains

    def __missing__(self, gram: str) -> int:
        packed = self.packed.get(gram)
        if packed is None:
            return 0
        ascii_codes = packed.encode()
        fields = zip(ascii_codes[::3], ascii_codes[1::3], ascii_codes[2::3], strict=True)
        self[gram] = gains = sum([(BASE * high + low - ZERO) << SHIFTS[code] for code, high, low in fields])
        return gains


@lru_cache(maxsize=8)
def gains_of(script: str) -> Gains:
    """The gains of a script's n-grams."""
    return Gains(script)


@lru_cache(maxsize=16_384)  # 4 MB; a word of running text is met again nine times in ten
def word_gains(script: str, word: str) -> int:
    """Sum of gains of a word's n-grams (1 to 3 letters, with the spaces around it).

    Words in capitals are read in small letters: the profiles know capitals only as first letters, and langdetect, which
    leaves such words out, takes "WORKSHOP REPORT" for German by what little is left.
    """
    return sum(map(gains_of(script).__getitem__, _grams(_normal(word))))


def _normal(word: str) -> str:
    """Spell a word as the profiles do: Romanian cedillas, one Vietnamese letter for all, the Arabic yeh."""
    if len(word) > 1 and word.isupper():
        word = word.lower()
    if word.isascii():
        return word[:40]
    word = word.replace("ș", "ş").replace("ț", "ţ").replace("ی", "ي")
    return _VIETNAMESE.sub("ể", word)[:40]


def _grams(word: str) -> Iterable[str]:
    padded = f"_{word}_"
    pairs = list(map(add, padded, padded[1:]))
    return (*word, *pairs, *map(add, pairs, padded[2:]))


def add_up(script: str, words: Iterable[str]) -> int:
    """Gains of all words together."""
    return sum(map(partial(word_gains, script), words))


def judge(script: str, gains: int, grams: int) -> Verdict:
    """The best code for summed gains of ``grams`` n-grams; ("und", 0, 0) where there is nothing to judge by.

    >>> words = "the park opened its gates to the first tenants".split()
    >>> judge("latin", add_up("latin", words), 3 * sum(map(len, words))).code
    'en'
    """
    if not gains or grams <= 0:
        return Verdict("und", 0.0, 0.0)
    codes = table(script).codes
    fields = struct.unpack(f"<{len(codes)}I", gains.to_bytes(len(codes) * FIELD // 8, "little"))
    second, best = sorted(fields)[-2:]
    unit = grams * STEPS_PER_UNIT
    return Verdict(codes[fields.index(best)], (best - second) / unit, best / unit)  # codes stand in their order


def without_profile(script: str, words: Iterable[str]) -> str:
    """A language that only its own letters give away (Kazakh, Mongolian, Serbian ...), or ""."""
    text = "".join(words).lower()
    for code, letters, share in TELLING.get(script, ()):
        if sum(map(text.count, letters)) > len(text) * share:
            return code
    return ""
