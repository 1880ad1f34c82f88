"""One pattern: how it compiles, and the warnings that keep authors out of the traps."""

import pytest

from parkdocs.patterns import compile_pattern, encodable, joined, pattern_problem, pattern_warnings


def test_case_is_ignored_unless_the_pattern_says_otherwise():
    assert compile_pattern("^follow us$").search("FOLLOW US")
    assert not compile_pattern("^(?-i:N) News$").search("n news")


@pytest.mark.parametrize(("pattern", "word"), [("(", "missing"), ("a(?=b)", "perl"), (r"(a)\1", "escape"), ("[", "]")])
def test_a_broken_pattern_is_reported_in_the_words_of_the_engine(pattern, word):
    assert word in pattern_problem(pattern)


def test_a_sound_pattern_has_no_problem():
    assert pattern_problem("^联系我们$") == ""


def test_a_pattern_with_a_lone_surrogate_is_a_problem_not_a_crash():
    assert pattern_problem("\ud800") != ""


TRAPS = [
    ("^來源:.*$", "write '来'"),
    ("^来源：.*$", "write ':'"),
    ("^a\u3000b$", "U+3000"),
    (r"^a\x{A0}b$", "U+00A0"),
    ("^１$", "write '1'"),
    ("^a  b$", "two blanks"),
    (r"^a\tb$", "tabs"),
    (r"^来源\b.*$", "ASCII"),
    (r"^\w+来源$", "ASCII"),
    ("^.*$", "empty line"),
    ("^.+$", "everything"),
    ("来源", "not anchored"),
]


@pytest.mark.parametrize(("pattern", "words"), TRAPS)
def test_a_trap_is_named(pattern, words):
    assert any(words in warning for warning in pattern_warnings(pattern))


@pytest.mark.parametrize("pattern", ["^来源:.*$", r"^\bNews\b$", "^(?:Print|打印)$", r"^\d+ 条评论$", r"^\[\.\.\.\]$"])
def test_a_good_pattern_has_no_warning(pattern):
    assert list(pattern_warnings(pattern)) == []


def test_a_part_of_a_line_needs_no_anchor():
    assert list(pattern_warnings(r"Read more", whole_line=False)) == []


def test_wrapped_patterns_are_joined():
    assert joined("^(?:\n  a|\n  b c\n)$") == "^(?:a|b c)$"
    assert joined(" a ") == " a "


def test_encodable_keeps_the_length():
    assert encodable("a\ud800b") == "a?b"
    assert encodable("版权") == "版权"
