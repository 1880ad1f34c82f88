"""What a run of validate asks for: thresholds, levels and switches, from flags and from settings files."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from parkdocs.corpus.catalogue import BY_ID
from parkdocs.corpus.findings import LEVELS
from parkdocs.errors import UsageError

OFF = "off"
IGNORED = ("source", "created", "metadata.bytes", "metadata.sha256")
"""Fields that say where a document was read, what others say already, or no more than that it changed."""


@dataclass(frozen=True, slots=True)
class Gate:
    """The settings; paths are as given.  Hashable, and small enough to be sent to another process."""

    fail_on: str = "error"
    levels: tuple[tuple[str, str], ...] = ()  # check id, level or "off"
    baseline: str = ""
    against: str = ""
    ignore: tuple[str, ...] = IGNORED  # fields that may differ from the golden corpus
    schema: str = ""
    sources: str = ""
    field: str = ""
    rules: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    detect_language: bool = False
    near_duplicates: bool = False
    similarity: float = 0.8
    max_removed: float = 0.8
    min_characters: int = 1

    def level(self, check: str) -> str:
        """The level of a check: the settings' own, else the catalogue's."""
        return dict(self.levels).get(check) or BY_ID[check].level


TABLE = "validate"
CODE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
PATHS = {"baseline", "against", "schema", "sources", "rules"}
SHARES = {"similarity", "max_removed"}


def read(start: Path) -> Gate:
    """The gate of the nearest settings file at or above ``start``, the defaults where there is none.

    That is ``parkdocs.toml`` (table ``[validate]``) or a ``pyproject.toml`` with ``[tool.parkdocs.validate]``; looking
    up ends at the root of a repository.  Raises ``UsageError`` with its line for what is no TOML, an unknown table or
    key, or a wrong value.
    """
    for folder in (start, *start.parents):
        for path, keys in ((folder / "parkdocs.toml", ()), (folder / "pyproject.toml", ("tool", "parkdocs"))):
            found = _table(path, keys)
            if found is not None:
                return from_table(*found, path)
        if (folder / ".git").exists():
            break
    return Gate()


def _table(path: Path, keys: tuple[str, ...]) -> tuple[Mapping[str, Any], str] | None:
    """The table of a settings file and the file's text, None where the file or the table is not there."""
    try:
        text = path.read_text("utf-8")
        data: Any = tomllib.loads(text)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        raise UsageError(f"cannot read the settings in {os.path.relpath(path)}: {error}") from error
    for key in keys:
        data = data.get(key) if isinstance(data, dict) else None
    if not isinstance(data, dict) or not data:
        return None
    for key in data:
        if key != TABLE:
            raise UsageError(
                f"{_at(path, text, key)}unknown setting {key!r}; the only table is [{'.'.join((*keys, TABLE))}]"
            )
    if not isinstance(data[TABLE], dict):
        raise UsageError(f"{_at(path, text, TABLE)}{'.'.join((*keys, TABLE))} is no table")
    return data[TABLE], text


def _at(path: Path, text: str, *keys: str) -> str:
    """``file:line: `` of the first of the keys that can be seen in a settings file; without a line where none can."""
    for key in keys:
        name = rf"""["']?{re.escape(key)}["']?"""
        if found := re.search(
            rf"^[ \t]*(?:{name}[ \t]*[=.]|\[[ \t]*(?:[\w-]+\.)*{name}[ \t]*[.\]])", text, re.MULTILINE
        ):
            return f"{os.path.relpath(path)}:{text.count(chr(10), 0, found.start()) + 1}: "
    return f"{os.path.relpath(path)}: "


def from_table(table: Mapping[str, Any], text: str, path: Path) -> Gate:
    """The gate of a table; names have hyphens there, and paths are relative to the file, whose text is given too."""
    known = {f.name.replace("_", "-"): f.name for f in fields(Gate)}
    gate = Gate()
    for key, value in table.items():
        place = _at(path, text, key)
        if key not in known:
            raise UsageError(f"{place}unknown setting {key!r}; known are {', '.join(known)}")
        read = _value(known[key], value, f"{place}{key}")
        if known[key] in PATHS:
            read = tuple(_below(path, name) for name in read) if isinstance(read, tuple) else _below(path, read)
        if key == "levels":
            for check, level in read:
                checked(Gate(levels=((check, level),)), _at(path, text, check, key))
        gate = checked(replace(gate, **{known[key]: read}), place)
    return gate


def _below(path: Path, name: str) -> str:
    return _shown(path.parent / name)


def _shown(path: Path) -> str:
    """Relative to the present folder where it lies below it, so that reports name the same paths everywhere."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)


def _value(name: str, value: Any, place: str) -> Any:
    """A setting's value in the gate's own type.  Raises ``UsageError`` where it has another one."""
    default = getattr(Gate(), name)
    if name == "levels":
        if not isinstance(value, dict):
            raise UsageError(f'{place} has to be a table such as {{ "text/empty" = "warning" }}')
        return tuple(value.items())
    if isinstance(default, tuple):
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise UsageError(f"{place} has to be a list of strings")
        return tuple(value)
    if isinstance(default, float) and type(value) in {int, float}:
        return float(value)
    if type(value) is not type(default):
        raise UsageError(f"{place} has to be {_words(default)}, not {value!r}")
    return value


def _words(default: object) -> str:
    if isinstance(default, bool):
        return "true or false"
    return {int: "a whole number", float: "a number", str: "a string"}[type(default)]


def checked(gate: Gate, place: str = "") -> Gate:
    """The gate, if its values make sense.  Raises ``UsageError``, which begins with ``place``."""
    if gate.fail_on not in LEVELS:
        raise UsageError(f"{place}fail-on is {gate.fail_on!r}, not one of {', '.join(LEVELS)}")
    for check, level in gate.levels:
        if check not in BY_ID:
            raise UsageError(f"{place}levels: no check {check!r}; `parkdocs rules show ID` explains them")
        if level not in {*LEVELS, OFF}:
            raise UsageError(f"{place}levels: {check} is {level!r}, not one of {', '.join((*LEVELS, OFF))}")
    for code in gate.languages:
        if not CODE.fullmatch(code):
            raise UsageError(f"{place}languages: {code!r} is no language code; such are en, de, zh, zh-Hant")
    for name in sorted(SHARES):
        if not 0 <= getattr(gate, name) <= 1:
            raise UsageError(f"{place}{name.replace('_', '-')} is a share between 0 and 1")
    return gate
