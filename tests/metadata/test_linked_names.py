"""Organisations and the other names that a text gives them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs.metadata import linked_names, organisations
from parkdocs.model import Document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "the United Nations Industrial Development Organization (UNIDO) said",
            [("United Nations Industrial Development Organization", ("UNIDO",))],
        ),
        (
            "the United Nations Industrial Development Organization (UNIDO, 联合国工业发展组织)",
            [("United Nations Industrial Development Organization", ("UNIDO", "联合国工业发展组织"))],
        ),
        ("the Ministry of Commerce (MOFCOM)", [("Ministry of Commerce", ("MOFCOM",))]),
        ("商务部国际贸易经济合作研究院（CAITEC）主办", [("商务部国际贸易经济合作研究院", ("CAITEC",))]),
        (
            "由绿色园区联盟（Green Park Alliance, GPA）主办",
            [("绿色园区联盟", ("Green Park Alliance", "GPA"))],
        ),
        ("China Park Alliance (中国园区联盟)", [("China Park Alliance", ("中国园区联盟",))]),
        ("联合国工业发展组织（以下简称“工发组织”）", [("联合国工业发展组织", ("工发组织",))]),
    ],
)
def test_linked(text, expected):
    assert list(linked_names.read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Wang Wei (UNIDO)",
        "China (Shanghai) Pilot Free Trade Zone",
        "the Programmes for Country Partnership (PCPs)",
        "Inclusive and Sustainable Development (ISD)",
        "海门市（HAIMEN）",
        "张伟（主任）",
        "no brackets at all",
    ],
)
def test_not_linked(text):
    assert list(linked_names.read(text)) == []


def test_a_sponsor_gets_the_names_that_the_text_links_to_it():
    text = "绿色园区联盟（Green Park Alliance）成立。\n主办单位:绿色园区联盟\n"
    found = organisations.fill(Document("i", "s", text, text)).metadata.organisations
    assert [(o.name, o.role, o.aliases) for o in found] == [("绿色园区联盟", "sponsor", ("Green Park Alliance",))]


@given(st.text())
def test_any_text_passes(text):
    assert all(name and others for name, others in linked_names.read(text))
