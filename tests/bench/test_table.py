"""Figures as Markdown."""

import table

ROWS = {
    "do-nothing": {"F": 0.635, "chrome_rm": 0.0, "cpu": 0.0, "failed": 0},
    "parkdocs-cv": {"F": 0.8567, "chrome_rm": 0.8, "cpu": 1.25, "failed": 2},
}


def test_the_best_comes_first_and_empty_columns_are_left_out():
    assert table.markdown("flatb", ROWS, "2 pages.").split("\n") == [
        "## flatb: one block element a line, no tags",
        "",
        "2 pages.",
        "",
        "| flatb | F1 | chrome removed | CPU s/MB | failed |",
        "| --- | ---: | ---: | ---: | ---: |",
        "| **parkdocs (cross-validated)** | .857 | .800 | 1.25 | 2 |",
        "| do nothing | .635 | .000 | .00 | 0 |",
        "",
    ]


def test_a_tool_that_does_not_answer_a_field_has_no_figure_for_it():
    rows = {
        "htmldate": {"title_acc": 0.0, "date_acc": 0.84, "author_acc": 0.0, "zh_author_acc": 0.0, "failed": 0},
        "gne": {"title_acc": 0.671, "date_acc": 0.742, "author_acc": 0.422, "zh_author_acc": 0.3, "failed": 0},
    }
    lines = table.markdown("meta", rows, "").split("\n")
    assert lines[-3] == "| gne | .671 | .742 | .422 | .300 | 0 |"
    assert lines[-2] == "| htmldate | - | .840 | - | - | 0 |"


def test_harm_is_ordered_by_what_clean_text_loses():
    rows = {"a": {"lost": 0.5}, "b": {"lost": 0.0049}}
    lines = table.markdown("harm", rows, "").split("\n")
    assert lines[-3:-1] == ["| b | 0.49 % |", "| a | 50.00 % |"]


def test_our_rows_say_whether_the_weights_have_seen_the_pages():
    assert "trained on these very pages" in table.label("parkdocs")
    assert "cross-validated" in table.label("parkdocs-cv")
    assert table.label("parkdocs/recall").endswith("favor recall")
