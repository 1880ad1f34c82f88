"""Measures that are given nothing say so and measure nothing."""

import subprocess
import sys
from pathlib import Path

import pytest
import scaling
import throughput

BENCH = Path(throughput.__file__).parent


@pytest.mark.parametrize("name", ["speed", "scaling", "throughput", "kills"])
def test_data_that_is_not_there_is_named(tmp_path, name):
    command = [sys.executable, BENCH / f"{name}.py", "gone"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1 and "gone" in done.stderr


def test_a_run_that_fails_is_not_measured():
    with pytest.raises(SystemExit, match="ended with 7: nothing was measured"):
        scaling.run([sys.executable, "-c", "raise SystemExit(7)"])


def test_peers_that_are_not_installed_are_left_out(tmp_path, capsys):
    assert throughput.start("jusText", str(tmp_path / "python"), tmp_path / "in.jsonl") is None
    assert "jusText is left out: there is no" in capsys.readouterr().err
