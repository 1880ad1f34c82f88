"""Frames of newsletters, legal paragraphs, the heads of public accounts: what goes, and what the rest then says."""

import pytest
from test_marks import HAN_PROSE, PROSE, cleaned
from test_notices import LONG

from parkdocs import rules
from parkdocs.completeness import judge
from parkdocs.marks import mark
from parkdocs.metadata import extract
from parkdocs.model import Document
from parkdocs.sections import segment

RULES = rules.load()
LAST = "Eleven more firms have asked for a plot, and four will get one before the end of the year, the office said."
MAKER = "The Lagos Ledger"


def finished(raw):
    return extract(judge(segment(mark(Document("i", "s", raw, raw), RULES))))


@pytest.mark.parametrize(
    "first",
    [
        "View this email in your browser",
        "Trouble viewing this newsletter? Click here",
        "如果您无法正常阅读此邮件，请点击这里",
    ],
)
def test_the_link_over_a_newsletter_is_no_title(first):
    done = finished(f"{first}\n\nNine sheds open at the quarry park\n\n{PROSE}\n\n{LAST}\n")
    assert done.metadata.title == "Nine sheds open at the quarry park"
    assert first not in done.text


@pytest.mark.parametrize(
    "line",
    [
        "You are receiving this email because you signed up at zones.example.",
        "You received this because you subscribed to Zones Weekly.",
        "Unsubscribe | Update preferences",
        "Add us to your address book",
        "您收到此邮件是因为您订阅了开发区周报。",
        "退订",
    ],
)
def test_the_foot_of_a_newsletter_goes(line):
    assert cleaned(f"{PROSE}\n\n{LAST}\n\n{line}\n", RULES).rstrip() == f"{PROSE}\n\n{LAST}"


@pytest.mark.parametrize(
    "line",
    [
        "You are receiving this letter because your plot lies in the new zone, and the council wants to hear from you.",
        "You can unsubscribe from the water supply of the zone at the town hall, between nine and noon on weekdays.",
    ],
)
def test_a_letter_that_says_why_it_comes_stays(line):
    assert line in cleaned(f"{PROSE}\n\n{LAST}\n\n{line}\n", RULES)


LEGAL = [
    f"Copyright 2023 {MAKER}. All rights reserved. This material, and other digital content on this website, may not be "
    f"reproduced, published, broadcast, rewritten or redistributed in whole or in part without prior express written "
    f"permission from {MAKER}.",
    "版权声明：本网站刊载的所有内容，包括但不限于文字、图片、音频、视频、软件、程序以及版式设计，均由本网站所有者依法享有著作权。"
    "未经授权，任何单位及个人不得转载、摘编、复制或利用其他方式使用上述内容。违反上述声明者，本网站将依法追究其相关法律责任。"
    "如需转载，请与本网站编辑部联系，并注明来源及作者姓名。对于不当转载而引起的民事纷争、行政处理或其他损失，本网站不承担责任。"
    "本声明的解释权归本网站所有，并随时可能修改，恕不另行通知，请读者定期查看，继续使用本网站即视为同意修改后的声明全文。",
]


@pytest.mark.parametrize("line", LEGAL)
@pytest.mark.parametrize("below", ["", "Home\n"])
def test_a_legal_paragraph_goes_whatever_its_length(line, below):
    text = f"{PROSE}\n\n{LAST}\n\n" if line.isascii() else f"{HAN_PROSE}\n\n{HAN_PROSE}\n\n"
    assert cleaned(f"{text}{line}\n{below}", RULES).strip() == text.strip()


def test_a_paragraph_about_copyright_stays():
    line = (
        "Copyright law was the second bill of the day. It says that maps of the zones may be copied by tenants without "
        "the permission of the authors where the copies serve the safety of the workers, and that the fees for all other "
        "uses are set by a board of nine, which sits in Port Halden."
    )
    assert cleaned(f"{PROSE}\n\n{LAST}\n\n{line}\n", RULES).endswith(f"{line}\n")


def test_the_head_of_a_public_account_goes_and_is_read():
    head = "原创 高新君 临溪高新发布 2021-07-09 18:02"
    done = finished(f"量子大道上的第一股挂牌满一年\n{head}\n{HAN_PROSE}\n{HAN_PROSE}\n")
    assert head not in done.text
    assert (done.metadata.published, done.metadata.authors) == ("2021-07-09", ("高新君",))


def test_date_and_source_in_a_line_go_and_are_read():
    done = finished(f"临溪高新区公布首批项目进展\n2023年09月04日 18:30 来源于 财新周刊\n{HAN_PROSE}\n{HAN_PROSE}\n")
    assert "财新周刊" not in done.text
    assert (done.metadata.published, done.metadata.credit) == ("2023-09-04", "财新周刊")


def test_a_press_release_of_a_government_ends():
    text = f"創新科技局局長出席園區開幕儀式\n＊＊＊＊＊＊＊＊＊＊＊＊＊＊\n{HAN_PROSE}\n\n完\n2024年9月5日（星期四）\n香港時間18時15分\n"
    done = finished(text)
    assert done.text == f"創新科技局局長出席園區開幕儀式\n{HAN_PROSE}\n\n完\n2024年9月5日（星期四）\n"
    assert done.metadata.published == "2024-09-05"
    assert (
        cleaned(f"{PROSE}\n\n{LAST}\n\nEnds/Monday, September 5, 2022\nIssued at HKT 15:30\n", RULES)
        .rstrip()
        .endswith(LAST)
    )


@pytest.mark.parametrize("row", ["Accept All   Reject All   Manage Settings", "接受全部 拒绝全部 管理设置"])
def test_the_buttons_of_a_cookie_banner_go(row):
    assert row not in cleaned(f"{row}\n\n{PROSE}\n\n{LAST}\n", RULES)


WALLS = [
    "この記事は有料会員限定です。残り 1,203文字",
    "続きは会員のみご覧いただけます",
    "Questo articolo è riservato agli abbonati.",
    "Статья доступна только для подписчиков",
]


@pytest.mark.parametrize("line", WALLS)
def test_a_wall_of_other_languages_cuts_a_text(line):
    for text in (f"{PROSE}\n", LONG):
        done = finished(f"{text}\n\n{line}\n")
        assert line not in done.text
        assert done.completeness.verdict == "truncated"
        assert done.completeness.evidence[0].rule.endswith("/truncation")
