"""Weights that ship with the package: numbers in JSON, made by the trainers in ``tools/``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson


def load(name: str) -> Any:
    """The weights of that name, in half the time that ``json`` takes; raises ``FileNotFoundError`` for an unknown one.

    >>> sorted(load("appeals"))
    ['bias', 'known', 'weights']
    """
    return orjson.loads((Path(__file__).parent / f"{name}.json").read_bytes())
