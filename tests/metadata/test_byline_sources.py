"""Sources of Chinese pages: what a label names, where its value ends, and sources without a label."""

import pytest

from parkdocs.metadata.byline_sources import labelled, unlabelled


@pytest.mark.parametrize(
    ("value", "source"),
    [
        ("深港特区报记者 王宁", "深港特区报"),  # <span>来源：深港特区报</span><span>记者 王宁</span>
        ("深港特区报记者王宁", "深港特区报"),
        ("深港特区报作者：王宁", "深港特区报"),
        ("深港特区报责编 王宁", "深港特区报"),
        ("深港特区报實習記者 王寧", "深港特区报"),
        ("园区融媒编辑：王宁 2023-05-04", "园区融媒"),
        ("青年记者 王宁", "青年记者"),  # a journal
        ("中国记者 2023-05-04", "中国记者"),
        ("某省记者协会网", "某省记者协会网"),
        ("学报编辑部", "学报编辑部"),
        ("记者 王宁", ""),
    ],
)
def test_a_source_ends_where_the_next_label_runs_on(value, source):
    assert labelled(value) == source


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("2023年09月04日 18:30 来源于 财新周刊", "财新周刊"),
        ("2023-09-04來源於《園區周刊》", "園區周刊"),
        ("来源于 园区周刊", "园区周刊"),
        ("来源于：园区周刊", "园区周刊"),
        ("数据来源于 国家统计局", ""),
        ("来源于自然", ""),
        ("2023年的原料来源于 周边农户，运输便利", ""),
    ],
)
def test_what_stands_behind_taken_from(line, source):
    assert [name for _, name in unlabelled(line)] == ([source] if source else [])
