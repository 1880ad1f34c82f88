"""Torture documents, each in a process of its own with limits on time and memory; and the same given to other tools.

``python tools/torture.py`` runs the slow ones (``--all``: every one), ``--peers`` prints the table of docs/trust.md.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from select import select
from typing import IO, Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))
SECONDS, PEER_SECONDS, MEMORY = 600, 20, 12 << 30
PEERS = {"parkdocs": (".html", ".jsonl"), "trafilatura": (".html",), "justext": (".html",), "datatrove": (".jsonl",)}
STEERING = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
OUTCOMES = ("right", "raises", "dies or hangs", "loses text", "lets through", "miscounts")


def main() -> int:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--one", default="")
    parser.add_argument("--peer", default="")
    asked = parser.parse_args()
    if asked.one:
        return _one(asked.one)
    if asked.peer:
        return _serve(asked.peer)
    return _compare() if asked.peers else _all(asked.all)


def _all(every: bool) -> int:
    from torture import documents

    failed = 0
    for name in [c.name for c in documents().values() if every or c.slow]:
        begin = time.monotonic()
        try:
            done = subprocess.run(
                [sys.executable, __file__, "--one", name], capture_output=True, text=True, timeout=SECONDS, check=False
            )
            said = done.stdout.strip() or f"died: {done.stderr.strip()[-300:]}"
        except subprocess.TimeoutExpired:
            said = "hangs"
        failed += not said.startswith("fine")
        print(f"{name:36} {time.monotonic() - begin:6.1f} s  {said}", flush=True)
    print(f"{failed} failed")
    return int(bool(failed))


def _one(name: str) -> int:
    """In a process of its own: judge one case, tell its processor time and most memory."""
    from torture import documents, judge

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    case = documents()[name]
    size = len(case.make())
    begin = time.process_time()
    found = judge.problems(case)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        "; ".join(found)[:500]
        if found
        else f"fine, {time.process_time() - begin:.1f} s of work, {most:,.0f} MB at most, {size / 1e6:.1f} MB in"
    )
    return int(bool(found))


# Other tools


def _compare() -> int:
    from torture import documents

    cases = [c for c in documents().values() if not c.slow and c.suffix in {".html", ".jsonl"}]
    print("| tool | cases | " + " | ".join(OUTCOMES) + " |\n|---" + "|---:" * (len(OUTCOMES) + 1) + "|")
    for peer, suffixes in PEERS.items():
        for suffix in suffixes:
            mine = [c for c in cases if c.suffix == suffix]
            counts, told = Counter[str](), dict[str, str]()
            asked = _Asked(peer)
            for case in mine:
                told[case.name] = _verdict(case, asked.ask(case.name))
                counts[told[case.name]] += 1
            asked.end()
            print(
                f"| {peer} ({suffix}) | {len(mine)} | " + " | ".join(str(counts[o]) for o in OUTCOMES) + " |",
                flush=True,
            )
            sys.stderr.write("".join(f"{peer}: {name}: {why}\n" for name, why in told.items() if why != "right"))
    return 0


def _verdict(case: Any, answer: dict[str, Any] | None) -> str:
    """How a tool did: an answer is its text and how many documents, an error, or nothing."""
    if answer is None:
        return "dies or hangs"
    if "error" in answer:
        return "raises"
    text = " ".join(answer["text"].split())
    if case.suffix == ".jsonl" and answer["documents"] != case.records:
        return "miscounts"
    if any(" ".join(part.split()) not in text for part in case.has):
        return "loses text"
    return "lets through" if any(part in text for part in case.lacks) or STEERING.search(text) else "right"


class _Asked:
    """A process in which a tool answers, started anew when it dies or takes too long."""

    def __init__(self, peer: str) -> None:
        self.peer, self.process = peer, self._start(peer)

    def _start(self, peer: str) -> subprocess.Popen[bytes]:
        python = sys.executable if peer == "parkdocs" else str(ROOT / ".venv-bench/bin/python")
        return subprocess.Popen(
            [python, __file__, "--peer", peer], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )

    def ask(self, name: str) -> dict[str, Any] | None:
        """The answer for one case, None where there is none in time."""
        put, get = self.process.stdin, self.process.stdout
        assert put
        assert get
        try:
            put.write(name.encode() + b"\n")
            put.flush()
            ready, _, _ = select([get], [], [], PEER_SECONDS)
            line = get.readline() if ready else b""
        except OSError:
            line = b""
        if line:
            return dict(json.loads(line))
        self.end()
        self.process = self._start(self.peer)
        return None

    def end(self) -> None:
        """Stop the process."""
        self.process.kill()
        self.process.wait()


def _serve(peer: str) -> int:
    """Answer names of cases with what the tool makes of them, a JSON line each."""
    from torture import documents

    cases, out = documents(), sys.stdout
    sys.stdout = sys.stderr
    for line in sys.stdin:
        case = cases[line.strip()]
        try:
            answer = ANSWERS[peer](case.make(), case.suffix)
        except Exception as error:
            answer = {"error": f"{type(error).__name__}: {error}"[:300]}
        _write(out, answer)
    return 0


def _write(out: IO[str], answer: dict[str, Any]) -> None:
    out.write(json.dumps(answer) + "\n")
    out.flush()


def _parkdocs(data: bytes, suffix: str) -> dict[str, Any]:
    from torture.judge import outcome

    docs, errors = outcome(data, suffix)
    if suffix == ".html" and errors:
        raise errors[0]
    return {"text": "\n".join(d.text for d in docs), "documents": len(docs)}


def _trafilatura(data: bytes, suffix: str) -> dict[str, Any]:
    import trafilatura

    return {"text": trafilatura.extract(data, favor_recall=True, include_tables=True) or "", "documents": 1}


def _justext(data: bytes, suffix: str) -> dict[str, Any]:
    import justext

    found = justext.justext(data, justext.get_stoplist("English")) if data.strip() else []
    return {"text": "\n".join(p.text for p in found), "documents": 1}  # all paragraphs, whatever their class


def _datatrove(data: bytes, suffix: str) -> dict[str, Any]:
    from datatrove.pipeline.readers import JsonlReader

    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.jsonl").write_bytes(data)
        docs = list(JsonlReader(folder).run())
    return {"text": "\n".join(d.text for d in docs), "documents": len(docs)}


ANSWERS = {"parkdocs": _parkdocs, "trafilatura": _trafilatura, "justext": _justext, "datatrove": _datatrove}


if __name__ == "__main__":
    raise SystemExit(main())
