"""What an output must not be: a file that is read, or another output; and which inputs are an earlier run's output."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from parkdocs.errors import DocumentError, UsageError
from parkdocs.sources import compressed, inputs, jsonl, remote

NOWHERE = frozenset({"", "-"})
Mark = tuple[int, int] | str
"""A file by device and number, which all links to it share; by its path where it is not there or elsewhere."""
Skipped = Callable[[str], bool]


def mark(path: str) -> Mark | None:
    """What tells a file from all others; None for what no writing replaces: a folder, a device, a pipe.

    >>> mark("-"), mark("s3://b/a.jsonl"), mark("/dev/null"), mark("./gone.txt") == mark("gone.txt")
    ('-', 's3://b/a.jsonl', None, True)
    """
    if path in NOWHERE or remote.is_remote(path):
        return path or "-"
    try:
        found = os.stat(path)
    except OSError:
        return os.path.realpath(path)
    except ValueError:  # a name that no file can have
        return None
    return (found.st_dev, found.st_ino) if stat.S_ISREG(found.st_mode) else None


def marks(paths: Iterable[str]) -> frozenset[Mark]:
    """The marks of files that are read."""
    return frozenset(found for path in paths if (found := mark(path)))


def check(outputs: Iterable[tuple[str, str]], read: Mapping[str, Iterable[str]]) -> None:
    """Raise ``UsageError`` where two outputs are one file, or one is a file that is read.

    Both are named by what they are: ``("the records", "out.jsonl")``, ``{"a rule pack": ["mine.toml"]}``.
    """
    taken: dict[Mark, tuple[str, str]] = {}
    for what, path in outputs:
        place = mark(path) if path else None
        if place in taken:
            raise UsageError(f"{path} cannot take both {taken[place][0]} and {what}")
        if place:
            taken[place] = what, path
    there: dict[Mark, str] = {place: path for place, (_, path) in taken.items() if isinstance(place, tuple)}
    for what, paths in read.items() if there else ():
        for place in marks(paths) & there.keys():
            raise UsageError(f"{there[place]} is {what} too; write somewhere else")


def check_folder(
    names: Sequence[str], folder: str, own: Skipped | None, form: str = "", more: Iterable[str] = ()
) -> frozenset[Mark]:
    """Raise ``UsageError`` where what goes into a folder would replace an input, or be read as one the next time.

    ``own`` tells the files that a run keeps there; without it each document becomes a file of its id.  The marks of all
    that is read come back, for ids that are known only when lines are read; ``more`` is read beside the inputs, such as
    rule packs.
    """
    skipped = earlier(names, [folder])
    for name in names:
        if is_same(name, folder) and (remote.is_remote(name) or os.path.isdir(name)):
            where = f"{folder.rstrip('/')}/out/"
            raise UsageError(f"{name} is an input and the output folder; write into another one, such as {where}")
        if own and own(name):
            raise UsageError(f"{name} is an input and a file of the run in {folder}; write into another folder")
    found = [(path, document) for path, document in inputs.paths(names) if not skipped(path)]
    read = marks([*(path for path, _ in found), *more])
    for path, document in () if own else found:
        for target in (os.path.join(folder, document), os.path.join(folder, compressed.inner(document))):
            if mark(target) in read and not inputs.holds_many(path, form):
                raise UsageError(f"{target} is an input too; write into another folder")
    return read


def read_by(names: Sequence[str], outputs: Sequence[str], form: str = "") -> Iterator[str]:
    """The files that inputs name, without those that an earlier run wrote to ``outputs``."""
    skipped = earlier(names, outputs, form)
    return (path for path, _ in inputs.paths(names) if not skipped(path))


def earlier(names: Sequence[str], outputs: Sequence[str], form: str = "") -> Skipped:
    """Whether a path that the inputs name is no source but what an earlier run wrote to ``outputs``, files or folders.

    In a folder that is all that lies in it, where an input is walked from above it; a file is, where it holds records
    or errors of ours alone and there are other inputs.  What is named by itself, not found in a folder or by a pattern,
    always is a source.
    """
    by_itself = marks(name for name in names if os.path.isfile(name))
    tops = [_place(inputs.top(name)) for name in names if name != inputs.STDIN]
    found, folders = set[Mark | None](), list[str]()
    for output in outputs:
        place, own = _place(output), mark(output)
        above = output not in NOWHERE and any(top != place and _below(place, top) for top in tops)
        if above and (output.endswith("/") or os.path.isdir(output)):
            folders.append(place)
        elif above and isinstance(own, tuple) and own not in by_itself and _is_ours(output, form):
            found.add(own)

    if found and not _others(names, found):
        found.clear()

    @lru_cache(maxsize=16)  # all lines of a file are asked for one after the other
    def skipped(path: str) -> bool:
        inside = any(_below(_place(path), folder) for folder in folders)
        return (bool(found) and mark(path) in found) or (inside and mark(path) not in by_itself)

    return skipped


def _others(names: Sequence[str], found: set[Mark | None]) -> bool:
    """Whether the inputs name anything but these files."""
    elsewhere = any(name == inputs.STDIN or remote.is_remote(name) for name in names)
    return elsewhere or any(mark(path) not in found for path, _ in inputs.paths(names))


def is_below(path: str, folder: str) -> bool:
    """Whether a path is a folder, or lies below it, links followed.

    >>> is_below("/o/a.jsonl", "/o/"), is_below("/o", "/o/"), is_below("/o2/a.jsonl", "/o"), is_below("s3://b/a", "/b")
    (True, True, False, False)
    """
    return _below(_place(path), _place(folder))


def is_same(path: str, folder: str) -> bool:
    """Whether two paths lead to one place."""
    return _place(path) == _place(folder)


def _place(path: str) -> str:
    return path.rstrip("/") if remote.is_remote(path) else os.path.realpath(path)


def _below(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/") + "/")


def _is_ours(path: str, form: str) -> bool:
    """Whether each line of a file is a record or an error of an earlier run, so that to write it anew loses nothing."""
    for item in inputs.plan([path], form):
        if isinstance(item, DocumentError) or item.format != "jsonl" or item.data is None:
            return False
        if not (jsonl.is_record(item.data) or jsonl.is_error(item.data)):
            return False
    return True
