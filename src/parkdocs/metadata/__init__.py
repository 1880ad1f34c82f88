"""Read what is known about a document: THE order of the metadata steps, as one visible tuple.

Every step takes a document and returns it with its own fields of ``metadata`` filled and one ``Evidence`` entry for
each value.  Steps read the clean text and the lines that cleaning took away: a breadcrumb or a byline is chrome for a
reader and the best evidence for us.
"""

from __future__ import annotations

from collections.abc import Callable

from parkdocs.metadata import breadcrumb, bylines, contacts, dates, kind, language, people, places, title
from parkdocs.model import Document

Fill = Callable[[Document], Document]

STEPS: tuple[Fill, ...] = (
    language.fill,  # first: dates lean on the language where 03/04/2023 has two readings
    breadcrumb.fill,
    title.fill,  # leaves out what the breadcrumb names
    bylines.fill,
    dates.fill,  # minutes carry their date in the title
    contacts.fill,
    people.fill,
    places.fill,
    kind.fill,  # last: it reads what the others found
)


def extract(doc: Document) -> Document:
    r"""Return the document with its metadata filled; ``metadata.kind`` is never empty afterwards.

    >>> text = "Park opens second stage\n\n5 November 2023\n\nThe new park opened its gates.\n"
    >>> done = extract(Document("i", "s", text, text))
    >>> done.metadata.title, done.metadata.published, done.metadata.language
    ('Park opens second stage', '2023-11-05', 'en')
    """
    for fill in STEPS:
        doc = fill(doc)
    evidence = sorted(doc.metadata.evidence, key=lambda e: (e.field, e.line, e.rule))
    return doc._replace(metadata=doc.metadata._replace(evidence=tuple(evidence)))
