"""Letters counted for many lines at once are those that a look at each character finds."""

import re

from hypothesis import given
from hypothesis import strategies as st

from parkdocs.metadata import letters
from parkdocs.metadata.scripts import SHARED

LETTER = re.compile(f"[{SHARED['latin']}]")


@given(st.text(alphabet="aZÖßłễαж中\n\r .,-2’\u00a0\u0085\u2028", max_size=80))
def test_counts(text):
    assert letters.latin_letters(text) == len(LETTER.findall(text))
    for start, unit, count in letters.units(text):
        assert text.startswith(unit, start)
        assert count == len(LETTER.findall(unit))


def test_every_letter_of_the_text_is_in_one_unit():
    text = "x" * 700 + "\n\n" + "ł" * 1300 + "\nend"
    assert "".join(unit for _, unit, _ in letters.units(text)) == text.replace("\n", "")
    assert [count for _, _, count in letters.units(text)] == [600, 100, 600, 600, 100, 3]


def test_first_words_of_a_long_text_are_those_of_its_opening():
    text = "park gate " * 60 + "shed"
    assert letters.latin_words(text, 2) == ["park", "gate"]
    assert letters.latin_words(text, 3) == ["park", "gate", "shed"]  # where the opening has too few
