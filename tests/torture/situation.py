"""What a situation is: a function of an empty folder that asserts what must be; and what all of them use."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

VERBS = ("run", "clean", "segment", "extract")
TEXT = "The park opened on 5 May 2021.\n"


class Situation(NamedTuple):
    """A named situation; slow ones are left to ``make torture``."""

    name: str
    run: Callable[[Path], None]
    slow: bool = False


SITUATIONS: dict[str, Situation] = {}


def situation(name: str, *, slow: bool = False) -> Callable[[Callable[[Path], None]], Callable[[Path], None]]:
    """Enter a function into the list."""

    def enter(function: Callable[[Path], None]) -> Callable[[Path], None]:
        SITUATIONS[name] = Situation(name, function, slow)
        return function

    return enter


def write(folder: Path, **files: str) -> None:
    """Files with these texts; ``_`` before the ending is a dot."""
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, "utf-8")


def records(data: bytes) -> list[dict[str, object]]:
    """The records of an output."""
    return [json.loads(line) for line in data.splitlines()]


def corpus(folder: Path, count: int = 20_000) -> None:
    """A JSON Lines file of so many documents."""
    lines = (
        json.dumps({"id": f"{i}", "text": f"The park {i} opened on 5 May 2021. {'x' * 300}"}) + "\n"
        for i in range(count)
    )
    (folder / "in.jsonl").write_text("".join(lines))
