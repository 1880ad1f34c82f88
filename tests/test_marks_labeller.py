"""What is made of the labeller's word: a stand-in for it gives every line the same odds, so that the rest decides."""

from types import SimpleNamespace

import pytest

from parkdocs import labeller, marks, rules
from parkdocs.lines import split
from parkdocs.model import Block, Document, Layout, Metadata, Tag
from parkdocs.rules import Rule, RuleSet
from parkdocs.sources import html

PROSE = "The park covers 46 square kilometres east of the old city, with nine sheds and a training centre."
SURE, SOME = 100.0, 9.0


@pytest.fixture
def labelled(monkeypatch):
    """Mark a document with a labeller that finds these odds in every line, and keep what it was told."""

    def mark(doc, odds, *ruleset, favor="balanced"):
        told = SimpleNamespace()

        def label(lines, evidence=(), bias=0.0, calm=0.0, body=(0, -1), seen=None):
            told.lines, told.evidence, told.calm, told.bias = list(lines), list(evidence), calm, bias
            return [bool(x.strip()) and odds + e + bias - calm > 0 for x, e in zip(lines, evidence, strict=True)]

        monkeypatch.setattr(labeller, "label", label)
        told.text = marks.mark(doc, RuleSet(ruleset), favor).text
        told.kept = [line for line in told.text.split("\n") if line]
        told.kinds = [(e.old.strip(), e.kind) for e in marks.mark(doc, RuleSet(ruleset), favor).edits]
        return told

    return mark


def text(*lines):
    raw = "\n".join(lines) + "\n"
    return Document("i", "s", raw, raw)


def page(markup):
    return html.read(markup.encode(), "i", "s")


def rule(pattern, name="mark", kind="nav", reach="line"):
    return Rule(f"test/{name}", kind, pattern, "a test", "anywhere", reach, (), 1000, (), (), "test.toml")


BYLINE = rule("^by [a-z ]+$", "byline", kind="credit")


# What stays whatever the labeller says


def test_a_headline_above_a_byline_stays_and_a_menu_entry_is_shorter(labelled):
    assert labelled(text("Park on", "Zone news", "By Lan Chi", PROSE), SOME, BYLINE).kept[0] == "Zone news"
    for head, stays in (("Park one", True), ("Park on", False)):
        assert (head in labelled(text(head, "By Lan Chi", PROSE), SOME, BYLINE).kept) is stays, head


def test_only_above_the_first_prose_is_a_line_above_a_byline_the_headline(labelled):
    assert "Zone opens" not in labelled(text(PROSE, "Zone opens", "By Lan Chi", PROSE), SOME, BYLINE).kept
    assert labelled(text("Zone opens", "By Lan Chi"), SOME, BYLINE).kept == []  # no prose, no head


def test_a_line_above_something_else_than_a_byline_is_no_headline(labelled):
    assert labelled(text("Zone opens", "By Lan Chi", PROSE), SOME, rule("^by [a-z ]+$")).kept == []
    assert labelled(text("Zone opens", "x", PROSE), SOME, BYLINE).kept == []


def test_a_headline_that_a_rule_names_goes(labelled):
    assert labelled(text("Zone opens", "By Lan Chi", PROSE), SOME, BYLINE, rule("^zone opens$")).kept == []


def test_code_stays(labelled):
    assert labelled(text("```", "Home", "```", "Home"), SOME, BYLINE).kept == ["```", "Home", "```"]


@pytest.mark.parametrize(
    ("markup", "kept"),
    [
        ("<h1>Zone opens</h1><p>Home", ["# Zone opens"]),
        ("<h1>Open day</h1><p>Home", ["# Open day"]),
        ("<h1>Gallery</h1><p>Home", []),
        ("<h1>Park news</h1><h1>Zone opens</h1><p>Home", []),
        ("<h2>Zone opens</h2><p>Home", []),
    ],
)
def test_the_only_heading_of_the_first_level_is_granted_something(labelled, markup, kept):
    assert labelled(page(markup), 2.0).kept == kept
    assert labelled(page(markup), 4.0).kept == []


