"""Sections: the outline of the clean text, its levels reconciled, its parts tiled without a gap."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from parkdocs import headingnames, headings, matching, numbering, shapes, toc
from parkdocs.headings import Heading
from parkdocs.lines import Line, clean_lines
from parkdocs.model import Document, Section

Key = tuple[int, int]
TOP: Key = (0, 0)  # headings with a known name and no other sign, such as a plain "Abstract"


class _Part(NamedTuple):
    """A section before its end and path are known."""

    start: int
    level: int
    heading: str
    kind: str


def segment(doc: Document) -> Document:
    r"""Fill ``doc.sections``: at least one, in order, each ending where the next starts, the last at the text's end.

    Text before the first heading is front-matter when it holds no prose (a cover, a title with its byline), else a
    body section without a heading.  A text without headings is one body section of level 1 with heading "".  Levels
    follow the table of contents, then numbering, then Markdown marks, then order of appearance.  The title that all
    other headings stand under is the document's own: it has level 0, so that sections count from 1 with or without it.

    >>> text = "# Parks\n\n## 1. Aims\nThey are many.\n\n# Annex A\n\nA list.\n"
    >>> [(s.level, s.heading, s.kind) for s in segment(Document("i", "s", text, text)).sections]
    [(1, 'Parks', 'body'), (2, '1. Aims', 'body'), (1, 'Annex A', 'annex')]
    >>> text = "# Parks\n\n## Aims\nThey are many.\n\n### Scope\n\nAll.\n"
    >>> [(s.level, s.heading) for s in segment(Document("i", "s", text, text)).sections]
    [(0, 'Parks'), (1, 'Aims'), (2, 'Scope')]
    """
    lines = clean_lines(doc)
    entries = toc.read(lines)
    inside = _contents(lines, entries)
    found = headings.find(lines, [e.heading for e in entries], inside)
    parts = _with_contents(list(_parts(found, lines, entries, inside)), lines, inside)
    return doc._replace(sections=tuple(_tile(_merged(_opened(parts, doc.text, lines)), len(doc.text))))


def _contents(lines: Sequence[Line], entries: Sequence[toc.Entry]) -> range:
    """Line indexes of the table of contents with its heading."""
    if not entries:
        return range(0)
    first = next(i for i, line in enumerate(lines) if line.next > entries[0].start)
    last = next(i for i in range(first, len(lines)) if lines[i].end >= entries[-1].end)
    head = next((i for i in range(first - 1, max(-1, first - 6), -1) if lines[i].text.strip()), -1)
    return range(head if head >= 0 and toc.is_head(lines[head].text) else first, last + 1)


def _parts(
    found: Sequence[Heading], lines: Sequence[Line], entries: Sequence[toc.Entry], inside: range
) -> Iterator[_Part]:
    """A part for each heading, with level and kind."""
    pairs = matching.match([e.heading for e in entries], [h.text for h in found])
    matched = {i: entry.level for i, entry in zip(pairs, entries, strict=True) if i >= 0}
    annex = 0  # level of the annex that the parts stand in
    levels = _stacked(found, _levels(found, matched), lines, matched)
    if not matched and _has_title(found, levels, lines):
        levels = [level - 1 for level in levels]
    cover = _cover(found, lines, inside)
    for i, (level, h) in enumerate(zip(levels, found, strict=True)):
        annex = level if headingnames.is_annex(h.text) else annex if level > annex else 0
        kind = "annex" if annex else "body"
        if headingnames.is_disclaimer(h.text):
            kind = "disclaimer"
        elif headingnames.is_contents(h.text):
            kind = "toc"
        elif i < cover and i not in matched and h.sign != "known":
            kind = "front-matter"
        before = i < cover and i not in matched
        yield _Part(lines[h.at].start, 1 if before else level, h.text, kind)


def _cover(found: Sequence[Heading], lines: Sequence[Line], inside: range) -> int:
    """How many headings stand above the contents, on a cover; none where marked sections with running text do.

    Seen on sites that sell reports: a description in sections first, the contents below.
    """
    above = [h for h in found if h.at < inside.start]
    ends = [*(h.at for h in above[1:]), inside.start]
    marked = sum(h.depth > 0 and _has_prose(lines[h.last + 1 : end]) for h, end in zip(above, ends, strict=False))
    return len(above) if marked < 2 else 0


def _has_prose(lines: Sequence[Line]) -> bool:
    return any(shapes.is_prose(shapes.bare(line.text)) for line in lines)


def _has_title(found: Sequence[Heading], levels: Sequence[int], lines: Sequence[Line]) -> bool:
    """Whether the first heading is the title: all others are deeper, no prose is above it, no number or known name.

    Seen in Markdown and HTML, where ``#`` or ``h1`` is the title and sections begin at ``##``, and in minutes and rules
    with a title in capitals.  Safe: a second heading of its level shows that it is a section like the others.  Risky:
    an extract that begins with a chapter and ends before the next one.
    """
    if len(found) < 2 or levels[0] != 1 or min(levels[1:]) == 1:
        return False
    first = found[0]
    if first.number or headingnames.is_known(first.text) or first.depth > 1:
        return False
    return not any(shapes.is_prose(shapes.bare(line.text)) for line in lines[: first.at])


def _stacked(found: Sequence[Heading], levels: list[int], lines: Sequence[Line], matched: dict[int, int]) -> list[int]:
    """Free lines have no level but by their place: one straight above another outranks it, and those that follow."""
    out, deeper = list(levels), 0
    for i, h in enumerate(found):
        if h.sign != "alone" or h.number or i in matched:
            continue
        below = found[i + 1] if i + 1 < len(found) else None
        touches = below and not any(line.text.strip() for line in lines[h.last + 1 : below.at])
        if touches and below and below.sign == "alone" and not below.number:
            deeper = 1
        else:
            out[i] += deeper
    return out


def _levels(found: Sequence[Heading], matched: dict[int, int]) -> list[int]:
    """Level of each heading: that of its entry, else that of headings of the same style, else one below the last."""
    keys = _keys(found)
    ranks = {k: rank for rank, k in enumerate(sorted({k for k in keys if k != TOP}), 1)}
    if not matched:
        return [ranks.get(k, 1) for k in keys]
    votes: dict[Key, Counter[int]] = defaultdict(Counter)
    for i, level in matched.items():
        votes[keys[i]][level] += 1
    known: dict[Key, int] = {}
    for k in (TOP, *ranks) if TOP in votes else ranks:
        counts = votes.get(k)
        above = max((known[o] for o in known if o < k and o in votes), default=0)
        known[k] = min((-count, level) for level, count in counts.items())[1] if counts else above + 1
    return [matched.get(i, 1 if k == TOP else known[k]) for i, k in enumerate(keys)]


def _keys(found: Sequence[Heading]) -> list[Key]:
    """A sortable key for each heading's style, smaller is higher; ``TOP`` stands outside the order."""
    plain: dict[str, int] = {}
    first = next((i for i, h in enumerate(found) if _counts(h)), len(found))
    apart = [i > first and _stands_apart(h) for i, h in enumerate(found)]
    for h, outside in zip(found, apart, strict=True):
        if not (h.depth or outside or h.sign in {"known", "contents"}):
            plain.setdefault("number" if h.number else h.sign, 7 + len(plain))
    numbered = [h for h, outside in zip(found, apart, strict=True) if _counts(h) and not outside]
    base = min((h.depth or plain.get("number", 7) for h in numbered), default=0)
    top = min((h.number.depth for h in numbered if h.number), default=0)
    out: list[Key] = []
    for h, outside in zip(found, apart, strict=True):
        if outside:
            out.append(TOP)
        elif h.number and _counts(h):
            out.append((base, h.number.depth - top))
        else:
            out.append((h.depth or plain.get(h.sign, 0), 0))
    return out


