"""A process that answers for one tool: pages in on stdin, answers out on stdout, a JSON object a line.

    python bench/worker.py TOOL KIND FAVOR

The first line out says whether the tool could be opened.  Whoever asks kills the process when a page takes too long.
"""

from __future__ import annotations

import json
import os
import sys
import time

import peers

SAMPLE = "Home\nThe park opened on 3 May 2021, and its first three tenants moved in a week later.\nContact us\n"


def answer(call: peers.Call, page: peers.Page) -> dict[str, object]:
    """The tool's answer with the CPU seconds it took and the exception it ended with."""
    _ = page.bytes, page.html  # reading, unpacking and decoding are ours, not the tool's
    begin = time.process_time()
    found, error = peers.Answer(), ""
    try:
        found = call(page)
    except Exception as raised:  # whatever a tool raises is an empty answer, and is counted
        error = f"{type(raised).__name__}: {raised}"[:200]
    cpu = round(time.process_time() - begin, 6)
    fields = {name: str(value) if value else "" for name, value in found.items()}
    return {"id": page.id, **fields, "cpu": cpu, "bytes": len(page.bytes), "error": error}


def main() -> int:
    """Open the tool, warm it up, then answer until stdin ends; the exit code."""
    name, kind, favor = sys.argv[1:]
    wire = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # what a tool prints is no answer

    def send(message: dict[str, object]) -> None:
        wire.write(json.dumps(message) + "\n")
        wire.flush()

    try:
        call = peers.open_tool(name, kind, favor)
        answer(call, peers.Page("warm-up", "en", text=SAMPLE, labels="X\nC\nX"))
        send({"ready": "" if name.startswith("parkdocs") else peers.key(name, kind)})
    except ImportError as missing:
        send({"missing": str(missing)})
        return 0
    for line in sys.stdin:
        send(answer(call, peers.Page(**json.loads(line))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
