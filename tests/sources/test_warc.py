"""Pages of a WARC archive are documents; what else stands in it is none."""

import gzip
from pathlib import Path

import pytest

from parkdocs import sources

pytest.importorskip("fastwarc")

PAGE = "<html><body><h1>Park</h1><p>Caf\u00e9 opens.</p></body></html>"


def record(kind, url, http, body):
    payload = (http.encode() + b"\r\n\r\n" if http else b"") + body
    content = "application/http; msgtype=response" if http else "text/plain"
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:1-{len(url)}>\r\nWARC-Target-URI: {url}\r\n"
        f"WARC-Date: 2024-05-06T07:08:09Z\r\nContent-Type: {content}\r\nContent-Length: {len(payload)}\r\n\r\n"
    )
    return head.encode() + payload + b"\r\n\r\n"


ARCHIVE = [
    record("response", "https://a.example/", "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=iso-8859-1", PAGE.encode("latin-1")),
    record("request", "https://a.example/", "GET / HTTP/1.1\r\nHost: a.example", b""),
    record("response", "https://a.example/gone", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html", b"<p>Gone"),
    record("response", "https://a.example/logo.png", "HTTP/1.1 200 OK\r\nContent-Type: image/png", b"\x89PNG"),
    record("conversion", "https://b.example/", "", "好的园区。\n".encode()),
]  # fmt: skip


@pytest.fixture(autouse=True)
def _inside(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a"])
def test_pages_are_documents_with_url_and_date(name):
    packed = b"".join(gzip.compress(r) for r in ARCHIVE) if name.endswith("gz") else b"".join(ARCHIVE)
    Path(name).write_bytes(packed)
    docs = [sources.load(item) for item in sources.plan([name])]
    assert [(d.id, d.source, d.metadata.format) for d in docs] == [
        (f"{name}:1", "https://a.example/", "html"),
        (f"{name}:2", "https://b.example/", "text"),
    ]
    assert docs[0].text == "# Park\n\nCaf\u00e9 opens.\n"
    assert docs[1].text == "好的园区。\n"
    assert docs[0].metadata.extra == '{"warc_date":"2024-05-06T07:08:09Z","warc_record_id":"urn:uuid:1-18"}'
    assert docs[0].metadata.encoding == "windows-1252"


def test_an_archive_that_is_cut_gives_its_whole_pages():
    Path("a.warc.gz").write_bytes(gzip.compress(ARCHIVE[0]) + gzip.compress(ARCHIVE[4])[:60])
    first, *_ = sources.plan(["a.warc.gz"])
    assert sources.load(first).source == "https://a.example/"


def test_an_archive_comes_from_a_pipe():
    import io

    assert len(list(sources.plan([], "", io.BytesIO(b"".join(ARCHIVE))))) == 2
