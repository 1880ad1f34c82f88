from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parkdocs import edits
from parkdocs.model import Document, Mark
from parkdocs.sections import segment

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))
PROSE = "The park opened in May, and it has welcomed 54 firms since then."
KINDS = {"front-matter", "toc", "body", "disclaimer", "annex"}


def document(text, marks=()):
    return edits.apply(Document("i", "s", text, text), marks)


def outline(text):
    return [(s.level, s.heading, s.kind) for s in segment(document(text)).sections]


def seed(number):
    return next(p for p in SEEDS if p.name.startswith(number)).read_bytes().decode("utf-8")


def report():
    """The seed report without the notice of its preview and the link below it."""
    text = seed("004")
    return document(text, [Mark(text.index("**预览"), len(text), "zh/preview-ended", "truncation")])


@pytest.mark.parametrize("text", ["", "\n", "\n \n\u00a0\n", "x", PROSE, f"Title of the page\n\n{PROSE}\n\n{PROSE}\n"])
def test_a_document_without_headings_is_one_body_section(text):
    (section,) = segment(document(text)).sections
    assert (section.level, section.heading, section.kind, section.path) == (1, "", "body", ())
    assert (section.start, section.end) == (0, len(text))


@pytest.mark.parametrize("number", ["000", "002", "003"])
def test_news_is_one_body_section(number):
    assert outline(seed(number)) == [(1, "", "body")]


def test_the_report_follows_its_contents():
    sections = segment(report()).sections
    assert [(s.level, s.heading.split(",")[0], s.kind) for s in sections] == [
        (1, "FIRST WORKSHOP OF UNIDO-CHINA JOINT STUDY ON INDUSTRIAL PARKS", "front-matter"),
        (1, "Disclaimer", "disclaimer"),
        (1, "FIRST WORKSHOP OF UNIDO-CHINA JOINT STUDY ON INDUSTRIAL PARKS", "front-matter"),
        (1, "Contents", "toc"),
        (1, "ACKNOWLEDGEMENT", "body"),
        (1, "EXECUTIVE SUMMARY", "body"),
        (1, "OPENING SESSION", "body"),
        (2, "Tianruo WANG", "body"),
        (2, "Dejene TEZERA", "body"),
        (2, "Wei ZHANG", "body"),
        (1, "PRESENTATION OF PROJECT", "body"),
        (2, "UNIDO Guiding Framework for Industrial Parks", "body"),
    ]
    assert sections[7].path[0] == "OPENING SESSION"
    assert sections[11].path == ("PRESENTATION OF PROJECT", "UNIDO Guiding Framework for Industrial Parks")


def test_numbers_rank_above_marks():
    text = f"# Report\n\n## Abstract\n\n{PROSE}\n\n## 1 Aims\n\n{PROSE}\n\n## 1.1 Scope\n\n{PROSE}\n\n## 2 Method\n\n{PROSE}\n"
    levels = [(level, heading) for level, heading, _ in outline(text)]
    assert levels == [(0, "Report"), (1, "Abstract"), (1, "1 Aims"), (2, "1.1 Scope"), (1, "2 Method")]


def test_the_highest_mark_in_use_is_level_one():
    assert outline(f"### A\n{PROSE}\n##### B\n{PROSE}\n") == [(1, "A", "body"), (2, "B", "body")]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        (f"# Parks\n{PROSE}\n## Aims\n{PROSE}\n### Scope\n{PROSE}\n", [0, 1, 2]),
        (f"RULES OF THE PORT\n\nI. SHIPS\n\n{PROSE}\n\nII. CARGO\n\n{PROSE}\n", [0, 1, 1]),
        (f"# Parks\n{PROSE}\n## Aims\n{PROSE}\n# Annex\n{PROSE}\n", [1, 2, 1]),  # a section like the other
        (f"{PROSE}\n\n# Parks\n{PROSE}\n## Aims\n{PROSE}\n", [1, 1, 2]),  # prose above: an extract
        (f"# 1 Parks\n{PROSE}\n## 1.1 Aims\n{PROSE}\n", [1, 2]),  # a chapter
        (f"# Abstract\n{PROSE}\n## Aims\n{PROSE}\n", [1, 2]),
        (f"# Parks\n{PROSE}\n", [1]),
    ],
)
def test_the_title_above_all_headings_is_no_section(text, levels):
    assert [level for level, _, _ in outline(text)] == levels


def test_a_chinese_regulation():
    text = "某某管理办法\n\n第一章 总则\n\n第一条 为规范管理,制定本办法。\n\n第二章 机构\n\n第一节 管委会\n\n管委会负责日常管理。\n\n附件1\n\n用地标准表\n"
    assert outline(text) == [
        (1, "", "front-matter"),
        (1, "第一章 总则", "body"),
        (1, "第二章 机构", "body"),
        (2, "第一节 管委会", "body"),
        (1, "附件1", "annex"),
    ]


def test_a_chinese_notice_with_its_table_of_labels_in_front():
    text = "索引号:\n\n1133\n\n一、总则\n\n(一)目的\n\n为规范管理,制定本预案,适用于本区各类事故。\n\n二、职责\n\n各部门按分工负责,做好应急处置工作。\n"
    assert [(level, h) for level, h, _ in outline(text)] == [(1, ""), (1, "一、总则"), (2, "(一)目的"), (1, "二、职责")]


def test_text_above_the_first_heading_is_body_where_it_is_prose():
    assert outline(f"A title\n\n{PROSE}\n\nFive Factors That Matter\n\n{PROSE}\n") == [
        (1, "", "body"),
        (1, "Five Factors That Matter", "body"),
    ]


