"""JSON Lines: broken, lying, deep, doubled; records of another version, records that do not agree with themselves."""

from __future__ import annotations

import json
from typing import Any

from .case import Case, many, same

GOOD = '{"id": "good", "text": "The park opened in May."}\n'
RECORD: dict[str, Any] = {
    "schema": "parkdocs/1", "id": "a", "text": "Text.\n", "source": "a", "created": "",
    "metadata": {
        "title": "", "published": "", "authors": [], "translators": [], "editors": [], "publisher": "", "credit": "",
        "language": "", "languages": [], "kind": "", "breadcrumb": [], "emails": [], "phones": [], "urls": [],
        "registrations": [], "organisations": [], "people": [], "places": [], "dates": [], "evidence": [],
        "declared": [], "format": "text", "encoding": "utf-8", "bytes": 0, "sha256": "", "extra": "",
    },
    "sections": [], "completeness": {"verdict": "", "evidence": [], "missing": [], "continues_at": ""}, "edits": [],
}  # fmt: skip


def cases() -> list[Case]:
    """Every file holds a good line behind the bad one: it must come out whatever went before."""
    return [*_broken(), *_odd(), *_ids(), *_records(), *_files()]


def _line(name: str, line: str | bytes, error: str = "", **wanted: Any) -> Case:
    data = (line if isinstance(line, bytes) else line.encode("utf-8", "surrogatepass")) + b"\n" + GOOD.encode()
    count = {"records": 1, "errors": 1} if error else {"records": 2}
    return Case(f"jsonl/{name}", same(data), ".jsonl", error=error, **{**count, **wanted})


def _broken() -> list[Case]:
    deep = '{"text": "x", "a": ' + "[" * 100_000 + "]" * 100_000 + "}"
    objects = '{"text": "x", "a": ' + '{"a":' * 2000 + "1" + "}" * 2000 + "}"
    return [
        _line("cut", '{"text": "abc', "broken JSON"),
        _line("trailing-comma", '{"text": "abc",}', "broken JSON"),
        _line("two-objects", '{"text": "a"}{"text": "b"}', "broken JSON"),
        _line("single-quotes", "{'text': 'a'}", "broken JSON"),
        _line("nan", '{"text": "a", "n": NaN}', "broken JSON"),
        _line("infinity", '{"text": "a", "n": -Infinity}', "broken JSON"),
        _line("lone-high-surrogate", '{"text": "a\\ud800b"}', "broken JSON"),
        _line("lone-low-surrogate", '{"text": "a\\udc00b"}', "broken JSON"),
        _line("surrogates-reversed", '{"text": "\\udc00\\ud800"}', "broken JSON"),
        _line("surrogate-in-key", '{"text": "a", "\\ud800": 1}', "broken JSON"),
        _line("surrogate-as-bytes", b'{"text": "a\xed\xa0\x80b"}', "not UTF-8"),
        _line("latin-1", b'{"text": "caf\xe9"}', "not UTF-8"),
        _line("overlong", b'{"text": "\xc0\xaf"}', "not UTF-8"),
        _line("control-raw", b'{"text": "a\x01b"}', "broken JSON"),
        _line("nul-raw", b'{"text": "a\x00b"}', "broken JSON"),
        _line("nul-line", b"\x00" * 50, "broken JSON"),
        _line("deep-arrays", deep, "broken JSON"),
        _line("deep-objects", objects, "broken JSON"),
        _line("bad-escape", '{"text": "\\x41"}', "broken JSON"),
        _line("comment", '{"text": "a"} // no', "broken JSON"),
        _line("a-list", '["text", "a"]', "not a JSON object but a list"),
        _line("a-string", '"text"', "not a JSON object but a string"),
        _line("a-number", "12", "not a JSON object but a number"),
        _line("null", "null", "not a JSON object but null"),
        _line("true", "true", "not a JSON object but true or false"),
        _line("not-json", "<html>", "broken JSON"),
        _line("escape-sequences", '\x1b[2J\x1b]0;owned\x07{"text": "a"}', "broken JSON"),
    ]


def _odd() -> list[Case]:
    """Lines that are JSON: what is strange about them must do no harm."""
    kept = '{"text": "a", "x": ' + "[" * 200 + "]" * 200 + "}"
    too_deep = '{"text": "a", "x": ' + "[" * 600 + "]" * 600 + "}"
    return [
        _line("key-twice", '{"text": "first.", "text": "second."}', has=("second.",), lacks=("first.",)),
        _line("key-twice-escaped", '{"text": "first.", "te\\u0078t": "second."}', has=("second.",), lacks=("first.",)),
        _line("huge-number", '{"text": "a", "n": ' + "9" * 400 + "}", "broken JSON"),
        _line("big-number", '{"text": "a", "n": 123456789012345678901234567890}'),
        _line("huge-exponent", '{"text": "a", "n": 1e999}', "broken JSON"),
        _line("tiny-exponent", '{"text": "a", "n": 1e-999}'),
        _line("long-fraction", '{"text": "a", "n": 0.' + "1" * 100_000 + "}"),
        _line("minus-zero", '{"text": "a", "n": -0}'),
        _line("deep-200-kept", kept),
        _line("deep-600", too_deep, "nest too deep"),
        _line("empty-object", "{}", "no text field"),
        _line("text-null", '{"text": null}', "not a string"),
        _line("text-number", '{"text": 5}', "not a string"),
        _line("text-list", '{"text": ["a"]}', "not a string"),
        _line("text-object", '{"text": {"text": "a"}}', "not a string"),
        _line("text-empty", '{"text": ""}'),
        _line("no-text", '{"body": "a"}', "choose one with --field"),
        _line("key-of-escapes", '{"\\u001b[31m": 1}', "no text field"),
        _line("long-key", '{"' + "k" * 1_000_000 + '": 1}', "no text field"),
        _line("many-keys", json.dumps({"text": "a", **{f"k{i}": i for i in range(20_000)}})),
        _line("surrogate-pair", '{"text": "\\ud83d\\ude00 open."}', has=("\U0001f600 open.",)),
        _line("nul-escaped", '{"text": "a\\u0000b."}', has=("ab.",)),
        _line("line-separators", '{"text": "a\u2028b."}', has=("a\nb.",)),
        _line("escapes-in-text", '{"text": "a\\u001b[31mred\\u001b[0m."}', has=("ared.",), lacks=("\x1b",)),
        _line("crlf-inside", '{"text": "a\\r\\nb."}', has=("a\nb.",)),
        _line("crlf-outside", '{"text": "a."}\r', has=("a.",)),
        _line("blank-around", ' \t{"text": "a."}  ', has=("a.",)),
        _line("html-field", '{"html": "<p>One</p><script>alert(1)</script>"}', has=("One",), lacks=("alert",)),
        _line("proto", '{"__proto__": {"text": "x"}, "constructor": 1, "text": "a."}', has=("a.",)),
        _line("format-string", '{"text": "{0.__class__} %s %(x)s ${jndi:ldap://x}"}', has=("{0.__class__} %s %(x)s ${jndi:ldap://x}",)),
    ]  # fmt: skip


