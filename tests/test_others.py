"""What is to be had after registering is another object than the text: such last sentences stay, walls go."""

import pytest
from test_marks import cleaned
from test_notices import verdict

from parkdocs import rules
from parkdocs.others import is_of_another

LAND = "The zone offers nine plots along the canal, which have had water and power since the spring of 2021."
ENGLISH = (
    f"Call for bids\n\n{LAND}\n\nThe board opens the envelopes in May, and the winners hear from it within a week.\n\n"
)
CHINESE = "招标公告\n\n本项目为北区道路改造工程，全长4.2公里，计划工期十个月，资金已落实。\n\n"
OTHERS = [
    "Registration costs nothing, but seats are few. Registration closes on 12 June.",
    "Only registered bidders may see the tender documents.",
    "The remaining 9 pages of the annex show the pipes.",
    "Register at the town hall before 3 March to receive the full programme.",
    "Sign up by letter to get the full list of plots.",
    "Applicants log in to see which steps of the procedure are left.",
    "The remaining 14 stands are open to registered growers.",
    "Vendors must be registered to view all solicitation details.",
    "Log in to the portal of the zone to see your whole application history.",
]
CHINESE_OTHERS = [
    "投标单位须注册登录后方可下载全部招标文件。",
    "供应商登录成为会员后可查看完整采购文件。",
    "请扫描二维码下载完整版报名表。",
    "考生登录系统后可查看各科成绩。",
    "潜在投标人可登录交易平台免费下载全部图纸。",
]
WALLS = [
    "Register to read the full article.",
    "Sign up to view the full report.",
    "Sign up to view the full story",
    "Registration is required to read on.",
    "Log in to view the full tender notice.",
    "Members can log in to see the full agenda.",
    "The remaining 9 pages of the report are for members.",
    "Only registered members can read the full document.",
]
CHINESE_WALLS = [
    "注册登录后可查看全文。",
    "扫码阅读全文",
    "登录后下载完整文档",
    "注册会员后可查看全部内容。",
    "登录后可查看全部招标信息。",
]


@pytest.mark.parametrize("line", [*OTHERS, *CHINESE_OTHERS])
def test_a_sentence_about_another_object_stays_and_the_text_is_whole(line):
    text = ENGLISH if line in OTHERS else CHINESE
    assert is_of_another(line)
    assert cleaned(f"{text}{line}\n", rules.load()).endswith(f"{line}\n")
    assert verdict(f"{text}{line}\n") == "complete"


@pytest.mark.parametrize("line", [*WALLS, *CHINESE_WALLS])
def test_a_wall_is_of_this_text(line):
    text = ENGLISH if line in WALLS else CHINESE
    assert not is_of_another(line)
    assert not cleaned(f"{text}{line}\n", rules.load()).endswith(f"{line}\n")


def test_a_button_is_no_sentence():
    assert not is_of_another("Log in for the full programme")
    assert not is_of_another("登录后可下载招标文件")
