"""Which documents the inputs name: files, directories, patterns and standard input, each document once, in order."""

from __future__ import annotations

import glob
import os
import re
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import PurePath
from typing import BinaryIO

from parkdocs.errors import DocumentError, UsageError
from parkdocs.sources import html, jsonl, markdown, text

FORMATS = ("text", "markdown", "html", "jsonl")
BY_EXTENSION = {
    extension: name
    for name, module in zip(FORMATS, (text, markdown, html, jsonl), strict=True)
    for extension in module.EXTENSIONS
}
STDIN = "-"
PEEK = 1024
HTML_START = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body|meta|\?xml)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Item:
    """One document to load: ``data``, or the file ``path`` where that is None; ``line`` is 0 for a whole file."""

    path: str
    id: str
    line: int
    format: str
    data: bytes | None


def plan(inputs: Sequence[str], format: str = "", stdin: BinaryIO | None = None) -> Iterator[Item | DocumentError]:
    """Yield what there is to load, lazily, in a fixed order; a problem is yielded as a ``DocumentError``.

    Inputs are files (read whatever their extension), directories (walked, known extensions only; hidden entries and
    links to directories are left out), patterns that the shell did not expand (``*``, ``?``, ``[a-z]``, ``**``), and
    ``-`` for standard input, which is also read where ``inputs`` is empty.  ``format`` is one of ``FORMATS``, "" goes
    by extension, else by the first bytes.  JSON Lines are read line by line.  Ids are paths below the inputs' common
    directory.  Raises ``UsageError`` for an unknown format.
    """
    if format not in {"", *FORMATS}:
        raise UsageError(f"unknown format {format!r}; known are {', '.join(FORMATS)}")
    names = list(dict.fromkeys(inputs)) or [STDIN]
    found = [(name, _expand(name)) for name in names]
    root = _common_root([path for name, paths in found for path in paths if name != STDIN])
    seen = set[str]()
    for name, paths in found:
        if name == STDIN:
            yield from _standard_input(stdin or sys.stdin.buffer, format)
        elif not paths:
            what = "no file matches this pattern" if glob.has_magic(name) else "no such file or directory"
            yield DocumentError(name, 1, f"{what}; check the path" + " and the quotes" * glob.has_magic(name))
        for path in paths if name != STDIN else ():
            yield from _input(path, root, format, seen)


def _expand(name: str) -> list[str]:
    """The paths that an input names: itself where it exists, else what it matches as a pattern, sorted."""
    if name == STDIN or os.path.lexists(name):
        return [name]
    if "**" in PurePath(name).parts:
        return _expand_deep(name)
    return sorted(glob.glob(name)) if glob.has_magic(name) else []


def _expand_deep(name: str) -> list[str]:
    """Files that a pattern with ``**`` matches; unlike ``glob``, without going round in loops of links."""
    parts = PurePath(name).parts
    fixed = next(i for i, part in enumerate(parts) if glob.has_magic(part))
    top = os.path.join(*parts[:fixed]) if fixed else "."
    below = (path for path in _walk(top) if isinstance(path, str)) if os.path.isdir(top) else ()
    found = (path for path in below if _matches(PurePath(os.path.relpath(path, top)).parts, parts[fixed:]))
    return sorted(found if fixed else (os.path.relpath(path) for path in found))


def _matches(names: tuple[str, ...], parts: tuple[str, ...]) -> bool:
    if not parts:
        return not names
    if parts[0] == "**":
        return any(_matches(names[i:], parts[1:]) for i in range(len(names) + 1))
    return bool(names) and fnmatchcase(names[0], parts[0]) and _matches(names[1:], parts[1:])


def _common_root(paths: list[str]) -> str:
    """The directory that ids are relative to: a directory's own, a file's parent, of several what they share."""
    roots = {os.path.abspath(p if os.path.isdir(p) else os.path.dirname(p) or ".") for p in paths}
    return os.path.commonpath(sorted(roots)) if roots else ""


def _input(path: str, root: str, format_name: str, seen: set[str]) -> Iterator[Item | DocumentError]:
    if not os.path.isdir(path):
        yield from _file(path, root, format_name, seen)
        return
    found = (e for e in _walk(path) if isinstance(e, DocumentError) or _extension(e) in BY_EXTENSION)
    empty = True
    for entry in found:
        empty = False
        if isinstance(entry, DocumentError):
            yield entry
        else:
            yield from _file(entry, root, format_name, seen)
    if empty:
        yield DocumentError(path, 1, f"no documents in this directory; known extensions are {' '.join(BY_EXTENSION)}")


