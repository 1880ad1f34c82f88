"""The vocabulary of walls and previews: families of words, of which a notice has two or more.

The words stand in ``wallwords.toml``, by family and script; they were gathered from pay walls, feeds and
document-sharing sites in the languages of the rule packs.  They are read in a folded form of a line.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

LONGEST = 240
NAMES = ("gate", "left", "rest", "read")
PINYIN = re.compile(r"\([a-z\u00e0-\u01dc]{1,7}\)")
LOOKAROUND = re.compile(r"\(\?<?![^()]*\)|\\b")


class _Family(NamedTuple):
    """A fast search that lets too much through, and the exact one that few lines need."""

    name: str
    first: Any
    exact: re.Pattern[str]


def fold(text: str) -> str:
    """The first 240 characters as the words are read: NFKC, lower case, inserted pinyin dropped."""
    folded = unicodedata.normalize("NFKC", text[:LONGEST]).casefold()
    return PINYIN.sub("", folded) if "(" in folded else folded


@cache
def _families() -> tuple[tuple[_Family, ...], re.Pattern[str], re.Pattern[str]]:
    """The families, the pattern of other matters, and that of payment.

    re2 looks first, a hundred times faster on lines that hold no such word; it knows no look-around, and word ends only
    in ASCII, so both are left out of what it sees, which only makes it find more.
    """
    import re2

    options = re2.Options()
    options.max_mem = 4 << 20
    words = tomllib.loads(files("parkdocs").joinpath("wallwords.toml").read_text("utf-8"))
    joined = {name: "|".join(word for script in words[name].values() for word in script) for name in words}
    return (
        tuple(
            _Family(name, re2.compile(LOOKAROUND.sub("", joined[name]), options), re.compile(joined[name]))
            for name in NAMES
        ),
        re.compile(joined["other"]),
        re.compile(joined["pay"]),
    )


def families(text: str) -> frozenset[str]:
    """The families that a line's words belong to: ``read``, ``rest``, ``gate``, ``left``; none for other matters.

    Newsletters, comments, cookies and rights are other matters: their lines use the same verbs on whole texts.

    >>> sorted(families("Log in to read the full story")), sorted(families("剩餘部分請下載查看"))
    (['gate', 'read', 'rest'], ['gate', 'left', 'read', 'rest'])
    >>> sorted(families("Sign up for our newsletter to read the full story"))
    []
    """
    known, other, _ = _families()
    folded = fold(text).encode("utf-8", "replace").decode("utf-8")
    found = frozenset(f.name for f in known if f.first.search(folded) and f.exact.search(folded))
    return frozenset() if found and other.search(folded) else found


def is_of_other_matters(text: str) -> bool:
    """Whether a line speaks of newsletters, comments, cookies, rights and the like.

    >>> is_of_other_matters("Sign up for our newsletter"), is_of_other_matters("The park opened in May.")
    (True, False)
    """
    return _families()[1].search(fold(text)) is not None


def is_about_paying(text: str) -> bool:
    """Whether a short line speaks of subscription, membership or buying: the narrow kind of gate.

    >>> is_about_paying("Then $19 a month. Cancel at any time."), is_about_paying("Scan the code to follow us")
    (True, False)
    """
    return len(text) <= 80 and _families()[2].search(fold(text)) is not None
