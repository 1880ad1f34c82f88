"""Bylines of English pages: who wrote, who translated, where a text was taken from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from parkdocs.metadata.byline_chinese import Credit
from parkdocs.metadata.byline_names import DATE, DAY, GLUE, IGNORE, LONGEST_LINE, MONTH, bare_name, leading_names
from parkdocs.metadata.month_names import OTHERS
from parkdocs.metadata.names import (
    HAN,
    is_acronym,
    is_capital,
    words,
)
from parkdocs.metadata.tag_names import AGENCIES

_VERB = (
    r"(?:interview|story|report|written|posted|words|text|article|reported|analysis"
    r"|news|photos and story|submitted|contributed|"
    r"published|compiled|reporting|opinion|prepared|told|retold|tested|walked and written|a (?:poem|story|tale|song))"
)
_BY = re.compile(rf"(?:[(\[*_•|–—-]\s*)?(?:{_VERB}\s+)?by\s?:?\s+", IGNORE)
_WRITTEN_BY = re.compile(r"(?:Written|Posted|WRITTEN|POSTED) (?:by|By|BY) [A-Z][a-z]{2,20}")
_DATE_BY = re.compile(
    rf"(?:(?:posted|published|updated|submitted)?\s*(?:on\s+|:\s*)?{DATE}[^A-Za-z]{{0,12}}(?:[ap]m\s*)?(?:[A-Z]{{2,4}}\s)?[\s,|•·–—-]*)by\s+",
    IGNORE,
)
_MONTHS_ELSEWHERE = "|".join(sorted(OTHERS, key=lambda name: (-len(name), name)))
DATE_ELSEWHERE = (
    rf"(?:\d{{1,2}}(?:er|º|\.)?\s(?:de\s)?(?:{_MONTHS_ELSEWHERE})\s(?:de\s)?\d{{4}}|"
    rf"(?:{_MONTHS_ELSEWHERE})\s\d{{1,2}},\s\d{{4}}|{DATE})"
)
_KIND = (
    r"(?:eine?\s)?(?:kolumne|kommentar|analyse|interview|gastbeitrag|gastkommentar|essay|bericht|reportage|glosse"
    r"|leitartikel|artikel|beitrag|text)"
)
_BY_ELSEWHERE = re.compile(
    rf"{_KIND}\svon\s|"
    r"(?:(?:Publi[ée]\w?|Publicado|Publicada|Escrito|Propos recueillis|Texte)\b[^A-Za-z]{0,4}(?:le |em |el |a )?"
    rf"(?:{DATE_ELSEWHERE}[^A-Za-z]{{0,3}}(?:à|às|a las)?\s?[\dh:]{{0,8}},?)?\s?(?:par|por)|"
    r"(?:Par|Por|Ni|Nina|Von|Door|Oleh|Bài|Tác giả|Auteur|Autor|Autora|Autore|Penulis|Verfasser))(?:\s?:)?\s",
    re.I,
)
_END_ELSEWHERE = re.compile(
    rf"\s*(?:$|[|•·–—]|-\s|,\s[^\W\d][^\d.!?;:,]{{2,40}}$|[,(]?\s?(?:le |em |el |noong )?{DATE_ELSEWHERE})", re.I
)
_AUTHOR_INSIDE = re.compile(r"(?:\s{2,}|[|•·]\s?|\d\s)(?:author|written by|by)\s?[:：]\s?(?=\S)", re.I)
_WRITING = re.compile(r"[(\[]?(?:writing|reporting|written|reported|compiled) by\s+", IGNORE)
_AUTHOR = re.compile(r"(?:written by|authors?|reporter|correspondent|words|story by)\s*[:|：]\s*", IGNORE)
_TRANSLATOR = re.compile(
    r"(?:translated (?:from \w+ )?by|translators?\s*:|translation\s*(?:by|:)|salin(?: ni)?\s*:|übersetzung\s*:|"
    r"übersetzt von|traduit par|traduction\s*:|traducción(?: de)?\s*:?|traducido por|traduzido por|tradução\s*:)\s*",
    IGNORE,
)
_EDITOR = re.compile(
    r"(?:edited by|(?:web |copy |news |managing )?editors?\s?[:：]|editing by|redigé par|edición\s?:|edição\s?:)\s*|"
    r".{0,120}[;(]\s?editing by\s+",
    IGNORE,
)
_SOURCE = re.compile(
    r"(?:^|[|•(\[]|\s{2,}|\d\s)(?:article |news |original |story |via )?"
    r"(?:source|fonte|fuente|quelle|nguồn|sumber|kaynak)\s*[:：]\s*"
    r"|"
    r"^(?:this (?:post|article|story) (?:was|is) )?"
    r"(?:originally|first) (?:published|appeared|posted) (?:by|on|in|at)\s+|read the original (?:article|story) on\s+|"
    r"this (?:post|article|story) was syndicated from\s+",
    IGNORE,
)
_SOURCE_END = re.compile(
    rf"[|•)\]<>\n]|\s{{2,}}|\.(?:\s|$)|,?\s*{DATE}|[;,]\s*(?=[A-Za-z][A-Za-z ]{{1,20}}\s?[:：])|"
    r"\b(?:author|time|date|hits|views|editor|click here|read more|updated|published)\b\s*[:：]?",
    IGNORE,
)
_NOT_SOURCE = re.compile(r"\b(?:authors?['’]?|own|calculations?|based on|estimates?|survey|compiled|data)\b", IGNORE)
_DATE_PIPE = re.compile(
    rf"{DATE}(?:\s+\d{{1,2}}:\d{{2}}(?::\d{{2}})?)?\s*[|｜]\s*(?!by\b)([^|｜:：\d]{{2,60}})$",
    IGNORE,
)
_WIRE_TIME = re.compile(r"\(?([A-Z][\w.&' -]{1,38}[\w.])\)\s*\d{1,2}:\d{2}")
_PAPER_CITY = re.compile(r"((?:The )?[A-Z][\w&' -]{2,40}) \([A-Z][\w .'-]{2,30}\)$")
_END = re.compile(
    rf"\s*(?:$|[|•·–—@(\[;:/*)\]-]|\d|[{HAN}]{{2,4}}\s?(?:[|•·,]|$)|{MONTH}\s*\d|(?-i:[A-Z]{{2,}})|,\s*(?:{DAY}(?:{MONTH}\s*)?\d|[A-Z])|"
    r"(?:published|updated|last|posted|for|the|staff|special|contribut\w+|senior"
    r"|correspondent|reporter|writers?|editor|"
    r"in|on|at|photo\w*|illustrat\w+|columnist|associated|agence|news|columns?|business|team|bureau|md|phd)\b)",
    IGNORE,
)
_DATED = re.compile(rf"[\s|•·,–—-]{{1,8}}(?:on\s+)?{DATE}", IGNORE)
_MAY_BE_GLUED = re.compile(r"\d|ublished|pdated|osted|Staff|Senior|Special")
_UPDATED = re.compile(r"([A-Z][\w.&' -]{1,40}?)\s?[|｜]\s?(?:Last )?(?:Updated|Published|Posted)\s?[:：]", IGNORE)
_SOURCE_LABELS = ("source", "fonte", "fuente", "quelle", "nguồn", "sumber", "kaynak")
_OPENING = "tra sal übe red edi pub esc pro tex par por ni nin von doo ole bài tác aut pen ver"
_OPENINGS = frozenset(_OPENING.split())
"""First letters of lines that a pattern knows by their first word; the other patterns need "by" or a mark."""


def read(text: str) -> Iterable[Credit]:
    """What one line says of authors, translators and source; an empty label yields nothing.

    Seen as ``By Lan Chi``, ``4 Mar 2016, by Admin``, ``(Writing by R Iyer; Editing by A Thomas)``, ``Salin: Lena``,
    ``Source:Wire  |  Hits:2087``, ``2023-07-28 | UNIDO``, ``Wire) 09:40, April 18``.  A line of prose that opens
    with "By" is refused: after the names only a separator, a date, a job or the line's end may come.

    >>> [c.values for c in read("4 Mar 2016, by Admin")], list(read("By Monday the park was full."))
    ([('Admin',)], [])
    """
    if len(text) > LONGEST_LINE:
        return ()
    text = text.strip(" \t\xa0*_")
    low = text.lower()
    return _read(text, low) if _may_credit(low) else ()


def _may_credit(low: str) -> bool:
    """Whether a line in small letters holds what every pattern of this module needs one of; most lines hold none."""
    return (
        "by" in low
        or ":" in low
        or "：" in low
        or "|" in low
        or "｜" in low
        or low[:3].rstrip() in _OPENINGS
        or low[-1:] == ")"
        or "von" in low
        or "original" in low
        or "first" in low
        or "syndicated" in low
    )


def _read(text: str, low: str) -> Iterator[Credit]:
    if _MAY_BE_GLUED.search(text):
        text = GLUE.sub(" ", text)
    translator = _TRANSLATOR.match(text)
    if translator:
        names, _ = leading_names(text[translator.end() :])
        if names:
            yield Credit("translator", names, "byline/translated-by")
        return
    editor = _EDITOR.match(text) if "dit" in text or "DIT" in text else None
    if editor and (names := leading_names(text[editor.end() :])[0]) and " " in names[0]:
        yield Credit("editor", names, "byline/edited-by")
    yield from _authors(text, low)
    yield from _sources(text, low)


def _authors(text: str, low: str) -> Iterator[Credit]:
    marked = ":" in low or "：" in low
    for rule, pattern in (
        (
            ("byline/writing-by", _WRITING),
            ("byline/author-label", _AUTHOR),
            ("byline/by", _BY),
            ("byline/date-by", _DATE_BY),
        )
        if marked or "by" in low or "|" in low
        else ()
    ):
        m = pattern.match(text)
        if not m:
            continue
        names = signed(text[m.end() :], free=rule in ("byline/author-label", "byline/date-by"))
        if not names and _WRITTEN_BY.fullmatch(text):
            names = (text.rsplit(maxsplit=1)[-1],)
        if names:
            yield Credit("author", names, rule)
            return
    if marked and ("by" in low or "author" in low) and (m := _AUTHOR_INSIDE.search(text)):
        names = signed(re.split(r"\s{2,}|[|•·]", text[m.end() :])[0], free=True)
        if names:
            yield Credit("author", names, "byline/author-label")
            return
    yield from _elsewhere(text)


def _elsewhere(text: str) -> Iterator[Credit]:
    """``Publié le 3 février 2021 par X``, ``Por X, 27 de setembro de 2020``, ``Ni X - Nobyembre 9, 2021``: the word
    for "by" and full names, then nothing else than a date.
    """
    m = _BY_ELSEWHERE.match(text)
    if not m:
        return
    if AGENCIES.fullmatch(agency := text[m.end() :].strip()):
        yield Credit("author", (agency,), "byline/by-other-language")
        return
    names, rest = leading_names(text[m.end() :])
    if text[0].islower() and rest.strip():
        return
    if names and all(" " in name for name in names) and _END_ELSEWHERE.match(rest):
        yield Credit("author", names, "byline/by-other-language")


def signed(rest: str, *, free: bool) -> tuple[str, ...]:
    """Names that a byline's rest starts with, when only a byline can go on like that; ``free`` takes any one word.

    >>> signed("Stella Kim and Jennifer Jett", free=False), signed("Associated Press", free=False)
    (('Stella Kim', 'Jennifer Jett'), ('Associated Press',))
    >>> signed("Category", free=False)
    ()
    """
    names, after = leading_names(rest)
    alone = len(names) == 1 and " " not in names[0]
    if (
        names
        and _END.match(after)
        and not names[0].split()[0].endswith("ing")
        and (free or not alone or _DATED.match(after))
    ):
        return names
    first = re.match(r"[\w.-]{2,30}(?=\s*$|\s*[|•·–—,]|\s+\d)", rest)
    if free and first and first.group()[0].isalpha() and first.group().lower() not in words("not_authors"):
        return (first.group(),)
    phrase = re.match(
        r"(?:[Tt]he )?[A-Z][\w.&'’-]*(?: [A-Z][\w.&'’-]*| editors| staff| team| desk){0,4}(?=\s*(?:$|[|•·–—]|\d))",
        rest,
    )
    parts = phrase.group().lower().split() if phrase else []
    known = phrase and (not (words("team") | {"desk", "reporter"}).isdisjoint(parts) or is_acronym(phrase.group()))
    return (phrase.group(),) if phrase and known else ()


def _sources(text: str, low: str) -> Iterator[Credit]:
    if _may_name_source(low) and (m := _SOURCE.search(text)):
        value = _source(text[m.end() :])
        if value:
            yield Credit("credit", (value,), "byline/source")
        return
    bar, bracket = "|" in low or "｜" in low, ")" in low
    for rule, pattern, may_match in (
        ("byline/date-pipe", _DATE_PIPE, bar),
        ("byline/paper-updated", _UPDATED, bar),
        ("byline/wire-time", _WIRE_TIME, bracket and ":" in low),
        ("byline/paper-city", _PAPER_CITY, bracket),
    ):
        m = pattern.match(text) if may_match else None
        if m and rule == "byline/paper-updated" and bare_name(m.group(1)):
            continue  # a person: the byline's own patterns read those
        if not m or (rule == "byline/paper-city" and words("press").isdisjoint(m.group(1).lower().split())):
            continue
        value = _source(m.group(1))
        if value:
            yield Credit("credit", (value,), rule)
            return


def _may_name_source(low: str) -> bool:
    """Whether a line has what ``_SOURCE`` needs: a label and its colon, or a word of where a text stood first."""
    labelled = (":" in low or "：" in low) and any(label in low for label in _SOURCE_LABELS)
    return labelled or "original" in low or "first" in low or "syndicated" in low


def _source(value: str) -> str:
    """The named source at the start of a value: at most ten words, no sentence, no note on data."""
    value = value.strip(" \t\xa0[(*_")
    ends = (m.start() for m in _SOURCE_END.finditer(value) if m.group() != ")" or "(" not in value[: m.start()])
    value = value[: next(ends, len(value))].strip(" \t\xa0,;:*_-–—\"'“”")
    value = value.removesuffix(" on").removesuffix(" in")
    if not value or len(value) > 90 or len(value.split()) > 10 or _NOT_SOURCE.search(value):
        return ""
    head = value.split()[0]
    named = is_capital(head) or is_acronym(head) or "." in head or head == "the" or re.match(rf"[{HAN}]", head)
    return value if named else ""
