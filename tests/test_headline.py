"""headline: what a page's head names, and how far from it a line stands."""

import time

import pytest

from parkdocs import headline
from parkdocs.features import shape
from parkdocs.headline import ABSENT, APART
from parkdocs.sources import html
from parkdocs.structure import Seen
from parkdocs.surroundings import look

HEAD = """<title>New pier opens in May | Harbour News</title>
<meta content='Ships of forty thousand tonnes can be unloaded there.' name="Description">"""
BODY = """<div><a href="/pier">New pier opens in May</a><p>Home</p></div>
<main><h1>New pier opens in May</h1><div><p>By Lan Chi</p>
<p>Ships of forty thousand tonnes can be unloaded there. A ferry follows.</p></div></main><p>Terms of use</p>"""


def columns(page: str) -> dict[str, list[int]]:
    text, layout, _ = html.page(page)
    lines = [x.strip() for x in text.split("\n") if x.strip()]
    seen = Seen([b for b in layout.blocks if b], layout)
    return headline.columns(seen, look(lines, [shape(x) for x in lines], [0] * len(lines), [0] * len(lines)))


@pytest.mark.parametrize(
    ("head", "titles", "summaries"),
    [
        ("<title>\n  Fish &amp; chips </title>", ("Fish & chips",), ()),
        ('<meta property="og:title" content="Fish and chips">', ("Fish and chips",), ()),
        ('<title>Fish</title><meta name=title content="Fish and chips">', ("Fish", "Fish and chips"), ()),
        ('<meta name="twitter:description" content="All the fish there is.">', (), ("All the fish there is.",)),
        ('<meta name="description" content="Too short">', (), ()),  # a slogan is no summary
        ('<meta name="description">', (), ()),
        ('<meta name="viewport" content="width=device-width, initial">', (), ()),
    ],
)
def test_said(head, titles, summaries):
    assert headline.said(head) == (titles, summaries)


def test_lines_are_counted_from_the_heading_not_from_a_link_of_the_same_words():
    assert columns(HEAD + BODY)["titled"] == [-2, -1, 0, 1, 2, 3]


def test_lines_are_counted_from_the_summary():
    assert columns(HEAD + BODY)["told"] == [-4, -3, -2, -1, 0, 1]


def test_the_way_up_is_shorter_within_the_main_element():
    found = columns(HEAD + BODY)
    assert found["titled_climb"] == [2, 2, 0, 1, 1, 2]
    assert found["told_climb"] == [3, 3, 2, 1, 0, 3]


def test_a_head_that_names_nothing_says_so():
    found = columns("<title>Harbour News</title>" + BODY)
    assert set(found["titled"]) == set(found["told"]) == {ABSENT}
    assert set(found["titled_climb"]) == set(found["told_climb"]) == {APART}


def test_columns_stay_within_their_ranges():
    found = columns(HEAD + "<div>" * 90 + BODY + "<p>x</p>" * 90)
    assert set(found) == set(headline.RANGES)
    assert all(lo <= v <= hi for name, (lo, hi) in headline.RANGES.items() for v in found[name])


def test_a_hostile_head_is_read_in_linear_time():
    start = time.process_time()
    for k, piece in enumerate(("<meta ", "<title ", "<title>x", "<meta name='title' content='", '<meta a="&#9999999;')):
        assert len(headline.said(piece * 20_000 + str(k)).titles) <= headline.MOST
    assert time.process_time() - start < 2
