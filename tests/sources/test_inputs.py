"""plan and load: what the inputs name, each document once, in order, and what goes wrong, by name."""

import io
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parkdocs import sources
from parkdocs.errors import DocumentError, UsageError
from parkdocs.sources import Item, compressed


@pytest.fixture(autouse=True)
def _inside(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def write(**files: str | bytes) -> None:
    """Write files: ``a__b_txt`` stands for ``a/b.txt``."""
    for name, content in files.items():
        head, _, extension = name.replace("__", "/").rpartition("_")
        path = Path(f"{head}.{extension}" if head else name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def plan(*inputs: str, format: str = "", stdin: bytes = b"") -> list[Item | DocumentError]:
    return list(sources.plan(inputs, format, io.BytesIO(stdin)))


def ids(*inputs: str, **more) -> list[str]:
    return [f"{i.id} {i.format}" if isinstance(i, Item) else str(i) for i in plan(*inputs, **more)]


def test_a_directory_in_order_with_ids_below_it():
    write(d__b_txt="b", d__a_md="a", d__s__c_html="c", d__s__x_png="x", d__t_TEXT="t", d__u_json="{}")
    assert ids("d") == ["a.md markdown", "b.txt text", "s/c.html html", "t.TEXT text"]
    assert [sources.load(i).source for i in plan("d/")] == ["d/a.md", "d/b.txt", "d/s/c.html", "d/t.TEXT"]


def test_hidden_entries_and_linked_directories_are_left_out():
    write(d__a_txt="a", d__s__b_txt="b")
    Path("d/.git").mkdir()
    Path("d/.git/x.txt").write_text("x")
    Path("d/.y.txt").write_text("y")
    os.symlink("..", "d/s/loop")
    os.symlink("a.txt", "d/link.txt")
    assert ids("d") == ["a.txt text", "link.txt text", "s/b.txt text"]
    assert ids("d/**/*.txt") == ["a.txt text", "link.txt text", "s/b.txt text"]


@pytest.mark.parametrize(
    ("inputs", "found"),
    [
        (["d/a.txt"], ["a.txt text"]),
        (["d/a.txt", "./d/a.txt", "d"], ["a.txt text", "s/b.txt text"]),
        (["d/s", "e/a.txt"], ["d/s/b.txt text", "e/a.txt text"]),
        (["d/a.txt", "e/a.txt"], ["d/a.txt text", "e/a.txt text"]),
        (["?/a.txt"], ["d/a.txt text", "e/a.txt text"]),
        (["*"], ["d/a.txt text", "d/s/b.txt text", "e/a.txt text"]),
        (["**"], ["d/a.txt text", "d/s/b.txt text", "e/a.txt text"]),
        (["**/b.txt", "-"], ["b.txt text", "stdin text"]),
        (["-", "-"], ["stdin text"]),
        ([], ["stdin text"]),
    ],
)
def test_inputs(inputs, found):
    write(d__a_txt="a", d__s__b_txt="b", e__a_txt="a")
    assert ids(*inputs, stdin=b"x") == found


def test_a_file_named_like_a_pattern_is_that_file():
    Path("[a].txt").write_text("x")
    assert ids("[a].txt") == ["[a].txt text"]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"plain", ["f text"]),
        (b"", ["f text"]),
        (b'\n{"text":"a"}\n{"text":"b"}', ["f:2 jsonl", "f:3 jsonl"]),
        (b'{"text":"' + b"x" * 5000 + b'"}\n', ["f:1 jsonl"]),
        (b'{"other":"a"}\n', ["f text"]),
        (b"\xef\xbb\xbf <!DOCTYPE html><p>x", ["f html"]),
        (b"<html><p>x", ["f html"]),
        (b"<b>x</b>", ["f text"]),
    ],
)
def test_unknown_extensions_are_sniffed(content, found):
    Path("f").write_bytes(content)
    assert ids("f") == found
    assert ids("-", stdin=content) == [f.replace("f", "stdin", 1) for f in found if content]


def test_a_format_that_is_given_wins():
    write(a_txt='{"text":"a"}\n')
    assert ids("a.txt", format="jsonl") == ["a.txt:1 jsonl"]
    assert ids("a.txt", format="html") == ["a.txt html"]
    assert ids(format="markdown", stdin=b"<html>") == ["stdin markdown"]
    with pytest.raises(UsageError, match="unknown format 'docx'; known are text, markdown, html, jsonl, warc, pdf"):
        plan("a.txt", format="docx")


def test_json_lines_are_items_with_their_bytes_and_numbers():
    write(a_jsonl=b'\xef\xbb\xbf{"text":"a"}\r\n\n  \n{"text":"b"}')
    assert plan("a.jsonl") == [
        Item("a.jsonl", "a.jsonl:1", 1, "jsonl", b'{"text":"a"}\r\n'),
        Item("a.jsonl", "a.jsonl:4", 4, "jsonl", b'{"text":"b"}'),
    ]


def test_json_lines_are_read_one_at_a_time():
    class Endless(io.RawIOBase):
        def readline(self, size=-1):
            return b'{"text":"x"}\n'

        __next__ = readline

    stream = sources.plan([], "", Endless())
    assert [next(stream).line for _ in range(3)] == [1, 2, 3]


def test_a_pipe_is_read_once():
    read, write_end = os.pipe()
    os.write(write_end, b"from a pipe")
    os.close(write_end)
    (item,) = plan(f"/dev/fd/{read}")
    assert (item.data, item.format) == (b"from a pipe", "text")
    os.close(read)


def test_a_device_may_have_no_end_and_a_terminal_has_one():
    (error,) = plan("/dev/zero")
    assert str(error).startswith("/dev/zero:1: this is a device, which may have no end")
    assert [item.data for item in plan("/dev/null")] == [b""]
    main, side = os.openpty()
    os.write(main, b"typed\n\x04")
    assert [item.data for item in plan(os.ttyname(side))] == [b"typed\n"]


