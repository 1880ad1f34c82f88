import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs import toc
from parkdocs.lines import split

DOTS = "Contents\n\nPART ONE.....3\nAims of the study .... 4\nMethod\t6\nPART TWO ……… 9\nResults of the study (12)\n"
PLAIN = (
    "Table of Contents\n\nIntroduction 1\nMethod 4\nResults 9\n\nIntroduction\nText about the method used in 2019.\n"
)
CHINESE = (
    "目  录\n\n一、总体情况..............1\n（一）经济运行..............2\n二、存在问题……6\n附录..............10\n"
)
GLUED = "2024年报告目录一、概况 31、总体规模 3园区数量 3投资变化 52、应用场景 6能源 6二、格局 111、主体 112、供应商 15"
LINKS = "# Contents\n\n- [Intro](#intro)\n  - [Scope](#scope)\n- [Findings](#findings)\n\n# Intro\n"
NO_PAGES = "Contents\nForeword\n1. Plots\n2. Water\n\nForeword\nThis handbook is for the tenants of the park.\n"
WRAPPED = (
    "Contents\nA long heading of the report that does not fit on one\nline of the page ..... 4\nThe next one ..... 5\n"
)
NO_HEAD = "Aims.....3\nMethod.....4\nResults.....9\nText follows here.\n"
FIGURES = "Contents\nAims.....3\nMethod.....4\nList of Tables\nTable 1 Rents.....2\nTable 2 Plots.....8\n"
INDENTED = "Contents\nAims .. 1\n  Scope .. 1\n  Limits .. 2\nMethod .. 3\n"
ROMAN = "Contents\nAbstract ……… ii\n1. Introduction ……… 1\n2. Why Zones? ……… 3\n"


def entries(text):
    return [(e.level, e.heading, e.page) for e in toc.read(split(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            DOTS,
            [
                (1, "PART ONE", 3),
                (2, "Aims of the study", 4),
                (2, "Method", 6),
                (1, "PART TWO", 9),
                (2, "Results of the study", 12),
            ],
        ),
        (PLAIN, [(1, "Introduction", 1), (1, "Method", 4), (1, "Results", 9)]),
        (CHINESE, [(1, "一、总体情况", 1), (2, "（一）经济运行", 2), (1, "二、存在问题", 6), (1, "附录", 10)]),
        (
            GLUED,
            [
                (1, "一、概况", 3),
                (2, "1、总体规模", 3),
                (3, "园区数量", 3),
                (3, "投资变化", 5),
                (2, "2、应用场景", 6),
                (3, "能源", 6),
                (1, "二、格局", 11),
                (2, "1、主体", 11),
                (2, "2、供应商", 15),
            ],
        ),
        (LINKS, [(1, "Intro", 0), (2, "Scope", 0), (1, "Findings", 0)]),
        (NO_PAGES, [(1, "Foreword", 0), (1, "1. Plots", 0), (1, "2. Water", 0)]),
        (
            WRAPPED,
            [(1, "A long heading of the report that does not fit on one line of the page", 4), (1, "The next one", 5)],
        ),
        (NO_HEAD, [(1, "Aims", 3), (1, "Method", 4), (1, "Results", 9)]),
        (FIGURES, [(1, "Aims", 3), (1, "Method", 4)]),
        (INDENTED, [(1, "Aims", 1), (2, "Scope", 1), (2, "Limits", 2), (1, "Method", 3)]),
        (ROMAN, [(1, "Abstract", 0), (1, "1. Introduction", 1), (1, "2. Why Zones?", 3)]),
    ],
    ids=["dots", "plain", "chinese", "glued", "links", "no-pages", "wrapped", "no-head", "figures", "indent", "roman"],
)
def test_entries_with_level_and_page(text, expected):
    assert entries(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The contents of the box 5\nand of the bag 7\n",  # no heading of contents
        "Contents\n\nThe box holds three parts, and each of them is described in what follows here.\n",
        "He waited... 5\n\nThen he left.\n",
        "We paid 31 and 52 for 6 of them.\nIt was 2019.\n",
        "目录如下。\n",
    ],
)
def test_other_texts_have_no_contents(text):
    assert entries(text) == []


def test_an_entry_knows_its_line_and_span():
    first, second = toc.read(split(NO_HEAD))[:2]
    assert (first.number, NO_HEAD[first.start : first.end]) == (1, "Aims.....3")
    assert (second.number, NO_HEAD[second.start : second.end]) == (2, "Method.....4")


def test_an_entry_of_a_glued_table_has_a_span_inside_the_line():
    spans = [GLUED[e.start : e.end] for e in toc.read(split(GLUED))]
    assert spans[:3] == ["一、概况 3", "1、总体规模 3", "园区数量 3"]


@given(st.text(alphabet="Contents目录\n.… 12\t一、a|#", max_size=300))
def test_any_text_gives_ordered_spans_inside_it(text):
    found = toc.read(split(text))
    assert all(0 <= e.start <= e.end <= len(text) and e.level >= 1 and e.page >= 0 for e in found)
    assert [e.start for e in found] == sorted(e.start for e in found)


CATALOGUE = "报告目录\n" + "\n".join(
    f"第{c}章 园区分析之{c}\n　第一节 定义{c}\n　第二节 规模{c}\n　　一、企业概况\n　　二、园区布局" for c in "一二三"
)


def test_a_name_of_a_lower_level_may_come_twice():
    found = entries(f"{CATALOGUE}\n\n第一章 园区分析之一\n\n园区占地四十六平方公里，入驻企业三百家。\n")
    assert len(found) == 15 and found[-1] == (3, "二、园区布局", 0)


def test_many_numbered_lines_are_contents_though_no_section_follows():
    assert len(entries(f"{CATALOGUE}\n\n图表目录\n图表1 园区分类\n")) == 15
    assert entries("目录\n第一章 总则\n\n园区占地四十六平方公里，入驻企业三百家，产值突破千亿元。\n") == []


def test_an_encyclopaedia_prints_its_headings_without_the_numbers_of_the_contents():
    prose = "开发区于1992年经国务院批准设立，是全国第二批国家级经济技术开发区之一。"
    text = f"目录\n1 历史沿革\n2 交通\n历史沿革\n{prose}\n交通\n{prose}\n"
    assert [e.heading for e in toc.read(split(text))] == ["1 历史沿革", "2 交通"]


def test_a_name_that_comes_twice_within_the_contents_does_not_end_them():
    text = (
        "Contents\n1. Roads\nRail\n2. Rail\n3. Ports\n1. Roads\nThe zone has two roads, and both of them lead to it.\n"
    )
    assert [e.heading for e in toc.read(split(text))] == ["1. Roads", "Rail", "2. Rail", "3. Ports"]


@pytest.mark.parametrize("annex", ["Annex A", "Schedule 1", "Appendix B"])
def test_an_annex_and_what_stands_before_the_chapters_are_their_siblings(annex):
    text = f"Contents\nExecutive summary\t3\n1. Introduction\t5\n2. Market size\t9\n{annex}\t20\n"
    assert [e.level for e in toc.read(split(text))] == [1, 1, 1, 1]
