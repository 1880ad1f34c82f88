"""Countries that the text names, with their ISO 3166-1 codes."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from parkdocs.lines import clean_lines
from parkdocs.metadata.names import is_acronym, is_capital, is_name_word, words
from parkdocs.model import Document, Edit, Evidence, Place

_LATIN = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_WORD = re.compile(rf"[{_LATIN}]+")
_CAPITALISED = re.compile(rf"[A-Z\u00c0-\u024f\u1e00-\u1eff][{_LATIN}]*")
_GOES_ON = re.compile(rf"[{_LATIN}0-9]")
_AFTER = re.compile(r"[ \xa0]([^\W\d_]+)")
_BEFORE = re.compile(r"([^\W\d_]+)[ \xa0]$")
_OF = re.compile(r"([^\W\d_]+) of (?:the )?$")
_DE = re.compile(r"([^\W\d_]+) (?:d[aeou]s?|del|de la|de l['’]|d['’]|ng) ?$")
_US_IS_WE = re.compile(
    r"(?:contact|about|follow|join|with|to|tell|support|let|for|help|find|email|call|write|give)[ \xa0]$", re.IGNORECASE
)
_IN_NAME = "(?:(?![的了在和与與及是有对對将將向从從])[\u3400-\u9fff])"
_OWN_NAME = re.compile(
    rf"{_IN_NAME}{{2,5}}(?:[报報网網](?![告道名考络絡])|日[报報])|{_IN_NAME}{{1,8}}(?:[协協][会會]|[学學][会會]|[联聯]合[会會]|商[会會])"
)
_MOST = 2_000_000  # characters of a text that are looked at

_OTHER = frozenset(["de", "es", "fil", "fr", "id", "it", "ms", "nl", "pl", "pt", "tr", "vi"])

Names = dict[str, list[tuple[str, str]]]
"""First word (English) or first character (Chinese) to names with codes, longest name first."""


def fill(doc: Document) -> Document:
    """Return the document with ``places``: one record a country, at its first mention in the clean text.

    Countries only, and only where a text names them: a demonym (``Chinese``) names none, nor does a country's name that
    is part of a compound or of an organisation's name (``China Federation of …``, ``Bank of China``, ``UNIDO-China``).
    ``Ministry of Commerce of China`` and ``China's`` do.  Menus are not read: a list of countries in a site's
    navigation says nothing.  Codes that ISO 3166-1 does not assign (Kosovo's, the EU's) are left out.

    >>> text = "Officials from the Philippines, Laos and Papua New Guinea met the China Federation of Industry."
    >>> [(p.name, p.country) for p in fill(Document("i", "s", text, text)).metadata.places]
    [('Philippines', 'PH'), ('Laos', 'LA'), ('Papua New Guinea', 'PG')]
    """
    found, evidence = _found(doc)
    metadata = doc.metadata._replace(places=tuple(found.values()), evidence=(*doc.metadata.evidence, *evidence))
    return doc._replace(metadata=metadata)


_last: tuple[str, tuple[Edit, ...], str, dict[str, Place], list[Evidence]] | None = None


def _found(doc: Document) -> tuple[dict[str, Place], list[Evidence]]:
    """Places by code, with evidence; the last answer is kept, because contacts ask for the countries too."""
    global _last  # noqa: PLW0603 - one assignment of one tuple
    known, language = _last, doc.metadata.language
    if known and known[0] is doc.text and known[1] is doc.edits and known[2] == language:
        return known[3], known[4]
    found: dict[str, Place] = {}
    evidence: list[Evidence] = []
    left = _MOST
    first_words = _first_words(doc.text[:_MOST], _other(language))
    for line in clean_lines(doc):
        if left <= 0:
            break
        text = line.text[:left]
        left -= len(line.text) + 1
        latin = any(map(text.__contains__, first_words))
        for name, country, rule in mentions(text, language, latin=latin) if latin or not text.isascii() else ():
            if country not in found:
                found[country] = Place(name, country, line.number)
                evidence.append(Evidence("places", line.number, rule))
    _last = (doc.text, doc.edits, language, found, evidence)
    return found, evidence


def mentions(text: str, language: str = "en", *, latin: bool = True) -> list[tuple[str, str, str]]:
    """Names as printed, codes and rules of the countries a line names, in order; names in Latin letters if *latin*.

    A text in another language that is written in Latin letters is read with that language's names beside the English.

    >>> mentions("Turkey and Chad; Michael Jordan ate turkey in New Jersey.")
    [('Turkey', 'TR', 'place/country-en'), ('Chad', 'TD', 'place/country-en')]
    >>> mentions("来自印度尼西亚、老挝的代表参观了内蒙古。")
    [('印度尼西亚', 'ID', 'place/country-zh'), ('老挝', 'LA', 'place/country-zh')]
    >>> mentions("Le Tchad et la Banque du Maroc", "fr")
    [('Tchad', 'TD', 'place/country-fr')]
    """
    own = _other(language)
    found = [
        (at, name, code, f"place/country-{own or 'en'}") for at, name, code in (_latin(text, own) if latin else ())
    ]
    if not text.isascii():
        found += [(at, name, code, "place/country-zh") for at, name, code in _chinese(text)]
    return [(name, code, rule) for _, name, code, rule in sorted(found)]


def _other(language: str) -> str:
    """The language whose names are read beside the English; "" where there is none."""
    return language if language in _OTHER else ""


def _first_words(text: str, language: str) -> list[str]:
    """First words of countries' names that a text holds: a line with none of them names no country in Latin letters."""
    names = _names_in(language)
    found = [word for word in set(_CAPITALISED.findall(text)) if word in names]
    return found + [word for word in _small_words(language) if word in text]


