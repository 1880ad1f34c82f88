"""trees: laid out as masks, they give what walking down each of them gives."""

from hypothesis import given
from hypothesis import strategies as st

from parkdocs import trees

GROWN = [
    {"nodes": [["a", 2, 0, 1], ["b", -1, 1, 2]], "values": [100, -50, 7]},  # a <= 2, else b <= -1, else the rest
    {"nodes": [["size", 5, 0, 1]], "values": [1, 2]},
    {"nodes": [], "values": [40]},
]
BUILT = trees.build(GROWN, {"a": 0, "b": 0, "size": 0}, {"a": (0, 9), "b": (-3, 3)}, ["size"])


def plain(a: int, b: int, size: int) -> int:
    return (100 if a <= 2 else -50 if b <= -1 else 7) + (1 if size <= 5 else 2) + 40


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(-3, 3)), min_size=1), st.integers(-9, 99))
def test_every_line_gets_the_sum_of_its_leaves(rows, size):
    columns = {"a": [a for a, _ in rows], "b": [b for _, b in rows]}
    assert trees.walk(BUILT, columns, {"size": size}, len(rows)) == [plain(a, b, size) for a, b in rows]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(-3, 3)), min_size=1, max_size=60), st.sampled_from([90, 9000]))
def test_many_lines_at_once_get_the_same_whatever_the_size_of_the_scores(rows, great):
    grown = [{**tree, "values": [great * x for x in tree["values"]]} for tree in GROWN]
    built = trees.build(grown, {"a": 0, "b": 0, "size": 0}, {"a": (0, 9), "b": (-3, 3)}, ["size"])
    assert bool(built.parts) == (great == 90)  # 9,000 times 150 is no number of two bytes
    columns = {"a": [a for a, _ in rows], "b": [b for _, b in rows]}
    assert trees.walk(built, columns, {"size": 1}, len(rows)) == [great * plain(a, b, 1) for a, b in rows]


def test_a_figure_alone_closes_leaves_for_all_lines():
    assert trees.sums([trees.page_mask(BUILT, {"size": 5})], BUILT) == [141]
    assert trees.sums([trees.page_mask(BUILT, {"size": 6})], BUILT) == [142]
