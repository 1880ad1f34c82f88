"""Spans of names, roles and organisations in the tokens of an English line; ``people_english`` puts them together.

Every function takes the line's tokens and an index among them, looks at a bounded number of tokens, and answers with an
index or with the words as printed.
"""

from __future__ import annotations

from collections.abc import Sequence

from parkdocs.metadata.company_forms import form_end, has_form
from parkdocs.metadata.names import (
    Token,
    is_acronym,
    is_capital,
    is_honorific,
    is_name,
    is_name_word,
    run_after,
    run_before,
    words,
)

SEPARATORS = frozenset(",(|–—")
"""Marks between a name and its role: ``Li Wei, Director``, ``Li Wei (Director)``, ``Li Wei | Director``."""

_MOST_ROLE = 40  # tokens of a role with its organisation
_LOWER_RUN = 5  # lower-case words in a row inside a role: "head of the zone authority"
_NOT_BEFORE_NAME = frozenset(["in", "at", "near", "of", "for", "-", "/"])


def role_start(parts: Sequence[Token], r: int) -> int:
    """Index of the first word of the role whose anchor is ``r``: modifiers, acronyms and other roles before it."""
    start = r
    while start and r - start < 7:
        word = parts[start - 1].text
        low = word.lower()
        joined = low in words("modifiers") or low in words("roles")
        proper = (
            is_capital(word)
            and not is_honorific(word)
            and not word.endswith(("'s", "’s", "."))
            and is_capital(parts[r].text)
        )
        if not (joined or (proper and (is_acronym(word) or not is_name_word(word)) and low not in ("the", "a", "an"))):
            break
        start -= 1
    return start + 1 if start < r and parts[start].text == "then" else start


def name_from(parts: Sequence[Token], at: int) -> int:
    """Index after the name that starts at ``at``; 0 where there is none."""
    end = run_after(parts, at)
    run = [p.text for p in parts[at:end]]
    if run and run[-1].endswith(("'s", "’s")):
        run[-1] = run[-1][:-2]
    while len(run) > 2 and run[-1].lower() in words("speech"):
        run.pop()
        end -= 1
    return end if is_name(run) and not all(is_acronym(w) for w in run) else 0


def name_until(parts: Sequence[Token], end: int) -> int:
    """Index of the first word of the name that stops before ``end``; -1 where there is none."""
    start = run_before(parts, end)
    run = [p.text for p in parts[start:end]]
    while len(run) > 2 and (
        run[0].lower() in ("and", "but", "while", "when") or (is_acronym(run[0]) and not is_acronym(run[-1]))
    ):
        run.pop(0)
        start += 1
    titled = start > 0 and is_honorific(parts[start - 1].text)
    if not is_name(run) or (all(is_acronym(w) for w in run) and not titled):
        return -1
    before = parts[start - 1].text.lower() if start else ""
    return -1 if before in _NOT_BEFORE_NAME and not titled else start


def role_at(parts: Sequence[Token], at: int) -> int:
    """Index of the role word of a phrase that starts at ``at`` with articles and modifiers; -1 where none starts."""
    for i in range(at, min(at + 8, len(parts))):
        low = parts[i].text.lower()
        if low in words("roles"):
            return i
        if not (low in words("role_openers") or low in words("modifiers") or is_capital(parts[i].text)):
            return -1
    return -1


def phrase_end(parts: Sequence[Token], at: int) -> int:
    """Index after a role with its organisation: capitalised words, connectors, a few lower-case words after those."""
    end, lower, i = at, 0, at
    while i < len(parts) and i - at < _MOST_ROLE:
        form = form_end(parts, i + (parts[i].text == ",")) if end == i > at else 0
        if form > i + 1:  # "Indus Cathode Co., Ltd.", whose last dot may be the sentence's too
            return form
        word = parts[i].text
        low = word.lower()
        if low in words("speech") or not (word[0].isalpha() or word == "&") or _is_title(word):
            break
        if low == "and" and _ends_role(parts, i + 1):
            break
        if low in words("connectors"):
            lower = lower or -1
        elif is_capital(word):
            end, lower = i + 1, 0
        elif (
            lower
            and lower < _LOWER_RUN
            and not low.endswith("ed")
            and parts[i - 1].text.lower() not in ("and", "to", "on")
        ):
            end, lower = i + 1, max(lower, 0) + 1
        else:
            break
        i += 1
    return end


