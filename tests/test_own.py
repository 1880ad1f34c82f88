"""Lines that look like chrome and are the text's own."""

import pytest

from parkdocs import own, page
from parkdocs.lines import split

PROSE = "The park covers 46 square kilometres east of the old city, with nine sheds and a training centre."
TITLE = "Third tenant signs for the quarry park"


def found(text, taken=None):
    read = page.read(split(text))
    return [read.lines[i].text for i in own.lines(read, taken or {})]


def test_the_headline_nearest_to_the_prose_is_the_title():
    assert found(f"More stories from the old town today\n{TITLE}\n18th May 2023\nBy Megan Pruitt\n\n{PROSE}\n") == [
        TITLE
    ]


def test_a_headline_that_a_rule_took_is_no_title():
    assert found(f"{TITLE}\n\n{PROSE}\n", {0: "nav"}) == []


def test_a_text_without_prose_has_no_title():
    assert found(f"{TITLE}\nHome\n") == []


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        (TITLE, True),
        ("园区三期厂房正式开工建设", True),
        ("Home", False),
        ("Home | News | Investors | Contact us", False),
        ("Published: 22 January 2016 09:14 by the board", False),
        ("Friday, December 18, 2020 in print", False),
        ("Kindly share this story with all your friends:", False),
        ("By Ana Moro and the staff of the Herald", False),
        ("岛南新闻网 记者温佳颖报道", False),
        ("word " * 60, False),
    ],
)
def test_what_reads_as_a_headline(line, is_one):
    assert own.is_headline(line) is is_one


@pytest.mark.parametrize(
    "line", ["Tel: 000-555-0188", "E-mail: press@example.org", "联系电话：0000-3355101", "Contact"]
)
def test_contacts_are_the_texts_own_unless_chrome_is_near(line):
    text = f"{PROSE}\n\n{line}\n\nSite map\n"
    assert found(text) == [line]
    assert found(text, {4: "footer"}) == []
    assert found(text, {4: "credit"}) == [line]


LINKS = "* [Customs](https://customs.example)\n* [Chamber](https://chamber.example)\n* [Port](https://port.example/x)\n"


def test_links_to_other_sites_are_references():
    assert found(f"{PROSE}\n\n## Useful links\n\n{LINKS}") == ["## Useful links", *LINKS.splitlines()]


def test_links_to_one_site_or_beside_a_footer_are_no_references():
    assert found(f"{PROSE}\n\n## More\n\n" + "* [A](https://a.example/1)\n" * 4) == []
    assert found(f"{PROSE}\n\n{LINKS}", {2: "share"}) == []


# A report's title page, a letter's end, a list in the text, posts of a thread


@pytest.mark.parametrize(
    "line",
    [
        "Prepared by Meridian Consult GmbH for the Ministry of Industry",
        "Submitted to: Zone Office",
        "编制单位：临溪规划院",
    ],
)
def test_who_made_a_report_stands_on_its_title_page(line):
    assert line in found(f"Assessment\n\n{line}\n\nJune 2021\n\n{PROSE}\n")
    assert line not in found(f"Assessment\n\n{PROSE}\n\n{line}\n")


@pytest.mark.parametrize("line", ["Prepared by hand", "Prepared for the worst", "Presented by Adnet"])
def test_who_made_what_else_is_none(line):
    assert line not in found(f"Assessment\n\n{line}\n\n{PROSE}\n")


SIGNED = "Best wishes,\nLaura Hendriks\nEditor, Zones Weekly\n\nHome\n"


def test_a_letter_with_a_salutation_is_signed():
    assert found(f"Dear reader,\n\n{PROSE}\n\n{SIGNED}") == ["Laura Hendriks", "Editor, Zones Weekly"]
    assert found(f"尊敬的各位企业家：\n\n{PROSE}\n\n此致敬礼\n临溪高新区管委会\n") == ["临溪高新区管委会"]
    assert found(f"{PROSE}\n\n{SIGNED}") == []


LIST = "- Home\n- School\n- Work\n"


def test_a_list_between_two_sentences_is_the_text_s():
    assert found(f"{PROSE}\n\nHe closed the meeting with a list:\n\n{LIST}\n{PROSE}\n") == [
        "- Home",
        "- School",
        "- Work",
    ]


@pytest.mark.parametrize(
    ("over", "below"),
    [
        ("He closed the meeting with a list:", "Sitemap\n"),
        ("Sections:", f"{PROSE}\n"),
        ("He closed the meeting.", f"{PROSE}\n"),
    ],
)
def test_a_list_without_both_sentences_may_be_a_menu(over, below):
    assert found(f"{PROSE}\n\n{over}\n\n{LIST}\n{below}") == []


ANSWER = "It takes 50 minutes on a good day. Route 36 is always jammed at 7."
THREAD = f"Thread: the way to work\njk_rayong\nPosts: 14\n{PROSE}\nReply With Quote\noldhand\nPosts: 2,311\n{ANSWER}\nReply With Quote\n"


def test_posts_of_a_thread_keep_their_sentences():
    assert ANSWER in found(THREAD)
    assert ANSWER in found(
        f"The way to work\nPosted by u/kessel 3 years ago\n{PROSE}\nReply\nu/dock 1 day ago\n{ANSWER}\nReply\n"
    )
    chinese = "从市区坐班车大约五十分钟就能到厂里。"
    assert chinese in found(f"上班路上要多久\n楼主\n{PROSE}\n回复\n二楼\n{chinese}\n回复 举报\n")


