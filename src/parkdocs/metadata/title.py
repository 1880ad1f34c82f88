"""The title a document gives itself; none is invented where it opens with prose.

Candidates stand above the first running text: headings, lines without a sentence's end, what a crawler or a label says.
A heading mark, a byline right below, and being printed twice speak for a line.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from parkdocs.metadata import date_spans, source_lines, tag_titles, title_lines
from parkdocs.metadata.breadcrumb import parse as parse_breadcrumb
from parkdocs.metadata.byline_names import bare_name
from parkdocs.metadata.date_roles import LABEL_LINE, is_frame
from parkdocs.metadata.places import is_country
from parkdocs.metadata.scripts import RUN, SCRIPT_OF
from parkdocs.metadata.source_lines import SourceLine
from parkdocs.metadata.title_given import LABEL, Candidate, crawled, labelled, one_line, page_image, tabled
from parkdocs.metadata.title_shape import LONGEST, clean, could_be, is_prose, plain, width
from parkdocs.model import Document, Evidence, Metadata

HEAD = 60  # kept lines that are looked at
SCAN = 1000  # lines of a longer document that are looked at: its head, and the end, where a label can stand

_HEADING = re.compile(r"(#{1,6})\s+(.+?)\s*#*$")
_LIST_PAGE = re.compile(
    r"^(?:tags?|category|archives?|标签|標籤|search results(?: for)?)\s{0,3}[:：]\s*\S", re.IGNORECASE
)
_ESCAPED = re.compile(r"&(?:#\d{1,6}|#x[\da-fA-F]{1,5}|amp|quot|apos|nbsp);")
_BARS = re.compile(r"\s[|｜–—-]\s|_")


def fill(doc: Document) -> Document:
    r"""Return the document with ``title`` filled; "" where it has none.

    >>> text = "Park opens second stage\n\nThe park opened its second stage on Monday, its operator said.\n"
    >>> fill(Document("i", "s", text, text)).metadata.title
    'Park opens second stage'
    """
    if doc.metadata.declared and (tag := tag_titles.read(doc)):
        return _filled(doc, _shown(tag.value), Evidence("title", tag.line, tag.rule))
    lines = source_lines.read(doc)
    lines = lines if len(lines) <= SCAN else (*lines[: SCAN - HEAD], *lines[-HEAD:])
    best = (
        labelled(lines)
        or tabled(lines)
        or crawled(lines)
        or one_line(lines)
        or page_image(lines)
        or _best(lines, doc.metadata)
        or labelled(lines, weak=True)
    )
    if not best or any(_LIST_PAGE.match(line.text) for line in lines[:5]):
        return doc
    title = _without_site(best.text, lines)
    title = _KICKER.sub("", _joined(title, lines, best))
    return _filled(doc, title, Evidence("title", lines[best.at].number, best.rule))


_KICKER = re.compile(
    r"^(?:Opinion|Interview|Feature|Analysis|Editorial|Comment(?:ary)?|Press release|Exclusive|Video|Blog)\s?[|｜]\s?",
    re.I,
)
_LEADS_ON = re.compile(r"\b(?:of|on|for|and|in|to|at|with|the|&)$", re.I)
_GOES_ON = re.compile(r"(?:of|on|for|and|in|to|at|with|towards?|&)\s", re.I)


def _joined(title: str, lines: Sequence[SourceLine], best: Candidate) -> str:
    """A title in capitals broken over two lines: ``REPORT OF THE MEETING`` / ``ON SKILLS FOR PARKS``."""
    if not title.isupper() or not title.isascii():
        return title
    for at, order in ((best.at - 1, -1), (best.at + 1, 1)):
        other = clean(lines[at].text) if 0 <= at < len(lines) and not lines[at].kind else ""
        first, second = (other, title) if order < 0 else (title, other)
        fits = other.isupper() and other.isascii() and len(title) + len(other) < LONGEST and could_be(other)
        if fits and (_LEADS_ON.search(first) or _GOES_ON.match(second)):
            return f"{first} {second}"
    return title


def _filled(doc: Document, title: str, evidence: Evidence) -> Document:
    return replace(doc, metadata=replace(doc.metadata, title=title, evidence=(*doc.metadata.evidence, evidence)))


def _shown(text: str) -> str:
    """A tag's title as a reader sees it: without soft hyphens and joiners, spaces made one, nothing escaped twice."""
    text = _ESCAPED.sub(lambda m: html.unescape(m[0]), text)
    return " ".join(re.sub("[\u00ad\u200b-\u200d\ufeff]", "", text).split())


