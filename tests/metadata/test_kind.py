"""Kinds by visible signs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs.metadata import dates, kind, title
from parkdocs.model import Document

PROSE = "The park opened its second stage, and forty firms have signed up so far.\n"
ZH_PROSE = "规范园区内事故应急处置工作,减少人员伤亡和财产损失,制定本文,各单位遵照执行。\n"


def read(text):
    return kind.fill(dates.fill(title.fill(Document("i", "s", text, text)))).metadata


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SHANGHAI, 5 NOVEMBER 2023 – " + PROSE, "news"),
        ("Park opens\n2023-07-28 | UNIDO\n" + PROSE, "news"),
        ("Park opens\n“It is large,” the mayor said.\n" + PROSE, "news"),
        ("园区开园\n本报记者孔亮报道\n" + ZH_PROSE, "news"),
        ("FIRST WORKSHOP\n\nContents\n\nSUMMARY.....\t3\n" + PROSE, "report"),
        ("Workshop report\n\n" + PROSE, "report"),
        ("数字园区前景_第1页\n已阅读3页,还剩26页未读\n" + ZH_PROSE, "report"),
        ("Minutes of the 31st meeting of the Board\n" + PROSE, "notice"),
        ("关于园区认定的公示\n" + ZH_PROSE, "notice"),
        ("开发区安全生产应急预案\n" + ZH_PROSE, "notice"),
        ("• 索引号:\n 11330000/2015\n园区工作\n" + ZH_PROSE, "notice"),
        ("北原市工业和信息化局:\n" + ZH_PROSE, "notice"),
        ("Tag: Lindara\nLocal partners plan a park\n" + PROSE, "directory"),
        ("What is a heat network\n" + PROSE, "other"),
        ("", "other"),
    ],
)
def test_kind(text, expected):
    assert read(text).kind == expected


def test_evidence():
    assert ("kind", 1, "kind/title-notice") in [
        (e.field, e.line, e.rule) for e in read("园区公示\n" + ZH_PROSE).evidence
    ]


@given(st.text())
def test_never_empty(text):
    assert read(text).kind in {"news", "report", "notice", "directory", "other"}
