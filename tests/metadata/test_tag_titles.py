"""Titles of HTML pages: tags against headings, site names dropped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs.metadata import tag_titles, title
from parkdocs.model import Declared, Document, Metadata


def page(*said):
    return Document("i", "s", "", "", Metadata(declared=tuple(Declared(n, v, 1) for n, v in said)))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([("title", "Park opens | Lindara Herald"), ("h1", "Park opens")], "Park opens"),
        ([("title", "Park opens | Lindara Herald"), ("h1", "Lindara Herald"), ("h1", "Park opens")], "Park opens"),
        (
            [("title", "Park opens its gates - Lindara Herald"), ("meta/og:site_name", "Lindara Herald")],
            "Park opens its gates",
        ),
        ([("title", "园区开园仪式举行_新闻中心_临江日报")], "园区开园仪式举行"),
        ([("title", "Herald: Home"), ("meta/og:title", "Park opens")], "Park opens"),
        ([("meta/og:title", "Park opens – and nobody comes"), ("title", "x")], "Park opens – and nobody comes"),
        (
            [("h1", "Sport: Park team wins the cup"), ("meta/og:title", "Park team wins the cup")],
            "Park team wins the cup",
        ),
        (
            [("h1", "Zone to double its land"), ("meta/og:title", "Zone will double its land by 2026")],
            "Zone to double its land",
        ),
        (
            [("class/title", "Park opens second stage"), ("title", "Park opens second stage - H")],
            "Park opens second stage",
        ),
        (
            [("title", "Park gates - Part 1 | Zone [Lindara Herald]"), ("h1", "Lindara Herald beta")],
            "Park gates - Part 1 | Zone [Lindara Herald]",
        ),
        (
            [
                ("title", "You will not believe this park"),
                ("meta/og:title", "You will not believe this park"),
                ("json-ld/newsarticle/headline", "Zone opens its second stage"),
            ],
            "Zone opens its second stage",
        ),
        ([("h1", "Park opens")], "Park opens"),
    ],
)
def test_a_title(said, expected):
    found = tag_titles.read(page(*said))
    assert found is not None
    assert found.value == expected


@pytest.mark.parametrize(
    "said",
    [[], [("title", "Herald"), ("meta/og:site_name", "Herald")], [("h1", "Home")], [("title", "404 Not Found")]],
)
def test_no_title(said):
    assert tag_titles.read(page(*said)) is None


@pytest.mark.parametrize(
    ("text", "sites", "expected"),
    [
        ("Module ngx_http_rewrite_module", [], "Module ngx_http_rewrite_module"),
        ("Herald | Park opens", ["herald"], "Park opens"),
        ("Park opens | News | Herald", ["herald", "news"], "Park opens"),
        ("Iran denies report - minister resigns", [], "Iran denies report - minister resigns"),
    ],
)
def test_without_site(text, sites, expected):
    assert tag_titles.without_site(text, frozenset(sites)) == expected


def test_the_title_step_prefers_tags_and_drops_soft_hyphens():
    doc = page(("h1", "Welt\u00adernährung im Park"), ("title", "Welternährung im Park"))
    done = title.fill(doc).metadata
    assert done.title == "Welternährung im Park"
    assert [(e.field, e.rule) for e in done.evidence] == [("title", "html/h1")]


@given(st.lists(st.tuples(st.sampled_from(["title", "h1", "meta/og:title", "class/title"]), st.text(min_size=1))))
def test_any_tags_pass(said):
    found = tag_titles.read(page(*said))
    assert found is None or found.value


def test_what_is_escaped_twice_is_shown_once():
    done = title.fill(page(("h1", "Parks &#x26; gates: 3 &lt; 4"), ("title", "Parks & gates: 3 &lt; 4")))
    assert done.metadata.title == "Parks & gates: 3 &lt; 4"
