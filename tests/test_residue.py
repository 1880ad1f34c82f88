"""Residue that shows by repetition, and look-alikes that are content."""

import pytest

from parkdocs import page, residue
from parkdocs.lines import split

PROSE = "The park covers 46 square kilometres east of the old city, with nine sheds and a training centre."
CUT = "The park covers 46 square kilometres east of the old city, with nine sheds and a training centre and"


GOES_ON = CUT[0].lower() + CUT[1:]


def found(text, verdicts=()):
    p = page.read(split(text))
    return [(first, last, rule) for first, last, rule, _ in residue.find(p, [False] * len(p.lines), verdicts)]


def test_the_section_named_beside_its_breadcrumb():
    trail = (1, "en/breadcrumb", "nav")
    assert found(f"Urban Fields\nHome / Belt / Urban Fields\nA headline\n{PROSE}", [trail]) == [
        (0, 0, "nav/section-label")
    ]
    assert found(f"园区动态\n首页 > 园区动态\n标题\n{PROSE}", [trail]) == [(0, 0, "nav/section-label")]
    assert found(f"Another line\nHome / Belt / Urban Fields\nA headline\n{PROSE}", [trail]) == []


def test_a_breadcrumb_that_ends_in_the_headline_does_not_take_it():
    trail = (0, "en/breadcrumb", "nav")
    assert found(f"Home / News / Zone opens\nZone opens\n{PROSE}", [trail]) == []


def test_a_cover_printed_twice():
    cover = "AGENCY\n# STUDY OF ZONES\nREPORT\nApril 2018\n"
    text = f"{cover}**Disclaimer**\n{PROSE}\nSTUDY OF ZONES\n# **REPORT**\nAGENCY\n**April 2018**\nContents\n"
    assert found(text) == [(6, 9, "residue/repeated-cover")]


def test_one_repeated_line_is_no_cover():
    assert found(f"AGENCY\nSTUDY OF ZONES\nREPORT\n{PROSE}\nREPORT\n{PROSE}\n") == []


def test_a_running_head_breaks_sentences():
    page_text = f"{GOES_ON}\nZones in Asia\n"
    assert [i for i, _, _ in found(page_text * 4 + GOES_ON)] == [3, 5, 7]


def test_a_caption_that_recurs_between_paragraphs_stays():
    assert found(f"{CUT}\n(Photo: zone authority)\n" * 4 + CUT) == []


def test_lines_that_show_nothing_are_no_cover():
    assert found(f"AGENCY\n\u200b\nSTUDY\nREPORT\n{PROSE}\n\u200b\n\u200b\n{PROSE}") == []


def test_headings_that_recur_stay():
    assert found(f"{PROSE}\nDecision\n" * 5 + PROSE) == []


def test_a_refrain_stays():
    assert found("one two\nla la la\nthree four\nla la la\nfive six\nla la la\n") == []


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        ("[Home](https://a.example/) [Set up](https://a.example/s) [Offices](https://a.example/o)", "residue/link-row"),
        ("* [首页](/) | [新闻](/n) | [园区](/y)", "residue/link-row"),
        ("[Share](#) [Tweet](#)", "residue/dead-link"),
        ("[收藏园区](javascript:;) · [对比](javascript:void(0))", "residue/dead-link"),
        ("[The Harbour park opens its third shed](#)", ""),
        ("* [Request the tender documents by 4 May](#)", ""),
        ("[What does it cost?](#)", ""),
        ("[Zone map](a.pdf), [Price list](b.pdf), [Application form](c.docx)", ""),
        ("[Zone map](https://a.example/m.pdf)", ""),
        ("[Zone map](/m.pdf) and [plan](/p.pdf) as well as [prices](/c.pdf)", ""),
        ("| [A](/a) | [B](/b) | [C](/c) |", ""),
        ("![Plan of the zone](/p.png)", ""),
    ],
)
def test_rows_of_links_and_links_that_lead_nowhere(row, rule):
    assert found(f"{PROSE}\n\n{row}\n") == ([(2, 2, rule)] if rule else [])


def test_the_one_first_heading_is_no_section_s_label():
    trail = (0, "en/breadcrumb", "nav")
    assert found(f"Home / Parks / Harbour park\n# Harbour park\n![Plan](/p.png)\n{PROSE}", [trail]) == []


def test_code_is_no_menu():
    assert found(f"{PROSE}\n\n```\n[Home](/) | [News](/n) | [Parks](/p)\n[Share](#)\n```\n") == []
