"""A learned pack as a person reads it: rules with their support, examples and near misses, in TOML."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from zlib import crc32

from parkdocs.corpus.learn import LETTERS, Leaf, Learned, Site
from parkdocs.patterns import compile_pattern, encodable
from parkdocs.view import view

SPECIAL = re.compile(r"[\\.+*?()|\[\]{}^$]")
WORD = re.compile(r"[a-z0-9]+")
NUMBER_SLOT = "[0-9][0-9.,:/-]*"
WORD_SLOT = r"(?:[0-9][0-9.,:/-]*|[a-z]{3,9}\.?)"
SAID = {"head": "at the head", "tail": "at the foot", "anywhere": "between the paragraphs"}
HEAD = "# Learned by parkdocs from the lines that pages share. Read it, take out what is content, then use it.\n"
CANDIDATES = 400
"""Other lines of the site that are tried as near misses."""
SPARE = "The park covers 46 square kilometres east of the old city, with nine sheds."


def pattern(learned: Learned) -> str:
    """The pattern of a template: its text as it stands, a class for each slot."""
    words = any(re.search("[A-Za-z]", view(e)) for e in learned.examples)
    slot = WORD_SLOT if words and _has_names(learned) else NUMBER_SLOT
    body = "".join(slot if part is None else SPECIAL.sub(r"\\\g<0>", part) for part in learned.parts)
    return f"^{body}$"


def _has_names(learned: Learned) -> bool:
    """Whether a slot of an example is a month or a weekday."""
    fixed = "".join(part for part in learned.parts if part)
    return any(len(LETTERS.findall(view(e))) > len(LETTERS.findall(fixed)) for e in learned.examples)


def kind(learned: Learned) -> str:
    """Its kind: what stands at the foot is footer, all else nav."""
    return "footer" if learned.where == "tail" else "nav"


def rules(site: Site, found: Sequence[Learned]) -> str:
    """The rules of one site as TOML, with a heading."""
    leaves = site.leaves()
    family = "learned-" + ("-".join(WORD.findall(site.name.lower())) or "site")[:60].strip("-")
    name = site.name or "this folder"
    parts = [f"# {name}: {len(found)} lines that pages share, learned from {len(leaves)} pages.\n"]
    taken: set[str] = set()
    for learned in found:
        text = _rule(family, name, learned, leaves, taken, site.name if site.is_host else "")
        if text:
            parts.append(text)
    return "\n".join(parts) if len(parts) > 1 else ""


def _rule(family: str, name: str, learned: Learned, leaves: Sequence[Leaf], taken: set[str], host: str) -> str:
    expression = pattern(learned)
    longest = max(len(view(example)) for example in learned.examples)
    fits = compile_pattern(expression)
    hits = [e for e in learned.examples if fits.search(encodable(view(e)))]
    if not hits or expression in taken:
        return ""
    taken.add(expression)
    misses = near_misses(expression, learned, leaves)
    slug = "-".join(WORD.findall("".join(p or " " for p in learned.parts))[:5])[:40].strip("-")
    rule_id = f"{family}/{slug + '-' if slug else ''}{crc32(expression.encode()):08x}"
    rows = [
        "[[rule]]",
        f"# support: {learned.support} of {learned.pages} pages",
        f"id = {_text(rule_id)}",
        f"kind = {_text(kind(learned))}",
        f"where = {_text(learned.where)}",
    ]
    if host:
        rows.append(f"sites = [{_text(host)}]")
    if learned.guarded:
        rows.append('guards = ["beside-another"]')
    rows += [f"pattern = {_literal(expression)}"]
    if longest + 20 > 120:
        rows.append(f"max = {longest + 40}")
    rows += [
        f"why = {_text(f'{learned.support} of {learned.pages} pages of {name} have it {SAID[learned.where]}.')}",
        f"hits = [{', '.join(map(_text, hits))}]",
        f"misses = [{', '.join(map(_text, misses))}]",
    ]
    return "\n".join(rows) + "\n"


def near_misses(expression: str, learned: Learned, leaves: Sequence[Leaf]) -> list[str]:
    """One or two other lines of the site that begin or end like the rule's, and that it must not match."""
    fits = compile_pattern(expression)
    fixed = "".join(part for part in learned.parts if part)
    others = sorted({e for leaf in leaves for t, e in leaf.found.items() if t.parts != learned.parts})[:CANDIDATES]
    words = set(fixed.split())

    def likeness(line: str) -> tuple[int, int, str]:
        seen = view(line).lower()
        same = sum(a == b for a, b in zip(seen, fixed, strict=False))
        return -(2 * len(words & set(seen.split())) + min(same, 4)), len(seen), line

    best = [e for e in sorted(others, key=likeness)[:8] if len(e) <= 200 and not fits.search(encodable(view(e)))]
    return best[:2] or [SPARE]


def _text(value: str) -> str:
    """A TOML basic string."""
    return re.sub("[\x7f-\x9f\ud800-\udfff]", lambda m: f"\\u{ord(m[0]):04x}", json.dumps(value, ensure_ascii=False))


def _literal(value: str) -> str:
    """A TOML literal string where it can be one: no escapes to read."""
    return f"'{value}'" if "'" not in value and value.isprintable() else _text(value)
