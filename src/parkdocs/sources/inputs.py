"""Which documents the inputs name: files, directories, patterns and standard input, each document once, in order."""

from __future__ import annotations

import glob
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import PurePath
from typing import BinaryIO

from parkdocs.errors import DocumentError, UsageError
from parkdocs.sources import compressed, jsonl, markdown, reading, remote, streams, text
from parkdocs.sources.streams import CONTAINERS, Item, expand, unreadable

FORMATS = ("text", "markdown", "html", "jsonl", "warc", "pdf")
BY_EXTENSION = {
    extension: name
    for name, module in zip(FORMATS, (text, markdown, reading, jsonl), strict=False)
    for extension in module.EXTENSIONS
} | {".warc": "warc", ".wet": "warc", ".pdf": "pdf"}
STDIN = "-"
PEEK = 1024


def plan(inputs: Sequence[str], format: str = "", stdin: BinaryIO | None = None) -> Iterator[Item | DocumentError]:
    """Yield what there is to load, lazily, in a fixed order; a problem is yielded as a ``DocumentError``.

    Inputs are files (read whatever their extension), directories (walked, known extensions only; hidden entries and
    links to directories are left out), patterns that the shell did not expand (``*``, ``?``, ``[a-z]``, ``**``), and
    ``-`` for standard input, which is also read where ``inputs`` is empty.  ``format`` is one of ``FORMATS``, "" goes
    by extension, else by the first bytes.  JSON Lines are read line by line.  Ids are paths below the inputs' common
    directory.  Files may be packed (gzip, Zstandard).  Raises ``UsageError`` for an unknown format.
    """
    for item in files(inputs, format, stdin):
        if isinstance(item, Item) and item.format in CONTAINERS and item.data is None:
            yield from expand(item)
        else:
            yield item


def files(inputs: Sequence[str], format: str = "", stdin: BinaryIO | None = None) -> Iterator[Item | DocumentError]:
    """The same without a look into files that hold many documents: each is one item, without data, for ``expand``."""
    if format not in {"", *FORMATS}:
        raise UsageError(f"unknown format {format!r}; known are {', '.join(FORMATS)}")
    names = list(dict.fromkeys(map(remote.plain, inputs))) or [STDIN]
    elsewhere = [name for name in names if remote.is_remote(name)]
    found = [(name, [] if name in elsewhere else _expand(name)) for name in names]
    root = _common_root([path for name, paths in found for path in paths if name != STDIN])
    seen = set[str]()
    for name, paths in found:
        if name == STDIN:
            yield from _standard_input(stdin or sys.stdin.buffer, format)
        elif name in elsewhere:
            yield from _remote(name, format)
        elif not paths:
            what = "no file matches this pattern" if glob.has_magic(name) else "no such file or directory"
            yield DocumentError(name, 1, f"{what}; check the path" + " and the quotes" * glob.has_magic(name))
        for path in paths if name != STDIN else ():
            yield from _input(path, root, format, seen)


