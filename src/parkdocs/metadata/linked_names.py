"""Organisations with the other names that a text gives them in brackets: an acronym, an English or a Chinese name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from parkdocs.metadata.names import HAN, longest, words
from parkdocs.metadata.places import is_country

_CAPITAL = r"[A-ZÀ-Þ][\w’'&.-]{0,30}"
_LINK = r"(?:of|for|and|on|the|in|to|&|de|du|des|la|das|dos|do|da|per|für)"
_ENGLISH = rf"{_CAPITAL}(?: (?:{_LINK} ){{0,2}}{_CAPITAL}){{1,11}}"
_SHORT_NAME = r"[A-Z][A-Za-z]{0,3}[A-Z][A-Za-z-]{0,8}|[A-Z]{2,12}"
_AFTER_ENGLISH = re.compile(
    rf"({_ENGLISH})\s?[(（][\"“']?({_SHORT_NAME}|[{HAN}]{{2,30}})"
    rf"(?:[,，、;/]\s?({_SHORT_NAME}|[{HAN}]{{2,30}}))?[\"”']?[)）]"
)
_AFTER_CHINESE = re.compile(
    rf"([{HAN}]{{2,40}})\s?[(（](?:以?下)?(?:英文名?(?:称)?[:：]?\s?|[简簡統统]?[称稱][为為]?[:：]?)?[\"“「『]?({_ENGLISH}"
    rf"|{_SHORT_NAME}|[{HAN}]{{2,12}})[\"”」』]?(?:[,，、;]\s?(?:[简簡][称稱])?({_SHORT_NAME}))?[)）]"
)
_CUT = re.compile(
    "由|在|[从從](?!化|江)|[对對](?!外)|向|邀请|請|请|根据|据|了|的|是|经(?![济贸营开])|与|與|和(?!平|谐|信息|计划|改革|国|旅游)|及|来自|包括|位于|作为|如|即|为|為|加入|参加|通过|联合(?!国|会|國|會)|设立|成立|支持(?!中心)|当选"
)
_AND = frozenset("与與和及")
_BODY = re.compile(rf"[{HAN}]{{2,10}}?(?:[委][员員][会會]|[委部局署厅廳司处處])")
_AREA = re.compile(
    r"\b(?:Development|Demonstration|Industrial|Innovation|Investment|Processing|Technology|Technological) Area$"
)
_MOST_LINE = 4000  # characters of a line that are looked at

_DEEDS = frozenset(
    [
        "programme",
        "programmes",
        "program",
        "programs",
        "project",
        "projects",
        "session",
        "sessions",
        "service",
        "services",
        "news",
    ]
)
"""Words of organisations' names that name a thing done as often."""

Named = tuple[str, tuple[str, ...]]
"""An organisation's name, and the other names that the text links to it."""


def read(text: str) -> Iterable[Named]:
    """Organisations that a line gives a second name in brackets.

    Seen as ``United Nations Industrial Development Organization (UNIDO)``, ``商务部国际贸易经济合作研究院（CAITEC）``,
    ``国际竹藤组织（International Bamboo and Rattan Organization, INBAR）``, ``China Park Alliance (中国园区联盟)``.  An
    acronym has to be made of the name's initials; a Chinese name has to end like an organisation's.  Where a Chinese
    name begins is a guess: after a mark, a particle or a verb.

    >>> list(read("Experts of the World Trade Organization (WTO) and Li Wei (UNIDO) met."))
    [('World Trade Organization', ('WTO',))]
    >>> list(read("由绿色园区联盟（Green Park Alliance, GPA）主办"))
    [('绿色园区联盟', ('Green Park Alliance', 'GPA'))]
    """
    return _read(text) if "(" in text or "（" in text else ()


