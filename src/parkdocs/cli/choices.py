"""What some options may be set to."""

from __future__ import annotations

from enum import StrEnum


class Favor(StrEnum):
    """How readily lines go."""

    recall = "recall"
    balanced = "balanced"
    precision = "precision"


class Format(StrEnum):
    """Formats of an input."""

    text = "text"
    markdown = "markdown"
    html = "html"
    jsonl = "jsonl"
    warc = "warc"
    pdf = "pdf"


class HtmlParser(StrEnum):
    """Readers of HTML."""

    selectolax = "selectolax"
    bs4 = "bs4"


class Engine(StrEnum):
    """What runs the shards of a folder."""

    local = "local"
    ray = "ray"


class Packing(StrEnum):
    """How shards are packed."""

    gzip = "gzip"
    zstd = "zstd"
