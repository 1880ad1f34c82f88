"""Chrome that is left is found; headings and clean documents are not."""

import json
from pathlib import Path

import pytest
from corpus_records import PAGE, values

from parkdocs import rules
from parkdocs.corpus import chrome

SEEDS = sorted((Path(__file__).parents[2] / "seeds").iterdir())
PROSE = "The park opened its second phase on Sunday, the council said, with nine sheds for makers of glass.\n\n" * 30


def left(text, title=""):
    return [(number, rule) for number, _, rule in chrome.left(text, title, rules.load(), {})]


@pytest.mark.parametrize("line", ["All rights reserved", "• 京ICP备2020035841号-2", "分享到：", "Follow us"])
def test_chrome_at_the_end_is_found_with_its_line(line):
    found = left(f"{PROSE}{line}\n")
    assert [number for number, _ in found] == [61] and "/" in found[0][1]


def test_a_page_that_was_never_cleaned_has_several_lines_of_it():
    assert len(left(PAGE)) >= 3


def test_a_page_that_was_cleaned_has_none():
    record = values()
    assert not left(record["text"], record["metadata"]["title"])


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.name)
def test_the_seeds_have_none_when_they_are_cleaned(path):
    assert not left(values(path.read_text("utf-8"))["text"])


def test_a_heading_inside_a_report_is_none():
    text = f"A report on parks\n\nDisclaimer\n\nThis document has been produced without formal editing. {PROSE}"
    assert not [rule for _, rule in left(text) if "disclaimer" in rule]


def test_the_title_is_no_chrome_and_an_empty_text_has_none():
    assert not left(f"Print media\n\n{PROSE}", "Print media")
    assert not left("")


def test_at_most_five_lines_are_told():
    menu = "Follow us\nContact us\nAll rights reserved\nPrivacy policy\nTerms of use\nCookie policy\nSite map\n"
    assert len(left(PROSE + menu)) == chrome.MOST


def test_the_memory_of_answers_is_bounded():
    seen = {str(k): False for k in range(chrome.REMEMBERED)}
    list(chrome.left("One line\nAnother line\n", "", rules.load(), seen))
    assert len(seen) == 2


@pytest.mark.parametrize("text", [json.loads('"\\u0000"'), "\ud800\n" * 20, "x" * 100_000, "\n" * 100_000, "a\r\nb"])
def test_weird_texts_pass(text):
    assert left(text) == []