def _ends_role(parts: Sequence[Token], at: int) -> bool:
    """Whether after "and" something else than the role goes on: a verb, or another person with a role."""
    if at >= len(parts) or not is_capital(parts[at].text) or _is_title(parts[at].text) or _titled(parts, at):
        return True
    end = run_after(parts, at)
    return (
        is_name([p.text for p in parts[at:end]])
        and end < len(parts)
        and parts[end].text in SEPARATORS
        and role_at(parts, end + 1) >= 0
    )


def _titled(parts: Sequence[Token], at: int) -> bool:
    """Whether a role stands at ``at`` with a name right after it: ``Professor Li Ming``."""
    r = role_at(parts, at)
    return r >= 0 and bool(name_from(parts, r + 1))


def _is_title(word: str) -> bool:
    return is_honorific(word) and word.lower() not in words("roles")


def organisation_in(text: str, parts: Sequence[Token], start: int, end: int) -> str:
    """What stands after the last of/for/at/from/in of a role that an organisation, acronym or country can be.

    ``Director of the Institute of Economics of Peking University`` gives ``Peking University``.
    """
    for i in range(end - 2, start - 1, -1):
        word = parts[i].text.lower()
        if word not in ("of", "at", "from") and not (word == "for" and i == start + 1):
            continue
        at = i + 1 + (parts[i + 1].text.lower() == "the" and i + 2 < end)
        run = [p.text for p in parts[at:end]]
        if run[:2] == ["State", "for"]:
            continue  # a Minister of State for Investment belongs to no "State for Investment"
        owner = i == start + 1 and parts[start].text.lower() in words("company_roles") and all(map(is_capital, run))
        name = plain(text, parts, at, end)
        if owner or is_organisation(run) or has_form(name):
            return name
    return ""


def organisation_before(text: str, parts: Sequence[Token], start: int, r: int) -> str:
    """The organisation that a role starts with: ``UNIDO Director General``, ``United Nations Resident Coordinator``."""
    for i in range(r - 1, start, -1):
        if parts[i].text.lower() in words("organisation_heads") and is_capital(parts[start].text):
            return text[parts[start].start : parts[i].end]
    return parts[start].text if start < r and is_acronym(parts[start].text) else ""


def is_organisation(run: Sequence[str]) -> bool:
    """Whether words name an organisation or a country: an acronym, an organisation word, a country's name.

    >>> is_organisation(["UNIDO"]), is_organisation(["Peking", "University"]), is_organisation(["New", "Economics"])
    (True, True, False)
    """
    from parkdocs.metadata.places import is_country

    if any(is_acronym(w) for w in run[:1]) or is_country(" ".join(run)):
        return True
    heads = [w.lower() for w in run]
    cut = next((i for i, w in enumerate(heads) if w in ("of", "for")), len(heads))
    plain = {p for w in heads[: cut or 1] for p in w.split("-")}
    return not plain.isdisjoint(words("organisation_words")) and (
        is_capital(run[0]) or (len(run) < 4 and run[0] not in words("role_openers"))
    )


def organisation_after(text: str, parts: Sequence[Token], at: int) -> str:
    """The organisation in the comma parts after a role: ``, Department of X, Ministry of Y``; up to three parts."""
    first, end = 0, at
    for _ in range(3):
        if end >= len(parts) or parts[end].text not in (",", "|") or end + 1 >= len(parts):
            break
        start = end + 1 + (parts[end + 1].text.lower() == "the")
        stop = phrase_end(parts, start)
        run = [p.text for p in parts[start:stop]]
        if not run or not is_capital(run[0]) or not is_organisation(run) or role_at(parts, start) == start:
            break
        first, end = first or start, stop
    return plain(text, parts, first, end) if first else ""


def plain(text: str, parts: Sequence[Token], start: int, end: int) -> str:
    """The words from ``start`` to ``end`` as printed, spaces made one, a last possessive dropped."""
    name = " ".join(text[parts[start].start : parts[end - 1].end].split())
    return name[:-2] if name.endswith(("'s", "’s")) else name
