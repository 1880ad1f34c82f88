"""Where exactly a rule fires and how far it goes: lines in, the numbers of the lines that rules take out (from 1).

`Mark me` and `Other sign` are what rules name; what the labeller thinks of the lines is left out.
"""

import pytest

from parkdocs import marks, page
from parkdocs.lines import split
from parkdocs.rules import Rule, RuleSet

PROSE = "The park covers 46 square kilometres east of the old city, with nine sheds and a training centre."
CHROME_PROSE = "Mark me as read, for this is a long paragraph of the site's own, which says nothing of the park."
MARK, OTHER = "^mark me$", "^other sign$"


def rule(pattern=MARK, name="mark", kind="nav", where="anywhere", reach="line", guards=(), longest=1000):
    return Rule(f"test/{name}", kind, pattern, "a test", where, reach, guards, longest, (), (), "test.toml")


def verdicts(lines, *rules):
    read = page.read(split("\n".join(lines) + "\n"))
    return [v for v in marks.decide(read, RuleSet(rules)) if v.rule.startswith("test/")]


def taken(lines, *rules):
    return [n for v in verdicts(lines, *rules) if not v.span for n in range(v.first + 1, v.last + 2)]


def kept(line, *rules):
    """What is left of one line between two paragraphs."""
    for v in verdicts([PROSE, line, PROSE], *rules):
        return line[: v.span[0]] + line[v.span[1] :] if v.span else ""
    return line


def alone_among(before, after, what="Mark me"):
    """A page of short lines with one marked, so many before it and after it."""
    return [f"row {n}" for n in range(before)] + [what] + [f"line {n}" for n in range(after)]


# Which rule


def test_the_first_rule_that_fires_has_the_line():
    first, second = rule(name="first", guards=("alone",)), rule(name="second")
    assert [v.rule for v in verdicts([PROSE, "", "Mark me", "", PROSE], first, second)] == ["test/first"]
    assert [v.rule for v in verdicts([PROSE, "Mark me", PROSE], first, second)] == ["test/second"]


def test_a_rule_that_does_not_fire_leaves_later_lines_to_the_others():
    never, other = rule(guards=("alone",)), rule(OTHER, "other")
    assert taken([PROSE, "Mark me", PROSE, "Other sign", PROSE], never, other) == [4]


def test_lines_behind_a_block_are_looked_at_again():
    block, other = rule(reach="block"), rule(OTHER, "other")
    page_of = [PROSE, "x", "Mark me", "one", "", "Other sign", "", "Mark me", "two", "", PROSE]
    assert [(v.first + 1, v.last + 1) for v in verdicts(page_of, block, other)] == [(3, 4), (6, 6), (8, 9)]


def test_a_rule_inside_a_block_that_went_says_nothing_more():
    block, other = rule(reach="block"), rule(OTHER, "other")
    assert [v.rule for v in verdicts([PROSE, "Mark me", "Other sign", "", "x"], block, other)] == ["test/mark"]


# Guards


@pytest.mark.parametrize(
    ("guard", "before", "after", "goes"),
    [
        ("first-lines", 5, 9, True),
        ("first-lines", 6, 9, False),
        ("last-lines", 9, 5, True),
        ("last-lines", 9, 6, False),
        ("second-sign", 9, 2, True),
        ("second-sign", 9, 3, False),
    ],
)
def test_how_many_lines_are_the_first_and_the_last(guard, before, after, goes):
    assert taken(alone_among(before, after), rule(guards=(guard,))) == [before + 1] * goes


@pytest.mark.parametrize("guard", ["second-sign", "beside-another"])
@pytest.mark.parametrize(("between", "goes"), [(0, True), (4, True), (5, False)])
def test_another_sign_vouches_for_a_line_up_to_five_lines_away(guard, between, goes):
    other = rule(OTHER, "other", guards=("alone",))
    rows = [f"row {n}" for n in range(between)]
    rest = [f"line {n}" for n in range(9)]
    assert taken(["Other sign", *rows, "Mark me", *rest], rule(guards=(guard,)), other) == [between + 2] * goes
    assert taken([*rest, "Mark me", *rows, "Other sign", *rest], rule(guards=(guard,)), other) == [10] * goes


