"""Situations: names, files, outputs, pipes and signals; each a function of an empty folder that asserts what must be."""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import stat
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from .terminal import COMMAND, SECONDS, is_safe, on_terminal, run

TEXT = "The park opened on 5 May 2021.\n"


class Situation(NamedTuple):
    """A named situation; slow ones are left to ``make torture``."""

    name: str
    run: Callable[[Path], None]
    slow: bool = False


SITUATIONS: dict[str, Situation] = {}


def situation(name: str, *, slow: bool = False) -> Callable[[Callable[[Path], None]], Callable[[Path], None]]:
    """Enter a function into the list."""

    def enter(function: Callable[[Path], None]) -> Callable[[Path], None]:
        SITUATIONS[name] = Situation(name, function, slow)
        return function

    return enter


def write(folder: Path, **files: str) -> None:
    """Files with these texts; ``_`` before the ending is a dot."""
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, "utf-8")


def records(data: bytes) -> list[dict[str, object]]:
    """The records of an output."""
    return [json.loads(line) for line in data.splitlines()]


# Names


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


# Files


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


@situation("file/device-as-input", slow=True)
def _(folder: Path) -> None:
    """A device without an end is refused, or ends when memory does: told either way, and soon."""
    write(folder, a_txt=TEXT)
    limit = lambda: resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))  # noqa: E731
    done = run(folder, "run", "/dev/zero", "a.txt", preexec_fn=limit)
    assert done.returncode == 3
    assert b"/dev/zero:1:" in done.stderr
    assert len(records(done.stdout)) == 1
    assert run(folder, "run", "/dev/null").returncode in {0, 3}


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


# Outputs


def _corpus(folder: Path, count: int = 3000) -> None:
    lines = (
        json.dumps({"id": f"{i}", "text": f"The park {i} opened on 5 May 2021. {'x' * 300}"}) + "\n"
        for i in range(count)
    )
    (folder / "in.jsonl").write_text("".join(lines))


@situation("output/limit-on-file-size")
def _(folder: Path) -> None:
    _corpus(folder, 300)
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
    _corpus(folder, 500)
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


VERBS = ("run", "clean", "segment", "extract")


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
        _corpus(folder, 500)
        write(folder, a_txt=TEXT * 2000)
        given = {"schema": [], "explain": ["a.txt"], "rules": ["list"]}.get(verb, ["in.jsonl"])
        read, side = os.pipe()
        os.close(read)
        done = run(folder, verb, *given, stdout=side)
        os.close(side)
        assert done.returncode in {0, 3}
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
    _corpus(folder, 3)
    before = (folder / "in.jsonl").read_bytes()
    (folder / "link.jsonl").symlink_to("in.jsonl")
    os.link(folder / "in.jsonl", folder / "hard.jsonl")
    for target in ("in.jsonl", "./in.jsonl", "link.jsonl"):
        assert run(folder, "run", "in.jsonl", "-o", target).returncode == 2, target
    run(folder, "run", "in.jsonl", "-o", "hard.jsonl")
    assert (folder / "in.jsonl").read_bytes() == before


# Signals


def _signalled(
    number: int, wait: Callable[[Path, subprocess.Popen[bytes]], None], *args: str
) -> Callable[[Path], None]:
    def check(folder: Path) -> None:
        _corpus(folder)
        (folder / "out.jsonl").write_text("before\n")
        default = lambda: signal.signal(signal.SIGINT, signal.default_int_handler)  # noqa: E731
        process = subprocess.Popen(
            [*COMMAND, *args],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            preexec_fn=default,
        )
        wait(folder, process)
        process.send_signal(number)
        _, said = process.communicate(timeout=SECONDS)
        assert b"Traceback" not in said, said[-1500:]
        assert process.returncode == {signal.SIGINT: 130}.get(number, 128 + number), (process.returncode, said)
        assert (folder / "out.jsonl").read_text() == "before\n"
        assert not list(folder.rglob("*.part"))
        time.sleep(0.3)
        left = subprocess.run(
            ["pgrep", "-g", str(os.getpgid(0)), "-f", str(folder)], check=False, capture_output=True
        ).stdout
        assert not left, "a worker is left"

    return check


def _at_start(folder: Path, process: subprocess.Popen[bytes]) -> None:
    time.sleep(0.5)


def _reading(folder: Path, process: subprocess.Popen[bytes]) -> None:
    time.sleep(2)


