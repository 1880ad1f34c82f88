"""Bylines beyond the words of one line: the label above the name, a label without a mark, a name beside a date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parkdocs.metadata import byline_chinese
from parkdocs.metadata.byline_chinese import Credit
from parkdocs.metadata.byline_english import DATE_ELSEWHERE
from parkdocs.metadata.byline_names import DATE, IGNORE, bare_name, leading_names
from parkdocs.metadata.names import HAN, words
from parkdocs.metadata.places import is_country
from parkdocs.metadata.source_lines import SourceLine

_LABEL = re.compile(
    r"\W{0,6}(?:(?:(?:written|posted|published|submitted|words|text|story)\s(?:on\s)?by|authors?|auteur(?:e|s|\(s\))?"
    r"|autore?s?|autora|autor(?:in|in/autor)?|verfasser(?:in)?|yazar)|(?P<by>by)|von|par|por)\s?[:：]?\W{0,2}",
    IGNORE,
)
LONGEST_LABEL = 30
_INVERTED = re.compile(r"([A-Z][\w'’-]{1,30}), ([A-Z][\w'’.-]{0,30}(?: [A-Z][\w'’.-]{0,30}){0,2})")
"""A name as catalogues have it: ``Chi, Lan``."""
_MARKS = "-–•*#·| \t\xa0"
_HANDLE = re.compile(r"[A-Za-z][\w.-]{2,24}")
_TEAM = re.compile(r"(?:[Tt]he )?[A-Z][\w&'’.]*(?: [A-Z][\w&'’.]*){0,3} (?:[Tt]eam|[Ss]taff|[Ee]ditors|[Nn]ewsroom)")
_DATED = re.compile(
    rf"\s*[|•·–—-]\s*(?:{DATE}|{DATE_ELSEWHERE})(?:[\s,|•·–—-]{{1,5}}(?:[^.!?]|\.(?=\d)){{0,50}})?", IGNORE
)
_SOMEHOW_BY = re.compile(r"\W{0,3}(?:[A-Za-z]{1,12} ){1,4}by (?=[A-Z])")
_OTHER_WORK = re.compile(
    r"photo|picture|illustrat|drawing|edit|translat|sponsor|present|publish|review|approv|check|adapt|support|host"
    r"|organi|fund|owned|managed|led|found|design|cover|update|commission|prepared",
    IGNORE,
)
_AFTER_BY = re.compile(r"\s*(?:$|[|•·,(–—].{0,50})")
_AFTER_NAME = re.compile(r"\s*[|•·]\s*[^|•·.!?]{2,40}(?:[|•·].{0,40})?")
_CHINESE_DATED = re.compile(rf"([{HAN}]{{2,3}})[\s|｜·]{{1,4}}(?:19|20)\d\d[-./年]\d")
_CHINESE_SIGNED = re.compile(
    rf"(?:19|20)\d\d[-./年]\d{{1,2}}[-./月]\d{{1,2}}日?(?:[\s\u3000]+\d{{1,2}}[:：]\d\d(?:[:：]\d\d)?)?"
    rf"[\s\u3000|｜]+(?P<source>[{HAN}\w]{{3,16}})[\s\u3000|｜]+(?P<name>[{HAN}]{{2,3}})"
)
_ONE_LINE = re.compile(
    r"\W{0,4}(?:autor(?:in|in/autor)?|autora|autore|yazar|thread starter|discussion starter)\s{1,3}(?=\S)"
    r"|\W{0,4}(?:投稿者|著者|執筆者?|筆者|文責)\s?[:：\s]\s?(?=\S)",
    IGNORE,
)


def read(lines: Sequence[SourceLine]) -> Iterator[tuple[int, Credit]]:
    """Indexes of lines with the authors whose label stands on the line above, or before them without a mark.

    ``WRITTEN BY`` / ``Lan Chi``; ``作者`` / ``许曼``; ``- Autor Lan Chi``; ``投稿者 Lan Chi``.  A label alone asks for
    a full name, a team or, after a plain "by", a login; a menu's "Authors" is followed by none of these.
    """
    above = ""
    for at, line in enumerate(lines):
        label, above = above, line.text
        if len(above) > 80:
            continue
        found = _under(label, lines, at) if label and len(label) <= LONGEST_LABEL else ()
        if found:
            yield at, Credit("author", found, "byline/label-above")
        elif m := _ONE_LINE.match(above):
            rest = above[m.end() :].strip()
            names = _below(rest, login="start" in m.group().lower()) or _japanese(m.group(), rest)
            if names:
                yield at, Credit("author", names, "byline/label-spaced")


def _under(label: str, lines: Sequence[SourceLine], at: int) -> tuple[str, ...]:
    """The names on line ``at`` and below, where the line above it is a label."""
    if m := _LABEL.fullmatch(label):
        names = _below(lines[at].text.strip(_MARKS), login=bool(m["by"]))
        return tuple(dict.fromkeys((*names, *_more(lines[at + 1 : at + 9])))) if names else ()
    return _chinese(label, lines[at].text)


def _below(text: str, *, login: bool) -> tuple[str, ...]:
    """The names that a line under a label holds: full names, a team, or a login where the label can have one."""
    if _TEAM.fullmatch(text):
        return (text,)
    if (m := _INVERTED.fullmatch(text)) and bare_name(f"{m[2]} {m[1]}") and not is_country(m[2]):
        return (text,)
    names, rest = leading_names(text)
    if names and " " in names[0] and (not rest.strip(" .,:") or re.match(rf"\s*[|•·,–—(-]|\s+{DATE}", rest, IGNORE)):
        return names
    alone = login and _HANDLE.fullmatch(text) and text.lower() not in words("not_authors")
    return (text,) if alone else ()


def _more(lines: Sequence[SourceLine]) -> Iterator[str]:
    """Names on the lines below, with nothing but a comma or an "and" between them."""
    linked = False
    for line in lines:
        text = line.text.strip(_MARKS)
        if text in (",", "and", "&", ""):
            linked = True
        elif linked and (names := bare_name(text)):
            yield from names
            linked = False
        else:
            return


def _chinese(label: str, text: str) -> tuple[str, ...]:
    """``作者`` alone, then a Chinese name alone."""
    return (
        byline_chinese.bare_name(text)
        if "作者" in label and re.fullmatch(r"\W{0,3}(?:本文)?作者\W{0,3}", label[:12])
        else ()
    )


def _japanese(label: str, text: str) -> tuple[str, ...]:
    """``著者：山田太郎``: a name of Japanese characters and nothing else."""
    name = re.fullmatch(rf"[{HAN}\u3040-\u30ff・ \u3000]{{2,12}}", text)
    return (text,) if name and not label.strip().isascii() else ()


def beside_date(text: str) -> tuple[str, ...]:
    """Full names with a date behind a bar and nothing else: ``Lan Chi | 5.11.2023 - 10:00``, ``5.11.2023 - Lan Chi``.

    >>> beside_date("Lan Chi | 05.11.2023 - 10:00"), beside_date("05.11.2023 - Lan Chi"), beside_date("Lan Chi, Herald")
    (('Lan Chi',), ('Lan Chi',), ())
    >>> beside_date("2022年3月7日 19:52 海湾早知道 袁芳"), beside_date("2022-03-07 海湾晚报")
    (('袁芳',), ())
    """
    if len(text) > 100:
        return ()
    if chinese := _CHINESE_DATED.match(text):
        return byline_chinese.bare_name(chinese[1])
    if (signed := _CHINESE_SIGNED.fullmatch(text.strip())) and not byline_chinese.bare_name(signed["source"]):
        return byline_chinese.bare_name(signed["name"])
    first = re.match(rf"(?:[^|]{{2,30}}\|\s*)?{DATE}\s*(?:[|•·–—-]|//)\s*", text, IGNORE)
    if first and (names := bare_name(text[first.end() :])):
        return names
    names, rest = leading_names(text)
    full = names and all(" " in name for name in names) and _DATED.fullmatch(rest)
    return names if full else ()


def worded(text: str) -> tuple[str, ...]:
    """Full names behind a few words that end in "by", or before a bar and something short; only for lines near a title.

    >>> worded("Walked and drawn by Lan Chi"), worded("Lan Chi · Harbours"), worded("Photographs by Lan Chi")
    (('Lan Chi',), ('Lan Chi',), ())
    """
    if len(text) > 100 or text.isupper():
        return ()
    by = _SOMEHOW_BY.match(text)
    if by and _OTHER_WORK.search(by.group()):
        return ()
    names, rest = leading_names(text[by.end() :] if by else text)
    ends = _AFTER_BY if by else _AFTER_NAME
    return names if names and all(" " in name for name in names) and ends.fullmatch(rest) else ()
