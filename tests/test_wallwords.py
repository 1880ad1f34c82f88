"""Families of words: what a notice says, and lines on other matters that use the same verbs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs.wallwords import families, fold, is_about_paying


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Log in to read the full story", {"gate", "read", "rest"}),
        ("This story is for Courier+ readers", {"gate", "read", "rest"}),
        ("Unlock the remaining 14 pages", {"left", "read"}),
        ("12 more pages", {"left", "rest"}),
        ("Cet article est réservé à nos abonnés", {"gate", "rest"}),
        ("Suscríbete para leer la noticia completa", {"read", "rest"}),
        ("Para ler o texto completo, assine o Diário", {"gate", "read", "rest"}),
        ("Lesen Sie diesen Artikel mit Abendblatt Plus", {"gate", "read", "rest"}),
        ("Đăng nhập để đọc toàn bộ bài viết", {"gate", "read", "rest"}),
        ("Войдите, чтобы читать полностью", {"gate", "read", "rest"}),
        ("剩餘部分請下載查看", {"gate", "left", "read", "rest"}),
        ("来源网络,仅供阅读前3页", {"left", "read"}),
        ("開通會員閱(yuè)讀全文", {"gate", "read", "rest"}),
    ],
)
def test_what_a_notice_says(text, expected):
    assert expected <= families(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The park opened in May.",
        "浏览次数:1203",
        "阅读 88",
        "Sign up for our newsletter to read the full story",
        "Log in to post a comment",
        "Subscribe to our podcast",
        "未经授权不得转载全文",
        "We use cookies to give you access to the full site",
    ],
)
def test_lines_on_other_matters(text):
    assert families(text) == frozenset()


@pytest.mark.parametrize("text", ["Premium", "Cancel at any time", "立即开通会员，畅享海量文档"])
def test_lines_about_paying(text):
    assert is_about_paying(text)


@pytest.mark.parametrize("text", ["Scan the code", "扫码关注公众号", "x" * 81 + " subscribe", "Follow us"])
def test_lines_not_about_paying(text):
    assert not is_about_paying(text)


def test_folding_drops_pinyin_width_and_case():
    assert fold("ＶＩＰ閱(yuè)讀") == "vip閱讀"


@given(st.text(max_size=300))
def test_any_text(text):
    assert families(text) <= {"gate", "left", "read", "rest"}
