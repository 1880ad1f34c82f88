"""What a person's name looks like, in English text and in Chinese; the word lists stand in ``names.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

HAN = "\u3400-\u4dbf\u4e00-\u9fff"
"""Chinese characters, for use inside a regex class."""

TOKEN = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Hon|Engr|Sr|Jr|St)\.|\bH\.E\.|(?<![^\W_])[^\W\d_]\.(?=[\s,A-Z-]))"
    r"|[^\W\d_]+(?:[-‐’'][^\W\d_]+)*|\d+|[^\w\s]"
)
_HUMP = re.compile(r"[^\W\d_A-Z]{4}[A-Z]")  # McDonald and DeVito are names, TwitterLinkedin is none
_POSSESSIVE = ("'s", "’s")
_LONGEST = 5  # tokens of a name, particles and initials among them


class Token(NamedTuple):
    """A word, a number or one punctuation mark of a line, with its place in the line."""

    text: str
    start: int
    end: int


@cache
def words(key: str) -> frozenset[str]:
    """A word list of ``names.toml``, such as ``roles``; English ones are lower case."""
    return frozenset(longest(key))


@cache
def longest(key: str) -> tuple[str, ...]:
    """A word list of ``names.toml``, longest words first: the order for an alternation that must not stop short."""
    data = _data()
    return tuple(sorted({**data["english"], **data["chinese"]}[key].split(), key=lambda word: (-len(word), word)))


@cache
def surnames() -> frozenset[str]:
    """Chinese family names, one character or two, simplified and traditional."""
    data = _data()["chinese"]
    return frozenset("".join(data["surnames"].split())) | frozenset(data["compound_surnames"].split())


@cache
def _data() -> dict[str, dict[str, str]]:
    text = files("parkdocs").joinpath("metadata", "names.toml").read_text("utf-8")
    data: dict[str, dict[str, str]] = tomllib.loads(text)
    return data


@cache
def _stops() -> frozenset[str]:
    return (words("organisation_words") | words("common_words")) - words("particles")


def tokens(text: str) -> list[Token]:
    """Words, numbers and single punctuation marks, in order.

    >>> [t.text for t in tokens("Mr. Li Yong, Director-General")]
    ['Mr.', 'Li', 'Yong', ',', 'Director-General']
    """
    return [Token(m.group(), m.start(), m.end()) for m in TOKEN.finditer(text)]


def is_capital(word: str) -> bool:
    """Whether a word starts with a capital letter (Chinese characters have none)."""
    return word[:1].isupper()


def is_acronym(word: str) -> bool:
    """Whether a word is all capitals, at least two: ``UNIDO``, ``MOFCOM``; the initial ``R.`` is none."""
    return len(word.rstrip(".")) > 1 and word.isupper()


def is_honorific(word: str) -> bool:
    """Whether a word is ``Mr.``, ``Ms``, ``Dr.`` and the like."""
    return word.rstrip(".").lower() in words("honorifics")


def is_name_word(word: str) -> bool:
    """Whether a capitalised word may be part of a person's name: on no list of organisation and common words."""
    if not is_capital(word) or word.endswith(_POSSESSIVE):
        return False
    if len(word) == 2 and word[1] == ".":
        return True  # an initial, though "a" and "i" are words
    if _HUMP.search(word):
        return False  # words that lost the space between them
    low = word.lower().rstrip(".")
    if low in _stops() or low in words("roles"):
        return False
    return not ("-" in low and any(p in words("organisation_words") or p in words("roles") for p in low.split("-")))


def is_name(parts: Sequence[str], shortest: int = 2) -> bool:
    """Whether words make up a person's name: ``shortest`` to four capitalised words, particles aside.

    Seen as ``Wang Shouwen``, ``Tianruo WANG``, ``Gerd Müller``, ``R Iyer``, ``Fouzia van der Berg``.  Names that are
    common words too (``Park Min-jun``) are lost: in this corpus a park is nearly always a park.  Whether a name may be
    all in capitals is left to the caller.

    >>> is_name(["Wang", "Shouwen"]), is_name(["Industrial", "Parks"]), is_name(["Ludwig", "van", "Beethoven"])
    (True, False, True)
    """
    if not parts or len(parts) > _LONGEST or not is_capital(parts[-1]):
        return False
    full = [p for p in parts if p.lower() not in words("particles") or is_capital(p)]
    if not shortest <= len(full) <= 4 or not all(is_name_word(p) for p in full):
        return False
    return any(len(p.rstrip(".")) > 1 for p in full)


def _leads_on(parts: Sequence[Token], at: int, step: int) -> bool:
    """Whether beside a particle a name goes on: with a capital, or with one more particle and a capital."""
    if 0 <= at < len(parts) and parts[at].text in words("particles"):
        at += step
    return 0 <= at < len(parts) and is_capital(parts[at].text)


def run_after(parts: Sequence[Token], at: int) -> int:
    """Index after the run of capitalised words and particles that starts at ``at``; ``at`` where there is none."""
    end = at
    while end < len(parts) and end - at <= _LONGEST:
        word = parts[end].text
        inner = end > at and word in words("particles") and _leads_on(parts, end + 1, 1)
        if not inner and not (is_capital(word) and (word[-1].isalpha() or word.endswith("."))):
            break
        end += 1
        if word.endswith(_POSSESSIVE):
            break
    return end


def run_before(parts: Sequence[Token], end: int) -> int:
    """Index of the first word of the run of capitalised words and particles that stops before ``end``."""
    start = end
    while start > 0 and end - start <= _LONGEST:
        word = parts[start - 1].text
        inner = start < end and word in words("particles") and _leads_on(parts, start - 2, -1)
        if not inner and not is_capital(word):
            break
        if word.endswith(_POSSESSIVE) or is_honorific(word):
            break
        start -= 1
    return start


_ZH_LATIN = re.compile(rf"[{HAN}]{{1,6}}(?:[·•・‧][{HAN}]{{1,8}}){{1,4}}")


def is_chinese_name(text: str) -> bool:
    """Whether Chinese characters make up a person's name: family name first, two to four characters, or a foreign
    name with its dot.

    >>> is_chinese_name("许曼"), is_chinese_name("欧阳娜娜"), is_chinese_name("综合"), is_chinese_name("格尔德·穆勒")
    (True, True, False, True)
    """
    if _ZH_LATIN.fullmatch(text):
        return True
    if not 2 <= len(text) <= 4 or any(not ("\u3400" <= c <= "\u9fff") for c in text):
        return False
    return text[:2] in surnames() if len(text) == 4 else text[0] in surnames() or text[:2] in surnames()
