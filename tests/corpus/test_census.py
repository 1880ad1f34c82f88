"""Figures of a corpus."""

from collections import Counter

from corpus_records import values

from parkdocs.corpus import census
from parkdocs.corpus.census import Census


def counted(*records):
    total = Census()
    for record in records:
        census.add(total, record, record["text"])
    return census.figures(total, 10)


def test_a_record_is_counted_in_full():
    record = values()
    found = counted(record, record)
    assert found["documents"] == 2
    assert found["characters"] == 2 * len(record["text"])
    assert found["source_characters"] == 2 * record["metadata"]["bytes"]
    assert found["kind"] == {"news": 2} and found["language"] == {"en": 2} and found["year"] == {"2023": 2}
    assert found["completeness"] == {"complete": 2}
    assert sum(found["removed"].values()) == sum(found["rules"].values()) == found["removed_characters"] > 100
    assert found["present"]["title"] == 2


def test_a_foreign_row_is_counted_as_far_as_it_goes():
    found = counted({"text": " ", "language": "de", "metadata": {"language": 7}, "edits": []}, {"text": "x" * 500})
    assert (found["empty"], found["language"], found["lengths"]) == (1, {"de": 1}, {"0": 1, "300": 1})
    assert found["source_characters"] == 0


def test_values_without_an_end_are_bounded():
    total = Census()
    for n in range(census.MOST_VALUES + 50):
        total.count("publisher", str(n))
    assert len(total.values["publisher"]) == census.MOST_VALUES + 1
    assert total.values["publisher"]["other"] == 50


def test_ranks():
    assert list(census.ranked(Counter(b=1, c=5, a=1), 2)) == ["c", "a"]
