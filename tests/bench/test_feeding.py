"""What tools are given of a page, and the plain baselines."""

import gzip

import feeding
import pytest


def test_a_text_becomes_one_paragraph_a_line():
    page = feeding.as_page("Home & away\n\n  <b>News</b>  \n")
    assert page.count("<p>") == 2
    assert "<p>Home &amp; away</p>\n<p>&lt;b&gt;News&lt;/b&gt;</p>" in page


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("园区".encode(), "园区"),
        (b"\xef\xbb\xbfpark", "park"),
        ('<meta charset="gb2312">园区'.encode("gbk"), '<meta charset="gb2312">园区'),
        ('<meta charset="latin-1">Größe'.encode("latin-1"), '<meta charset="latin-1">Größe'),
        (b"<meta charset=x-unheard-of>\xff", "<meta charset=x-unheard-of>\ufffd"),
        (b"\xff", "\ufffd"),
    ],
    ids=["utf-8", "byte order mark", "chinese", "western", "unknown charset", "none named"],
)
def test_pages_are_decoded_as_utf_8_else_as_they_declare(data, expected):
    assert feeding.decoded(data) == expected


def test_a_page_may_be_packed(tmp_path):
    (tmp_path / "a.html").write_bytes(b"<p>a")
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(b"<p>a"))
    assert feeding.raw_page(tmp_path / "a.html") == feeding.raw_page(tmp_path / "a.html.gz") == b"<p>a"


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("one two three four five six seven eight nine ten", True),
        ("one two three four five six seven eight nine", False),
        ("It rained.", True),
        ("下雨了。", True),
        ("园区总面积四十六平方公里位于城东", True),
        ("网站首页 新闻中心", False),
        ("", False),
    ],
)
def test_the_plainest_rule(line, kept):
    assert feeding.long_lines(f"{line}\nMenu") == (line if kept else "")


def test_the_ceiling_keeps_the_lines_that_are_labelled_content():
    assert feeding.by_labels("Home\nTitle\nText\nText", ["X", "T", "C", "C"]) == "Text\nText"


def test_unspaced_scripts_show_by_a_fifth_of_the_characters():
    assert feeding.unspaced("园区 park")
    assert feeding.unspaced("กรุงเทพ")
    assert not feeding.unspaced("The park is called 园区 in Chinese, and that is all there is of it.")
    assert not feeding.unspaced("")
