"""Write docs/cli.md from --help, and run the commands in README.md to put their real output below them.

A block in README.md is remade when it follows a comment ``<!-- output: COMMAND -->``.  With ``--check`` nothing is
written, and the exit code is 1 where a file is out of step.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from parkdocs.cli import VERBS

ROOT = Path(__file__).resolve().parent.parent
BLOCK = re.compile(r"(<!-- output: (?P<command>[^\n]+?) -->\n+```\w*\n).*?(^```$)", re.S | re.M)
PARTS = {"rules": ("check", "list", "show")}
COMMANDS = [" ".join((verb, part)).strip() for verb in VERBS for part in ("", *PARTS.get(verb, ()))]


def shell(command: str, folder: Path) -> str:
    """Output (both streams) of a shell command run in the project with this environment's parkdocs on the path."""
    env = {
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "HOME": str(folder),
        "OUT": str(folder),
        "COLUMNS": "100",
        "LC_ALL": "C.UTF-8",
    }
    done = subprocess.run(
        ["bash", "-c", command], cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    text = done.stdout.decode("utf-8").replace(str(folder), "out")
    return "\n".join(line.rstrip() for line in text.splitlines()).strip("\n")


def cli_page(folder: Path) -> str:
    """The reference page: every verb's --help."""
    parts = ["# Command line", "", "Made from `--help` by `make docs`; do not edit.", ""]
    for verb in ("", *COMMANDS):
        name = f"parkdocs {verb}".strip()
        parts += [f"## {name}", "", "```text", shell(f"{name} --help", folder), "```", ""]
    return "\n".join(parts)


def readme(text: str, folder: Path) -> str:
    """The README with each marked block's output remade."""
    return BLOCK.sub(lambda m: m[1] + shell(m["command"], folder) + "\n" + m[3], text)


def main() -> int:
    """Write or check; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    stale = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pages = {
            ROOT / "docs/cli.md": cli_page(folder),
            ROOT / "README.md": readme((ROOT / "README.md").read_text("utf-8"), folder),
        }
    for path, text in pages.items():
        if path.exists() and path.read_text("utf-8") == text:
            continue
        stale.append(path.name)
        if not check:
            path.write_text(text, "utf-8")
    if check and stale:
        print(f"out of step: {', '.join(stale)}; run `make docs`")
    return int(check and bool(stale))


if __name__ == "__main__":
    sys.exit(main())
