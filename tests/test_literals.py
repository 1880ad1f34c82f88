"""Patterns looked for by the literals they need: the same rules as by all patterns together."""

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs import compiled, rules
from parkdocs.literals import Literals, find
from parkdocs.rules import RuleSet
from parkdocs.view import view

ROOT = Path(__file__).parent.parent
RULES = rules.load()
TOGETHER = RuleSet(RULES.rules)
EXAMPLES = [example for rule in RULES.rules for example in (*rule.hits, *rule.misses)]


def one_by_one(seen: str) -> tuple[rules.Rule, ...]:
    RULES.known.clear()
    RULES.read[:] = [0, 0]
    return RULES.match(seen)


@pytest.fixture(scope="module")
def tool():
    spec = importlib.util.spec_from_file_location("compile_packs", ROOT / "tools" / "compile_packs.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_compiled_packs_are_in_step_with_their_source(tool):
    assert compiled.FILE.read_text("utf-8") == tool.text(), "run tools/compile_packs.py"


def test_compiled_rules_are_the_rules_of_the_source():
    assert compiled.load() is not None
    assert RULES.rules == rules.parse_built_in()


def test_packs_that_were_changed_are_read_from_their_source(monkeypatch):
    monkeypatch.setattr(compiled, "checksums", lambda: {"other.toml": 1})
    compiled.load.cache_clear()
    assert compiled.load() is None
    compiled.load.cache_clear()


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("^Share$", {"share"}),
        ("^(?:Print|Share) this$", {"print this", "share this"}),
        ("^[^:]{0,9}copyright", {"copyright"}),
        (r"^\d+ ?(?:views|likes)$", {"views", "likes"}),
        (r"^\p{Han}{2,4}编辑[\p{Han}。]*$", {"编辑"}),
        (r"^\x{2022} ?menu\z", {"• menu", "•menu"}),
        ("^(?:share|reshared|tweet)", {"share", "tweet"}),
        ("^(?:a long word)?end", {"end"}),
        ("^(?:share)*$", None),
        (r"^\d+$", None),
        ("^(?:print|\\d+)$", None),
        ("", None),
    ],
)
def test_what_a_pattern_needs(tool, pattern, needs):
    assert tool.needed(pattern) == (needs and frozenset(needs))


@pytest.mark.parametrize("line", ["Share", "SHARE", "ſhare", "\u212aeep"])
def test_case_is_folded_as_in_re2(line):
    by_key = Literals(["^share$", "keep"], [9, 9], [], {"sh": {"share": [0]}, "ke": {"keep": [1]}})
    assert find(by_key, line) == [0 if line.endswith(("e", "E")) else 1]


def test_a_text_longer_than_a_pattern_may_match_is_not_looked_at():
    by_key = Literals(["(?=never compiled)"], [4], [0], {})
    assert find(by_key, "five!") == []


def mixed(text: str, number: int) -> str:
    return "".join(c.upper() if number >> i % 16 & 1 else c.lower() for i, c in enumerate(text))


@given(st.sampled_from(EXAMPLES), st.integers(0, 2**16), st.text(max_size=3), st.integers(0, 200))
def test_the_same_rules_as_all_patterns_together(example, case, extra, size):
    seen = view(mixed(example, case)[:size] + extra)
    assert one_by_one(seen) == TOGETHER.match(seen)


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_same_rules_on_every_example(example):
    assert one_by_one(view(example)) == TOGETHER.match(view(example))


def test_after_many_characters_all_patterns_are_compiled_together(monkeypatch):
    monkeypatch.setattr(rules, "PATIENCE", 100)
    mine = RuleSet(RULES.rules, RULES.literals)
    assert "compiled" not in mine.__dict__
    for n in range(12):
        assert mine.match(f"Copyright {n:04} Example") == TOGETHER.match(f"Copyright {n:04} Example")
    assert "compiled" in mine.__dict__
