"""The naive Bayes tables: the same numbers as langdetect's profiles, to the hundredth."""

import json
import math
from pathlib import Path

import langdetect
import pytest

from parkdocs.metadata import ngrams


@pytest.mark.parametrize(
    ("script", "code", "gram"), [("latin", "en", "th"), ("latin", "fr", "é"), ("cyrillic", "ru", "ого")]
)
def test_gains_are_those_of_the_profiles(script, code, gram):
    profile = json.loads((Path(langdetect.__file__).parent / "profiles" / code).read_text("utf-8"))
    expected = math.log1p(profile["freq"][gram] / profile["n_words"][len(gram) - 1] / (0.5 / 10_000))
    at = ngrams.table(script).codes.index(code) * ngrams.FIELD
    found = ngrams.gains_of(script)[gram] >> at & (1 << ngrams.FIELD) - 1
    assert found / ngrams.STEPS_PER_UNIT == pytest.approx(expected, abs=0.006)


def test_capitals_are_read_as_small_letters():
    assert ngrams.word_gains("latin", "REPORT") == ngrams.word_gains("latin", "report")
    assert ngrams.word_gains("latin", "Report") != ngrams.word_gains("latin", "report")


def test_nothing_to_judge_by():
    assert ngrams.judge("latin", 0, 0).code == "und"
    assert ngrams.judge("latin", ngrams.add_up("latin", []), 0).code == "und"


@pytest.mark.parametrize(
    ("words", "code"), [("Қазақстан қаласы ғылым әлемі", "kk"), ("већ ће ђак", "sr"), ("парк открыл двери", "")]
)
def test_languages_without_a_profile(words, code):
    assert ngrams.without_profile("cyrillic", words.split()) == code


def test_a_sum_holds_what_a_document_is_allowed_to_add():
    most = max(
        ngrams.BASE * ord(packed[k + 1]) + ord(packed[k + 2]) - ngrams.ZERO
        for packed in ngrams.table("latin").gains.values()
        for k in range(0, len(packed), 3)
    )
    assert 4 / 3 * ngrams.FULL * most < 1 << ngrams.FIELD  # a word of one letter has four n-grams, counted as three