@cache
def _small_words(language: str) -> tuple[str, ...]:
    """First words of countries' names that do not start with a capital: ``mainland``."""
    return tuple(word for word in _names_in(language) if not _CAPITALISED.match(word))


def is_country(name: str) -> bool:
    """Whether a name, as printed, is a country's name in English or Chinese.

    >>> is_country("Sri Lanka"), is_country("老挝"), is_country("Lan Chi")
    (True, True, False)
    """
    word = _WORD.match(name)
    known = _names_in("").get(word.group(), []) if word else []
    return any(name == n for n, _ in (*known, *_chinese_names().get(name[:1], [])))


def _latin(text: str, language: str) -> Iterator[tuple[int, str, str]]:
    names, shout, end = _names_in(language), text.isupper(), 0
    for m in _WORD.finditer(text):
        if m.start() < end or m.group() not in names:
            continue
        for name, code in names[m.group()]:
            stop = m.start() + len(name)
            if text.startswith(name, m.start()) and not _GOES_ON.match(text, stop):
                end = stop
                if _names_country(text, m.start(), stop, name, shout=shout):
                    yield m.start(), name, code
                break


def _names_country(text: str, start: int, end: int, name: str, *, shout: bool) -> bool:
    """Whether the words around a country's name leave it a country."""
    before, after = text[max(0, start - 40) : start], text[end : end + 40]
    if (before[-1:] in ("-", "–", "/", "@", ".", "_") and before[-2:-1].isalnum()) or (
        after[:1] in ("-", "–", "@", "_") and after[1:2].isalpha()
    ):
        return False
    word = _BEFORE.search(before)
    previous = word.group(1) if word else ""
    if previous in _not("english_before") or (name == "US" and (shout or _US_IS_WE.search(before))):
        return False
    if name in _not("english_ambiguous") | _not("other_ambiguous") and is_name_word(previous):
        return False
    of = _OF.search(before) or _DE.search(before)
    if of and of.group(1) in _not("organisation_of"):
        return False
    follower = _AFTER.match(after)
    return not (follower and _goes_on(follower.group(1), shout=shout))


