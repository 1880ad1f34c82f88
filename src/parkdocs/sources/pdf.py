"""PDF: the text of its pages; needs the extra ``pdf`` (pypdfium2, the reader of Chromium).

The text is what the file says, in the order in which it says it: columns and tables come as they were set.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from parkdocs.errors import DocumentError
from parkdocs.model import Document, Evidence
from parkdocs.sources import text
from parkdocs.sources.encoding import Decoded

MOST_PAGES = 20_000
MOST_CHARACTERS = 100_000_000
SOFT_HYPHEN = re.compile("[\ufffe\u00ad\x02]\r?\n?")
ENDS = re.compile(r"\r\n?")


def read(data: bytes, doc_id: str, source: str, path: str) -> Document:
    """The document of a PDF's bytes: the pages' texts with a blank line between them.

    Where page 3 begins is evidence: field ``page``, its line, rule ``pdf/page-3``; pages without text have none.
    A word that is divided at the end of a line is joined.  Raises ``DocumentError`` for a broken or locked file, for
    one without any text (scanned pages) and where pypdfium2 is not installed.
    """
    pages, evidence, parts, line = 0, list[Evidence](), list[str](), 1
    for pages, page in enumerate(_pages(data, path), 1):
        if not page:
            continue
        evidence.append(Evidence("page", line, f"pdf/page-{pages}"))
        parts.append(page + "\n")
        line += page.count("\n") + 2
    if not parts:
        raise DocumentError(path, 1, f"no text on its {pages:,} pages, which may be scanned; recognise its text first")
    raw = "\n".join(parts)
    doc = text.document(data, raw, Decoded(raw, "utf-8", ()), doc_id, source, "pdf")
    return doc._replace(metadata=doc.metadata._replace(evidence=tuple(evidence)))


def _pages(data: bytes, path: str) -> Iterator[str]:
    pdfium = _pypdfium2(path)
    left = MOST_CHARACTERS
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        why = "locked with a password; unlock it first" if "assword" in str(error) else f"broken PDF: {error}"
        raise DocumentError(path, 1, why) from error
    try:
        for number in range(min(len(document), MOST_PAGES)):
            page = _page(document, number, pdfium)
            left -= len(page)
            if left < 0:
                raise DocumentError(path, 1, f"more than {MOST_CHARACTERS:,} characters of text; split it first")
            yield page
    finally:
        document.close()


def _page(document: Any, number: int, pdfium: Any) -> str:
    """The text of a page, lines without blanks at their ends; "" for one that cannot be read."""
    try:
        page = document[number]
        layer = page.get_textpage()
        found = layer.get_text_bounded()
        layer.close()
        page.close()
    except pdfium.PdfiumError:
        return ""
    joined = ENDS.sub("\n", SOFT_HYPHEN.sub("", found))
    return "\n".join(line.rstrip() for line in joined.split("\n")).strip("\n")


def _pypdfium2(path: str) -> Any:
    try:
        import pypdfium2
    except ImportError as error:
        raise DocumentError(path, 1, "PDF needs a package: pip install 'parkdocs[pdf]'") from error
    return pypdfium2