def _counts(h: Heading) -> bool:
    """Whether a heading's level is that of its number."""
    return h.number is not None and (h.depth > 0 or h.sign != "known")


def _stands_apart(h: Heading) -> bool:
    """Whether a heading below numbered ones is, unmarked, the schedule or annex of an act, beside its parts."""
    if h.depth:
        return False
    if h.number:
        return h.number.family in numbering.ANNEXES
    return headingnames.is_apart(h.text) and h.sign == "capitals"


def _with_contents(parts: list[_Part], lines: Sequence[Line], inside: range) -> list[_Part]:
    """Add the part of the table of contents, and one after it where no heading follows at once."""
    if not inside:
        return parts
    head = lines[inside.start]
    heading = shapes.bare(head.text) if toc.is_head(head.text) else ""
    added = [_Part(head.start, 1, heading, "toc")]
    after = next((i for i in range(inside.stop, len(lines)) if lines[i].text.strip()), -1)
    if after >= 0 and all(p.start != lines[after].start for p in parts):
        added.append(_Part(lines[after].start, 1, "", "body"))
    return sorted((*parts, *added), key=lambda p: p.start)


def _opened(parts: list[_Part], text: str, lines: Sequence[Line]) -> list[_Part]:
    """Let the first part start at 0, or put one before it for the text above the first heading."""
    if not parts:
        return [_Part(0, 1, "", "body")]
    if not text[: parts[0].start].strip():
        return [parts[0]._replace(start=0), *parts[1:]]
    lead = [line for line in lines if line.start < parts[0].start]
    kind = "body" if any(shapes.is_prose(shapes.bare(line.text)) for line in lead) else "front-matter"
    return [_Part(0, 1, "", kind), *parts]


def _merged(parts: list[_Part]) -> list[_Part]:
    """Join neighbouring parts of the front matter: a cover is one section, named by its first heading."""
    out: list[_Part] = []
    for part in parts:
        if out and out[-1].kind == part.kind == "front-matter":
            out[-1] = out[-1]._replace(heading=out[-1].heading or part.heading)
        else:
            out.append(part)
    return out


def _tile(parts: Sequence[_Part], size: int) -> Iterator[Section]:
    """Sections with end and path: the headings of the parts above that are still open, and the part's own."""
    stack: list[_Part] = []
    ends = [*(p.start for p in parts[1:]), size]
    for part, end in zip(parts, ends, strict=True):
        while stack and stack[-1].level >= part.level:
            stack.pop()
        path = (*(p.heading for p in stack), part.heading) if part.heading else ()
        yield Section(part.level, part.heading, part.kind, part.start, end, path)
        if part.heading and part.kind in {"body", "annex"}:
            stack.append(part)