def test_a_text_has_no_headings_that_are_sure(labelled):
    assert labelled(text("# Zone opens", "Home"), SURE).kept == []


# What the labeller is told


def test_it_is_told_what_rules_took_and_what_they_left_of_a_line(labelled):
    ruleset = (rule("^home$"), rule(" read more$", "part", reach="span"))
    told = labelled(text("Home", "The zone opens. Read more", "Zone"), -SURE, *ruleset)
    assert [e > 0 for e in told.evidence] == [True, False, False]
    assert [e < 0 for e in told.evidence] == [False, True, False]


def test_all_lines_of_a_block_are_told(labelled):
    told = labelled(text("x", "Menu", "one", "two", "", "y"), -SURE, rule("^menu$", reach="block"))
    assert [e > 0 for e in told.evidence] == [False, True, True, True, False, False]


@pytest.mark.parametrize(
    ("lines", "stays", "goes"),
    [
        (["x", "y"], 3.0, 5.0),  # no sign of chrome
        (["Home", "y"], 1.0, 2.0),  # one
        (["Home", "Home", "y"], 1.0, 2.0),  # the same twice is one
        (["Home", "Print", "y"], -1.0, 1.0),  # two
        (["By Lan Chi", "y"], 3.0, 5.0),  # a byline is none
    ],
)
def test_a_text_with_few_signs_of_chrome_is_taken_for_clean(labelled, lines, stays, goes):
    ruleset = (rule("^home$"), rule("^print$", "print"), BYLINE)
    assert "y" in labelled(text(*lines), stays, *ruleset).kept
    assert "y" not in labelled(text(*lines), goes, *ruleset).kept


def test_a_page_with_its_tags_is_not(labelled):
    assert labelled(page("<p>x<p>y"), 1.0).kept == []


@pytest.mark.parametrize(("favor", "odds"), [("recall", 1.0), ("balanced", 0.0), ("precision", -0.8)])
def test_favor_moves_where_lines_go(labelled, favor, odds):
    assert labelled(page("<p>x"), odds - 0.1, favor=favor).kept == ["x"]
    assert labelled(page("<p>x"), odds + 0.1, favor=favor).kept == []


# What its verdicts become


def test_what_goes_before_the_prose_is_navigation_and_what_goes_after_it_related(labelled):
    long = PROSE.replace("park", "zone")
    told = labelled(text("Home", PROSE, "More", long, "Zones"), SURE)
    assert told.kinds == [
        ("Home", "nav"),
        (PROSE, "related"),
        ("More", "related"),
        (long, "related"),
        ("Zones", "related"),
    ]


def test_a_line_that_a_rule_names_is_not_marked_twice(labelled):
    doc = marks.mark(text("Home", "x"), RuleSet((rule("^home$"),)))
    assert [e.rule for e in doc.edits][:1] == ["test/mark"]
    assert labelled(text("Home", "x"), SURE, rule("^home$")).text == ""


# The structure behind the lines


def test_each_line_has_the_block_it_stands_in():
    doc = page("<h1>Zone opens</h1><ul><li>one<li>two</ul>")
    seen = marks.structure_of(doc, [line for line in split(doc.text) if line.text])
    assert [(seen.layout.tags[b.element].name, b.form) for b in seen.blocks] == [
        ("h1", "heading"),
        ("li", "item"),
        ("li", "item"),
    ]


def test_a_line_without_a_block_stands_plainly_in_the_page():
    layout = Layout([0], [Tag("body")], [1], [Block(0, "heading", 1, 2, 3, Tag("b", "x")), None])
    doc = Document("i", "s", "a\nb\nc\n", "a\nb\nc\n", Metadata(format="html"), layout=layout)
    seen = marks.structure_of(doc, split(doc.text))
    assert seen.blocks == [layout.blocks[0], *[Block(0, "plain", 0, 0, 0, Tag(""))] * 2]