def test_blank_lines_do_not_count_for_what_is_near():
    other = rule(OTHER, "other", guards=("first-lines",))
    page_of = [PROSE] * 8 + ["Other sign", *[""] * 20, "Mark me", *[PROSE] * 8]
    assert taken(page_of, rule(guards=("beside-another",)), other) == [30]


@pytest.mark.parametrize(
    ("lines", "goes"),
    [
        (["Mark me", "", PROSE], [1]),
        (["Mark me", PROSE], []),
        ([PROSE, "", "Mark me"], [3]),
        ([PROSE, "Mark me"], []),
        ([PROSE, "", "Mark me", PROSE], []),
        ([PROSE, "Mark me", "", PROSE], []),
        (["x", "Mark me", "", PROSE], []),
        (["Mark me"], [1]),
    ],
)
def test_a_line_is_alone_between_blank_lines_and_the_ends_of_the_page(lines, goes):
    assert taken(lines, rule(guards=("alone",))) == goes


@pytest.mark.parametrize(
    ("lines", "goes"),
    [
        (["Mark me", "A title", PROSE], [1]),
        (["Mark me", "", "A title", PROSE], [1]),
        (["Mark me", PROSE], []),
        ([PROSE, "Mark me", "A heading", PROSE], []),
        (["A title", "Mark me"], []),
    ],
)
def test_before_the_title_is_above_a_line_that_stands_above_the_prose(lines, goes):
    assert taken(lines, rule(guards=("before-title",))) == goes


def test_a_paragraph_is_no_line_before_the_title():
    long = rule("^mark me as read", guards=("before-title",))
    assert taken([CHROME_PROSE, "A title", PROSE], long) == []


@pytest.mark.parametrize(("after", "goes"), [([], [2]), (["short"], [2]), ([PROSE], []), (["", PROSE], [])])
def test_not_before_prose(after, goes):
    assert taken([PROSE, "Mark me", *after], rule(guards=("not-before-prose",))) == goes


# Reach: blocks and the rest


def test_a_block_is_at_most_forty_lines():
    menu = [f"entry {n}" for n in range(60)]
    assert taken([PROSE, "Mark me", *menu, PROSE], rule(reach="block")) == list(range(2, 42))


def test_a_block_ends_at_prose_even_right_below():
    assert taken(["Mark me", PROSE, "short", "shorter"], rule(reach="block")) == [1]
    assert taken(["Mark me", "one", PROSE, "short"], rule(reach="block")) == [1, 2]


def test_where_a_blank_follows_every_line_a_block_ends_at_two():
    lines = ["Mark me", "", "one", "", "two", "", "", "three", "", "four", "", "five", "", "six"]
    assert taken(lines, rule(reach="block")) == [1, 2, 3, 4, 5]


def test_where_lines_follow_each_other_a_block_ends_at_the_first_blank():
    lines = ["a", "b", "Mark me", "one", "", "two", "three", "four"]
    assert taken(lines, rule(reach="block")) == [3, 4]


def test_the_blanks_behind_the_last_line_of_a_block_stay():
    assert taken([PROSE, "Mark me", "one", "", ""], rule(reach="block")) == [2, 3]


@pytest.mark.parametrize(
    ("other", "goes"),
    [
        (rule("^mark me as", "other"), True),
        (rule("^mark me as", "other", where="tail"), False),
        (rule("^mark me as", "other", guards=("alone",)), False),
        (rule("read, for", "other", reach="span"), False),
    ],
)
def test_a_paragraph_that_a_rule_names_without_condition_is_no_prose(other, goes):
    """The rest goes only where no prose follows; a copyright paragraph is none."""
    rest = rule("^and more$", "rest", reach="rest")
    assert (2 in taken([PROSE, "And more", CHROME_PROSE], rest, other)) is goes


