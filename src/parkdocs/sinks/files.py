"""Files that appear whole or not at all, at paths that stay inside their folder."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import IO

from parkdocs.errors import OutputError

NAME_BYTES, FOLDERS = 240, 100


@contextmanager
def whole_file(path: Path) -> Iterator[IO[bytes]]:
    """Open a temporary file beside ``path`` and rename it there at the end; on any error what was there stays.

    Raises ``OutputError`` where the folder cannot be made or the file not be written (full disk, no permission), and
    for a device or pipe, which a file must not replace.
    """
    if is_special(path):
        raise OutputError(str(path), 1, "this is a device or a pipe, not a file")
    name = path.parent / f".{path.name[:60]}.{os.urandom(6).hex()}.part"  # known before it is there, and so is its end
    try:
        with os.fdopen(_create(name, path), "wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        os.chmod(name, 0o666 & ~_umask())
        os.replace(name, path)
    except OSError as error:
        raise OutputError(str(path), 1, f"writing failed, nothing was changed: {error.strerror}") from error
    finally:
        with suppress(OSError):
            os.unlink(name)


def _create(name: Path, path: Path) -> int:
    """The temporary file, open, for its owner alone; raises ``OutputError`` where ``path`` cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return os.open(name, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    except FileExistsError as error:
        raise OutputError(str(path), 1, f"cannot write here: {path.parent} is not a folder") from error
    except OSError as error:
        raise OutputError(str(path), 1, f"cannot write here: {error.strerror}") from error


def is_special(path: Path) -> bool:
    """Whether there is something other than a file or folder: a device, a pipe, a socket."""
    return path.exists() and not path.is_file() and not path.is_dir()


@contextmanager
def special_file(path: Path) -> Iterator[IO[bytes]]:
    """Open a device or a pipe; raises ``OutputError`` where it cannot be written.  A reader that left is no error."""
    try:
        with open(path, "wb") as out:
            yield out
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(str(path), 1, f"writing failed: {error.strerror}") from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def inside(root: Path, name: str) -> Path:
    """The path of a document's own file below ``root``.

    Raises ``OutputError`` for a name that would leave the folder (``..``, absolute, through a link that stands there)
    or that no file can have.

    >>> inside(Path("back"), "news/001.txt").as_posix()
    'back/news/001.txt'
    """
    parts = PurePosixPath(name).parts
    bad = not parts or name.startswith("/") or ".." in parts or "\0" in name or "\\" in name
    if bad or len(parts) > FOLDERS or any(len(p.encode("utf-8", "replace")) > NAME_BYTES for p in parts):
        raise OutputError(str(root), 1, f"the id {name[:80]!r} cannot be a file name inside the output folder")
    path = root.joinpath(*parts)
    if not path.parent.resolve().is_relative_to(root.resolve()):
        raise OutputError(str(root), 1, f"the id {name[:80]!r} leads through a link out of the output folder")
    return path


def own(root: Path, name: str, written: set[Path]) -> Path:
    """The path of a document's own file, as ``inside`` gives it, which joins ``written``.

    Raises ``OutputError`` also where it is there: two documents have the same id.
    """
    path = inside(root, name)
    if path in written:
        raise OutputError(str(root), 1, f"another document of this run has the id {name[:80]!r}; this one is left out")
    written.add(path)
    return path
