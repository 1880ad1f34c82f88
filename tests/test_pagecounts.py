"""Page counts in their wordings, and numbers that count no pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs.pagecounts import read


def counted(text):
    count = read([(7, text)])
    return (count.here, count.total, count.of_rest)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Page 3 of 12", (3, 12, False)),
        ("Pages 1 to 3 of 44", (3, 44, False)),
        ("Preview: 3 of 44 pages", (3, 44, False)),
        ("Viewing 5 of 120 pages", (5, 120, False)),
        ("Página 2 de 9", (2, 9, False)),
        ("Seite 2 von 9", (2, 9, False)),
        ("第3页/共12页", (3, 12, False)),
        ("第 3 頁 共 12 頁", (3, 12, False)),
        ("免费在线读 第1/12页", (1, 12, False)),
        ("页码：1/35", (1, 35, False)),
        ("（本文共14页，当前显示前3页）", (3, 14, False)),
        ("已阅读3页,还剩26页未读", (3, 29, True)),
        ("内容未完，剩余56页", (0, 56, True)),
        ("想看剩下的11页？", (0, 11, True)),
        ("34 pages left", (0, 34, True)),
        ("Report ID: QR-0 | Published: Feb, 2024 | Pages: 143", (0, 143, False)),
        ("Number of pages: 88", (0, 88, False)),
        ("全文页数：26", (0, 26, False)),
    ],
)
def test_counts(text, expected):
    assert counted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The pages of 12 books",
        "第3版",
        "12 of 40 firms",
        "三页纸",
        "page 12",
        "2019/12",
        "Pages: 12-15",
        "Pages: 30 per minute",
        "Journal of Parks, Volume: 12, Pages: 143",
        "Pages: 3, 9",
        "see pages: 4:12",
    ],
)
def test_no_counts(text):
    assert counted(text) == (0, 0, False)


def test_the_furthest_page_counts():
    assert read([(1, "Page 1 of 3"), (5, "Page 3 of 3"), (9, "Page 2 of 3")])[:3] == (3, 3, 5)


@given(st.text(alphabet="0123456789页第共/ pageof剩余", max_size=80))
def test_any_text(text):
    here, total, line, _ = read([(4, text)])
    assert here >= 0 and total >= 0 and line in {0, 4}
