"""Dates that the tags of an HTML page and its address declare."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from parkdocs.metadata import date_spans
from parkdocs.metadata.tags import Tag, addresses, named, order
from parkdocs.model import Document


class Dated(NamedTuple):
    """A day with its role, how well it speaks for the date of publication, and the tag that says it."""

    edtf: str
    role: str
    rank: int
    tag: Tag


GENERAL = 84
"""The rank of a meta tag whose name has "date" in it somewhere."""

_PUBLISHED = (
    (96, r"json-ld/(?!webpage|website|videoobject|imageobject|event|product|person|organization)\w+/datePublished"),
    (
        95,
        r"meta/(?:og:)?(?:article:)?(?:published[_:-]?(?:time|date|at)?|publish[_-]?(?:time"
        r"|date)|publication[_-]?date|pub[_-]?date|pubtime)",
    ),
    (
        95,
        r"meta/(?:parsely-pub-date|sailthru\.date|cxenseparse:(?:recs:)?publish\w*"
        r"|datepublished|rnews:datepublished|bt:pubdate|ptime)",
    ),
    (
        94,
        r"meta/(?:citation_(?:publication_|online_)?date|dc\.date\.(?:issued|published"
        r"|created)|dcterms\.(?:issued|created)|article_date_original|originalpublicationdate)",
    ),
    (93, r"itemprop/(?:datepublished|dateposted)"),
    (92, r"json-ld/(?:webpage|videoobject)/(?:datePublished|uploadDate)"),
    (
        90,
        r"meta/(?:date|dc\.date|date\.issued|article\.(?:created|published)|article_?date"
        r"|og:pubdate|datecreated|release_?date|displaydate|shareaholic:article_published_time)",
    ),
    (88, r"json-ld/\w+/dateCreated|itemprop/datecreated"),
    (
        GENERAL,
        r"meta/(?!.{0,30}(?:modif|updat|expir|event|birth|valid|end|start|review)).{0,30}(?:publish"
        r"|pub_?date|posted|issued|[._:-]date).{0,20}",
    ),
)
_PUBLISHED_BY = [(rank, re.compile(pattern, re.IGNORECASE)) for rank, pattern in _PUBLISHED]
_UPDATED_BY = re.compile(r"(?:json-ld|itemprop|meta)/.{0,30}(?:modif|updat)", re.IGNORECASE)
TIME, SHOWN, TODAY, SCRIPT, ADDRESS = 78, 76, 52, 40, 30
"""Ranks of a ``<time>`` element, of an element whose class says date, of one that may be today's, of a script's data,
of the page's address."""

_ISO = re.compile(r"((?:19|20)\d\d)-?([01]\d)-?([0-3]\d)(?!\d)(?:[T ].*)?")
_STAMP = re.compile(r"1\d{9}(?:\d{3})?")
_IN_ADDRESS = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?P<s>[/_-])(0?[1-9]|1[0-2])(?:(?P=s)|/)(0?[1-9]|[12]\d|3[01])(?=\D|$)"
    r"|(?<!\d)((?:19|20)\d\d)-?(0[1-9]|1[0-2])/?(0[1-9]|[12]\d|3[01])(?=\D|\d{4,}|$)"
)
_MONTH_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)(?:[/-]?)(0[1-9]|1[0-2])/")
_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d+[a-z_]{0,4}/")
_GREENWICH = re.compile(r"\d(?:Z|[+-]00:?00)$")
_HOUR = re.compile(r"[T ](\d\d):")
_MODIFIED = re.compile(
    r"updat|modif|revis|aktualis|bearbeitet|geändert|mis à jour|actualiz|atualiz|aggiornat|bijgewerkt|oppdater"
    r"|opdater|güncel|обновл|изменен|更新|修改|last\s(?:edited|reviewed|changed)|letzte",
    re.IGNORECASE,
)
_TODAY = re.compile(
    r"\W*(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\W*(?:mon|tue|wed|thu|fri|sat|sun)\b|.{0,30}(?:星期|[周週][一-日])",
    re.I,
)


