"""html_trees: the normal form, and hostile pages in bounded time."""

import time

import pytest

from parkdocs.sources import html
from parkdocs.sources.html import Reading
from parkdocs.sources.html_trees import by_scan, is_hostile

HOSTILE = {
    "nested blocks": "<div>" * 40_000 + "deep" + "</div>" * 40_000,
    "more nested blocks": "<div>" * 120_000,
    "lists in lists": "<ul><li>" * 20_000,
    "formatting that is opened anew": "".join(f"<p><font color={i}>x" for i in range(20_000)),
    "many attributes": "<p " + " ".join(f"a{i}=1" for i in range(50_000)) + ">x",
    "tables in tables": "<table><tr><td>" * 10_000 + "x",
    "comments in comments": "<!-- <!-- -->" * 50_000 + "x",
    "end tags alone": "<div>" * 4000 + "</p></x></li>" * 4000,
    "rows of rows": "<table>" + "<tr><td>x" * 8000,
    "deep, then many lines": "<div>" * 4000 + "<p>x</p>" * 8000,
    "large": "<div><p>some words of text here</p></div>" * 15_000,
    "unseen": "<span hidden>" * 20_000 + "x",
}
PIECES = ["<div>", "<a ", "<!--", "<", "</", "<script>", "<noscript>", "<p title='", '<a b="', "<![", "<?", "&#", "<title>",
          "</p>", "<li>", "<svg", "<a>", "<b>", "<pre>", "<td>", "<option>", "<br>", "a", " ", "\n", "<i></b>"]  # fmt: skip


@pytest.mark.parametrize("parser", html.PARSERS)
@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE)
def test_hostile_pages_end_in_bounded_time(page, parser):
    start = time.process_time()
    text = html.page(page, Reading(parser)).text
    assert time.process_time() - start < 12
    assert len(text) <= len(page) + 2


@pytest.mark.parametrize("parser", html.PARSERS)
@pytest.mark.parametrize("piece", PIECES)
def test_linear_on_anything(piece, parser):
    start = time.process_time()
    html.page(piece * 20_000 + ">", Reading(parser))
    assert time.process_time() - start < 4


@pytest.mark.parametrize(
    "page", [HOSTILE["more nested blocks"], HOSTILE["many attributes"], HOSTILE["formatting that is opened anew"]]
)
def test_hostile(page):
    assert is_hostile(page)


@pytest.mark.parametrize(
    "page",
    [
        "<p>unclosed " * 20_000,
        "<ul>" + "<li>x" * 20_000,
        "<div><b>x</b><i>y</i></div>" * 20_000,
        '<script>{"a": "' + "long data " * 30_000 + '"}</script>',
        '<img src="data:' + "x" * 300_000 + '">',
        "<p>" + "plain words " * 30_000,
    ],
)
def test_not_hostile(page):
    assert not is_hostile(page)


@pytest.mark.parametrize(
    ("page", "form"),
    [
        ("<P CLASS=a ID='b' onclick=\"x>y\">", '<p class="a" id="b">'),
        ("a < b & c", "a &lt; b &amp; c"),
        ("&lt;b&gt;", "&lt;b&gt;"),
        ("&#" + "9" * 5000 + ";", "&amp;#" + "9" * 5000 + ";"),
        ('<p>a <b title=">x</b> y', "<p>a <b>x</b> y"),
        ("<p>cut <a href=", '<p>cut <a href="">'),
        ("<script>never closed <p>x</p>", ""),
        ("<noscript>never closed <p>x</p>", "never closed <p>x</p>"),
        ("a<!-- b", "a"),
        ("<title/>x", "x"),
    ],
)
def test_the_plain_reader(page, form):
    assert by_scan(page) == form
