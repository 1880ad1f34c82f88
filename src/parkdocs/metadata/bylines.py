"""Authors, translators and the credited source, from bylines in the text and in the lines that cleaning took away."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from parkdocs import frontmatter
from parkdocs.frontmatter import Property
from parkdocs.metadata import (
    byline_chinese,
    byline_english,
    byline_lines,
    byline_papers,
    organisations,
    source_lines,
    tag_authors,
    title_lines,
)
from parkdocs.metadata.byline_chinese import Credit
from parkdocs.metadata.byline_names import bare_name, leading_names
from parkdocs.metadata.places import is_country
from parkdocs.metadata.source_lines import SourceLine
from parkdocs.model import Document, Evidence

_NEAR_TITLE = 4  # lines under a title in which a bare name is a byline
_TOLD = 15  # lines under a bare name in which prose must follow
_BY = frozenset(("byline/by", "byline/by-other-language", "byline/author-label", "byline/label-above"))
_RELATED = re.compile(r"(?:tin|bài)(?:\sviết)?\s(?:liên quan|khác|cùng|mới)|xem thêm\b|đọc thêm\b", re.IGNORECASE)
_NEAR_DATED = 16  # lines under a title in which a name beside a date is one
_MOST_LINES = 20_000  # lines that are looked at, half from each end


class Found(NamedTuple):
    """A credit with where it stands: index among the lines, and line number."""

    at: int
    number: int
    credit: Credit


def fill(doc: Document) -> Document:
    r"""Return the document with ``authors``, ``translators``, ``editors`` and ``credit``, and with its publisher.

    Authors come from the first byline after the title, else from the first one; a photographer or a translator stands
    in only where nobody else signs (a translator only where no source is credited either).  A source in the head of a
    page goes before one at its end, and that before one between paragraphs, which mostly credits a photo.

    >>> prose = "The new park opened its gates to nine firms. " * 4
    >>> text = f"Park opens\n\nBy Lan Chi\n\n{prose}\n\nSource: Wire\n"
    >>> done = fill(Document("i", "s", text, text)).metadata
    >>> done.authors, done.credit
    (('Lan Chi',), 'Wire')
    """
    doc = organisations.fill(doc)
    lines = source_lines.unmarked(_ends(source_lines.read(doc)))
    title = source_lines.title_at(lines, doc.metadata.title)
    found = sorted(_read(lines), key=lambda f: f.at)
    top = frontmatter.read(doc)
    translators = _property(top, "translator", "translators") or _first(found, "translator", title)
    editors = _property(top, "editor", "editors") or _first(found, "editor", title)
    credit = _credit(found, lines)
    authors = _property(top, "author", "authors", "by") or _tagged(doc, _visible(doc, lines, found, title), title)
    if not authors and not credit and translators:
        authors = translators._replace(credit=translators.credit._replace(rule="byline/translator-signs"))
    fields = [("authors", authors), ("translators", translators), ("editors", editors), ("credit", credit)]
    evidence = [Evidence(name, f.number, f.credit.rule) for name, f in fields if f for _ in f.credit.values]
    metadata = doc.metadata._replace(
        authors=authors.credit.values if authors else (),
        translators=translators.credit.values if translators else (),
        editors=editors.credit.values if editors else (),
        credit=credit.credit.values[0] if credit else "",
        evidence=(*doc.metadata.evidence, *evidence),
    )
    return doc._replace(metadata=metadata)


def _property(top: Sequence[Property], *keys: str) -> Found | None:
    """Whom the properties at the top of a Markdown file name; several people in one value are taken apart."""
    named = frontmatter.find(top, *keys)
    if not named:
        return None
    names = [name for value in named.values for name in _people(value)]
    return Found(-1, named.number, Credit(keys[0], tuple(dict.fromkeys(names)), "byline/front-matter"))


def _people(value: str) -> tuple[str, ...]:
    names, rest = leading_names(value)
    return names if names and not rest.strip(" .") else byline_chinese.people(value) or (value,)


def _visible(doc: Document, lines: Sequence[SourceLine], found: Sequence[Found], title: int) -> Found | None:
    return (
        _paper(lines)
        or _first(found, "author", title)
        or _bare(lines, title)
        or _last(lines, doc)
        or _beside_date(lines, title)
        or _worded(lines, title)
        or _first(found, "photographer", title)
    )


def _tagged(doc: Document, visible: Found | None, title: int) -> Found | None:
    """The authors of an HTML page's tags, where these say more or better than the visible byline.

    A meta tag may name who posted the text: a byline of full names right under the title goes before it.
    """
    signed = tag_authors.read(doc, visible.credit.values if visible else ()) if doc.metadata.declared else None
    if signed and visible and signed.tag.rule == "html/meta" and _says_other(visible, signed.names, title):
        return visible
    return Found(-1, signed.tag.line, Credit("author", signed.names, signed.tag.rule)) if signed else visible


def _says_other(visible: Found, names: tuple[str, ...], title: int) -> bool:
    """Whether a byline of full names right under the title names other people than a tag does."""
    near = title >= 0 and title < visible.at <= title + _NEAR_TITLE and visible.credit.rule in _BY
    own = visible.credit.values
    return near and all(" " in name for name in own) and set(map(_plain, own)) != set(map(_plain, names))


def _ends(lines: Sequence[SourceLine]) -> Sequence[SourceLine]:
    half = _MOST_LINES // 2
    return lines if len(lines) <= _MOST_LINES else [*lines[:half], *lines[-half:]]


def _read(lines: Sequence[SourceLine]) -> Iterator[Found]:
    for at, line in enumerate(lines):
        for credit in byline_chinese.read(line.text):
            yield Found(at, line.number, credit)
        for credit in byline_english.read(line.text):
            yield Found(at, line.number, credit)
    for at, credit in byline_lines.read(lines):
        yield Found(at, lines[at].number, credit)


def _plain(text: str) -> str:
    return "".join(text[:400].strip("#*_ ").split()).casefold()


def _first(found: Sequence[Found], field: str, title: int) -> Found | None:
    """The first credit of a field after the title, else the first of all, with all names of its own line."""
    mine = [f for f in found if f.credit.field == field]
    if not mine:
        return None
    first = next((f for f in mine if f.at >= title), mine[0])
    names = [name for f in mine if f.at == first.at for name in f.credit.values]
    return first._replace(credit=first.credit._replace(values=tuple(dict.fromkeys(names))))


def _bare(lines: Sequence[SourceLine], title: int) -> Found | None:
    """A line under the title that holds a name and nothing else (``Lan Chi``), where prose follows."""
    if title < 0:
        return None
    for at in range(title + 1, min(title + 1 + _NEAR_TITLE, len(lines))):
        if _is_prose(lines[at].text):
            return None
        chinese = (
            ()
            if at > title + 2 or title_lines.is_table_label(lines[at].text)
            else byline_chinese.bare_name(lines[at].text)
        )
        names = bare_name(lines[at].text) or chinese
        told = any(_is_prose(line.text) for line in lines[at + 1 : at + 1 + _TOLD])
        if names and told and not any(map(is_country, names)) and _plain(lines[at].text) != _plain(lines[title].text):
            return Found(at, lines[at].number, Credit("author", names, "byline/name-under-title"))
    return None


def _paper(lines: Sequence[SourceLine]) -> Found | None:
    """The authors of a paper, above its abstract."""
    at, names = byline_papers.read(lines) or (0, ())
    return Found(at, lines[at].number, Credit("author", names, "byline/paper")) if names else None


def _last(lines: Sequence[SourceLine], doc: Document) -> Found | None:
    """The name alone on the last kept line, below prose: how Vietnamese papers sign; elsewhere it may be a teaser."""
    kept = [(at, line) for at, line in enumerate(lines) if not line.kind or _before_related(lines, at)][-2:]
    if doc.metadata.language != "vi" or len(kept) < 2 or not _is_prose(kept[0][1].text):
        return None
    at, line = kept[1]
    names = bare_name(line.text)
    return Found(at, line.number, Credit("author", names, "byline/name-at-end")) if names else None


def _before_related(lines: Sequence[SourceLine], at: int) -> bool:
    """Whether a line that cleaning took away stands between kept prose and the heading of related news."""
    told = at and not lines[at - 1].kind and _is_prose(lines[at - 1].text)
    return bool(told and at + 1 < len(lines) and _RELATED.match(lines[at + 1].text))


def _beside_date(lines: Sequence[SourceLine], title: int) -> Found | None:
    """The first line near the title that is a name and a date, where no byline says more; below it are teasers."""
    for at in range(title, min(title + _NEAR_DATED, len(lines))) if title >= 0 else ():
        if names := byline_lines.beside_date(lines[at].text):
            return Found(at, lines[at].number, Credit("author", names, "byline/name-and-date"))
    return None


def _worded(lines: Sequence[SourceLine], title: int) -> Found | None:
    """Near the title: some words with "by" before a full name, or a full name before a bar and something short.

    ``Walked and drawn by Lan Chi``, ``Lan Chi · Harbours``; who only edited, translated or took the photos is none.
    """
    for at in range(title + 1, min(title + 1 + _NEAR_TITLE, len(lines))) if title >= 0 else ():
        text = lines[at].text
        if _is_prose(text):
            return None
        if names := byline_lines.worded(text):
            return Found(at, lines[at].number, Credit("author", names, "byline/near-title"))
    return None


def _credit(found: Sequence[Found], lines: Sequence[SourceLine]) -> Found | None:
    """The named source: head of the page, else its end, else between paragraphs."""
    mine = [f for f in found if f.credit.field == "credit"]
    if not mine:
        return None
    prose = (i for i, line in enumerate(lines) if not line.kind and _is_prose(line.text))
    first = next(prose, len(lines))
    ends = (i for i in range(len(lines) - 1, -1, -1) if not lines[i].kind and _is_prose(lines[i].text))
    last = next(ends, -1)
    head = [f for f in mine if f.at <= first]
    tail = [f for f in mine if f.at >= last]
    return next(iter(head or tail or mine), None)


def _is_prose(text: str) -> bool:
    """Whether a line is a sentence or more, not a heading, label or caption."""
    if len(text) >= 120:
        return True
    chinese = sum("\u3400" <= c <= "\u9fff" for c in text)
    return (chinese >= 20 and any(c in "，。；,;" for c in text)) or (
        len(text) >= 60 and text.rstrip("\"'”’)").endswith((".", "!", "?"))
    )
