"""People with roles in whole documents: the four seeds, cards, and what is no person."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parkdocs.metadata import people
from parkdocs.model import Document, Person

SEEDS = Path(__file__).parents[2] / "seeds"


def read(text: str) -> list[Person]:
    return list(people.fill(Document("i", "s", text, text)).metadata.people)


def seed(name: str) -> list[tuple[str, str, str]]:
    return [(p.name, p.role, p.organisation) for p in read((SEEDS / name).read_text("utf-8"))]


def test_seed_000() -> None:
    assert seed("000_752e6eb5ab1a243a.txt") == [
        ("Wang Shouwen", "Vice Minister of Commerce of China", "China"),
        ("Fatou Haidara", "Deputy to the Director General of UNIDO", "UNIDO"),
    ]


def test_seed_002_has_nine_people_and_not_the_misprinted_tenth() -> None:
    assert seed("002_fb9ed12e4d282624.txt") == [
        ("Song Yuyan", "Director of GPIPC", "GPIPC"),
        ("Gerd Müller", "Director-general of the UNIDO", "UNIDO"),
        ("Li Fei", "Assistant Minister of the MOFCOM", "MOFCOM"),
        ("Xin Guobin", "Vice Minister of Industrial and Information Technology of China", "China"),
        ("Siddharth Chatterjee", "United Nations Resident Coordinator in China", "United Nations"),
        ("Zou Ciyong", "Executive Director", "Directorate of Technical Cooperation and Sustainable"),
        ("Wang Xiaojun", "Trust Fund Director", "United Nations Office for South-South Cooperation"),
        (
            "Lin Yifu",
            "Director of the Institute of New Structural Economics of Peking University and Professor of the School of "
            "South-South Cooperation and Development of Peking University",
            "Peking University",
        ),
        ("Chen Chunjiang", "Director General", "Department of Foreign Investment Management of the MOFCOM"),
    ]


def test_seed_003() -> None:
    assert seed("003_a25ed15b2dfd143f.txt") == [
        ("Li Yong", "former Director-General of UNIDO", "UNIDO"),
        ("Lu Wenbin", "President", "Shanghai National Accounting Institute"),
        ("Dejene Tezera", "Director of Department of Agri-Business of UNIDO", "UNIDO"),
    ]


def test_seed_004_with_its_contents_list_and_broken_card() -> None:
    assert seed("004_200df734c97560aa.txt") == [
        ("Tianruo WANG", "Director", "Department of International Trade and Economic Affairs, Ministry of Commerce"),
        (
            "Dejene TEZERA",
            "Director",
            "Department of Agri-business, United Nations Industrial Development Organisation",
        ),
        ("Wei ZHANG", "Vice President", "Chinese Academy of International Trade and Economic Cooperation"),
        (
            "Jie ZHAO",
            "Industrial Development Officer",
            "Department of Programmes, Partnerships and Field Integration, UNIDO",
        ),
        ("LI Yong", "Director General", ""),
    ]


def test_a_card_of_short_lines() -> None:
    assert [(p.name, p.role) for p in read("Ana Sol\nDirector of Trade\n\nText.\n")] == [
        ("Ana Sol", "Director of Trade")
    ]
    starred = "*Ana SOL*\n\n*Senior  \nTrade Officer*\n\n*Ministry of  \nTrade*\n\nThe report says more.\n"
    assert [(p.name, p.role, p.organisation) for p in read(starred)] == [
        ("Ana SOL", "Senior Trade Officer", "Ministry of Trade")
    ]


@pytest.mark.parametrize(
    "text", ["Ana Sol\nThe director left.\n", "Industrial Parks\nDirector of Trade\n", "*Ana Sol*\n", "*Ana Sol*\n*x\n"]
)
def test_no_card(text: str) -> None:
    assert read(text) == []


def test_one_record_a_person_at_the_first_role() -> None:
    found = read("Mayor Ana Sol spoke.\nANA SOL left. Ana Sol, Director of the Port, left too.\n")
    assert [(p.name, p.role, p.line) for p in found] == [("Ana Sol", "Mayor", 1)]


def test_english_and_chinese_with_evidence() -> None:
    text = "Mayor Ana Sol spoke.\n区长李明表示欢迎。\n"
    done = people.fill(Document("i", "s", text, text)).metadata
    assert [(p.name, p.role, p.line) for p in done.people] == [("Ana Sol", "Mayor", 1), ("李明", "区长", 2)]
    assert [(e.field, e.line, e.rule) for e in done.evidence] == [
        ("people", 1, "people/title-name"),
        ("people", 2, "people/zh-role-name"),
    ]


@pytest.mark.parametrize(
    "piece", ["Director ", "Ana ", "Ana, Director, ", "主任", "*Ana Sol*\n", "Director of the ", "部长王", "and "]
)
def test_hostile_texts_take_linear_time(piece: str) -> None:
    began = time.process_time()
    read(piece * (300_000 // len(piece)))
    assert time.process_time() - began < 8


@given(st.text(max_size=300))
@settings(max_examples=60)
def test_any_text_passes(text: str) -> None:
    assert all(p.name and p.role for p in read(text))
