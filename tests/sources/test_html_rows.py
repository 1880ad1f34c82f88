"""html_rows: cells of a row as one line, or not."""

from parkdocs.model import Block, Tag
from parkdocs.sources.html_rows import CELL, joined

CELL_BLOCK = Block(5, "plain", 1, 4, 1, Tag(""))


def test_short_cells_are_one_line_with_all_their_links():
    line = joined(["before", "a", "b"], [None, CELL_BLOCK, CELL_BLOCK._replace(signs=2)], [1, 2], 4)
    assert line == ("a | b", Block(4, "row", 2, 8, 3, Tag("")))


def test_a_cell_of_two_lines_a_long_cell_or_a_heading_is_no_row():
    assert joined(["a", "b", "c"], [CELL_BLOCK] * 3, [0, 2], 4) is None
    assert joined(["a", "b" * (CELL + 1)], [CELL_BLOCK] * 2, [0, 1], 4) is None
    assert joined(["a", "b"], [CELL_BLOCK, CELL_BLOCK._replace(form="heading")], [0, 1], 4) is None
