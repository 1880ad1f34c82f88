"""File names and ids of strangers."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

from .situation import TEXT, records, situation
from .terminal import is_safe, run

NAMES = {
    "not-utf-8": b"caf\xe9.txt",
    "line-feed": b"a\nb.txt",
    "escape": b"\x1b[31mred.txt",
    "title": b"\x1b]0;owned\x07.txt",
    "dash": b"-rf.txt",
    "option": b"--output=x.txt",
    "bidi": "abc\u202etxt.exe.txt".encode(),
    "long": b"n" * 251 + b".txt",
    "glob": b"[a]*?.txt",
    "colon": b"a:3.txt",
    "blank": b" .txt",
    "annotation": b"::error file=x,line=1::owned.txt",
    "quote": b"'\"`$(id).txt",
    "formula": b"=1+1.txt",
    "markup": b"<b onload=x>[b].txt",
    "percent": b"%41%0A.txt",
}


def _named(name: bytes) -> Callable[[Path], None]:
    def check(folder: Path) -> None:
        pages = folder / "pages"
        pages.mkdir()
        Path(os.fsdecode(os.fsencode(pages) + b"/" + name)).write_text(TEXT)
        found = records(run(folder, "run", "pages").stdout)
        assert [r["text"] for r in found] == [TEXT]
        Path(os.fsdecode(os.fsencode(pages) + b"/" + name)).write_bytes(b"%PDF-1.4")
        done = run(folder, "run", "pages", "--errors", "errors.jsonl")
        assert done.returncode == 3
        assert is_safe(done.stderr)
        assert done.stderr.count(b"\n") == 1
        assert not done.stderr.startswith(b"::")
        assert json.loads((folder / "errors.jsonl").read_text("utf-8"))["line"] == 1

    return check


for _name, _bytes in NAMES.items():
    situation(f"name/{_name}", slow=_name not in {"not-utf-8", "escape", "annotation"})(_named(_bytes))


IDS = ["../escaped", "../../etc/escaped", "/tmp/parkdocs-escaped", "a/../../escaped", "..", ".", "/", "a\0b", "n" * 10_000,
       "a\\..\\b", "d/" * 2000 + "x", "\x1b[31m", "a\nb", "-rf", "a//b", "ok/./b", "folder", "folder/file", "link/escaped"]  # fmt: skip


@situation("name/ids-of-strangers-stay-in-the-folder")
def _(folder: Path) -> None:
    (folder / "outside").mkdir()
    (folder / "back").mkdir()
    (folder / "back" / "link").symlink_to(folder / "outside")
    lines = "".join(json.dumps({"id": i, "text": TEXT}) + "\n" for i in IDS)
    (folder / "in.jsonl").write_text(lines)
    run(folder, "run", "in.jsonl", "-o", "out.jsonl", "-q")
    for args in (("restore", "out.jsonl", "-o", "back"), ("clean", "--text", "in.jsonl", "-o", "back/")):
        done = run(folder, *args)
        assert done.returncode == 3
        assert is_safe(done.stderr)
    assert {p.name for p in folder.iterdir()} == {"outside", "back", "in.jsonl", "out.jsonl"}
    assert not list((folder / "outside").iterdir())
    assert not Path("/tmp/parkdocs-escaped").exists()
    assert not list(folder.parent.glob("*escaped*"))


@situation("name/ids-restore-into-dots")
def _(folder: Path) -> None:
    (folder / "in.jsonl").write_text(json.dumps({"id": "...", "text": TEXT}) + "\n")
    run(folder, "run", "in.jsonl", "-o", "out.jsonl", "-q")
    assert run(folder, "restore", "out.jsonl", "-o", "back").returncode == 0
    assert (folder / "back" / "...").read_text() == TEXT
