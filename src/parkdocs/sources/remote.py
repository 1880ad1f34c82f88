"""Paths on this machine, and ``scheme://`` paths by fsspec where that package is installed."""

from __future__ import annotations

import io
import os
import stat
from typing import Any, BinaryIO, cast

from parkdocs.errors import DocumentError

BLOCK = 1 << 20
HERE = ("file", "local")


def is_remote(path: str) -> bool:
    """Whether the path has a scheme of another place, such as ``s3://bucket/key`` or ``memory://a``.

    >>> is_remote("s3://bucket/a.jsonl"), is_remote("a.jsonl"), is_remote("a://b"), is_remote("file:///a")
    (True, False, True, False)
    """
    scheme, found, _ = path.partition("://")
    return bool(found) and scheme.replace("+", "").isalnum() and scheme not in HERE


def plain(path: str) -> str:
    """The path without a scheme that says no more than that it is on this machine.

    >>> plain("file:///data/a.txt"), plain("file://localhost/data/"), plain("s3://bucket/a.txt"), plain("a.txt")
    ('/data/a.txt', '/data/', 's3://bucket/a.txt', 'a.txt')
    """
    scheme, found, rest = path.partition("://")
    if not found or scheme not in HERE:
        return path
    return rest.removeprefix("localhost") if rest.startswith("localhost/") else rest


def opened(path: str) -> BinaryIO:
    """The file, open for reading bytes and seeking.  Raises ``OSError``, and ``DocumentError`` without fsspec."""
    if not is_remote(path):
        return open(path, "rb")
    return cast(BinaryIO, io.BufferedReader(system(path).open(path, "rb"), BLOCK))


def size(path: str) -> tuple[int, str]:
    """Bytes of a file, and what changes when it is written anew: its time on this machine, a tag or time elsewhere."""
    if not is_remote(path):
        found = os.stat(path)
        return (found.st_size if stat.S_ISREG(found.st_mode) else -1), str(found.st_mtime_ns)
    info = system(path).info(path)
    return int(info["size"] or 0), str(info.get("ETag") or info.get("LastModified") or info.get("mtime") or "")


def found(path: str) -> list[str]:
    """The files that a remote path names, sorted: itself, those below it, or those it matches as a pattern."""
    files = system(path)
    names = files.glob(path) if any(c in path for c in "*?[") else files.find(path)
    scheme = path.partition("://")[0]
    return sorted(f"{scheme}://{name.lstrip('/')}" if "://" not in name else name for name in names)


def system(path: str) -> Any:
    """The file system of a remote path.  Raises ``DocumentError`` where fsspec or what it needs is not installed."""
    try:
        import fsspec

        return fsspec.core.url_to_fs(path)[0]
    except (ImportError, ValueError) as error:
        why = f"this kind of path needs fsspec: {error}; pip install fsspec and the package for the scheme"
        raise DocumentError(path, 1, why) from error
