"""Kill a run again and again, then let it finish: the bytes have to be those of a run that nobody disturbed.

    python bench/kills.py FILE.jsonl [--kills 20] [--seed 1] [--shard-size 0.05]

The whole process group is killed (SIGKILL) after a time that chance gives, between nothing and all of an undisturbed
run's.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def files(folder: Path) -> dict[str, bytes]:
    """Names and bytes of a folder."""
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir()) if p.is_file()}


def finish(command: list[str]) -> None:
    """Run a command to its end; documents that fail (code 3) are no matter here, anything else ends the program."""
    if (code := subprocess.call(command)) not in {0, 3}:
        raise SystemExit(f"{' '.join(command)} ended with {code}")


def main() -> int:
    """Run, kill, compare; 0 where the bytes are equal."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--shard-size", default="0.05")
    a = parser.parse_args()
    if not a.corpus.is_file():
        raise SystemExit(f"there is no {a.corpus}; give a file of JSON Lines")
    parkdocs = str(Path(sys.executable).with_name("parkdocs"))
    chance = random.Random(a.seed)
    with tempfile.TemporaryDirectory() as folder:
        command = [parkdocs, "run", "-q", str(a.corpus.resolve()), "--shard-size", a.shard_size, "-o"]
        begin = time.monotonic()
        finish([*command, f"{folder}/whole/"])
        usual = time.monotonic() - begin
        killed, receipts = 0, 0
        while killed < a.kills:
            going = subprocess.Popen([*command, f"{folder}/broken/", "--resume"], start_new_session=True)
            time.sleep(chance.uniform(0.0, 6 * usual / a.kills + 1.0))
            if going.poll() is None:
                os.killpg(going.pid, signal.SIGKILL)
                killed += 1
            elif killed < a.kills:  # it was done: once more from the start
                subprocess.run(["rm", "-r", f"{folder}/broken"], check=True)
            going.wait()
            receipts = len(list(Path(folder, "broken/.run").glob("part-*.json")))
            print(f"killed {killed} times, {receipts} shards done", flush=True)
        finish([*command, f"{folder}/broken/", "--resume"])
        whole, broken = files(Path(folder, "whole")), files(Path(folder, "broken"))
        equal = "equal" if whole == broken else "DIFFERENT"
        print(f"{len(whole)} files, {sum(map(len, whole.values())):,} bytes: {equal}")
        return 0 if whole == broken else 1


if __name__ == "__main__":
    sys.exit(main())
