"""Each folder of tests/cases is one behaviour: `command`, its input files, `expected` output, `messages` and `exit` code.

The command runs in a copy of the folder; `messages` (standard error) and `exit` (0) may be left out.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CASES = sorted(p.parent for p in (Path(__file__).parent / "cases").rglob("command"))
SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.mark.parametrize("case", CASES, ids=lambda p: p.name)
def test_case(case, tmp_path):
    folder = tmp_path / "case"
    shutil.copytree(case, folder)
    env = {**os.environ, "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "SEEDS": str(SEEDS)}
    done = subprocess.run(["bash", (folder / "command").resolve()], cwd=folder, env=env, capture_output=True)
    wanted = (folder / "exit").read_text().strip() if (folder / "exit").exists() else "0"
    messages = (folder / "messages").read_text("utf-8") if (folder / "messages").exists() else ""
    assert done.stderr.decode() == messages
    assert done.stdout.decode() == (folder / "expected").read_text("utf-8")
    assert str(done.returncode) == wanted
