"""Email addresses, telephone numbers, web addresses and registration numbers of a page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple

from parkdocs.metadata import source_lines
from parkdocs.metadata.names import HAN
from parkdocs.metadata.places import fill as fill_places
from parkdocs.metadata.source_lines import SourceLine
from parkdocs.model import Document, Evidence, Registration

_MOST = 200  # values kept of each kind
_WINDOW = 20_000  # characters of one line that are looked at, half from each end
_HEAD = 5000  # lines that are asked for the country of telephone numbers

_LOCAL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._%+-]|\\_){0,63}$")
_DOMAIN = re.compile(r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})\.){1,8}[A-Za-z]{2,24}(?![A-Za-z0-9-])")
_AT_WORD = re.compile(r"[aA][tT][)\]]")
_AT = re.compile(r"@|＠|\s?[(\[]at[)\]]\s?", re.IGNORECASE)
_FILES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".css", ".js")

_URL = re.compile(
    rf"(?:https?://|(?<![\w@./-])www\.)[^\s<>\"'`{{}}|^\[\]\u3000-\u303f\uff00-\uffef{HAN}“”‘’…]{{3,2000}}",
    re.IGNORECASE,
)
_SHARING = re.compile(
    r"https?://[^\s<>\"'()\[\]]{3,200}?(?:/sharer|/share(?:Article)?[/?.]|/intent/(?:tweet|post)|/pin/create|/submit\?"
    r"|/(?:send)?\?text=|[?&][\w.-]{1,30}=(?:[^\s&]{0,200}?(?:%20|\+))?https?(?::|%3A))[^\s<>\"'\[\])]*",
    re.IGNORECASE,
)
"""Addresses that hand another page on, to a network or to a log-in; seen in rows of share buttons."""
_GLUED = re.compile(r"(?<=[A-Za-z0-9])(?=https?://)")
_TRAILING = ".,;:!?*_~\\"

_PROVINCES = "京津沪滬渝冀豫云雲辽遼黑湘皖鲁魯新苏蘇浙赣贛鄂桂甘晋晉蒙陕陝吉闽閩贵貴粤粵青藏川宁寧琼瓊港澳台"
_REGISTRATIONS = (
    (
        "ICP",
        re.compile(
            rf"[{_PROVINCES}]\s?ICP\s?[备備证証證]\s?(?:第\s?)?[A-Z]?\d{{5,12}}\s?[号號]?(?:\s?[-－—]\s?\d{{1,3}}[A-Z]?)?"
        ),
    ),
    ("ICP", re.compile(r"(?<=[:：\s])ICP\s?(?:No\.?\s?)?\d{6,12}(?:-\d{1,3})?")),
    ("PSB", re.compile(rf"[{_PROVINCES}]?公[网網]安[备備]\s?(?:第\s?)?\d{{10,14}}\s?[号號]?")),
)
_LICENCE = re.compile(
    r"(?:增值[电電]信[业業][务務][经經][营營][许許]可[证證]|互[联聯][网網]新[闻聞]信息服[务務][许許]可[证證]|[网網]站[标標][识識][码碼]|"
    r"信息[网網][络絡][传傳]播[视視][听聽][节節]目[许許]可[证證]|[广廣]播[电電][视視][节節]目制作[经經][营營][许許]可[证證]|"
    r"[网網][络絡]出版服[务務][许許]可[证證]|[网網][络絡]文化[经經][营營][许許]可[证證])"
    rf"\s?(?:[编編]?[号號])?\s?[:：]?\s?(?:编号|編號)?\s?[:：]?\s?((?:[({{（]?[{HAN}]{{1,4}}[)}}）]?)?[A-Za-z0-9][A-Za-z0-9〔〕\[\]()（）/-]{{4,30}}(?:\s?[号號])?)"
)
_MAY_REGISTER = re.compile("[安证證码碼]")
_TELECOM = re.compile(rf"(?<![{HAN}A-Za-z0-9])[{_PROVINCES}]?[A-Z][12]-\d{{8}}(?:-\d{{1,3}})?(?!\d)")

_RUN = r"[\d(（][\d ().（）–-]{5,24}\d"
_DIGITS = re.compile(_RUN)
_NUMBER = re.compile(rf"(?<![\w.+/-])(?:\+|00|[(（]\+?\d{{1,4}}[)）])?{_RUN}(?![\w/])")
_LABEL = re.compile(
    r"(?:tel(?:ephone)?s?|phones?|mobile|cell|fax|hotline|call|whatsapp|ph|[tmf](?=:))\b[.\s:：()/+-]{0,8}(?:no\.?"
    r"|number)?[:：.\s]{0,3}$|"
    r"(?:电\s?话|電\s?話|传\s?真|傳\s?真|手\s?机|手\s?機|热\s?线|熱\s?線|联系方式|聯繫方式|座机|总机|联系人[^0-9]{0,12})(?:号码"
    r"|號碼)?\s?(?:[(（][^()（）]{0,12}[)）])?[^\w。;；]{0,6}$",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"(?:[电電]\s?[话話]|[传傳]\s?真|[热熱]\s?[线線]|手\s?[机機]|\btel|\bphone|\bfax)[^\w]{0,6}$", re.IGNORECASE
)
_ISLANDS = (("TW", re.compile("[台臺][灣北中南]")), ("HK", re.compile("香港")), ("MO", re.compile("澳門")))
_DATE = re.compile(r"(?:19|20)\d\d[-./ ]\d{1,2}[-./ ]\d|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d")
_NEXT = re.compile(r"[\s、,，/;；]{0,3}(?:或|and|or)?\s?$")
_REGISTERED = re.compile(
    rf"ICP|[备備证證][{HAN}]{{0,3}}第?$|编号|編號|邮编|郵編|QQ|№|isbn|issn|\bno\.?\s*$", re.IGNORECASE
)
_TLD_REGION = re.compile(r"(?:@|//|\.)[\w.-]{1,80}?\.([a-z]{2})(?![\w.-]*\w)", re.IGNORECASE)


def fill(doc: Document) -> Document:
    r"""Return the document with ``emails``, ``phones`` (E.164), ``urls`` and ``registrations``.

    Read from the clean text and from what cleaning took away (footers hold most) but share buttons.  Telephone numbers
    must be valid in their country's numbering plan; one without a country code needs a label (Tel, 电话) and a country
    known from its line's script, from the page's addresses or from the one country that it names.  Dates, document ids
    and licence numbers are none.

    >>> text = "Contact: sipp@unido.org\n技术支持电话:022-66371809 京ICP备2020035841号-2\n"
    >>> done = fill(Document("i", "s", text, text)).metadata
    >>> done.emails, done.phones, [r.number for r in done.registrations]
    (('sipp@unido.org',), ('+862266371809',), ['京ICP备2020035841号-2'])
    """
    lines = source_lines.read(doc)
    may_hold = _candidates(lines, source_lines.numbered(doc))
    emails = _collect(may_hold.emails, emails_in)
    urls = _collect(may_hold.urls, urls_in)
    asked = any(_NUMBER.search(lines[at].text[:_WINDOW]) for at in may_hold.phones if at < _HEAD)
    region = _region(doc, lines, [*emails, *urls]) if asked else ""
    phones = _collect((lines[at] for at in may_hold.phones), partial(phones_in, region=region))
    registrations = _collect(
        may_hold.registrations, lambda text: [f"{r.scheme} {r.number}" for r in registrations_in(text)]
    )
    found = {"emails": emails, "phones": phones, "urls": urls, "registrations": registrations}
    rules = {
        "emails": "contact/email",
        "phones": "contact/phone",
        "urls": "contact/url",
        "registrations": "contact/registration",
    }
    evidence = [Evidence(name, line, rules[name]) for name, values in found.items() for line in values.values()]
    metadata = doc.metadata._replace(
        emails=tuple(emails),
        phones=tuple(phones),
        urls=tuple(urls),
        registrations=tuple(Registration(*value.split(" ", 1)) for value in registrations),
        evidence=(*doc.metadata.evidence, *evidence),
    )
    return doc._replace(metadata=metadata)


class Candidates(NamedTuple):
    """Lines by what they may hold; of telephone numbers the indexes."""

    emails: list[SourceLine]
    urls: list[SourceLine]
    phones: list[int]
    registrations: list[SourceLine]


def _candidates(lines: Sequence[SourceLine], numbered: Sequence[int]) -> Candidates:
    """The lines that hold what each pattern needs: most lines hold none of it, and no pattern has to look at them."""
    phones = [at for at in numbered if len(text := lines[at].text) > _WINDOW or _may_dial(text)]
    out = Candidates([], [], phones, [])
    for line in lines:
        text = line.text
        if "@" in text or ")" in text or "]" in text or "＠" in text:
            out.emails.append(line)
        if "://" in text or "w." in text or "W." in text:
            out.urls.append(line._replace(text=_SHARING.sub(" ", text)) if line.kind else line)
        if "ICP" in text or not text.isascii():
            out.registrations.append(line)
    return out


def _may_dial(text: str) -> bool:
    """Whether a line holds a telephone number, digits enough first: that pattern is the faster one."""
    return _DIGITS.search(text) is not None and _NUMBER.search(text) is not None


def _collect(lines: Iterable[SourceLine], read: Callable[[str], list[str]]) -> dict[str, int]:
    """Values with the line of their first appearance, in order."""
    out: dict[str, int] = {}
    for line in lines:
        text = line.text if len(line.text) <= _WINDOW else f"{line.text[: _WINDOW // 2]}\n{line.text[-_WINDOW // 2 :]}"
        for value in read(text):
            out.setdefault(value, line.number)
        if len(out) >= _MOST:
            break
    return dict(list(out.items())[:_MOST])


def emails_in(text: str) -> list[str]:
    r"""Email addresses of a line, as printed, Markdown escapes undone.

    >>> emails_in("Email: author@example.edu. Follow @handle, icon@2x.png, li\\_fei(at)example.org")
    ['author@example.edu', 'li_fei@example.org']
    """
    out: list[str] = []
    if "@" not in text and "＠" not in text and not _AT_WORD.search(text):
        return out
    for m in _AT.finditer(text):
        local = _LOCAL.search(text[max(0, m.start() - 66) : m.start()])
        domain = _DOMAIN.match(text, m.end())
        if local and domain and not domain.group().lower().endswith(_FILES):
            out.append(f"{local.group()}@{domain.group()}".replace("\\", ""))
    return out


def urls_in(text: str) -> list[str]:
    r"""Web addresses of a line; Markdown escapes undone, sentence marks and unpaired brackets at the end dropped.

    >>> urls_in(r"[https://a.cn/r?Id=5\_2](https://a.cn/r?Id=5_2), see (www.example.com/a_(b)).")
    ['https://a.cn/r?Id=5_2', 'https://a.cn/r?Id=5_2', 'www.example.com/a_(b)']
    """
    out: list[str] = []
    if "://" not in text and "www." not in text.lower():
        return out
    for m in _URL.finditer(text):
        url = m.group()
        if "](" in text[m.end() : m.end() + 2]:
            url = url.rstrip("]")
        url = url.replace("\\", "")  # Markdown escapes, now and then doubled; an address holds no backslash
        while url and (url[-1] in _TRAILING or (url[-1] == ")" and url.count(")") > url.count("("))):
            url = url[:-1]
        host = url.split("//", 1)[-1]
        if "." in host.split("/")[0].strip("."):
            out += _GLUED.split(url)
    return out


def registrations_in(text: str) -> list[Registration]:
    """Registration numbers of a line, kept as written.

    >>> [r.number for r in registrations_in("粵ICP備00000002號 京公网安备 11010502030143号")]
    ['粵ICP備00000002號', '京公网安备 11010502030143号']
    >>> registrations_in("增值电信业务经营许可证:粤B2-20090059")
    [Registration(scheme='licence', number='粤B2-20090059')]
    """
    if "ICP" not in text and not _MAY_REGISTER.search(text):
        return []
    found = [
        (m.start(), Registration(scheme, m.group().strip())) for scheme, p in _REGISTRATIONS for m in p.finditer(text)
    ]
    found += [(m.start(1), Registration("licence", m.group(1).strip())) for m in _LICENCE.finditer(text)]
    known = {at for at, _ in found}
    if any(c in text for c in "证證"):
        found += [
            (m.start(), Registration("licence", m.group())) for m in _TELECOM.finditer(text) if m.start() not in known
        ]
    return [r for _, r in sorted(found, key=lambda item: item[0])]


def phones_in(text: str, region: str = "") -> list[str]:
    """Telephone numbers of a line in E.164; ``region`` (ISO 3166-1) is assumed where a label stands before a number.

    >>> phones_in("Tel: +43 1 26026-0, fax (010) 6512 0114; 2020-03-18, No. 2020035841")
    ['+431260260']
    >>> phones_in("联系电话:010-65120114、65120115 邮编:100731")
    ['+861065120114']
    """
    out: list[str] = []
    labelled = False
    if not _NUMBER.search(text):
        return out
    mainland = region not in ("HK", "MO", "TW") and re.search(rf"[{HAN}]", text)
    region, last = "CN" if mainland else region, 0
    for m in _NUMBER.finditer(text):
        before = text[max(0, last, m.start() - 40) : m.start()]
        labelled = bool(_LABEL.search(before)) or (labelled and bool(_NEXT.fullmatch(before)))
        last = m.end()
        if m.group().lstrip("(（").startswith(("+", "00")) or (labelled and region):
            registered = _REGISTERED.search(before) and not _CALLED.search(before)
            if not registered and not _DATE.match(m.group()):
                out += _valid(m.group(), region)
    return out


def _valid(numbers: str, region: str) -> list[str]:
    """The number in a run of digits and spaces, or the several that stand in a row: ``0571-8123456 13800000000``."""
    whole = _e164(numbers, region)
    if whole or " " not in numbers.strip():
        return [whole] if whole else []
    return [number for part in numbers.split() if len(part) > 6 and (number := _e164(part, region))]


def _e164(number: str, region: str) -> str:
    import phonenumbers

    number = number.replace("（", "(").replace("）", ")")
    if number.lstrip("(").startswith("00"):
        number = "+" + number.lstrip("(")[2:]
    try:
        parsed = phonenumbers.parse(number, region or None)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_valid_number(parsed):
        return ""
    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164))


def _region(doc: Document, lines: Sequence[SourceLine], addresses: list[str]) -> str:
    """The country of numbers without its code: of the page's addresses, else the only one that the text names."""
    for address in [doc.source, doc.id, *addresses[:20]]:
        m = _TLD_REGION.search(address.split("?")[0])
        if m and m.group(1).upper() in _regions():
            return "GB" if m.group(1).lower() == "uk" else m.group(1).upper()
    found = {p.country for p in fill_places(doc).metadata.places}
    if not found and doc.metadata.language == "zh-Hant":  # the name of an association tells too
        found = {code for code, names in _ISLANDS for line in lines[:_HEAD] if names.search(line.text[:_WINDOW])}
    return min(found) if len(found) == 1 else ""


def _regions() -> frozenset[str]:
    import phonenumbers

    return frozenset(phonenumbers.SUPPORTED_REGIONS) | {"UK"}