def _walk(top: str) -> Iterator[str | DocumentError]:
    """Files below a directory in the order of their names; links to directories are not followed, so loops are none."""
    waiting = [top]
    while waiting:
        path = waiting.pop()
        try:
            if path == top or (os.path.isdir(path) and not os.path.islink(path)):
                names = sorted((n for n in os.listdir(path) if not n.startswith(".")), reverse=True)
                waiting += [os.path.join(path, n) for n in names]
            elif os.path.isfile(path) or not os.path.exists(path):
                yield path  # pipes and devices would block; a dangling link is worth a message
        except OSError as error:
            yield DocumentError(path, 1, f"cannot read this directory: {error.strerror}; check its permissions")


def _extension(path: str) -> str:
    return os.path.splitext(path)[1].lower()


def _file(path: str, root: str, format_name: str, seen: set[str]) -> Iterator[Item | DocumentError]:
    place = os.path.abspath(path)
    if place in seen:
        return
    seen.add(place)
    doc_id = printable(PurePath(os.path.relpath(place, root)).as_posix())
    try:
        regular = stat.S_ISREG(os.stat(path).st_mode)
        known = format_name or BY_EXTENSION.get(_extension(path), "")
        if regular and known and known != "jsonl" and os.access(path, os.R_OK):
            yield Item(path, doc_id, 0, known, None)
            return
        with open(path, "rb") as stream:
            if regular and not known and (kind := _sniff(_first_line(stream, PEEK)[-1])) != "jsonl":
                yield Item(path, doc_id, 0, kind, None)
                return
            if regular:
                stream.seek(0)
            yield from _open_stream(stream, path, doc_id, known or "jsonl" if regular else known)
    except OSError as error:
        yield DocumentError(path, 1, f"cannot read this file: {error.strerror}; check its path and permissions")


def _standard_input(stream: BinaryIO, format_name: str) -> Iterator[Item | DocumentError]:
    try:
        yield from _open_stream(stream, STDIN, "stdin", format_name)
    except OSError as error:  # closed, or a directory
        yield DocumentError(STDIN, 1, f"cannot read standard input: {error.strerror}")


def _open_stream(stream: BinaryIO, path: str, doc_id: str, format_name: str) -> Iterator[Item | DocumentError]:
    """Documents of an open stream: JSON Lines one by one, anything else whole."""
    head: list[bytes] = []
    if not format_name:
        head = _first_line(stream)
        format_name = _sniff(head[-1]) if head else "text"
    if format_name != "jsonl":
        yield Item(path, doc_id, 0, format_name, b"".join([*head, stream.read()]))
        return
    for number, line in enumerate(_chain(head, stream), 1):
        data = line.removeprefix(b"\xef\xbb\xbf") if number == 1 else line
        if data.strip():
            yield Item(path, f"{doc_id}:{number}", number, "jsonl", data)


def _chain(head: list[bytes], stream: BinaryIO) -> Iterator[bytes]:
    yield from head
    yield from stream


def _first_line(stream: BinaryIO, limit: int = -1) -> list[bytes]:
    """Lines up to and with the first that is not blank; only a line that may be JSON is read beyond ``limit``."""
    lines = [b""]
    while line := stream.readline(limit):
        if limit > 0 and line.lstrip().startswith(b"{") and not line.endswith(b"\n"):
            line += stream.readline()
        lines.append(line)
        if line.strip():
            break
    return lines[1:] or lines


def _sniff(line: bytes) -> str:
    line = line.removeprefix(b"\xef\xbb\xbf")
    if jsonl.looks_like(line):
        return "jsonl"
    return "html" if HTML_START.match(line) else "text"


def printable(path: str) -> str:
    r"""A path that any output can hold: bytes of a file name that are not UTF-8 are written as ``%XX``.

    >>> printable("caf\udce9.txt")
    'caf%E9.txt'
    """
    return re.sub("[\udc80-\udcff]", lambda m: f"%{ord(m[0]) - 0xDC00:02X}", path)
