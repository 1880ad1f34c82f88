"""alike: paths of tags, groups of lines, posts beside each other, and the heading over a line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs import alike, features, structure
from parkdocs.model import Layout, Tag
from parkdocs.sources import html
from parkdocs.structure import Seen
from parkdocs.surroundings import look

POST = """<div class="post" id="p{0}"><div class="name">user{0}</div><p>{1}</p></div>"""
FORUM = "<h1>Which pump for a pond?</h1>" + "".join(
    POST.format(k, text)
    for k, text in enumerate(
        ("Ours holds nine cubic metres, and the old pump is loud.", "Take a slow one.", "I would ask at the shop.")
    )
)


def columns_of(page, first=None):
    text, layout, _ = html.page(page)
    lines = [x.strip() for x in text.split("\n") if x.strip()]
    seen = Seen([b for b in layout.blocks if b], layout)
    scores = first or [0] * len(lines)
    view = look(lines, [features.shape(x) for x in lines], scores, [0] * len(lines))
    return lines, structure.columns(seen, view, [0] * len(lines), alike.alike(seen))


def test_numbers_in_classes_do_not_part_what_is_alike():
    layout = Layout([0, 0, 0, 0], [Tag(""), Tag("p", "a b-12"), Tag("p", "a b-7"), Tag("p", "b")], [1, 1, 1, 1], [])
    assert alike.paths(layout) == [0, 1, 1, 2]


def test_a_path_is_all_elements_around():
    page = "<div class=a><p>one<p>two</div><div class=b><p>three</div>"
    _, cols = columns_of(page, [4, 8, -8])
    assert cols["path"] == [6, 6, -8]
    assert cols["path_mass"][2] > cols["path_mass"][0]


def test_lines_with_the_same_tags_share_their_mean():
    _, cols = columns_of("<ul><li class=x>a</li><li class=x>b</li></ul><p>c", [10, 20, -3])
    assert cols["kin"] == [15, 15, -3]
    assert cols["kin_count"] == [2, 2, 1]


def test_posts_are_elements_alike_beside_each_other():
    lines, cols = columns_of(FORUM, [-4, 8, -8, 8, -8, 8, -8])
    assert lines[1] == "user0"
    assert cols["posts_count"] == [0, 2, 2, 2, 2, 2, 2]
    assert cols["posts"] == [0, 0, 0, 0, 0, 0, 0]
    assert cols["posts_mass"][1:] == [cols["posts_mass"][1]] * 6
    assert cols["posts_mass"][1] >= 5


def test_two_elements_alike_are_no_posts():
    _, cols = columns_of("".join(POST.format(k, "Some words of a post.") for k in range(2)))
    assert cols["posts_count"] == [0, 0, 0, 0]


def test_the_heading_over_a_line():
    _, cols = columns_of("<p>a<h1>T</h1><p>b<h2>More</h2><p>c<p>d", [1, -9, -5, 7, 2, 3])
    assert cols["heading"] == [0, -9, -9, 7, 7, 7]
    assert cols["heading_before"] == [40, 0, 1, 0, 1, 2]
    assert cols["title_before"] == [40, 0, 1, 2, 3, 4]


def test_the_line_after():
    _, cols = columns_of("<p>a<p>b<p>c", [1, 2, 3])
    assert cols["next"] == [2, 3, 0]


@pytest.mark.parametrize(("part", "whole", "found"), [(0, 9, 0), (1, 9, 2), (9, 9, 10), (12, 9, 10), (1, 0, 0)])
def test_tenths(part, whole, found):
    assert alike.tenths(part, whole) == found


def test_columns_have_their_meanings():
    assert set(alike.MEANING) == set(alike.RANGES)


@given(
    st.lists(
        st.sampled_from(["<div class=p1>", "<div class=p2>", "</div>", "<p>x", "<h1>T</h1>", "<ul><li>", "<pre>a\nb"])
    ).map("".join)
)
def test_columns_stay_within_their_ranges(page):
    lines, cols = columns_of(page)
    assert all(lo <= v <= hi for name, (lo, hi) in alike.RANGES.items() for v in cols[name])
    assert all(len(cols[name]) == len(lines) for name in alike.RANGES)
