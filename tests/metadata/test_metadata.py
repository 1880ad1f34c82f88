"""All metadata steps together, on the four sample documents."""

from pathlib import Path

import pytest

from parkdocs import metadata
from parkdocs.edits import apply
from parkdocs.lines import split
from parkdocs.model import Document, Mark

SEEDS = {p.name[:3]: p for p in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))}


def read(seed, removed=()):
    text = SEEDS[seed].read_bytes().decode()
    left = list(removed)
    marks = []
    for line in split(text):
        if line.text in left:
            left.remove(line.text)
            marks.append(Mark(line.start, line.next, "x/y", "nav"))
    return metadata.extract(apply(Document(seed, "s", text, text), marks)).metadata


def roles(found, role):
    return [d.edtf for d in found.dates if d.role == role]


@pytest.mark.parametrize("removed", [(), ("N News",)])
def test_a_press_release(removed):
    found = read("000", removed)
    assert found.title.startswith("UNIDO and China's Ministry of Commerce Host Parallel Session")
    assert (found.published, found.language, found.kind) == ("2023-11-05", "en", "news")


def test_prose_without_a_title():
    found = read("002")
    assert (found.title, found.published, found.language) == ("", "", "en")
    assert roles(found, "event") == ["XXXX-11-05"]


@pytest.mark.parametrize(
    "removed", [(), ("Key Urban Fields", "Home /Belt and Road /Key Urban Fields", "2023-07-28 | UNIDO")]
)
def test_a_page_with_a_breadcrumb(removed):
    found = read("003", removed)
    assert found.breadcrumb == ("Home", "Belt and Road", "Key Urban Fields")
    assert found.title.startswith("The UNIDO and the Shanghai National Accounting Institute jointly organized")
    assert found.published == "2023-07-28"
    assert roles(found, "event") == ["2023-07-10/2023-07-14"]


def test_a_report_with_a_cover():
    found = read("004")
    assert found.title == "FIRST WORKSHOP OF UNIDO-CHINA JOINT STUDY ON INDUSTRIAL PARKS"
    assert (found.kind, found.published, found.language) == ("report", "2018-04", "en")
    assert "2018-04-17" in roles(found, "event")


def test_evidence_is_sorted_and_kind_never_empty():
    found = read("003")
    keys = [(e.field, e.line, e.rule) for e in found.evidence]
    assert keys == sorted(keys)
    assert metadata.extract(Document("i", "s", "", "")).metadata.kind == "other"


def filled(text: str):
    return metadata.extract(Document("i", "s", text, text)).metadata


def test_the_value_of_a_form_is_no_title():
    prose = "根据管理办法,经专家评审,拟认定以下5家园区为示范园区,现予公示,公示期为五个工作日。"
    got = filled(
        f"【公示】拟认定示范园区名单\n\n发布机构:市工信局    发布时间:2021-12-03 15:30:00    访问量: 88\n\n{prose}\n"
    )
    assert (got.title, got.published, got.publisher, got.kind) == (
        "【公示】拟认定示范园区名单",
        "2021-12-03",
        "市工信局",
        "notice",
    )


def test_a_cover_is_named_by_its_title_not_by_its_agency():
    got = filled("中国产业园区绿色发展报告\n\n(2022)\n\n绿色园区研究中心\n\n二〇二二年十二月\n\n目 录\n")
    assert (got.title, got.published, got.kind) == ("中国产业园区绿色发展报告", "2022-12", "report")


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (
            "Zone Wins Award\nMay 19, 2022 — The zone authority today received the award for its shore power.\n",
            "2022-05-19",
        ),
        (
            "Toronto, Ontario – June 3, 2021 – Northgate Parks today broke ground on a 90-acre estate there.\n",
            "2021-06-03",
        ),
        (
            "May 19, 2022 — The zone opened its first gate to tenants.\nJune 2, 2022 — It closed again for a month.\n",
            "",
        ),
        ("主任办公会议纪要\n\n研究园区污水处理厂事项。\n\n管委会办公室\n2019年8月16日印发\n", "2019-08-16"),
        ("MINUTES OF THE 7TH MEETING\nHeld on Tuesday, 21 May 2019 at 10.30 a.m. at the Port Office\n", "2019-05-21"),
    ],
)
def test_published(text: str, published: str):
    assert filled(text).published == published


def test_countries_are_read_in_the_document_s_language():
    text = (
        "La zone franche, au Cameroun, accueillera une usine de câbles électriques. Le Tchad et la Banque du Maroc "
        "sont les premiers clients de la zone, selon la direction.\n"
    )
    assert [p.country for p in filled(text).places] == ["CM", "TD"]


def test_vietnamese_papers_sign_at_the_end():
    prose = "Các nhà đầu tư đến từ Nhật Bản và Hàn Quốc đã đăng ký thuê đất trong khu công nghiệp này từ năm ngoái."
    assert filled(f"Khởi công khu công nghiệp\n\n{prose}\n\nMinh Anh\n").authors == ("Minh Anh",)
