"""Inputs that are odd, endless, unreadable or change while they are read."""

from __future__ import annotations

import os
import resource
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import zstandard

from .situation import TEXT, records, situation, write
from .terminal import COMMAND, SECONDS, run


@situation("file/links-pipes-sockets-in-a-folder")
def _(folder: Path) -> None:
    pages = folder / "pages"
    pages.mkdir()
    write(pages, a_txt=TEXT)
    (pages / "loop").symlink_to(pages)
    (pages / "up").symlink_to(folder)
    (pages / "self.txt").symlink_to("self.txt")
    (pages / "dangling.txt").symlink_to("nowhere.txt")
    (pages / "folder.txt").mkdir()
    os.mkfifo(pages / "pipe.txt")
    os.mknod(pages / "socket.txt", stat.S_IFSOCK | 0o600)
    done = run(folder, "run", "pages")
    assert [r["id"] for r in records(done.stdout)] == ["a.txt"]
    assert done.returncode == 3
    assert b"dangling.txt:1:" in done.stderr
    assert b"self.txt:1:" in done.stderr


@situation("file/that-cannot-be-read")
def _(folder: Path) -> None:
    write(folder, a_txt=TEXT)
    done = run(
        folder, "run", "/proc/self/mem", "a.txt", "/proc/self/mem/x", "n" * 5000, "a\u0301.txt", "--from", "text"
    )
    assert done.returncode == 3
    assert len(records(done.stdout)) == 1
    assert done.stderr.count(b":1: ") == 4


@situation("file/device-as-input")
def _(folder: Path) -> None:
    """A device that may have no end is refused, by whatever name; the empty one is empty."""
    write(folder, a_txt=TEXT)
    (folder / "link.txt").symlink_to("/dev/zero")
    done = run(folder, "run", "/dev/zero", "link.txt", "/dev/urandom", "/dev/null", "a.txt")
    assert done.returncode == 3
    assert done.stderr.count(b":1: this is a device, which may have no end") == 3
    assert [r["id"] for r in records(done.stdout)] == ["dev/null", f"{folder}/a.txt".lstrip("/")]


@situation("file/standard-input-without-an-end", slow=True)
def _(folder: Path) -> None:
    """Neither one line without an end nor lines without an end fill the memory; JSON Lines need not end."""
    limit = lambda: resource.setrlimit(resource.RLIMIT_AS, (6 << 30, 6 << 30))  # noqa: E731
    for made, asked in (("cat /dev/zero", []), ("yes", []), ("yes '{' | tr -d '\\n'", ["--from", "jsonl"])):
        with subprocess.Popen(made, shell=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as endless:
            done = run(folder, "run", *asked, stdin=endless.stdout, preexec_fn=limit)
            assert endless.stdout
            endless.stdout.close()
        assert done.returncode == 3
        assert done.stderr.startswith(b"-:1: ")
        assert b" more than 1,000,000,000 bytes" in done.stderr
        assert not done.stdout


@situation("file/zstandard-bombs")
def _(folder: Path) -> None:
    """In one frame and in many, as a page and as lines, in a file and on standard input: refused with the reason."""
    write(folder, a_txt=TEXT)
    frame = zstandard.ZstdCompressor().compress(bytes(20_000_000))
    lines = zstandard.ZstdCompressor().compress(b'{"text": "' + b"a" * 40_000_000 + b'"}\n')
    bombs = {"one.txt.zst": frame, "many.txt.zst": frame * 9, "lines.jsonl.zst": lines, "far.jsonl.zst": frame + lines}
    for name, data in bombs.items():
        (folder / name).write_bytes(data)
    done = run(folder, "run", *bombs, "a.txt")
    assert done.returncode == 3
    for name in bombs:
        assert f"{name}:1: grows more than 200 times when it is unpacked, as a bomb does".encode() in done.stderr
    assert [r["text"] for r in records(done.stdout)] == [TEXT]
    assert b"as a bomb does" in run(folder, "run", stdin=frame).stderr


@situation("file/unreadable-folder-and-file", slow=True)
def _(folder: Path) -> None:
    """Root reads everything; so this runs as nobody, where the interpreter can be reached."""
    pages = folder / "pages"
    pages.mkdir()
    write(pages, a_txt=TEXT, b_txt=TEXT)
    (pages / "shut").mkdir(mode=0)
    (pages / "b.txt").chmod(0)
    folder.chmod(0o755)
    for parent in folder.parents:
        if not parent.stat().st_mode & 0o001:
            return
    try:
        done = run(folder, "run", "pages", preexec_fn=lambda: os.setuid(65534))
    except (PermissionError, subprocess.SubprocessError):
        return
    if b"No module named" in done.stderr:
        return
    assert done.returncode == 3
    assert [r["id"] for r in records(done.stdout)] == ["a.txt"]
    assert b"b.txt:1:" in done.stderr


def _changing(change: str) -> Callable[[Path], None]:
    def check(folder: Path) -> None:
        pages = folder / "pages"
        pages.mkdir()
        for i in range(400):
            (pages / f"{i:03}.txt").write_text(TEXT * 20)
        process = subprocess.Popen(
            [*COMMAND, "run", "pages", "--jobs", "1"], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert process.stdout
        first = process.stdout.readline()  # it is at work
        for i in range(200, 400):
            path = pages / f"{i:03}.txt"
            if change == "vanish":
                path.unlink()
            elif change == "grow":
                path.open("a").write(TEXT)
            elif change == "folder":
                path.unlink()
                path.mkdir()
            else:
                os.truncate(path, 7)
        out, said = process.communicate(timeout=SECONDS)
        found = records(first + out)
        assert b"Traceback" not in said
        assert len(found) + said.count(b"\n") == 400 or change == "folder"
        assert process.returncode == (3 if said else 0)

    return check


for _change in ("vanish", "grow", "shrink", "folder"):
    situation(f"file/{_change}-while-read", slow=_change != "vanish")(_changing(_change))
