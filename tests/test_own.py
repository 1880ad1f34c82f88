"""Lines that look like chrome and are the text's own."""

import pytest

from parkdocs import own, page
from parkdocs.lines import split

PROSE = "The park covers 46 square kilometres east of the old city, with nine sheds and a training centre."
TITLE = "Third tenant signs for the quarry park"


def found(text, taken=None):
    read = page.read(split(text))
    return [read.lines[i].text for i in own.lines(read, taken or {})]


def test_the_headline_nearest_to_the_prose_is_the_title():
    assert found(f"More stories from the old town today\n{TITLE}\n18th May 2023\nBy Megan Pruitt\n\n{PROSE}\n") == [
        TITLE
    ]


def test_a_headline_that_a_rule_took_is_no_title():
    assert found(f"{TITLE}\n\n{PROSE}\n", {0: "nav"}) == []


def test_a_text_without_prose_has_no_title():
    assert found(f"{TITLE}\nHome\n") == []


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        (TITLE, True),
        ("园区三期厂房正式开工建设", True),
        ("Home", False),
        ("Home | News | Investors | Contact us", False),
        ("Published: 22 January 2016 09:14 by the board", False),
        ("Friday, December 18, 2020 in print", False),
        ("Kindly share this story with all your friends:", False),
        ("By Ana Moro and the staff of the Herald", False),
        ("岛南新闻网 记者温佳颖报道", False),
        ("word " * 60, False),
    ],
)
def test_what_reads_as_a_headline(line, is_one):
    assert own.is_headline(line) is is_one


@pytest.mark.parametrize(
    "line", ["Tel: 000-555-0188", "E-mail: press@example.org", "联系电话：0000-3355101", "Contact"]
)
def test_contacts_are_the_texts_own_unless_chrome_is_near(line):
    text = f"{PROSE}\n\n{line}\n\nSite map\n"
    assert found(text) == [line]
    assert found(text, {4: "footer"}) == []
    assert found(text, {4: "credit"}) == [line]


LINKS = "* [Customs](https://customs.example)\n* [Chamber](https://chamber.example)\n* [Port](https://port.example/x)\n"


def test_links_to_other_sites_are_references():
    assert found(f"{PROSE}\n\n## Useful links\n\n{LINKS}") == ["## Useful links", *LINKS.splitlines()]


def test_links_to_one_site_or_beside_a_footer_are_no_references():
    assert found(f"{PROSE}\n\n## More\n\n" + "* [A](https://a.example/1)\n" * 4) == []
    assert found(f"{PROSE}\n\n{LINKS}", {2: "share"}) == []