def _read(text: str) -> Iterator[Named]:
    text = text[:_MOST_LINE]
    for m in _AFTER_ENGLISH.finditer(text):
        if name := _english(m[1], m[2]):
            yield name, tuple(x for x in m.groups()[1:] if x)
    if text.isascii():
        return
    for m in _AFTER_CHINESE.finditer(text):
        name = _last_name(m[1])
        others = tuple(x for x in m.groups()[1:] if x)
        if len(name) > 3 and _is_organisation(name) and _is_name(m[2]):
            yield name, others


def _last_name(text: str) -> str:
    """What stands in Chinese characters behind the last mark, particle or verb; a name may hold an "and" of its own.

    An "and" between two fields of government, the second with its office behind it, links no two names.

    >>> _last_name("由国家科学及技术委员会"), _last_name("某市住房和城乡建设局"), _last_name("推动园区发展和商务部")
    ('国家科学及技术委员会', '某市住房和城乡建设局', '商务部')
    """
    start = 0
    for m in _CUT.finditer(text):
        fields = m.group() in _AND and _fields().fullmatch(text, start, m.start())
        if not fields or not _BODY.match(text, m.end()):
            start = m.end()
    return text[start:]


@cache
def _fields() -> re.Pattern[str]:
    """Fields of government, whose land, province or city may stand before them."""
    place = rf"(?:[国國全中][国國家]|[{HAN}]{{1,6}}(?:[省市县縣州]|(?<![园園发發])[区區]))"
    return re.compile(rf"{place}?(?:{'|'.join(longest('zh_fields'))}){{1,3}}")


def _english(name: str, other: str) -> str:
    """The name without words before it that the acronym does not stand for; "" where it is no organisation's."""
    parts = name.split()
    low = {part.lower() for part in parts} & words("organisation_words") or _AREA.search(name)
    if re.search(f"[{HAN}]", other):
        return _unowned(parts) if low and _is_organisation(other) else ""
    head = re.split(r" (?:of|for) ", name)[0].split()[-1].lower()
    if not low or head in _DEEDS:
        return ""
    for start in range(len(parts)):
        rest = parts[start:]
        if rest[0][0].isupper() and len(rest) > 1 and _stands_for(other, rest):
            return _unowned(rest)
    return ""


def _unowned(parts: list[str]) -> str:
    """A name without the country whose it is: ``Nigeria's Export Processing Zones Authority (NEPZA)``."""
    country = re.fullmatch(r"(.+)['’]s", parts[0])
    return " ".join(parts[1:] if country and len(parts) > 2 and is_country(country[1]) else parts)


def _stands_for(acronym: str, parts: list[str]) -> bool:
    """Whether the capitals of an acronym are the initials of all capitalised words, in order; small words may count.

    >>> _stands_for("MoFCOM", ["Ministry", "of", "Commerce"]), _stands_for("WTO", ["The", "World", "Trade", "Bank"])
    (True, False)
    >>> _stands_for("GPIPC", "Global Promotion of Industrial Parks Center".split())
    True
    """
    wanted = [c for c in acronym if c.isupper()]
    capitals = [initial for part in parts for initial in (x[:1] for x in part.split("-")) if initial.isupper()]
    every = [part[0].upper() for part in parts]
    return (wanted in (capitals, every) and len(wanted) > 1) or _is_spelled(acronym.lower(), "".join(parts).lower())


def _is_spelled(acronym: str, name: str) -> bool:
    """Whether the letters of a name hold those of a syllabic acronym in order, from the first on: ``MOFCOM``."""
    rest = iter(name)
    return len(acronym) > 3 and name.startswith(acronym[:1]) and all(letter in rest for letter in acronym)


def _is_organisation(name: str) -> bool:
    return name.endswith(longest("zh_organisation_ends")) and not name.endswith(
        ("市", "区", "區", "县", "縣", "省", "国", "國", "镇", "乡", "州")
    )


def _is_name(other: str) -> bool:
    """Whether what stands in brackets is a name, not a remark: Latin letters, or a Chinese name that ends like one."""
    return other.isascii() or _is_organisation(other)
