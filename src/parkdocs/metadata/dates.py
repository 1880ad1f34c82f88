"""The dates a document gives, each with its role, and the one on which it was published."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from parkdocs import frontmatter
from parkdocs.metadata import date_order, date_spans, source_lines, tag_dates
from parkdocs.metadata.date_frames import SHORT_LINE, is_frame
from parkdocs.metadata.date_order import Found
from parkdocs.metadata.date_roles import LABEL_LINE, MENTIONED, ONLY, Role, role
from parkdocs.metadata.date_words import EN_STRONG, OTHER_STRONG, ZH_STRONG, ZH_WRITTEN
from parkdocs.metadata.source_lines import DIGIT, SourceLine
from parkdocs.metadata.tag_dates import Dated
from parkdocs.model import Date, Document, Evidence

MOST = 500  # dates kept of one document
COVER, SIGNED, LABELLED = 40, 60, 85  # ranks of a month alone on its line, of datelines and bylines, of labels
UNDER_TITLE = 3  # lines under the title of minutes in which the meeting's day may stand
MINUTES = re.compile(r"\bminutes of\b|^minutes\b|[会會][议議][纪紀]要|[会會][议議][记記][录錄]", re.I)
SENTENCE = re.compile(r"[。！？!?]|[.:;,](?:\s|$)|\.[”\"’)]")
MAY_BE_WEAK = re.compile(r"(?i)date|time|日期|[时時][间間日]|publi|posted|issue|release")
_BEGUN, _PUBLISHED = (Role("published", "dates/front-matter", rank) for rank in (105, 110))
_UPDATED = Role("updated", "dates/front-matter")
PROPERTIES = {
    "created": _BEGUN,
    **dict.fromkeys(("published", "publishdate", "publisheddate", "datepublished", "pubdate", "date"), _PUBLISHED),
    **dict.fromkeys(("updated", "updatedat", "lastmod", "lastmodified", "lastmodifiedat", "modified"), _UPDATED),
}
"""Roles of dates by the keys of a Markdown file's properties."""
UNREAD = re.compile(
    rf"(?:\b(?:{EN_STRONG}|{OTHER_STRONG})|{ZH_STRONG}|{ZH_WRITTEN})(?:\s?[:：]\s{{0,4}}|\s{{1,4}})[^\s\d]{{0,10}}\s?\d",
    re.I,
)
_NO_YEAR = re.compile(r"\b(?:19|20)\d\d(?=-)")


def fill(doc: Document) -> Document:
    r"""Return the document with ``dates`` and ``published`` filled; ``published`` is "" where nothing says.

    >>> text = "SHANGHAI, 5 NOVEMBER 2023 – The session was held on 4 November 2023.\n"
    >>> done = fill(Document("i", "s", text, text)).metadata
    >>> done.published, [(d.edtf, d.role) for d in done.dates]
    ('2023-11-05', [('2023-11-05', 'published'), ('2023-11-04', 'event')])
    """
    lines = source_lines.read(doc)
    tagged = tag_dates.read(doc) if doc.metadata.declared else []
    top = _title_at(lines, doc)
    prose = first_prose(lines[top:]) + top
    language = doc.metadata.language
    minguo = language == "zh-Hant" or any("民國" in line.text for line in lines)
    found = _find(lines, source_lines.numbered(doc), prose, minguo=minguo)
    found = _by_properties(found, {p.number: p.key for p in frontmatter.read(doc)}, lines)
    found = date_order.settle(found, lines, language, {d.edtf for d in tagged})
    likely, tagged = _in_period(_no_list(_far_off(found, top), tagged, prose), tagged, doc, prose)
    best = _best(likely, lines, doc.metadata.title, top)
    best = best or (None if doc.metadata.declared else _updated(likely, lines, source_lines.numbered(doc)))
    declared = max((d for d in tagged if d.role == "published"), key=lambda d: d.rank, default=None)
    if declared and (best is None or best.role.rank < declared.rank):
        text = [best.span.edtf] if best else []
        declared = declared._replace(edtf=tag_dates.local(declared, [*tag_dates.shown(tagged, declared), *text]))
        return _declared(doc, declared, tagged, _listed(found, lines, None), lines)
    dates = _listed(found, lines, best)
    evidence = [Evidence("dates", lines[f.at].number, f.role.rule) for f in dates]
    if best:
        evidence.append(Evidence("published", lines[best.at].number, best.role.rule))
    listed = tuple(Date(f.span.edtf, f.role.name, _words(f, lines), lines[f.at].number) for f in dates)
    metadata = doc.metadata._replace(
        dates=listed,
        published=best.span.edtf if best else "",
        evidence=(*doc.metadata.evidence, *dict.fromkeys(evidence)),
    )
    return doc._replace(metadata=metadata)


