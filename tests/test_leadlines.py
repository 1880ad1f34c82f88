import pytest

from parkdocs import headings, leadlines, shapes
from parkdocs.lines import split

DUTIES = "You will inspect the discharge points of tenants and keep the register."
NEEDS = "A degree in chemistry, and five years in an industrial setting."


def found(*lines):
    rows = shapes.rows(list(lines))
    return [rows[j].bare for j in leadlines.find(rows)]


def test_a_vacancy_in_plain_text():
    lines = ("Vacancy: Compliance Officer", "", "About the role", DUTIES, "", "What you bring", NEEDS)
    assert found(*lines) == ["About the role", "What you bring"]
    text = "\n".join((*lines, "", "How to apply", "Send your CV and a covering letter.", ""))
    assert [h.text for h in headings.find(split(text))] == ["About the role", "What you bring", "How to apply"]


def test_with_blank_lines_under_them():
    lines = ("Vacancy: Compliance Officer", "", "About the role", "", DUTIES, "", "What you bring", "", NEEDS, "")
    text = "\n".join((*lines, "How to apply", "", "Send your CV and a covering letter.", ""))
    assert [h.text for h in headings.find(split(text))] == ["About the role", "What you bring", "How to apply"]


def test_one_such_block_needs_a_usual_name():
    assert found(DUTIES, "", "The old mill", NEEDS) == []
    assert found(DUTIES, "", "Notes to editors", NEEDS) == ["Notes to editors"]
    assert found(DUTIES, "", "About Ambo Zone", NEEDS) == ["About Ambo Zone"]


def test_the_first_line_is_the_title():
    assert found("The old mill", NEEDS, "", "The new mill", DUTIES) == []


@pytest.mark.parametrize(
    "blocks",
    [
        (("Photo: the new gate", DUTIES), ("Photo: the old gate", NEEDS)),  # captions
        (("By Lena Ott", DUTIES), ("By Cara Reed", NEEDS)),
        (("Ambo Zone Authority", "14 Marina Road, Ambo."), ("Adama Zone Authority", "2 Airport Road, Adama.")),
        (
            ("The river runs", "And all the boats go down to the open sea."),
            ("The gate is shut", "And no one comes to ask us who we were."),
        ),
        (("We went down", "The road to the sea", "With all that we had."), ("It was late", "The boats", "Were gone.")),
        (("Pumps", "- two of them, which we bought in May."), ("Wells", "- three of them, which we dug in June.")),
        (("Pumps    2", DUTIES), ("Wells    3", NEEDS)),  # rows of a table
        (("The board met on Monday in the", "Town hall, and agreed to it."), ("All of the", "Firms were there too.")),
        (("The board met in the hall of the town", "Authority, which then agreed to it."), ("Yes", "It was so.")),
        (("Lena Ott, 25.1.14", DUTIES), ("Cara Reed, 26.1.14", NEEDS)),
    ],
)
def test_other_blocks(blocks):
    assert found("What the board said", "", *(x for block in blocks for x in (*block, ""))) == []