def test_a_text_has_no_structure():
    assert marks.structure_of(text("a"), split("a")) is None
    assert marks.mark(text("a"), rules.load()).text == "a\n"


# The line that reads as a headline


HEAD = "Third tenant signs for the quarry park"


@pytest.mark.parametrize(
    ("head", "reads"),
    [
        (HEAD, True),
        ("abcdefg abcdefg abcde abcd", True),  # four words, 26 characters
        ("abcdefg abcdefg abcde abc", True),
        ("abcdefg abcdefg abcde ab", False),
        ("abcdefghi abcdefg abcdefghi", False),  # three words
        ("园区三期项目今日开工建", True),
        ("园区三期项目今日开工", True),
        ("园区三期项目今日开", False),
        ("Park 园区三期项目今日开工", True),  # more Chinese than not
        ("Park of 园区 and its tenant", True),
        ("Park 园区 tenant", False),
        ("a " * 100, True),
        ("ab " * 66 + "ab", True),  # 200 characters
        ("ab " * 66 + "abc", False),
        ("Nine sheds of the park of 2020 were open", False),  # 40 characters with a year
        ("Nine sheds of the park of 2020 were built", True),
        ("Published on 14 December 2020", False),
        ("Nine sheds of the park in 2020 and in 2021", True),  # a year in a long line
        ("2020年园区三期项目开工建设", True),
        ("By Lan Chi of the park and its paper", False),
        ("Home | News of the park and zones", False),
        ("Home > News > All of the parks", False),
        ("News of the park and its tenants:", False),
        ("Hits of the park and its page: 209", False),
        ("One of the park: two of the park: three", False),
        ("See http://e.org for the park of all", False),
    ],
)
def test_what_reads_as_a_headline_is_granted_something(labelled, head, reads):
    sign = [rule("^home$"), rule("^print$", "print")]  # so many signs that nothing else is granted
    lines = ["Home", "Print", head, "x", PROSE]
    assert (head.strip() in [x.strip() for x in labelled(text(*lines), 2.0, *sign).kept]) is reads
    assert labelled(text(*lines), 9.0, *sign).kept == []


def test_the_last_headline_before_the_prose_is_it(labelled):
    sign = [rule("^home$"), rule("^print$", "print")]
    other = "Second tenant signs for the other park"
    assert labelled(text("Home", "Print", other, HEAD, "x", PROSE, other), 2.0, *sign).kept == [HEAD]
    assert labelled(text("Home", "Print", PROSE, HEAD), 2.0, *sign).kept == []
    assert labelled(text("Home", "Print", HEAD, "x"), 2.0, *sign).kept == []  # no prose, no head
    named = rule("^third tenant signs", "third")
    assert labelled(text("Home", "Print", other, HEAD, "x", PROSE), 2.0, *sign, named).kept == [other]


@pytest.mark.parametrize(("between", "kept"), [(11, [HEAD]), (12, [])])
def test_a_headline_is_among_the_twelve_lines_before_the_prose(labelled, between, kept):
    sign = [rule("^home$"), rule("^print$", "print")]
    assert labelled(text("Home", "Print", HEAD, *["x"] * between, PROSE), 2.0, *sign).kept == kept


def test_a_page_with_its_tags_has_its_heading_instead(labelled):
    assert labelled(page(f"<p>{HEAD}<p>x<p>{PROSE}"), 2.0).kept == []


def test_a_rule_for_a_site_takes_nothing_on_another():
    own = rule("^home$")._replace(sites=("zone.example",))
    for source, left in (("https://zone.example/a", "x\n"), ("https://e.org/a", "Home\nx\n"), ("a.txt", "x\n")):
        doc = text("Home", "x")._replace(source=source)
        assert marks.mark(doc, RuleSet((own,))).text == left, source
    assert marks.mark(text("Home", "x")._replace(source="https://e.org/a"), RuleSet((rule("^home$"),))).text == "x\n"