def test_comments_below_an_article_are_no_posts():
    assert ANSWER not in found(THREAD.replace("Posts: 14\n", ""))
    assert ANSWER not in found(f"{TITLE}\n{PROSE}\noldhand\nPosts: 7\n{ANSWER}\nReply\n")


HAN_PROSE = "园区重点发展生物医药和健康食品两大产业，现有企业一百二十六家，其中规模以上企业三十一家。"


@pytest.mark.parametrize(
    "line", ["首页的办事指南已经更新。", "完整名单可登录管委会网站查看。", "下一步，园区将围绕主导产业，着力"]
)
def test_a_sentence_about_the_site_below_running_text_is_the_texts_own(line):
    assert found(f"{HAN_PROSE}\n\n{line}\n") == [line]
    assert found(f"园区动态\n\n{line}\n") == []
    assert found(f"{HAN_PROSE}\n\n{line}\n", {0: "related"}) == []


@pytest.mark.parametrize(
    "line",
    [
        "点击关注本站的公众号。",
        "您的意见对园区十分重要。",
        "网站声明与版权归管委会所有。",
        "首页的办事指南已经更新",
        "高新区这条路，国庆假期通车了",
        "先週のニュースをまとめて紹介します。",
    ],
)
def test_a_sentence_to_readers_or_of_rights_and_a_teaser_are_not(line):
    assert found(f"{HAN_PROSE}\n\n{line}\n") == []


def test_only_the_last_line_may_break_off():
    assert found(f"{HAN_PROSE}\n下一步，园区将围绕主导产业，着力\n更多\n") == []


ENTRIES = "Rents frozen\nNew gate\n"


@pytest.mark.parametrize("heading", ["In this issue", "Inside this edition:", "本期导读"])
def test_a_list_of_contents_stays_whole_where_its_entries_are_headings_below(heading):
    below = f"Rents frozen\n{PROSE}\nNew gate\n{PROSE}\n"
    assert found(f"{heading}\n{ENTRIES}{below}") == [heading, "Rents frozen", "New gate"]
    assert found(f"{heading}\n{ENTRIES}{PROSE}\n") == []
    assert found(f"{heading}\n{ENTRIES}{below}", {1: "nav"}) == []


@pytest.mark.parametrize("line", ["附件:应聘人员报名表.doc", "[附件2：厂房平面图](/a.pdf)", "附件1 名单"])
def test_an_attachment_with_its_name_is_the_text_s_own_whatever_stands_below(line):
    assert line in found(f"{PROSE}\n\n{line}\n\n打印本页\n", {4: "share"})


@pytest.mark.parametrize("line", ["附件下载：简章.pdf", "附件", "见附件。"])
def test_a_button_for_attachments_is_not(line):
    assert line not in found(f"{PROSE}\n\n{line}\n")


FAQ = "### May I rent?\n\nYes, by the month, from forty square metres up.\n\n"


def test_questions_with_a_sentence_below_each_are_entries_of_an_faq():
    assert len(found(FAQ * 3)) == 6
    assert found(FAQ * 2) == []
    assert found("### Still have questions?\n\n[Request a call](/c)\n\n" * 3) == []


def test_the_one_first_heading_is_the_title():
    assert found("# Survey of dry ports 2023\n\n* Code: ZC-0001\n") == ["# Survey of dry ports 2023"]
    assert found("# Zones\n\n# Parks\n") == []
    assert found("# [The Zone Post](https://a.example)\n\nHome\n") == []


@pytest.mark.parametrize(
    "line", ["By post: Planning, Market Street", "By email: a@b.example", "Telephone enquiries: 1"]
)
def test_ways_to_comment_on_a_plan(line):
    assert line in found(f"{PROSE}\n\n{line}\n")


def test_an_answer_between_the_buttons_of_a_thread():
    post = "人才公寓要排队,我排了七个月,建议先在村里租房。\n回复 支持 反对 举报\n"
    head = "求问园区情况\n小王\n发表于 2022-8-3 22:14:09 | 只看该作者\n"
    assert found(f"{head}{PROSE}\n{post}{post}").count(post.split(maxsplit=1)[0]) >= 2


RELEASE = f"{PROSE}\n\nMedia contact:\nLan Chi\n+00 555 0118\npress@b.example\n\nSOURCE Harbour Park\n"


def test_the_contact_of_a_release_is_the_text_s_own():
    assert found(RELEASE)[-4:] == ["Media contact:", "Lan Chi", "+00 555 0118", "press@b.example"]


def test_a_menu_s_media_enquiries_are_not():
    assert found(f"{PROSE}\n\nMedia enquiries\nCareers\nSitemap\n") == []


def test_a_paragraph_in_chinese_that_speaks_to_nobody():
    last = "下一步,市商务局将建立服务台账,对企业诉求实行销号管理,力争全年新增有进出口实绩企业四十家以上。"
    assert last in found(f"{'园区占地46平方公里,入驻企业三百家,产值突破千亿元。' * 2}\n\n{last}\n")