def read(doc: Document) -> list[Dated]:
    """Days that tags declare as published or updated, in the order of the page; nothing that no calendar has.

    ``published`` ranks run from 96 (an article's JSON-LD) down to 76 (an element whose class says date) and 52 (such
    an element above the heading that names the weekday: often today's date).  The page's address ranks lowest, for it
    is often the day of an upload, but it confirms: a day that it names too goes first.

    >>> from parkdocs.model import Declared, Metadata
    >>> said = (Declared("meta/article:published_time", "2023-11-05T23:10:00-05:00", 3),)
    >>> [(d.edtf, d.role, d.rank) for d in read(Document("i", "s", "", "", Metadata(declared=said)))]
    [('2023-11-05', 'published', 95)]
    """
    found = [d for name, tag in order(doc.metadata.declared) if (d := _declared(name, tag))]
    found += _shown(doc)
    own = list(_of_address(doc))
    confirmed = {d.edtf for d in own}
    return [d._replace(rank=d.rank + 10) if d.edtf in confirmed and d.role == "published" else d for d in found] + own


def local(best: Dated, others: Iterable[str]) -> str:
    """The day a stamp in Greenwich time stands for: the one beside it that the page itself shows, where there is one.

    A stamp of 18:30 in Greenwich is the next morning in Sydney, and readers saw that day.  No clock is more than 14
    hours ahead of Greenwich or 12 behind it, so the stamp's hour says which neighbour it can be.

    >>> stamp = Dated("2023-12-22", "published", 95, Tag("2023-12-22T18:30:00Z", 3, "html/meta"))
    >>> local(stamp, ["2023-12-23"]), local(stamp, ["2023-12-25"]), local(stamp, ["2023-12-22", "2023-12-23"])
    ('2023-12-23', '2023-12-22', '2023-12-22')
    >>> local(stamp, ["2023-12-21"])
    '2023-12-22'
    """
    from datetime import date

    shown = [edtf for edtf in others if len(edtf) == 10 and "X" not in edtf]
    if best.edtf in shown or not _GREENWICH.search(best.tag.value):
        return best.edtf
    hour = int(m[1]) if (m := _HOUR.search(best.tag.value)) else 12
    possible = ({1} if hour >= 10 else set()) | ({-1} if hour < 12 else set())
    day = date.fromisoformat(best.edtf).toordinal()
    return next((edtf for edtf in shown if date.fromisoformat(edtf).toordinal() - day in possible), best.edtf)


def shown(tagged: Sequence[Dated], best: Dated) -> list[str]:
    """Days of publication that are no stamps in Greenwich time: visible ones, the address's, those with an offset.

    Another day than the best one that the page names as that of an update is none of them.
    """
    updated = {d.edtf for d in tagged if d.role == "updated"} - {best.edtf}
    own = (d for d in tagged if d.role == "published" and not _GREENWICH.search(d.tag.value))
    return [d.edtf for d in own if d.edtf not in updated]


def _declared(name: str, tag: Tag) -> Dated | None:
    if name.startswith(("class/", "time", "h1", "title")) or not (edtf := day(tag.value)):
        return None
    if _UPDATED_BY.match(name):
        return Dated(edtf, "updated", 0, tag)
    rank = next((rank for rank, pattern in _PUBLISHED_BY if pattern.fullmatch(name)), 0)
    return Dated(edtf, "published", rank, tag) if rank else None


def _shown(doc: Document) -> Iterator[Dated]:
    """Days of ``<time>`` elements and of elements whose class says date, where they hold little else.

    An element inside one that says "Updated" is updated too: its own text is the day alone.
    """
    changed: list[Dated] = []
    above = _above_heading(doc)
    for rank, name in ((TIME, "time"), (SHOWN, "class/date")):
        for tag in named(doc, name):
            today = rank == SHOWN and tag.value in above and _TODAY.match(tag.value)
            if found := _visible(tag, TODAY if today else rank):
                inside = any(found.edtf == d.edtf and tag.value in d.tag.value for d in changed)
                found = found._replace(role="updated", rank=0) if inside else found
                changed += [found] if found.role == "updated" else []
                yield found


