"""Wordings of bylines, dates, titles and people that whole documents bring, each with one that must say nothing."""

import pytest

from parkdocs.metadata import extract
from parkdocs.model import Document

PROSE = (
    "The park opened its second stage on Monday, and its operator said that nine firms had already signed up for plots."
)
PROSA = "园区二期工程日前正式开工建设，总投资达到十二亿元，预计明年年底前建成投产，届时将新增就业岗位三千余个。"


def read(text):
    return extract(Document("i", "s", text, text)).metadata


@pytest.mark.parametrize(
    ("line", "published", "authors"),
    [
        ("Written by Lan Chi in Zones on 1 June 2019 at 08:34 PM EDT.", "2019-06-01", ("Lan Chi",)),
        ("Posted on 2020/08/19 by Lan Chi", "2020-08-19", ("Lan Chi",)),
        ("Pressemitteilung vom 25. Januar 2022", "2022-01-25", ()),
        ("Dated this 18th day of June 2018", "2018-06-18", ()),
        ("Lan Chi in Accra", "", ("Lan Chi",)),
        ("Interview by Lan Chi | Photos: Bo Lee", "", ("Lan Chi",)),
    ],
)
def test_english_bylines(line, published, authors):
    found = read(f"Park opens second stage\n\n{line}\n\n{PROSE}\n")
    assert (found.title, found.published, found.authors) == ("Park opens second stage", published, authors)


@pytest.mark.parametrize(
    ("line", "published", "authors"),
    [
        ("由海姑娘张贴 @ 2005-03-21 01:20:44", "2005-03-21", ("海姑娘",)),
        ("2004年7月16日08:19 [ 黄宇 ] 来源：[ 经济日报 ]", "2004-07-16", ("黄宇",)),
        ("原创 徐静 园区那些事儿 2023-03-29 20:01 发表于江苏", "2023-03-29", ("徐静",)),
        ("文丨李响　图丨韩雪　编辑丨佟丽娅", "", ("李响",)),
        ("胡平", "", ("胡平",)),
        ("□ 记者 任晓东 实习生 郭佳", "", ("任晓东", "郭佳")),
        ("发布者：许曼 发布时间：2016-03-11", "2016-03-11", ("许曼",)),
        ("作者： 来源：", "", ()),
        ("园区", "", ()),
    ],
)
def test_chinese_bylines(line, published, authors):
    found = read(f"园区二期工程正式开工建设\n\n{line}\n\n{PROSA}\n")
    assert (found.published, found.authors) == (published, authors)


@pytest.mark.parametrize(
    ("line", "editors"),
    [
        ("(Reporting by Lan Chi; Editing by Bo Lee)", ("Bo Lee",)),
        ("Edited by Bo Lee", ("Bo Lee",)),
        ("责任编辑：刘洋", ("刘洋",)),
        ("责编：秦川、顾盼", ("秦川", "顾盼")),
        ("责任编辑：", ()),
        ("Edited by hand", ()),
    ],
)
def test_editors(line, editors):
    found = read(f"Park opens second stage\n\n{PROSE}\n\n{line}\n")
    assert found.editors == editors
    assert found.authors in ((), ("Lan Chi",))


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("Fonte: Jornal do Vale", "Jornal do Vale"),
        ("Quelle: Morgenblatt", "Morgenblatt"),
        ("This article was first published in Park Review on 2 February 2021.", "Park Review"),
        ("《经济观察周报》(2021年06月19日 第03版)", "经济观察周报"),
        ("2018-02-13 中国工业新闻网 分享到：", "中国工业新闻网"),
        ("Source: own calculations", ""),
    ],
)
def test_sources(line, credit):
    assert read(f"Park opens second stage\n\n{PROSE}\n\n{line}\n").credit == credit


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"REPORT OF THE EXPERT MEETING\n\nON SKILLS FOR PARKS\n\nVienna, 12-14 June 2019\n\n{PROSE}\n", "REPORT OF THE EXPERT MEETING ON SKILLS FOR PARKS"),
        (f"Opinion | Parks need water\n\n{PROSE}\n", "Parks need water"),
        (f"News | Contact | Sitemap\n\nPARK OPENS STAGE TWO\n\nJun 28, 2016\n\n{PROSE}\n", "PARK OPENS STAGE TWO"),
        (f"Minutes of the Second Meeting\n\nEco-Park Project\n\nDate: 22 August 2023\n\n{PROSE}\n", "Minutes of the Second Meeting"),
        (f"索引号\n\nA/2019\n\n发布机构\n\n工信局\n\n名称\n\n绿色园区评价管理办法\n\n文号\n\n〔2019〕3号\n\n{PROSA}\n", "绿色园区评价管理办法"),
        (f"首页»新闻»正文 全国园区治理现场会在宜兴召开 2012-09-27 来源：环境报 作者：文雯 {PROSA}\n", "全国园区治理现场会在宜兴召开"),
        (f"{PROSE} {PROSE}\n", ""),
    ],
)  # fmt: skip
def test_titles(text, title):
    assert read(text).title == title


