"""Where names, roles and organisations start and end among the tokens of a line."""

import pytest

from parkdocs.metadata.names import tokens
from parkdocs.metadata.role_phrases import (
    is_organisation,
    name_from,
    name_until,
    organisation_after,
    phrase_end,
    role_at,
    role_start,
)


def words_between(text: str, start: int, end: int) -> str:
    return " ".join(t.text for t in tokens(text)[start:end])


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Director of the Institute of Economics expressed thanks", "Director of the Institute of Economics"),
        ("Director of the UNIDO Spoke highly", "Director of the UNIDO"),
        ("head of the zone authority told", "head of the zone authority"),
        ("President of SNAI and delivered a speech", "President of SNAI"),
        ("President of SNAI and Mr. Tom Berg", "President of SNAI"),
        ("Director of Law and Professor of Trade", "Director of Law and Professor of Trade"),
        ("Director, Ministry", "Director"),
    ],
)
def test_a_role_ends_where_the_sentence_goes_on(text: str, role: str) -> None:
    assert words_between(text, 0, phrase_end(tokens(text), 1)) == role


def test_a_role_starts_with_its_modifiers() -> None:
    parts = tokens("met United Nations Resident Coordinator")
    assert role_start(parts, 4) == 1
    assert role_at(parts, 1) == 4
    assert role_at(tokens("the big house"), 0) == -1


def test_names_beside_a_role() -> None:
    parts = tokens("UNIDO Gerd Berg , Director Tom Sol said")
    assert name_until(parts, 3) == 1
    assert name_from(parts, 5) == 7
    assert name_from(parts, 7) == 0
    assert name_until(parts, 0) == -1


def test_organisations() -> None:
    text = "Director, Department of Trade, Ministry of Commerce, Ana Sol"
    assert organisation_after(text, tokens(text), 1) == "Department of Trade, Ministry of Commerce"
    assert is_organisation(["Peking", "University"])
    assert is_organisation(["Laos"])
    assert not is_organisation(["a", "company"])
    assert not is_organisation(["Ana", "Sol"])
