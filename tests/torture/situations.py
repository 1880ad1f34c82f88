"""All situations: names, files, outputs, pipes, signals, what is shown, and a report in a browser."""

from . import (
    situations_browser,
    situations_files,
    situations_names,
    situations_outputs,
    situations_shown,
    situations_signals,
)
from .situation import SITUATIONS

__all__ = [
    "SITUATIONS",
    "situations_browser",
    "situations_files",
    "situations_names",
    "situations_outputs",
    "situations_shown",
    "situations_signals",
]
