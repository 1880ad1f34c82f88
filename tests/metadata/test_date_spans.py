"""Dates in a line, as EDTF; what looks like one and is none."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs.metadata.date_spans import find, seasons

DATES = [
    ("5 November 2023", "2023-11-05"),
    ("November 5th, 2023", "2023-11-05"),
    ("Nov. 5", "XXXX-11-05"),
    ("on 5th November, UNIDO and", "XXXX-11-05"),
    ("July 10 to 14, 2023", "2023-07-10/2023-07-14"),
    ("9-11 April 2017", "2017-04-09/2017-04-11"),
    ("28 June to 2 July 2023", "2023-06-28/2023-07-02"),
    ("June 28 - July 2, 2023", "2023-06-28/2023-07-02"),
    ("April 2018", "2018-04"),
    ("SHANGHAI, 5 NOVEMBER 2023 –", "2023-11-05"),
    ("Saturday (May 7)", "XXXX-05-07"),
    ("05-Nov-2023", "2023-11-05"),
    ("25.Jun.2019", "2019-06-25"),
    ("Ann LeeAugust 5, 2024", "2024-08-05"),  # a name stuck to the month
    ("December 22, 20233:00 AM", "2023-12-22"),  # a clock stuck to the year
    ("2011-9-8 9:20:41", "2011-09-08"),
    ("2023 02-16 08:31:20", "2023-02-16"),
    ("2022-06-1014:20", "2022-06-10"),  # a clock stuck to the day
    ("2023.07.05", "2023-07-05"),
    ("31.03.2011", "2011-03-31"),
    ("31. 10. 2025 17:46", "2025-10-31"),
    ("25/12/2020", "2020-12-25"),
    ("5/13/2020", "2020-05-13"),
    ("2023年11月5日", "2023-11-05"),
    ("2023 年 2 月 15 日", "2023-02-15"),
    ("２０２３年１１月５日", "2023-11-05"),
    ("二零二三年七月", "2023-07"),
    ("二〇二三年十一月二十五日", "2023-11-25"),
    ("2月15日", "XXXX-02-15"),
    ("2023年7月10日至14日", "2023-07-10/2023-07-14"),
    ("7月10-14日", "XXXX-07-10/XXXX-07-14"),
    ("2023년 11월 5일", "2023-11-05"),
    ("5 de mayo de 2023", "2023-05-05"),
    ("5. November 2023", "2023-11-05"),
    ("15 ноября 2023 года", "2023-11-15"),
    ("ngày 5 tháng 11 năm 2023", "2023-11-05"),
]
NO_DATES = [
    "12 companies",
    "3.27MB",
    "编号:20171010080000001",
    "tel. 022-66371809",
    "+86 2023-1234567",
    "version v2023.1.2",
    "192.168.10.2020",
    "they may 5 times",
    "in the 2010-2015 plan",
    "2024-2029数字园区",
    "Agenda 2063",
    "30 Feb 2020",
    "2023-13-01",
    "二〇二三年十一月三十一日",
    "11月",
    "2013年秋天",
    "id 20231105",
    "Page 5 of 2023",
    "京ICP备2020035841号-2",
]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("from 30 December 2022 to 3 January 2023", "2022-12-30/2023-01-03"),
        ("December 30, 2022 – January 3, 2023", "2022-12-30/2023-01-03"),
        ("2023-07-10 to 2023-07-14", "2023-07-10/2023-07-14"),
        ("2023-07-10 - 2023-07-14", "2023-07-10/2023-07-14"),
        ("July to September 2023", "2023-07/2023-09"),
        ("July–September 2023", "2023-07/2023-09"),
        ("2023年7月至9月", "2023-07/2023-09"),
        ("2023年7-9月", "2023-07/2023-09"),
        ("2022年12月至2023年2月", "2022-12/2023-02"),
        ("2023年7月至8月14日", "2023-07/2023-08-14"),
        ("between 3 and 14 May 2021", "2021-05-03/2021-05-14"),
        ("between the 3rd and 14th of May 2021", "2021-05-03/2021-05-14"),
        ("between 28 June and 2 July 2023", "2023-06-28/2023-07-02"),
        ("between 28 June 2022 and 2 July 2023", "2022-06-28/2023-07-02"),
        ("between May 3 and 14, 2021", "2021-05-03/2021-05-14"),
        ("between May 3 and June 14", "XXXX-05-03/XXXX-06-14"),
        ("between May 3, 2021 and June 14, 2022", "2021-05-03/2022-06-14"),
        ("from 3 until 14 May 2021", "2021-05-03/2021-05-14"),
        ("May 3 through May 14, 2021", "2021-05-03/2021-05-14"),
        ("自2021年5月3日起至14日止", "2021-05-03/2021-05-14"),
        ("2021.5.3-5.14", "2021-05-03/2021-05-14"),
        ("2021-05-03至05-14", "2021-05-03/2021-05-14"),
        ("on 3 and 14 May 2021", "2021-05-14"),  # two days, and no range
        ("between May 3 and 14 firms", "XXXX-05-03"),
        ("September to July 2023", ""),  # over a year's end: which year is the first one's is not said
    ],
)
def test_ranges_of_months_and_over_years(text, edtf):
    assert [span.edtf for span in find(text)] == ([edtf] if edtf else [])


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("民國112年5月18日", "2023-05-18"),
        ("中華民國一百一十二年五月十八日", "2023-05-18"),
        ("中華民國 112 年 5 月", "2023-05"),
        ("民國112年5月18日至20日", "2023-05-18/2023-05-20"),
        ("民國112.5.18", "2023-05-18"),
        ("民国元年1月1日", "1912-01-01"),
        ("發布日期：112-05-18", "2023-05-18"),
        ("張貼時間 112/5/18", "2023-05-18"),
        ("發布日期：112-13-18", ""),
        ("發布日期：98-05-18", ""),  # 1998 or 2009
        ("更新日期：112-05-18", ""),  # either script: the page has to say more
        ("电话：112-05-18", ""),
        ("電話：112-05-18", ""),
    ],
)
def test_years_of_the_republic(text, edtf):
    assert [span.edtf for span in find(text)] == ([edtf] if edtf else [])


@pytest.mark.parametrize("text", ["112-05-18", "112.5.18", "112年5月18日", "一百一十二年五月十八日"])
def test_years_of_the_republic_without_its_name_on_a_page_of_taiwan(text):
    assert [span.edtf for span in find(text, minguo=True)] == ["2023-05-18"]
    assert "2023-05-18" not in [span.edtf for span in find(text)]


def test_seasons_are_looked_for_apart():
    assert [span.edtf for span in seasons("in autumn 2022, Spring of 2023 and 2024年冬")] == [
        "2022-23",
        "2023-21",
        "2024-24",
    ]
    assert find("in autumn 2022") == seasons("the fall 2022") == []


@pytest.mark.parametrize(("text", "edtf"), DATES)
def test_found(text, edtf):
    assert [span.edtf for span in find(text)] == [edtf]


@pytest.mark.parametrize("text", NO_DATES)
def test_not_invented(text):
    assert find(text) == []


def test_two_readings():
    (span,) = find("14:20 09/02/2021")
    assert (span.edtf, span.other) == ("2021-02-09", "2021-09-02")
    (same,) = find("05/05/2021")
    assert (same.edtf, same.other) == ("2021-05-05", "")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("20231105", "2023-11-05"),
        ("2021-05", "2021-05"),
        ("Spring 2023", "2023-21"),
        ("2020年春季", "2020-21"),
        ("2019", "2019"),
    ],
)
def test_weak_forms_need_to_be_asked_for(text, edtf):
    assert [(span.edtf, span.weak) for span in find(text, weak=True)] == [(edtf, True)]
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "order"),
    [("5 May 2023", "dmy"), ("May 5, 2023", "mdy"), ("5 May", ""), ("May 5", ""), ("2023年5月5日", ""), ("2023-05-05", ""),
     ("25/12/2020", "dmy"), ("12/25/2020", "mdy"), ("03/04/2023", ""), ("05/05/2023", ""), ("May 2023", "")],
)  # fmt: skip
def test_what_a_form_shows_of_the_order(text, order):
    assert [span.order for span in find(text)] == [order]


def test_several_dates_of_one_form_in_a_line():
    assert [s.edtf for s in find("25/12/2020, 26/12/2020 and 27/12/2020")] == ["2020-12-25", "2020-12-26", "2020-12-27"]
    assert [s.edtf for s in find("5 May 2020, 6 June 2020")] == ["2020-05-05", "2020-06-06"]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("29 February", "XXXX-02-29"),  # some year has it
        ("29 February 2024", "2024-02-29"),
        ("二○二三年十月", "2023-10"),
        ("二〇二三年二十月", ""),
        ("二〇二三年五月二十日", "2023-05-20"),
        ("二〇二三年五月三十一日", "2023-05-31"),
        ("二〇二三年五月一二十日", ""),
        ("二〇二三年五月十一二日", ""),
        ("一九〇〇年七月", "1900-07"),
        ("一八九九年七月", ""),
        ("二〇九九年七月", "2099-07"),
        ("二一〇〇年七月", ""),
        ("２０２３／１１／５", "2023-11-05"),
        ("２０２３－１１－５", "2023-11-05"),
        ("２０２３．１１．５", "2023-11-05"),
        ("5-5 May 2023", ""),
        ("7-5 May 2023", ""),
        ("29 February 2023", ""),
        ("0 May 2023", ""),
        ("2023年5月30日至6月2日", "2023-05-30/2023-06-02"),
        ("2023年12月30日至2024年1月2日", "2023-12-30/2024-01-02"),
        ("00/00/2023", ""),
    ],
)
def test_the_calendar(text, edtf):
    assert [span.edtf for span in find(text)] == [edtf] * bool(edtf)


@pytest.mark.parametrize(
    ("season", "number"),
    [
        ("Spring", 21),
        ("Summer", 22),
        ("Autumn", 23),
        ("Fall", 23),
        ("Winter", 24),
        ("春", 21),
        ("夏", 22),
        ("秋", 23),
        ("冬", 24),
    ],
)
def test_seasons(season, number):
    text = f"2023年{season}季" if len(season) == 1 else f"{season} 2023"
    assert [span.edtf for span in find(text, weak=True)] == [f"2023-{number}"]


@given(st.text(alphabet="0123456789-/. 年月日至MayJune,:（）", max_size=60))
def test_spans_lie_in_the_text_in_order(text):
    spans = find(text, weak=True)
    assert all(0 <= s.start < s.end <= len(text) and s.edtf for s in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))
