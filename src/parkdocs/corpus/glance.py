"""A first look at a record: most of a corpus is fine, and can be seen to be in a few microseconds."""

from __future__ import annotations

from typing import Any

from parkdocs import rules
from parkdocs.corpus import chrome, quality
from parkdocs.corpus.contract import PARTS, covers, is_as_read
from parkdocs.corpus.gate import Gate

DOUBTFUL = frozenset({"truncated", "suspect"})


def enough(gate: Gate) -> bool:
    """Whether a glance can settle anything: nothing is asked for that every record has to be read or compared for."""
    return not (gate.schema or gate.against or gate.sources or gate.languages or gate.detect_language)


def sound(values: dict[str, Any], gate: Gate) -> bool:
    """Whether a record that keeps to its schema surely has no finding but on its text; False: the checks decide.

    The same conditions as the checks', none of them looser, without a word on what is wrong: a property test holds the
    two together.
    """
    metadata = values["metadata"]
    published = metadata["published"]
    if not published or published != values["created"] or not metadata["title"]:
        return False
    return values["completeness"]["verdict"] not in DOUBTFUL and _consistent(values, gate.max_removed)


def clean(text: str, said: tuple[str, str], gate: Gate, looking: rules.RuleSet | None, seen: dict[str, bool]) -> bool:
    """The same of a text; ``said`` are its language and its title.

    ``looking`` are the rules that chrome is looked for with, None where it is not.
    """
    if len(text) < 1000 and quality.empty(text, gate.min_characters):
        return False
    if quality.strange(said[0], text) or (not text.isascii() and quality.SUSPECT.search(text)):
        return False
    return looking is None or not chrome.suspect(text, said[1], looking, seen)


def _consistent(values: dict[str, Any], share: float) -> bool:
    """Whether sections cover the text, edits fit it and give what was read, and at most ``share`` of it went."""
    if not covers(values) or not is_as_read(values):
        return False
    text = values["text"]
    size = len(text)
    at = shift = 0
    for start, old, new in map(PARTS, values["edits"]):
        if start < at:
            return False
        if new:
            if not text.startswith(new, start - shift):
                return False
            shift -= len(new)
        gone = len(old)
        at = start + gone
        shift += gone
    return at - shift <= size and shift <= share * (size + shift)  # places in the text ascend: the last one tells
