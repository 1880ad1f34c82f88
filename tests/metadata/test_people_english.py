"""English sentences that give a person a role, and sentences that give none."""

import pytest

from parkdocs.metadata.people_english import read


def found(text: str) -> list[tuple[str, str, str]]:
    return [(p.name, p.role, p.organisation) for p in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Sol, Minister of Trade of Laos, opened it.", ("Ana Sol", "Minister of Trade of Laos", "Laos")),
        ("Ms. Ana Sol, The Director of GPIPC was invited", ("Ana Sol", "Director of GPIPC", "GPIPC")),
        ("Tom Berg, head of the zone authority, said", ("Tom Berg", "head of the zone authority", "zone authority")),
        (
            "said Tom Berg, a professor at Peking University.",
            ("Tom Berg", "professor at Peking University", "Peking University"),
        ),
        ("Tom Berg, CEO of Acme, said", ("Tom Berg", "CEO of Acme", "Acme")),
        ("Tom Berg (Director, MOFCOM) spoke", ("Tom Berg", "Director", "MOFCOM")),
        ("| Tom Berg | Director | Ministry of Trade |", ("Tom Berg", "Director", "Ministry of Trade")),
        ("Tom Berg – Managing Director, Estate Authority", ("Tom Berg", "Managing Director", "Estate Authority")),
        ("Tom Berg is the Chairman of the Zone Board.", ("Tom Berg", "Chairman of the Zone Board", "Zone Board")),
        ("Director Song Yuyan said", ("Song Yuyan", "Director", "")),
        ("Governor Prasit Wongsri’s plan", ("Prasit Wongsri", "Governor", "")),
        ("Company head Do Van Minh said roads would be ready", ("Do Van Minh", "Company head", "")),
        ("UNIDO Director General LI Yong met", ("LI Yong", "UNIDO Director General", "UNIDO")),
        ("China's Vice Minister Wang Shouwen met", ("Wang Shouwen", "Vice Minister", "China")),
        ("President Lu Wenbin of the National Institute spoke", ("Lu Wenbin", "President", "National Institute")),
        ("the Director of GPIPC, Song Yuyan, said", ("Song Yuyan", "Director of GPIPC", "GPIPC")),
        (
            "Ludwig van der Berg, Ambassador of Germany, left",
            ("Ludwig van der Berg", "Ambassador of Germany", "Germany"),
        ),
        ("H.E. Ana Sol, Ambassador of Peru, left", ("Ana Sol", "Ambassador of Peru", "Peru")),
        (
            "R. K. Iyer, Secretary of the Board of Trade, left",
            ("R. K. Iyer", "Secretary of the Board of Trade", "Board of Trade"),
        ),
    ],
)
def test_one_person(text: str, expected: tuple[str, str, str]) -> None:
    assert found(text) == [expected]


def test_lists_of_people() -> None:
    text = "Ana Sol, President of SNAI and Tom Berg, Director, Ministry of Trade, jointly announced it."
    assert found(text) == [
        ("Ana Sol", "President of SNAI", "SNAI"),
        ("Tom Berg", "Director", "Ministry of Trade"),
    ]
    assert [name for name, _, _ in found("Mayor Ana Sol, Governor Tom Berg and Minister Lan Chi met.")] == [
        "Ana Sol",
        "Tom Berg",
        "Lan Chi",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Industrial Parks, Director of Trade",  # things, not people
        "Key Urban Fields, Head of Section",
        "in Beijing, Director General",
        "Port Halden, Governor of the zone",
        "UNIDO's Director General and China's Vice Minister of Commerce had talks",
        "added the Deputy to the Director General.",
        "Ministry of Commerce, Director",
        "Mayors Ana Sol and Tom Berg",  # plural: whose role is whose is not said
        "Zou Shiyong acknowledged the significance",
        "Ana Sol, Tom Berg and Lan Chi attended",
        "Head Start Programme",
        "Director Department Trade",
        "President Xi said",  # a family name alone is no name here
        "The Chairman informed that 210 approvals stand",
        "Contact the Director, Industrial Estates, Lindara",
        "in Ana Sol, Director of Trade",  # after "in" a place
        "members of the board, officers and experts",
        "The Director, Supply Chain Management",  # lines of an address: departments
        "The Director, Customer Care,",
        "The Manager, Legal Compliance Unit",
        "The Director, Orin Delta",
        "",
    ],
)
def test_nobody(text: str) -> None:
    assert found(text) == []


@pytest.mark.xfail(reason="Park is a common Korean family name, but in this corpus nearly always a park")
def test_family_name_that_is_a_common_word() -> None:
    assert [name for name, _, _ in found("President Park Min-jun said")] == ["Park Min-jun"]


@pytest.mark.xfail(reason="where a role without a comma ends and the name starts takes a list of given names")
def test_role_with_its_field_right_before_a_name() -> None:
    assert [name for name, _, _ in found("Vice Minister of Commerce Wang Shouwen said")] == ["Wang Shouwen"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The authority has appointed Robert Steiner as its new director general",
            ("Robert Steiner", "director general"),
        ),
        ("Ana Sol has been named as the new Mayor of Oru.", ("Ana Sol", "Mayor of Oru")),
        ("Robert Steiner was appointed director general of UNIDO.", ("Robert Steiner", "director general of UNIDO")),
        ("Jiang Tao, general manager of the zone company, spoke", ("Jiang Tao", "general manager of the zone company")),
        ("A. K. Menon, Joint Director", ("A. K. Menon", "Joint Director")),
    ],
)
def test_appointments_and_joined_roles(text: str, expected: tuple[str, str]) -> None:
    assert [(p.name, p.role) for p in read(text)] == [expected]


def test_as_without_an_appointment_is_no_link() -> None:
    assert list(read("He praised Song Yuyan as director.")) == []


def test_a_minister_of_state_belongs_to_no_state() -> None:
    assert [p.organisation for p in read("Janet Nakato, Minister of State for Investment, said")] == [""]