def _declared(
    doc: Document, best: Dated, tagged: Sequence[Dated], dates: Sequence[Found], lines: Sequence[SourceLine]
) -> Document:
    """The document dated by a tag: its days of publication and update first, then what the text says of others."""
    updated = next((d for d in tagged if d.role == "updated" and d.edtf != best.edtf), None)
    own = [d for d in (best, updated) if d]
    known = {d.edtf for d in own}
    rest = [f for f in dates if f.span.edtf not in known]
    listed = (
        *(Date(d.edtf, d.role, d.tag.value, d.tag.line) for d in own),
        *(Date(f.span.edtf, f.role.name, _words(f, lines), lines[f.at].number) for f in rest),
    )
    evidence = [Evidence("dates", d.tag.line, d.tag.rule) for d in own]
    evidence += [Evidence("dates", lines[f.at].number, f.role.rule) for f in rest]
    evidence.append(Evidence("published", best.tag.line, best.tag.rule))
    metadata = doc.metadata._replace(
        dates=listed[:MOST],
        published=best.edtf,
        evidence=(*doc.metadata.evidence, *dict.fromkeys(evidence)),
    )
    return doc._replace(metadata=metadata)


def _find(lines: Sequence[SourceLine], numbered: Iterable[int], prose: int, *, minguo: bool) -> list[Found]:
    out = []
    for i in numbered:
        line = lines[i]
        labelled = (
            len(line.text) <= 200
            and date_spans.may_be_weak(line.text)
            and bool(MAY_BE_WEAK.search(line.text) or (i and LABEL_LINE.fullmatch(lines[i - 1].text[:40])))
        )
        spans = date_spans.find(line.text, weak=labelled, minguo=minguo)
        firm = [span for span in spans if not span.weak]
        roles = ((span, role(lines, i, span, firm, prose)) for span in spans)
        out += [Found(i, span, r) for span, r in roles if not span.weak or r.rank or r.name == "updated"]
        out += [Found(i, span, MENTIONED) for span in date_spans.seasons(line.text) if span not in spans]
    return out


def _by_properties(found: list[Found], keys: dict[int, str], lines: Sequence[SourceLine]) -> list[Found]:
    """The dates with the roles that the properties at the top of a Markdown file give them."""
    own = {f: PROPERTIES.get(keys[n], MENTIONED) for f in found if (n := lines[f.at].number) in keys}
    return [f._replace(role=own.get(f, f.role)) for f in found]


def first_prose(lines: Sequence[SourceLine]) -> int:
    """Index of the first kept line of running text: long, with a sentence's mark in it, and no date's frame."""
    for i, line in enumerate(lines):
        if line.kind or not SENTENCE.search(line.text):
            continue
        wide = len(line.text) + sum("\u3400" <= c <= "\u9fff" for c in line.text[:80])
        if wide >= 70 and not is_frame(line.text, date_spans.find(line.text[:200])):
            return i
    return len(lines)


def _words(f: Found, lines: Sequence[SourceLine]) -> str:
    return lines[f.at].text[f.span.start : f.span.end]


def _title_at(lines: Sequence[SourceLine], doc: Document) -> int:
    """Index of the title's line; 0 where it has none."""
    named = next((e for e in doc.metadata.evidence if e.field == "title"), None)
    if named and not named.rule.startswith("html/"):
        return next((i for i, line in enumerate(lines) if line.number >= named.line), 0)
    return max(source_lines.title_at(lines, doc.metadata.title), 0)  # a tag's evidence names a line of the page


def _far_off(found: list[Found], top: int) -> list[Found]:
    """The dates without those of bare lines well above the title: the day the page was looked at."""
    return [f for f in found if f.role.rank not in (50, 55) or f.at >= top - 4]


def _no_list(found: list[Found], tagged: Iterable[Dated], prose: int) -> list[Found]:
    """The dates without labelled ones below the first running text, where these differ and there are others.

    Books with "Released: …", search hits with "Date: …" are days of many things.  Where a page has no other date the
    first one counts: a forum's posts are labelled too.
    """
    below = {f for f in found if f.at > prose and f.role.rank >= LABELLED}
    rest = [f for f in found if f not in below]
    others = any(f.role.rank > COVER for f in rest) or any(d.role == "published" for d in tagged)
    return rest if others and len({f.span.edtf for f in below}) >= 3 else found


