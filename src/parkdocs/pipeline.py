"""THE order of work, as one visible tuple, and the loop over it.

A step is any callable ``(Document, Settings) -> Document``.  A stage is a name and its steps; a verb of the command
line brings a document up to its stage, and a document that is already there passes through unchanged.  So
``clean | segment | extract`` equals ``run`` by construction.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from parkdocs.model import Document


class Settings(NamedTuple):
    """What a run may choose: rule packs beside the built-in ones, and how readily lines go."""

    packs: tuple[str, ...] = ()
    favor: str = "balanced"  # recall | balanced | precision


Step = Callable[[Document, Settings], Document]


def mend(doc: Document, settings: Settings) -> Document:
    """Repair characters: mojibake, control characters, line ends, normal form."""
    from parkdocs.repair import repair

    return repair(doc)


def mark_chrome(doc: Document, settings: Settings) -> Document:
    """Lay the marks of rules and labeller over the document."""
    from parkdocs import marks, rules

    return marks.mark(doc, rules.load(settings.packs), settings.favor)


def close_gaps(doc: Document, settings: Settings) -> Document:
    """Drop the blank lines that removals leave."""
    from parkdocs import spacing

    return spacing.close_gaps(doc)


def outline(doc: Document, settings: Settings) -> Document:
    """Find the sections."""
    from parkdocs.sections import segment

    return segment(doc)


def judge(doc: Document, settings: Settings) -> Document:
    """Say whether the document is whole."""
    from parkdocs import completeness

    return completeness.judge(doc)


def name_languages(doc: Document, settings: Settings) -> Document:
    """Say what language each section is in."""
    from parkdocs.metadata import section_language

    return section_language.fill(doc)


def read_metadata(doc: Document, settings: Settings) -> Document:
    """Read title, dates, people, places, contacts and the rest."""
    from parkdocs import metadata

    return metadata.extract(doc)


STAGES: tuple[tuple[str, tuple[Step, ...]], ...] = (
    ("clean", (mend, mark_chrome, close_gaps)),
    ("segment", (outline, name_languages, judge)),
    ("extract", (read_metadata,)),
)
"""THE order.  Steps import their module when first called, so that a verb loads no stage it does not reach."""

STAGE_NAMES = ("source", *(name for name, _ in STAGES))


def advance(doc: Document, to: str, settings: Settings) -> Document:
    r"""Return the document brought up to stage ``to``; unchanged where it is there already.

    >>> doc = advance(Document("a.txt", "a.txt", "Hello.\n", "Hello.\n"), "segment", Settings())
    >>> doc.stage, len(doc.sections)
    ('segment', 1)
    """
    done = STAGE_NAMES.index(doc.stage)
    for name, steps in STAGES[done : STAGE_NAMES.index(to)]:
        for step in steps:
            doc = step(doc, settings)
        doc = doc._replace(stage=name)
    return doc


def check_settings(settings: Settings) -> None:
    """Compile the rule packs now, so that a bad one stops the run before the first document (``PackError``)."""
    from parkdocs import rules

    rules.load(settings.packs)
