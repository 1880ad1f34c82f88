"""Many patterns at once: the same as each alone."""

import pytest
import re2
from hypothesis import given
from hypothesis import strategies as st

from parkdocs import rules
from parkdocs.matcher import BATCH, LARGE, compile_all, find
from parkdocs.patterns import encodable, options

PATTERNS = ["^share$", r"copyright (?:©|\d)", r"^\d{1,3}$", "备案号?", "", "a|b", "沪|京"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Share", [0, 4, 5]),
        ("SHARE", [0, 4, 5]),
        ("ſhare", [0, 4, 5]),
        ("Copyright 2020", [1, 4]),
        ("12", [2, 4]),
        ("沪ICP备案", [3, 4, 6]),
        ("", [4]),
    ],
)
def test_patterns_found(line, expected):
    assert find(compile_all(PATTERNS), [line]) == [expected]


def test_signs_that_case_folding_makes_longer_move_no_line():
    lines = ["ßßß ŉ", "copyright ©", "İİ", "share"]
    assert find(compile_all(PATTERNS[:2]), lines) == [[], [1], [], [0]]


@pytest.mark.parametrize("lines", [[], ["a line"], ["", ""]])
def test_no_patterns(lines):
    assert find(compile_all([]), lines) == [[] for _ in lines]


def test_more_lines_than_are_looked_at_together():
    lines = ["7", "copyright", "east"] * BATCH
    assert find(compile_all(["copyright", r"^\d$"]), lines) == [[1], [0], []] * BATCH


def test_many_patterns_with_and_without_literals():
    patterns = [f"word{n}$" for n in range(500)] + [rf"^\d{{{n}}}$" for n in range(1, 900)]
    assert find(compile_all(patterns), ["a word371", "7" * 30]) == [[371], [529]]


def test_a_line_longer_than_a_pattern_may_match_is_not_tried_on_it():
    longest = [4, 4, 200, 4]
    matcher = compile_all(["^menu", r"^\w+$", r"^\w+$", "^(?:" + "x|" * LARGE + "y)"], longest)
    assert find(matcher, ["menu", "menus", "x" * 200, "x" * 201]) == [[0, 1, 2], [2], [2], []]


PACKED = rules.load().rules
ALONE = [re2.compile(rule.pattern, options()) for rule in PACKED]
TOGETHER = compile_all([rule.pattern for rule in PACKED])
EXAMPLES = [example for rule in PACKED for example in (*rule.hits, *rule.misses)]


@given(st.lists(st.sampled_from(EXAMPLES) | st.text(st.characters(exclude_characters="\n"), max_size=40)))
def test_finds_what_each_pattern_finds_alone(lines):
    lines = [encodable(line) for line in lines]
    alone = [[n for n, pattern in enumerate(ALONE) if pattern.search(line)] for line in lines]
    assert find(TOGETHER, lines) == alone


def test_sets_of_eastern_patterns_are_made_only_for_lines_that_may_hold_them():
    matcher = compile_all(["^(?:文|图).{2,4}$", r"^\d+$"])
    eastern = next(free for free in matcher.free if free.eastern)
    assert find(matcher, ["Photo: ann", "café – 7", "12"]) == [[], [], [1]]
    assert "sets" not in vars(eastern)
    assert find(matcher, ["图:张三"]) == [[0]]
    assert "sets" in vars(eastern)
