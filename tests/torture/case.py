"""What a case is: a name, bytes, and what must come out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Case:
    """Bytes of one input file, made when asked for, and what a careful tool makes of them.

    ``error`` is part of the message with which it is refused ("" where it has to come through), ``text`` the clean
    text, ``has`` and ``lacks`` parts of it, ``encoding`` the name the record has, ``exact`` whether the bytes come
    back, ``records`` how many documents a JSONL file gives.  Always: no traceback, no hang, a valid record, and the
    journal gives the source back.
    """

    name: str
    make: Callable[[], bytes]
    suffix: str = ".txt"
    error: str = ""
    text: str | None = None
    has: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    encoding: str = ""
    exact: bool | None = None
    records: int = 1
    errors: int = 0
    slow: bool = False


def same(data: bytes) -> Callable[[], bytes]:
    """A maker of these bytes."""
    return lambda: data


def many(group: str, rows: Iterable[tuple[str, bytes | str, dict[str, object]]], **shared: object) -> list[Case]:
    """Cases of a table: name, bytes (or text, written as UTF-8), and what must come out."""
    out = []
    for name, data, wanted in rows:
        body = data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")
        out.append(Case(f"{group}/{name}", same(body), **{**shared, **wanted}))  # type: ignore[arg-type]
    return out
