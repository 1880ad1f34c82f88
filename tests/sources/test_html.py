"""html: pages to documents: charset, text layer, what tags say, and where lines stand in the page."""

import pytest

from parkdocs import sources
from parkdocs.sources import html
from parkdocs.sources.html import Reading, declared_charset


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


CHINESE = "园区管理委员会发布了新的通知，欢迎各企业前来咨询办理相关的手续。"
TRADITIONAL = "園區管理委員會發布了新的通知，歡迎各企業前來諮詢辦理相關的手續。"
JAPANESE = "工業団地の管理事務所は、来年の春までに新しい道路を開通させると発表した。"
FRENCH = "Le parc d’activités a été inauguré à côté de la forêt, près du château."


@pytest.mark.parametrize("declared", [True, False], ids=["declared", "undeclared"])
@pytest.mark.parametrize(
    ("text", "encoding"),
    [(CHINESE, "gb2312"), (CHINESE, "gbk"), (TRADITIONAL, "big5"), (JAPANESE, "shift_jis"), (FRENCH, "cp1252")],
)
def test_encodings(text, encoding, declared):
    meta = f'<meta charset="{encoding}">' if declared else ""
    page = f"<html><head>{meta}<title>t</title></head><body><p>{text * 3}</p></body></html>".encode(encoding)
    assert html.read(page, "a.html", "a.html").raw == text * 3 + "\n"


def test_read_counts_the_page_and_keeps_the_layer():
    page = '<meta charset="gb2312"><p>堃</p>'.encode("gbk")
    doc = html.read(page, "a.html", "in/a.html")
    assert (doc.raw, doc.text, doc.stage) == ("堃\n", "堃\n", "source")
    assert (doc.metadata.format, doc.metadata.encoding, doc.metadata.bytes) == ("html", "gb18030", len(page))


def test_replaced_bytes_are_lines_of_the_layer():
    doc = html.read(("<p>" + "好" * 20 + "</p>\n\n\n<p>坏").encode() + b"\xff</p>", "a", "a")
    assert [(e.field, e.line, e.rule) for e in doc.metadata.evidence] == [("encoding", 3, "encoding/replaced-bytes")]


PAGE = """<html><head><title>Zone opens</title><meta property="og:title" content="Zone opens"></head>
<body>

<h1>Zone opens</h1>
<p>It has nine sheds
and a &ldquo;road&rdquo;.</p>
<p>It has nine sheds again.</p>
<ul><li>One</li>
<li>Two</li></ul></body></html>
"""


@pytest.mark.parametrize("parser", html.PARSERS)
def test_lines_of_the_page(parser):
    page = html.page(PAGE, Reading(parser))
    assert page.text == "# Zone opens\n\nIt has nine sheds and a “road”.\n\nIt has nine sheds again.\n\n- One\n- Two\n"
    assert html.places(page.layout, page.text)[2::2] + html.places(page.layout, page.text)[-1:] == [5, 7, 8, 9]


def test_a_line_that_is_not_found_has_the_line_of_the_one_before():
    page = html.page("<p>one</p>\n<p>&#116;wo</p>\n<p>three</p>")
    assert html.places(page.layout, page.text)[::2] == [1, 1, 3]


@pytest.mark.parametrize("parser", html.PARSERS)
def test_what_the_tags_say_is_read_with_either_reader(parser):
    assert {d.value for d in html.page(PAGE, Reading(parser)).declared} == {"Zone opens"}


def test_a_json_line_has_a_layout_too():
    item = sources.Item("in.jsonl", "in:1", 1, "jsonl", b'{"html": "<p>a <a href=/x>b</a></p>"}')
    doc = sources.load(item)
    assert (doc.raw, doc.layout.blocks[0].linked) == ("a b\n", 1)
    assert sources.load(item, reading=Reading(links=True)).raw == "a [b](/x)\n"


def test_a_document_does_not_show_the_page_it_is_of():
    doc = html.read(b"<p>a</p>", "a", "a")
    assert doc.layout.page == "<p>a</p>"
    assert "<p>" not in repr(doc)
