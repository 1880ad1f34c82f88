"""Files cut into stretches, checked in any number of processes."""

import json

import pytest

from parkdocs.corpus import scan
from parkdocs.corpus.gate import Gate
from parkdocs.errors import DocumentError


def write(path, rows):
    path.write_bytes(b"".join(row if isinstance(row, bytes) else json.dumps(row).encode() + b"\n" for row in rows))
    return str(path)


@pytest.mark.parametrize("size", [1, 10, 50, 1 << 20])
def test_stretches_are_whole_lines_and_all_of_them(tmp_path, monkeypatch, size):
    monkeypatch.setattr(scan, "STRETCH", size)
    path = write(tmp_path / "a.jsonl", [{"id": n, "text": "x" * n} for n in range(40)])
    parts = list(scan.stretches(path, "a.jsonl"))
    assert [p.start for p in parts[1:]] == [p.end for p in parts[:-1]]
    lines = [line for part in parts for line in scan._lines(part)]
    assert b"".join(lines) == (tmp_path / "a.jsonl").read_bytes() and all(line.endswith(b"\n") for line in lines)
    assert len(parts) == (1 if size > 10_000 else len(parts)) and all(p.end > p.start for p in parts)


def test_the_last_line_needs_no_end_and_an_empty_file_has_none(tmp_path):
    assert list(scan.stretches(write(tmp_path / "e.jsonl", []), "e")) == []
    (part,) = scan.stretches(write(tmp_path / "a.jsonl", [b"\xef\xbb\xbf{}\n\n{}"]), "a")
    assert list(scan._lines(part)) == [b"{}\n", b"\n", b"{}"]


@pytest.mark.parametrize("data", [b"\xef\xbb\xbf", b"\n \n", b"\xef\xbb\xbf\r\n"])
def test_a_file_without_a_record_has_none(tmp_path, data):
    (part,) = scan.stretches(write(tmp_path / "a.jsonl", [data]), "a")
    done = scan.check(part, Gate())
    assert not done.rows and not done.found.kept


@pytest.mark.parametrize("end", [b"", b"\n"])
def test_a_broken_line_is_told_by_its_own_columns(tmp_path, end):
    (part,) = scan.stretches(write(tmp_path / "a.jsonl", [b'{"id": ' + end]), "a")
    (finding,) = scan.check(part, Gate()).found.kept
    assert "column 8" in finding.message


def test_a_file_that_is_not_there_is_an_error_with_its_name(tmp_path):
    with pytest.raises(DocumentError, match=r"^gone\.jsonl:1: cannot read"):
        list(scan.stretches(str(tmp_path / "gone.jsonl"), "gone.jsonl"))


def test_a_stretch_gives_findings_digests_and_rows(tmp_path):
    rows = [{"id": "a", "text": "x"}, b"\n", b'{"id": \n', {"text": ""}, b"[]\n"]
    (part,) = scan.stretches(write(tmp_path / "a.jsonl", rows), "a.jsonl")
    done = scan.check(part, Gate())
    assert [(f.id, f.line) for f in done.found.kept] == [
        ("record/broken-json", 3),
        ("text/empty", 4),
        ("record/broken-json", 5),
    ]
    assert list(done.rows) == [0, 3] and done.lines == 5
    assert done.ids[0] and not done.ids[1] and done.texts[0] and not done.texts[1]


def test_two_nameless_lines_have_two_fingerprints(tmp_path):
    from parkdocs.corpus.findings import fingerprint

    (part,) = scan.stretches(write(tmp_path / "a.jsonl", [{"text": "", "n": n} for n in range(3)]), "a.jsonl")
    assert len({fingerprint(f) for f in scan.check(part, Gate()).found.kept}) == 3


def test_any_number_of_processes_gives_the_same(tmp_path, monkeypatch):
    monkeypatch.setattr(scan, "STRETCH", 200)
    path = write(tmp_path / "a.jsonl", [{"id": n, "text": "" if n % 3 else "Text."} for n in range(60)])
    outcomes = [
        [
            (s, d.found.kept, d.ids, d.texts, d.rows, d.lines)
            for s, d in scan.run(scan.stretches(path, "a"), Gate(), jobs)
        ]
        for jobs in (1, 2)
    ]
    assert outcomes[0] == outcomes[1] and len(outcomes[0]) > 5
