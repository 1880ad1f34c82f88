"""Heads and feet of pages go, with the page numbers beside them; what recurs for another reason stays."""

import pytest

from parkdocs import furniture, page
from parkdocs.lines import split

BODY = "The Board met {0} times.\nMembers retired in {0}.\nThey had served {0} years.\nAll {0} were thanked.\n"
TABLE = "Revenue (USD m)\t{0}0\nCosts of the year\t{0}7\nStaff at its end\t4{0}\n"
PROSE = "Bids go to the Authority by post, and it answers each of them in the order in which they came in.\n"


def found(text):
    read = page.read(split(text))
    return [read.lines[i].text for i, *_ in furniture.find(read)]


def pages(*parts, numbers=(1, 2, 3)):
    """A text with these lines on each page, numbered, and some text that no other page has."""
    return "".join("".join(f"{part.format(n)}\n" for part in (*parts, BODY)) for n in numbers)


def test_a_head_above_a_number_on_each_page():
    head = "HARBOUR ZONES ANNUAL REPORT 2016"
    assert found(pages(head, "{}", numbers=(2, 3, 7))) == [head, "2", head, "3", head, "7"]


@pytest.mark.parametrize(
    "foot", ["Acme Advisers        {}", "Acme Advisers | {}", "{}    Acme Advisers", "Acme Page {}"]
)
def test_a_foot_that_holds_the_number(foot):
    head = "Study of the free zone     Volume I"
    assert found(pages(foot, "", head)) == [x for n in (1, 2, 3) for x in (foot.format(n), head)]


def test_roman_numbers_come_before_the_others():
    numbers = ("i", "ii", "1", "2", "3")
    assert found(pages("Acme Advisers     {}", numbers=numbers)) == [f"Acme Advisers     {n}" for n in numbers]


@pytest.mark.parametrize("number", ["Page {}", "Page {} of 9", "p. {}", "第 {} 页", "- {} -"])
def test_numbers_in_words(number):
    expected = [x for n in (1, 2, 3) for x in ("ANNUAL REPORT 2016", number.format(n))]
    assert found(pages("ANNUAL REPORT 2016", number)) == expected


@pytest.mark.parametrize(
    "text",
    [
        pages("Decision"),
        "Zone A   12\nZone A   15\nZone A   19\nZone A   23\n",
        "".join(f"Northgate\n{n}\n" for n in (62, 91, 97)),
        pages("The Girl of the Harbour", "{}", numbers=(2006, 2010, 2016)),
        pages("Lot    {}", numbers=(9, 4, 7, 2)),
        pages("HARBOUR REPORT", "{}", numbers=(1, 2)),
        pages("In 200{}", TABLE, numbers=(1, 2, 3, 4)),
        pages("Tenants in all | {}", "Staff of all | {}", "Sheds that are let | {}"),
        pages("Article\t{}"),
        pages("## Lot of land | {}"),
        pages("问题 | {}"),
        pages("{}", "## Decision"),
        pages("Area in hectares    {}0", "Price on request"),
        "".join(f"```\nGO TO LINE    {n}\nA\nB\nC\n```\n" for n in (1, 2, 3)),
        pages("{}", PROSE),
        "",
    ],
    ids=[
        "headings",
        "rows",
        "cells",
        "years",
        "falling",
        "two",
        "figures",
        "bars",
        "articles",
        "marked",
        "questions",
        "decisions",
        "steps",
        "code",
        "prose",
        "empty",
    ],
)
def test_what_recurs_for_another_reason(text):
    assert found(text) == []


def test_lines_of_text_cost_little():
    """A wrapped line without a wide gap is not tried against the patterns, which take more than linear time."""
    assert (
        furniture.APART.search("a line of text that was wrapped at the right edge of its sheet and ends in a word")
        is None
    )
