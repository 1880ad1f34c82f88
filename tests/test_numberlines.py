"""Numbered lines: items of a list, and lines that open a section though they end in a full stop."""

import pytest

from parkdocs import numberlines, shapes
from parkdocs.numbering import read

PROSE = "The park opened in May, and it has welcomed 54 firms since then."
FINE = "园区占地46平方公里,入驻企业三百家,产值突破千亿元。"


def placed(*lines):
    rows = shapes.rows(list(lines))
    return rows, [read(r.bare) for r in rows]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("1. Roads", "2. Water", "3. Power"), True),
        (("1. Roads", PROSE, "2. Water", PROSE), False),
        (("1.1 Roads", PROSE, "1.2 Water"), False),
        (("一、道路", "二、供水", "三、供电"), True),
        (("一、道路", FINE, "二、供水"), False),
    ],
)
def test_runs(lines, expected):
    rows, numbers = placed(*lines)
    assert numberlines.in_run(rows, numbers, 0) is expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("（一）工业经济平稳运行。", FINE), True),
        (("2. Check for broken links.", "", PROSE), True),
        (("2. Check for broken links.", PROSE), False),  # no gap: an item with its text
        (("（一）遵守法律。", "（二）爱护环境。"), False),
        (("", "A line.", "", PROSE), False),
    ],
)
def test_headings_that_end_in_a_full_stop(lines, expected):
    rows, numbers = placed("Title", "", *lines)
    assert numberlines.is_closed_heading(rows, numbers, 1) is expected


@pytest.mark.parametrize("text", ["1. Roads", "Option A: replace the pump", "第三章", "1.2 范围"])
def test_worded(text):
    rows, numbers = placed(text)
    assert numberlines.is_worded(rows[0], numbers[0])


@pytest.mark.parametrize("text", ["1. roads", "2. x", "（1）道路"])
def test_not_worded(text):
    rows, numbers = placed(text)
    assert not numberlines.is_worded(rows[0], numbers[0])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("一、2021年工作情况", True),
        ("一、2021", False),
        ("第四条 适用范围", True),
        ("第二条 管理委员会职责,权限", True),
        ("第四条 信用平台归集下列信息:", False),
        ("第十条 对D级企业,应当列为重点监管对象", False),
        ("2. the smaller plots", False),
    ],
)
def test_words_that_open_a_heading(line, expected):
    rows, numbers = placed(line)
    assert numberlines.is_worded(rows[0], numbers[0]) is expected
