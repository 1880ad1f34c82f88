"""Notices of more: phrase, place and a second sign; and whole texts with the same phrases."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_sections import document

from parkdocs.completeness import judge
from parkdocs.model import Mark
from parkdocs.notices import is_notice
from parkdocs.sections import segment

PROSE = "The park opened in May, and it has welcomed 54 firms since then."
CUT = "The park opened in May and has since then welcomed many firms from the"
FINE = "园区占地46平方公里，入驻企业三百家，产值突破千亿元。"
BROKEN = "园区占地46平方公里，入驻企业三百家，产值突破千亿元，其中外资企业五十家，主要来"
LONG = "\n\n".join(f"{i} years ago the estate had no more than a well. {PROSE}" for i in range(2, 30))


def verdict(text, marks=()):
    return judge(segment(document(text, marks))).completeness.verdict


@pytest.mark.parametrize(
    "below",
    [
        "This story is for Courier+ readers\nUnlimited reading from $2 a week.\nSee offers",
        "To access this article, choose one of the options below.\nBuy this article – $2.95",
        "Unlock the remaining 14 pages",
        "SAMPLE PAGES END HERE",
        "Continue to source",
        "Premium\nTry four weeks for nothing\nThen $19 a month. Cancel at any time.",
        "You have 0 articles remaining this month",
        "Cet article est réservé à nos abonnés. Il vous reste 68 % à découvrir.",
        "Hazte suscriptor para leer la noticia completa",
        "Para ler o texto completo, assine o Diário da Serra",
        "Lesen Sie diesen Artikel mit Abendblatt Plus",
        "Source: Wire\n\nSign in to keep reading",
        "（下转第四版）",
    ],
)
def test_a_notice_below_a_broken_sentence(below):
    assert verdict(f"{LONG}\n\n{CUT}\n\n{below}\n") == "truncated"


@pytest.mark.parametrize(
    "below",
    [
        "打开客户端，看完整文章",
        "此文限订阅读者畅读，点此订阅，每月低至18元",
        "登录后继续浏览\n还没有账号？免费注册",
        "想看剩下的11页？充值会员即刻解锁",
        "來源網(wǎng)絡(luò),僅供閱讀前3頁,完整版請下載",
        "【未完】會員登入後可讀取其餘內容",
        "立即开通会员，畅享海量文档",
        "▶▶ 转A06版",
    ],
)
def test_a_chinese_notice_below_a_broken_sentence(below):
    assert verdict(f"{FINE}\n\n{FINE}\n\n{BROKEN}\n\n{below}\n") == "truncated"


@pytest.mark.parametrize(
    "below",
    [
        "（本章完，下一章请到App继续看）",
        "You have reached the end of the preview\nBuy the book to read on",
        "已阅读3页，还剩26页未读",
        "Subscribe to read the rest of this article\nAlready a subscriber? Log in",
    ],
)
def test_a_notice_that_brings_its_own_second_sign(below):
    assert verdict(f"{LONG}\n\n{PROSE}\n\n{below}\n") == "truncated"


@pytest.mark.parametrize(
    "text",
    [
        f"{LONG}\n\n{PROSE}\n\nSubscribe now\n",
        f"{LONG}\n\n{PROSE}\n\nLog in\nAbout us\nAdvertise\n",
        f"{LONG}\n\n{PROSE}\n\nRead more\n",
        f"{LONG}\n\n{PROSE}\n\nRead more\nOld crane to be scrapped\nRead more\n",
        f"{LONG}\n\nContinue reading below the advertisement\n\n{PROSE}\n",
        f"{PROSE}\n\nThe full report can be downloaded at www.example.com/boilers.\n",
        f"{LONG}\n\n{CUT} north\n\nSign up for our newsletter to read the full story\n",
        f"{PROSE} A line that says “Subscribe to continue reading” is what visitors meet first.\n",
        f"{FINE}\n\n专家提醒，不要轻信“开通会员即可查看全部内容”之类的弹窗。\n",
        f"{FINE}\n\n职工下载客户端并注册，即可查看全部课程，并可在线阅读电子图书。\n",
        f"{FINE}\n\n保安老周说，他值了八年夜班，从没见过这栋楼全黑的时候……\n\n扫码关注公众号\n",
        f"{FINE}\n\n扫码关注“科创园发布”\n获取更多园区资讯\n",
    ],
)
def test_whole_texts_with_such_phrases(text):
    assert verdict(text) != "truncated"


def test_a_removed_phrase_counts_in_a_teaser_but_not_below_a_whole_text():
    for body, expected in ((PROSE, "truncated"), (f"{LONG}\n\n{PROSE}", "complete")):
        text = f"{body}\n\nRead more at the source\n"
        mark = Mark(text.index("Read more at"), len(text), "en/read", "truncation")
        assert verdict(text, [mark]) == expected


def test_a_sure_notice_on_top_counts_where_the_text_breaks_off():
    for body, expected in ((CUT, "truncated"), (PROSE, "complete")):
        assert (
            verdict(f"Zones\n\nYou can read 9 of 112 letters, the rest is for members\n\n{LONG}\n\n{body}\n")
            == expected
        )


def test_a_list_of_beginnings_with_a_call_below_each():
    items = [f"Title {i}\nThe park {i} years ago had a well, a long fence and……\n[Full story]" for i in range(3)]
    assert verdict("\n\n".join(items) + "\n") == "truncated"
    assert verdict("\n\n".join(item.replace("and……", "one gate.") for item in items) + "\n") == "complete"


def test_a_removed_wall_in_the_middle_counts_where_the_sentence_above_breaks_off():
    for body, expected in ((CUT, "truncated"), (PROSE, "complete")):
        text = f"{LONG}\n\n{body}\nCreate an account to keep reading\n\n{LONG}\n"
        at = text.index("Create")
        assert verdict(text, [Mark(at, at + 34, "en/wall", "truncation")]) == expected


@pytest.mark.parametrize(
    "text", ["Log in to read the rest", "Answers 4 to 15 are kept for card holders", "Read more »", "登录后查看全文"]
)
def test_notices(text):
    assert is_notice(text)


@pytest.mark.parametrize("text", ["", PROSE, CUT, "Five Factors That Matter", "二十年之变", "Tel: 022 6637"])
def test_no_notices(text):
    assert not is_notice(text)


@given(
    st.lists(st.sampled_from([PROSE, CUT, FINE, BROKEN, "Read more", "Log in", "预览结束", "", "- a", "12 more pages"]))
)
def test_any_order_of_lines_has_a_verdict(lines):
    assert verdict("\n".join(lines)) in {"complete", "suspect", "truncated"}


def test_continue_reading_below_a_whole_paragraph_is_a_cut_and_read_more_is_none():
    blog = f"Site visits\n\n{LONG}\n\nContinue reading →\n\nFiled under: Gates | 11 Comments\n"
    assert verdict(blog) == "truncated"
    assert verdict(blog.replace("Continue reading →", "Read more »")) == "complete"
    assert verdict(f"{LONG}\n\n{PROSE}\n\nRelated\n\nContinue reading →\n") == "complete"
