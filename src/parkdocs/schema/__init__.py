"""The record's JSON Schema, and the check that a record keeps to it.

The check knows the few words of JSON Schema that ``record.schema.json`` uses; the tests hold it against a full
validator.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
}


def source(name: str = "record") -> bytes:
    """The JSON Schema (draft 2020-12) of a ``record`` or a ``chunk`` as it is delivered."""
    from importlib.resources import files

    return files("parkdocs").joinpath(f"schema/{name}.schema.json").read_bytes()


def problems(value: Any, schema: Any, place: str = "") -> Iterator[str]:
    """What about a value breaks the schema, each with its place, in the order of the schema; nothing if it is valid.

    >>> list(problems({"a": -1, "b": []}, {"type": "object", "properties": {"a": {"type": "integer", "minimum": 0}}}))
    ['a is -1, below 0', "unknown key 'b'"]
    """
    kind = schema["type"]
    if type(value) not in TYPES[kind]:  # by isinstance true would be a number
        yield f"{place or 'the record'} is {_said(value)}, not {_article(kind)}"
    elif kind == "object":
        yield from _keys(value, schema, place)
    elif kind == "array":
        for i, item in enumerate(value):
            yield from problems(item, schema["items"], f"{place}[{i}]")
    elif value not in schema.get("enum", (value,)):
        yield f"{place} is {value!r}, not one of {', '.join(map(repr, schema['enum']))}"
    elif kind != "string":
        if value < schema.get("minimum", value):
            yield f"{place} is {value}, below {schema['minimum']}"
        if value > schema.get("maximum", value):
            yield f"{place} is {value}, above {schema['maximum']}"


def _keys(value: Any, schema: Any, place: str) -> Iterator[str]:
    known = schema["properties"]
    inside = f" in {place}" if place else ""
    for name, part in known.items():
        if name in value:
            yield from problems(value[name], part, f"{place}.{name}".lstrip("."))
        elif name in schema.get("required", ()):
            yield f"no {name!r}{inside}"
    for name in value:
        if name not in known:
            yield f"unknown key {name[:40]!r}{inside}"


def _said(value: Any) -> str:
    if isinstance(value, str):
        return f"the string {value[:40]!r}"
    names = {dict: "an object", list: "an array", bool: str(value).lower(), type(None): "null"}
    return names.get(type(value)) or f"the number {value}"


def _article(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeio" else f"a {kind}"
