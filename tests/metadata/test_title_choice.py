"""Which line above the text is the title."""

import json
from importlib.resources import files

import pytest

from parkdocs.metadata import title_choice, title_head
from parkdocs.metadata.source_lines import SourceLine

PROSE = "The harbour park will add a third gate by the end of next year, and its operator will pay for it. " * 5
DECK = "Lorries will no longer cross the fish market on their way to the quays"
TITLE = "Harbour park gets its third gate"


def best(*texts, kinds=None):
    lines = [SourceLine(n, text, (kinds or {}).get(text, "")) for n, text in enumerate(texts, 1)]
    found = title_choice.best(lines, "en", ())
    return found.text if found else ""


@pytest.mark.parametrize(
    "lines",
    [
        (TITLE, PROSE),
        ("Opinion", TITLE, "By Lan Chi", PROSE),
        ("Home News Sport Letters", TITLE, DECK, "5 November 2023", PROSE),
        ("# " + TITLE, "## In short", PROSE),
        ("Skip to content", "Business", TITLE, "Lan Chi", "5 November 2023", PROSE),
    ],
)
def test_the_headline_wins(lines):
    assert best(*lines) == TITLE


@pytest.mark.parametrize("lines", [(), (PROSE,), (PROSE, TITLE), ("Share", PROSE), ("By Lan Chi", PROSE)])
def test_silence(lines):
    assert best(*lines) == ""


def test_a_line_that_was_taken_away_needs_more():
    assert best("Welcome to our site", PROSE, kinds={"Welcome to our site": "nav"}) == ""


def test_every_reason_is_a_weight_of_the_model():
    lines = [SourceLine(1, TITLE, ""), SourceLine(2, PROSE, "")]
    head = title_head.read(lines, "en", ())
    reasons = title_choice.reasons(head, 0)
    weights = json.loads(files("parkdocs").joinpath("weights", "titles.json").read_text("utf-8"))["weights"]
    assert reasons and all(weights[name] == value for name, value in reasons)
    assert [abs(value) for _, value in reasons] == sorted((abs(value) for _, value in reasons), reverse=True)
