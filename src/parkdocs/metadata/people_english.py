"""People with roles in English text: a role word is the anchor, a name beside it makes a person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from parkdocs.metadata.names import Token, is_capital, is_honorific, tokens, words
from parkdocs.metadata.role_phrases import (
    SEPARATORS,
    name_from,
    name_until,
    organisation_after,
    organisation_before,
    organisation_in,
    phrase_end,
    plain,
    role_at,
    role_start,
)

_WORDS = re.compile(r"[^\W_]+")
_ASCII = re.compile("[a-z]+")
_ASCII_WORDS = bytes(ord(c.lower()) if (c := chr(n)).isascii() and c.isalnum() else 32 for n in range(256))
_LINKS = frozenset(["is", "was", "becomes", "became"])
_NAMED = frozenset(["appointed", "named", "elected", "nominated", "designated"])
_PASSIVE = frozenset(["is", "was", "were", "been", "has", "had", "newly", "recently", "re-elected"])


class Role(NamedTuple):
    """A person on a line, before the line's number is known; ``at`` is the name's place in the line."""

    at: int
    name: str
    role: str
    organisation: str
    rule: str


@cache
def anchor() -> re.Pattern[str]:
    """Matches a line that may hold a role, so that other lines cost nothing more."""
    return re.compile(r"(?<![^\W_])(?:" + "|".join(sorted(words("roles"))) + r")(?![^\W_])", re.IGNORECASE)


_PIECE, _LONGEST = 50_000, 40
"""Characters read at a time, and more than a role's word has."""


@cache
def _role_words() -> frozenset[str]:
    """The roles' last words without hyphens: one of them stands wherever a role does."""
    return frozenset(role.rpartition("-")[2] for role in words("roles"))


def parts_in(text: str) -> tuple[str, ...]:
    """Parts of role words that a text holds, in small letters: a line with none of them gives nobody an English role.

    A part is the ASCII beginning of a role's last word, and looked for among the bytes: words of letters and digits.

    >>> parts_in("The Director-General met attachés.")
    ('attach', 'director', 'general')
    """
    found: set[bytes] = set()
    for start in range(0, len(text), _PIECE):  # pieces overlap, and a text without end takes no list of all its words
        piece = text[start : start + _PIECE + _LONGEST].encode("utf-8", "replace")
        found |= _role_parts().intersection(piece.translate(_ASCII_WORDS).split())
    return tuple(sorted(part.decode() for part in found))


@cache
def _role_parts() -> frozenset[bytes]:
    return frozenset(_ASCII.findall(word)[0].encode() for word in _role_words())


def read(text: str) -> Iterator[Role]:
    """Yield the people that a line names with a role, in the order of their names.

    Seen as ``Wang Shouwen, Vice Minister of Commerce of China, expressing…``, ``Director Song Yuyan said``,
    ``President Lu Wenbin of the … Institute``, ``Zou Ciyong, Executive Director, Directorate of X, Wang Xiaojun,``;
    ``the Director of GPIPC, Song Yuyan,`` is read too.  A name is two to four capitalised words on no list of common
    and organisation words; a role without a name, and a name without a role, is no record.  Risky with company names
    made of unlisted words (``Acme Widgets, head of``).

    >>> found = read("Li Fei, the Assistant Minister of the MOFCOM, met Mayor Ana Sol.")
    >>> [(p.name, p.role, p.organisation) for p in found]
    [('Li Fei', 'Assistant Minister of the MOFCOM', 'MOFCOM'), ('Ana Sol', 'Mayor', '')]
    """
    if _role_words().isdisjoint(_WORDS.findall(text.lower())):
        return
    parts = tokens(text)
    found: dict[int, Role] = {}
    for r, token in enumerate(parts):
        if token.text.lower() not in words("roles") or _joined(text, parts, r):
            continue
        person = _title_before(text, parts, r) or _apposition(text, parts, r) or _role_first(text, parts, r)
        if person and person.at not in found:
            found[person.at] = person
    yield from (found[at] for at in sorted(found))


def _joined(text: str, parts: Sequence[Token], r: int) -> bool:
    """Whether the next word belongs to the same role: ``general manager``; the last word stands for both."""
    after = parts[r + 1] if r + 1 < len(parts) else parts[r]
    return after.text.lower() in words("roles") and text[parts[r].end : after.start].isspace()


def _title_before(text: str, parts: Sequence[Token], r: int) -> Role | None:
    """``Director Song Yuyan said``, ``UNIDO Director General LI Yong``, ``Company head Do Van Minh``."""
    at = r + 1
    if at < len(parts) and is_honorific(parts[at].text):
        at += 1
    end = name_from(parts, at)
    if not end or _role_follows(parts, end):
        return None
    after = parts[end].text.lower() if end < len(parts) else ""
    if parts[r].text.lower() in words("weak_roles") and not (after in words("speech") or after in (",", "of", "from")):
        return None
    start = role_start(parts, r)
    role = text[parts[start].start : parts[r].end]
    organisation = ""
    if start and parts[start - 1].text.endswith(("'s", "’s")) and is_capital(parts[start - 1].text):
        organisation = parts[start - 1].text[:-2]
    else:
        organisation = organisation_before(text, parts, start, r)
    if not organisation and end < len(parts) and parts[end].text in ("of", "from"):
        stop = phrase_end(parts, end)
        organisation = organisation_in(text, parts, end, stop)
    return Role(parts[at].start, plain(text, parts, at, end), role, organisation, "people/title-name")


