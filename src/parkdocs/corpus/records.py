"""One record: every check that makes sense for its kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from parkdocs import rules
from parkdocs.corpus import baseline, chrome, contract, drift, glance, originals, quality
from parkdocs.corpus.catalogue import CHECKS
from parkdocs.corpus.findings import Finding
from parkdocs.corpus.gate import OFF, Gate
from parkdocs.model import SCHEMA
from parkdocs.record import is_record, loads
from parkdocs.sites import host_in
from parkdocs.sources import jsonl

LANGUAGE_KEYS = ("language", "lang")


@dataclass(frozen=True, slots=True)
class Kit:
    """A gate made ready: schemas compiled, levels looked up, golden corpus and baseline read; ``seen`` is a memory."""

    gate: Gate
    levels: dict[str, str]  # of the checks that are on
    own: Any  # the record's schema, for a quick yes or no
    other: Any
    golden: drift.Golden
    known: frozenset[str]
    glancing: bool
    seen: dict[str, bool] = field(default_factory=dict)


@lru_cache(maxsize=2)
def kit(gate: Gate) -> Kit:
    """The kit of a gate.  Raises ``UsageError`` or ``PackError`` for a schema, baseline, golden corpus or pack."""
    levels = {check.id: level for check in CHECKS if (level := gate.level(check.id)) != OFF}
    if gate.rules:  # a bad pack stops the run; the built-in ones take memory, and wait until a text is read
        rules.load(gate.rules)
    golden = drift.golden(gate.against)
    if first := next(iter(golden.values()), b""):
        drift.check_ignored(gate.ignore, loads(first.removeprefix(b"\xef\xbb\xbf")))
    return Kit(
        gate,
        levels,
        contract.quick(),
        contract.validator(gate.schema) if gate.schema else None,
        golden,
        baseline.read(gate.baseline),
        glance.enough(gate),
    )


Examined = tuple[list[Finding], str, str]
"""A record's findings, not placed yet, its id and its text, "" where it has none."""


def fresh_kit(gate: Gate) -> Kit:
    """The kit of a gate, with its files read anew: they may have changed since."""
    for remembered in (kit, contract.validator, drift.golden):
        remembered.cache_clear()
    return kit(gate)


def examine(values: dict[str, Any], tools: Kit) -> Examined:
    """Every check of one record."""
    if values.get("schema") == SCHEMA or is_record(values):
        if not tools.own.is_valid(values):
            level = tools.levels.get("record/broken-contract", "")
            found = list(contract.breaches(contract.validator(), values, level))
            return _on(found, tools), *_id_and_text(values, tools)
        document, text = values["id"], values["text"]
        said = values["metadata"]["language"], values["metadata"]["title"]
        found = [] if tools.glancing and glance.sound(values, tools.gate) else list(_of_record(values, tools))
        found += _of_text(text, said, tools, host_in(values["source"]))
    else:
        document, text = _id_and_text(values, tools)
        found = list(_of_row(values, text, tools))
    if tools.other is not None and not tools.other.is_valid(values):
        found += contract.breaches(tools.other, values, tools.levels.get("record/broken-contract", ""))
    if tools.golden:
        found += _of_golden(values, document, tools)
    return (_on(found, tools) if found else found), document, text


def _looking(tools: Kit) -> rules.RuleSet | None:
    """The rules that chrome is looked for with."""
    return rules.load(tools.gate.rules) if "text/chrome-left" in tools.levels else None


def _of_row(values: dict[str, Any], text: str, tools: Kit) -> Iterator[Finding]:
    """A record of somebody else: its text, if it has one; with a schema of its own it need not."""
    name = jsonl.text_field(values, tools.gate.field)
    if name and type(values[name]) is str:
        metadata = values.get("metadata")
        said = _said(values)[0] or (_said(metadata)[0] if type(metadata) is dict else "")
        address = next((v for name in jsonl.SOURCE_FIELDS if type(v := values.get(name)) is str), "")
        yield from _of_text(text, (said, ""), tools, host_in(address))
    elif tools.other is None:
        why = f"field {name!r} is no string" if name else "no text field"
        yield _found("record/no-text", tools, f"{why}; choose one with --field")


def _of_golden(values: dict[str, Any], document: str, tools: Kit) -> Iterator[Finding]:
    if document in tools.golden:
        level = tools.levels.get("corpus/drift", "")
        yield from drift.compare(tools.golden[document], values, tools.gate.ignore, level)
    else:
        yield _found("corpus/new-document", tools, "the golden corpus has no such document", pointer="/id")


