"""Files appear whole or not at all, and never outside their folder."""

from pathlib import Path

import pytest

from parkdocs.errors import OutputError
from parkdocs.sinks.files import inside, whole_file


def test_an_error_in_the_middle_leaves_what_was_there(tmp_path):
    target = tmp_path / "out.jsonl"
    target.write_text("old")
    with pytest.raises(RuntimeError), whole_file(target) as out:
        out.write(b"half")
        raise RuntimeError
    assert [(p.name, p.read_text()) for p in tmp_path.iterdir()] == [("out.jsonl", "old")]


def test_missing_folders_are_made(tmp_path):
    with whole_file(tmp_path / "a" / "b.jsonl") as out:
        out.write(b"x")
    assert (tmp_path / "a" / "b.jsonl").read_bytes() == b"x"


def test_a_folder_that_cannot_be_made_is_a_clear_error(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot write here"), whole_file(tmp_path / "file" / "x"):
        pass


@pytest.mark.parametrize("name", ["../x", "/etc/x", "a/../../x", "a\0b", "", "x" * 300, "a\\b"])
def test_an_id_that_would_leave_the_folder_is_refused(name):
    with pytest.raises(OutputError, match="cannot be a file name"):
        inside(Path("back"), name)


@pytest.mark.parametrize("name", ["a.txt", "news/2023/001.txt", "中文.txt", "a.jsonl:3"])
def test_an_ordinary_id_is_a_path_below_the_folder(name):
    assert inside(Path("back"), name).as_posix() == f"back/{name}"
