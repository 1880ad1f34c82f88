"""html_implied: what a page need not write."""

import pytest

from parkdocs.sources import html_implied
from parkdocs.sources.html_layer import layer


@pytest.mark.parametrize(
    ("name", "parent", "opened"),
    [("tr", "table", ("tbody",)), ("td", "tr", ()), ("th", "tfoot", ("tr",)), ("td", "div", ()), ("tr", "tr", ())],
)
def test_what_is_opened_around(name, parent, opened):
    assert html_implied.around(name, parent) == opened


@pytest.mark.parametrize("markup", ["x", "<p>x", "<body>x", "<html><body>x</body></html>", "</body></html>x"])
def test_every_page_has_its_outer_elements_once(markup):
    _, layout = layer(markup)
    assert [tag.name for tag in layout.tags[:3]] == ["", "html", "body"]
    assert [b.element for b in layout.blocks if b] == [2 if "<p>" not in markup else 3]


def test_what_the_page_says_of_its_outer_elements_is_kept():
    _, layout = layer('<p>a</p><body class="b"><p>c</p><body class="d">')
    assert [tag.classes for tag in layout.tags if tag.name == "body"] == ["b"]
