"""Organisations in the roles that footers and tables give them, and the publisher."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parkdocs.metadata import organisations
from parkdocs.metadata.organisations import copyright_holder, hosted, is_agency, labelled, trim
from parkdocs.model import Document, Metadata


def read(text: str) -> Metadata:
    return organisations.fill(Document("i", "s", text, text)).metadata


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("• 主办单位:绿色发展联盟", [("绿色发展联盟", "sponsor")]),
        ("主辦單位：貿易觀察報社", [("貿易觀察報社", "sponsor")]),
        ("承办单位:甲中心、乙中心", [("甲中心", "organiser"), ("乙中心", "organiser")]),
        ("协办单位:丙协会", [("丙协会", "co-organiser")]),
        ("主管单位：某省商务厅 主办单位：某市商务局", [("某省商务厅", "supervisor"), ("某市商务局", "sponsor")]),
        ("网站管理及技术支持:绿色数据中心", [("绿色数据中心", "technical support")]),
        ("技术支持:某科技有限公司(上海)", [("某科技有限公司", "technical support")]),
        (
            "Technical Support:Basalt Example Software Co., Ltd.",
            [("Basalt Example Software Co., Ltd.", "technical support")],
        ),
        (
            "Organized by: Estate Authority | Hosted by: Port of Halden",
            [("Estate Authority", "organiser"), ("Port of Halden", "organiser")],
        ),
        (
            "Host: Lindara Investment Commission and the Pan-Delta Zones Association",
            [("Lindara Investment Commission", "organiser"), ("Pan-Delta Zones Association", "organiser")],
        ),
        ("Host: Ministry of Trade and Industry", [("Ministry of Trade and Industry", "organiser")]),
        ("Host: Food and Drug Authority", [("Food and Drug Authority", "organiser")]),
        ("Host: Research Institute and Centre", [("Research Institute and Centre", "organiser")]),
        ("主办单位:甲中心 电话:022-66371809", [("甲中心", "sponsor")]),
        ("技术支持电话:022-66371809", []),
        ("主办单位:", []),
        ("主办单位:022-66371809", []),
        ("会议由主办单位组织。", []),
        ("The hosts: two of them left.", [("two of them left", "organiser")]),  # a label in prose is believed
    ],
)
def test_labels(line: str, found: list[tuple[str, str]]) -> None:
    assert labelled(line) == found


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("版权所有:天河低碳有限公司(联盟秘书处)", "天河低碳有限公司"),
        ("版权所有 © 2020-2023 某市商务局 未经许可不得转载", "某市商务局"),
        ("某市商务局 版权所有", "某市商务局"),
        ("COPYRIGHT©南粵智云科技有限公司 www.example.com 粵ICP備00000002號", "南粵智云科技有限公司"),
        (
            "Copyright © 2019 The Lindara Herald. All rights reserved. Distributed by News Pool Media (example.com).",
            "The Lindara Herald",
        ),
        ("Copyright Reserved 2011 © Regional Trade Infoport  | Filing Number:ICP 00000000", "Regional Trade Infoport"),
        ("© 2016-2020 Ana Sol", "Ana Sol"),
        ("© Ana Sol 2016-2020", "Ana Sol"),
        ("Copyright (c) 2018 Acme Tools Co., Ltd. All Rights Reserved", "Acme Tools Co., Ltd."),
        ("版权所有 侵权必究", ""),
        ("版权所有 违者必究", ""),
        ("Second stage is about jobs. — © AP/File", ""),
        ("Copyright policy", ""),
        ("Copyright © 2019. All rights reserved.", ""),
        ("They hold the copyright in the song.", ""),
        ("", ""),
    ],
)
def test_copyright_holder(line: str, owner: str) -> None:
    assert copyright_holder(line) == owner


def test_publisher_is_the_agency_of_a_table_before_the_copyright_holder() -> None:
    text = "版权所有:某市商务局\n• 发布机构:\n\n    丰原经济技术开发区\n\n  • 成文日期:\n"
    done = read(text)
    assert done.publisher == "丰原经济技术开发区"
    assert [(o.name, o.role, o.line) for o in done.organisations] == [
        ("某市商务局", "publisher", 1),
        ("丰原经济技术开发区", "publisher", 4),
    ]
    assert [(e.field, e.line) for e in done.evidence] == [("organisations", 1), ("organisations", 4), ("publisher", 4)]


def test_a_table_label_without_a_value_takes_no_other_label() -> None:
    assert read("发布机构:\n成文日期:\n2015-05-20\n").publisher == ""


def test_an_organisation_is_listed_once_in_each_role() -> None:
    done = read("主办单位:甲中心\n主办单位:甲中心\n版权所有:甲中心\n")
    assert [(o.name, o.role, o.line) for o in done.organisations] == [
        ("甲中心", "sponsor", 1),
        ("甲中心", "publisher", 3),
    ]


def test_an_acronym_and_its_full_name_are_one_organisation() -> None:
    done = read("The Oru Delta Zones Authority (ODZA) opened a gate.\n\nCopyright © 2023 ODZA. All rights reserved.\n")
    assert [(o.name, o.role, o.aliases) for o in done.organisations] == [
        ("Oru Delta Zones Authority", "publisher", ("ODZA",))
    ]
    assert done.publisher == "Oru Delta Zones Authority"


def test_trim_and_is_agency() -> None:
    assert trim("**甲中心（秘书处）**") == "甲中心"
    assert trim("(秘书处)") == ""
    assert is_agency("某市商务局")
    assert not is_agency("2015-05-20")
    assert not is_agency("成文日期:")
    assert not is_agency("")


@given(st.text(max_size=300))
@settings(max_examples=60)
def test_any_text_passes(text: str) -> None:
    done = read(text)
    assert all(o.name and o.role for o in done.organisations)
    assert sum(e.field == "organisations" for e in done.evidence) == len(done.organisations)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "论坛由绿色园区联盟主办、某市工业园区管委会承办。",
            [("绿色园区联盟", "sponsor"), ("某市工业园区管委会", "organiser")],
        ),
        ("论坛由绿色园区联盟、某省商务厅联合主办。", [("绿色园区联盟", "sponsor"), ("某省商务厅", "sponsor")]),
        ("论坛由来自各地的绿色园区联盟主办。", []),
        ("论坛由两位企业家主办。", []),
        ("由于天气原因，主办方改期。", []),
    ],
)
def test_who_holds_an_event(text: str, found: list[tuple[str, str]]) -> None:
    assert hosted(text) == found
