"""A folder that a run fills: on this machine, or anywhere that fsspec can write; files appear whole or not at all."""

from __future__ import annotations

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from parkdocs.errors import OutputError, UsageError
from parkdocs.sinks.files import whole_file
from parkdocs.sources import remote


@contextmanager
def whole(folder: str, name: str) -> Iterator[IO[bytes]]:
    """A file of the folder, open for writing; it appears when all is written.  Raises ``OutputError``."""
    if not remote.is_remote(folder):
        with whole_file(Path(folder, name)) as out:
            yield out
        return
    with tempfile.TemporaryFile() as out:
        yield out
        out.seek(0)
        try:
            _files(folder).pipe_file(f"{folder.rstrip('/')}/{name}", out.read())
        except Exception as error:  # each file system has errors of its own
            why = f"writing failed, nothing was changed: {type(error).__name__}: {error}"
            raise OutputError(f"{folder}/{name}", 1, why) from error


@contextmanager
def alone(folder: str) -> Iterator[None]:
    """Keep other processes of this machine that ask for the same away from a folder, which is made.

    The lock is on the folder itself, so nothing is left behind, and it ends with the process however that ends.  It
    holds nothing where the folder is elsewhere or its file system knows no locks.  Raises ``UsageError``.
    """
    if remote.is_remote(folder):
        yield
        return
    if os.path.exists(folder) and not os.path.isdir(folder):
        raise UsageError(f"{folder} is a file; give a folder, or -o FILE without a slash at its end")
    try:
        os.makedirs(folder, exist_ok=True)
        held = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise OutputError(folder, 1, f"cannot write here: {error.strerror}") from error
    try:
        with suppress(OSError):
            _lock(held, folder)
        yield
    finally:
        os.close(held)


def _lock(held: int, folder: str) -> None:
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise UsageError(f"another run is writing into {folder}; wait for its end, or choose another folder") from error


def read(folder: str, name: str) -> bytes:
    """A file of the folder; empty where there is none."""
    try:
        if not remote.is_remote(folder):
            return Path(folder, name).read_bytes()
        return bytes(_files(folder).cat_file(f"{folder.rstrip('/')}/{name}"))
    except FileNotFoundError:
        return b""


def names(folder: str) -> list[str]:
    """Names of what is in the folder, sorted; empty where it does not exist."""
    try:
        if not remote.is_remote(folder):
            return sorted(os.listdir(folder))
        return sorted(name.rstrip("/").rpartition("/")[2] for name in _files(folder).ls(folder, detail=False))
    except (FileNotFoundError, NotADirectoryError):
        return []


def remove(folder: str, gone: list[str]) -> None:
    """Take files of the folder away, and the folder where nothing is left in it."""
    for name in gone:
        with suppress(OSError):
            if remote.is_remote(folder):
                _files(folder).rm_file(f"{folder.rstrip('/')}/{name}")
            else:
                os.unlink(Path(folder, name))
    if not remote.is_remote(folder):
        with suppress(OSError):
            os.rmdir(folder)


def _files(folder: str) -> Any:
    return remote.system(folder)
