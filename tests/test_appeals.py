"""Notices by the families of words that meet in them, and lines with the same words on other matters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs.appeals import SURE, _model, features, strength
from parkdocs.view import view


@pytest.mark.parametrize(
    "text",
    [
        "The full text of this paper is available to subscribers only.",
        "To continue reading this article, start a free trial.",
        "This post is for paid subscribers",
        "Enter your email to unlock the rest of this report.",
        "The rest of the sections are available to registered users.",
        "You do not currently have access to this content.",
        "SAMPLE PAGES END HERE",
        "Buy this document to view all 46 pages",
        "本报告为节选，如需完整报告请联系客服。",
        "非会员仅可查看前300字",
        "以上内容为试读部分，购买后可阅读全部章节",
        "剩餘內容請登入後閱讀",
        "La suite de cet article est réservée aux abonnés",
        "El informe completo está disponible para socios",
        "O restante do relatório está disponível para associados",
        "Dieser Inhalt ist nur für Abonnenten",
        "Полный текст доступен по подписке",
        "この記事は会員限定です。登録すると続きをお読みいただけます。",
        "기사 전문은 유료회원만 볼 수 있습니다",
        "Bạn cần đăng nhập để xem toàn bộ nội dung",
    ],
)
def test_what_is_sure_by_itself(text):
    assert strength(text) == SURE


@pytest.mark.parametrize(
    "text", ["For subscribers only", "(Excerpt)", "（节选）", "VIP会员可见", "Create a free account to continue."]
)
def test_what_counts_right_below_the_last_paragraph(text):
    assert strength(text) >= 3


@pytest.mark.parametrize(
    "text",
    [
        "This story is for Courier+ readers",
        "Unlock the remaining 14 pages",
        "12 more pages",
        "Cet article est réservé à nos abonnés",
        "Suscríbete para leer la noticia completa",
        "Para ler o texto completo, assine o Diário",
        "Lesen Sie diesen Artikel mit Abendblatt Plus",
        "Đăng nhập để đọc toàn bộ bài viết",
        "Войдите, чтобы читать полностью",
        "剩餘部分請下載查看",
        "来源网络,仅供阅读前3页",
        "開通會員閱(yuè)讀全文",
    ],
)
def test_what_counts_with_a_second_sign(text):
    assert strength(text) >= 2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\ud800",
        "The park opened in May.",
        "Subscribe to our newsletter for weekly updates.",
        "Sign up to get stories like this in your inbox.",
        "Log in to comment",
        "Read more: How the port was paid for",
        "The remaining 14 plots will be offered in May.",
        "Registration is open to all members until 12 March.",
        "Users have to log in to the portal to view their bills.",
        "“Read the whole report,” he told the council.",
        "Have a great rest of your week!",
        "Read the original article on Harbour Weekly",
        "返回搜狐，查看更多",
        "登录后发表评论",
        "企业须登录平台注册后方可申报。",
        "《办法》全文可在市政府网站查阅。",
        "扫描二维码即可进入小程序查看停车余位。",
        "未经授权不得转载全文",
        "Lire aussi : le port de demain",
        "浏览次数:1203",
        "Sign up for our newsletter to read the full story",
        "Log in to post a comment",
        "Subscribe to our podcast",
        "We use cookies to give you access to the full site",
        "Print edition (PDF)",
        "Was this page helpful? Yes No",
        "A line that says “Subscribe to continue reading” is what visitors meet first.",
    ],
)
def test_lines_on_other_matters(text):
    assert strength(text) <= 1


def test_a_sentence_within_a_line_counts_where_it_is_sure():
    assert strength("Rents rose in the port. Log in to read the rest of this article.") == SURE
    assert strength("The old port has twelve cranes and two docks. Read more") == 0


def test_words_of_other_matters_weaken_a_notice():
    plain, strange = "Log in to read the full report", "Log in to read the full report of the dam on the upper river"
    assert strength(plain) == SURE > strength(strange)


def test_pinyin_between_the_characters_is_no_word():
    assert strength("剩(shèng)餘(yú)內容請登入後閱(yuè)讀") == SURE


def test_ideas_and_their_pairs_are_features():
    found = features("Log in to read the rest", frozenset({"the", "to"}))
    assert {"i:login", "i:rest", "i:login+rest", "b:read the", "1:log", "s0", "endx"} <= set(found)
    assert features("A crane stood there", frozenset()) == []


def test_names_and_quoted_words_tell_nothing():
    found = features("She asked Ana Moro to read “The Rest”", frozenset({"she", "asked", "to"}))
    assert {"b:asked ^", "b:to read"} <= set(found) and "w:rest" not in found


def test_the_weights_know_their_own_features():
    """A feature that the code has renamed would silently weigh nothing."""
    said = ["Log in to read the rest (12 pages).", "开通会员后可阅读全文", "Read on: part 2 »", "MEMBERS ONLY?"]
    weights = _model().weights
    kinds = {name[: 1 + (name[1] == ":")] for text in said for name in features(view(text), frozenset())}
    assert kinds <= {name[: 1 + (name[1] == ":")] for name in weights}


@given(st.text(max_size=500))
def test_any_text_has_a_strength(text):
    assert 0 <= strength(text) <= SURE
