"""From predictions to figures: the evaluation sets' own scorers as processes, and one measure of our own.

The scorers belong to the data, so that nobody can bend them here; this module only reads what they print.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import predictions

Figures = dict[str, float | None]
UNHARMED = 0.05
"""A clean text that loses less than this share of its characters counts as unharmed."""
DETECTED = re.compile(r"P ([\d.]+) R ([\d.]+) F1 ([\d.]+)\s+content lost\s+([\d.]+)%\s+chrome left\s+([\d.]+)%")


def by_scorer(task: str, path: Path, data: Path, ids: Path | None = None) -> Figures:
    """What ``score.py`` of the data says of a file: all its columns, and those of Chinese pages with ``zh_``."""
    command = [sys.executable, "-B", str(data / "score.py"), task, str(path), "--gold", str(data), "--json"]
    out = _run([*command, "--ids", str(ids)] if ids else command)
    return grouped(json.loads(out))


def grouped(table: Mapping[str, Any]) -> Figures:
    """One flat row of the scorer's JSON.

    >>> grouped({"x": [1, {"F": 0.1}], "ALL": [3, {"F": 0.5}], "ALL zh": [1, {"F": 0.25}]})
    {'pages': 3, 'F': 0.5, 'zh_pages': 1, 'zh_F': 0.25}
    """
    out: Figures = {}
    for group, before in (("ALL", ""), ("ALL zh", "zh_")):
        if group in table:
            pages, columns = table[group]
            out |= {f"{before}pages": pages} | {before + name: value for name, value in columns.items()}
    return out


def by_indomain_scorer(path: Path, data: Path) -> Figures:
    """What ``score.py`` of the in-domain set says of a file: chrome lines found, content characters lost."""
    return detected(_run([sys.executable, "-B", str(data / "score.py"), str(path), "--gold", str(data)]))


def detected(text: str) -> Figures:
    """The figures on the first line that is about all documents.

    >>> detected("ALL  41 P 0.950 R 0.900 F1 0.924  content lost   0.5%  chrome left   9.1%")["content_lost"]
    0.005
    """
    line = next(line for line in text.splitlines() if line.startswith("ALL "))
    found = DETECTED.search(line)
    if not found:
        raise ValueError(f"the scorer printed {line!r}")
    p, r, f, lost, left = map(float, found.groups())
    return {"P": p, "R": r, "F": f, "content_lost": lost / 100, "chrome_left": left / 100}


def _run(command: Sequence[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{command[2]} failed: {done.stderr.strip().splitlines()[-1:]}")
    return done.stdout


def lost(before: str, after: str) -> float:
    """The share of characters, white space apart, that a text has lost; 0 where it has grown.

    >>> lost("one two", "one"), lost("", "")
    (0.5, 0.0)
    """
    a, b = (len("".join(text.split())) for text in (before, after))
    return max(0.0, (a - b) / a) if a else 0.0


def harm(texts: Mapping[str, str], rows: Mapping[str, predictions.Row]) -> Figures:
    """What a tool does to texts that are clean already: mean share lost, share of texts that lose under 5 %."""
    shares = [lost(text, rows.get(name, {}).get("text", "")) for name, text in texts.items()]
    n = max(1, len(shares))
    return {"pages": len(shares), "lost": sum(shares) / n, "unharmed": sum(s < UNHARMED for s in shares) / n}


def effort(rows: Iterable[predictions.Row]) -> Figures:
    """CPU seconds a megabyte of input, and how many pages a tool failed on."""
    found = list(rows)
    size = sum(row["bytes"] for row in found) / 1e6
    failed = sum(1 for row in found if row["error"])
    return {"cpu": sum(row["cpu"] for row in found) / size if size else None, "failed": failed}
