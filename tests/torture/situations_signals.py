"""Signals at each stage; packs that could hang a run; records changed by chance."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

from .situation import TEXT, VERBS, corpus, records, situation, write
from .terminal import COMMAND, SECONDS, run


def _signalled(
    number: int, wait: Callable[[Path, subprocess.Popen[bytes]], None], *args: str
) -> Callable[[Path], None]:
    def check(folder: Path) -> None:
        corpus(folder)
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
    while not list(folder.glob(".*.part")) and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    assert process.poll() is None, "it ended before there was anything to interrupt"
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
