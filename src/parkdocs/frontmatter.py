"""The block of properties at the very top of a Markdown file: what it says of itself, and where it ends.

Seen as site generators and note takers write it: ``---``, lines of ``key: value``, ``---``.  Only its simple forms are
read: quoted and plain values, lists in brackets or behind dashes, folded text; what is set in deeper is passed over.
Safe: every line has to be a property's, and one of them has to be a key that such blocks have; two rules with a
``Note: …`` between them stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from parkdocs import deferred
from parkdocs.lines import removed_lines
from parkdocs.model import Document

RULE, KIND = "credit/front-matter", "credit"
LONGEST = 120  # lines
_KEY = deferred.pattern(r"([A-Za-z][\w .-]{0,40}?)[ \t]{0,4}:(?:[ \t]+(.*))?$")
_MORE = deferred.pattern(r"[ \t]+\S.*|-(?:[ \t].*)?|#.*|[ \t]*")
_COMMENT = deferred.pattern(r"\s#.*$")
_USUAL = (
    "title author authors date published updated modified lastmod created tags keywords categories category layout lang"
    " language description summary slug permalink draft source url publisher translator editor aliases"
)
_KNOWN = frozenset(_USUAL.split())


class Property(NamedTuple):
    """A key in small letters without its signs, its values, and the number of its line."""

    key: str
    values: tuple[str, ...]
    number: int


def end(lines: Sequence[str]) -> int:
    """Index of the line that closes the block which the first line opens; -1 where there is none.

    >>> end(["---", "title: Zone handbook", "---", "Text"]), end(["---", "Note: the park is closed.", "---"])
    (2, -1)
    """
    if not lines or lines[0].rstrip() != "---":
        return -1
    keys: set[str] = set()
    for i, line in enumerate(lines[1:LONGEST], 1):
        if line.rstrip() in {"---", "..."}:
            return i if keys & _KNOWN else -1
        if m := _KEY.fullmatch(line):
            keys.add(_plain(m[1]))
        elif not keys or not _MORE.fullmatch(line):
            return -1
    return -1


def read(doc: Document) -> list[Property]:
    """The properties of a document whose front matter cleaning took away, in order."""
    if "---" not in doc.raw[:8]:
        return []
    own = [(line.number, line.text) for line in removed_lines(doc) if line.rule == RULE]
    return list(parse(own[1:-1]))


def find(found: Iterable[Property], *keys: str) -> Property | None:
    """The first property of the first key that has a value."""
    by_key = {p.key: p for p in reversed(list(found)) if p.values}
    return next((by_key[key] for key in keys if key in by_key), None)


def parse(lines: Iterable[tuple[int, str]]) -> Iterable[Property]:
    """Properties of numbered lines.

    >>> said = ["title: 'Zone: a handbook'  # the second", "authors: [Lan Chi, 'Ana Sol']", "tags:", "- a", "  - b"]
    >>> [(p.key, p.values) for p in parse(enumerate(said))]
    [('title', ('Zone: a handbook',)), ('authors', ('Lan Chi', 'Ana Sol')), ('tags', ('a', 'b'))]
    """
    out: list[Property] = []
    folded = False
    for number, line in lines:
        if m := _KEY.fullmatch(line.rstrip()):
            value = (m[2] or "").strip()
            folded = value.rstrip("+-") in {"|", ">"}
            out.append(Property(_plain(m[1]), () if folded else _values(value), number))
        elif out and (text := line.strip()):
            out[-1] = out[-1]._replace(values=_joined(out[-1].values, text, folded=folded))
    return out


def _joined(values: tuple[str, ...], text: str, *, folded: bool) -> tuple[str, ...]:
    """The values of a property with what a line below it adds: an item, a line of folded text."""
    if folded:
        return (" ".join([*values, text]),)
    item = re.match(r"-\s+(?:name:\s+)?(?![\w-]+:\s)(.+)", text) or re.match(r"name:\s+(.+)", text)
    return (*values, *_values(item[1])) if item else values


def _values(value: str) -> tuple[str, ...]:
    """The values that stand behind a key."""
    if quoted := re.match(r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^']|'')*)'", value):
        inside = quoted[1].replace('\\"', '"') if quoted[1] is not None else quoted[2].replace("''", "'")
        return (inside.strip(),) if inside.strip() else ()
    value = _COMMENT.sub("", value).strip()
    if value.startswith("[") and value.endswith("]"):
        return tuple(x for part in re.split(r",\s*", value[1:-1]) if (x := part.strip().strip("\"'")))
    return (value,) if value and value not in {"null", "~", "[]", "{}"} and value[0] not in "#&*!{" else ()


def _plain(key: str) -> str:
    return re.sub(r"[\W_]", "", key).lower()
