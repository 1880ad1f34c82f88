"""The bench of headings without marks: what it counts, and the bar on Markdown written for the tests."""

import sections
from selectolax.lexbor import LexborHTMLParser


def test_headings_become_plain_lines_and_cells_one_line():
    page = "<h2>Aims</h2><p>One<br>two <b>three</b></p><table><tr><td>a</td><td>b</td></tr></table><script>x</script>"
    found = list(sections.blocks(LexborHTMLParser(page).body))
    assert found == [("h2", "Aims"), ("p", "One"), ("p", "two three"), ("tr", "| a | b")]


def test_levels_are_ranks():
    assert sections.ranked([(2, "a"), (4, "b"), (2, "c")]) == [(1, "a"), (2, "b"), (1, "c")]


def test_headings_of_markdown_are_found_without_their_marks():
    total = {"right": 0, "wrong": 0, "missed": 0}
    for sample in sections.samples(None):
        assert not any(line.startswith("#") for line in sample.text.split("\n"))
        counts, _ = sections.score(sample, clean=False)
        total = {name: total[name] + counts[name] for name in total}
    assert 2 * total["right"] / (2 * total["right"] + total["wrong"] + total["missed"]) >= 0.75
