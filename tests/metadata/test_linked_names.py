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
        ("綠色園區聯盟（以下簡稱「綠盟」）", []),  # the short name does not end like an organisation's
        (
            "國家科學及技術委員會湖濱園區管理局（以下簡稱湖濱管理局）宣布",
            [("國家科學及技術委員會湖濱園區管理局", ("湖濱管理局",))],
        ),
        ("昨日，人力资源和社会保障局（简称“人社局”）发文", [("人力资源和社会保障局", ("人社局",))]),
        ("财政部和科学技术部（MOST）发文", [("科学技术部", ("MOST",))]),  # two ministries
        ("推动园区发展和农业农村部（下称农业部）", [("农业农村部", ("农业部",))]),
        ("企业代表及绿色园区联盟（GPA）", [("绿色园区联盟", ("GPA",))]),
        ("记者从绿色园区联盟（GPA）获悉", [("绿色园区联盟", ("GPA",))]),
        (
            "the Lindara Economic-Technological Development Area (LEDA)",
            [("Lindara Economic-Technological Development Area", ("LEDA",))],
        ),
        (
            "Nigeria's Export Processing Zones Authority (NEPZA)",
            [("Export Processing Zones Authority", ("NEPZA",))],
        ),
        ("the People's Bank of China (PBC)", [("People's Bank of China", ("PBC",))]),
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
        "Greater Bay Area (GBA)",
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
