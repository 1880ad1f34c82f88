"""Where the verdict of a rule that takes a block or the rest of a page stops: at text that goes on below."""

import pytest

from parkdocs import marks, page
from parkdocs.lines import split
from parkdocs.rules import Rule, RuleSet

PROSE = "The park covers 46 square kilometres east of the old city, with nine sheds and a training centre."


def taken(below, reach="rest"):
    """Numbers of the lines below ``Mark me`` that its rule takes."""
    rules = RuleSet([Rule("test/mark", "footer", "^mark me$", "a test", "tail", reach, (), 60, (), (), "test.toml")])
    read = page.read(split("\n".join([PROSE, "Mark me", *below]) + "\n"))
    found = [v for v in marks.decide(read, rules) if v.rule == "test/mark"]
    return [n - 1 for v in found for n in range(v.first, v.last + 1) if n > 1]


@pytest.mark.parametrize(
    "below",
    [
        ["Annex: rents", "A-04 | 200", "A-07 | 500"],
        ["A-04 | 200", "A-07 | 500"],
        ["| Plot | Rent |", "|---|---|", "| A-04 | 200 |"],
        ["Notes to editors", "- The zone opened in 2010"],
        ["附表：可供地块", "A-04：20亩"],
        ["## Plots", "A-04"],
        ["第二章 附则", "自公布之日起施行"],
    ],
)
def test_the_rest_stops_where_the_text_goes_on(below):
    assert taken(["Investor Services", "Tel: 123 4567", "", *below]) == [1, 2]


def test_the_rest_is_all_of_a_footer():
    assert taken(["Investor Services", "Tel  123 4567", "Fax  123 4568", "Home | News", "Jobs | Press"]) == [
        1,
        2,
        3,
        4,
        5,
    ]


def test_a_block_stops_at_an_annex_and_not_at_a_teaser_with_marks():
    assert taken(["Third tenant signs", "Annex 1", "A-04"], "block") == [1]
    assert taken(["### Third tenant signs", "A week of dust"], "block") == [1, 2]