def _goes_on(word: str, *, shout: bool) -> bool:
    """Whether the word after a country's name makes an organisation, event or person of both."""
    low = word.lower()
    if low in _not("english_after"):
        return True
    if shout:
        return low in words("organisation_words")
    return (
        is_capital(word)
        and low not in words("roles")
        and low not in ("and", "or", "to", "in", "on", "for", "with", "is")
        and not is_acronym(word)
    )


def _chinese(text: str) -> Iterator[tuple[int, str, str]]:
    names = _chinese_names()
    first = _first_characters()
    end = 0
    for m in first.finditer(text):
        at = m.start()
        if at < end:
            continue
        for name, code in names[m.group()]:
            if text.startswith(name, at):
                end = at + len(name)
                if _is_chinese_mention(text[max(0, at - 1) : at], text[end : end + 10], name):
                    yield at, name, code
                break


def _is_chinese_mention(before: str, after: str, name: str) -> bool:
    data = _data()["not"]
    if before in data["chinese_before"] and name.startswith("蒙"):
        return False
    if after.startswith(tuple(data["chinese_after"])) or _OWN_NAME.match(after):
        return False
    for blocked, left, right in data["chinese_blocks"]:
        if name == blocked and ((before and before in left) or (after and after[0] in right)):
            return False
    return True


@cache
def _not(key: str) -> frozenset[str]:
    return frozenset(_data()["not"][key].split())


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(files("parkdocs").joinpath("metadata", "places.toml").read_text("utf-8"))


@cache
def _names_in(language: str) -> Names:
    """English names, and those of another language where one is given, by first word, longest first."""
    data, pairs, out = _data(), dict[str, str](), Names()
    for locale in ["en", language] if language else ["en"]:
        for code, name in _territories(locale):
            if len(code) == 2 and code.isalpha() and code not in _not("codes"):
                for variant in _variants(name):
                    pairs[variant] = code
        for code, names in data["english" if locale == "en" else locale].items():
            pairs |= dict.fromkeys((v for name in names for v in _variants(name)), code)
    for name, code in sorted(pairs.items(), key=lambda item: (-len(item[0]), item[0])):
        word = _WORD.match(name)
        if word and "(" not in name and " - " not in name and (not language or name not in _not("other")):
            out.setdefault(word.group(), []).append((name, code))
    return out


def _territories(locale: str) -> list[tuple[str, str]]:
    """Codes and names of the countries and areas in one language.

    babel keeps all it knows of a language, some megabytes, and only the names are asked of it, once: the rest goes.
    """
    from babel import Locale, localedata

    names = list(Locale.parse(locale).territories.items())
    getattr(localedata, "_cache", {}).clear()
    return names


def _variants(name: str) -> set[str]:
    """Spellings of a name: either apostrophe, ``and`` for ``&``, ``Saint`` for ``St.``, no ``SAR China``, capitals."""
    name = name.removesuffix(" SAR China")
    plain = {
        name,
        name.replace("&", "and"),
        name.replace("St.", "Saint"),
        name.replace("&", "and").replace("St.", "Saint"),
    }
    both = {n.replace("’", "'") for n in plain} | {n.replace("'", "’") for n in plain}
    return both | {n.upper() for n in both if len(n) > 3}


@cache
def _chinese_names() -> Names:
    data, out = _data(), Names()
    pairs: dict[str, str] = {}
    for locale in ("zh_Hant", "zh"):
        for code, name in _territories(locale):
            if len(code) == 2 and code.isalpha() and code not in _not("codes"):
                pairs[name] = code
    for code, names in data["chinese"].items():
        pairs |= dict.fromkeys(names, code)
    for name, code in sorted(pairs.items(), key=lambda item: (-len(item[0]), item[0])):
        if name not in _not("chinese"):
            out.setdefault(name[0], []).append((name, code))
    return out


@cache
def _first_characters() -> re.Pattern[str]:
    return re.compile("[" + re.escape("".join(sorted(_chinese_names()))) + "]")
