"""likewise: the verdicts of the lines that go with a line."""

from hypothesis import given
from hypothesis import strategies as st

from parkdocs import likewise
from parkdocs.alike import alike
from parkdocs.sources import html
from parkdocs.structure import Seen

PAGE = """<main><div class="post"><p>One line of text.</p><p>Two lines of text.</p></div>
<div class="card"><a>More</a></div><div class="card"><a>Much more</a></div></main>"""


def seen_of(page: str) -> Seen:
    _, layout, _ = html.page(page)
    return Seen([b for b in layout.blocks if b], layout)


def columns(second: list[int], sizes: list[int]) -> dict[str, list[int]]:
    seen = seen_of(PAGE)
    return likewise.columns(seen, alike(seen), second, sizes)


def test_units_are_rounded_and_clipped():
    assert likewise.units([0, 12, 13, -12, -13, 9999, -9999], 100) == [0, 0, 1, 0, -1, 24, -24]


def test_lines_that_go_together_have_their_mean_in_common():
    found = columns([-10, -2, 8, 2], [9, 9, 9, 9])
    assert found["second"] == [-10, -2, 8, 2]
    assert found["of_parent"][:2] == [-6, -6]
    assert found["of_kin"] == found["of_path"] == [-6, -6, 5, 5]


def test_a_long_line_weighs_more():
    found = columns([-10, -2, 8, 2], [100, 1, 9, 9])
    assert found["of_kin"][0] == found["of_kin"][1] < -8


@given(st.lists(st.integers(-24, 24), min_size=4, max_size=4), st.lists(st.integers(1, 9999), min_size=4, max_size=4))
def test_columns_stay_within_their_ranges(second, sizes):
    found = columns(second, sizes)
    assert set(found) == set(likewise.RANGES)
    assert all(lo <= v <= hi for name, (lo, hi) in likewise.RANGES.items() for v in found[name])


def test_neighbours_are_seen_in_their_order():
    found = columns([-10, -2, 8, 2], [9, 9, 9, 9])
    assert found["before1"] == [25, -10, -2, 8]
    assert found["after1"] == [-2, 8, 2, 25]
    assert found["before3"] == [25, -10, -6, -2]
    assert found["after10"] == [2, 5, 2, 25]


def test_figures_tell_how_much_is_content_and_how_much_is_in_doubt():
    assert likewise.figures([-9, -9], [100, 100]) == {"kept": 16, "unsure": 0}
    assert likewise.figures([9, 1], [100, 100]) == {"kept": 0, "unsure": 32}
    assert set(likewise.figures([0], [1])) == set(likewise.FIGURES)
