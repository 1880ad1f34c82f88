"""What the labeller sees of one line: the text of links without their targets, and the class of a line's marks."""

import pytest

from parkdocs.features import MARKED, unlinked


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("Home", ("Home", 0)),
        ("- [Home](/)", ("- Home", 3)),
        ("[Home](/a) / [News](/b)", ("Home / News", 2)),
        ("As [he said](/x) in May, the park is full by now.", ("As he said in May, the park is full by now.", 1)),
        ("[![Logo](/a.png)](/home)", ("Logo", 3)),
        ("![](/a.png)", ("![](/a.png)", 3)),
        ("[Print](javascript:window.print())", ("Print", 3)),
        ('[Zone B](/b "The second zone")', ("Zone B", 3)),
        ("## [Zone B](/b)", ("## Zone B", MARKED)),
        ("# Zone B", ("# Zone B", MARKED)),
        ("#zone", ("#zone", 0)),
        ("a](b) and (c)[d]", ("a](b) and (c)[d]", 0)),
    ],
)
def test_links_are_read_without_their_targets(line, seen):
    assert unlinked(line) == seen


def test_many_brackets_take_no_longer_than_letters():
    line = "[](" * 50_000
    assert unlinked(line) == (line, 0)
