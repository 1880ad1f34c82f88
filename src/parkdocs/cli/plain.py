"""Command lines of inputs and the commonest options, read without typer: to load it takes longer than to clean a page.

Whatever else stands in a command line, and whatever may be an error, is left to typer; what is read here means the same
there.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

STAGES = {"run": "extract", "clean": "clean", "segment": "segment", "extract": "extract"}
TAKING = {"-o": "output", "--output": "output", "-j": "jobs", "--jobs": "jobs"}
FLAGS = {"-q": "quiet", "--quiet": "quiet"}


def read(args: list[str]) -> tuple[str, dict[str, Any]] | None:
    """The stage and what is asked of it, for ``flow.call``; None where the command line is not one of the plain ones.

    >>> read(["clean", "page.txt", "--text", "-j", "2"])
    ('clean', {'inputs': ['page.txt'], 'text': True, 'jobs': 2})
    >>> read(["clean", "--favor", "recall"]), read(["run", "pages/", "-o", "out/"]), read(["stats", "corpus.jsonl"])
    (None, None, None)
    """
    if not args or args[0] not in STAGES:
        return None
    flags = FLAGS | {"--text": "text"} if args[0] == "clean" else FLAGS
    given: dict[str, Any] = {"inputs": []}
    rest = iter(args[1:])
    for arg in rest:
        if arg == "-" or not arg.startswith("-"):
            given["inputs"].append(arg)
        elif arg in flags:
            given[flags[arg]] = True
        elif arg not in TAKING or not _take(given, TAKING[arg], rest):
            return None
    given["inputs"] = given["inputs"] or None
    output = given.get("output", "")
    shards = args[0] == "run" and (output.endswith("/") or os.path.isdir(output))
    return None if shards else (STAGES[args[0]], given)


def path(arg: str) -> str:
    """An argument with ``file://`` taken off: to inputs and outputs, on this machine, a path is a path.

    >>> path("file:///data/a.txt"), path("--output=file:///data/"), path("s3://bucket/a")
    ('/data/a.txt', '--output=/data/', 's3://bucket/a')
    """
    from parkdocs.sources import remote

    name, sign, value = arg.partition("=")
    return f"{name}={remote.plain(value)}" if sign and "://" not in name else remote.plain(arg)


def _take(given: dict[str, Any], name: str, rest: Iterator[str]) -> bool:
    """Take an option's value; whether it is one that needs no second look."""
    value = next(rest, "-?")
    if name == "jobs":
        given[name] = int(value) if value.isascii() and value.isdigit() and len(value) < 5 else -1
        return bool(given[name] >= 0)
    given[name] = value
    return value == "-" or not value.startswith("-")
