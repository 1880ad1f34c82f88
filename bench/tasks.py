"""The tasks and their pages: what an evaluation folder holds, as what ``worker.py`` reads."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import predictions

KINDS = {"flatb": "text", "flat": "text", "html": "html", "meta": "meta", "clean": "text", "indomain": "text"}
"""Task -> what a tool is asked for: text without tags to clean, the main text of a page, or its metadata."""
Pages = dict[str, dict[str, str]]


def gold(data: Path) -> list[dict[str, Any]]:
    """The rows of an evaluation set.  Ends the program where it is not there."""
    if not (data / "gold.jsonl").is_file():
        raise SystemExit(f"no {data / 'gold.jsonl'}; bench/README.md says what DATA holds")
    return [json.loads(line) for line in (data / "gold.jsonl").read_text("utf-8").splitlines()]


def texts(data: Path, task: str) -> list[Path]:
    """The texts of a task, sorted.  Ends the program where there is none: nothing is measured on nothing."""
    found = sorted((data / task).glob("*.txt"))
    if not found:
        raise SystemExit(f"no texts at {data / task}/*.txt; bench/README.md says what DATA holds")
    return found


def pages(task: str, data: Path, ids: set[str] | None = None) -> Pages:
    """The pages of a task by id; ``data`` is the in-domain set's folder for that task."""
    rows = [row for row in gold(data) if ids is None or row["id"] in ids]
    if task == "indomain":
        return {row["id"]: _indomain(row, data) for row in rows}
    if task != "meta":
        rows = [row for row in rows if row["gold_text"]]
    make = {"clean": _clean, "html": _served, "meta": _served}.get(task, _flat)
    return {row["id"]: make(row, data / task if make is _flat else data) for row in rows}


def _named(row: dict[str, Any]) -> dict[str, str]:
    return {"id": row["id"], "lang": row.get("lang") or "", "url": row.get("url") or ""}


def _flat(row: dict[str, Any], folder: Path) -> dict[str, str]:
    text = (folder / f"{row['id']}.txt").read_bytes().decode()
    return {**_named(row), "text": text, "labels": (folder / f"{row['id']}.lab").read_text()}


def _clean(row: dict[str, Any], data: Path) -> dict[str, str]:
    return {**_named(row), "text": row["gold_text"]}


def _served(row: dict[str, Any], data: Path) -> dict[str, str]:
    return {**_named(row), "path": str((data / row["html_path"]).resolve())}


def _indomain(row: dict[str, Any], data: Path) -> dict[str, str]:
    return {**_named(row), "text": (data / "docs" / f"{row['id']}.txt").read_bytes().decode()}


def page_key(page: dict[str, str]) -> str:
    """A key of all that a tool is given of a page."""
    served = Path(page["path"]).read_bytes() if "path" in page else b""
    parts = (page[name] for name in sorted(page) if name != "path")
    return predictions.fingerprint(*parts, served)
