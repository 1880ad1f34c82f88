"""No output replaces a file that is read, and what an earlier run wrote is no source."""

import os
from pathlib import Path

import pytest

from parkdocs.errors import UsageError
from parkdocs.sources import guard

RECORD = '{"schema":"parkdocs/1","id":"a","text":""}\n'


@pytest.fixture(autouse=True)
def _inside(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def write(*names, content="The park opened.\n"):
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(content, "utf-8")


@pytest.mark.parametrize("output", ["p/a.txt", "./p/../p/a.txt", "link.txt", "hard.txt"])
def test_an_output_that_is_an_input_by_any_name_is_refused(output):
    write("p/a.txt")
    os.symlink("p/a.txt", "link.txt")
    os.link("p/a.txt", "hard.txt")
    for names in (["p/a.txt"], ["p"], ["p/*.txt"], ["**/a.txt"]):
        with pytest.raises(UsageError, match=f"{output} is an input too; write somewhere else"):
            guard.check([("the errors", output)], {"an input": guard.read_by(names, [output])})


def test_an_output_that_is_a_rule_pack_is_refused():
    write("mine.toml")
    with pytest.raises(UsageError, match=r"mine\.toml is a rule pack too"):
        guard.check([("the records", "mine.toml")], {"an input": [], "a rule pack": ["./mine.toml"]})


@pytest.mark.parametrize(("one", "other"), [("o", "./o"), ("-", "-"), ("new/x", "new/../new/x")])
def test_one_file_cannot_take_two_outputs(one, other):
    with pytest.raises(UsageError, match="cannot take both the records and the errors"):
        guard.check([("the records", one), ("the errors", other)], {})


def test_outputs_that_replace_nothing_are_fine():
    write("p/a.txt", "old.jsonl")
    read = {"an input": ["p/a.txt", "-", "/dev/null", "gone.txt"], "a rule pack": []}
    guard.check([("the records", "old.jsonl"), ("the errors", "new.jsonl")], read)
    guard.check([("the records", "/dev/null"), ("the errors", "/dev/null")], read)
    guard.check([("the records", "-"), ("the errors", "")], read)


def test_a_corpus_that_an_earlier_run_wrote_beside_its_sources_is_no_source():
    write("p/a.txt")
    write("p/corpus.jsonl", "q/corpus.jsonl", content=RECORD * 2)
    write("p/failed.jsonl", content='{"path":"x","line":1,"message":"broken"}\n')
    assert list(guard.read_by(["p"], ["p/corpus.jsonl", "p/failed.jsonl"])) == ["p/a.txt"]
    assert list(guard.read_by(["p/corpus.jsonl"], ["p/corpus.jsonl"])) == ["p/corpus.jsonl"]
    assert list(guard.read_by(["q"], ["q/corpus.jsonl"])) == ["q/corpus.jsonl"]
    write("p/corpus.jsonl", content=RECORD + '{"text":"the only copy"}\n')
    assert "p/corpus.jsonl" in guard.read_by(["p"], ["p/corpus.jsonl"])


@pytest.mark.parametrize(
    ("names", "read"),
    [
        (["p"], ["p/a.txt"]),
        (["p/*.txt", "p/*/*.txt"], ["p/a.txt"]),
        (["p", "p/out/old.txt"], ["p/a.txt", "p/out/old.txt"]),
        (["p/out/*.txt"], ["p/out/old.txt"]),
        (["p/out/old.txt"], ["p/out/old.txt"]),
    ],
    ids=" ".join,
)
def test_what_lies_in_an_output_folder_is_read_only_where_it_is_meant(names, read):
    write("p/a.txt", "p/out/old.txt")
    assert sorted(set(guard.read_by(names, ["p/out/"]))) == read


@pytest.mark.parametrize(
    ("names", "folder", "why"),
    [
        (["p"], "p/", "p is an input and the output folder; write into another one, such as p/out/"),
        (["p/a.txt"], "p", "p/a.txt is an input too"),
        (["p/s", "p/a.txt"], "p", "p/s/b.txt is an input too"),
        (["p/*.txt"], "p", "p/a.txt is an input too"),
        (["a.md.gz"], ".", "./a.md.gz is an input too"),
    ],
    ids=str,
)
def test_texts_that_would_replace_their_sources_are_refused(names, folder, why):
    write("p/a.txt", "p/s/b.txt", "a.md.gz")
    with pytest.raises(UsageError, match=why):
        guard.check_folder(names, folder, None)


def test_texts_beside_their_sources_are_fine():
    write("p/s/b.txt", "crawl.jsonl", "mine.toml")
    assert guard.check_folder(["p/s"], "p", None) == guard.marks(["p/s/b.txt"])
    read = guard.check_folder(["crawl.jsonl"], ".", None, more=["mine.toml"])
    assert read == guard.marks(["crawl.jsonl", "mine.toml"])
