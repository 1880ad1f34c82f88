"""Properties at the top of a Markdown file: where they end, what they say, and that they go as a whole."""

import pytest

from parkdocs import frontmatter, sources
from parkdocs.edits import restore
from parkdocs.pipeline import Settings, advance

TEXT = "The zone has nine gates, and forty firms have leased sheds in it, its operator said in a statement.\n"


def run(block, text=TEXT):
    whole = f"---\n{block}\n---\n\n{text}"
    return advance(sources.load(sources.Item("a.md", "a.md", 0, "markdown", whole.encode())), "extract", Settings())


@pytest.mark.parametrize(
    ("block", "title", "authors", "published"),
    [
        ('title: "Zone handbook"\nauthor: Jane Doe\ndate: 2022-03-04', "Zone handbook", ("Jane Doe",), "2022-03-04"),
        ("title: 'The zone''s gates'\nauthors: [Lan Chi, \"Ana Sol\"]", "The zone's gates", ("Lan Chi", "Ana Sol"), ""),
        (
            "title: Gates: a list  # the second\nauthors:\n  - Lan Chi\n  - Ana Sol",
            "Gates: a list",
            ("Lan Chi", "Ana Sol"),
            "",
        ),
        (
            "title: >\n  Nine gates\n  of a zone\nauthor: Lan Chi and Ana Sol",
            "Nine gates of a zone",
            ("Lan Chi", "Ana Sol"),
            "",
        ),
        ("author:\n  name: Lan Chi\n  url: https://a.b/c\nlang: en\ntags: [zones]", "", ("Lan Chi",), ""),
        (
            "title: 园区手册\nauthor: 许曼、王伟\ndate: 2022-03-04T10:00:00+08:00",
            "园区手册",
            ("许曼", "王伟"),
            "2022-03-04",
        ),
        ("title: Gates\ndate: 2022-03-04\nlastmod: 2023-05-06\nexpires: 2030-01-01", "Gates", (), "2022-03-04"),
        ("title:\nauthor: Zone Desk", "", ("Zone Desk",), ""),
    ],
)
def test_what_the_properties_say(block, title, authors, published):
    doc = run(block)
    said = doc.metadata
    assert (said.title, said.authors, said.published) == (title, authors, published)
    assert doc.text == TEXT
    assert [e.rule for e in doc.edits if e.kind == frontmatter.KIND] == [frontmatter.RULE]
    assert restore(doc.text, doc.edits) == f"---\n{block}\n---\n\n{TEXT}"


def test_an_update_is_no_day_of_publication():
    assert [(d.edtf, d.role) for d in run("title: Gates\ndate: 2022-03-04\nlastmod: 2023-05-06").metadata.dates] == [
        ("2022-03-04", "published"),
        ("2023-05-06", "updated"),
    ]


def test_evidence_names_the_property_s_line():
    found = [
        (e.field, e.line)
        for e in run("layout: page\ntitle: Gates\nauthor: Lan Chi").metadata.evidence
        if "front" in e.rule
    ]
    assert found == [("authors", 4), ("title", 3)]


@pytest.mark.parametrize(
    "block",
    [
        "Note: the park is closed on Monday.",  # a box between two rules
        "The park is closed on Monday.",
        "title: Gates\nand a line of text",
        "title: Gates\n\nThe park is closed.",
        "",
    ],
)
def test_two_rules_with_text_between_them_stay(block):
    assert frontmatter.end(["---", *block.split("\n"), "---"]) == -1


def test_only_at_the_very_top():
    assert frontmatter.end(["", "---", "title: Gates", "---"]) == frontmatter.end(["---", "title: Gates"]) == -1
