"""Rule packs: load them, compile them, match them.  The rules themselves are data, in ``packs/*.toml``.

The engine is re2: linear time whatever a pack says, and one pass over a line for all rules together.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from parkdocs import compiled, deferred
from parkdocs.errors import PackError
from parkdocs.matcher import Matcher, compile_all, find
from parkdocs.model import CHROME_KINDS
from parkdocs.patterns import compile_pattern, encodable, joined, pattern_problem, pattern_warnings
from parkdocs.view import view

WHERE = ("head", "tail", "anywhere")
REACH = ("line", "span", "block", "rest")
GUARDS = (
    "not-before-prose", "second-sign", "beside-another", "alone", "first-lines", "last-lines", "before-title",
    "of-this-text", "not-below-figures", "not-introduced", "names-nobody",
)  # fmt: skip
CHOICES: dict[str, tuple[str, ...]] = {"kind": CHROME_KINDS, "where": WHERE, "reach": REACH}
REQUIRED = ("id", "kind", "pattern", "why", "hits", "misses")
SHORT = 120
"""The default ``max`` of a rule."""
KNOWN, KNOWN_LENGTH = 4096, 60
"""So many lines up to this length are remembered with the rules that match them."""
OPTIONAL: dict[str, Any] = {"where": "anywhere", "reach": "line", "guards": (), "max": SHORT, "sites": ()}
LISTS = ("hits", "misses", "guards", "sites")
LONGEST = 1000
"""The default ``max`` of a rule with reach ``span``, whose line may be a paragraph."""

ID = deferred.pattern(r"[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*")
ID_LINE = deferred.pattern(r"\s*id\s*=")
RULE_LINE = deferred.pattern(r"\s*\[\[\s*rule\s*\]\]")


class Rule(NamedTuple):
    """What a pack says about one kind of line; see ``docs/rules.md`` for the fields."""

    id: str
    kind: str
    pattern: str
    why: str
    where: str
    reach: str
    guards: tuple[str, ...]
    max: int  # characters of the longest view it may fire on
    hits: tuple[str, ...]
    misses: tuple[str, ...]
    pack: str
    line: int = 1  # of the pack, where the rule's id stands
    sites: tuple[str, ...] = ()  # hosts it is for; () for all


class Finding(NamedTuple):
    """Something wrong with a pack; ``level`` is ``error`` (it cannot be used) or ``warning`` (it may surprise)."""

    path: str
    line: int
    level: str
    message: str


class RuleSet:
    """Rules in a fixed order, looked for together: the lines of a document are scanned once, however many there are.

    ``needs`` are the literals of the first rules' patterns, where these are known already; ``known`` is what was found
    in short lines lately: chrome is short and comes again on every page of a site.
    """

    def __init__(self, rules: tuple[Rule, ...], needs: Sequence[Sequence[str]] = ()) -> None:
        self.rules: Final = rules
        self.needs: Final = needs
        self.known: Final[dict[str, tuple[Rule, ...]]] = {}

    @cached_property
    def matcher(self) -> Matcher:
        """The patterns of all rules."""
        return compile_all([r.pattern for r in self.rules], [r.max for r in self.rules], self.needs)

    def match(self, seen: str) -> tuple[Rule, ...]:
        """The rules whose pattern is found in a line's view and that may fire on one so long, in pack order."""
        return self.match_all([seen])[0]

    def match_all(self, views: Sequence[str]) -> list[tuple[Rule, ...]]:
        """What ``match`` says of each of many lines, in one go."""
        known = self.known
        new = {v: () for v in views if v not in known}
        found = find(self.matcher, [encodable(v) for v in new])
        answers = {v: tuple(self.rules[i] for i in numbers) for v, numbers in zip(new, found, strict=True)}
        out = [known[v] if v in known else answers[v] for v in views]
        for v, rules in answers.items():
            if len(v) <= KNOWN_LENGTH:
                if len(known) >= KNOWN:
                    known.clear()
                known[v] = rules
        return out

    def span(self, rule: Rule, seen: str) -> tuple[int, int]:
        """Where in a view the rule's leftmost match stands; ``(0, 0)`` where it has none."""
        found = compile_pattern(rule.pattern).search(encodable(seen))
        return found.span() if found else (0, 0)

    def get(self, rule_id: str) -> Rule | None:
        """The rule of that id."""
        return next((rule for rule in self.rules if rule.id == rule_id), None)


@lru_cache(maxsize=8)
def load(paths: tuple[str, ...] = ()) -> RuleSet:
    """The built-in rules, then those of the packs at ``paths``, compiled; loaded once for each tuple of paths.

    Raises ``PackError`` for the first thing in a given pack that ``check`` calls an error, and where a pack takes an id
    that another one has.

    >>> [rule.id for rule in load().match(view("• 京ICP备2020035841号-2"))]
    ['zh/icp-licence']
    """
    rules = list(_built_in())
    taken = {rule.id: rule.pack for rule in rules}
    for path in paths:
        found, findings = parse(path)
        findings += [f for rule in found for f in check_examples(rule)]
        findings += [
            Finding(path, rule.line, "error", f"{rule.id} is already a rule of {taken[rule.id]}")
            for rule in found
            if rule.id in taken
        ]
        if errors := sorted(f for f in findings if f.level == "error"):
            raise PackError(errors[0].path, errors[0].line, errors[0].message)
        taken |= {rule.id: path for rule in found}
        rules += found
    ready = compiled.load()
    return RuleSet(tuple(rules), ready.needs if ready else ())


@cache
def _built_in() -> tuple[Rule, ...]:
    ready = compiled.load()
    return tuple(Rule(*row) for row in ready.rules) if ready else parse_built_in()


