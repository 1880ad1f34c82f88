"""What tests of dates ask: which rule gives each date of a text its role."""

from parkdocs.metadata import source_lines
from parkdocs.metadata.date_roles import role
from parkdocs.metadata.date_spans import find
from parkdocs.model import Document

PROSE = "The park opened its second stage, and forty firms have signed up so far, its operator said in a statement."


def rules_of(text, *, first_prose=99, weak=False):
    """Rules that give each date of a text its role."""
    lines = source_lines.read(Document("i", "s", text, text))
    out = []
    for i, line in enumerate(lines):
        spans = find(line.text, weak=weak)
        out += [role(lines, i, span, [s for s in spans if not s.weak], first_prose) for span in spans]
    return [r.rule.removeprefix("dates/") for r in out]


def rule_of(text, **more):
    """The rule of its first date."""
    return rules_of(text, **more)[0]
