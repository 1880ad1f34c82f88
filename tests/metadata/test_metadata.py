"""All metadata steps together, on the four sample documents."""

from pathlib import Path

import pytest

from parkdocs import metadata
from parkdocs.edits import apply
from parkdocs.lines import split
from parkdocs.model import Document, Mark

SEEDS = {p.name[:3]: p for p in sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))}


def read(seed, removed=()):
    text = SEEDS[seed].read_bytes().decode()
    left = list(removed)
    marks = []
    for line in split(text):
        if line.text in left:
            left.remove(line.text)
            marks.append(Mark(line.start, line.next, "x/y", "nav"))
    return metadata.extract(apply(Document(seed, "s", text, text), marks)).metadata


def roles(found, role):
    return [d.edtf for d in found.dates if d.role == role]


@pytest.mark.parametrize("removed", [(), ("N News",)])
def test_a_press_release(removed):
    found = read("000", removed)
    assert found.title.startswith("UNIDO and China's Ministry of Commerce Host Parallel Session")
    assert (found.published, found.language, found.kind) == ("2023-11-05", "en", "news")


def test_prose_without_a_title():
    found = read("002")
    assert (found.title, found.published, found.language) == ("", "", "en")
    assert roles(found, "event") == ["XXXX-11-05"]


@pytest.mark.parametrize(
    "removed", [(), ("Key Urban Fields", "Home /Belt and Road /Key Urban Fields", "2023-07-28 | UNIDO")]
)
def test_a_page_with_a_breadcrumb(removed):
    found = read("003", removed)
    assert found.breadcrumb == ("Home", "Belt and Road", "Key Urban Fields")
    assert found.title.startswith("The UNIDO and the Shanghai National Accounting Institute jointly organized")
    assert found.published == "2023-07-28"
    assert roles(found, "event") == ["2023-07-10/2023-07-14"]


def test_a_report_with_a_cover():
    found = read("004")
    assert found.title == "FIRST WORKSHOP OF UNIDO-CHINA JOINT STUDY ON INDUSTRIAL PARKS"
    assert (found.kind, found.published, found.language) == ("report", "2018-04", "en")
    assert "2018-04-17" in roles(found, "event")


def test_evidence_is_sorted_and_kind_never_empty():
    found = read("003")
    keys = [(e.field, e.line, e.rule) for e in found.evidence]
    assert keys == sorted(keys)
    assert metadata.extract(Document("i", "s", "", "")).metadata.kind == "other"
