"""Whether a record keeps to its schema, and agrees with itself."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from typing import Any

from parkdocs import record, schema
from parkdocs.corpus.findings import Finding
from parkdocs.errors import UsageError
from parkdocs.model import CHROME_KINDS, LAYERS
from parkdocs.sources import encoding

MOST = 20
"""Breaches that are told of one record; a record of another kind altogether breaks the schema everywhere."""
WIDTH = 200
CHROME = frozenset(CHROME_KINDS)
PARTS, SPAN = itemgetter("start", "old", "new"), itemgetter("start", "end")


@lru_cache(maxsize=4)
def validator(path: str = "") -> Any:
    """The compiled schema at ``path``, the record's own for "".

    Nothing is fetched: a reference to another host is an error.  Patterns run in linear time unless they look around
    them, which takes a backtracking engine (with a limit).  Raises ``UsageError`` for what is no JSON Schema.
    """
    import jsonschema_rs

    try:
        text = (Path(path).read_bytes() if path else schema.source()).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"cannot read the schema {path}: {getattr(error, 'strerror', None) or error}") from error
    why: Exception | None = None
    for patterns in (jsonschema_rs.RegexOptions(), jsonschema_rs.FancyRegexOptions()):
        try:
            return jsonschema_rs.validator_for(text, pattern_options=patterns, offline=True)
        except Exception as error:  # of several types, of which only the message tells
            why = error
    raise UsageError(f"{path} is no usable JSON Schema: {str(why)[:WIDTH]}") from why


@lru_cache(maxsize=1)
def quick() -> Any:
    """The record's own schema, compiled to accept the same records in half the time, without a word on the others.

    Where all properties are required and no others are allowed, it is enough to count them.
    """
    import jsonschema_rs

    return jsonschema_rs.validator_for(_counted(record.loads(schema.source())))


def _counted(part: Any) -> Any:
    if isinstance(part, list):
        return [_counted(item) for item in part]
    if not isinstance(part, dict):
        return part
    out = {key: _counted(value) for key, value in part.items()}
    if out.get("additionalProperties") is False and set(out.get("required", ())) == set(out["properties"]):
        out["minProperties"] = len(out.pop("required"))
    return out


def breaches(compiled: Any, values: Any, level: str) -> Iterator[Finding]:
    """Each place where a value breaks the schema, with its JSON pointer; at most ``MOST``."""
    for count, error in enumerate(compiled.iter_errors(values)):
        if count == MOST:
            yield Finding("record/broken-contract", level, "it breaks the schema in more places", key="more")
            return
        place = pointer(error.instance_path)
        message = f"{place or 'the record'}: {_short(error.message)}"
        yield Finding("record/broken-contract", level, message, pointer=place, key=error.kind.name)


def _short(message: str) -> str:
    """A message that quotes a whole text is told by its ends."""
    return message if len(message) <= WIDTH else f"{message[: WIDTH // 2]} … {message[-WIDTH // 2 :]}"


def pointer(path: Sequence[str | int]) -> str:
    """The JSON pointer (RFC 6901) of a path of keys and indices.

    >>> pointer(["sections", 2, "a/b~c"])
    '/sections/2/a~1b~0c'
    """
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in path)


def agrees(values: dict[str, Any]) -> bool:
    """Whether values that stand twice are the same, sections cover the text, and the bytes are those read; quick."""
    return bool(values["created"] == values["metadata"]["published"]) and covers(values) and is_as_read(values)


def covers(values: dict[str, Any]) -> bool:
    """Whether the sections, where there are any, lie one behind the other from the start of the text to its end."""
    at = 0
    for start, end in map(SPAN, values["sections"]):
        if start != at or end < start:
            return False
        at = end
    return at == len(values["text"]) or not values["sections"]


def is_as_read(values: dict[str, Any]) -> bool:
    """Whether text and edits give back the bytes that ``sha256`` was made of, as far as a record can tell.

    It cannot of a layer (HTML, PDF), where it says that bytes were no text when it was read, and without a ``sha256``.
    """
    metadata = values["metadata"]
    if not metadata["sha256"] or metadata["format"] in LAYERS:
        return True
    if hashlib.sha256(_source(values)).hexdigest() == metadata["sha256"]:
        return True
    return any(item["field"] == "encoding" for item in metadata["evidence"])


def _source(values: dict[str, Any]) -> bytes:
    """The bytes of the source; of a journal that does not fit the text some bytes."""
    text: str = values["text"]
    parts, at, here = list[str](), 0, 0
    for start, old, new in map(PARTS, values["edits"]):
        gap = start - at
        parts += (text[here : here + gap], old)
        here += gap + len(new)
        at = start + len(old)
    parts.append(text[here:])
    return encoding.encode("".join(parts), values["metadata"]["encoding"])


def contradictions(values: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What the schema cannot say, as JSON pointer and message: values that stand twice, spans, and the journal."""
    if values["created"] != values["metadata"]["published"]:
        yield "/created", f"created is {values['created']!r}, metadata.published {values['metadata']['published']!r}"
    if not covers(values):
        yield _uncovered(values)
    if not is_as_read(values) and _fits(values):
        yield "/metadata/sha256", "the source that text and edits give is not the one that was read: another sha256"


def _uncovered(values: dict[str, Any]) -> tuple[str, str]:
    """The first section that does not begin where the one before ended, or the last, short of the text's end."""
    at, size = 0, len(values["text"])
    for i, section in enumerate(values["sections"]):
        start, end, heading = section["start"], section["end"], section["heading"][:40]
        if start != at or not start <= end <= size:
            return f"/sections/{i}", f"the section {heading!r} is {start}:{end}, after {at} and of {size:,} characters"
        at = end
    return f"/sections/{i}", f"the sections end at {at:,}, the text at {size:,}"


def _fits(values: dict[str, Any]) -> bool:
    """Whether the edits stand where the journal says; where not, that is told instead of what follows from it."""
    try:
        removed(values, 1.0)
    except ValueError:
        return False
    return True


def removed(values: dict[str, Any], share: float) -> tuple[int, int]:
    """Characters of the source, and how many of them the journal took away as chrome: 0 where they are no ``share``.

    Raises ``ValueError`` with the index of the first edit that does not stand where the journal says.
    """
    text: str = values["text"]
    size = len(text)
    at = shift = 0
    for start, old, new in map(PARTS, values["edits"]):
        if start < at or start - shift + len(new) > size or (new and not text.startswith(new, start - shift)):
            raise ValueError(next(i for i, edit in enumerate(values["edits"]) if PARTS(edit) == (start, old, new)))
        at = start + len(old)
        shift += len(old) - len(new)
    if shift <= share * (size + shift):  # the usual case; repairs and gaps never make up for the difference
        return size + shift, 0
    return size + shift, sum(len(e["old"]) - len(e["new"]) for e in values["edits"] if e["kind"] in CHROME)
