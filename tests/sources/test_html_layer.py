"""html_layer: the text of a page and the structure behind it, whoever made the normal form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs.sources import html, html_trees
from parkdocs.sources.html import Reading
from parkdocs.sources.html_layer import layer

LAYERS = [
    ("", ""),
    ("just text", "just text\n"),
    ("<p>One</p><p>Two</p>", "One\n\nTwo\n"),
    ("<div>One<div>Two</div>Three</div>", "One\n\nTwo\n\nThree\n"),
    ("<h1>A</h1><h3>B <br> C</h3>text", "# A\n\n### B C\n\ntext\n"),
    ("<ul><li>a</li><li>b <a href='/x'>link</a></li></ul>after", "- a\n- b link\n\nafter\n"),
    ("<ul><li>a<li>b</ul><p>c", "- a\n- b\n\nc\n"),
    ("<ul><li><p>a</p><p>b</p></li></ul>", "- a\n\nb\n"),
    ("<ul><li>a<ul><li>x<li>y</ul><li>b</ul>", "- a\n\n  - x\n  - y\n\n- b\n"),
    ("<li><h2>A</h2><p>b</p></li>", "## A\n\n- b\n"),
    ("a<br>b<br/>c<br><br>d", "a\nb\nc\n\nd\n"),
    ("a</br>b", "a\nb\n"),
    ("a<hr>b", "a\n\nb\n"),
    ("<dl><dt>a<dd>b<dt>c<dd>d</dl>", "a\nb\nc\nd\n"),
    ("<table><tr><td>1</td><td>2</td></tr><tr><th>3</th></tr></table>", "1 | 2\n3\n"),
    ("<table><tr><td><p>1</p></td><td></td><td>3</td></tr></table>", "1 |  | 3\n"),
    ("<table><tr><td>" + "x" * 400 + "</td><td>2</td></tr></table>", "x" * 400 + "\n2\n"),
    ("<table><tr><td><h2>a</h2></td><td>b</td></tr></table>", "## a\n\nb\n"),
    (
        "<table><tr><td>a<p>b</td><td><table><tr><td>c</td><td>d</td></tr></table></td></tr></table>",
        "a\n\nb\n\nc | d\n",
    ),
    ("<blockquote><p>a</p><ul><li>b</ul></blockquote>c", "> a\n\n> - b\n\nc\n"),
    ("<figure><img src=a><figcaption>A shed</figcaption></figure>", "A shed\n"),
    ("<pre>  a\n\n   b <b>c</b>\n</pre>d", "  a\n\n   b c\n\nd\n"),
    ("<pre><code>if a:\n  b &lt; c\n</code></pre>d", "```\nif a:\n  b < c\n```\n\nd\n"),
    ("<pre class='language-sh'><div>a</div><div>b</div></pre>", "```\na\nb\n```\n"),
    ("<pre><code>```\n# a</code></pre>", "~~~\n```\n# a\n~~~\n"),
    ("<pre><code>```~~~</code></pre>", "```~~~\n"),
    ("<pre>\n\n</pre>x", "x\n"),
    ("<select><option>a<option>b</select>", "a | b\n"),
    ("<html><head><title>T</title><style>p{}</style></head><body>x</body></html>", "x\n"),
    ("a<script>if (a<b) document.write('<p>x</p>')</script>b", "ab\n"),
    ("a<SCRIPT src=x>1</Script >b", "ab\n"),
    ("<noscript><img></noscript><template><p>t</p></template>x", "x\n"),
    ("a<!-- <p>no</p> -->b<!doctype html>c", "abc\n"),
    ("&lt;b&gt; &amp;amp; a&nbsp;&#20013;&#x6587;&nbsp;", "<b> &amp; a\xa0中文\n"),
    ("<p>&nbsp;</p>\u3000\u3000x", "x\n"),
    ("<p title='a > b'>x</p>", "x\n"),
    ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2\n"),
    ("<svg><title>icon</title></svg>x", "x\n"),
    ("  a \n\t b\u3000c  ", "a b\u3000c\n"),
    ("a <span hidden>b</span>c<i style='color:red;Display : none'>d <i>e</i></i>", "a c\n"),
    ("<div hidden>a</div><span aria-hidden='true'><div>b</div>c</span>", "a\n\nb\n\nc\n"),
    ("<p>a<button>b</button></p><textarea>c</textarea>", "a\nb\n\nc\n"),
]


SAME = [
    "<p>no page, no body",
    "<html><div class=a>before the body</div><body class=b><p>x</p></body></html><p>after it",
    "<body><p>x</p></body><body id=c><p>y</p>",
    "<table><tr><td>a<td>b<tr><td>c</table>",
    "<table><td>a</td><thead><td>b</td></thead></table>",
    "<div></p><p>one</p></p><p>two</p></div>",
    "<p><a href=x>\n\t <span>a</span>\n\t\t<b>b</b></a> c</p>",
    "<li><a href=x><a href=y>b</a></a> c",
    "<img class=pixel src=x><p>a</p>",
    "<head><noscript><img class=pixel src=x></noscript></head><p>a</p>",
    "<p>a<!-->b<!-- c --!>d<![CDATA[ e <p>f",
    "<p onclick=\"write('<script>')\">a</p><p title='> style of no class here' class=d>b",
    "<p>a</p></html",
]
"""Pages that browsers mend, and that the readers once told apart."""


def _structure(page: str, parser: str) -> list[tuple[object, ...]]:
    text, layout, _ = html.page(page, Reading(parser))
    lines = []
    for line, block in zip(text.split("\n"), layout.blocks, strict=False):
        if block:
            element, path = block.element, []
            while element:
                path.append(layout.tags[element])
                element = layout.parents[element]
            lines.append((line, path, layout.peers[block.element], block[1:]))
    return lines


@pytest.mark.parametrize("page", SAME)
def test_both_readers_give_this_structure(page):
    assert _structure(page, "selectolax") == _structure(page, "bs4") != []


@pytest.mark.parametrize("parser", html.PARSERS)
@pytest.mark.parametrize(("page", "text"), LAYERS)
def test_both_readers_give_this_text(page, text, parser):
    if parser == "bs4" and page.startswith("<p>a<button>"):
        pytest.skip("an element that Python's parser closes later")
    assert html.page(page, Reading(parser)).text == text


@pytest.mark.parametrize(("page", "text"), [x for x in LAYERS if "<svg" not in x[0]])
def test_the_plain_reader_gives_nearly_this_text(page, text):
    assert layer(html_trees.by_scan(page))[0].split() == text.split()


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ('a <a href="/x?a=1&amp;b=2">b  c</a>.', "a [b c](/x?a=1&b=2).\n"),
        ('<a href="#top">a</a> <a href="javascript:b()">b</a> <a name=c>c</a>', "a b c\n"),
        ('<a href="x y"><h3>a</h3></a>', "### [a](x%20y)\n"),
        ('<a href=x><img></a><a href="y"> z </a>', "[z](y)\n"),
        ("<ul><li><a href=x>a</a> b<li>c</ul>", "- [a](x) b\n- c\n"),
    ],
)
def test_links(page, text):
    assert html.page(page, Reading(links=True)).text == text


def structure(page: str) -> list[tuple[object, ...]]:
    _, layout, _ = html.page(page)
    return [(layout.tags[b.element].name, b.form, b.links, b.linked, b.signs) for b in layout.blocks if b]


def test_blocks_know_their_element_links_and_signs():
    page = "<p>a <a>bc</a></p><ul><li><a>d</a><img></ul><div><input>e <time>f</time></div>"
    assert structure(page) == [("p", "plain", 1, 2, 0), ("li", "item", 1, 1, 1), ("div", "plain", 0, 0, 6)]


def test_rows_sum_up_their_cells():
    assert structure("<table><tr><td><a>a</a><td><a>bc</a><img></table>") == [("tr", "row", 2, 3, 1)]


def test_a_link_over_several_blocks_links_each():
    assert structure("<a href=x><h3>ab</h3><p>c</p></a>d") == [
        ("h3", "heading", 1, 2, 0),
        ("p", "plain", 1, 1, 0),
        ("body", "plain", 0, 0, 0),
    ]


def test_elements_keep_classes_parents_and_peers():
    page = '<div id=m class="a b" role=main><p class=c>x</p><p class=c>y</p><p itemprop=text hidden>z</p></div>'
    layout = html.page(page).layout
    main = next(i for i, t in enumerate(layout.tags) if t.id == "m")
    assert (layout.tags[main].classes, layout.tags[main].role) == ("a b", "main")
    inside = [i for i, parent in enumerate(layout.parents) if parent == main]
    assert [(layout.tags[i].classes, layout.peers[i]) for i in inside] == [("c", 2), ("c", 2), ("", 1)]
    assert (layout.tags[inside[2]].item, layout.tags[inside[2]].hidden) == ("text", True)


def test_the_first_class_within_a_line_is_kept():
    block = html.page('<p><b>a</b> <span class="author">b</span> <i class=x>c</i></p>').layout.blocks[0]
    assert (block.inline.name, block.inline.classes) == ("span", "author")


PIECES = [
    "<p>", "</p>", "<div class=a>", "</div>", "<li>", "</li>", "<ul>", "</ul>", "<table>", "</table>", "<tr>", "<td>", "</td>", "</tr>",
    "<a href=x>", "</a>", "<pre>", "</pre>", "<code>", "<h2>", "</h2>", "<br>", "<", ">", "'", '"', "<script>", "</script>", "<!--", "-->",
    "<span hidden>", "</span>", "&amp", "x", "中 文", "\n", "\0", "\r", "<blockquote>", "</blockquote>", "<select>", "<option>",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES)).map("".join), st.sampled_from(html.PARSERS), st.booleans())
def test_takes_any_markup(page, parser, links):
    text, layout, _ = html.page(page, Reading(parser, links))
    assert not text or (text.endswith("\n") and not text.startswith("\n"))
    assert [bool(x) for x in text.split("\n")[:-1]] == [b is not None for b in layout.blocks]
    assert all(b.element < len(layout.tags) for b in layout.blocks if b)
    assert all(parent <= i for i, parent in enumerate(layout.parents))
