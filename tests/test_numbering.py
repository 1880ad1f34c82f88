import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs.numbering import read


@pytest.mark.parametrize(
    ("text", "family", "value"),
    [
        ("第三章 附则", "章", 3),
        ("第十二条", "条", 12),
        ("第二部分 总体要求", "部分", 2),
        ("第1节 概况", "节", 1),
        ("一、总则", "han", 1),
        ("（二）目的", "han-paren", 2),
        ("(三)分级", "han-paren", 3),
        ("1.2 Scope", "decimal", 2),
        ("1.2.3. Limits", "decimal", 3),
        ("E.1 The project", "decimal", 1),
        ("A.2.3 Power", "decimal", 3),
        ("4、保障措施", "decimal", 4),
        ("IV. METHOD", "roman", 4),
        ("B. Later zones", "letter", 2),
        ("Chapter 3", "chapter", 3),
        ("CHAPTER II: The Board", "chapter", 2),
        ("Item No. 31.1: Requests for more time", "item", 1),
        ("Article 5", "article", 5),
        ("Глава 2. Зоны", "глава", 2),
        ("(3) third", "paren", 3),
    ],
)
def test_numbers(text, family, value):
    number = read(text)
    assert number is not None and (number.family, number.value) == (family, value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2019 was a good year",
        "10.5% of the plots",
        "Article 5 shall apply",
        "Section 3 of the Act",
        "partly cloudy",
        "第三方机构",
        "一个园区",
        "(i) Request of a firm",
        "Chapter and verse",
        "1",
    ],
)
def test_no_numbers(text):
    assert read(text) is None


def test_depth_follows_the_order_of_documents():
    chinese = [
        read(t)
        for t in (
            "第一编 总则",
            "第一章 总则",
            "第一节 总则",
            "第一条",
            "一、总则",
            "（一）总则",
            "1.总则",
            "（1）总则",
        )
    ]
    western = [
        read(t) for t in ("Part I", "Chapter 1", "Section 1", "Article 1", "I. A", "A. A", "1. A", "1.1 A", "1.1.1 A")
    ]
    for numbers in (chinese, western):
        depths = [n.depth for n in numbers if n]
        assert len(depths) == len(numbers) and depths == sorted(set(depths))


@given(st.text(max_size=80))
def test_any_text(text):
    number = read(text)
    assert number is None or (0 < number.size <= len(text) and number.value >= 0)
