"""Organisations that a page names in a role: sponsor, organiser, publisher, technical support."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parkdocs.metadata import linked_names, source_lines
from parkdocs.metadata.names import HAN, longest, words
from parkdocs.metadata.source_lines import SourceLine
from parkdocs.metadata.tags import addresses, named
from parkdocs.model import Document, Evidence, Organisation

_ROLES = {
    "sponsor": "主办单位|主辦單位|主办方|主办|指导单位|指導單位|sponsors?|sponsored by",
    "organiser": "承办单位|承辦單位|承办方|承办|organi[sz]ers?|organi[sz]ed by|hosted by|hosts?",
    "co-organiser": "协办单位|協辦單位|协办方|协办|支持单位|支持單位|co-organi[sz]ers?|co-organi[sz]ed by|supported by",
    "supervisor": "主管单位|主管單位|主管部门|业务主管单位|supervised by",
    "technical support": (
        "网站管理及技术支持|網站管理及技術支持|网站管理|網站管理|技术支持单位|技术支持|技術支持|技术维护|"
        "网站建设|網站建設|技术保障|运维单位|承建单位|technical support|powered by"
    ),
}
_ROLE_OF = [(re.compile(pattern, re.IGNORECASE), role) for role, pattern in _ROLES.items()]
_WORDS = sorted("|".join(_ROLES.values()).split("|"), key=lambda word: (-len(word), word))
_LABEL = re.compile(rf"(?<![{HAN}A-Za-z])({'|'.join(_WORDS)})\s?[:：]\s*", re.IGNORECASE)
_PARTS = ("sponsor", "organi", "host", "support", "supervis", "powered")
"""A label in ASCII characters has one of these parts."""
_HOSTED = re.compile(
    rf"由([{HAN}（）()、]{{4,80}}?)(?:共同|[联聯]合)?(主[办辦])(?:[、，,；;](?:由)?([{HAN}（）()、]{{4,80}}?)(?:共同|[联聯]合)?(承[办辦]))?"
)
_NO_NAME = re.compile("[的由是了等]|来自|來自")
_TABLE = re.compile(
    r"[•·*\-\s]*(?:发布机构|發布機構|发布单位|發布單位|发文机关|发文单位|制发机关|制文机关|公开机构|"
    rf"Publisher|Issued by)\s?[:：]?\s*(.{{0,60}}?)(?:$|\s{{1,20}}[{HAN}]{{2,8}}[:：])"
)
_COPYRIGHT = re.compile(
    r"版[权權]\s?所有|版[权權]\s?归|©|\(c\)\s?(?=\d{4})|copyrights?\b\s*(?:reserved\s*)?(?=©|\(c\)|\d{4}|by\b|[:：])",
    re.IGNORECASE,
)
_YEARS = re.compile(
    r"^(?:[\s©:：,.，-]|copyright|copy|reserved|\(c\)|by\b|from\b|\d{4}(?!\d)|[-–—]\s?(?=\d{4}|present))+",
    re.IGNORECASE,
)
_OWNER_END = re.compile(
    r"\s\d{4}(?!\d)|[|｜•◇│，;；。<>\[\]【】]|,(?!\s?(?:Ltd|Inc|LLC|Limited|Corp)\b)"
    r"|\s{2,}|\u3000|\s?(?:(?:all )?rights? reserved|版[权權]所有|保留|侵权|"
    r"侵權|未经|未經|转载|不得|违者|京?ICP|www\.|https?:)"
    rf"|\s[{HAN}]{{2,8}}[:：]|\s[{HAN}]ICP|(?<=[a-z]{{3}})\.(?=\s|$)"
    r"|\s[·–—-]\s|\s(?:theme|powered|design(?:ed)?|hosted) by",
    re.IGNORECASE,
)
_VALUE_END = re.compile(
    r"[|｜;；。<>]|\s{3,}|\u3000{2,}|(?:联系)?(?:电话|電話|地址|邮编|邮箱|传真)|[\u3000\s]?.ICP|https?:|www\.",
    re.IGNORECASE,
)
_NOT_OWNER = re.compile(
    r"^(?:policy|notice|reserved|all rights|all|the author|this|侵权|未经|不得|转载|违者|翻印|原作者|其|归|本|作者)",
    re.IGNORECASE,
)
_PAREN = re.compile(r"\s?[(（][^()（）]{0,80}[)）]?$")
_ABBREVIATED = (" Ltd", " Inc", " Co", " Corp", " Bhd", " Pvt", " Pte", " S.A", " S.p.A")
_AND = re.compile(r",? and (?:the )?|, (?=[A-Z][\w-]+ [A-Z])")
_TAGS = (
    "json-ld/*/publisher/organization",
    "json-ld/*/publisher",
    "meta/dc.publisher",
    "meta/citation_publisher",
    "meta/og:site_name",
    "itemprop/publisher",
    "json-ld/newsmediaorganization/name",
    "json-ld/organization/name",
    "json-ld/website/name",
    "meta/application-name",
)
_HOST = re.compile(r"https?://([\w.-]{3,100})")
_LONGEST, _MOST_LINE = 300, 4000
_MOST = 40


def fill(doc: Document) -> Document:
    """Return the document with ``organisations`` and, where the page names one, ``publisher``.

    The publisher is the agency in a government table (发布机构), else the copyright holder of the first footer line,
    else what the tags of an HTML page name, else the sponsor in the page's footer, else the domain of its address.
    """
    found = list(dict.fromkeys(_by_full_name(list(_find(source_lines.read(doc))))))[:_MOST]
    owners = [o for o, rule in found if rule == "organisation/table"] + [o for o, _ in found if o.role == "publisher"]
    if not owners and (declared := _declared(doc)):
        found, owners = [*found, declared], [declared[0]]
    owners = owners or _footer(doc, [o for o, _ in found if o.role == "sponsor"])
    unique: dict[tuple[str, str], tuple[Organisation, str]] = {}
    for organisation, rule in found:
        unique.setdefault((organisation.name.casefold(), organisation.role), (organisation, rule))
    unique = _linked(unique)
    evidence = [Evidence("organisations", o.line, rule) for o, rule in unique.values()]
    publisher = owners[0] if owners else None
    if publisher:
        rule = next(rule for o, rule in found if o == publisher)
        evidence.append(Evidence("publisher", publisher.line, rule))
    metadata = doc.metadata._replace(
        organisations=tuple(o for o, _ in unique.values()),
        publisher=publisher.name if publisher else "",
        evidence=(*doc.metadata.evidence, *evidence),
    )
    return doc._replace(metadata=metadata)


def _by_full_name(found: list[tuple[Organisation, str]]) -> list[tuple[Organisation, str]]:
    """Organisations with roles by their full names where they stand with the acronym that the text gives one of them.

    Safe: an acronym that the text gives two organisations stays as it is.
    """
    full: dict[str, set[str]] = {}
    for o, _ in found:
        for alias in o.aliases if o.role == "mentioned" else ():
            full.setdefault(alias, set()).add(o.name)
    names = {alias: next(iter(own)) for alias, own in full.items() if len(own) == 1 and alias.isupper()}
    return [(o if o.role == "mentioned" else o._replace(name=names.get(o.name, o.name)), rule) for o, rule in found]


def _declared(doc: Document) -> tuple[Organisation, str] | None:
    """The publisher that an HTML page's tags name, else the host of the page's address."""
    for tag in named(doc, *_TAGS):
        name = trim(tag.value)
        if 1 < len(name) <= 80 and "//" not in name and any(c.isalpha() for c in name) and not _NOT_OWNER.match(name):
            return Organisation(name, "publisher", tag.line), tag.rule
    address = next((a for a in addresses(doc) if _HOST.match(a)), "") if doc.metadata.declared else ""
    host = _HOST.match(address)
    return (Organisation(host[1].removeprefix("www."), "publisher", 0), "html/address") if host else None


def _footer(doc: Document, sponsors: Sequence[Organisation]) -> list[Organisation]:
    """Sponsors that stand in lines taken away as chrome: in the text one is an event's."""
    removed = {line.number for line in source_lines.read(doc) if line.kind == "footer"}
    return [o for o in sponsors if o.line in removed]


