"""html: the text layer of a page, in linear time on anything."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs.sources import html
from parkdocs.sources.html import declared_charset, text_layer


@pytest.mark.parametrize(
    ("page", "layer"),
    [
        ("", ""),
        ("just text", "just text\n"),
        ("<p>One</p><p>Two</p>", "One\n\nTwo\n"),
        ("<div>One<div>Two</div>Three</div>", "One\n\nTwo\n\nThree\n"),
        ("<h1>A</h1><h3>B  C</h3>text", "# A\n\n### B C\n\ntext\n"),
        ("<ul><li>a</li><li>b <a href='/x'>link</a></li></ul>after", "- a\n- b link\n\nafter\n"),
        ("<ul><li>a<li>b</ul><p>c", "- a\n- b\n\nc\n"),
        ("<ul><li><p>a</p></li></ul>", "- a\n"),
        ("a<br>b<br/>c", "a\nb\nc\n"),
        ("<table><tr><td>1</td><td>2</td></tr><tr><th>3</th></tr></table>", "1 2\n3\n"),
        ("<html><head><title>T</title><style>p{}</style></head><body>x</body></html>", "x\n"),
        ("a<script>if (a<b) document.write('<p>x</p>')</script>b", "ab\n"),
        ("a<SCRIPT src=x>1</Script >b", "ab\n"),
        ("<noscript><img></noscript><template><p>t</p></template>x", "x\n"),
        ("a<!-- <p>no</p> -->b<!doctype html><?php x ?>c", "abc\n"),
        ("&lt;b&gt; &amp; &nbsp;&#20013;&#x6587;", "<b> & \xa0中文\n"),
        ("&#" + "9" * 5000 + ";", "&#" + "9" * 5000 + ";\n"),
        ("<p title='a > b'>x</p>", "x\n"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2\n"),
        ("<p>cut <a href=", "cut <a href=\n"),
        ('<p>a <b title=">x</b> y', "a x y\n"),
        ("<script>never closed <p>x</p>", ""),
        ("<noscript>never closed <p>x</p>", "never closed\n\nx\n"),
        ("<svg><title>icon</title></svg><title/>x", "x\n"),
        ("  a \n\t b\u3000c  ", "a b\u3000c\n"),
    ],
)
def test_text_layer(page, layer):
    assert text_layer(page) == layer


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        (b'<meta charset="GBK">', "gbk"),
        (b"<META CHARSET=big5 />", "big5"),
        (b'<meta http-equiv=Content-Type content="text/html; charset=utf-8">', "utf-8"),
        (b'<?xml version="1.0" encoding="GB2312"?><html>', "gb2312"),
        (b"<p>charset=gbk</p>", ""),
        (b" " * 5000 + b"<meta charset=gbk>", ""),
    ],
)
def test_declared_charset(head, charset):
    assert declared_charset(head) == charset


def test_read_counts_the_page_and_keeps_the_layer():
    page = '<meta charset="gb2312"><p>堃</p>'.encode("gbk")
    doc = html.read(page, "a.html", "in/a.html")
    assert (doc.raw, doc.text, doc.stage) == ("堃\n", "堃\n", "source")
    assert (doc.metadata.format, doc.metadata.encoding, doc.metadata.bytes) == ("html", "gb18030", len(page))


def test_replaced_bytes_are_lines_of_the_layer():
    doc = html.read(("<p>" + "好" * 20 + "</p>\n\n\n<p>坏").encode() + b"\xff</p>", "a", "a")
    assert [(e.field, e.line, e.rule) for e in doc.metadata.evidence] == [("encoding", 3, "encoding/replaced-bytes")]


@pytest.mark.parametrize(
    "piece", ["<div>", "<a ", "<!--", "<", "</", "<script>", "<noscript>", "<p title='", '<a b="', "<![", "<?", "&#", "<title>", "</p>", "<li>", "<svg"]
)  # fmt: skip
def test_linear_on_anything(piece):
    start = time.process_time()
    text_layer(piece * 100_000 + ">")
    assert time.process_time() - start < 5


@given(st.lists(st.sampled_from(["<p>", "</p>", "<", ">", "'", '"', "<script>", "</script>", "<!--", "-->", "<li", "/>", "&amp", "x", "中", "\n", "<h2>", "\0"])).map("".join))  # fmt: skip
def test_takes_any_markup(page):
    layer = text_layer(page)
    assert not layer or (layer.endswith("\n") and not layer.startswith("\n"))
    assert "\n\n\n" not in layer


PAGES = [
    "<html><head><title>T</title></head><body><h1>Zone</h1><p>One<br>two &amp; <a href=x>three</a></p></body></html>",
    "<ul><li>a</li><li>b</li></ul><table><tr><td>1</td><td>2</td></tr></table>",
    "<!-- no --><div>text<script>var x = '<p>';</script></div><p>\u56ed\u533a</p>",
    "<nav><a>Home</a> <a>News</a></nav><main><h2>H</h2><p>Body.</p></main><footer>\u00a9 2020</footer>",
]


@pytest.mark.parametrize("page", PAGES)
def test_both_readers_give_the_same_text(page):
    assert html.text_layer(page, "bs4") == html.text_layer(page)


def test_beautifulsoup_takes_deep_pages():
    assert html.text_layer("<div>" * 5000 + "deep" + "</div>" * 5000, "bs4") == "deep\n"
