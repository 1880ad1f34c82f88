"""JSON-LD of a page, flattened to names and values; safe on hostile input: sizes, depths and counts are bounded."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from typing import Any

MOST_CHARACTERS = 1_000_000  # of one script; a page's data is rarely beyond 100,000
MOST_NODES = 2_000  # objects that are looked at
DEEPEST = 8  # levels below the top at which an object is still the page's own

Pair = tuple[str, str]

_WRAPPED = re.compile(r"^\s{0,99}(?://)?\s{0,9}(?:<!\[CDATA\[|<!--)|(?://)?\s{0,9}(?:\]\]>|-->)\s{0,99}$")
_COMMA = re.compile(r",(?=\s{0,99}[}\]])")
_LOOSE = re.compile(r'"(headline|datePublished|dateModified|dateCreated)"\s{0,9}:\s{0,9}"([^"\\]{1,400})"')
_LOOSE_AUTHOR = re.compile(
    r'"author"\s{0,9}:\s{0,9}[\[{\s]{0,40}"@?\w{1,20}"[^{}]{0,200}?"name"\s{0,9}:\s{0,9}"([^"\\]{1,200})"'
)
_VALUES = (
    "headline",
    "alternativeHeadline",
    "name",
    "title",
    "datePublished",
    "dateCreated",
    "uploadDate",
    "dateModified",
)
_PARTIES = ("author", "creator", "publisher", "editor", "sourceOrganization")
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart")
_LISTS = frozenset({"breadcrumblist", "listitem", "itemlist", "sitenavigationelement", "imageobject", "searchaction"})


def read(script: str) -> Iterator[Pair]:
    """Names such as ``json-ld/newsarticle/headline`` with their values, in the order of the script.

    An author or publisher is a string, an object, a list of either, or a reference (``@id``) to an object of the same
    script; one of type ``Organization`` is named ``.../author/organization``.  Broken JSON gives what a plain look for
    the common keys finds, named ``json-ld/broken/...``.

    >>> list(read('{"@type": "NewsArticle", "headline": "Park opens", "author": [{"name": "Lan Chi"}, "Bo Lee"]}'))[1:]
    [('json-ld/newsarticle/author', 'Lan Chi'), ('json-ld/newsarticle/author', 'Bo Lee')]
    """
    script = script[:MOST_CHARACTERS]
    data = _parsed(script)
    if data is None:
        yield from _broken(script)
        return
    nodes = list(_nodes(data))
    by_id = {node["@id"]: node for node in reversed(nodes) if isinstance(node.get("@id"), str) and node.get("name")}
    for node in nodes:
        yield from _of_node(node, by_id)


def _parsed(script: str) -> Any:
    """The script's value; None where it is no JSON, nests too deeply or holds a number beyond all bounds."""
    text = _WRAPPED.sub("", script).strip().rstrip(";")
    for attempt in (text, _COMMA.sub("", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _broken(script: str) -> Iterator[Pair]:
    for m in _LOOSE.finditer(script):
        yield f"json-ld/broken/{m[1]}", html.unescape(m[2])
    for m in _LOOSE_AUTHOR.finditer(script):
        yield "json-ld/broken/author", html.unescape(m[1])


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """Objects that say something about the page, outer ones first; no recursion, so no depth can hurt."""
    stack, seen = [(data, 0)], 0
    while stack and seen < MOST_NODES:
        value, depth = stack.pop()
        seen += 1
        if isinstance(value, list) and depth < DEEPEST:
            stack += [(item, depth + 1) for item in reversed(value[:MOST_NODES])]
        elif isinstance(value, dict):
            yield value
            if depth < DEEPEST and not _types(value) & _LISTS:
                stack += [
                    (value[key], depth + 1) for key in reversed(_INSIDE) if isinstance(value.get(key), list | dict)
                ]


def _types(node: dict[str, Any]) -> frozenset[str]:
    kinds = node.get("@type", "")
    found = kinds if isinstance(kinds, list) else [kinds]
    return frozenset(kind.rpartition("/")[2].lower() for kind in found[:10] if isinstance(kind, str))


def _of_node(node: dict[str, Any], by_id: dict[str, Any]) -> Iterator[Pair]:
    kind = min(_types(node) or {"thing"})
    for key in _VALUES:
        if isinstance(value := node.get(key), str) and value.strip():
            yield f"json-ld/{kind}/{key}", html.unescape(value)
    for key in _PARTIES:
        yield from ((f"json-ld/{kind}/{key}{suffix}", name) for suffix, name in _party(node.get(key), by_id))


def _party(value: Any, by_id: dict[str, Any]) -> Iterator[Pair]:
    """Names of people and organisations with "" or ``/organization`` for the latter."""
    for item in value[:50] if isinstance(value, list) else [value]:
        if isinstance(item, str) and item.strip():
            yield "", html.unescape(item)
        elif isinstance(item, dict):
            identity = item.get("@id")
            node = item if item.get("name") or not isinstance(identity, str) else by_id.get(identity, item)
            names = node.get("name")
            suffix = "/organization" if any(kind.endswith("organization") for kind in _types(node)) else ""
            for name in names[:10] if isinstance(names, list) else [names]:
                if isinstance(name, str) and name.strip():
                    yield suffix, html.unescape(name)
