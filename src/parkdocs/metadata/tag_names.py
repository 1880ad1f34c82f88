"""The names in a tag's or a visible byline's value, cleaned of what tags put around them."""

from __future__ import annotations

import re

from parkdocs.metadata.byline_names import DATE
from parkdocs.metadata.names import HAN, is_chinese_name, words
from parkdocs.metadata.tags import plain

MOST = 12
BY = re.compile(
    r"^(?:(?:article|written|posted|published|reported|story|words|text|review(?:ed)?"
    r"|created|submitted|compiled|von|par|by)\s+(?:by|von|par)\b"
    r"|by\b|von\b|par\b|por\b|di\b|door\b|af\b|av\b|ein (?:artikel|beitrag|kommentar"
    r"|gastbeitrag) von\b|autore?n?(?:in)?\b|auteur\b|author\b|text\b|redaktion\b(?=\s*:)"
    r"|(?:本文)?作者|文|撰文|[记記]者|[编編][辑輯]|[发發]帖者|楼主|樓主)\s*[:：|/]?\s*",
    re.IGNORECASE,
)
SPLIT = re.compile(
    r"\s*(?:[;；|｜•·\n、]|\s/\s|(?<=\w)/(?=[A-ZÀ-Þ])|,\s+and\b|,\s+with\b|,|，|\s+(?:and"
    r"|und|with|et|mit|y|e|og|och|en)\s+|\s*&\s*)\s*",
    re.IGNORECASE,
)
_ENDS = re.compile(
    rf"\s+\d.*$|\s+(?:\||•|·|–|—|-)\s.*$|\s*\(.*$|\s*\[.*$|\s*<.*$|\s*@\w+.*$"
    rf"|\s*{DATE}.*$|\s+(?:\d{{1,2}}[:.]\d\d|\d{{4}}-).*$"
    r"|\s*,?\s*\b(?:published|updated|posted|last\s(?:updated|modified)|on\s(?=[A-Z\d])"
    r"|read more|follow|view (?:all|profile)|see all|contributors?\b|senior\b"
    r"|staff\b|correspondent|[Rr]eporter\b|editor\b|associate\b|special to|via\b"
    r"|in\s(?=[A-Z])|for\s(?=[A-Z]|the)|at\s(?=[A-Z])|aktualisiert|veröffentlicht"
    r"|is\s(?:a|an|the)\b|has\b|covers\b|writes\b|joined\b)\b.*$",
    re.IGNORECASE | re.DOTALL,
)
DATED = re.compile(
    rf"\s*(?:{DATE}|\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{{0,6}}\.?\s+\d{{1,2}}\b)",
    re.IGNORECASE,
)
AGENCIES = re.compile(
    r"dpa|afp|ap|reuters|ansa|efe|xinhua|pti|ani|tass|apa|sda|kna|epd|sid|bloomberg|ips|wam|upi|新华社", re.IGNORECASE
)
PAPER = re.compile(
    r"(?<=\w)\s+(?:[Tt]he\s+)?(?:Associated Press|AP|USA TODAY|Reuters|AFP|BBC"
    r"|CNN|Xinhua|Agence France|Bloomberg|The\s[A-Z]|[A-Z]{3,}\s[A-Z]{3,})\b.*$"
)
_FRAME = re.compile(
    r"\b(?:stand|uhr|e-?mail|address|screen name|bild|foto|photo|image|posts?|articles?"
    r"|authoring|insert|program|contact|reading|comments?|minutes?"
    r"|subscribe|bio|share|about|more|all)\b|作者|文章|更多|查看|[\u65e5\u6708]\s?\d|[{}=]",
    re.IGNORECASE,
)
URL = re.compile(r"https?://|www\.|@\w+\.|\.(?:com|org|net|de|cn|html?)\b")
_ROLE_WORDS = frozenset(
    [
        "editor",
        "editors",
        "writer",
        "reporter",
        "correspondent",
        "staff",
        "team",
        "redaktion",
        "journalist",
        "contributor",
        "author",
        "guest",
        "senior",
        "chief",
        "news",
        "columnist",
        "producer",
        "analyst",
        "specialist",
        "manager",
        "director",
        "president",
        "professor",
        "newsroom",
        "desk",
        "press",
        "agency",
        "magazine",
        "online",
        "redakteur",
        "redakteurin",
        "autor",
        "autorin",
        "freelance",
        "executive",
        "managing",
        "deputy",
        "associate",
        "assistant",
        "founder",
        "ceo",
        "attorney",
        "lawyer",
        "developer",
        "engineer",
        "expert",
        "specialist",
        "md",
        "phd",
        "dvm",
        "mba",
        "physician",
        "veterinarian",
        "consultant",
        "strategist",
    ]
)
NOBODY = frozenset(
    [
        "admin",
        "administrator",
        "author",
        "autor",
        "editor",
        "editorial",
        "unknown",
        "anonymous",
        "guest",
        "user",
        "redaktion",
        "redaction",
        "staff",
        "root",
        "webmaster",
        "test",
        "null",
        "none",
        "undefined",
        "default",
        "superuser",
        "siteadmin",
        "team",
        "staffwriter",
        "contributor",
        "newsdesk",
        "home",
        "share",
        "nbsp",
        "system",
    ]
)
_TEAM = re.compile(
    r"(?:The )?[A-Z][\w&'’.]*(?: [A-Z][\w&'’.]*){0,3}"
    r" (?:[Tt]eam|[Ss]taff|[Ee]ditors|[Nn]ewsroom|[Cc]ontributors?|Redaktion|Editorial Board)"
)
_NUMBERED = re.compile(r"\s.*\d|\d.*\s")
_WORD = re.compile(r"[^\W\d_][\w.'’`-]*")
_HANDLE = re.compile(r"[\w.\-]{2,30}")


