"""Folders that appear whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from parkdocs.errors import OutputError


@contextmanager
def whole_folder(path: Path) -> Iterator[Path]:
    """A new folder beside ``path`` to write into, renamed to it at the end; on any error nothing is left.

    Raises ``OutputError`` where ``path`` is a file or a folder that is not empty (somebody's files are never replaced),
    and where the folder cannot be written.
    """
    place = Path(os.path.realpath(path))
    try:
        if place.exists() and (not place.is_dir() or any(place.iterdir())):
            what = "this folder is not empty" if place.is_dir() else "this is a file"
            raise OutputError(str(path), 1, f"{what}; name a new folder, or remove it first")
        place.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f".{place.name[:60]}.", suffix=".part", dir=place.parent))
    except OSError as error:
        raise OutputError(str(path), 1, f"cannot write here: {error.strerror}") from error
    try:
        yield made
        made.chmod(0o777 & ~_umask())
        os.replace(made, place)
    except OSError as error:
        raise OutputError(str(path), 1, f"writing failed, nothing was changed: {error.strerror}") from error
    finally:
        shutil.rmtree(made, ignore_errors=True)


@contextmanager
def whole_file_at(path: Path) -> Iterator[Path]:
    """Like ``files.whole_file``, for a writer that wants a path and may put files of its own beside it."""
    place = Path(os.path.realpath(path))
    if place.exists() and not place.is_file():
        raise OutputError(str(path), 1, "this is no file; name another one")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        made = Path(tempfile.mkdtemp(prefix=f".{place.name[:60]}.", suffix=".part", dir=place.parent))
    except OSError as error:
        raise OutputError(str(path), 1, f"cannot write here: {error.strerror}") from error
    try:
        yield made / "new"
        (made / "new").chmod(0o666 & ~_umask())
        os.replace(made / "new", place)
    except OSError as error:
        raise OutputError(str(path), 1, f"writing failed, nothing was changed: {error.strerror}") from error
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