def _best(lines: Sequence[SourceLine], known: Metadata) -> Candidate | None:
    """The best candidate above the running text, of equals the first."""
    counts = Counter(source_lines.folded([line.text for line in lines if len(line.text) <= LONGEST], plain))
    return max(_candidates(lines, known, counts), key=lambda c: (c.score, -c.at), default=None)


def _candidates(lines: Sequence[SourceLine], known: Metadata, counts: Counter[str]) -> Iterator[Candidate]:
    head = [(i, line) for i, line in enumerate(lines) if not line.kind][:HEAD]
    nav = {plain(crumb) for crumb in known.breadcrumb}
    fields = title_lines.fields(lines)
    for i, line in head:
        if _is_frame(line.text) or LABEL_LINE.fullmatch(line.text) or LABEL.match(line.text):
            continue
        heading = _HEADING.match(line.text[: LONGEST + 20])
        text = clean(heading[2] if heading else line.text)
        if not heading and is_prose(text):
            return
        if (
            title_lines.is_field(lines, i, fields)
            or title_lines.is_byline(text)
            or _is_signature(text)
            or title_lines.is_menu(text)
            or plain(text) in nav
            or not could_be(text)
            or parse_breadcrumb(text)
        ):
            continue
        score = _score(lines, i, text, counts) - 3 * _is_foreign(text, known.language)
        yield Candidate(score + 4 * bool(heading), i, text, "title/heading" if heading else "title/first-line")


def _is_signature(text: str) -> bool:
    """Whether a line is a name with a paper or a city behind it: ``Lena Ortiz, Midland Post``, or a city's name."""
    return ("," in text or " in " in text) and (bool(bare_name(text)) or is_country(text.rpartition(",")[2].strip()))


def _score(lines: Sequence[SourceLine], i: int, text: str, counts: Counter[str]) -> int:
    below = next((line for line in lines[i + 1 : i + 3] if plain(line.text) != plain(text)), None)
    framed = below is not None and (
        _is_frame(below.text) or title_lines.is_credit(below.text) or (not below.kind and _signs(below.text))
    )
    leads = below is not None and not below.kind and is_prose(clean(below.text))
    wide = width(text)
    return (
        3 * framed
        + 2 * (counts[plain(text)] > 1)
        + 3 * (not framed and title_lines.names_document(text))
        + leads
        + (wide >= 20)
        - 2 * (wide < 8)
        - 2 * (title_lines.is_item(text) or title_lines.is_agency(text))
        - 3 * (i > 0 and bool(bare_name(text)) and not lines[i - 1].kind)
    )


def _signs(text: str) -> bool:
    """Whether a line below a headline names who wrote it: ``Par Claire Morel``, ``Kofi Boateng in Accra``."""
    return title_lines.is_byline(text) or bool(bare_name(text))


def _is_foreign(text: str, language: str) -> bool:
    """Whether a line has no letter of the script that the document is written in: a widget's or another page's name."""
    script = SCRIPT_OF.get(language.partition("-")[0], "latin")
    return language not in ("", "und") and all(run.lastgroup != script for run in RUN.finditer(text))


def _is_frame(text: str) -> bool:
    return is_frame(text, date_spans.find(text[:200]))


def _without_site(title: str, lines: Iterable[SourceLine]) -> str:
    """The title without a site's name behind a bar, where the rest stands alone on another line."""
    cuts = [m.start() for m in _BARS.finditer(title)]
    alone = {plain(line.text) for line in lines if len(line.text) <= LONGEST} if cuts else set()
    return next((title[:cut].strip() for cut in cuts if plain(title[:cut]) in alone), title)