def test_other_paragraphs_stay_prose_beside_one_that_a_rule_names():
    rest, other = rule("^and more$", "rest", reach="rest"), rule("^mark me as", "other")
    assert taken([PROSE, "And more", PROSE, CHROME_PROSE], rest, other) == [4]


# Reach: the length of lines, and parts of lines


def of_length(n, end):
    return ("and so on " * 99)[: n - len(end)] + end


@pytest.mark.parametrize(("length", "goes"), [(240, [2]), (241, [])])
def test_a_line_of_more_than_240_characters_is_never_taken_whole(length, goes):
    assert taken([PROSE, of_length(length, " mark me"), PROSE], rule("mark me$")) == goes


@pytest.mark.parametrize(("length", "found"), [(240, True), (241, False)])
def test_a_part_is_found_anywhere_in_lines_up_to_240_characters(length, found):
    line = "Mark me, " + of_length(length - 9, ".")
    assert (kept(line, rule("^mark me, ", reach="span")) == line[9:]) is found


def test_a_part_is_found_in_the_last_80_characters_of_a_longer_line():
    assert kept(of_length(300, " Mark me"), rule("mark me$", reach="span")) == of_length(292, "")
    far = of_length(300, " Mark me" + "." * 80)
    assert kept(far, rule("mark me", reach="span")) == far


def test_a_part_that_may_begin_before_what_is_seen_of_a_long_line_stays():
    line = of_length(300, "")
    assert kept(line, rule("^(?:[a-z]+ ?)+$", reach="span")) == line
    assert kept(line[:200], rule("^(?:[a-z]+ ?)+$", reach="span")) == ""


def test_the_blanks_before_a_part_go_only_at_the_end_of_a_line():
    assert kept("The park opens.  Mark me ", rule("mark me$", reach="span")) == "The park opens."
    assert kept("The park Mark me opens.", rule("mark me", reach="span")) == "The park  opens."


def test_nothing_goes_where_the_match_is_empty():
    assert kept("The park opens.  ", rule("$", reach="span")) == "The park opens.  "
    assert kept("The park opens.", rule("^", reach="span")) == "The park opens."


def test_a_part_of_one_character_cannot_go():
    assert verdicts([PROSE, "Wait…so", PROSE], rule("[.][.]", reach="span")) == []  # an ellipsis reads as three dots


# Legal paragraphs at a page's foot


LEGAL = of_length(400, " mark me")


@pytest.mark.parametrize(("where", "most", "goes"), [("tail", 1200, [3]), ("tail", 240, []), ("anywhere", 1200, [])])
def test_a_rule_of_the_tail_that_asks_for_it_takes_a_paragraph(where, most, goes):
    assert taken([PROSE, PROSE, LEGAL], rule("mark me$", where=where, longest=most)) == goes


def test_a_paragraph_is_taken_among_the_last_eight_lines():
    asked = rule("mark me$", where="tail", longest=1200)
    assert taken([PROSE, LEGAL, *["Dock 4"] * 7], asked) == [2]
    assert taken([PROSE, LEGAL, *["Dock 4"] * 8], asked) == []


def test_a_paragraph_of_more_than_1200_characters_stays():
    asked = rule("mark me$", where="tail", longest=2000)
    assert taken([PROSE, "and so on " * 119 + LEGAL[-10:]], asked) == [2]
    assert taken([PROSE, "and so on " * 120 + LEGAL[-10:]], asked) == []


def test_of_a_paragraph_the_beginning_is_seen_too():
    asked = rule("^so on and", where="tail", longest=1200)
    assert taken([PROSE, "so on " + LEGAL], asked) == [2]
    assert taken([PROSE, LEGAL], rule("^(?:and )?so on", where="tail", longest=1200)) == [2]
    assert taken([PROSE, "Dock 4: " + LEGAL], asked) == []
