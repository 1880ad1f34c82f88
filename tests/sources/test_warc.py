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


def packed(records):
    return b"".join(gzip.compress(r) for r in records)


CUT = {
    "in a page": (b"".join([*ARCHIVE, ARCHIVE[0]])[:-40], 2, "it ends in the middle of a record"),
    "in a text": (b"".join(ARCHIVE)[:-9], 1, "it ends in the middle of a record"),
    "in what is no page": (b"".join(ARCHIVE[:4])[:-6], 1, "it ends in the middle of a record"),
    "packed, in a page": (packed([*ARCHIVE, ARCHIVE[0]])[:-60], 2, "broken or cut data"),
}


@pytest.mark.parametrize("how", CUT)
def test_an_archive_that_is_cut_gives_its_whole_pages_and_is_named(how):
    data, pages, why = CUT[how]
    Path("a.warc").write_bytes(data)
    *whole, error = sources.plan(["a.warc"])
    assert len([sources.load(item) for item in whole]) == pages
    assert why in str(error)


@pytest.mark.parametrize("end", [b"\r\n\r\n", b"\n\n", b"\r\n", b""])
def test_an_archive_is_whole_with_any_line_end_or_none(end):
    Path("a.warc").write_bytes(ARCHIVE[0][: -len(b"\r\n\r\n")] + end)
    assert [type(item) for item in sources.plan(["a.warc"])] == [sources.Item]


@pytest.mark.parametrize("data", [b"".join(ARCHIVE), packed(ARCHIVE)], ids=["plain", "packed"])
@pytest.mark.parametrize("form", ["", "warc"])
def test_an_archive_comes_from_a_pipe(data, form):
    import os
    import threading

    here, there = os.pipe()
    threading.Thread(target=lambda: (os.write(there, data), os.close(there))).start()
    with open(here, "rb") as pipe:
        assert [item.id for item in sources.plan([], form, pipe)] == ["stdin:1", "stdin:2"]