@pytest.mark.parametrize(
    ("form", "many"), [("text", b"12345\n6789"), ("text", b"1234567890"), ("jsonl", b"{" * 10), ("", b"x" * 10)]
)
def test_a_stream_without_an_end_is_read_up_to_a_limit(monkeypatch, form, many):
    monkeypatch.setattr(compressed, "MOST_BYTES", 9)
    (item,) = plan(format=form, stdin=many[:9])
    assert item.data == many[:9]
    (error,) = plan(format=form, stdin=many)
    assert isinstance(error, DocumentError)
    assert "more than 9 bytes" in str(error)


def test_a_line_without_an_end_in_a_file_is_no_document(monkeypatch):
    monkeypatch.setattr(compressed, "MOST_BYTES", 13)
    write(a_jsonl=b'{"text":"a"}' + b'\n{"text":"ab"}\n')
    first, error = plan("a.jsonl")
    assert (first.line, str(error)) == (1, "a.jsonl:2: this line has more than 13 bytes; nothing after it is read")


@pytest.mark.parametrize(
    ("inputs", "message"),
    [
        (["gone.txt"], "gone.txt:1: no such file or directory; check the path"),
        (["*.xyz"], "*.xyz:1: no file matches this pattern; check the path and the quotes"),
        (["x/**/y"], "x/**/y:1: no file matches this pattern; check the path and the quotes"),
        (["dangling.txt"], "dangling.txt:1: cannot read this file: No such file or directory; check its path and permissions"),
        (["empty"], "empty:1: no documents in this directory; known extensions are .txt .text .md .markdown .html .htm .xhtml .jsonl .ndjson .warc .wet .pdf"),
    ],
)  # fmt: skip
def test_problems_are_named_and_the_rest_goes_on(inputs, message):
    os.symlink("nowhere", "dangling.txt")
    Path("empty").mkdir()
    Path("empty/x.png").write_bytes(b"x")
    write(fine_txt="fine")
    first, second = plan(*inputs, "fine.txt")
    assert isinstance(first, DocumentError) and str(first) == message
    assert isinstance(second, Item)


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file_is_named():
    write(a_txt="a")
    Path("a.txt").chmod(0)
    (error,) = plan("a.txt")
    assert str(error) == "a.txt:1: cannot read this file: Permission denied; check its path and permissions"


@pytest.mark.parametrize(
    ("item", "message"),
    [
        (Item("gone.txt", "gone.txt", 0, "text", None), "gone.txt:1: cannot read this file: No such file or directory; check its path and permissions"),
        (Item("a.txt", "a.txt", 0, "text", b"%PDF-1.4"), "a.txt:1: looks like a PDF, not text; extract its text first, for example with pdftotext"),
        (Item("a.txt", "a.txt", 0, "text", b"PK\x03\x04"), "a.txt:1: looks like a ZIP archive or an Office document, not text; unpack it or save it as text or HTML first"),
        (Item("a.html", "a", 0, "html", b"\x89PNG\r\n\x1a\n"), "a.html:1: looks like a PNG image, not text; leave it out"),
        (Item("a", "a", 0, "text", bytes(range(256)) * 9), "a:1: looks like binary data, not text; leave it out"),
        (Item("a.jsonl", "a.jsonl:7", 7, "jsonl", b"[]"), "a.jsonl:7: not a JSON object but a list; JSON Lines hold one object a line"),
    ],
)  # fmt: skip
def test_load_names_what_is_wrong(item, message):
    with pytest.raises(DocumentError) as error:
        sources.load(item)
    assert str(error.value) == message


def test_load_keeps_bytes_hash_and_lines_of_replaced_bytes():
    data = ("好" * 20 + "\r\n坏").encode() + b"\xff\r\n"
    doc = sources.load(Item("d/a.md", "a.md", 0, "markdown", data))
    assert (doc.id, doc.source, doc.raw, doc.text) == ("a.md", "d/a.md", "好" * 20 + "\r\n坏\ufffd\r\n", doc.raw)
    assert (doc.metadata.format, doc.metadata.encoding, doc.metadata.bytes) == ("markdown", "utf-8", len(data))
    assert [(e.field, e.line, e.rule) for e in doc.metadata.evidence] == [("encoding", 2, "encoding/replaced-bytes")]


def test_an_empty_file_is_an_empty_document():
    write(a_txt="")
    (item,) = plan("a.txt")
    doc = sources.load(item)
    assert (doc.raw, doc.stage, doc.metadata.bytes) == ("", "source", 0)


def test_names_that_are_not_utf8_become_printable_ids():
    try:
        Path(os.fsdecode(b"caf\xe9.txt")).write_text("x")
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    (item,) = plan(".")
    assert (item.id, sources.load(item).source) == ("caf%E9.txt", "caf%E9.txt")


@given(st.binary(max_size=200), st.sampled_from(["", *sources.FORMATS]))
@settings(max_examples=500, deadline=None)
def test_any_bytes_load_or_are_named(data, format_name):
    for item in plan("-", format=format_name, stdin=data):
        if isinstance(item, DocumentError):
            continue
        try:
            doc = sources.load(item)
        except DocumentError:
            continue
        assert doc.text == doc.raw
        doc.raw.encode()


@given(st.binary(max_size=100))
@settings(max_examples=200, deadline=None)
def test_any_json_lines_load_or_are_named(data):
    for item in plan("-", format="jsonl", stdin=b'{"text":"' + data + b'"}\n{"id":' + data):
        try:
            sources.load(item)
        except DocumentError as error:
            assert error.line >= 1
