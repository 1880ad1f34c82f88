"""Findings as machines read them; each format is a module with one function, ``render(report) -> bytes``."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from parkdocs.corpus.formats.report import Report

MODULES = {"json": "plain", "sarif": "sarif", "github": "github", "junit": "junit", "gitlab": "gitlab"}
"""Formats by the name they have on the command line."""

__all__ = ["MODULES", "Report", "renderer"]


def renderer(name: str) -> Callable[[Report], bytes]:
    """The function that renders a format."""
    render: Callable[[Report], bytes] = import_module(f"parkdocs.corpus.formats.{MODULES[name]}").render
    return render
