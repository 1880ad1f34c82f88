"""Lines above the text that are no titles, and headlines that look like them."""

import pytest

from parkdocs.metadata import title_lines
from parkdocs.metadata.source_lines import read
from parkdocs.metadata.title import fill
from parkdocs.model import Document

PROSE = "The port will add thirty thousand square metres to its yard by the end of next year, the operator said."


def title(*lines):
    text = "\n".join(lines)
    return fill(Document("i", "s", text, text)).metadata.title


@pytest.mark.parametrize(
    "line", ["Par Claire Morel", "Por Redação", "By Lan Chi", "记者 冯涛", "本报记者 白露", "文/孔亮"]
)
def test_bylines(line):
    assert title_lines.is_byline(line)


@pytest.mark.parametrize(
    "line", ["By the river, a new park opens", "Parks for all", "Por que investir aqui?", "文化园区开园"]
)
def test_no_bylines(line):
    assert not title_lines.is_byline(line)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Porto seco amplia pátio", "Por Redação", "21 de junho de 2021", PROSE], "Porto seco amplia pátio"),
        (["The quiet boom of ports", "Daniel Osei", "30 October 2022", PROSE], "The quiet boom of ports"),
        (["电子标书购买须知", "联系方式:0000-1234567", "2021年4月6日"], "电子标书购买须知"),
        (["园区名录", "主导产业:电子信息", "地址:东区1号", "电话:0000-1110001", "2021年4月6日"], "园区名录"),
        (["索 引 号", "015001/2021-00321", "发文机关", "云岭管理委员会", "云岭开发区招商方案"], "云岭开发区招商方案"),
        (["Customs Brokers Handbook", "Chapter 1: Getting Started", PROSE], "Customs Brokers Handbook"),
        (
            ["外媒专版:二十载同行", "来源:湖畔新区发布2022-08-14 21:03"],
            "外媒专版:二十载同行",
        ),  # a colon alone is no field
        (["Maria Silva Port", PROSE], "Maria Silva Port"),  # a name on top may well be the subject
    ],
)
def test_the_headline_wins(lines, expected):
    assert title(*lines) == expected


def test_three_labels_with_values_make_a_form():
    text = "一:二\n主导产业:电子\n地址:东区\n"
    assert title_lines.fields(read(Document("i", "s", text, text))) == 2


@pytest.mark.parametrize(
    "line",
    [
        "404 Not Found",
        "Error 404 - Page not found",
        "Page not found",
        "Sorry, the page you requested could not be found.",
        "This page does not exist",
        "503 Service Unavailable",
        "抱歉，您访问的页面不存在或已被删除",
        "您访问的页面不存在",
        "文章已被删除",
        "404 页面未找到",
    ],
)
def test_messages_of_a_page_that_is_not_there(line):
    assert title_lines.is_error(line)


@pytest.mark.parametrize(
    "line",
    [
        "404 tenants in the zone",
        "Page not found: a history of the web",
        "Missing page found in the archive",
        "信息公开指南",
        "网页设计大赛",
        "内容",
        "404",
        "The document was found",
        "Access to land denied",
    ],
)
def test_headlines_are_no_messages(line):
    assert not title_lines.is_error(line)


@pytest.mark.parametrize(
    "line", ["The Manager, Human Resources", "To: The Registrar", "The Director of Trade", "The Editor"]
)
def test_whom_a_notice_is_sent_to(line):
    assert title_lines.is_addressee(line)


@pytest.mark.parametrize(
    "line", ["The Manager Who Sold a Port", "The Editorial Board Meets", "Director resigns", "The Head for Heights"]
)
def test_titles_that_name_an_office(line):
    assert not title_lines.is_addressee(line)
