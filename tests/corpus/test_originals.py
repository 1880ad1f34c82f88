"""Records against the files they were made from."""

import pytest
from corpus_records import PAGE, values

from parkdocs.corpus.originals import differs


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "page.txt").write_bytes(PAGE.encode())
    return tmp_path


def checks(record, folder):
    return [check for check, _ in differs(record, str(folder))]


def test_the_source_is_there_and_the_same(folder):
    assert not checks(values(), folder)


def test_the_file_has_changed(folder):
    (folder / "page.txt").write_bytes(PAGE.encode() + b"\n")
    assert checks(values(), folder) == ["source/mismatch"]


def test_the_record_has_changed(folder):
    record = values()
    record["edits"][0]["old"] = "Home / Nuws\n"
    assert [m for _, m in differs(record, str(folder))] == [
        f"the restored text differs from {folder}/page.txt from character 8 on"
    ]
    record["edits"][0]["start"] = 9999
    assert checks(record, folder) == ["source/mismatch"]


@pytest.mark.parametrize("name", ["other.txt", "../page.txt", "/etc/passwd", "", "a\0b", "x" * 300])
def test_a_source_that_is_not_there_or_lies_outside(folder, name):
    record = values()
    record["id"] = name
    assert checks(record, folder / "inside" if name.startswith("..") else folder) == ["source/missing"]