def _linked(
    unique: dict[tuple[str, str], tuple[Organisation, str]],
) -> dict[tuple[str, str], tuple[Organisation, str]]:
    """Give an organisation with a role the other names that the text links to it, so that it is not listed twice."""
    aliases = {name: o.aliases for (name, role), (o, _) in unique.items() if role == "mentioned"}
    named = {name for name, role in unique if role != "mentioned"}
    return {
        (name, role): (o._replace(aliases=o.aliases or aliases.get(name, ())), rule)
        for (name, role), (o, rule) in unique.items()
        if role != "mentioned" or name not in named
    }


def _find(lines: Sequence[SourceLine]) -> Iterator[tuple[Organisation, str]]:
    for i, line in enumerate(lines):
        text = line.text[:_LONGEST]
        for name, role in (*labelled(text), *(hosted(line.text[:_MOST_LINE]) if not line.kind else ())):
            yield Organisation(name, role, line.number), "organisation/label"
        if owner := copyright_holder(text):
            yield Organisation(owner, "publisher", line.number), "organisation/copyright"
        for name, aliases in linked_names.read(line.text) if not line.kind else ():
            yield Organisation(name, "mentioned", line.number, aliases), "organisation/linked-names"
        named = not text.isascii() or "Publisher" in text or "Issued by" in text
        if named and (table := _TABLE.match(text)):
            value, number = table.group(1), line.number
            if not value and i + 1 < len(lines) and len(lines[i + 1].text) <= 60:
                value, number = lines[i + 1].text, lines[i + 1].number
            if is_agency(value):
                yield Organisation(trim(value), "publisher", number), "organisation/table"


