"""Every check is explained, in the program and in the documentation."""

import re
from pathlib import Path

import pytest

from parkdocs.corpus.catalogue import BY_ID, CHECKS
from parkdocs.corpus.findings import LEVELS

DOCS = Path(__file__).parents[2] / "docs/validate.md"
SOURCE = Path(__file__).parents[2] / "src/parkdocs/corpus"


@pytest.mark.parametrize("check", CHECKS, ids=lambda c: c.id)
def test_a_check_says_what_why_and_what_to_do(check):
    assert re.fullmatch(r"[a-z]+/[a-z]+(-[a-z]+)*", check.id)
    assert check.level in LEVELS
    assert check.title and check.why.endswith(".") and check.advice.endswith(".")


@pytest.mark.parametrize("check", CHECKS, ids=lambda c: c.id)
def test_a_check_is_documented_with_its_level(check):
    assert f"| `{check.id}` | {check.level} |" in DOCS.read_text("utf-8")


def test_ids_are_unique_and_no_rule_has_one():
    from parkdocs import rules

    assert len(BY_ID) == len(CHECKS)
    assert not BY_ID.keys() & {rule.id for rule in rules.load().rules}


def test_every_check_that_the_code_names_is_in_the_catalogue():
    families = {check.id.partition("/")[0] for check in CHECKS}
    named = set()
    for path in SOURCE.glob("*.py"):
        named |= set(re.findall(rf'"((?:{"|".join(families)})/[a-z-]+)"', path.read_text("utf-8")))
    assert named == set(BY_ID)
