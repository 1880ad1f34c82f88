import pytest

from parkdocs.blocks import outline
from parkdocs.lines import split


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("# A\n\ntext\n\n### B\n", {0: 1, 4: 3}),
        ("A\n===\n\nB\n---\n", {0: 1, 3: 2}),
        ("Some prose of a paragraph\nthat goes on\n---\n", {}),  # a rule under a paragraph
        ("This sentence has an end.\n---\n", {}),
        ("- item\n---\n", {}),
        ("```\n# code\n```\n# A\n", {3: 1}),
        ("~~~~\n# code\n~~~\n# code\n~~~~\n", {}),
        ("    # indented code\n", {}),
        ("#hashtag\n# \n", {1: 1}),  # an empty heading is dropped by its reader
        ("<pre>\n# code\n</pre>\n\n# A\n", {4: 1}),
        ("> # quoted\n", {}),
        ("---\ntitle: x\ndate: y\n---\n# A\n", {4: 1}),
        ("plain\ntext\n", {}),
        ("a\r\n\r\n# B\r\n", {2: 1}),
    ],
)
def test_marked_headings(text, marks):
    assert outline(split(text)).marks == marks


def test_code_and_properties_hold_no_headings_of_any_sign():
    assert outline(split("---\na: b\n---\n\n```\nINSTALL\n```\nx\n")).code == {0, 1, 2, 4, 5, 6}
