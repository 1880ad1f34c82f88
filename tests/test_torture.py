"""The torture set: hostile documents, files and situations, each with what must come out (``tests/torture``).

The quick part runs here; ``make torture`` runs the slow part too, each case in a process of its own with limits.
"""

import inspect

import pytest
from torture import documents, judge, situations

CASES = documents()
QUICK = [case for case in CASES.values() if not case.slow]
SITUATIONS = [
    pytest.param(s, id=s.name, marks=[pytest.mark.torture] if s.slow else []) for s in situations.SITUATIONS.values()
]


def test_the_set_is_large_and_names_are_told_apart():
    assert len(CASES) + len(situations.SITUATIONS) >= 300
    assert not set(CASES) & set(situations.SITUATIONS)


@pytest.mark.parametrize("case", QUICK, ids=lambda case: case.name)
def test_document(case):
    assert judge.problems(case) == []


def test_every_situation_asserts_what_must_be():
    assert all("assert " in inspect.getsource(s.run) for s in situations.SITUATIONS.values())


@pytest.mark.parametrize("situation", SITUATIONS)
def test_situation(situation, tmp_path):
    situation.run(tmp_path)
