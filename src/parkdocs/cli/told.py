"""What is wrong, said on standard error as it is met; the exit code remembers it though the reader of a pipe leaves."""

from __future__ import annotations

import sys

from parkdocs.cli.safe import shown
from parkdocs.errors import EXIT_FINE, EXIT_SOME_FAILED, ParkdocsError

_codes = {EXIT_FINE}


def failure(error: ParkdocsError) -> None:
    """Say what failed."""
    known(EXIT_SOME_FAILED)
    sys.stderr.write(f"{shown(str(error))}\n")


def known(code: int) -> None:
    """The exit code will be this one at least, before what it stands for is written to a reader who may leave."""
    _codes.add(code)


def worst() -> int:
    """The exit code as far as it is known."""
    return max(_codes)


def forget() -> None:
    """Begin a command line."""
    _codes.intersection_update({EXIT_FINE})
