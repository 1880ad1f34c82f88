"""What is wrong with a text, or with what its metadata say, although the record is well formed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from parkdocs.corpus.findings import Finding
from parkdocs.model import Document

SUSPECT = re.compile("[\x80-\u04ff\ufffd]")
"""Broken characters nearly always have one of these among them; Chinese and plain English have none."""
EAST_ASIAN = frozenset({"zh", "ja", "ko"})
LATIN = " af ca cs da de en es et fi fr hr hu id it lt lv nl no pl pt ro sk sl sq sv sw tl tr vi "
LEAST, TELLING = 50, 80
"""Characters that are needed, and that are enough, to tell one family of scripts from the other by their bytes."""
WIDTH = 60
MOST = 5


def empty(text: str, least: int) -> str:
    """Why a text counts as empty, "" where it does not."""
    if len(text) > 4 * least + 200:
        return ""
    size = len(text.strip())
    if size >= least:
        return ""
    return "there is no text" if not size else f"the text has {size} characters, fewer than {least}"


def mojibake(text: str) -> Iterator[tuple[int, str, str]]:
    """Lines with broken characters: number, the line, and what is wrong; at most ``MOST``.

    A character of the ranges in which broken ones lie is looked for first; then the repair step is asked what it would
    mend, as it is the one that knows.  Safe for accented languages: it mends only what is surely broken.
    """
    if not SUSPECT.search(text):
        return
    from parkdocs import repair

    count = 0
    for number, line in _suspects(text):
        why = _broken(line, repair)
        if why:
            yield number, line, why
            count += 1
        if count == MOST:
            return


def _suspects(text: str) -> Iterator[tuple[int, str]]:
    """Number and text of the lines that have a suspect character; the others are not even cut out."""
    number, at = 1, 0
    while found := SUSPECT.search(text, at):
        start = text.rfind("\n", at, found.start()) + 1
        end = text.find("\n", found.start())
        end = len(text) if end < 0 else end
        number += text.count("\n", at, start)
        yield number, text[start:end]
        at = end


def _broken(line: str, repair: Any) -> str:
    if "\ufffd" in line:
        return f"{line.count(chr(0xFFFD))} characters were lost when it was decoded (U+FFFD)"
    if not repair.SUSPECT.search(line):
        return ""
    found = next((c for c in repair.changes(line) if c.rule.endswith("mojibake")), None)
    return f"{line[found.start : found.end][:WIDTH]!r} should read {found.new[:WIDTH]!r}" if found else ""


def language_of(text: str) -> str:
    """The language of a text as BCP 47, read anew."""
    from parkdocs.metadata import language

    return language.fill(Document("", "", text, text)).metadata.language


def primary(code: str) -> str:
    """The language of a code as other tools write it: ``zh`` of ``zh-Hans``, ``zh_CN`` and ``ZH``; "" for no code."""
    first = code.replace("_", "-").partition("-")[0].lower()
    return first if first.isalpha() and len(first) in {2, 3} and first != "und" else ""


def expected(code: str, languages: Iterable[str]) -> bool:
    """Whether a code is one of the languages or a variety of one.

    >>> expected("zh-Hans", ["en", "zh"]), expected("zh-Hans", ["zh-Hant"])
    (True, False)
    """
    return any(f"{code}-".lower().startswith(f"{wanted}-".lower()) for wanted in languages)


def strange(code: str, text: str) -> bool:
    """Whether the script speaks against a language: a Latin letter takes one byte, a Chinese one three."""
    if len(text) < LEAST or not code:
        return False
    start = text[:TELLING]
    width = 1 if start.isascii() else len(start.encode("utf-8", "surrogatepass")) / len(start)
    if width < 1.4:
        return code[:2].lower() in EAST_ASIAN and primary(code) in EAST_ASIAN
    return width > 2 and code[:2].lower() not in EAST_ASIAN and f" {primary(code)} " in LATIN


def completeness(verdict: dict[str, Any]) -> tuple[str, int]:
    """In a sentence why a document counts as cut off, and the source line that shows it (0: none does)."""
    signs, missing = verdict["evidence"], len(verdict["missing"])
    more = f"; {missing} sections are missing" if missing else ""
    if not signs:
        return (more or "; no evidence is given")[2:], 0
    best = next((s for s in signs if s["kind"] in {"notice", "marker"}), signs[-1])
    guessed = best["rule"].startswith(("model/", "complete/"))  # no rule knows the words
    said = "a line reads as a notice: " if guessed else "the page says so: "
    said = said if best["kind"] == "notice" else ""
    return f"{said}{best['note'][:160]}{more}", best["line"]


def fields(metadata: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Metadata that every document should have: check, JSON pointer and message where it is not there."""
    if metadata["kind"]:  # extracted at all
        if not metadata["title"]:
            yield "metadata/missing-title", "/metadata/title", "no title was found"
        if not metadata["published"]:
            yield "metadata/missing-date", "/metadata/published", "no date of publication was found"


def shown(finding: Finding) -> str:
    """The line a finding shows, as one line of at most 200 characters."""
    text = " ".join(finding.text.split())
    return text if len(text) <= 200 else text[:199] + "…"
