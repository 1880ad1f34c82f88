"""The language of each section, told from its beginning alone: what ``segment`` can afford on every document.

``language.fill`` reads all letters of a document when the metadata are extracted, and then has the last word.  The
first 240 characters of a section agree with it on 99 sections of 100, at a tenth of the time.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from itertools import accumulate, pairwise

from parkdocs.metadata import language
from parkdocs.model import Document

OPENING, MOST = 240, 400  # characters of a section that are read, sections that are read


def fill(doc: Document) -> Document:
    r"""Return the document with each section's language filled; one that does not tell takes the document's.

    Safe: linear time, at most 400 openings are read.  Risky: a section that begins with a quotation in another
    language takes that one.

    >>> from parkdocs.model import Section
    >>> text = "The park opened its gates to the first tenants.\n园区占地四十六平方公里，入驻企业三百家，产值千亿。\n"
    >>> parts = (Section(1, "", "body", 0, 48), Section(1, "", "body", 48, len(text)))
    >>> [s.language for s in fill(Document("i", "s", text, text, sections=parts)).sections]
    ['en', 'zh-Hans']
    """
    openings = [" ".join(doc.text[s.start : min(s.end, s.start + OPENING)].splitlines()) for s in doc.sections[:MOST]]
    parts = language.read("\n".join(openings))
    starts = [0, *accumulate(len(opening) + 1 for opening in openings)]
    usual = _most(parts) or "und"
    codes = []
    for start, end in pairwise(starts):
        first, last = (bisect_left(parts, at, key=lambda part: part.start) for at in (start, end))
        codes.append(_most(parts[first:last]) or usual)
    codes += [usual] * (len(doc.sections) - len(codes))
    sections = (s._replace(language=code) for s, code in zip(doc.sections, codes, strict=True))
    return doc._replace(sections=tuple(sections))


def _most(parts: Iterable[language.Part]) -> str:
    """The language of most letters, "" where there are none; letters that are no words count only alone."""
    weights: Counter[str] = Counter()
    for part in parts:
        weights[part.code] += part.weight
    if len(weights) > 1:
        del weights["und"]
    return min(weights, key=lambda code: (-weights[code], code)) if weights else ""
