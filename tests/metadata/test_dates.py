"""Roles of dates and the date of publication."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs.edits import apply
from parkdocs.lines import split
from parkdocs.metadata import dates
from parkdocs.model import Document, Evidence, Mark, Metadata

PROSE = "The park opened its second stage, and forty firms have signed up so far, its operator said in a statement.\n"
ZH_PROSE = "金岭高新区召开产业链招商部署会,回顾上年成果,明确今年任务清单,去年该区新签项目21个,到位资金46亿元。\n"


def read(text, removed=(), title=""):
    doc = Document("i", "s", text, text, metadata=Metadata(title=title, language="en"))
    if title:
        at = next(line.number for line in split(text) if title in line.text)
        doc = Document("i", "s", text, text, Metadata(title=title, evidence=(Evidence("title", at, "t"),)))
    marks = [Mark(line.start, line.next, "x/y", "credit") for line in split(text) if line.text in removed]
    return dates.fill(apply(doc, marks)).metadata


PUBLISHED = [
    ("SHANGHAI, 5 NOVEMBER 2023 – " + PROSE, "2023-11-05"),
    ("新华社北京2023年11月5日电 " + ZH_PROSE, "2023-11-05"),
    ("Park opens\n2023-07-28 | UNIDO\n" + PROSE, "2023-07-28"),
    ("Park opens\n4 Mar 2016, by Admin\n" + PROSE, "2016-03-04"),
    ("Park opens\nTUESDAY, JUNE 21, 2022\n" + PROSE, "2022-06-21"),
    ("Park opens\n14 June, 2018  |  Source:Wire  |  Hits:2087\n" + PROSE, "2018-06-14"),
    ("Park opens\nPublished September 11, 2021\n" + PROSE, "2021-09-11"),
    ("Park opens\nDate:2016-08-04 15:20:00\n" + PROSE, "2016-08-04"),
    ("Park opens\nDate: 20231105\n" + PROSE, "2023-11-05"),
    ("Park opens\nWire) 09:40, April 18, 2024\n" + PROSE, "2024-04-18"),
    (" date 2019-07-16 Park opens\n" + PROSE, "2019-07-16"),
    ("园区开园\n日期:2021-11-03 14:20    来源:\n" + ZH_PROSE, "2021-11-03"),
    ("园区开园\n来源:湖畔新区发布2022-08-14 21:03\n" + ZH_PROSE, "2022-08-14"),
    ("园区开园\n三江都市报 2019-08-22 02:10 大字\n" + ZH_PROSE, "2019-08-22"),
    ("園區開園\n• 發布時間:2013-6-5 9:02:44\n" + ZH_PROSE, "2013-06-05"),
    ("园区开园\n时间:2011-9-8来源:中原网作者:许曼\n" + ZH_PROSE, "2011-09-08"),
    ("  • 成文日期:\n    2015-05-20\n园区应急预案\n" + ZH_PROSE, "2015-05-20"),
    ("北原市工业和信息化局:\n" + ZH_PROSE + "2021年5月17日\n(此件主动公开)\n", "2021-05-17"),
    (ZH_PROSE + "二〇二三年七月五日\n", "2023-07-05"),
    ("WORKSHOP REPORT\n\nApril 2018\n\n" + PROSE, "2018-04"),
    ("Park opens\nLast updated: 5 May 2023\n" + PROSE, "2023-05-05"),  # no other day
    ("Park opens\nPost on 09-Apr-2018\n" + PROSE, "2018-04-09"),
    ("Park opens\nNewsletter No. 38, June 1994\n" + PROSE, "1994-06"),
    ("Park opens\n*by Lan Chi, March 2021*\n" + PROSE, "2021-03"),
    ("Park opens\nL. Chi · 31 Mar 2023 · Harbours\n" + PROSE, "2023-03-31"),
    ("园区开园\n发布日期 Published: 2021-04-30\n" + ZH_PROSE, "2021-04-30"),
    ("园区开园\n码头日记 2021-05-10 20:15 发表于某地\n" + ZH_PROSE, "2021-05-10"),
    ("園區開園\n時間 Thu Sep 30 22:48:05 2021\n" + ZH_PROSE, "2021-09-30"),
    ("# Report\n\n**April 2018**\n\n" + PROSE, "2018-04"),
]
NOT_PUBLISHED = [
    PROSE,
    "Park opens\n" + PROSE + "It was opened on 17 April 2018, and a second park follows in May 2019.\n",
    "8月11日電/8月11日,海外園區合作論壇在某市開幕,來自十餘個國家的代表討論園區治理與融資,一致認為合作前景廣闊。\n",
    "CAPITAL, Oct. 9 (Wire) -- " + PROSE,  # the year is not said and not guessed
    PROSE + "Copyright © 2019 The Lindara Herald. All rights reserved.\n",
    "Park opens\nLast updated: 5 May 2023\nReviewed: 6 May 2023\n" + PROSE,  # two updates
    "今天是2024年1月3日 星期三\n" + ZH_PROSE,
    "Park fair\nFriday 10 November 2023, 7.30pm, Scout Hut\n" + PROSE,
    "座谈会\n2019年3月22日(星期五)下午2:00,1:30开始签到\n" + ZH_PROSE,
    "Report on the meeting of 14 June 2018\n" + PROSE,
    "2011年9月7日开工仪式\n" + ZH_PROSE,
    "Now, a study published Dec. 13 in a journal has brought a team of researchers one step closer, its authors said.\n",
    "编号:20171010080000001    大小:3.27MB\n" + ZH_PROSE,
    "会议时间:2023年11月5日\n地点:北京\n" + ZH_PROSE,
    "Opens 2 May 2020\nA\n3 May 2020\nB\n4 May 2020\nC\n6 May 2020\n" + PROSE,  # a listing
]


@pytest.mark.parametrize(("text", "expected"), PUBLISHED)
def test_published(text, expected):
    assert read(text).published == expected


@pytest.mark.parametrize("text", NOT_PUBLISHED)
def test_not_published(text):
    assert read(text).published == ""


@pytest.mark.parametrize(("text", "expected"), [case for case in PUBLISHED if "\n" in case[0].strip()])
def test_the_same_from_removed_lines(text, expected):
    framed = [line.text for line in split(text) if len(line.text) < 60 and any(c.isdigit() for c in line.text)]
    assert read(text, removed=framed).published == expected


def roles(text):
    return [(d.edtf, d.role) for d in read(text).dates]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The workshop was held in Beijing on 17 April 2018.", [("2018-04-17", "event")]),
        ("On 5th November, UNIDO and the Ministry jointly held a forum.", [("XXXX-11-05", "event")]),
        ('July 10 to 14, 2023, the "Programme", was held in Shanghai.', [("2023-07-10/2023-07-14", "event")]),
        ("2月15日,金岭高新区召开产业链招商部署会。", [("XXXX-02-15", "event")]),
        ("Last updated: 5 May 2023", [("2023-05-05", "updated")]),
        ("最后更新:2023-05-05", [("2023-05-05", "updated")]),
        ("Approvals stand notified as on 31.03.2011.", [("2011-03-31", "mentioned")]),
        ("会议时间:2023年11月5日", [("2023-11-05", "event")]),
        ("公示时间:2023年11月5日至11日", [("2023-11-05/2023-11-11", "event")]),
        ("12 companies, 3.27MB", []),
    ],
)
def test_roles(text, expected):
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("other", "published"),
    [
        ("", "2023-09-08"),  # all that the text says of its age
        ("Published by the Estate Authority", "2023-09-08"),
        ("Published:", "2023-09-08"),
        ("Published: 3 days ago", ""),  # said, though in no form that is read
        ("發布日期：98-05-18", ""),
        ("發布日期\n98-05-18", ""),
        ("發布日期：112-05-18", "2023-05-18"),
        ("发布时间：2023-09-01", "2023-09-01"),
    ],
)
def test_the_day_of_an_update_stands_in_where_nothing_says_when_a_text_was_published(other, published):
    assert read(f"Park opens\n{other}\nUpdated: 8 September 2023\n{PROSE}").published == published


def test_the_script_of_a_page_or_its_words_say_how_it_counts_years():
    line = "更新日期：112-05-18\n"
    assert read(line + "管理局於民國七十年成立，園區第二期工程完工。\n").published == "2023-05-18"
    assert read(line + ZH_PROSE).published == ""


def test_a_page_that_shows_today_first():
    text = "2024年1月3日 星期三\n首页\n新闻\n园区开园\n发布时间:2023-02-16\n" + ZH_PROSE
    found = read(text, title="园区开园")
    assert found.published == "2023-02-16"
    assert [(d.edtf, d.role) for d in found.dates] == [("2024-01-03", "mentioned"), ("2023-02-16", "published")]


def test_minutes_carry_their_date_in_the_title():
    title = "Minutes of the 31st meeting of the Board held on 9th June, 2011"
    assert read(f"{title}\n{PROSE}", title=title).published == "2011-06-09"
    assert read(f"The Board held its meeting on 9th June, 2011\n{PROSE}").published == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14:20 09/02/2021\nPark opens\n", "2021-02-09"),  # a clock of 24 hours
        ("Park opens\nDate: 03/04/2023\nUpdated: 25/04/2023\n", "2023-04-03"),  # a clear one in the same form
        ("Park opens\nDate: 03/04/2023\nUpdated: 04/25/2023\n", "2023-03-04"),
        ("Park opens\nDate: 03/04/2023\nIt was held on March 4, 2023 in Rome.\n", "2023-03-04"),  # equals one reading
        ("Park opens\nDate: 03/04/2023\nROME, March 4 (Wire) - The park opened.\n", "2023-03-04"),  # no year, same day
        ("Park opens\nDate: 03/04/2023\nIt opened on 3 April, five years after 4 March.\n", "[2023-03-04,2023-04-03]"),
        ("Park opens\nDate: 03/04/2023\n", "[2023-03-04,2023-04-03]"),
        ("Park opens\nDate: 03.04.2023\n", "2023-04-03"),  # dots: day first
    ],
)
def test_day_or_month_first(text, expected):
    assert read(text + PROSE).published == expected


def test_lines_texts_and_evidence():
    found = read("\nPark opens\n\n2023-07-28 | UNIDO\n\n" + PROSE, removed=["2023-07-28 | UNIDO"])
    assert [(d.text, d.line) for d in found.dates] == [("2023-07-28", 4)]
    assert Evidence("published", 4, "dates/byline") in found.evidence


@pytest.mark.xfail(reason="a range that a PDF breaks over two lines is read as its second half", strict=True)
def test_a_date_over_a_line_end():
    assert roles("held on 9-11\nApril 2017, hosted by a centre.") == [("2017-04-09/2017-04-11", "event")]


@given(st.text())
def test_any_text_passes(text):
    assert isinstance(read(text).published, str)


def test_many_dates_in_one_line_take_linear_time():
    found = read("5 May 2023 the park. " * 4000)
    assert [d.edtf for d in found.dates] == ["2023-05-05"]


def test_a_season_in_a_sentence_is_mentioned():
    text = "The report covers autumn 2022 and the park.\n"
    done = dates.fill(Document("i", "s", text, text)).metadata
    assert [(d.edtf, d.role, d.text) for d in done.dates] == [("2022-23", "mentioned", "autumn 2022")]
    assert done.published == ""
