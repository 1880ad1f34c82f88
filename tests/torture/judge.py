"""What parkdocs makes of a case, held against what must come out."""

from __future__ import annotations

import io
import json
import re
from functools import lru_cache
from importlib.resources import files
from typing import Any

import jsonschema_rs

from parkdocs import edits, record, sources
from parkdocs.engines.local import Job, finish
from parkdocs.errors import DocumentError
from parkdocs.model import Document
from parkdocs.sources import Item, encoding

from .case import Case

JOB = Job("extract")
RAW_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f\r\u2028\u2029\ufeff\ud800-\udfff]")
"""What no clean text holds; escape sequences are among them."""


def problems(case: Case) -> list[str]:
    """What is wrong with what comes out; empty where all is as it must be."""
    data = case.make()
    docs, errors = outcome(data, case.suffix)
    out = [why for doc in docs for why in broken_promises(doc)]
    told = [str(e) for e in errors]
    out += [f"internal error: {e}" for e in told if "internal error" in e]
    if case.suffix == ".jsonl":
        if (len(docs), len(errors)) != (case.records, case.errors):
            out.append(
                f"{len(docs)} records and {len(errors)} errors, wanted {case.records} and {case.errors}: {told[:2]}"
            )
    elif bool(errors) != bool(case.error):
        out.append(f"wanted {case.error or 'no error'}, got {told or 'a record'}")
    if case.error and not any(case.error in e for e in told):
        out.append(f"no message says {case.error!r}: {[e[:200] for e in told[:3]]}")
    out += [f"an error has no place: {e[:80]!r}" for e in told if not re.match(r"(?s).+:\d+: .", e)]
    out += [f"an error is {len(e)} characters long" for e in told if len(e) > 2000]
    return out + (_wrong(case, docs, data) if docs else [])


def _wrong(case: Case, docs: list[Document], data: bytes) -> list[str]:
    out, text = [], "".join(doc.text for doc in docs)
    if case.text is not None and docs[0].text != case.text:
        out.append(f"text is {docs[0].text[:200]!r}, wanted {case.text[:200]!r}")
    out += [f"{part[:60]!r} did not come out" for part in case.has if part not in text]
    out += [f"{part[:60]!r} came out" for part in case.lacks if part in text]
    if case.encoding and docs[0].metadata.encoding != case.encoding:
        out.append(f"encoding is {docs[0].metadata.encoding}, wanted {case.encoding}")
    if case.exact is not None and case.suffix in {".txt", ".md"}:
        exact = encoding.encode(docs[0].raw, docs[0].metadata.encoding) == data
        if exact != case.exact:
            out.append("the bytes come back" if exact else "the bytes do not come back")
        if exact == any(e.field == "encoding" for e in docs[0].metadata.evidence):
            out.append("the record does not say whether bytes were lost")
    return out


def outcome(data: bytes, suffix: str) -> tuple[list[Document], list[DocumentError]]:
    """All documents and errors of a file with these bytes, as the command line would get them."""
    docs, errors = list[Document](), list[DocumentError]()
    forms = {".txt": "text", ".md": "markdown", ".html": "html", ".jsonl": "jsonl"}
    items = (
        sources.plan([], forms[suffix], io.BytesIO(data))
        if suffix == ".jsonl"
        else [Item("case" + suffix, "case" + suffix, 0, forms[suffix], data)]
    )
    for item in items:
        try:
            if isinstance(item, DocumentError):
                raise item
            docs.append(finish(item, JOB))
        except DocumentError as error:
            errors.append(error)
    return docs, errors


def broken_promises(doc: Document) -> list[str]:
    """The contracts that hold for every record, whatever it was made of."""
    line = record.dumps(doc)
    values = record.loads(line)
    out = [f"schema: {e.message[:200]}" for e in _validator().iter_errors(values)][:3]
    back = record.from_dict(values)
    if back.raw != doc.raw or edits.restore(doc.text, doc.edits) != doc.raw:
        out.append("the journal does not give the source back")
    if record.dumps(back) != line:
        out.append("the record changes on its way through JSON")
    if found := RAW_CONTROLS.search(doc.text):
        out.append(f"control character {found[0]!r} in the clean text")
    if any(not 0 <= s.start <= s.end <= len(doc.text) for s in doc.sections):
        out.append("a section lies outside the text")
    return out


@lru_cache(maxsize=1)
def _validator() -> Any:
    return jsonschema_rs.validator_for(
        json.loads(files("parkdocs").joinpath("schema/record.schema.json").read_text("utf-8"))
    )
