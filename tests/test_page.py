"""What rules see of a document's lines."""

import pytest

from parkdocs import page
from parkdocs.lines import split


@pytest.mark.parametrize(
    "line",
    [
        "The park covers 46 square kilometres east of the old city, with nine sheds.",
        "“Most zones earn back their roads, few earn back their tax holidays,” the magazine notes.",
        "据了解,本次项目中亿元以上12个,全部达产后可新增岗位四千余个,预计投资22亿元。",
        "会上公布的數據顯示，去年該區新簽項目21個，到位資金46億元。",
    ],
)
def test_prose(line):
    assert page.is_prose(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Contact us",
        "Home / Belt and Road / Key Urban Fields",
        "UNIDO cross-disciplinary team on industrial parks (CDTIP)",
        "UNIDO and China's Ministry of Commerce Host Parallel Session on Industrial Parks at 6th CIIE",
        "主办单位:国家级经济技术开发区绿色发展联盟",
        "首页 > 新闻中心 > 园区动态 > 正文",
        "She agreed.",
    ],
)
def test_no_prose(line):
    assert not page.is_prose(line)


def test_a_page_knows_its_body_head_and_tail():
    prose = "The park covers 46 square kilometres east of the old city, with nine sheds and a school."
    text = "\n\n".join(["Menu"] * 10 + [prose] * 12 + ["Footer"] * 10)
    p = page.read(split(text))
    first, last = p.body
    assert p.lines[first].text == p.lines[last].text == prose
    assert [p.in_head(i) for i in (0, first - 2, first, last)] == [True, True, False, False]
    assert [p.in_tail(i) for i in (first, last, last + 2)] == [False, False, True]


def test_code_is_seen_by_no_rule():
    p = page.read(split("a\n```\nContact us\n```\nContact us"))
    assert p.views == ["a", "", "", "", "Contact us"]


def test_of_a_long_line_rules_see_only_the_end():
    p = page.read(split("word " * 100 + "Read more"))
    assert p.views[0].endswith("word Read more")
    assert len(p.views[0]) <= page.TAIL
