"""The baseline: findings that were there when the gate was set up, and do not fail it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from parkdocs.errors import UsageError

SCHEMA = "parkdocs-baseline/1"


def read(path: str) -> frozenset[str]:
    """The fingerprints of a baseline file; none where there is no such file.

    Raises ``UsageError`` where the file is no baseline.
    """
    if not path or not Path(path).exists():
        return frozenset()
    try:
        data = json.loads(Path(path).read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"cannot read the baseline {path}: {error}") from error
    if not isinstance(data, dict) or data.get("schema") != SCHEMA or not isinstance(data.get("findings"), dict):
        raise UsageError(f"{path} is no baseline of parkdocs; write one with --baseline and a new file name")
    found = data["findings"].values()
    if not all(isinstance(prints, list) and all(isinstance(p, str) for p in prints) for prints in found):
        raise UsageError(f"{path} is no baseline of parkdocs: fingerprints have to be lists of strings")
    return frozenset(mark for prints in found for mark in prints)


def dumps(prints: Iterable[tuple[str, str]]) -> bytes:
    """A baseline of (check id, fingerprint) pairs: sorted, one a line, so that changes read well in a diff."""
    by_check: dict[str, list[str]] = {}
    for check, mark in sorted(set(prints)):
        by_check.setdefault(check, []).append(mark)
    return json.dumps({"schema": SCHEMA, "findings": by_check}, indent=1).encode() + b"\n"
