"""Dates that the tags of an HTML page and its address declare."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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
        84,
        r"meta/(?!.{0,30}(?:modif|updat|expir|event|birth|valid|end|start|review)).{0,30}(?:publish"
        r"|pub_?date|posted|issued|[._:-]date).{0,20}",
    ),
)
_PUBLISHED_BY = [(rank, re.compile(pattern, re.IGNORECASE)) for rank, pattern in _PUBLISHED]
_UPDATED_BY = re.compile(r"(?:json-ld|itemprop|meta)/.{0,30}(?:modif|updat)", re.IGNORECASE)
TIME, SHOWN, ADDRESS, LAST = 78, 76, 30, 20
"""Ranks of a ``<time>`` element, of an element whose class says date, of the page's address, of an update alone."""

_ISO = re.compile(r"((?:19|20)\d\d)-?([01]\d)-?([0-3]\d)(?!\d)(?:[T ].*)?")
_STAMP = re.compile(r"1\d{9}(?:\d{3})?")
_IN_ADDRESS = re.compile(
    r"(?<!\d)((?:19|20)\d\d)(?P<s>[/_-]?)(0?[1-9]|1[0-2])(?:(?P=s)|/)(0?[1-9]|[12]\d|3[01])(?=\D|$)"
    r"|(?<!\d)((?:19|20)\d\d)-?(0[1-9]|1[0-2])/?(0[1-9]|[12]\d|3[01])(?=\D|\d{4,}|$)"
)
_ARCHIVED = re.compile(r"^https?://web\.archive\.org/web/\d+[a-z_]{0,4}/")
_GREENWICH = re.compile(r"\d(?:Z|[+-]00:?00)$")
_MODIFIED = re.compile(r"updat|modif|aktualis|更新|修改|letzte", re.IGNORECASE)


def read(doc: Document) -> list[Dated]:
    """Days that tags declare as published or updated, in the order of the page; nothing that no calendar has.

    ``published`` ranks run from 96 (an article's JSON-LD) down to 76 (an element whose class says date); the page's
    address ranks lowest, for it is often the day of an upload, but it confirms: a day that it names too goes first.

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

    A stamp of 18:30 in Greenwich is the next morning in Sydney, and readers saw that day.

    >>> stamp = Dated("2023-12-22", "published", 95, Tag("2023-12-22T18:30:00Z", 3, "html/meta"))
    >>> local(stamp, ["2023-12-23"]), local(stamp, ["2023-12-25"]), local(stamp, ["2023-12-22", "2023-12-23"])
    ('2023-12-23', '2023-12-22', '2023-12-22')
    """
    from datetime import date

    shown = [edtf for edtf in others if len(edtf) == 10 and "X" not in edtf]
    if best.edtf in shown or not _GREENWICH.search(best.tag.value):
        return best.edtf
    day = date.fromisoformat(best.edtf).toordinal()
    return next((edtf for edtf in shown if abs(date.fromisoformat(edtf).toordinal() - day) == 1), best.edtf)


def shown(tagged: Iterable[Dated]) -> list[str]:
    """Days of publication that are no stamps in Greenwich time: visible ones, the address's, those with an offset."""
    return [d.edtf for d in tagged if d.role == "published" and not _GREENWICH.search(d.tag.value)]


def _declared(name: str, tag: Tag) -> Dated | None:
    if name.startswith(("class/", "time", "h1", "title")) or not (edtf := day(tag.value)):
        return None
    if _UPDATED_BY.match(name):
        return Dated(edtf, "updated", 0, tag)
    rank = next((rank for rank, pattern in _PUBLISHED_BY if pattern.fullmatch(name)), 0)
    return Dated(edtf, "published", rank, tag) if rank else None


def _shown(doc: Document) -> Iterator[Dated]:
    """Days of ``<time>`` elements and of elements whose class says date, where they hold little else."""
    for rank, name in ((TIME, "time"), (SHOWN, "class/date")):
        for tag in named(doc, name):
            edtf = day(tag.value) if rank == TIME else ""
            if edtf:
                yield Dated(edtf, "published", rank, tag)
                continue
            spans = [s for s in date_spans.find(tag.value) if len(s.edtf) == 10 and "X" not in s.edtf and not s.other]
            if spans and len(tag.value) <= 120:
                role = "updated" if _MODIFIED.search(tag.value[: spans[0].start]) else "published"
                yield Dated(spans[0].edtf, role, rank if role == "published" else 0, tag)


def _of_address(doc: Document) -> Iterator[Dated]:
    for address in addresses(doc):
        for m in _IN_ADDRESS.finditer(_ARCHIVED.sub("", address[:500])):
            year, month, last = (m[1], m[3], m[4]) if m[1] else (m[5], m[6], m[7])
            if edtf := _valid(int(year), int(month), int(last)):
                line = next((t.line for t in named(doc, "link/canonical", "meta/og:url") if t.value == address), 0)
                yield Dated(edtf, "published", ADDRESS, Tag(address, line, "html/address"))
                return


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