def paths(inputs: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The files of this machine that the inputs name, each with its id there, without opening any."""
    found = [path for name in inputs if name != STDIN and not remote.is_remote(name) for path in _expand(name)]
    root = _common_root(found)
    for path in found:
        walked = os.path.isdir(path)
        for entry in _walk(path) if walked else (path,):
            if isinstance(entry, str) and (not walked or _extension(entry) in BY_EXTENSION):
                yield entry, printable(PurePath(os.path.relpath(os.path.abspath(entry), root)).as_posix())


def holds_many(path: str, format_name: str) -> bool:
    """Whether a file holds many documents, by its format or its name; one of unknown kind counts as one document."""
    return (format_name or BY_EXTENSION.get(_extension(path), "")) in CONTAINERS


def top(name: str) -> str:
    """The file or folder that an input names; of a pattern the folder that its matches lie in.

    >>> top("pages/"), top("pages/**/*.md"), top("*.txt"), top("s3://crawl/2024-*/a.jsonl")
    ('pages/', 'pages', '.', 's3://crawl')
    """
    if os.path.lexists(name) or not glob.has_magic(name):
        return name
    fixed = re.split(r"[*?\[]", name)[0].rpartition("/")
    return fixed[0] or fixed[1] or "."


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
    return os.path.splitext(compressed.inner(path))[1].lower()


def format_of(path: str) -> str:
    """The format of a file by its extension; "" where that does not tell, and for folders and patterns."""
    return "" if os.path.isdir(path) else BY_EXTENSION.get(_extension(path), "")


def _file(path: str, root: str, format_name: str, seen: set[str]) -> Iterator[Item | DocumentError]:
    place = os.path.abspath(path)
    if place in seen:
        return
    seen.add(place)
    doc_id = printable(PurePath(os.path.relpath(place, root)).as_posix())
    try:
        found = os.stat(path)
        regular = stat.S_ISREG(found.st_mode)
        if not regular and _is_endless(path, found):
            raise DocumentError(path, 1, "this is a device, which may have no end; pipe in what is wanted of it")
        known = format_name or BY_EXTENSION.get(_extension(path), "")
        if regular and known and os.access(path, os.R_OK):
            yield _item(path, doc_id, known)
            return
        with open(path, "rb") as stream:
            if regular:
                head = streams.first_line(compressed.reader(stream, path), PEEK)[-1]
                yield _item(path, doc_id, known or streams.sniff(head))
            else:
                yield from streams.documents(stream, path, doc_id, known)
    except OSError as error:
        yield unreadable(path, error)
    except DocumentError as error:
        yield error


def _is_endless(path: str, found: os.stat_result) -> bool:
    """Whether this is a device, such as ``/dev/zero`` or a disk; a terminal ends, and the empty device is empty."""
    if not stat.S_ISCHR(found.st_mode):
        return stat.S_ISBLK(found.st_mode)
    return found.st_rdev != os.stat(os.devnull).st_rdev and not _is_terminal(path)


def _is_terminal(path: str) -> bool:
    with open(path, "rb", buffering=0) as device:
        return device.isatty()


def _item(path: str, doc_id: str, format_name: str) -> Item:
    return Item(path, doc_id if format_name in CONTAINERS else compressed.inner(doc_id), 0, format_name, None)


def _remote(name: str, format_name: str) -> Iterator[Item | DocumentError]:
    """Files of another place; ids are paths below what is before the first wildcard."""
    try:
        paths = remote.found(name)
    except DocumentError as error:
        yield error
        return
    except Exception as error:  # each file system has errors of its own
        yield DocumentError(name, 1, f"cannot list this: {type(error).__name__}: {error}")
        return
    if not paths:
        yield DocumentError(name, 1, "no such file or directory; check the path")
    top = re.split(r"[*?\[]", name)[0]
    top = top[: top.rfind("/") + 1] if top in {name, *paths} and len(paths) == 1 else top
    for path in paths:
        known = format_name or BY_EXTENSION.get(_extension(path), "")
        if known or len(paths) == 1:
            yield _item(path, printable(path.removeprefix(top).lstrip("/")) or path, known or "text")


def _standard_input(stream: BinaryIO, format_name: str) -> Iterator[Item | DocumentError]:
    try:
        yield from streams.documents(stream, STDIN, "stdin", format_name, may_be_nothing=True)
    except OSError as error:  # closed, or a directory
        yield DocumentError(STDIN, 1, f"cannot read standard input: {error.strerror}")
    except DocumentError as error:
        yield error


def printable(path: str) -> str:
    r"""A path that any output can hold: bytes of a file name that are not UTF-8 are written as ``%XX``.

    UTF-8 is read as such even where the locale is ASCII.

    >>> printable("caf\udce9.txt"), printable("caf\udcc3\udca9.txt")
    ('caf%E9.txt', 'café.txt')
    """
    return re.sub("[\udc80-\udcff]+", _bytes_of, path)


def _bytes_of(found: re.Match[str]) -> str:
    text = found[0].encode("utf-8", "surrogateescape").decode("utf-8", "surrogateescape")
    return re.sub("[\udc80-\udcff]", lambda m: f"%{ord(m[0]) - 0xDC00:02X}", text)
