"""The command line from outside: what it prints into pipes and onto a terminal, and how it ends."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

COMMAND = (sys.executable, "-c", "from parkdocs.cli import main; main()")
SECONDS = 120
OWN_COLOURS = re.compile(rb"\x1b\[[0-9;]{0,12}[mKAHJ]|\x1b\[\?25[hl]|\x1b\[\d{0,3}[A-D]|\x1b\[2K")
"""What rich writes itself: colours, and the cursor's moves of the progress line."""
RAW = re.compile(rb"[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]|\xe2\x80[\xaa-\xae]|\xe2\x81[\xa6-\xa9]")


def run(folder: Path, *args: str, stdin: bytes | Any = b"", **options: Any) -> subprocess.CompletedProcess[bytes]:
    """Run ``parkdocs`` in a folder.  Whatever it is given: no traceback, and an exit code that is documented."""
    given = {"stdin": stdin} if not isinstance(stdin, bytes) else {"input": stdin}
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "timeout": SECONDS, **options}
    done = subprocess.run([*COMMAND, *args], cwd=folder, check=False, **given, **options)
    said = (done.stderr or b"") + (done.stdout or b"" if b"{" not in (done.stdout or b"")[:1] else b"")
    assert b"Traceback" not in said, said[-2000:]
    assert b"internal error" not in (done.stderr or b""), done.stderr
    assert done.returncode in {0, 1, 2, 3, 129, 130, 143}, (done.returncode, done.stderr)
    assert not list(folder.rglob("*.part")), "a temporary file is left"
    return done


def on_terminal(folder: Path, *args: str) -> bytes:
    """What a terminal is sent, standard output and messages together, without the colours that are meant."""
    main, side = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "120"}
    environment.pop("NO_COLOR", None)
    process = subprocess.Popen(
        [*COMMAND, *args], cwd=folder, stdin=subprocess.DEVNULL, stdout=side, stderr=side, env=environment
    )
    os.close(side)
    parts = []
    try:
        while data := os.read(main, 65536):
            parts.append(data)
    except OSError:  # the other end is closed
        pass
    process.wait(SECONDS)
    os.close(main)
    return OWN_COLOURS.sub(b"", b"".join(parts)).replace(b"\r\n", b"\n").replace(b"\r", b"")


def is_safe(shown: bytes) -> bool:
    """Whether nothing in it steers a terminal."""
    return not RAW.search(shown)
