"""Heads and feet of pages go, with the page numbers beside them; what recurs for another reason stays."""

import pytest

from parkdocs import furniture, page
from parkdocs.lines import split

BODY = "The Board met {0} times.\nMembers retired in {0}.\nThey had served {0} years.\nAll {0} were thanked.\n"


def found(text):
    read = page.read(split(text))
    return [read.lines[i].text for i, *_ in furniture.find(read)]


def test_a_head_above_a_number_on_each_page():
    head = "HARBOUR ZONES ANNUAL REPORT 2016"
    text = "".join(f"{head}\n{n}\n{BODY.format(n)}" for n in (2, 3, 7))
    assert found(text) == [head, "2", head, "3", head, "7"]


@pytest.mark.parametrize(
    "foot", ["Acme Advisers          {}", "Acme Advisers | {}", "{}    Acme Advisers", "Acme Page {}"]
)
def test_a_foot_that_holds_the_number(foot):
    text = "".join(f"{BODY.format(n)}\n{foot.format(n)}\n\nStudy of the free zone     Volume I\n\n" for n in (1, 2, 5))
    assert len(found(text)) == 6


def test_roman_numbers_come_before_the_others():
    text = "".join(f"{BODY.format(n)}\nAcme Advisers     {n}\n\n" for n in ("i", "ii", "1", "2", "3"))
    assert len(found(text)) == 5


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"Decision\n{BODY.format(n)}" for n in range(4)),
        "Zone A   12\nZone A   15\nZone A   19\nZone A   23\n",
        "".join(f"Northgate\n{n}\n" for n in (62, 91, 97)),
        "".join(f"The Girl of the Harbour\n{year}\n{BODY.format(year)}" for year in (2006, 2010, 2016)),
        "".join(f"Lot    {n}\n{BODY.format(n)}" for n in (9, 4, 7, 2)),
        "".join(f"HARBOUR REPORT\n{n}\n{BODY.format(n)}" for n in (1, 2)),
        "",
    ],
    ids=["headings", "rows", "cells", "years", "falling", "two", "empty"],
)
def test_what_recurs_for_another_reason(text):
    assert found(text) == []
