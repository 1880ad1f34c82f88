import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs.matching import key, match


@pytest.mark.parametrize(
    ("entry", "heading"),
    [
        ("EXECUTIVE SUMMARY", "Executive Summary"),
        ("Department of Agri-business", "Department of Agribusiness"),
        ("Green/Eco- Industrial Parks", "Green / Eco-Industrial Parks"),
        ("2018–2020", "2018-2020"),
        ("1. Introduction", "Introduction"),
        ("Industrial Park Development", "lndustrial Park Development"),  # l for I
        ("Ana Moro, Director, Department of Trade", "Ana Moro, Director"),  # cut short
        ("一、总体情况", "总体情况"),
    ],
)
def test_the_same_heading_in_another_dress(entry, heading):
    assert match([entry], ["Something else entirely", heading]) == [1]


@pytest.mark.parametrize(
    ("entry", "heading"),
    [
        ("Industrial Park Development in Peru", "Industrial Park Development in Ethiopia"),
        ("Annex 1", "Annex 2"),
        ("Session 11 of the board", "Session 12 of the board"),
        ("Aims", "Arms"),
        ("Results", ""),
    ],
)
def test_another_heading(entry, heading):
    assert match([entry], [heading]) == [-1]


def test_equal_headings_are_used_once_and_in_order():
    assert match(["Aims", "Aims", "Aims"], ["Aims", "Other", "Aims"]) == [0, 2, -1]


@given(st.lists(st.text(max_size=20), max_size=12))
def test_every_heading_with_letters_finds_itself(headings):
    wordy = list(dict.fromkeys(h for h in headings if key(h)))
    found = match(wordy, wordy)
    assert all(i >= 0 for i in found) and len(set(found)) == len(found)


def test_digits_that_were_read_for_letters_are_a_slip():
    assert match(["2 Site and Services", "3 Oil Port"], ["2 Site and Serv1ces", "3 0il Port"]) == [0, 1]
    assert match(["Dock 12 East"], ["Dock 13 East"]) == [-1]
