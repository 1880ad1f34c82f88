"""What is fuzzed: functions of bytes that raise nothing but an ``AssertionError`` for a broken promise.

Each takes any bytes.  ``tests/test_fuzz.py`` drives them with Hypothesis, ``fuzz/run.py`` with atheris.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from parkdocs import edits, metadata, record, repair, rules, schema, spacing
from parkdocs import marks as marking
from parkdocs.errors import DocumentError
from parkdocs.model import Document, Metadata
from parkdocs.pipeline import STAGES, Settings, advance
from parkdocs.sources import FORMATS, Item, Reading, encoding, load
from parkdocs.sources.html import PARSERS

SETTINGS = Settings()
DAY = r"(?:\d{4}|XXXX|\d{3}X|\d{2}XX)(?:-(?:\d{2}|XX)(?:-(?:\d{2}|XX))?)?[~?%]?"
EDTF = re.compile(rf"{DAY}(?:/(?:{DAY}|\.\.)?)?|\[{DAY}(?:,{DAY})+\]")
FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1a\x1b-\x1f\x7f\r\u2028\u2029\ud800-\udfff\ufeff]")


def sources(data: bytes) -> None:
    """Any bytes as a file of any format: a document whose journal is whole, or a ``DocumentError``."""
    kind, body = data[:1], data[1:]
    form = FORMATS[kind[0] % len(FORMATS)] if kind else "text"
    decoded = encoding.decode(body)
    if not decoded.bad:
        assert encoding.encode(decoded.text, decoded.encoding) == body
    try:
        doc = load(Item("a", "a", int(form == "jsonl"), form, body), "", Reading(PARSERS[0], bool(body[:1] > b"\x7f")))
    except DocumentError as error:
        assert str(error)
        return
    assert edits.restore(doc.text, doc.edits) == doc.raw
    record.dumps(doc)


def rules_on_text(data: bytes) -> None:
    """Any text through repair, rules, labeller and spacing: everything comes back from the journal."""
    raw = text_of(data, "surrogateescape")
    doc = repair.repair(Document("a", "a", raw, raw))
    assert not FORBIDDEN.search(doc.text), FORBIDDEN.findall(doc.text)
    assert repair.repair(Document("a", "a", doc.text, doc.text)).text == doc.text or "\ufffd" in doc.text
    doc = marking.mark(doc, rules.load(), ("recall", "balanced", "precision")[len(data) % 3])
    doc = spacing.close_gaps(doc)
    assert edits.restore(doc.text, doc.edits) == raw
    assert edits.replay(raw, doc.edits) == doc.text


def packs(data: bytes) -> None:
    """Any text as a rule pack: rules, or findings that say what is wrong."""
    found, findings = rules.parse_text("pack.toml", text_of(data))
    assert found or findings
    for rule in found:
        list(rules.check_examples(rule))


def sections(data: bytes) -> None:
    """Any text to its last stage, through JSON after each: the same bytes as in one go, and spans inside the text."""
    raw = text_of(data)
    form = ("text", "markdown", "html")[len(data) % 3]
    whole = piped = Document("a", "a", raw, raw, Metadata(format=form))
    for stage, _ in STAGES:
        whole = advance(whole, stage, SETTINGS)
        piped = record.from_dict(record.loads(record.dumps(advance(piped, stage, SETTINGS))))
    assert record.dumps(piped) == record.dumps(whole)
    assert not list(schema.problems(record.loads(record.dumps(whole)), _schema()))
    ends = 0
    for part in whole.sections:
        assert ends <= part.start <= part.end <= len(whole.text)
        ends = part.start
    assert edits.restore(whole.text, whole.edits) == raw


def dates(data: bytes) -> None:
    """Any text to metadata: every date is EDTF and was read from a line that is there."""
    raw = text_of(data)
    doc = metadata.extract(Document("a", "a", raw, raw, Metadata(format="text")))
    lines = raw.count("\n") + raw.count("\r") + 1
    for date in doc.metadata.dates:
        assert EDTF.fullmatch(date.edtf), date
        assert 0 <= date.line <= lines, date
    assert not doc.metadata.published or EDTF.fullmatch(doc.metadata.published), doc.metadata.published


def restore(data: bytes) -> None:
    """A record with a few of its values changed: read as a document that agrees with itself, or refused."""
    values: Any = record.loads(_record())
    for at in range(0, min(len(data), 40), 4):
        _change(values, data[at : at + 4])
    try:
        doc = record.from_dict(values)
    except DocumentError as error:
        assert str(error)
        return
    assert edits.replay(doc.raw, doc.edits) == doc.text
    assert record.loads(record.dumps(doc)) == values


def text_of(data: bytes, errors: str = "replace") -> str:
    """Text of any bytes; lone surrogates, which no source lets through, only where ``errors`` asks for them."""
    return data[1:].decode("utf-8", errors if data[:1] == b"\xff" else "replace")


def _change(value: Any, code: bytes) -> None:
    """Walk down by the bytes of ``code`` and put something else there."""
    odd: tuple[Any, ...] = (None, -1, 0, 2**63, 1.5, "", "x", "\U0001f600", [], {}, True, [[]], {"a": 1}, "\x00")
    for step in code[:-1]:
        if not isinstance(value, dict | list) or not value:
            return
        keys: Any = sorted(value) if isinstance(value, dict) else range(len(value))
        key = keys[step % len(keys)]
        if isinstance(value[key], dict | list) and value[key] and step < 224:
            value = value[key]
            continue
        value[key] = odd[code[-1] % len(odd)] if code[-1] < 200 else _shifted(value[key], code[-1])
        return


def _shifted(value: Any, by: int) -> Any:
    if isinstance(value, str):
        return value[by % 7 :] + "ab"[by % 2]
    return value + by - 210 if isinstance(value, int | float) else value


@lru_cache(maxsize=1)
def _record() -> bytes:
    raw = "Home\n首页 > 新闻\n\n# Lindara Park\r\n\nPrinted on 5 May 2021.\ncafÃ©\n\n\n\n"
    raw += "The park 园区 opened.\n京ICP备12345678号-1\n"
    return record.dumps(advance(Document("a", "a", raw, raw), "extract", SETTINGS))


@lru_cache(maxsize=1)
def _schema() -> Any:
    return record.loads(schema.source())


TARGETS: dict[str, Callable[[bytes], None]] = {
    "sources": sources,
    "rules": rules_on_text,
    "packs": packs,
    "sections": sections,
    "dates": dates,
    "restore": restore,
}
