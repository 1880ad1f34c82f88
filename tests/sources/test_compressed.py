"""gzip and Zstandard by their first bytes; bombs are stopped with a clear message."""

import gzip
import io
from pathlib import Path

import pytest
import zstandard

from parkdocs import sources
from parkdocs.errors import DocumentError
from parkdocs.sinks.stream import open_stream
from parkdocs.sources import Item, compressed

LINES = b'{"text":"a"}\n\n{"text":"b"}\n'
PACK = {"gz": gzip.compress, "zst": lambda data: zstandard.ZstdCompressor().compress(data)}


@pytest.fixture(autouse=True)
def _inside(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("kind", PACK)
def test_packed_files_are_read_and_ids_of_whole_files_lose_the_ending(kind):
    Path("d").mkdir()
    Path(f"d/a.txt.{kind}").write_bytes(PACK[kind]("好".encode()))
    Path(f"d/b.jsonl.{kind}").write_bytes(PACK[kind](LINES))
    items = list(sources.plan(["d"]))
    assert [item.id for item in items] == ["a.txt", f"b.jsonl.{kind}:1", f"b.jsonl.{kind}:3"]
    docs = [sources.load(item) for item in items]
    assert [doc.text for doc in docs] == ["好", "a", "b"]
    assert (docs[0].metadata.bytes, docs[0].source) == (3, f"d/a.txt.{kind}")


@pytest.mark.parametrize("kind", PACK)
def test_packing_is_seen_whatever_the_name_and_on_standard_input(kind):
    Path("b.jsonl").write_bytes(PACK[kind](LINES))
    Path("c").write_bytes(PACK[kind](LINES))
    assert [item.data for item in sources.plan(["b.jsonl", "c"])] == [b'{"text":"a"}\n', b'{"text":"b"}\n'] * 2
    assert len(list(sources.plan([], "", io.BytesIO(PACK[kind](LINES))))) == 2


@pytest.mark.parametrize("kind", PACK)
def test_several_packed_parts_in_a_row_are_one(kind):
    Path("b.jsonl").write_bytes(PACK[kind](LINES) + PACK[kind](LINES))
    assert len(list(sources.plan(["b.jsonl"]))) == 4


@pytest.mark.parametrize("kind", PACK)
@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
def test_a_bomb_is_stopped(kind, name):
    Path(f"{name}.{kind}").write_bytes(PACK[kind](b" " * 60_000_000))
    (item,) = sources.plan([f"{name}.{kind}"])
    with pytest.raises(DocumentError, match="grows more than 200 times when it is unpacked, as a bomb does"):
        raise item if isinstance(item, DocumentError) else sources.load(item)


@pytest.mark.parametrize("kind", PACK)
def test_dull_text_is_no_bomb(kind):
    Path(f"a.txt.{kind}").write_bytes(PACK[kind](b" " * 5_000_000))
    assert len(sources.load(Item(f"a.txt.{kind}", "a", 0, "text", None)).raw) == 5_000_000


def test_one_document_has_a_limit(monkeypatch):
    monkeypatch.setattr(compressed, "MOST_BYTES", 10)
    Path("a.txt.gz").write_bytes(gzip.compress(b"12345678901", mtime=0))
    with pytest.raises(DocumentError, match="unpacks to more than 10 bytes"):
        sources.load(Item("a.txt.gz", "a", 0, "text", None))


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (gzip.compress(LINES * 99, mtime=0)[:-9], "broken or cut data"),
        (PACK["zst"](LINES * 99)[:-5], "broken or cut data"),
        (PACK["zst"](LINES)[:4] + b"x" * 9, "broken or cut data"),
    ],
)
def test_broken_data_is_named_after_what_could_be_read(data, message):
    Path("b.jsonl").write_bytes(data)
    *_, last = sources.plan(["b.jsonl"])
    assert str(last).startswith(f"b.jsonl:1: {message}")


FAULTS = {
    "gzip that is cut": gzip.compress(LINES * 99, mtime=0)[:-4],
    "gzip with something after it": gzip.compress(LINES * 99, mtime=0) + b"more",
    "Zstandard with something after it": PACK["zst"](LINES * 99) + b"more",
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_takes_no_line_that_came_before_it(fault):
    Path("b.jsonl").write_bytes(FAULTS[fault])
    *found, error = sources.plan(["b.jsonl"])
    assert len(found) == 2 * 99
    assert "broken or cut data" in str(error)


@pytest.mark.parametrize("kind", PACK)
def test_an_output_is_packed_by_its_name_and_the_same_each_time(kind):
    for name in ("one", "two"):
        with open_stream(f"{name}.jsonl.{kind}") as write:
            write(LINES)
            write(LINES)
    assert Path(f"one.jsonl.{kind}").read_bytes() == Path(f"two.jsonl.{kind}").read_bytes()
    assert compressed.whole(f"one.jsonl.{kind}") == LINES * 2


def test_a_bomb_on_a_pipe_is_stopped(monkeypatch):
    class Pipe(io.RawIOBase):
        """A stream that can neither seek nor tell."""

        def __init__(self, data):
            self.data = io.BytesIO(data)

        def readable(self):
            return True

        def readinto(self, into):
            return self.data.readinto(into)

    monkeypatch.setattr(compressed, "JUDGED_FROM", 10_000)
    pipe = io.BufferedReader(Pipe(gzip.compress(b"\0" * 9_000_000)))
    with pytest.raises(DocumentError, match="as a bomb does"):
        compressed.reader(pipe, "-").read()