def test_what_stands_under_an_annex_belongs_to_it():
    text = f"# Aims\n\n{PROSE}\n\n# Annex A\n\n## Rents\n\n{PROSE}\n\n# Index of names\n\n{PROSE}\n"
    assert [kind for _, _, kind in outline(text)] == ["body", "annex", "annex", "body"]


def test_text_after_the_contents_without_a_heading_is_its_own_section():
    text = f"Contents\nAims.....3\nMethod.....4\n\n{PROSE}\n\nMethod\n\n{PROSE}\n"
    assert outline(text) == [(1, "Contents", "toc"), (1, "", "body"), (1, "Method", "body")]


def test_a_table_of_contents_glued_on_one_line_has_no_heading():
    assert outline("某某报告目录一、概况 31、规模 3数量 5二、格局 111、主体 11\n") == [(1, "", "toc")]


def test_headings_that_the_contents_leave_out_go_below():
    text = (
        f"Contents\nAIMS ..... 1\nMETHOD ..... 4\n\n# AIMS\n\n{PROSE}\n\n## Scope\n\n{PROSE}\n\n# METHOD\n\n{PROSE}\n"
    )
    assert [(level, h) for level, h, _ in outline(text)][1:] == [(1, "AIMS"), (2, "Scope"), (1, "METHOD")]


def test_a_property_block_is_no_heading():
    assert outline(f"---\ntitle: Parks\n---\n\n# Parks\n\n{PROSE}\n") == [(1, "", "front-matter"), (1, "Parks", "body")]


def test_the_same_text_always_gives_the_same_sections():
    assert segment(report()) == segment(report())


PIECES = st.sampled_from(
    [
        "# A\n",
        "## B\n",
        "**C**\n",
        "\n",
        "\r\n",
        "一、总则\n",
        "（一）目的\n",
        "第一章 x\n",
        "Contents\n",
        "A....1\n",
        "B .. 2\n",
        "1. Aims\n",
        "1.1 Scope\n",
        "HEADING LINE\n",
        f"{PROSE}\n",
        "Disclaimer\n",
        "Annex A\n",
        "附件\n",
        "```\n",
        "Title\n---\n",
        "\x00",
        "\u2028",
        "- x\n",
    ]
)


@settings(max_examples=200)
@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=25).map("".join)))
def test_sections_tile_the_text(text):
    sections = segment(document(text)).sections
    assert sections and sections[0].start == 0 and sections[-1].end == len(text)
    assert all(a.end == b.start for a, b in pairwise(sections))
    assert all(s.start < s.end for s in sections) or text == ""
    for s in sections:
        assert s.level >= 0 and s.kind in KINDS and s.language == ""
        assert s.path[-1:] == ((s.heading,) if s.heading else ())
        assert len(s.path) <= s.level + any(x.level == 0 for x in sections)


@given(st.lists(PIECES, max_size=25).map("".join))
def test_a_parent_stands_above_at_a_higher_level(text):
    levels: dict[str, list[int]] = {}
    for s in segment(document(text)).sections:
        for parent in s.path[:-1]:
            assert min(levels[parent]) < s.level
        levels.setdefault(s.heading, []).append(s.level)


def test_ten_thousand_headings():
    text = "".join(f"## {i} Heading\n\n{PROSE}\n\n" for i in range(10_000))
    assert len(segment(document(text)).sections) == 10_000


@pytest.mark.parametrize("name", ["SCHEDULE", "FIRST SCHEDULE", "Schedule 1", "ANNEX", "附件"])
def test_a_schedule_stands_beside_the_parts_of_an_act(name):
    prose = "There is established an authority to be known as the Zones Authority, a body corporate."
    text = f"PART I\nAIMS\n\n1. Short title\n{prose}\n\nPART II\nTHE BODY\n\n2. The Authority\n{prose}\n\n{name}\n\n{prose}\n"
    doc = segment(Document("i", "s", text, text))
    assert [s.level for s in doc.sections] == [1, 2, 1, 2, 1]


def test_marked_sections_above_the_contents_of_a_report_that_is_for_sale_are_no_cover():
    described = (
        f"# Free Zone Market 2024\n\n## Overview\n\n{PROSE}\n\n### Regions\n\n{PROSE}\n\n## Table of Contents\n\n"
    )
    chapters = "".join(f"Chapter {i}. Part {i} of the market\n" for i in range(1, 10))
    assert outline(described + chapters) == [
        (0, "Free Zone Market 2024", "body"),
        (1, "Overview", "body"),
        (2, "Regions", "body"),
        (1, "Table of Contents", "toc"),
    ]


def test_sections_of_a_summary_are_numbered_by_its_letter():
    text = f"EXECUTIVE SUMMARY\nE.1 The project\n{PROSE}\nE.2 Baseline\n{PROSE}\n1 INTRODUCTION\n1.1 Purpose\n{PROSE}\n"
    assert [(level, heading) for level, heading, _ in outline(text)] == [
        (1, "EXECUTIVE SUMMARY"),
        (2, "E.1 The project"),
        (2, "E.2 Baseline"),
        (1, "1 INTRODUCTION"),
        (2, "1.1 Purpose"),
    ]


def test_headings_that_unnumbered_contents_leave_out_stand_below_theirs():
    text = "Contents\n\nStatement of the chair\t2\nReview of the year\t4\nThe zones\t7\n\n"
    text += f"Statement of the chair\n\n{PROSE}\n\nReview of the year\n\n{PROSE}\n\nNew Tenants\n\n{PROSE}\n\n"
    text += f"Health and Safety\n\n{PROSE}\n\nThe zones\n\n{PROSE}\n"
    assert [(level, heading) for level, heading, kind in outline(text) if kind == "body"] == [
        (1, "Statement of the chair"),
        (1, "Review of the year"),
        (2, "New Tenants"),
        (2, "Health and Safety"),
        (1, "The zones"),
    ]
