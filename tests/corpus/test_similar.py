"""Sketches and shares of sentences."""

from array import array

import pytest

from parkdocs.corpus import similar

TEXT = (
    "The park has opened today. It was a sunny day there! Nobody knows what comes next? 园区二期项目周日正式启动建设。"
)


def test_a_sketch_has_always_the_same_size_and_no_zero_but_as_filling():
    assert len(similar.sketch(TEXT)) == len(similar.sketch("")) == similar.SIZE
    assert similar.sketch("") == [0] * similar.SIZE
    assert 0 not in similar.sketch(TEXT)


def test_order_does_not_matter():
    parts = TEXT.split(". ", 1)
    assert similar.sketch(f"{parts[1]}. {parts[0]}.") == similar.sketch(TEXT)


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [(TEXT, TEXT, 1.0), (TEXT, "", 0.0), ("", "", 0.0), ("abcdefghijklmn.", "abcdefghijklmn. opqrstuvwxyzab.", 0.5)],
)
def test_likeness(one, other, share):
    assert similar.likeness(one, other) == pytest.approx(share, abs=0.05)


def test_candidates_share_two_sentences():
    sketches = array("Q", [1, 2, 3, 4, 1, 2, 9, 8, 1, 7, 6, 5])
    assert similar.candidates(sketches, {1, 2}) == [(0, 1)]


def test_a_sentence_of_every_record_does_not_make_it_slow():
    sketches = array("Q", [1, 2, 0, 0] * 5_000)
    assert len(similar.candidates(sketches, {1, 2})) == similar.MOST_PAIRS
