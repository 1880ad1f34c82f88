"""The built-in packs as ``tools/compile_packs.py`` has read them: loaded in a tenth of the time."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

PACKS = Path(__file__).parent / "packs"
FILE = PACKS / "compiled.json"


class Compiled(NamedTuple):
    """The values of the rules in their order, and for each the literals that its pattern needs (``literals``)."""

    rules: Sequence[Sequence[Any]]
    needs: Sequence[Sequence[str]]


def packs() -> list[Path]:
    """The packs that parkdocs brings along, in the order they are tried."""
    return sorted(PACKS.glob("*.toml"))


def checksums() -> dict[str, int]:
    """A checksum of each pack's source."""
    return {pack.name: crc32(pack.read_bytes()) for pack in packs()}


@cache
def load() -> Compiled | None:
    """The compiled packs; None where the source of one has changed since, for the source is what counts."""
    data = json.loads(FILE.read_bytes()) if FILE.is_file() else {"packs": {}}
    if data["packs"] != checksums():
        return None
    return Compiled([[tuple(v) if isinstance(v, list) else v for v in row] for row in data["rules"]], data["needs"])
