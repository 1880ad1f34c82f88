import pytest

from parkdocs import headingnames as names


@pytest.mark.parametrize(
    "text", ["Contents", "TABLE OF CONTENTS", "目录", "目　錄", "本文目录", "Оглавление", "Índice"]
)
def test_contents(text):
    assert names.is_contents(text) and names.is_known(text)


@pytest.mark.parametrize("text", ["Disclaimer", "Legal notice", "免责声明：", "法律声明", "Haftungsausschluss"])
def test_disclaimers(text):
    assert names.is_disclaimer(text) and names.is_known(text)


@pytest.mark.parametrize(
    "text", ["ANNEX", "Annex 2: Rents", "Appendix B", "Annexure-1", "附件", "附件1", "附录 二", "附錄A"]
)
def test_annexes(text):
    assert names.is_annex(text) and names.is_known(text)


@pytest.mark.parametrize("text", ["Abstract", "EXECUTIVE SUMMARY", "Acknowledgments", "前言", "结 语", "參考文獻"])
def test_other_known_names(text):
    assert names.is_known(text)
    assert not (names.is_contents(text) or names.is_disclaimer(text) or names.is_annex(text))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Contents of the box",
        "The annex was built",
        "Annexed lands",
        "附件:名单",
        "附件下载",
        "目录学",
        "Summary judgement",
        "声明",
    ],
)
def test_other_words(text):
    assert not names.is_known(text)


def test_a_long_line_is_no_known_heading():
    assert names.is_known("Executive Summary")
    assert not names.is_known("Executive Summary " * 4)
