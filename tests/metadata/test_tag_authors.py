"""Authors of HTML pages: which tag is believed, and when the visible byline stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs.metadata import bylines, tag_authors
from parkdocs.model import Declared, Document, Metadata


def page(*said, text=""):
    return Document("i", "s", text, text, Metadata(declared=tuple(Declared(n, v, 7) for n, v in said)))


def authors(*said, text=""):
    return bylines.fill(page(*said, text=text)).metadata.authors


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([("json-ld/newsarticle/author", "Lan Chi"), ("json-ld/newsarticle/author", "Bo Lee")], ("Lan Chi", "Bo Lee")),
        ([("meta/author", "Lan Chi and Hamid Qazi")], ("Lan Chi", "Hamid Qazi")),
        ([("meta/author", "admin"), ("class/author", "By Lan Chi, Staff Writer")], ("Lan Chi",)),
        ([("meta/author", "Herald"), ("meta/og:site_name", "Herald"), ("rel/author", "Lan Chi")], ("Lan Chi",)),
        ([("meta/article:author", "https://social.example/herald"), ("itemprop/author", "Lan Chi")], ("Lan Chi",)),
        ([("meta/author", "Site Owner"), ("class/author", "By Lan Chi")], ("Lan Chi",)),
        (
            [("class/author", "By Lan Chi Bo Lee"), ("class/author", "Lan Chi"), ("class/author", "Bo Lee")],
            ("Lan Chi", "Bo Lee"),
        ),
        ([("itemprop/author", "river_rat"), ("itemprop/author", "Ana Sol")], ("river_rat",)),
        ([("meta/citation_author", "Chi, Lan"), ("meta/citation_author", "Lee, Bo")], ("Lan Chi", "Bo Lee")),
        ([("json-ld/newsarticle/author", "Council for Better Parks")], ("Council for Better Parks",)),
        ([("json-ld/newsarticle/author", "dpa")], ("dpa",)),
        ([("json-ld/article/author", "Lan Chi"), ("meta/og:site_name", "Lan Chi")], ("Lan Chi",)),
        ([("meta/author", "admin")], ()),
        ([("class/author", "作者：许曼")], ("许曼",)),
        ([], ()),
    ],
)
def test_authors(said, expected):
    assert authors(*said) == expected


def test_a_visible_byline_that_says_more_stands():
    text = (
        "Park opens\n\nBy Lan Chi and Bo Lee\n\nThe park opened its gates to nine firms on Monday, its operator said.\n"
    )
    assert authors(("meta/author", "Lan Chi"), text=text) == ("Lan Chi", "Bo Lee")
    assert authors(("meta/author", "lchi"), text=text) == ("Lan Chi", "Bo Lee")


def test_evidence_names_the_tag_and_its_line():
    done = bylines.fill(page(("json-ld/article/author", "Lan Chi"))).metadata
    assert [(e.field, e.line, e.rule) for e in done.evidence if e.field == "authors"] == [
        ("authors", 7, "html/json-ld")
    ]


@given(
    st.lists(st.tuples(st.sampled_from(["meta/author", "class/author", "json-ld/article/author"]), st.text(min_size=1)))
)
def test_any_tags_pass(said):
    found = tag_authors.read(page(*said), ())
    assert found is None or all(found.names)
