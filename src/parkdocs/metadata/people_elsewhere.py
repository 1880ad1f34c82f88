"""People with roles in French, Portuguese, Spanish, Vietnamese and Filipino text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from parkdocs.metadata.names import is_honorific, is_name, tokens, words
from parkdocs.metadata.people_english import Role

_WORD = r"[A-ZÀ-ÖØ-ÞĐĂÂÊÔƠƯẠ-Ỹ](?:\.|[\w’'-]+)"
_NAME = rf"{_WORD}(?: (?:d[aeiou]s?|del|van|von|ben|bin|el|al|{_WORD})){{0,4}} {_WORD}|{_WORD} {_WORD}"
_TITLE = r"(?:(?:M\.|Mme|Sr\.|Sra\.|ông|bà) )?"
_PHRASE = r"[^,;:.()«»“”\"\n]{0,80}"
_WINDOW = 4000  # characters of a line that are looked at

LANGUAGES = frozenset(["es", "fil", "fr", "pt", "vi"])
"""Languages with a list of roles in ``names.toml``."""


@cache
def _apposition(language: str) -> re.Pattern[str]:
    return re.compile(rf"({_NAME})(?:, | \(| [–—] )(?:l[ae] |l['’]|el |o |a |ang )?({_roles(language)}{_PHRASE})")


@cache
def _role_first(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"({_roles(language)}{_PHRASE}?)(?:, | )(?:M\.|Mme|Mr\.|Sr\.|Sra\.|ông|bà)? ?({_NAME})(?=[,.;) ]|$)"
    )


@cache
def _roles(language: str) -> str:
    found = sorted(words(f"roles_{language}"), key=lambda word: (-len(word), word))
    plain = [word.replace("_", " ") for word in found]
    both = [form for word in plain for form in (word, word[:1].upper() + word[1:])]
    return rf"(?<!\w)(?:{'|'.join(map(re.escape, both))})(?!\w)"


@cache
def _anchor(language: str) -> re.Pattern[str]:
    return re.compile(_roles(language))


def read(text: str, language: str) -> Iterator[Role]:
    """Yield the people that a line names with a role, in the order of their names; nothing for other languages.

    Seen as ``Mme Aline Ngo, directrice générale de la zone``, ``Ông Nguyễn Văn Tuấn, Chủ tịch UBND tỉnh``,
    ``disse o diretor-geral, António Sitoe``, ``Kalihim Ramon Dizon``.  The role goes on to the next mark.  Risky
    where a sentence goes on without one; its verb then stands in the role.

    >>> [(p.name, p.role) for p in read("M. Paul Biyong, ministre de l'Industrie, a signé.", "fr")]
    [('Paul Biyong', "ministre de l'Industrie")]
    """
    if language not in LANGUAGES or not _anchor(language).search(text := text[:_WINDOW]):
        return
    found: dict[int, Role] = {}
    for m in _apposition(language).finditer(text):
        _add(found, m.start(1), m.group(1), m.group(2), language)
    for m in _role_first(language).finditer(text):
        _add(found, m.start(2), m.group(2), m.group(1), language)
    yield from (found[at] for at in sorted(found))


def _add(found: dict[int, Role], at: int, name: str, role: str, language: str) -> None:
    """Keep a name that holds nothing but a name, without the honorific before it."""
    parts = [t for t in tokens(name) if not (is_honorific(t.text) or t.text in _HONORIFICS)]
    if not parts or not is_name([t.text for t in parts]):
        return
    at += parts[0].start
    role = " ".join(role.split())
    if role.split()[-1].lower() in words("connectors") | words("particles"):
        return
    if at not in found and not any(p.name == name[parts[0].start :] for p in found.values()):
        found[at] = Role(at, name[parts[0].start :], role, "", f"people/role-{language}")


_HONORIFICS = frozenset(["M.", "M", "Mme", "Mlle", "Sr.", "Sra.", "Sr", "Sra", "Ông", "Bà", "Anh", "Chị", "G.", "Gng."])
