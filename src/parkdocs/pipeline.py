"""THE order of work, as one visible tuple, and the loop over it.

A step is any callable ``(Document, Settings) -> Document``.  A stage is a name and its steps; a verb of the command
line brings a document up to its stage, and a document that is already there passes through unchanged.  So
``clean | segment | extract`` equals ``run`` by construction.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from parkdocs import completeness, marks, metadata, repair, rules, sections, spacing
from parkdocs.model import Document


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run may choose: rule packs beside the built-in ones, and how readily lines go."""

    packs: tuple[str, ...] = ()
    favor: str = "balanced"  # recall | balanced | precision


Step = Callable[[Document, Settings], Document]


def mark_chrome(doc: Document, settings: Settings) -> Document:
    """Lay the marks of rules and labeller over the document."""
    return marks.mark(doc, rules.load(settings.packs), settings.favor)


STAGES: tuple[tuple[str, tuple[Step, ...]], ...] = (
    ("clean", (lambda d, _: repair.repair(d), mark_chrome, lambda d, _: spacing.close_gaps(d))),
    ("segment", (lambda d, _: sections.segment(d), lambda d, _: completeness.judge(d))),
    ("extract", (lambda d, _: metadata.extract(d),)),
)
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
        doc = replace(doc, stage=name)
    return doc


def check_settings(settings: Settings) -> None:
    """Compile the rule packs now, so that a bad one stops the run before the first document (``PackError``)."""
    rules.load(tuple(str(Path(p)) for p in settings.packs))
