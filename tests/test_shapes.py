import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs import shapes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The park opened in May and has welcomed 54 firms.", "P"),
        ("园区占地46平方公里,入驻企业三百家,产值突破千亿元。", "P"),
        ("and has since then welcomed 54 firms from the north that make brake pads", "P"),  # a wrapped line
        ("Five Factors That Matter", "S"),
        ("蓝图不改 一茬接着一茬干", "S"),
        ("“没想到变化这么大”", "S"),
        ("The board agreed.", "E"),
        ("内设机构是:", "E"),
        ("- first item", "I"),
        ("• 微信公众号", "I"),
        ("| a | b |", "I"),
        ("name\tvalue", "I"),
        ("2023-07-28 10:20", "M"),
        ("TUESDAY, JUNE 21, 2022", "M"),
        ("2021年5月17日 星期一", "M"),
        ("Source: Wire", "M"),
        ("来源:湖畔新区发布", "M"),
        ("本报记者 许曼", "M"),
        ("By Ana Moro", "M"),
        ("Photo by the authority", "M"),
        ("图为施工现场", "M"),
        ("(Applause)", "M"),
        ("“I left the city”", "M"),
        ("Ladies and Gentlemen", "M"),
        ("sipp@example.org", "M"),
        ("* * *", "I"),
        ("-----", "M"),
    ],
)
def test_shape(text, expected):
    assert shapes.shape(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## Heading ##", "Heading"),
        ("**A** and __b__", "A and b"),
        ("snake_case_name", "snake_case_name"),
        (r"5\_23159", "5_23159"),
        ("[text](http://a.cn/b) ![](c.png)", "text"),
        ("<b>Bold</b> 3 < 4", "Bold 3 < 4"),
        ("#hashtag", "#hashtag"),
        ("\u3000\u3000一、总则\u00a0", "一、总则"),
    ],
)
def test_bare(text, expected):
    assert shapes.bare(text) == expected


def test_a_card_broken_over_italic_lines_is_a_label():
    card = ["*Jie ZHAO*", "", "*Industrial  ", "Development Officer*", "", "Text"]
    assert [(r.at, r.shape) for r in shapes.rows(card)] == [(0, "M"), (2, "M"), (3, "M"), (5, "S")]


@given(st.text(max_size=200))
def test_any_text(text):
    assert shapes.shape(text) in set("PIMES")
    assert shapes.width(text) >= len(shapes.bare(text)[:0])
    assert len(shapes.bare(text)) <= len(text)
