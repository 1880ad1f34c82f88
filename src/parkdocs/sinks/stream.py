"""One stream of results: standard output or one whole file."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from parkdocs.sinks.files import whole_file


@contextmanager
def open_stream(path: str) -> Iterator[Callable[[bytes], object]]:
    """A ``write`` for bytes: to standard output for "" or "-", else to the file, which appears when all is written."""
    if path in {"", "-"}:
        yield sys.stdout.buffer.write
        sys.stdout.buffer.flush()
    else:
        with whole_file(Path(path)) as out:
            yield out.write
