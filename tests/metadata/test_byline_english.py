"""Lines of English bylines, and lines that only look like one."""

import pytest

from parkdocs.metadata.byline_english import bare_name, leading_names, read


def found(line: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(credit.field, credit.values) for credit in read(line)]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Lan Chi", ("Lan Chi",)),
        ("by: Lan Chi", ("Lan Chi",)),
        ("By Lan ChiStaff Writer", ("Lan Chi",)),
        ("BY JEFFREY STONE JAN. 13, 2017", ("JEFFREY STONE",)),
        ("By Laura Berg July 10, 2015", ("Laura Berg",)),
        ("By Ana SolPublished: Dec 22, 2023 10:55 AM EST", ("Ana Sol",)),  # glued by the scraper
        ("By Ana Sol  Staff Writer", ("Ana Sol",)),
        ("By Ana Sol Ana Sol", ("Ana Sol",)),  # printed twice
        ("By Ana Sol, MS, RDN", ("Ana Sol",)),
        ("By Dr Ana van der Berg and Tom O'Neil | Money Weekly", ("Ana van der Berg", "Tom O'Neil")),
        ("Written by: Ana Sol", ("Ana Sol",)),
        ("Author: Ana Sol, Associate Editor", ("Ana Sol",)),
        ("Posted on July 1, 2024 by infuy", ("infuy",)),
        ("4 Mar 2016, by Admin", ("Admin",)),
        ("(Reporting by Ana Sol and Tom Berg; Editing by A Thomas)", ("Ana Sol", "Tom Berg")),
        ("By Associated Press", ("Associated Press",)),
        ("By AFP", ("AFP",)),
        ("By The Gazette Staff", ("The Gazette Staff",)),
    ],
)
def test_authors(line: str, names: tuple[str, ...]) -> None:
    assert found(line) == [("author", names)]


@pytest.mark.parametrize(
    "line",
    [
        "By",
        "By ",
        "By Monday, 40 firms had signed.",
        "By Lan Chi Bridge the road turns north and climbs for two hours.",
        "By comparison, the old park is small.",
        "By Category",
        "By Regan",  # one word without a date is a menu more often than a name
        "By Growing Skills",
        "Edited by Ana Sol",
        "Passed by the board in 2016",
        "Nearby Ana Sol lives",
        "x" * 300,
    ],
)
def test_no_authors(line: str) -> None:
    assert not [c for c in read(line) if c.field == "author"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Translated by Zhao Shengbo", "Zhao Shengbo"),
        ("Translator: Zhao Shengbo", "Zhao Shengbo"),
        ("Salin: Lena", "Lena"),
        ("Traduction : Ana Sol", "Ana Sol"),
        ("Translated from French by Ana Sol", "Ana Sol"),
    ],
)
def test_translators(line: str, name: str) -> None:
    assert found(line) == [("translator", (name,))]


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Source: Estate Authority", "Estate Authority"),
        ("14 June, 2018  |  Source:Wire  |  Hits:2087", "Wire"),
        ("Source: Wire Author: Ana Sol", "Wire"),
        ("Source: Wire; photo: Ana Sol", "Wire"),
        ("Source: Wire, Photo credit: Ana Sol", "Wire"),
        ("Source: Estate Bank; Port Fund", "Estate Bank; Port Fund"),
        (
            "Source: United Nations Industrial Development Organization (UNIDO)",
            "United Nations Industrial Development Organization (UNIDO)",
        ),
        ("2023-07-28 | UNIDO", "UNIDO"),
        ("28 July 2023 | Trade Ministry", "Trade Ministry"),
        ("Wire) 09:40, April 18, 2024", "Wire"),
        ("(Wire) 09:40, April 18, 2024", "Wire"),
        ("The Lindara Herald (Port Halden)", "The Lindara Herald"),
        ("This post was syndicated from Coast Pilot. Click here to read the full text.", "Coast Pilot"),
        ("Read the original article on Lindara Herald.", "Lindara Herald"),
    ],
)
def test_sources(line: str, source: str) -> None:
    assert found(line) == [("credit", (source,))]


@pytest.mark.parametrize(
    "line",
    [
        "Source: <>",
        "Source:",
        "Source:   Time:",
        "Source: authors' calculations based on customs data",
        "open source: a short history",
        "Sources said the deal was near.",
        "2023-07-28 | 12 comments",
        "2023-07-28 | by Ana Sol",
        "Ana Sol (Port Halden)",  # no press word
        "The source: it was never found",
    ],
)
def test_no_sources(line: str) -> None:
    assert not [c for c in read(line) if c.field == "credit"]


def test_leading_names_stop_where_names_stop() -> None:
    assert leading_names("Ana Sol, Tom Berg & Lan Chi, Money Weekly") == (
        ("Ana Sol", "Tom Berg", "Lan Chi"),
        ", Money Weekly",
    )
    assert leading_names("Industrial Parks of Africa")[0] == ()
    assert leading_names("") == ((), "")


@pytest.mark.parametrize(
    "line", ["Industrial Parks", "Lan", "PORT HALDEN", "Lan Chi opened the park", "Lan Chi, Money Weekly"]
)
def test_no_bare_name(line: str) -> None:
    assert bare_name(line) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Publié le 3 février 2021 à 10h12 par Jean-Marc Essomba", ("Jean-Marc Essomba",)),
        ("Por Teresa Macuácua, 27 de setembro de 2020", ("Teresa Macuácua",)),
        ("Ni Jose Ramos - Nobyembre 9, 2021", ("Jose Ramos",)),
        ("Von Anna Berger", ("Anna Berger",)),
        ("von Anna Berger", ("Anna Berger",)),
        ("von Anna Berger war nichts zu sehen", ()),
        ("Von Anna Berger, Lindau", ("Anna Berger",)),
        ("Von Anna Berger und Karl Weiß", ("Anna Berger", "Karl Weiß")),
        ("Ein Kommentar von Anna Berger", ("Anna Berger",)),
        ("Von DPA", ("DPA",)),
        ("Par Claire Morel et Jean Petit — 24 novembre 2017 à 18:42", ("Claire Morel", "Jean Petit")),
        ("Source: Valley Post   Time: 2019-11-21 08:00   Author: Priya Nair", ("Priya Nair",)),
        ("Prepared by Ingrid Halvorsen and Samuel Boateng", ("Ingrid Halvorsen", "Samuel Boateng")),
        ("Por supuesto, la zona creció", ()),
        ("Par la suite, le parc a grandi", ()),
        ("Prepared by the Ministry of Trade", ()),
    ],
)
def test_other_words_for_by(text: str, expected: tuple[str, ...]) -> None:
    assert tuple(n for c in read(text) if c.field == "author" for n in c.values) == expected


def test_a_weekday_is_no_name_and_a_paper_may_follow_one() -> None:
    assert bare_name("Thứ Tư, 15/06/2022 - 09:30") == ()
    assert bare_name("Lena Ortiz, Midland Post") == ("Lena Ortiz",)
    assert bare_name("TwitterLinkedin Kopyala") == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Lan Chi, Staff Writer", ("Lan Chi",)),
        ("Lan Chi – Senior Business Correspondent", ("Lan Chi",)),
        ("Lan Chi and Ana Sol, Contributing Writer", ("Lan Chi", "Ana Sol")),
        ("Lan Chi | Arts & Culture Editor", ("Lan Chi",)),
        ("Lan Chi, Director General", ()),  # of a list of people
        ("Lan Chi, the writer of two books", ()),
        ("Staff Writer", ()),
    ],
)
def test_a_name_and_a_job_at_a_paper_are_a_byline(line, names):
    assert bare_name(line) == names