def _ids() -> list[Case]:
    """Ids of strangers stay what they are in the record; what files they may become is another case."""
    ids = ["../../etc/passwd", "/etc/passwd", "a\x00b", "a\nb", "\x1b[31m", "n" * 10_000, "..", ".", "C:\\con", "a\u202eb",
           "=cmd|' /C calc'!A0", "-rf", "--output=x", "$(id)", "`id`", "|id", "<b>", "a//b", "a/./b", "é" * 200, "\u2028"]  # fmt: skip
    out = [
        _line(f"id-{k}", json.dumps({"id": doc_id, "text": "A text."}), has=("A text.",))
        for k, doc_id in enumerate(ids)
    ]
    odd = [1.5, 10**30, True, None, [], {}, "", -0.0]
    return out + [
        _line(f"id-odd-{k}", json.dumps({"id": v, "text": "A text."}), has=("A text.",)) for k, v in enumerate(odd)
    ]


def _records() -> list[Case]:
    def record(name: str, error: str, **changes: Any) -> Case:
        return _line(f"record-{name}", json.dumps({**RECORD, **changes}), error)

    edit = {"start": 0, "old": "x", "new": "", "rule": "a/b", "kind": "nav"}
    section = {"level": 1, "heading": "", "kind": "body", "start": 0, "end": 6, "path": [], "language": ""}
    return [
        record("fine", ""),
        record("version-2", "record of schema", schema="parkdocs/2"),
        record("version-none", "record of schema", schema="parkdocs/"),
        record("version-long", "record of schema", schema="parkdocs/1" + "0" * 5000),
        record("text-number", "broken parkdocs record", text=5),
        record("unknown-key", "unknown key", extra_key=1),
        record("metadata-list", "broken parkdocs record", metadata=[]),
        record("edit-outside", "does not fit", edits=[{**edit, "start": 10**9}]),
        record("edit-negative", "below 0", edits=[{**edit, "start": -1}]),
        record("edit-huge", "broken parkdocs record", edits=[{**edit, "start": 10**30}]),
        record("edit-misfit", "does not fit", edits=[{**edit, "new": "nothing like it"}]),
        record("edits-overlap", "does not fit", edits=[{**edit, "old": "abc"}, {**edit, "start": 1}]),
        record("edits-backwards", "does not fit", edits=[{**edit, "start": 3}, edit]),
        record("edit-empty", "", edits=[{**edit, "old": ""}]),
        record("edit-unknown-kind", "not one of", edits=[{**edit, "kind": "evil"}]),
        record("section-outside", "of 6 characters", sections=[{**section, "end": 99}]),
        record("section-backwards", "of 6 characters", sections=[{**section, "start": 5, "end": 2}]),
        record("created-differs", "created is", created="2020"),
        record("bool-for-number", "broken parkdocs record", metadata={**RECORD["metadata"], "bytes": True}),
        record("encoding-of-no-text", "", metadata={**RECORD["metadata"], "encoding": "zlib"}),
        record("format-evil", "not one of", metadata={**RECORD["metadata"], "format": "exe"}),
        record("edit-bomb", "", text="", edits=[{**edit, "start": i, "old": "x"} for i in range(8000)]),
    ]


def _files() -> list[Case]:
    good = GOOD.encode()
    rows: list[tuple[str, bytes | str, dict[str, Any]]] = [
        ("bom", b"\xef\xbb\xbf" + good, {"records": 1}),
        ("bom-in-the-middle", good + b"\xef\xbb\xbf" + good, {"records": 1, "errors": 1, "error": "broken JSON"}),
        ("blank-lines", b"\n\n \n" + good + b"\n" * 5000, {"records": 1}),
        ("no-last-line-feed", good.rstrip(), {"records": 1}),
        ("utf-16", good.decode().encode("utf-16"), {"records": 0, "errors": 2, "error": ""}),
        ("ten-thousand-broken", b"{\n" * 2000 + good, {"records": 1, "errors": 2000, "error": "broken JSON"}),
        ("same-id", good * 3, {"records": 3}),
        ("only-line-feeds", b"\n" * 1000, {"records": 0, "errors": 0}),
        ("empty", b"", {"records": 0, "errors": 0}),
    ]
    return many("jsonl-file", rows, suffix=".jsonl")