def _above_heading(doc: Document) -> frozenset[str]:
    """Values of elements that stand above the page's first heading; none where it has no heading."""
    above: list[str] = []
    for name, tag in order(doc.metadata.declared):
        if name == "h1":
            return frozenset(above)
        above.append(tag.value)
    return frozenset()


def _visible(tag: Tag, rank: int) -> Dated | None:
    """The day that a visible element's text gives, the one of publication first."""
    if rank == TIME and (edtf := day(tag.value)) and not _MODIFIED.search(tag.value):
        return Dated(edtf, "published", rank, tag)
    if len(tag.value) > 120:
        return None
    found, end = [], 0
    for s in date_spans.find(tag.value):
        if len(s.edtf) == 10 and "X" not in s.edtf and not s.other:
            changed = _MODIFIED.search(tag.value[end : s.start])
            found.append(Dated(s.edtf, "updated" if changed else "published", 0 if changed else rank, tag))
        end = s.end
    return next((d for d in found if d.rank), found[0] if found else None)


def _of_address(doc: Document) -> Iterator[Dated]:
    for address in addresses(doc):
        for m in _IN_ADDRESS.finditer(_ARCHIVED.sub("", address[:500])):
            year, month, last = (m[1], m[3], m[4]) if m[1] else (m[5], m[6], m[7])
            if edtf := _valid(int(year), int(month), int(last)):
                line = next((t.line for t in named(doc, "link/canonical", "meta/og:url") if t.value == address), 0)
                yield Dated(edtf, "published", ADDRESS, Tag(address, line, "html/address"))
                return


def period(doc: Document, tagged: Iterable[Dated]) -> tuple[str, str]:
    """First and last day around the one, or the month, that the page's address names; ("", "") where it names none.

    Three days of grace on both sides: an address is made when a text is begun or when it is uploaded.
    """
    from datetime import date, timedelta

    if own := next((d.edtf for d in tagged if d.rank == ADDRESS), ""):
        first, last = own, own
    else:
        found = (_MONTH_IN_ADDRESS.search(_ARCHIVED.sub("", address[:500])) for address in addresses(doc))
        if not (m := next((m for m in found if m), None)) or not _valid(int(m[1]), int(m[2]), 28):
            return "", ""
        first, last = f"{m[1]}-{m[2]}-01", f"{m[1]}-{m[2]}-28"
    grace = timedelta(days=3)
    return str(date.fromisoformat(first) - grace), str(date.fromisoformat(last) + 2 * grace)


def day(value: str) -> str:
    """The day of a tag's value, as it is written, without regard to time zones; "" where it names none.

    >>> day("2023-11-05T23:10:00+08:00"), day("20231105"), day("Sun, 5 Nov 2023 10:00:00 GMT"), day("1699142400")
    ('2023-11-05', '2023-11-05', '2023-11-05', '2023-11-05')
    >>> day("0001-01-01T00:00:00"), day("soon")
    ('', '')
    """
    value = value.strip()[:80]
    if m := _ISO.fullmatch(value):
        return _valid(int(m[1]), int(m[2]), int(m[3]))
    if _STAMP.fullmatch(value):
        return _of_stamp(int(value[:10]))
    spans = [s for s in date_spans.find(value) if len(s.edtf) == 10 and "X" not in s.edtf]
    if not spans:
        return ""
    return spans[0].edtf if not spans[0].other else ""


def _of_stamp(seconds: int) -> str:
    """The day in Greenwich of seconds since 1970, without a clock or a time zone of this machine."""
    from datetime import datetime, timezone

    return datetime.fromtimestamp(seconds, tz=timezone.utc).strftime("%Y-%m-%d")  # noqa: UP017


def _valid(year: int, month: int, last: int) -> str:
    from calendar import monthrange

    known = 1990 <= year < 2100 and 1 <= month <= 12 and 1 <= last <= monthrange(year, month)[1]
    return f"{year}-{month:02}-{last:02}" if known else ""
