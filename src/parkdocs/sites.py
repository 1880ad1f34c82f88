"""The host a document comes from, where it says so."""

from __future__ import annotations

from urllib.parse import urlsplit

from parkdocs.model import Document

CANONICAL = ("link/canonical", "meta/og:url")


def host_of(doc: Document) -> str:
    """The host of a document's address, as its source or its page's tags give it; "" where they give none.

    >>> host_of(Document("a/1.txt", "https://www.Park.example/news/1", "", ""))
    'www.park.example'
    >>> host_of(Document("a/1.txt", "pages/a/1.txt", "", ""))
    ''
    """
    said = {d.name: d.value for d in doc.metadata.declared}
    return next(filter(None, map(host_in, (doc.source, *(said.get(name, "") for name in CANONICAL)))), "")


def host_in(address: str) -> str:
    """The host of an address, "" for what is none."""
    try:
        return urlsplit(address).hostname or "" if "://" in address else ""
    except ValueError:
        return ""