def _at_work(folder: Path, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 60
    while not list(folder.glob(".*.part")) and time.monotonic() < deadline:
        time.sleep(0.01)
    time.sleep(0.2)


FILE = ("in.jsonl", "-o", "out.jsonl", "-q")
for _sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
    for _stage in VERBS:
        _check = _signalled(_sign, _at_work, _stage, *FILE, "--jobs", "1")
        situation(f"signal/{_sign.name}-{_stage}", slow=_stage != "clean" or _sign == signal.SIGHUP)(_check)
    situation(f"signal/{_sign.name}-pool", slow=True)(_signalled(_sign, _at_work, "run", *FILE, "--jobs", "2"))
    situation(f"signal/{_sign.name}-reading-a-pipe", slow=True)(_signalled(_sign, _reading, "run", "-o", "out.jsonl"))


# Memory and time


@situation("limit/pack-of-a-stranger", slow=True)
def _(folder: Path) -> None:
    """A pack cannot hang a run: its patterns are refused, or run in linear time."""
    bombs = [
        "^(a+)+$",
        "^(a|aa)+$",
        "(.*)*x",
        "^(?:(?:(?:a{0,30}){0,30}){0,30})$",
        "^.{0,1000}.{0,1000}$",
        "x" * 100_000,
        "^(([a-z])+.)+[A-Z]([a-z])+$",
    ]
    write(folder, a_txt=("a" * 119 + "\n") * 2000 + ("a" * 5000 + "!\n") * 20)
    for pattern in bombs:
        rule = f"[[rule]]\nid = 'x/y'\nkind = 'nav'\nwhy = 'x'\nhits = ['{'a' * 10}']\nmisses = ['!?']\npattern = '{pattern}'\n"
        write(folder, pack_toml=rule)
        begin = time.monotonic()
        assert run(folder, "run", "a.txt", "--rules", "pack.toml").returncode in {0, 2}
        assert time.monotonic() - begin < 30


# What a terminal is sent


EVIL = "\x1b[31m\x1b]0;owned\x07\x9b31m\u202e"


def _hostile(folder: Path) -> None:
    text = f"# Park {EVIL} opens\n\nBy Wang {EVIL} Li\n\n5 May 2021\n\nHome {EVIL}\n\nThe park {EVIL} opened in May, and it has nine sheds for all.\n\n::error::owned\n"
    line = {"id": f"id{EVIL}\n::error::x", "text": text, f"key{EVIL}": EVIL, "url": f"http://e.org/{EVIL}"}
    (folder / "in.jsonl").write_text(
        json.dumps(line) + "\n" + f'{{"{EVIL}": 1}}\n' + json.dumps({**line, "id": "b", "text": text + "x"}) + "\n"
    )
    (folder / f"page{EVIL}.txt").write_text(text)
    (folder / "b.txt").write_text(text.replace("nine", "ten"))
    run(folder, "run", "in.jsonl", "-o", "out.jsonl", "-q")
    (folder / "pack.toml").write_text(
        "[[rule]]\nid = \"evil/rule\"\nkind = \"nav\"\npattern = \"^evil\\u001b$\"\nwhy = \"x\\u001b]0;owned\\u0007\"\n"
        "hits = [\"evil\\u001b\"]\nmisses = [\"\\u001b[31mno\"]\n[[rule]]\nid = \"a\\u001b[2J\"\nkind = \"\\u001b\"\n"
    )  # fmt: skip
    (folder / "good.toml").write_text(
        "[[rule]]\nid = \"evil/rule\"\nkind = \"nav\"\npattern = \"^park .* opens$\"\nwhy = \"x\\u001b]0;owned\\u0007\"\n"
        "hits = [\"park a opens\"]\nmisses = [\"\\u001b[31mno\"]\n"
    )  # fmt: skip


SHOWN = {
    "run": ["run", "in.jsonl", "-o", "x.jsonl"],
    "outline": ["segment", "--outline", "in.jsonl"],
    "table": ["extract", "--table", "in.jsonl"],
    "explain": ["explain", f"page{EVIL}.txt"],
    "explain-line": ["explain", f"page{EVIL}.txt:1", "--rules", "good.toml"],
    "stats": ["stats", "in.jsonl"],
    "stats-records": ["stats", "out.jsonl"],
    "validate": ["validate", "in.jsonl"],
    "validate-records": ["validate", "out.jsonl", "--fail-on", "note"],
    "diff": ["diff", f"page{EVIL}.txt", "b.txt"],
    "diff-columns": ["diff", "--side-by-side", f"page{EVIL}.txt", "b.txt"],
    "diff-cleaning": ["diff", f"page{EVIL}.txt"],
    "restore": ["restore", "out.jsonl", "-o", "back"],
    "restore-not-a-record": ["restore", f"page{EVIL}.txt"],
    "rules-check": ["rules", "check", "pack.toml"],
    "rules-list": ["rules", "list", "--rules", "good.toml"],
    "rules-show": ["rules", "show", "evil/rule", "--rules", "good.toml"],
    "rules-unknown": ["rules", "show", EVIL],
    "missing-file": ["run", f"none{EVIL}.txt"],
    "bad-option": ["run", f"--no{EVIL}"],
    "bad-verb": [f"no{EVIL}"],
    "bad-value": ["run", "--favor", EVIL],
    "bad-output": ["run", "in.jsonl", "-o", f"b.txt/{EVIL}"],
    "bad-pack": ["run", "in.jsonl", "--rules", "pack.toml"],
    "bad-field": ["extract", "--table", "--fields", EVIL, "in.jsonl"],
}


def _terminal(args: list[str]) -> Callable[[Path], None]:
    def check(folder: Path) -> None:
        _hostile(folder)
        shown = on_terminal(folder, *args)
        assert shown.strip()
        assert b"Traceback" not in shown
        assert is_safe(shown), shown[:3000]
        assert b"\n::" not in b"\n" + shown

    return check


for _name, _args in SHOWN.items():
    situation(f"terminal/{_name}", slow=_name not in {"table", "explain", "rules-list", "missing-file"})(
        _terminal(_args)
    )


# Chance


@situation("chance/broken-records", slow=True)
def _(folder: Path) -> None:
    """Records with bytes changed by chance: refused with a place, or a record."""
    write(folder, a_txt="Home\n\n" + TEXT * 3)
    good = run(folder, "run", "a.txt").stdout
    lines = []
    for seed in range(500):
        chance = random.Random(seed)
        line = bytearray(good.rstrip())
        for _ in range(chance.randint(1, 3)):
            line[chance.randrange(len(line))] = chance.randrange(32, 127)
        lines.append(bytes(line))
    (folder / "in.jsonl").write_bytes(b"\n".join(lines))
    done = run(folder, "extract", "in.jsonl")
    assert len(records(done.stdout)) + done.stderr.count(b"\n") == 500
