"""Outputs that are full, closed, read-only or an input."""

from __future__ import annotations

import os
import resource
import subprocess
from pathlib import Path

from .situation import TEXT, VERBS, corpus, records, situation, write
from .terminal import run


@situation("output/limit-on-file-size")
def _(folder: Path) -> None:
    corpus(folder, 300)
    (folder / "out.jsonl").write_text("before\n")
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))  # noqa: E731
    done = run(folder, "run", "in.jsonl", "-o", "out.jsonl", "-q", preexec_fn=limit)
    assert done.returncode == 3
    assert b"out.jsonl:1: writing failed, nothing was changed" in done.stderr
    assert (folder / "out.jsonl").read_text() == "before\n"


def _mounted(folder: Path, options: str) -> Path | None:
    """A small file system of its own; None where this user may not mount."""
    place = folder / "small"
    place.mkdir()
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)], check=False, capture_output=True
    )
    return place if done.returncode == 0 else None


@situation("output/full-file-system", slow=True)
def _(folder: Path) -> None:
    corpus(folder, 500)
    place = _mounted(folder, "size=256k")
    if place is None:
        return
    try:
        (place / "out.jsonl").write_text("before\n")
        done = run(folder, "run", "in.jsonl", "-o", "small/out.jsonl", "-q")
        assert done.returncode == 3
        assert b"No space left" in done.stderr
        assert [p.name for p in place.iterdir()] == ["out.jsonl"]
        assert (place / "out.jsonl").read_text() == "before\n"
        run(folder, "run", "in.jsonl", "-o", "whole.jsonl", "-q")
        done = run(folder, "restore", "whole.jsonl", "-o", "small/back")
        assert done.returncode == 3
        assert b" failed; in" in done.stderr
        assert not list(place.rglob(".*"))
    finally:
        subprocess.run(["umount", str(place)], check=False)


@situation("output/read-only-file-system", slow=True)
def _(folder: Path) -> None:
    write(folder, a_txt=TEXT)
    place = _mounted(folder, "size=64k,ro")
    if place is None:
        return
    try:
        for args in (
            ("run", "a.txt", "-o", "small/out.jsonl"),
            ("clean", "--text", "a.txt", "-o", "small/"),
            ("run", "a.txt", "--errors", "small/e"),
        ):
            done = run(folder, *args)
            assert done.returncode == 3
            assert b"Read-only file system" in done.stderr
    finally:
        subprocess.run(["umount", str(place)], check=False)


@situation("output/device-full")
def _(folder: Path) -> None:
    write(folder, a_txt=TEXT)
    with open("/dev/full", "wb") as full:
        done = run(folder, "run", "a.txt", stdout=full)
        assert done.returncode == 3
        assert b"No space left" in done.stderr
        assert run(folder, "run", "nothing.txt", stderr=full).returncode == 3
    assert run(folder, "run", "a.txt", "-o", "/dev/full").returncode == 3
    assert run(folder, "run", "a.txt", "nothing.txt", "--errors", "/dev/full").returncode == 3


for _verb in (*VERBS, "stats", "validate", "explain", "schema", "rules"):

    @situation(f"output/reader-leaves-{_verb}", slow=_verb not in {"run", "rules"})
    def _(folder: Path, verb: str = _verb) -> None:
        """A reader that left, as ``head`` does: silence, whatever the verb."""
        corpus(folder, 500)
        write(folder, a_txt=TEXT * 2000)
        given = {"schema": [], "explain": ["a.txt"], "rules": ["list"]}.get(verb, ["in.jsonl"])
        read, side = os.pipe()
        os.close(read)
        done = run(folder, verb, *given, stdout=side)
        os.close(side)
        assert done.returncode in {0, 1, 3}
        assert b"Broken pipe" not in done.stderr
        assert b"Exception" not in done.stderr


for _number in (0, 1, 2):

    @situation(f"output/stream-{_number}-closed", slow=True)
    def _(folder: Path, number: int = _number) -> None:
        write(folder, a_txt=TEXT)
        for args in (("run", "a.txt", "none.txt"), ("run",), ("explain", "a.txt"), ("validate", "a.txt"), ("--help",)):
            options = {("stdin", "stdout", "stderr")[number]: None}
            done = run(folder, *args, **options, preexec_fn=lambda: os.close(number))
            assert done.returncode != 0 or number != 1 or args == ("--help",)


@situation("output/writer-of-input-dies")
def _(folder: Path) -> None:
    done = run(folder, "run", stdin=b'{"text": "a."}\n{"text": "b')
    assert done.returncode == 3
    assert len(records(done.stdout)) == 1
    assert b"-:2: broken JSON" in done.stderr


@situation("output/same-file-for-all")
def _(folder: Path) -> None:
    corpus(folder, 3)
    before = (folder / "in.jsonl").read_bytes()
    (folder / "link.jsonl").symlink_to("in.jsonl")
    os.link(folder / "in.jsonl", folder / "hard.jsonl")
    for target in ("in.jsonl", "./in.jsonl", "link.jsonl", "hard.jsonl"):
        assert run(folder, "run", "in.jsonl", "-o", target).returncode == 2, target
        assert run(folder, "run", "in.jsonl", "-o", "out.jsonl", "--errors", target).returncode == 2, target
    assert (folder / "in.jsonl").read_bytes() == before