@pytest.mark.parametrize(
    ("sentence", "dates"),
    [
        ("会议定于二〇二四年三月二十一日至二十二日召开。", [("2024-03-21/2024-03-22", "event")]),
        ("公示期为2016年3月11日至2016年3月24日。", [("2016-03-11/2016-03-24", "event")]),
        ("双方于2018年5月29日签署备忘录。", [("2018-05-29", "event")]),
        ("The fair is scheduled for 3 August 2016.", [("2016-08-03", "event")]),
        ("The fair of 20-21 May will be held on 20-21 May 2011.", [("2011-05-20/2011-05-21", "event")]),
        ("The firm had 12 tenants in 3 halls.", []),
    ],
)
def test_events(sentence, dates):
    assert [(d.edtf, d.role) for d in read(sentence + "\n").dates] == dates


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("副区长白雪陪同调研。", [("白雪", "副区长")]),
        ("带班领导：姜涛（党工委副书记）", [("姜涛", "党工委副书记")]),
        ("管理局主席阿布巴卡尔·奥马尔·哈迪致辞。", [("阿布巴卡尔·奥马尔·哈迪", "主席")]),
        ("Ana Sol, the port authority's director, said so.", [("Ana Sol", "port authority's director")]),
        ("Lin Mei-hua, the Taiwanese representative, agreed.", [("Lin Mei-hua", "Taiwanese representative")]),
        ("We spoke to its manager, Karin Nyström.", [("Karin Nyström", "manager")]),
        ("The prize went to Zhou Hong, Director of Trade.", [("Zhou Hong", "Director of Trade")]),
        ("海陵（主任）", []),
        ("Nobody, the port authority's neighbours said, was there.", []),
    ],
)
def test_people(sentence, people):
    assert [(p.name, p.role) for p in read(sentence + "\n").people] == people


def test_phones_in_a_row_and_beside_a_postcode():
    assert read("联系电话：0419-3123456 13804190000\n").phones == ("+864193123456", "+8613804190000")
    assert read("邮编：421000 电话：0734-8123456 湘公网安备43040802000123号\n").phones == ("+867348123456",)


@pytest.mark.parametrize("name", ["trump", "biden", "putin", "obama"])
def test_famous_names_are_names_like_others(name):
    famous = name.capitalize()
    texts = [
        f"{who} opens park\n\nBy Ana {who}\n\n5 November 2023\n\nAna {who}, Director of the zone, spoke. {PROSE}\n"
        for who in (famous, "Qarlo")
    ]
    one, other = (read(text) for text in texts)
    assert one.title == other.title.replace("Qarlo", famous)
    assert one.authors == (f"Ana {famous}",)
    assert [p.name.replace("Qarlo", famous) for p in other.people] == [p.name for p in one.people] == [f"Ana {famous}"]
    assert (one.published, one.language) == (other.published, other.language)