def people(value: str, known: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The names in a tag's value or a visible byline; () where it names the site, nobody or an address.

    >>> people("By LAN CHI and Hamid Qazi, Senior Reporters"), people("作者：许曼"), people("Reuters")
    (('LAN CHI', 'Hamid Qazi'), ('许曼',), ('Reuters',))
    >>> people("admin"), people("https://example.org/a"), people("Lindara Herald", frozenset(["lindaraherald"]))
    ((), (), ())
    """
    value = BY.sub("", BY.sub("", value.strip(" \t\xa0|•·,:-–—"), count=1), count=1)
    dated = DATED.search(value)
    if dated:
        value = (
            value[: dated.start()] if dated.start() else BY.sub("", value[dated.end() :].lstrip(" ,|•·0123456789:-"))
        )
    if URL.search(value) or plain(value) in known or not plain(value):
        return ()
    out: list[str] = []
    for piece in SPLIT.split(value[:300]):
        name = _clean(piece or "")
        if not name:
            continue
        signs = is_person(name, first=not out) or (not out and _TEAM.fullmatch(name))
        if not signs or plain(name) in known:
            if out:
                continue
            if plain(name) in known or plain(name) in NOBODY:
                continue
            return ()
        out.append(name)
    return distinct(tuple(out))[:MOST]


def _clean(piece: str) -> str:
    piece = BY.sub("", piece.strip(" \t\xa0,:;-–—|•·*\"“”'"))
    name = PAPER.sub("", _ENDS.sub("", piece)).strip(' \t\xa0,:;-–—|•·*"“”')
    return " ".join(name.split())


def is_person(name: str, *, first: bool) -> bool:
    """Whether a cleaned piece can be a person or the agency that signs: a few words, none of them a job."""
    if plain(name) in NOBODY or _FRAME.search(name) or not re.search(r"[^\W\d_]", name) or _NUMBERED.search(name):
        return False
    if re.search(f"[{HAN}]", name):
        return len(name) <= 12 and (first or is_chinese_name(name) or "·" in name)
    parts = name.split()
    low = {part.strip(".,").lower() for part in (parts[1:] if parts[0] == "Md" else parts)}  # Md: Mohammed
    if len(parts) == 1:
        return first and bool(_HANDLE.fullmatch(name)) and low.isdisjoint(_ROLE_WORDS)
    if (
        len(parts) > 5
        or len(name) > 50
        or low & _ROLE_WORDS - {"team", "staff", "press", "news", "agency", "magazine", "desk", "newsroom"}
    ):
        return False
    if not first and (low & (words("organisation_words") | words("press")) or "the" in low):
        return False
    return all(p[0].isupper() or p.lower() in words("particles") or not p[0].isalpha() for p in parts) or name.islower()


def distinct(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names without those that another one spells too."""
    seen: dict[str, str] = {}
    for name in names:
        seen.setdefault(plain(name), name)
    return tuple(seen.values())
