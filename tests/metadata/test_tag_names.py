"""Names cleaned of what tags and bylines put around them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs.metadata.tag_names import people


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("By Lan Chi", ("Lan Chi",)),
        ("Von Anna Bauer und Karl Weiß", ("Anna Bauer", "Karl Weiß")),
        ("Par Claire Morel", ("Claire Morel",)),
        ("Written by: Lan Chi", ("Lan Chi",)),
        ("Lan Chi, Hamid Qazi & Bo Lee", ("Lan Chi", "Hamid Qazi", "Bo Lee")),
        ("Lan Chi | The Lindara Journal", ("Lan Chi",)),
        ("Lan Chi • March 12, 2025", ("Lan Chi",)),
        ("Lan Chi Associated Press", ("Lan Chi",)),
        ("Lan Chi Senior Reporter", ("Lan Chi",)),
        ("Lan Chi 1,655 1 gold badge", ("Lan Chi",)),
        ("Lan Chi is a reporter who covers parks", ("Lan Chi",)),
        ("Md Karim Uddin, Lan Chi MD", ("Md Karim Uddin",)),
        ("By The Herald editors", ("The Herald editors",)),
        ("NorthGate Sensor Team", ("NorthGate Sensor Team",)),
        ("记者 许曼", ("许曼",)),
        ("river_rat", ("river_rat",)),
    ],
)
def test_names(value, expected):
    assert people(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        "admin",
        "Redaktion",
        "https://a.example/lan",
        "lan@a.example",
        "www.a.example",
        "",
        "2023-11-05",
        "Full Bio",
        "03:07 Min.",
        "Stand: 20. April 2020, 14:57 Uhr",
        "更多文章",
    ],
)
def test_nobody(value):
    assert people(value) == ()


def test_the_site_is_nobody():
    assert people("Lindara Herald", frozenset(["lindaraherald"])) == ()
    assert people("Lan Chi, Lindara Herald", frozenset(["lindaraherald"])) == ("Lan Chi",)


@given(st.text())
def test_any_value_passes(value):
    assert all(name.strip() == name != "" for name in people(value))
