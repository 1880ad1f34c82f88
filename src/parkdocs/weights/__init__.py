"""Weights that ship with the package: numbers in JSON, made by the trainers in ``tools/``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def load(name: str) -> Any:
    """The weights of that name; raises ``FileNotFoundError`` for an unknown one.

    >>> sorted(load("appeals"))
    ['bias', 'known', 'weights']
    """
    return json.loads((Path(__file__).parent / f"{name}.json").read_bytes())
