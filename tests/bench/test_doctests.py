"""The benches' own examples hold."""

import doctest
import importlib

import pytest


@pytest.mark.parametrize("name", ["crossval", "feeding", "predictions", "scores", "speed", "table"])
def test_examples(name):
    found = doctest.testmod(importlib.import_module(name))
    assert found.attempted > 0
    assert found.failed == 0
