"""JSON Lines: a document a line, ours (a record) or anyone's (an object with a text field)."""

from __future__ import annotations

import hashlib
from typing import Any

from parkdocs import record
from parkdocs.errors import DocumentError
from parkdocs.model import Document, Metadata
from parkdocs.sources.reading import USUAL, Reading

EXTENSIONS = (".jsonl", ".ndjson")
TEXT_FIELDS = ("text", "content", "raw_content", "html")
SOURCE_FIELDS = ("source", "url")


def read(
    data: bytes, doc_id: str, path: str, line: int, field: str = "", source: str = "", reading: Reading = USUAL
) -> Document:
    r"""The document of one line; ``doc_id`` and ``source`` serve where the line names none.

    The text is ``field``, else ``text``, ``content``, ``raw_content`` or ``html`` (whose text layer is taken), the id
    ``id`` (a number as a string), the source ``source``, else ``url``; other keys go into ``metadata.extra``.
    Raises ``DocumentError`` for broken JSON, a broken record, a missing text field and one that is no string.

    >>> doc = read(b'{"id": 7, "text": "Hello.\\n", "url": "https://a.example/", "lang": "en"}', "in:1", "in.jsonl", 1)
    >>> doc.id, doc.source, doc.metadata.extra
    ('7', 'https://a.example/', '{"lang":"en"}')
    """
    values = record.loads(data, path, line)
    if record.is_record(values):
        return record.from_dict(values, path, line)
    name = text_field(values, field)
    if not name:
        raise DocumentError(path, line, _no_field(values, field))
    content = values.pop(name)
    if not isinstance(content, str):
        raise DocumentError(
            path, line, f"field {name!r} is not a string; name the one that holds the text with --field"
        )
    doc_id = _take_id(values) or doc_id
    source = _take_source(values) or source or path
    try:
        extra = record.compact(values) if values else ""
    except ValueError as error:
        raise DocumentError(path, line, "the other fields nest too deep to be kept; at most 254 levels") from error
    if name == "html":
        from parkdocs.sources import html

        page = html.page(content, reading)
        doc = _document(content, page.text, "html", doc_id, source, extra)
        return doc._replace(layout=page.layout, metadata=doc.metadata._replace(declared=page.declared))
    return _document(content, content, "text", doc_id, source, extra)


def text_field(values: dict[str, Any], field: str = "") -> str:
    """The key that holds the text, "" where there is none."""
    return next((name for name in ((field,) if field else TEXT_FIELDS) if name in values), "")


def looks_like(line: bytes) -> bool:
    """Whether a first line is a JSON object that is a record or has a text field."""
    if not line.lstrip().startswith(b"{"):
        return False
    try:
        values = record.loads(line)
    except DocumentError:
        return False
    return record.is_record(values) or bool(text_field(values))


def refuse_json(data: bytes, path: str) -> None:
    """Raise ``DocumentError`` for a whole JSON array or object of several lines, which is no text and no JSON Lines."""
    body = data.strip()
    if body[:1] + body[-1:] not in {b"[]", b"{}"} or (how := record.json_kind(body)) == "":
        return
    what, command = ("a JSON array", "jq -c '.[]'") if how == "array" else ("a JSON object", "jq -c .")
    why = f"this is {what}, not text; write one object a line (JSON Lines), for example with {command}"
    raise DocumentError(path, 1, why)


def is_record(line: bytes) -> bool:
    """Whether a line is a record of parkdocs, of whatever version."""
    try:
        return record.is_record(record.loads(line))
    except DocumentError:
        return False


def is_error(line: bytes) -> bool:
    """Whether a line is one of ``--errors``."""
    try:
        return set(record.loads(line)) == {"path", "line", "message"}
    except DocumentError:
        return False


def _no_field(values: dict[str, Any], field: str) -> str:
    wanted = f"field {field!r}" if field else f"text field ({', '.join(TEXT_FIELDS)})"
    there = ", ".join(name[:40] for name in list(values)[:20]) or "none"
    return f"no {wanted}; the fields are: {there}; choose one with --field"


def _take_id(values: dict[str, Any]) -> str:
    """The line's own id, taken out of its values; an id that is neither string nor number stays among the others."""
    value = values.get("id")
    if isinstance(value, bool) or not isinstance(value, str | int | float) or value == "":
        return ""
    return str(values.pop("id"))


def _take_source(values: dict[str, Any]) -> str:
    for name in SOURCE_FIELDS:
        if isinstance(values.get(name), str) and values[name]:
            return str(values.pop(name))
    return ""


def _document(content: str, raw: str, form: str, doc_id: str, source: str, extra: str) -> Document:
    data = content.encode()
    metadata = Metadata(format=form, bytes=len(data), sha256=hashlib.sha256(data).hexdigest(), extra=extra)
    return Document(doc_id, source, raw, raw, metadata)
