"""What a pattern needs; and the packs as they are compiled, which hold it for the built-in rules."""

import importlib.util
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs import compiled, rules
from parkdocs.literals import needed
from parkdocs.patterns import compile_pattern, encodable
from parkdocs.view import view

ROOT = Path(__file__).parent.parent
RULES = rules.load()


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
        ("^(?P<name>menu)(?i:x)$", {"menux"}),
        ("(?=only re2 refuses this)menu", {"menu"}),
        ("(", None),
        ("", None),
    ],
)
def test_what_a_pattern_needs(pattern, needs):
    assert needed(pattern) == tuple(sorted(needs or ()))


def mixed(text: str, number: int) -> str:
    return "".join(c.upper() if number >> i % 16 & 1 else c.lower() for i, c in enumerate(text))


@given(st.sampled_from(RULES.rules), st.integers(0, 9), st.integers(0, 2**16), st.text(max_size=3))
def test_whatever_a_rule_is_found_in_holds_a_literal_that_it_needs(rule, number, case, extra):
    literals, seen = needed(rule.pattern), view(mixed(rule.hits[number % len(rule.hits)], case) + extra)
    if literals and compile_pattern(rule.pattern).search(encodable(seen)):
        assert any(literal in seen.casefold() for literal in literals)