def _on(found: list[Finding], tools: Kit) -> list[Finding]:
    """Without the findings of checks that are switched off."""
    return [f for f in found if f.id in tools.levels]


def _found(check: str, tools: Kit, message: str, **more: Any) -> Finding:
    return Finding(check, tools.levels.get(check, ""), message, **more)


def _id_and_text(values: dict[str, Any], tools: Kit) -> tuple[str, str]:
    """A record's id and text as strings; an id that is a number is written as one."""
    name = values.get("id", "")
    text = values.get("text")
    if type(text) is not str or tools.gate.field:
        text = values.get(jsonl.text_field(values, tools.gate.field))
    document = name if type(name) is str else str(name) if type(name) is int else ""
    return document, text if type(text) is str else ""


def _said(values: dict[str, Any]) -> tuple[str, str]:
    """The language and the title that a record, or its metadata, give; "" where they do not."""
    code = next((code for key in LANGUAGE_KEYS if type(code := values.get(key)) is str), "")
    title = values.get("title")
    return code, title if type(title) is str else ""


def _of_record(values: dict[str, Any], tools: Kit) -> Iterator[Finding]:
    """What only a record of parkdocs can show: its journal, its verdict, its metadata."""
    if not contract.agrees(values):
        for place, message in contract.contradictions(values):
            yield _found("record/broken-journal", tools, message, pointer=place)
    try:
        size, gone = contract.removed(values, tools.gate.max_removed)
        if gone > tools.gate.max_removed * size:
            message = f"{gone / size:.0%} of the source's {size:,} characters were removed as chrome"
            yield _found("text/too-much-removed", tools, message, pointer="/edits")
    except ValueError as error:
        place = f"/edits/{error.args[0]}"
        yield _found("record/broken-journal", tools, "this edit does not fit the text", pointer=place)
    verdict = values["completeness"]["verdict"]
    if verdict in {"truncated", "suspect"}:
        message, line = quality.completeness(values["completeness"])
        yield _found(f"document/{verdict}", tools, message, pointer="/completeness", line=line, of="source")
    metadata = values["metadata"]
    if not (metadata["title"] and metadata["published"]):
        for check, place, message in quality.fields(metadata):
            yield _found(check, tools, message, pointer=place)
    if tools.gate.sources:
        for check, message in originals.differs(values, tools.gate.sources):
            yield _found(check, tools, message, pointer="/edits")


def _of_text(text: str, said: tuple[str, str], tools: Kit, host: str) -> Iterable[Finding]:
    """What any text can show; ``said`` are the language and the title that it has by its metadata."""
    fine = tools.glancing and glance.clean(text, said, tools.gate, _looking(tools), tools.seen)
    return () if fine else _in_text(text, said, tools, host)


def _in_text(text: str, said: tuple[str, str], tools: Kit, host: str) -> Iterator[Finding]:
    if len(text) < 1000 and (why := quality.empty(text, tools.gate.min_characters)):
        yield _found("text/empty", tools, why, pointer="/text")
        return
    if not text.isascii():
        for number, line, why in quality.mojibake(text):
            yield _found(
                "text/mojibake", tools, why, pointer="/text", line=number, of="text", text=line, key=line[:200]
            )
    if looking := _looking(tools):
        for number, line, rule in chrome.left(text, said[1], looking, tools.seen, host):
            why = f"{rule} would take this line away"
            place = {"line": number, "of": "text", "text": line, "key": f"{rule} {line[:200]}"}
            yield _found("text/chrome-left", tools, why, pointer="/text", **place)
    if tools.gate.languages or tools.gate.detect_language or quality.strange(said[0], text):
        yield from _of_language(text, said[0], tools)


def _of_language(text: str, language: str, tools: Kit) -> Iterator[Finding]:
    """Text against metadata where there is doubt, and whichever is surer against the languages that are expected."""
    said = quality.primary(language)
    doubt = tools.gate.detect_language or not said or quality.strange(language, text)
    read = quality.language_of(text) if doubt else language
    known = read if quality.primary(read) else language
    wanted = tools.gate.languages
    if wanted and quality.primary(known) and not quality.expected(known, wanted):
        message = f"the text is in {known!r}, expected is {' or '.join(wanted)}"
        yield _found("text/wrong-language", tools, message, pointer="/metadata/language", key=known)
    if said and quality.primary(read) and quality.primary(read) != said:
        message = f"the metadata say {language!r}, the text reads as {read!r}"
        yield _found("text/language-mismatch", tools, message, pointer="/metadata/language", key=read)
