"""What is said of a line that may be the title."""

import pytest

from parkdocs.metadata import title_features, title_head
from parkdocs.metadata.source_lines import SourceLine

PROSE = "The harbour park will add a third gate by the end of next year, and its operator will pay for it. " * 5


def features(*texts, at=0):
    lines = [SourceLine(n, text, "") for n, text in enumerate(texts, 1)]
    return set(title_features.features(title_head.read(lines, "en", ()), at))


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Ports — quays — gates", "separators:2"),
        ("3.1 Quays", "item"),
        ("Ministry of Ports", "body-of-people"),
        ("Lan Chi", "name"),
        ("PORT TO GROW", "capitals:all"),
        ("Port to grow", "capitals:first"),
        ("Quays (14)", "total"),
        ("港口扩建?", "foreign"),
    ],
)
def test_make(line, name):
    assert name in features(line, PROSE)


def test_a_headline_is_taken_up_by_the_text():
    assert "taken-up-words:4" in features("Harbour park gets third gate", PROSE)
    assert "taken-up-words:0" in features("Opinion and letters", PROSE)
    assert not [n for n in features("Harbour park gets third gate", PROSE[:100]) if n.startswith("taken-up")]


def test_place_counts_the_lines_above():
    found = features("Business", "By Lan Chi", "Harbour park gets third gate", PROSE, at=2)
    assert {"candidates:1", "dated:1", "to-prose:0", "above0:byline", "above1:text"} <= found
