"""Many patterns at once: the same as each alone."""

import pytest
import re2
from hypothesis import given
from hypothesis import strategies as st

from parkdocs import rules
from parkdocs.matcher import PatternError, compile_all, find
from parkdocs.patterns import encodable, options

PATTERNS = ["^share$", r"copyright (?:©|\d)", r"^\d{1,3}$", "备案号?", "", "a|b", "沪|京"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Share", [0, 4, 5]),
        ("Copyright 2020", [1, 4]),
        ("12", [2, 4]),
        ("沪ICP备案", [3, 4, 6]),
        ("", [4]),
    ],
)
def test_patterns_found(line, expected):
    assert find(compile_all(PATTERNS), line) == expected


def test_no_patterns():
    assert find(compile_all([]), "a line") == []


def test_more_patterns_than_one_filter_holds():
    patterns = [f"word{n}$" for n in range(500)]
    assert find(compile_all(patterns), "a word371") == [371]


def test_a_bad_pattern_is_named():
    with pytest.raises(PatternError, match="does not compile") as caught:
        compile_all(["a", "(?=b)"])
    assert caught.value.number == 1


PACKED = rules.load().rules
ALONE = [re2.compile(rule.pattern, options()) for rule in PACKED]
TOGETHER = compile_all([rule.pattern for rule in PACKED])
EXAMPLES = [example for rule in PACKED for example in (*rule.hits, *rule.misses)]


@given(st.sampled_from(EXAMPLES) | st.text(max_size=40))
def test_finds_what_each_pattern_finds_alone(line):
    line = encodable(line)
    alone = [n for n, pattern in enumerate(ALONE) if pattern.search(line)]
    assert find(TOGETHER, line) == alone
