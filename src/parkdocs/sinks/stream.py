"""One stream of results: standard output or one whole file."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from parkdocs.sinks.files import is_special, special_file, whole_file
from parkdocs.sources import compressed


@contextmanager
def open_stream(path: str) -> Iterator[Callable[[bytes], object]]:
    """A ``write`` for bytes: to standard output for "" or "-", else to the file, which appears when all is written.

    A name that ends with ``.gz`` or ``.zst`` asks for that packing.  A link is followed, and a device or pipe written
    to as it stands: none of them may be replaced by a file.
    """
    if path in {"", "-"}:
        yield sys.stdout.buffer.write
        sys.stdout.buffer.flush()
    elif is_special(Path(path)):
        with special_file(Path(path)) as out:
            yield out.write
    else:
        place = Path(os.path.realpath(path) if os.path.islink(path) else path)
        with whole_file(place) as out, compressed.writer(out, compressed.kind_of(path)) as packed:
            yield packed.write
