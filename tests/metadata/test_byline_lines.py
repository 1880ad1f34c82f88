"""Bylines on two lines, without a mark, or beside a date, each with a line that looks alike and is none."""

import pytest

from parkdocs.metadata import byline_lines, source_lines
from parkdocs.model import Document


def read(*lines):
    text = "\n".join(lines) + "\n"
    found = byline_lines.read(source_lines.read(Document("i", "s", text, text)))
    return [(at, credit.values) for at, credit in found]


@pytest.mark.parametrize(
    ("label", "below", "names"),
    [
        ("WRITTEN BY", "Lan Chi", ("Lan Chi",)),
        ("Auteur(s) :", "Claire Morel", ("Claire Morel",)),
        ("By", "- Lan Chi | lan@a.example", ("Lan Chi",)),
        ("By", "Lan Chi, Hamid Qazi", ("Lan Chi", "Hamid Qazi")),
        ("by", "### river_rat", ("river_rat",)),
        ("Written by", "The Park Team", ("The Park Team",)),
        ("作者", "许曼", ("许曼",)),
        ("**Author**", "Mwakasege, Irene", ("Mwakasege, Irene",)),
        ("By", "Lagos, Nigeria", ()),
        ("Authors", "News, Analysis", ()),
        ("Written by", "Monday, June", ()),
        ("Authors", "My Account", ()),
        ("Authors", "river_rat", ()),  # a menu
        ("By", "Category", ()),
        ("Von", "bis", ()),
        ("By", "The park opened its gates to nine firms.", ()),
        ("作者", "园区管理办法", ()),
        ("The park grew by", "Lan Chi", ()),
    ],
)
def test_the_label_above(label, below, names):
    assert read(label, below) == ([(1, names)] if names else [])


def test_names_on_lines_of_their_own():
    assert read("By", "Lan Chi", ",", "Hamid Qazi", "and", "Bo Lee", "Ana Ruiz") == [
        (1, ("Lan Chi", "Hamid Qazi", "Bo Lee"))
    ]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("- Autorin/Autor Lena Ortiz", ("Lena Ortiz",)),
        ("- Thread starter river_rat", ("river_rat",)),
        ("投稿者 Lena Ortiz", ("Lena Ortiz",)),
        ("著者：山田太郎", ("山田太郎",)),
        ("著者：山田太郎は園区の専門家であり、多くの本を書いた。", ()),
        ("Autor unbekannt", ()),
        ("Autora de tres libros", ()),
    ],
)
def test_a_label_without_a_mark(line, names):
    assert [found for _, found in read(line)] == ([names] if names else [])


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Lena Ortiz | 05.11.2023 - Update : 06.11.2023", ("Lena Ortiz",)),
        ("05.11.2023 - Lena Ortiz", ("Lena Ortiz",)),
        ("Media | 5 November 2023 | Lena Ortiz", ("Lena Ortiz",)),
        ("Lena Ortiz · 5 de novembro de 2023", ("Lena Ortiz",)),
        ("冯涛 | 2023.11.05 周日", ("冯涛",)),
        ("Lena Ortiz", ()),
        ("Herald | 05.11.2023", ()),
        ("Lena Ortiz | 05.11.2023. The park opened its gates to nine firms.", ()),
        ("05.11.2023 - The park opens", ()),
    ],
)
def test_a_name_beside_a_date(line, names):
    assert byline_lines.beside_date(line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Walked and drawn by Lena Ortiz", ("Lena Ortiz",)),
        ("Lena Ortiz | Harbours", ("Lena Ortiz",)),
        ("Sponsored by Lena Ortiz", ()),
        ("Photographs by Lena Ortiz", ()),
        ("Supported by the harbour board", ()),
        ("Lena Ortiz | The park opened its gates.", ()),
    ],
)
def test_words_near_a_title(line, names):
    assert byline_lines.worded(line) == names
