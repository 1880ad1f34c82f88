"""How strongly a line says that there is more than it shows: what it asks of the reader, and for which text.

Wordings never end, so none is listed whole.  A notice is known by the families of words that meet in it (an act, for
whom, the rest, this text, a part only) and by its having next to no other words: "Log in to read the rest" has none,
"Log in to the portal to read the water meter" has two.  Words stand in ``appeals.toml``.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from parkdocs.wallwords import LOOKAROUND, PINYIN

NAMES = ("act", "who", "deny", "whole", "rest", "this", "left", "end", "on", "see", "you", "where", "barred", "alien")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
ELSEWHERE = re.compile(r"[\u0370-\u1dff\u3040-\uffff]")
HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
PROPER = re.compile(r"[《〈「『“\"][^《》〈〉「」『』“”\"]{1,40}[》〉」』”\"]")
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=\W?[A-ZÀ-ÞА-Я\d])|(?<=[。！？；])|\s{3,}|[|·•]")
BRACKETED = re.compile(r"[\[(（【<〈]{1,2}[^()（）\[\]【】]{1,40}[\])）】>〉]{1,2}")
SURE, MOST_SENTENCES, MOST_STRANGE, LONGEST = 4, 6, 4, 400
LADDER: tuple[tuple[int, tuple[str, ...]], ...] = tuple(
    (score, tuple(wanted.split()))
    for score, several in (
        (4, "left end|left act|left whole|whole act see|whole act you|whole act who|whole act deny|whole who deny"),
        (4, "whole who see|this act deny|this act see you|this who deny|on act see|on who|on whole you"),
        (4, "rest see you|rest see this|whole where|barred this|barred whole|barred see you"),
        (3, "on act|on rest|who deny|barred who|on this|rest deny|whole see you"),
        (2, "left|on see you|whole act|whole see|whole deny|this act you|this deny you|barred"),
        (1, "on|whole"),
    )
    for wanted in several.split("|")
)


class _Words(NamedTuple):
    """Compiled families (a fast search that lets too much through, the exact one) and the known words.

    ``openings`` are first letters of words, of which every notice in Latin script has one.
    """

    openings: frozenset[str]
    families: dict[str, tuple[Any, re.Pattern[str]]]
    whole: frozenset[str]
    stems: frozenset[str]
    han: frozenset[str]


@cache
def _words() -> _Words:
    import re2

    options = re2.Options()
    options.max_mem = 4 << 20
    tables = tomllib.loads(files("parkdocs").joinpath("appeals.toml").read_text("utf-8"))
    joined = {name: "|".join(word for script in tables[name].values() for word in script) for name in NAMES}
    known = dict(tables["known"])
    han = frozenset("".join((known.pop("han") + known.pop("kana")).split()))
    words = " ".join(known.values()).casefold().split()
    return _Words(
        frozenset(tables["openings"]["latin"].split()),
        {n: (re2.compile(LOOKAROUND.sub("", joined[n]), options), re.compile(joined[n])) for n in NAMES},
        frozenset(w for w in words if w[-1] != "*"),
        frozenset(w[:-1] for w in words if w[-1] == "*"),
        han,
    )


def strength(text: str) -> int:
    """How surely a line, or one of its sentences, says that there is more of this text: 0 to 4.

    4: by itself, such as "Log in to read the rest"; 3: right below the last paragraph, such as "For subscribers only";
    2: with a second sign, such as "View the full report"; 1: below a sentence that breaks off, such as "See more".
    Safe: a line with more than a few other words has 0, whatever its families.  Risky: a line under a whole text that
    asks for a log-in to "the full report" may mean another text.

    >>> [strength(t) for t in ("Log in to read the rest", "For subscribers only", "Log in to see the water meter")]
    [4, 3, 0]
    """
    clean = text[:LONGEST].strip()
    return _of_line(clean if clean.isascii() else unicodedata.normalize("NFKC", clean))


@lru_cache(5000)
def _of_line(clean: str) -> int:
    """Strength of a folded line; pages of a site say the same again and again."""
    clean = clean.encode("utf-8", "replace").decode("utf-8")
    if not clean or clean[0] in '"“「『' or not _may_tell(clean):
        return 0
    parts = [p for p in SENTENCE.split(clean) if any(c.isalnum() for c in p)][:MOST_SENTENCES]
    whole = _strength(clean)
    return max([whole, *(s for p in parts if (s := _strength(p)) == SURE)]) if len(parts) > 1 else whole


def _may_tell(clean: str) -> bool:
    """A quick look: a word that begins as one of notices does, or a script without such a list."""
    words = clean.casefold().replace("(", " ").replace("[", " ").replace("’", " ").replace("'", " ").split()
    known = _words().openings
    return any(w[:4] in known or w[:3] in known for w in words) or ELSEWHERE.search(clean) is not None


def _strength(text: str) -> int:
    strange, names, total = _strange(text)
    if strange > min(MOST_STRANGE, total // 5):
        return 0
    folded = text.casefold()
    folded = PINYIN.sub("", folded) if "(" in folded and HAN.search(folded) else folded
    found = _Found(folded)
    score = next((score for score, wanted in LADDER if all(map(found.has, wanted))), 0)
    if not score or found.has("alien"):
        return 0
    if score == 2 and found.has("left") and BRACKETED.fullmatch(text):
        score = 3  # "(Excerpt)"
    return max(score - (strange * 12 > total) - (strange * 7 > total) - (names * 3 > total + 2), 0)


class _Found:
    """The families of a text, each looked for when it is asked for."""

    __slots__ = ("known", "text")

    def __init__(self, text: str) -> None:
        self.text, self.known = text, dict[str, bool]()

    def has(self, name: str) -> bool:
        """Whether a word of the family stands in the text."""
        if name not in self.known:
            first, exact = _words().families[name]
            self.known[name] = bool(first.search(self.text) and exact.search(self.text))
        return self.known[name]


def _strange(text: str) -> tuple[int, int, int]:
    """How many words are none of notices (some more are not counted), how many are names, and of how many."""
    text = PROPER.sub("", text)
    if "(" in text and HAN.search(text):
        text = PINYIN.sub("", text)
    words = _words()
    strange = names = total = 0
    han = False
    shout = text.isupper()
    for m in WORD.finditer(text):
        word = m[0]
        if not word.isascii() and HAN.search(word):
            chars = [c for c in word.casefold() if HAN.match(c)]
            total += len(chars)
            strange += sum(c not in words.han for c in chars)
            han = True
        else:
            named = total > 0 and word[0].isupper() and not shout
            total += 1
            if not _is_known(word.casefold().replace("’", "'")):
                names += named
                strange += not named
        if strange > MOST_STRANGE:
            break
    return strange, names, total + (total // 4 if han else 0)  # a Chinese word has two characters


@lru_cache(20_000)
def _is_known(word: str) -> bool:
    words = _words()
    word = word.partition("'")[0] or word
    if word in words.whole or any(word[:n] in words.stems for n in range(2, len(word) + 1)):
        return True
    return "-" in word and all(_is_known(p) for p in word.split("-") if p)
