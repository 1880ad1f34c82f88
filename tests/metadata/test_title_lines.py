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
