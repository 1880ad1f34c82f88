"""Breadcrumbs, in the forms seen, and lines that only look like them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs.edits import apply
from parkdocs.metadata import breadcrumb
from parkdocs.model import Document, Evidence, Mark

LINES = [
    ("Home /Belt and Road /Key Urban Fields", ("Home", "Belt and Road", "Key Urban Fields")),
    ("首页> 地方频道> 经济 > 正文", ("首页", "地方频道", "经济", "正文")),
    ("当前位置:首页 >> 园区动态", ("首页", "园区动态")),
    ("您的位置：首页＞新闻", ("首页", "新闻")),
    ("您当前所在的位置:园区 > 新闻", ("园区", "新闻")),
    ("Location: Home > Information > Latest News", ("Home", "Information", "Latest News")),
    ("You are here: Home » News", ("Home", "News")),
    ("首頁 » 本地新聞 » 正文", ("首頁", "本地新聞", "正文")),
    ("Home -> News -> Parks", ("Home", "News", "Parks")),
    ("Home › News", ("Home", "News")),
]
NO_LINES = [
    "当前位置:首页>> >>",  # empty: the page says nothing
    "Home | News | About",
    "Home",
    "Input/Output",
    "5 > 3",
    "The park lies between the port and the town.",
    "Location: Vienna International Centre",
    "Home > " + " > ".join("abcdefghijklmnop"),  # a menu
]


@pytest.mark.parametrize(("text", "entries"), LINES)
def test_parsed(text, entries):
    assert breadcrumb.parse(text) == entries


@pytest.mark.parametrize("text", NO_LINES)
def test_refused(text):
    assert breadcrumb.parse(text) == ()


def test_from_a_removed_line():
    text = "Key Urban Fields\n\nHome /Belt and Road\n\nThe park opened.\n"
    start = text.index("Home")
    doc = apply(Document("i", "s", text, text), [Mark(start, start + 20, "en/home", "nav")])
    found = breadcrumb.fill(doc).metadata
    assert found.breadcrumb == ("Home", "Belt and Road")
    assert found.evidence == (Evidence("breadcrumb", 3, "breadcrumb/path"),)


@given(st.text(alphabet="首页Home >/»-:当前位置", max_size=80))
def test_entries_are_never_blank(text):
    assert all(entry.strip() for entry in breadcrumb.parse(text))
