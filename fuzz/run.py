"""Fuzz one target with atheris, or all of them in turn: ``python fuzz/run.py dates -max_total_time=600``.

What follows the target's name goes to libFuzzer.  Inputs that show something new are kept in ``fuzz/corpus/TARGET/``
(not in git), a failing one is written to ``fuzz/crashes/`` and its error printed.  ``all SECONDS`` runs every target
for so long, each in a process of its own, and goes on after a finding.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
NAMES = ("sources", "rules", "packs", "sections", "dates", "restore")


def main() -> int:
    """Run what the command line asks for; the exit code."""
    name, *options = sys.argv[1:] or ["all", "60"]
    if name == "all":
        seconds = options[0] if options else "60"
        codes = {n: _apart(n, f"-max_total_time={seconds}") for n in NAMES}
        print(*(f"{n:10}{'fine' if not code else 'FAILED'}" for n, code in codes.items()), sep="\n")
        return int(any(codes.values()))
    _one(name, options)
    return 0


def _apart(name: str, option: str) -> int:
    return subprocess.run([sys.executable, __file__, name, option], check=False).returncode


def _one(name: str, options: list[str]) -> None:
    import atheris

    with atheris.instrument_imports(include=["parkdocs"]):
        sys.path.insert(0, str(HERE))
        from targets import TARGETS
    corpus, crashes = HERE / "corpus" / name, HERE / "crashes"
    for folder in (corpus, crashes):
        folder.mkdir(parents=True, exist_ok=True)
    words = HERE / "words.dict"
    usual = [
        f"-dict={words}",
        f"-artifact_prefix={crashes}/{name}-",
        "-max_len=4096",
        "-timeout=20",
        "-rss_limit_mb=3000",
    ]
    atheris.Setup([sys.argv[0], str(corpus), *usual, *options], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    raise SystemExit(main())