def _role_follows(parts: Sequence[Token], end: int) -> bool:
    """Whether after a name its own role follows (``Professor Ana Sol, Director of X``), not the next person's."""
    r = role_at(parts, end + 1) if end < len(parts) and parts[end].text in SEPARATORS else -1
    return r >= 0 and not name_from(parts, r + 1)


def _apposition(text: str, parts: Sequence[Token], r: int) -> Role | None:
    """``Wang Shouwen, Vice Minister of …``, ``Li Wei (Director, MOFCOM)``, ``Lin Yifu is the Director of …``."""
    start = role_start(parts, r)
    begin = start
    while begin and parts[begin - 1].text.lower() in words("role_openers"):
        begin -= 1
    if (
        begin > 2
        and is_capital(parts[begin - 1].text)
        and parts[begin - 2].text == "the"
        and parts[begin - 3].text in SEPARATORS
    ):
        begin -= 2  # "Lin Mei-hua, the Taiwanese representative"
    begin = _owner(parts, begin)
    link = parts[begin - 1].text if begin else ""
    linked = begin - 1
    if link == "as" or link in _NAMED:
        linked = _named(parts, begin - 1)
    elif link not in SEPARATORS and link not in _LINKS:
        return None
    name = name_until(parts, linked)
    if name < 0 or (link == "as" and linked == begin - 1 and not _before_name(parts, name)):
        return None
    first = next(
        i
        for i in range(begin, start + 1)
        if i == start or parts[i].text.lower() not in ("the", "a", "an", "also", "its", "new")
    )
    stop = phrase_end(parts, r + 1)
    role = text[parts[first].start : parts[stop - 1].end]
    if role.lower() in words("weak_roles"):
        return None
    organisation = organisation_in(text, parts, r, stop) or organisation_after(text, parts, stop)
    organisation = organisation or organisation_before(text, parts, start, r)
    return Role(
        parts[name].start, plain(text, parts, name, linked), " ".join(role.split()), organisation, "people/name-role"
    )


def _owner(parts: Sequence[Token], begin: int) -> int:
    """Index after the mark before an owner: ``Ana Sol, the port authority's director``; else ``begin`` itself."""
    owned = begin and (parts[begin - 1].text.endswith(("'s", "’s")) or parts[begin - 1].text in ("'", "’"))
    for at in range(begin - 1, max(begin - 7, -1), -1) if owned else ():
        if parts[at].text in SEPARATORS:
            return at + 1
    return begin


def _before_name(parts: Sequence[Token], name: int) -> bool:
    """Whether before a name and its honorific somebody is given an office: ``has appointed Mr Robert Steiner``."""
    at = name - 1 - (name > 1 and is_honorific(parts[name - 1].text))
    return at >= 0 and parts[at].text in _NAMED


def _named(parts: Sequence[Token], at: int) -> int:
    """Index after the name before ``as``, ``was appointed`` or ``has been named``; 0 where there is none."""
    if parts[at].text == "as" and at and parts[at - 1].text not in _NAMED:
        return at
    at -= parts[at].text == "as"
    while at > 0 and parts[at].text in _NAMED | _PASSIVE:
        at -= 1
    return at + 1 if at + 1 < len(parts) and parts[at + 1].text in _PASSIVE else 0


def _role_first(text: str, parts: Sequence[Token], r: int) -> Role | None:
    """``the Director of GPIPC, Song Yuyan, said``: a name alone between the role's comma and the next mark or verb."""
    start = role_start(parts, r)
    before = parts[start - 1].text.lower() if start else ""
    if before not in ("the", "by", "with", "its", "their", "his", "her", "our") and not before.endswith(
        ("'s", "’s", "s'", "s’")
    ):
        return None
    stop = phrase_end(parts, r + 1)
    if stop >= len(parts) or parts[stop].text != ",":
        return None
    at = stop + 1 + (stop + 1 < len(parts) and is_honorific(parts[stop + 1].text))
    end = name_from(parts, at)
    after = parts[end].text if end and end < len(parts) else "."
    if start == 1 and parts[0].text == "The" and end and all(p.text == "," for p in parts[end:]):
        return None  # a line of an address: "The Director, Supply Chain Management"
    if not end or not (after in ",.;)" or after.lower() in words("speech")) or role_at(parts, end + 1) >= 0:
        return None
    role = " ".join(text[parts[start].start : parts[stop - 1].end].split())
    return Role(
        parts[at].start, plain(text, parts, at, end), role, organisation_in(text, parts, r, stop), "people/role-name"
    )