def _in_period(found: list[Found], tagged: list[Dated], doc: Document, prose: int) -> tuple[list[Found], list[Dated]]:
    """The dates without those that the page's address speaks against, where another one fits it.

    An address that names a day or a month was made for the page; a list of related items, a header's "today" or a
    book's day of release was not.  Labels and bylines above the running text, and the page's own tags, stay.
    """
    first, last = tag_dates.period(doc, tagged)
    if not first:
        return found, tagged
    fits = [d for d in tagged if d.role == "published" and first <= d.edtf <= last]
    if not (fits or any(f.role.rank and first <= f.span.edtf <= last for f in found)):
        return found, tagged
    signed = (f for f in found if f.at <= prose and f.role.rank >= SIGNED)
    firm = {*signed, *(f for f in found if not f.role.rank or first <= f.span.edtf <= last)}
    own = [d for d in tagged if d.role != "published" or d in fits or d.rank > tag_dates.GENERAL]
    return [f for f in found if f in firm], own


def _best(found: list[Found], lines: Sequence[SourceLine], title: str, top: int) -> Found | None:
    """The date of publication: the best rank, of equals the first; minutes: the day in or under their title."""
    bare = {f.span.edtf for f in found if f.role.rank in (50, 55) and not lines[f.at].kind}
    many = len(bare) >= 3  # a list of dated things: only what stands right under the title is its date
    near = range(top - 4, top + UNDER_TITLE + 3) if top else range(0)
    candidates = [f for f in found if f.role.rank and not (many and f.role.rank in (35, 50, 55) and f.at not in near)]
    if len({f.span.edtf for f in candidates if f.role.rank == COVER}) >= 3:  # a blog's archive, month by month
        candidates = [f for f in candidates if f.role.rank != COVER]
    if len({f.span.edtf for f in candidates if f.role.rank == ONLY}) > 1:
        candidates = [f for f in candidates if f.role.rank != ONLY]
    if candidates:
        return max(candidates, key=lambda f: (f.role.rank, -f.at, -f.span.start))
    if MINUTES.search(title):
        days = [f for f in found if _is_day(f.span.edtf)]
        at = next((i for i, line in enumerate(lines) if title in line.text), -UNDER_TITLE)
        for f in days:
            if title in lines[f.at].text or (0 <= f.at - at <= UNDER_TITLE and f.role.name == "event"):
                return f._replace(role=Role("published", "dates/minutes-title", 30))
    return None


def _updated(found: Sequence[Found], lines: Sequence[SourceLine], numbered: Sequence[int]) -> Found | None:
    """The day of the last update where a text names no other: what it says is of that day.

    Its role stays that of an update.  Risky where the whole site was updated: a footer's line does not count, nor do
    several days, nor a month.  None where a label says when the text was published, though in no form that is read.
    """
    if any(_is_unread(lines, i) for i in numbered):
        return None
    own = [f for f in found if f.role.name == "updated" and lines[f.at].kind != "footer" and _is_day(f.span.edtf)]
    alone = own and len({f.span.edtf for f in own}) == 1
    return own[0]._replace(role=Role("updated", "dates/updated-only", 20)) if alone else None


def _is_unread(lines: Sequence[SourceLine], i: int) -> bool:
    """Whether a line holds, or follows, the label of a publication with something like a date behind it.

    ``Published: 3 days ago``, ``發布日期：98-05-18``; an empty label and "Published by" are none.
    """
    text = lines[i].text[: SHORT_LINE + 1]
    if len(text) > SHORT_LINE or not DIGIT.search(text):
        return False
    if label := LABEL_LINE.fullmatch(lines[i - 1].text[:40]) if i and DIGIT.match(text) else None:
        return bool(label["strong"] or label["written"])
    return UNREAD.search(text) is not None


def _is_day(edtf: str) -> bool:
    return len(edtf) == 10 and "X" not in edtf


def _listed(found: Iterable[Found], lines: Sequence[SourceLine], best: Found | None) -> list[Found]:
    """Each date once a role, in order; a bare mention only where the date has no better role.

    A bare line that is not the date of publication, where a label or a byline is, is the day a page was looked at.
    """
    out = [_demoted(f, best) for f in found]
    better = {f.span.edtf for f in out if f.role.name != "mentioned"}
    yearless = {_NO_YEAR.sub("XXXX", f.span.edtf) for f in out if "X" not in f.span.edtf}
    out = [f for f in out if "X" not in f.span.edtf or f.span.edtf not in yearless]
    unique: dict[tuple[str, str], Found] = {}
    for f in out:
        if f.role.name != "mentioned" or f.span.edtf not in better:
            unique.setdefault((f.span.edtf, f.role.name), f)
    return list(unique.values())[:MOST]


def _demoted(f: Found, best: Found | None) -> Found:
    if best and (f.at, f.span) == (best.at, best.span):
        return best
    weaker = best is None or (f.role.rank <= 55 and f.span.edtf != best.span.edtf)
    return f._replace(role=MENTIONED) if f.role.name == "published" and weaker else f