def labelled(text: str) -> list[tuple[str, str]]:
    """Names and roles that a line's labels give; several names of one label are divided at 、.

    Seen as ``主办单位:X``, ``网站管理及技术支持:X``, ``Technical Support:X``.  A value without letters is none.

    >>> labelled("• 主办单位:绿色联盟 承办单位:甲中心、乙中心")
    [('绿色联盟', 'sponsor'), ('甲中心', 'organiser'), ('乙中心', 'organiser')]
    """
    if ":" not in text and "：" not in text:
        return []
    low = text.lower()
    if text.isascii() and not any(part in low for part in _PARTS):
        return []
    marks = list(_LABEL.finditer(text))
    out = []
    for i, m in enumerate(marks):
        value = text[m.end() : marks[i + 1].start() if i + 1 < len(marks) else len(text)]
        end = _VALUE_END.search(value)
        role = next(role for pattern, role in _ROLE_OF if pattern.fullmatch(m.group(1)))
        for part in _bodies(value[: end.start()] if end else value):
            name = trim(part)
            if 1 < len(name) <= 100 and sum(c.isalpha() for c in name) >= 2:
                out.append((name, role))
    return out


def hosted(text: str) -> list[tuple[str, str]]:
    """Names and roles of a sentence about who holds an event; each name has to end like an organisation's.

    >>> hosted("论坛由绿色园区联盟主办、某市工业园区管委会承办。"), hosted("本次论坛由我们主办。")
    ([('绿色园区联盟', 'sponsor'), ('某市工业园区管委会', 'organiser')], [])
    """
    out: list[tuple[str, str]] = []
    for m in _HOSTED.finditer(text) if "由" in text else ():
        pairs = [
            (name, role)
            for value, role in ((m[1], "sponsor"), (m[3], "organiser"))
            if value
            for name in value.split("、")
        ]
        ends = longest("zh_organisation_ends")
        if all(len(name) > 3 and name.endswith(ends) and not _NO_NAME.search(name) for name, _ in pairs):
            out += pairs
    return out


def _bodies(value: str) -> list[str]:
    """The names of a label's value: divided at 、, and at "and" where each part ends in a kind of body.

    >>> _bodies("Lindara Investment Commission and the Pan-Delta Zones Association")
    ['Lindara Investment Commission', 'Pan-Delta Zones Association']
    >>> _bodies("Ministry of Trade and Works")
    ['Ministry of Trade and Works']
    """
    parts = _AND.split(value.strip())
    ends = [part.rstrip(" .").rpartition(" ") for part in parts]
    apart = len(parts) > 1 and all(name and last.lower() in words("bodies") for name, _, last in ends)
    return parts if apart else value.split("、")


def copyright_holder(text: str) -> str:
    """The copyright holder that a line names, "" where none.

    Seen as ``版权所有:X(Y)``, ``Copyright © 2019 X. All rights reserved. Distributed by Y``, ``COPYRIGHT©X www.…``,
    ``Copyright Reserved 2011 © X``.  A photo credit ``© AP/File`` in a caption has neither year nor word: refused.

    >>> copyright_holder("Copyright © 2019 The Lindara Herald. All rights reserved. Distributed by Pool")
    'The Lindara Herald'
    >>> copyright_holder("版权所有 侵权必究"), copyright_holder("— © AP/File")
    ('', '')
    """
    low = text.lower()
    if not ("©" in text or "版" in text or "copyr" in low or "(c)" in low) or not (m := _COPYRIGHT.search(text)):
        return ""
    rest = text[m.end() :]
    years = _YEARS.match(rest)
    dated = years is not None and any(c.isdigit() for c in years.group())
    if m.group() == "©" and m.start() and not dated and "copyright" not in low:
        return ""
    rest = rest[years.end() :] if years else rest
    end = _OWNER_END.search(rest)
    name = trim(rest[: end.start()] if end else rest)
    if _NOT_OWNER.match(name) or not 1 < len(name) <= 80 or sum(c.isalpha() for c in name) < 2:
        return _owner_before(text[: m.start()])
    return name


def _owner_before(text: str) -> str:
    """``X 版权所有``: the holder before the words, where nothing stands after them."""
    m = re.search(rf"([{HAN}]{{4,30}}(?:[(（][{HAN}]{{1,20}}[)）])?)\s*$", text)
    return trim(m.group(1)) if m else ""


def trim(name: str) -> str:
    """A name without its parenthesised tail and without marks around it.

    >>> trim(" 天河低碳有限公司(秘书处) "), trim("**Estate Authority**")
    ('天河低碳有限公司', 'Estate Authority')
    """
    name = name.strip(" \t\xa0\u3000*_-—:：，,.")
    name = _PAREN.sub("", name).strip(" \t\xa0\u3000*_")
    return f"{name}." if name.endswith(_ABBREVIATED) else name


def is_agency(value: str) -> bool:
    """Whether a table's value can be an agency: letters, no label of its own, no sentence."""
    value = value.strip()
    return 1 < len(value) <= 60 and not re.search(r"[:：。?？!！]|\d{4}", value) and any(c.isalpha() for c in value)
