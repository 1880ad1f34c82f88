"""People that a document names with a role: speakers, officials, panel members, cards and lists of participants."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parkdocs.lines import Line, clean_lines
from parkdocs.metadata import people_chinese, people_elsewhere, people_english
from parkdocs.metadata.names import is_name, tokens
from parkdocs.metadata.people_english import Role
from parkdocs.metadata.places import is_country
from parkdocs.model import Document, Evidence, Person

_MOST = 500  # people kept
_WINDOW = 50_000  # characters of one line that are looked at
_TOTAL = 2_000_000  # characters of a text that are looked at
_LEADER = re.compile(r"\s*\.{4,}\s*\d*\s*$|\s*…{2,}\s*\d*\s*$")
_CELL = 60  # characters of one line of a card
_CARD = 12  # lines of a card, blank ones left out


def fill(doc: Document) -> Document:
    """Return the document with ``people``: name, role and organisation as printed, at the first mention with a role.

    Read from the clean text.  Names are one person where they are equal but for case (``Dejene TEZERA``).  A name
    without a role is no record, and neither are authors, translators or people who are only thanked.

    >>> text = "Fatou Haidara, Deputy to the Director General of UNIDO, spoke. Zou Shiyong agreed."
    >>> [(p.name, p.role, p.organisation) for p in fill(Document("i", "s", text, text)).metadata.people]
    [('Fatou Haidara', 'Deputy to the Director General of UNIDO', 'UNIDO')]
    """
    lines = [line for line in clean_lines(doc) if line.text.strip()]
    found: dict[str, tuple[Person, str]] = {}
    for number, role in _read(lines, doc.metadata.language, people_english.parts_in(doc.text[:_TOTAL])):
        key = role.name.casefold()
        if key in found or is_country(role.name) or len(found) >= _MOST:
            continue
        found[key] = (Person(role.name, role.role[:300], role.organisation[:300], number), role.rule)
    evidence = [Evidence("people", person.line, rule) for person, rule in found.values()]
    metadata = doc.metadata._replace(
        people=tuple(person for person, _ in found.values()),
        evidence=(*doc.metadata.evidence, *evidence),
    )
    return doc._replace(metadata=metadata)


def _read(lines: Sequence[Line], language: str, parts: Sequence[str]) -> Iterator[tuple[int, Role]]:
    """People with the numbers of their lines; ``parts`` are those of English roles that the text holds."""
    left = _TOTAL
    english = [bool(parts) and _holds(line.text[:_WINDOW].lower(), parts) for line in lines]
    elsewhere = language in people_elsewhere.LANGUAGES
    for at, line in enumerate(lines):
        if left <= 0:
            return
        if english[at] or elsewhere or not line.text.isascii():
            for role in _on_line(line.text[: min(_WINDOW, left)], language, english=english[at]):
                yield line.number, role
        left -= len(line.text) + 1
        if any(english[at + 1 : at + 1 + _CARD]) and (card := _card(lines, at)):
            yield line.number, card


def _holds(low: str, parts: Sequence[str]) -> bool:
    return any(map(low.__contains__, parts))


def _on_line(text: str, language: str, *, english: bool) -> Iterator[Role]:
    if "..." in text or "……" in text:
        text = _LEADER.sub("", text)
    text = text.replace("*", " ").replace("__", "  ")
    if english:
        yield from people_english.read(text)
    yield from people_chinese.read(text)
    yield from people_elsewhere.read(text, language)


def _card(lines: Sequence[Line], at: int) -> Role | None:
    """A card broken over short lines: a name alone, then the role, then organisations.

    Seen in Markdown made from slides: each cell in asterisks, and a cell may go on over several lines.
    """
    name = lines[at].text.strip()
    if len(name) > _CELL or not 1 <= name.count(" ") <= 4 or not is_name([t.text for t in tokens(name.strip("*_ "))]):
        return None
    cells = _cells([line.text.strip() for line in lines[at + 1 : at + 1 + _CARD]], starred=name.startswith("*"))
    if not cells or len(cells[0]) > 2 * _CELL or not people_english.anchor().search(cells[0]):
        return None
    person = next(people_english.read(f"{name.strip('*_ ')}, {', '.join(cells)}"), None)
    whole = person and person.at == 0 and cells[0].startswith(person.role.split(",")[0][:20])
    return person._replace(rule="people/card") if person and whole else None


def _cells(texts: Sequence[str], *, starred: bool) -> list[str]:
    """Texts of the cells after a card's name; starred ones may be broken over lines, plain ones are a line each."""
    if not starred:
        return [t for t in texts[:1] if len(t) <= 2 * _CELL and not t.endswith((".", "!", "?", ":"))]
    out: list[str] = []
    open_cell = ""
    for text in texts:
        if len(text) > _CELL or (not open_cell and not text.startswith("*")):
            break
        open_cell = f"{open_cell} {text}".strip()
        if text.endswith("*") and len(open_cell) > 1:
            out.append(" ".join(open_cell.strip("*_ ").split()))
            open_cell = ""
    return out
