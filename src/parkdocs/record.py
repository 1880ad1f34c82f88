"""JSON to Document and back: the only module that knows the record's spelling.

orjson reads, for it is strict, and is loaded when there is JSON to read: to load it takes longer than to clean a page.
Where it is not loaded, Python's own json writes a short record, the same bytes: the only floating-point numbers of one
that is not read from JSON are shares of four digits.
"""

from __future__ import annotations

import json
import sys
from functools import lru_cache
from typing import Any

from parkdocs import edits as journal
from parkdocs import schema
from parkdocs.errors import DocumentError
from parkdocs.model import (
    SCHEMA,
    Completeness,
    Date,
    Declared,
    Document,
    Edit,
    Evidence,
    LanguageShare,
    Metadata,
    Missing,
    Organisation,
    Person,
    Place,
    Registration,
    Section,
    Sign,
)

METADATA_LISTS: dict[str, type] = {
    "languages": LanguageShare,
    "registrations": Registration,
    "organisations": Organisation,
    "people": Person,
    "places": Place,
    "dates": Date,
    "evidence": Evidence,
    "declared": Declared,
}
JSON_NAMES = {list: "a list", str: "a string", int: "a number", float: "a number", bool: "true or false"}
COMPLETENESS_LISTS: dict[str, type] = {"evidence": Sign, "missing": Missing}
WRITER = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))
LARGE = 1_000_000
"""From so many characters on orjson writes, loaded or not: it needs half the memory."""


def dumps(doc: Document) -> bytes:
    """One JSONL line, UTF-8, LF at its end; keys always all there and always in this order."""
    return _line(as_dict(doc))


def dumps_chunk(piece: dict[str, Any]) -> bytes:
    """One JSONL line of a piece of a document (``chunks.as_dict``)."""
    return _line(piece)


def _line(values: dict[str, Any]) -> bytes:
    if len(values["text"]) < LARGE and "orjson" not in sys.modules:
        return written(values)
    import orjson

    return orjson.dumps(values, option=orjson.OPT_APPEND_NEWLINE)


def written(values: dict[str, Any]) -> bytes:
    """A line as Python's json writes it."""
    return WRITER.encode(values).encode() + b"\n"


def as_dict(doc: Document) -> dict[str, Any]:
    """The record as plain dicts and lists, in the order the schema lists the keys."""
    return {
        "schema": SCHEMA,
        "id": doc.id,
        "text": doc.text,
        "source": doc.source,
        "created": doc.metadata.published,
        "metadata": _plain(doc.metadata, METADATA_LISTS),
        "sections": [s._asdict() for s in doc.sections],
        "completeness": _plain(doc.completeness, COMPLETENESS_LISTS),
        "edits": [
            {"start": start, "old": old, "new": new, "rule": rule, "kind": kind}
            for start, old, new, rule, kind in doc.edits  # there are many; ``_asdict`` takes twice the time
        ],
    }


def _plain(part: Any, lists: dict[str, type]) -> dict[str, Any]:
    """A part of the document as a dict, with dicts in its lists."""
    values: dict[str, Any] = part._asdict()
    return values | {name: [item._asdict() for item in values[name]] for name in lists}


def is_record(data: dict[str, Any]) -> bool:
    """Whether a JSON object says that it is a parkdocs record (of any version)."""
    return str(data.get("schema", "")).startswith("parkdocs/")


