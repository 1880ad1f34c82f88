import pytest

from parkdocs import freelines, shapes

PROSE = "The park opened in May, and it has welcomed 54 firms since then."


def found(*lines):
    rows = shapes.rows(list(lines))
    return [rows[j].bare for j in freelines.find(rows)]


@pytest.mark.parametrize("line", ["Five Factors That Matter", "What happens next", "2030 in View", "二十年之变"])
def test_a_free_line_between_paragraphs(line):
    assert found(PROSE, "", line, "", PROSE) == [line]


@pytest.mark.parametrize(
    "line", ["a lower-case line", "A short caption", "a = b", "7. Odd Number", "Rows (Ana Moro)", "Ok"]
)
def test_other_lines_between_paragraphs(line):
    assert found(PROSE, "", line, "", PROSE) == []


def test_it_needs_a_finished_paragraph_above_and_prose_below():
    assert found("The park opened in May and has since then welcomed many", "", "Five Factors", "", PROSE) == []
    assert found(PROSE, "", "Five Factors", "", "Tel: 022-6637") == []
    assert found("Five Factors", "", PROSE) == []


def test_two_in_a_row_but_not_three():
    assert found(PROSE, PROSE, "", "First Line", "", "Second Line", "", PROSE) == ["First Line", "Second Line"]
    assert found(PROSE, PROSE, "", "First Line", "", "Second Line", "", "Third Line", "", PROSE) == []


def test_a_line_that_is_said_twice_is_a_caption():
    assert found(PROSE, "", "Buyers at Work", "", PROSE, "", "Buyers at Work", "", PROSE) == []


def test_too_many_are_a_list():
    assert found(PROSE, *(x for i in range(9) for x in ("", f"Story Number {i}", "", f"{i} {PROSE}"))) == []
