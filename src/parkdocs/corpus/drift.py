"""A record against its golden version: what differs, field by field, so that people can read it."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import Any

from parkdocs import record
from parkdocs.corpus.findings import Finding
from parkdocs.errors import DocumentError, UsageError
from parkdocs.model import Document

Golden = Mapping[str, bytes]  # id -> the line of its record
WIDTH = 160
DIFF_LINES = 20
COMPARED = 1_000
"""Lines of a text that are aligned; beyond them, and for huge texts, only the first difference is shown."""


@lru_cache(maxsize=2)
def golden(path: str) -> Golden:
    """The records of a golden corpus by their ids, as lines; it is held in memory, empty for "".

    Raises ``UsageError`` where it cannot be read, and names a broken line or an id that is missing or stands twice.
    """
    found: dict[str, bytes] = {}
    try:
        lines = Path(path).read_bytes().split(b"\n") if path else []
    except OSError as error:
        raise UsageError(f"cannot read the golden corpus {path}: {error.strerror}") from error
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            name = record.loads(line.removeprefix(b"\xef\xbb\xbf"), path, number).get("id")
        except DocumentError as error:
            raise UsageError(f"the golden corpus is broken: {error}") from error
        if not isinstance(name, str | int) or str(name) in found:
            raise UsageError(f"{path}:{number}: a golden record needs an id of its own, this one has {name!r}")
        found[str(name)] = line
    return found


def compare(was: bytes, values: Mapping[str, Any], ignore: Sequence[str], level: str) -> Iterator[Finding]:
    """A finding for every field that differs from the golden record; ``ignore`` names fields as ``metadata.phones``."""
    for pointer, message, detail in differences(record.loads(was.removeprefix(b"\xef\xbb\xbf")), values, ignore):
        key = "\0".join((message, detail))
        yield Finding("corpus/drift", level, message, pointer=pointer, detail=detail, key=key)


def check_ignored(ignore: Sequence[str], values: Mapping[str, Any]) -> None:
    """Raise ``UsageError`` for a field to be ignored that no record has; ``values`` are one of those compared.

    Other people's records may have any fields, and not all of them the same.
    """
    if not record.is_record(dict(values)) and set(values) != {"text"}:
        return
    fields = record.as_dict(Document("", "", "", ""))
    known = [*fields, *(f"{key}.{name}" for key, part in fields.items() if isinstance(part, dict) for name in part)]
    for name in ignore:
        if name not in known:
            near = get_close_matches(name, known, 3, 0.5)
            said = f"did you mean {' or '.join(near)}" if near else f"the fields are {', '.join(known)}"
            raise UsageError(f"no field {name!r} to ignore; {said}")


def differences(
    was: Mapping[str, Any], now: Mapping[str, Any], ignore: Sequence[str] = (), path: tuple[str, ...] = ()
) -> Iterator[tuple[str, str, str]]:
    """Each field that differs: JSON pointer, one sentence, and for texts and lists the difference in lines.

    >>> list(differences({"a": {"b": 1}, "c": 2}, {"a": {"b": 3}, "c": 2}))
    [('/a/b', 'a.b was 1, is 3', '')]
    """
    for key in dict.fromkeys((*was, *now)):
        place = (*path, key)
        name, pointer = ".".join(place), "/" + "/".join(p.replace("~", "~0").replace("/", "~1") for p in place)
        old, new = was.get(key), now.get(key)
        if old == new or name in ignore:
            continue
        if key not in now or key not in was:
            yield pointer, f"{name} is {'new' if key in now else 'gone'}", ""
        elif isinstance(old, dict) and isinstance(new, dict):
            yield from differences(old, new, ignore, place)
        elif isinstance(old, str) and isinstance(new, str) and ("\n" in old or "\n" in new):
            yield pointer, *_of_texts(name, old, new)
        elif isinstance(old, list) and isinstance(new, list):
            yield pointer, *_of_lists(name, old, new)
        else:
            yield pointer, f"{name} was {_short(old)}, is {_short(new)}", ""


def _short(value: Any) -> str:
    said = repr(value)
    return said if len(said) <= WIDTH else said[: WIDTH - 1] + "…"


def _of_texts(name: str, old: str, new: str) -> tuple[str, str]:
    rows = list(line_diff(old.split("\n"), new.split("\n")))
    gone, come = sum(row[0] == "-" for row in rows), sum(row[0] == "+" for row in rows)
    cut = [row[:WIDTH] for row in rows[:DIFF_LINES]]
    more = [f"… {len(rows) - DIFF_LINES} more lines"] if len(rows) > DIFF_LINES else []
    return f"{name}: {gone} line{'s' * (gone != 1)} went, {come} came", "\n".join(cut + more)


def _of_lists(name: str, old: list[Any], new: list[Any]) -> tuple[str, str]:
    before, after = Counter(map(_row, old)), Counter(map(_row, new))
    gone, come = list((before - after).elements()), list((after - before).elements())
    if not gone and not come:
        return f"{name} stand in another order", ""
    rows = [*(f"- {row}" for row in gone), *(f"+ {row}" for row in come)]
    more = [f"… {len(rows) - DIFF_LINES} more"] if len(rows) > DIFF_LINES else []
    return f"{name}: {len(gone)} entr{'y' if len(gone) == 1 else 'ies'} went, {len(come)} came", "\n".join(
        rows[:DIFF_LINES] + more
    )


def _row(value: Any) -> str:
    if isinstance(value, dict):
        value = ", ".join(f"{key} {item!r}" for key, item in value.items() if item not in ("", [], 0))
    text = str(value)
    return text if len(text) <= WIDTH else text[: WIDTH - 1] + "…"


def line_diff(old: Sequence[str], new: Sequence[str], context: int = 0) -> Iterator[str]:
    """Lines of a unified difference without its two head lines: ``-``, ``+``, blank, and ``@@`` before each hunk.

    What both share at the ends is set aside first; of what remains at most ``COMPARED`` lines are aligned, and a longer
    stretch is shown as replaced, because alignment takes quadratic time on hostile texts.
    """
    start = 0
    most = min(len(old), len(new))
    while start < most and old[start] == new[start]:
        start += 1
    stop = 0
    while stop < most - start and old[-1 - stop] == new[-1 - stop]:
        stop += 1
    if max(len(old), len(new)) - start - stop <= COMPARED:
        yield from islice(difflib.unified_diff(old, new, n=context, lineterm=""), 2, None)
        return
    gone, come = old[start : len(old) - stop], new[start : len(new) - stop]
    yield f"@@ -{start + 1},{len(gone)} +{start + 1},{len(come)} @@"
    yield from (f"-{line}" for line in gone)
    yield from (f"+{line}" for line in come)