def from_dict(data: dict[str, Any], path: str = "-", line: int = 1) -> Document:
    """The document of a record; ``path`` and ``line`` name it in the ``DocumentError`` of a broken one.

    Strict, so that nothing of a record is dropped or changed on its way through: it has to validate against the schema,
    which allows no other keys (``metadata.extra`` is for them), and to agree with itself.
    """
    if data.get("schema") != SCHEMA:
        theirs = str(data.get("schema"))[:40]
        raise DocumentError(path, line, f"record of schema {theirs!r}; this parkdocs reads {SCHEMA!r}")
    if why := next(schema.problems(data, _schema()), ""):
        raise DocumentError(path, line, f"broken parkdocs record: {why}")
    edits = tuple(Edit(**e) for e in data["edits"])
    metadata = _build(Metadata, data["metadata"], METADATA_LISTS)
    completeness = _build(Completeness, data["completeness"], COMPLETENESS_LISTS)
    sections = tuple(Section(**{**s, "path": tuple(s["path"])}) for s in data["sections"])
    stage = "extract" if metadata.kind else "segment" if sections else "clean"
    try:
        _agree(data, sections)
        raw = journal.restore(data["text"], edits)
    except ValueError as error:
        raise DocumentError(path, line, f"broken parkdocs record: {error}") from error
    return Document(data["id"], data["source"], raw, data["text"], metadata, sections, completeness, edits, stage)


@lru_cache(maxsize=1)
def _schema() -> Any:
    return json.loads(schema.source())


def _agree(data: dict[str, Any], sections: tuple[Section, ...]) -> None:
    """What the schema cannot say: values that stand twice are the same, and the sections, if any, cover the text."""
    if data["created"] != data["metadata"]["published"]:
        raise ValueError(f"created is {data['created']!r}, metadata.published {data['metadata']['published']!r}")
    at, size = 0, len(data["text"])
    for s in sections:
        if s.start != at or not s.start <= s.end <= size:
            raise ValueError(f"section {s.heading[:40]!r} is {s.start}:{s.end} of {size} characters, after {at}")
        at = s.end
    if sections and at != size:
        raise ValueError(f"the sections end at {at} of {size} characters")


def _build(cls: Any, data: dict[str, Any], lists: dict[str, type]) -> Any:
    values = {}
    for name in cls._fields:
        value = data[name]
        if name in lists:
            value = tuple(lists[name](**_tuples(item)) for item in value)
        elif isinstance(value, list):
            value = tuple(value)
        values[name] = value
    return cls(**values)


def _tuples(item: dict[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in item.items()}


def loads(data: bytes, path: str = "-", line: int = 1) -> dict[str, Any]:
    r"""The JSON object in ``data``.

    Strict, as orjson is: ``NaN`` and ``Infinity``, lone surrogates (``"\ud800"``), invalid UTF-8, trailing commas and
    nesting beyond 1,024 levels are errors; of a key that stands twice the last value counts; whole numbers beyond
    64 bits become floating-point.  Raises ``DocumentError`` for broken JSON (with its column) and for any other value.
    """
    import orjson

    try:
        value = orjson.loads(data)
    except orjson.JSONDecodeError as error:
        if "not valid UTF-8" in error.msg:
            why = "not UTF-8, as JSON Lines have to be; convert the file first, for example with iconv"
        else:
            why = f"broken JSON: {error.msg} at column {error.colno}"
        raise DocumentError(path, line, why) from error
    if not isinstance(value, dict):
        what = JSON_NAMES.get(type(value), "null")
        raise DocumentError(path, line, f"not a JSON object but {what}; JSON Lines hold one object a line")
    return value


def json_kind(data: bytes) -> str:
    """``array`` for a JSON array that begins with an object, ``object`` for an object that is not empty, else ""."""
    import orjson

    try:
        value = orjson.loads(data)
    except orjson.JSONDecodeError:
        return ""
    if isinstance(value, list):
        return "array" if value and isinstance(value[0], dict) else ""
    return "object" if isinstance(value, dict) and value else ""


def compact(value: dict[str, Any]) -> str:
    """An object as one JSON string, keys sorted.  Raises ``ValueError`` where it nests beyond orjson's 254 levels."""
    import orjson

    try:
        return orjson.dumps(value, option=orjson.OPT_SORT_KEYS).decode()
    except orjson.JSONEncodeError as error:
        raise ValueError(str(error)) from error
