"""A finding: what is wrong, where, how bad, and a fingerprint that stays when lines move."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import NamedTuple

LEVELS = ("error", "warning", "note")
"""How bad a finding is, worst first."""


class Finding(NamedTuple):
    """One finding of one check.

    ``line`` is the 1-based line of ``path`` and ``pointer`` the JSON pointer inside it.  While a record is looked at,
    its place is not known yet: then ``line`` counts the lines of the record's ``of`` (text or source), 0 for none.
    """

    id: str
    level: str
    message: str
    path: str = ""
    line: int = 0
    document: str = ""
    pointer: str = ""
    text: str = ""  # the line that is meant
    detail: str = ""  # more lines, such as a difference
    key: str = ""  # what tells it from other findings of the same check on the same document
    of: str = ""


def fingerprint(finding: Finding) -> str:
    """16 hexadecimal digits that stay the same when the line moves, or the document goes into another file.

    They are made of check, document, pointer and the finding's own key; a line that is no record has no id, and counts
    by its file.  Two findings of one check on one document with the same key share a fingerprint.

    >>> a = Finding("text/empty", "error", "no text", "a.jsonl", 3, "x.txt", "/text")
    >>> fingerprint(a) == fingerprint(a._replace(path="b.jsonl", line=9)) != fingerprint(a._replace(document="y.txt"))
    True
    """
    owner = finding.document or f"\0{finding.path}"
    parts = "\0".join((finding.id, owner, finding.pointer, finding.key))
    return hashlib.blake2b(parts.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by file, line and check: the order in which every format lists them."""
    return sorted(findings, key=lambda f: (f.path, f.line, f.id, f.pointer, f.message))


def at_line(finding: Finding, path: str, line: int, document: str) -> Finding:
    """A finding on a record that stands at a line of a JSONL file; the line it meant goes into the message."""
    inside = f" (line {finding.line} of the {finding.of})" if finding.of and finding.line else ""
    return finding._replace(
        path=path, line=line, document=document or finding.document, message=finding.message + inside, of=""
    )


def in_document(finding: Finding, path: str, document: str, numbers: tuple[int, ...]) -> Finding:
    """A finding on a raw document; ``numbers`` are the source lines of the lines of its clean text."""
    line = finding.line
    if finding.of == "text":
        line = numbers[line - 1] if 0 < line <= len(numbers) else 1
    return finding._replace(path=path, line=max(line, 1), document=document, of="")
