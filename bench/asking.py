"""The other end of ``worker.py``: start it, ask it page by page, kill it when a page takes too long."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

LIMIT = 30.0
"""Seconds that a tool may take for one page."""
START = 180.0
"""Seconds that a tool may take to be imported and warmed up."""


@dataclass
class Asked:
    """A tool in its process; ``command`` starts it, ``source`` is a folder that Python looks into first."""

    command: Sequence[str]
    source: str = ""
    limit: float = LIMIT
    ready: dict[str, Any] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None
    rest: bytes = b""


def tool(python: str, name: str, kind: str, favor: str = "balanced", source: str = "") -> Asked:
    """A tool that is run by ``python``; nothing starts yet."""
    return Asked((python, str(Path(__file__).with_name("worker.py")), name, kind, favor), source)


def start(asked: Asked) -> dict[str, Any]:
    """Start the process and return its first words: ``ready`` with the tool's key, or ``missing`` with the reason."""
    if asked.process is None:
        env = {**os.environ, "PYTHONPATH": asked.source, "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}
        pipe = subprocess.PIPE
        asked.process = subprocess.Popen(
            asked.command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, env=env, start_new_session=True
        )
        asked.rest = b""
        line = _line(asked, START)
        asked.ready = json.loads(line) if line else {"missing": "it does not start"}
    return asked.ready


def ask(asked: Asked, page: dict[str, Any]) -> dict[str, Any]:
    """The answer for a page; empty, with the reason as ``error``, where the tool hangs or dies over it."""
    start(asked)
    try:
        stream = _stream(asked, "stdin")
        stream.write(json.dumps(page).encode() + b"\n")
        stream.flush()
        line = _line(asked, asked.limit)
    except BrokenPipeError:
        line = b""
    if line:
        answer: dict[str, Any] = json.loads(line)
        return answer
    hangs = line is None
    stop(asked)
    why = f"killed after {asked.limit:g} s" if hangs else "its process died"
    return {"id": page["id"], "cpu": asked.limit if hangs else 0.0, "bytes": 0, "error": why}


def stop(asked: Asked) -> None:
    """End the process and what it started."""
    if asked.process is not None:
        with suppress(ProcessLookupError):
            os.killpg(asked.process.pid, signal.SIGKILL)
        asked.process.wait()
        for name in ("stdin", "stdout"):
            with suppress(BrokenPipeError):
                _stream(asked, name).close()
        asked.process = None


def _stream(asked: Asked, name: str) -> IO[bytes]:
    stream: IO[bytes] = getattr(asked.process, name)
    return stream


def _line(asked: Asked, seconds: float) -> bytes | None:
    """The next line of the process; nothing where the process is gone, None where it is silent for so long."""
    out = _stream(asked, "stdout").fileno()
    while b"\n" not in asked.rest:
        if not select.select([out], [], [], seconds)[0]:
            return None
        got = os.read(out, 1 << 20)
        if not got:
            return b""
        asked.rest += got
    line, _, asked.rest = asked.rest.partition(b"\n")
    return line
