"""Authors of papers: names with marks above an abstract."""

import pytest

from parkdocs.metadata.byline_papers import marked_names, read
from parkdocs.metadata.source_lines import read as source_lines
from parkdocs.model import Document


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Nguyen Thi Hoa a, Peter Lindqvist b", ("Nguyen Thi Hoa", "Peter Lindqvist")),
        ("Ana Ruiz1,2,*, Tom Berg 2 and Lan Chi¹", ("Ana Ruiz", "Tom Berg", "Lan Chi")),
        ("许静1，范志远2", ("许静", "范志远")),
        ("许静¹　范志远²,*", ("许静", "范志远")),
        ("Ana Ruiz, Tom Berg", ()),  # no marks
        ("Ana Ruiz a", ()),  # one name
        ("1 University of Oru, 2 Delta Institute", ()),  # affiliations
        ("University of Oru 1, Delta Institute 2", ()),
        ("Table 1, Figure 2", ()),
        ("Phase 1, Phase 2", ()),
        ("第一章1，第二章2", ()),
        ("", ()),
    ],
)
def test_marked_names(text, names):
    assert marked_names(text) == names


def authors(text):
    return read(source_lines(Document("i", "s", text, text)))


def test_above_an_abstract_only():
    head = "Wages in zones\nAna Ruiz a, Tom Berg b\na University of Oru, b Delta Institute\n"
    assert authors(f"{head}\nAbstract\nWe study wages.\n") == (1, ("Ana Ruiz", "Tom Berg"))
    assert authors(f"{head}\nSummary of wages\nWe study wages.\n") is None
    assert authors("Abstract\nWe study wages.\nAna Ruiz a, Tom Berg b\n") is None