def parse_built_in() -> tuple[Rule, ...]:
    """The rules of the built-in packs, from their source."""
    rules: list[Rule] = []
    for pack in compiled.packs():
        found, findings = parse_text(pack.name, pack.read_text(encoding="utf-8"), compiling=False)
        if findings:
            raise PackError(findings[0].path, findings[0].line, findings[0].message)
        rules += found
    return tuple(rules)


def parse(path: str) -> tuple[tuple[Rule, ...], list[Finding]]:
    """The rules of a pack file that are in order, and findings for those that are not."""
    try:
        text = Path(path).read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
        return (), [Finding(path, 1, "error", f"cannot read the pack: {reason}")]
    return parse_text(path, text)


def parse_text(path: str, text: str, *, compiling: bool = True) -> tuple[tuple[Rule, ...], list[Finding]]:
    """The rules of a pack's text, and findings for those that are not in order; ``compiling`` tries each pattern."""
    import tomllib

    try:
        data = tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"line (\d+)", str(error))
        line = int(at.group(1)) if at else text.count("\n") + 1
        return (), [Finding(path, line, "error", f"not TOML: {error}")]
    findings = [Finding(path, 1, "error", f"unknown key {key!r}; a pack is a list of [[rule]]") for key in data]
    findings = [f for f in findings if "'rule'" not in f.message]
    tables = data.get("rule", [])
    if not isinstance(tables, list) or not all(isinstance(t, dict) for t in tables) or not tables:
        return (), [*findings, Finding(path, 1, "error", "no [[rule]]")]
    rules: list[Rule] = []
    ids: dict[str, int] = {}
    for table, line in zip(tables, _rule_lines(text, len(tables)), strict=True):
        problems = list(_problems(table, compiling))
        if (name := str(table.get("id", ""))) in ids:
            problems.append(f"id {name} stands at line {ids[name]} already")
        ids.setdefault(name, line)
        findings += [Finding(path, line, "error", problem) for problem in problems]
        if not problems:
            rules.append(_rule(table, path, line))
    return tuple(rules), findings


def _rule_lines(text: str, count: int) -> list[int]:
    """For every rule the line its ``id`` stands at, or that of its ``[[rule]]`` where it has none."""
    lines: list[int] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if RULE_LINE.match(line):
            lines.append(number)
        elif ID_LINE.match(line) and lines:
            lines[-1] = number
    return (lines + [1] * count)[:count]


def _problems(table: dict[str, Any], compiling: bool) -> Iterable[str]:
    """What is wrong with a rule's fields."""
    unknown = [key for key in table if key not in REQUIRED and key not in OPTIONAL]
    yield from (f"unknown key {key!r}; the keys are {', '.join((*REQUIRED, *OPTIONAL))}" for key in unknown)
    yield from (f"{key} is missing" for key in REQUIRED if not table.get(key))
    for key, value in table.items():
        strings = isinstance(value, list) and all(isinstance(v, str) for v in value)
        if key in LISTS and not strings:
            yield f"{key} must be a list of strings"
        elif key == "max" and (not isinstance(value, int) or isinstance(value, bool) or value < 1):
            yield "max must be a whole number of characters, 1 or more"
        elif key not in (*LISTS, "max", *unknown) and not isinstance(value, str):
            yield f"{key} must be a string"
        elif key in CHOICES and value not in CHOICES[key]:
            yield f"unknown {key} {value!r}; one of {', '.join(CHOICES[key])}"
        elif key == "guards":
            yield from (f"unknown guard {g!r}; one of {', '.join(GUARDS)}" for g in value if g not in GUARDS)
        elif key == "id" and value and not ID.fullmatch(value):
            yield f"id {value!r} must read family/what-it-matches: lower-case letters, digits and hyphens"
        elif key == "pattern" and compiling and (problem := pattern_problem(joined(value))):
            yield problem


def _rule(table: dict[str, Any], path: str, line: int) -> Rule:
    defaults = OPTIONAL | ({"max": LONGEST} if table.get("reach") == "span" else {})
    values: dict[str, Any] = {key: tuple(v) if isinstance(v, list) else v for key, v in (defaults | table).items()}
    return Rule(**values | {"pattern": joined(values["pattern"]), "pack": path, "line": line})


def check_examples(rule: Rule) -> Iterable[Finding]:
    """Findings for every hit that the rule misses and every miss that it hits; both are read through the view."""
    pattern = compile_pattern(rule.pattern)
    for wanted, examples in ((True, rule.hits), (False, rule.misses)):
        for example in examples:
            seen = view(example)
            if (bool(pattern.search(encodable(seen))) and len(seen) <= rule.max) != wanted:
                problem = f"does not match its hit {example!r}" if wanted else f"matches its miss {example!r}"
                yield Finding(rule.pack, rule.line, "error", f"{rule.id} {problem}")


def check(path: str) -> list[Finding]:
    """Everything that is wrong or doubtful about a pack file, in line order; empty where the pack is fine.

    Errors are what ``load`` refuses.  Warnings are traps of re2 and of the view, see ``patterns.pattern_warnings``.
    """
    rules, findings = parse(path)
    built_in = set() if _is_built_in(path) else {rule.id for rule in _built_in()}
    for rule in rules:
        if rule.id in built_in:
            findings.append(Finding(path, rule.line, "error", f"{rule.id} is already a built-in rule"))
        findings += check_examples(rule)
        for warning in pattern_warnings(rule.pattern, whole_line=rule.reach != "span"):
            findings.append(Finding(path, rule.line, "warning", f"{rule.id}: {warning}"))
    return sorted(findings, key=lambda f: f.line)


def _is_built_in(path: str) -> bool:
    return Path(path).resolve() in {Path(str(pack)).resolve() for pack in compiled.packs()}
