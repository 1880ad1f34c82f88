"""The four sample documents, end to end: what leaves, what stays, what is read, what is missing."""

from pathlib import Path

import pytest

from parkdocs import sources
from parkdocs.lines import removed_lines
from parkdocs.pipeline import Settings, advance

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.fixture(scope="module")
def documents():
    items = sources.plan([str(SEEDS)])
    return {item.id[:3]: advance(sources.load(item), "extract", Settings()) for item in items}


def gone(doc):
    return [" ".join(line.text.split()) for line in removed_lines(doc)]


def people(doc):
    return [(p.name, p.role) for p in doc.metadata.people]


def test_000_a_news_item_with_a_contact_block(documents):
    doc = documents["000"]
    meta = doc.metadata
    assert gone(doc) == [
        "N News",
        "Contact us",
        "UNIDO cross-disciplinary team on industrial parks (CDTIP)",
        "Vienna International Centre",
        "sipp@unido.org",
        "Disclaimer",
        "Follow us",
    ]
    assert doc.text.count("\n\n") == 6  # the title and all six paragraphs
    assert meta.title == (
        "UNIDO and China's Ministry of Commerce Host Parallel Session on Industrial Parks at 6th CIIE"
    )
    assert [(d.edtf, d.role, d.line) for d in meta.dates] == [("2023-11-05", "published", 5)]
    assert (meta.published, meta.emails, meta.language) == ("2023-11-05", ("sipp@unido.org",), "en")
    assert people(doc) == [
        ("Wang Shouwen", "Vice Minister of Commerce of China"),
        ("Fatou Haidara", "Deputy to the Director General of UNIDO"),
    ]
    assert doc.completeness.verdict == "complete"  # an unclosed quotation mark is no evidence


def test_002_an_english_item_with_a_chinese_footer(documents):
    doc = documents["002"]
    meta = doc.metadata
    assert len(gone(doc)) == 7
    assert all(text.startswith("•") for text in gone(doc))
    assert doc.text.isascii() or not any("\u4e00" <= c <= "\u9fff" for c in doc.text)
    assert [(r.scheme, r.number) for r in meta.registrations] == [("ICP", "京ICP备2020035841号-2")]
    assert (meta.phones, meta.publisher) == (("+862266371809",), "天津泰达低碳经济促进中心有限公司")
    assert ("国家级经济技术开发区绿色发展联盟", "sponsor") in [(o.name, o.role) for o in meta.organisations]
    assert (meta.title, meta.language, meta.published) == ("", "en", "")
    assert [(d.edtf, d.role) for d in meta.dates] == [("XXXX-11-05", "event")]
    assert [name for name, role in people(doc) if role] == [
        "Song Yuyan",
        "Gerd Müller",
        "Li Fei",
        "Xin Guobin",
        "Siddharth Chatterjee",
        "Zou Ciyong",
        "Wang Xiaojun",
        "Lin Yifu",
        "Chen Chunjiang",
    ]
    assert doc.completeness.verdict == "complete"


def test_003_a_translated_item_with_a_breadcrumb(documents):
    doc = documents["003"]
    meta = doc.metadata
    assert gone(doc) == [
        "Key Urban Fields",
        "Home /Belt and Road /Key Urban Fields",
        "2023-07-28 | UNIDO",
        "Source: <>",
        "Translated by Zhao Shengbo",
    ]
    assert "Source: United Nations Industrial Development Organization (UNIDO)" in doc.text  # a photo's credit
    assert "issuedthe International Guidelines" in doc.text
    assert meta.breadcrumb == ("Home", "Belt and Road", "Key Urban Fields")
    assert (meta.published, meta.credit, meta.translators) == ("2023-07-28", "UNIDO", ("Zhao Shengbo",))
    assert ("2023-07-10/2023-07-14", "event") in [(d.edtf, d.role) for d in meta.dates]
    assert {"PH", "KH", "LA", "BD", "MN", "SB", "TH", "ID"} <= {p.country for p in meta.places}
    assert people(doc)[0] == ("Li Yong", "former Director-General of UNIDO")
    assert doc.completeness.verdict == "complete"


def test_004_a_report_cut_by_a_preview_notice(documents):
    doc = documents["004"]
    meta = doc.metadata
    assert meta.title == "FIRST WORKSHOP OF UNIDO-CHINA JOINT STUDY ON INDUSTRIAL PARKS"
    assert (meta.kind, meta.published) == ("report", "2018-04")
    assert ("2018-04-17", "event") in [(d.edtf, d.role) for d in meta.dates]
    assert doc.text.count("FIRST WORKSHOP OF UNIDO-CHINA JOINT STUDY") == 1
    assert "预览" not in doc.text
    assert "yunbaogao" not in doc.text
    assert [s.heading for s in doc.sections if s.kind == "disclaimer"] == ["Disclaimer"]
    assert [s.kind for s in doc.sections].count("toc") == 1


def test_004_its_outline_follows_the_contents(documents):
    body = [(s.level, s.heading.split(",")[0], len(s.path)) for s in documents["004"].sections if s.kind == "body"]
    assert body == [
        (1, "ACKNOWLEDGEMENT", 1),
        (1, "EXECUTIVE SUMMARY", 1),
        (1, "OPENING SESSION", 1),
        (2, "Tianruo WANG", 2),
        (2, "Dejene TEZERA", 2),
        (2, "Wei ZHANG", 2),
        (1, "PRESENTATION OF PROJECT", 1),
        (2, "UNIDO Guiding Framework for Industrial Parks", 2),
    ]


def test_004_says_what_is_missing_and_where_it_goes_on(documents):
    verdict = documents["004"].completeness
    assert verdict.verdict == "truncated"
    assert verdict.continues_at == "https://www.yunbaogao.cn/report/index/report?reportId=5_23159"
    assert len(verdict.missing) == 24
    first, last = verdict.missing[0], verdict.missing[-1]
    assert (first.level, first.page) == (2, 7)
    assert first.heading == "Development of an Internationally Accepted Industrial Park Development Guiding Framework"
    assert (last.level, last.heading, last.page) == (2, "Contacts", 23)
    assert all(m.page for m in verdict.missing)
