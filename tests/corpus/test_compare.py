"""Two corpora paired by ids."""

from hypothesis import given
from hypothesis import strategies as st

from parkdocs.corpus.compare import Side, changed

RECORDS = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 2))


def side(records):
    return Side(lambda: [(name, {"v": value}) for name, value in records.items()])


@given(RECORDS, RECORDS)
def test_what_went_changed_or_came_is_paired_and_nothing_else(old, new):
    pairs = {p.id: (p.before, p.after) for p in changed(side(old), side(new))}
    wanted = {
        name: ({"v": old[name]} if name in old else None, {"v": new[name]} if name in new else None)
        for name in {*old, *new}
        if old.get(name) != new.get(name)
    }
    assert pairs == wanted


def test_the_order_is_that_of_the_first_then_what_is_new():
    assert [p.id for p in changed(side({"c": 0, "a": 0}), side({"z": 0, "a": 1, "y": 0}))] == ["c", "a", "z", "y"]
