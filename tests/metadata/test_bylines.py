"""Authors, translators and credited source of whole documents: which of several bylines counts."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parkdocs.edits import apply
from parkdocs.metadata import bylines
from parkdocs.model import Declared, Document, Mark, Metadata

SEEDS = Path(__file__).parents[2] / "seeds"
PROSE = "The authority said that nine firms had leased sheds in the new park and that a training centre would open in autumn."
X = "x\n" * 20
ZH_PROSE = "会上公布的数据显示，去年该区新签项目二十一个，到位资金四十六亿元，今年将新设四个驻外联络组。"


def read(text: str, title: str = "") -> Metadata:
    return bylines.fill(Document("i", "s", text, text, Metadata(title=title))).metadata


def tagged(text, *said, title):
    declared = tuple(Declared(name, value, 7) for name, value in said)
    doc = Document("i", "s", text, text, Metadata(title=title, declared=declared))
    return bylines.fill(doc).metadata.authors


def test_a_byline_right_under_the_title_goes_before_a_meta_tag():
    said = ("meta/author", "Hamid Qazi")
    assert tagged(f"Park opens\nBy Lan Chi\n{PROSE}\n", said, title="Park opens") == ("Lan Chi",)
    assert tagged(f"Park opens\nBy HAMID QAZI\n{PROSE}\n", said, title="Park opens") == ("Hamid Qazi",)
    assert tagged(f"Park opens\n{PROSE}\nBy Lan Chi\n{PROSE * 2}\n" * 3, said, title="Other") == ("Hamid Qazi",)
    own = ("json-ld/article/author", "Hamid Qazi")
    assert tagged(f"Park opens\nBy Lan Chi\n{PROSE}\n", own, title="Park opens") == ("Hamid Qazi",)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("*Posted on 2 Feb 2024 by [Lan Chi](/author/lc) in [News](/news)*", ("Lan Chi",)),
        ("By **Lan Chi**, 2 Feb 2024", ("Lan Chi",)),
        ('By [Lan Chi](/lc "All texts") and [Ana Sol](/as)', ("Lan Chi", "Ana Sol")),
        ("作者：[许曼](/xm) 来源：[园区网](/yq)", ("许曼",)),
        ("By the [river](/river) a park opened", ()),
    ],
)
def test_a_byline_in_marks_is_read_as_it_is_seen(line, authors):
    assert read(f"# Park opens\n\n{line}\n\n{PROSE}\n", "Park opens").authors == authors


def test_a_name_beside_a_date_signs_near_the_title_only():
    line = "Lan Chi | 05.11.2023 - 10:00"
    assert read(f"Park opens\n{line}\n{PROSE}\n", "Park opens").authors == ("Lan Chi",)
    assert read(f"Park opens\n{PROSE}\n{X}{line}\n", "Park opens").authors == ()


@pytest.mark.parametrize(
    ("text", "authors"),
    [
        (f"Park opens\nBy Lan Chi\n{PROSE}\n", ("Lan Chi",)),
        (f"Park opens\n4 Mar 2016, by Admin\n{PROSE}\n", ("Admin",)),
        (f"Park opens\n{PROSE}\n(Writing by R Iyer; Editing by A Thomas)\n", ("R Iyer",)),
        (f"园区开园\n作者:许曼\n{ZH_PROSE}\n", ("许曼",)),
        (f"園區開園\n{ZH_PROSE}\n　　金嶺日報社記者 許曼\n", ("許曼",)),
        (f"本报记者孔亮报道,{ZH_PROSE}\n", ("孔亮",)),
        (f"园区开园\n文/孔亮\n{ZH_PROSE}\n", ("孔亮",)),
        (
            f"园区开园\n{ZH_PROSE}\n图为工人在现场铺设管网。 图片社记者 顾盼 摄\n",
            ("顾盼",),
        ),  # a photographer alone signs
        (f"园区开园\n{ZH_PROSE}\n图片社记者 顾盼 摄\n本报记者 许曼\n", ("许曼",)),  # an author goes before
        (f"园区开园\n责任编辑:许曼\n{ZH_PROSE}\n", ()),
        (f"园区开园\n{ZH_PROSE}\n他告诉记者，平台上线三年。\n", ()),
        (f"By Monday the park was full.\n{PROSE}\n", ()),
        (f"By Category\nBy Country\n{PROSE}\n", ()),
    ],
)
def test_authors(text: str, authors: tuple[str, ...]) -> None:
    assert read(text).authors == authors


def test_a_name_alone_is_a_byline_only_under_a_title_and_above_prose() -> None:
    assert read(f"14:20 09/02/2021\n\nPark opens\n\nLan Chi\n\n{PROSE}\n", "Park opens").authors == ("Lan Chi",)
    assert read(f"Costs and gains\n\nHamid Qazi*\n\n* Hamid Qazi teaches.\n{PROSE}\n", "Costs and gains").authors == (
        "Hamid Qazi",
    )
    assert read(f"Park opens\n\nLan Chi\n\n{PROSE}\n").authors == ()  # no title known
    assert read("Park opens\n\nLan Chi\n\nHome\n", "Park opens").authors == ()  # nothing told
    assert read(f"Park opens\n\nSri Lanka\n\n{PROSE}\n", "Park opens").authors == ()
    assert read(f"Park opens\n\nLatest News\n\n{PROSE}\n", "Park opens").authors == ()


def test_the_first_byline_after_the_title_counts() -> None:
    text = f"Other story\nBy Ana Sol\nPark opens\nBy Lan Chi\n{PROSE}\nRelated\nBy Tom Berg\n"
    assert read(text, "Park opens").authors == ("Lan Chi",)


def test_all_names_of_one_line_are_authors_once() -> None:
    assert read(f"（记者 王伟 李明 通讯员 张三）\n{ZH_PROSE}\n").authors == ("王伟", "李明", "张三")
    assert read(f"By Stella Kim, Lan Chi and Stella Kim\n{PROSE}\n").authors == ("Stella Kim", "Lan Chi")


def test_a_translator_signs_only_where_nobody_else_does() -> None:
    alone = read("Ipinagdiriwang ngayong taon ang anibersaryo.\nSalin: Lena\n")
    assert (alone.authors, alone.translators) == (("Lena",), ("Lena",))
    beside = read(f"Source: Wire\n{PROSE}\nTranslated by Zhao Shengbo\n")
    assert (beside.authors, beside.translators, beside.credit) == ((), ("Zhao Shengbo",), "Wire")


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        (f"2023-07-28 | UNIDO\n{PROSE}\nSource: Photo Office\n{PROSE}\nSource: <>\n", "UNIDO"),  # head before middle
        (f"{PROSE}\nSource: Photo Office\n{PROSE}\nSource: Wire\n", "Wire"),  # end before middle
        (f"{PROSE}\nSource: Estate Authority\n{PROSE}\n", "Estate Authority"),  # the middle alone
        (f"Source: <>\n{PROSE}\n", ""),
        (f"Source:   Time:\n{PROSE}\n", ""),
        (f"日期:2021-11-03 14:20    来源:\n{ZH_PROSE}\n", ""),
        (f"时间:2013-02-03来源:沙州新闻作者:孔亮浏览:12\n{ZH_PROSE}\n", "沙州新闻"),
        (f"14 June, 2018  |  Source:Wire  |  Hits:2087\n{PROSE}\n", "Wire"),
    ],
)
def test_credit(text: str, credit: str) -> None:
    assert read(text).credit == credit


def test_bylines_are_read_from_what_cleaning_took_away() -> None:
    text = f"Park opens\nBy Lan Chi\n{PROSE}\n"
    start = text.index("By")
    doc = apply(Document("i", "s", text, text), [Mark(start, start + len("By Lan Chi\n"), "en/byline", "credit")])
    done = bylines.fill(doc).metadata
    assert done.authors == ("Lan Chi",)
    assert [(e.field, e.line, e.rule) for e in done.evidence] == [("authors", 2, "byline/by")]


def test_seeds() -> None:
    third = read((SEEDS / "003_a25ed15b2dfd143f.txt").read_text("utf-8"))
    assert (third.authors, third.translators, third.credit) == ((), ("Zhao Shengbo",), "UNIDO")
    second = read((SEEDS / "002_fb9ed12e4d282624.txt").read_text("utf-8"))
    assert (second.publisher, second.authors) == ("天津泰达低碳经济促进中心有限公司", ())


@given(st.text(max_size=400))
@settings(max_examples=60)
def test_any_text_passes_and_every_value_has_its_evidence(text: str) -> None:
    done = read(text, "Park opens")
    assert done == read(text, "Park opens")
    for field in ("authors", "translators"):
        assert sum(e.field == field for e in done.evidence) == len(getattr(done, field))


def test_a_paper_is_by_those_above_its_abstract():
    text = f"Wages in zones\n\nAna Ruiz 1, Tom Berg 2\n\n1 University of Oru\n\nAbstract\n\n{PROSE}\n"
    assert read(text).authors == ("Ana Ruiz", "Tom Berg")


@pytest.mark.parametrize(("below", "authors"), [("Tin liên quan", ("Lê Thị Hoa",)), ("Khu công nghiệp", ())])
def test_a_vietnamese_name_taken_away_above_related_news(below, authors):
    text = f"{PROSE}\n\nLê Thị Hoa\n{below}\nKhởi công nhà máy\n"
    start = text.index("Lê")
    mark = Mark(start, len(text), "intl/related-heading", "related")
    doc = apply(Document("i", "s", text, text, Metadata(language="vi")), [mark])
    assert bylines.fill(doc).metadata.authors == authors
