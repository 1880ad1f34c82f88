"""The text of a PDF's pages, and where each page begins."""

from pathlib import Path

import pytest

from parkdocs import record, sources
from parkdocs.engines import local
from parkdocs.engines.local import Job
from parkdocs.errors import DocumentError
from parkdocs.sources import Item

pytest.importorskip("pypdfium2")


def pdf(*pages):
    """A small PDF, a list of lines for each page."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", ""]
    kids = []
    for lines in pages:
        stream = "BT /F 12 Tf 72 720 Td 14 TL " + " T* ".join(f"({line}) Tj" for line in lines) + " ET"
        objects.append(f"<</Length {len(stream)}>>\nstream\n{stream}\nendstream")
        font = "<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
        objects.append(f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources{font}/Contents {len(objects)} 0 R>>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>"
    out, at = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        at.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010} 00000 n \n" for offset in at)
    end = f"xref\n0 {len(at) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(at) + 1}/Root 1 0 R>>\n"
    return (out + end + f"startxref\n{len(out)}\n%%EOF").encode()


def load(data):
    return sources.load(Item("d/a.pdf", "a.pdf", 0, "pdf", data))


def test_pages_are_evidence_with_their_first_lines():
    doc = load(pdf(["The park opened in May.", "It has a lake."], [], ["The lake is deep."]))
    assert doc.raw == "The park opened in May.\nIt has a lake.\n\nThe lake is deep.\n"
    assert [(e.field, e.line, e.rule) for e in doc.metadata.evidence] == [
        ("page", 1, "pdf/page-1"),
        ("page", 4, "pdf/page-3"),
    ]
    assert (doc.metadata.format, doc.source) == ("pdf", "d/a.pdf")


def test_pages_stay_in_the_record():
    result = local.work(Item("a.pdf", "a.pdf", 0, "pdf", pdf(["The park opened in May."])), Job("extract"))
    doc = record.from_dict(record.loads(result.data))
    assert ("page", 1, "pdf/page-1") in [(e.field, e.line, e.rule) for e in doc.metadata.evidence]


def test_files_are_found_by_name_and_by_their_first_bytes(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in ("a.pdf", "b"):
        Path(name).write_bytes(pdf(["Park."]))
    assert [(i.id, i.format) for i in sources.plan(["a.pdf", "b"])] == [("a.pdf", "pdf"), ("b", "pdf")]
    assert sources.load(next(sources.plan(["b"]))).text == "Park.\n"


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"%PDF-1.4 nothing", "broken PDF"), (b"", "broken PDF"), (pdf([], []), "no text on its 2 pages, which may be scanned")],
)  # fmt: skip
def test_what_cannot_be_read_is_named(data, message):
    with pytest.raises(DocumentError, match=message):
        load(data)
