"""The formats that ``export`` writes, each in a module of its own."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path

from parkdocs.sinks.columns import Problems, Rows

FORMATS = ("parquet", "sqlite", "markdown", "csv", "dolma", "hf", "croissant")
FOLDERS = frozenset({"markdown", "dolma", "hf", "croissant"})
"""Formats that are a folder of files."""


def writer(name: str) -> Callable[[Rows, Path], Problems]:
    """The function that writes a format: records into a file or folder; what it returns could not be written."""
    write: Callable[[Rows, Path], Problems] = importlib.import_module(f"parkdocs.sinks.{name}").write
    return write
