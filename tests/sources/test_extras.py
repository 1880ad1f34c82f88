"""Formats whose package is not installed, and files that their package cannot read: told with what to do."""

import io
import sys

import pytest

from parkdocs import sources
from parkdocs.errors import DocumentError
from parkdocs.sources import Item, compressed, pdf, warc


@pytest.mark.parametrize(
    ("package", "name", "data", "extra"),
    [
        ("zstandard", "a.txt.zst", compressed.ZSTD + b"x", "parkdocs[zstd]"),
        ("fastwarc", "a.warc", b"WARC/1.0\r\n", "parkdocs[warc]"),
        ("pypdfium2", "a.pdf", b"%PDF-1.4\n", "parkdocs[pdf]"),
    ],
)
def test_a_package_that_is_missing_is_named(monkeypatch, tmp_path, package, name, data, extra):
    monkeypatch.setitem(sys.modules, package, None)
    (tmp_path / name).write_bytes(data)
    with pytest.raises(DocumentError) as caught:
        for item in sources.plan([str(tmp_path / name)]):
            raise item if isinstance(item, DocumentError) else sources.load(item)
    assert f"pip install '{extra}'" in str(caught.value)
    assert str(caught.value).startswith(str(tmp_path / name) + ":1: ")


class Pdfium:
    """A stand-in for pypdfium2: pages of these texts; None is one that cannot be read."""

    class PdfiumError(Exception):
        pass

    def __init__(self, texts, error=""):
        self.texts, self.error, self.closed = texts, error, False

    def PdfDocument(self, data):  # noqa: N802
        if self.error:
            raise self.PdfiumError(self.error)
        return self

    def __len__(self):
        return len(self.texts)

    def __getitem__(self, number):
        if self.texts[number] is None:
            raise self.PdfiumError("broken page")
        self.text = self.texts[number]
        return self

    def get_textpage(self):
        return self

    def get_text_bounded(self):
        return self.text

    def close(self):
        self.closed = True


def read(monkeypatch, *texts, error=""):
    monkeypatch.setattr(pdf, "_pypdfium2", lambda path: Pdfium(texts, error))
    return pdf.read(b"%PDF-", "a", "s", "a.pdf")


def test_a_page_that_cannot_be_read_costs_only_itself(monkeypatch):
    raw = read(monkeypatch, "One.", None, "Three.").raw
    assert "One." in raw
    assert "Three." in raw


@pytest.mark.parametrize(
    ("error", "why"),
    [("Incorrect password", "locked with a password"), ("Data format error", "broken PDF: Data format")],
)
def test_a_pdf_that_cannot_be_opened(monkeypatch, error, why):
    with pytest.raises(DocumentError, match=f"a.pdf:1: {why}"):
        read(monkeypatch, "x", error=error)


def test_a_pdf_of_too_many_characters_is_refused_and_pages_beyond_the_most_are_left(monkeypatch):
    monkeypatch.setattr(pdf, "MOST_CHARACTERS", 20)
    with pytest.raises(DocumentError, match="more than 20 characters of text; split it first"):
        read(monkeypatch, "a" * 15, "b" * 15)
    monkeypatch.setattr(pdf, "MOST_PAGES", 2)
    assert "c" not in read(monkeypatch, "a", "b", "c").raw


def test_faults_of_our_own_while_an_archive_is_read_are_no_broken_archive(monkeypatch):
    class Archive:
        WarcRecordType = type("Kinds", (), {"response": 1, "resource": 2, "conversion": 4})

        @staticmethod
        def ArchiveIterator(*args, **more):  # noqa: N802
            raise KeyError("x")

    monkeypatch.setattr(warc, "_fastwarc", lambda path: Archive)
    with pytest.raises(KeyError):
        list(warc.pages(io.BytesIO(), "a.warc"))


def test_a_packed_item_is_its_own_text(tmp_path):
    (tmp_path / "a").write_bytes(b"plain")
    assert sources.content(Item(str(tmp_path / "a"), "a", 0, "text", None)) == b"plain"
