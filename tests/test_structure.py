"""structure: words of tags, sums over elements, and the two ways to the same first score."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs import features, structure
from parkdocs.alike import alike
from parkdocs.model import Tag
from parkdocs.sources import html
from parkdocs.structure import Seen
from parkdocs.surroundings import look

PAGE = """<body><div class="top-nav" role="navigation"><ul><li><a href=/>Home</a></li><li><a href=/n>News</a></li></ul></div>
<div id="main"><div class="post"><p>The harbour authority said on Tuesday that the second basin would be ready soon.</p>
<p>Dredging began in March. It was held up twice by storms, and once by a wreck that nobody had charted.</p>
<p>Local fishermen, who had feared for their moorings, were given a pier of their own.</p></div></div>
<div class="footer"><span class="copy">Terms of use</span></div></body>"""


def seen_of(page: str) -> tuple[list[str], Seen]:
    text, layout, _ = html.page(page)
    return [x.strip() for x in text.split("\n") if x.strip()], Seen([b for b in layout.blocks if b], layout)


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        (Tag("p"), {"t:p"}),
        (Tag("div", "entry-content"), {"t:div", "w:entry", "w:content", "w:entry-content"}),
        (Tag("div", "", "sideBar2"), {"t:div", "w:side", "w:bar", "w:side-bar"}),
        (Tag("ul", "", "", "menu"), {"t:ul", "r:menu"}),
        (Tag("div", "", "", "", "author Person", True), {"t:div", "i:author", "i:person", "hidden"}),
        (Tag("td", "x 12 a"), {"t:td"}),
    ],
)
def test_words(tag, words):
    assert set(structure.words(tag)) == words


@given(st.text(max_size=300), st.text(max_size=300))
def test_words_of_any_class_are_few(classes, own):
    assert len(structure.words(Tag("div", classes, own))) < 80


def test_tokens_name_the_element_its_parents_and_what_is_within():
    _, seen = seen_of(PAGE)
    found = structure.tokens(seen.blocks[-1], seen.layout, 12, 6)
    assert {"=w:footer", "^w:footer", "+t:body", "^t:body", "~w:copy"} <= set(found)


def test_scores_are_the_sum_of_the_weights_of_tokens():
    lines, seen = seen_of(PAGE)
    shapes = [features.shape(x) for x in lines]
    tokens = [
        structure.tokens(b, seen.layout, len(x), s.width) for b, x, s in zip(seen.blocks, lines, shapes, strict=True)
    ]
    weights = {t: 1 + len(t) * 7 % 50 for t in sorted({t for ts in tokens for t in ts})}
    found = structure.scores(seen, [len(x) for x in lines], [s.width for s in shapes], structure.weights(weights))
    assert found == [sum(weights[t] for t in ts) for ts in tokens]


def view_of(lines, first):
    return look(lines, [features.shape(x) for x in lines], first, [0] * len(first))


def test_columns_stay_within_their_ranges_and_find_the_main_element():
    lines, seen = seen_of(PAGE)
    first = [8, 8, -10, -10, -10, 8]
    cols = structure.columns(seen, view_of(lines, first), [0] * 6, alike(seen))
    assert set(cols) == set(structure.RANGES)
    assert all(lo <= v <= hi for name, (lo, hi) in structure.RANGES.items() for v in cols[name])
    assert cols["climb"][2:5] == [0, 0, 0]
    assert min(cols["climb"][0], cols["climb"][5]) > 0
    assert cols["kin"] == [8, 8, -10, -10, -10, 8]
    assert cols["linked"] == [6, 6, 0, 0, 0, 0] or cols["linked"][0] > 5


@given(st.lists(st.sampled_from(["<div>", "</div>", "<p>x", "<ul><li>", "<a>y</a>", "<table><tr><td>", "</table>"])).map("".join))  # fmt: skip
def test_columns_of_any_page(page):
    lines, seen = seen_of(page)
    if lines:
        first = [-24 if i % 2 else 24 for i in range(len(lines))]
        cols = structure.columns(seen, view_of(lines, first), [0] * len(lines), alike(seen))
        assert all(lo <= v <= hi for name, (lo, hi) in structure.RANGES.items() for v in cols[name])


def test_kinds_are_told_by_the_words_of_all_tags():
    _, seen = seen_of(PAGE)
    assert structure.kinds(seen, {"forum": {"": -100, "w:post": 400, "w:thread": 900}}) == {"forum": 12}


def test_every_column_has_a_meaning():
    assert set(structure.MEANING) == set(structure.RANGES)
