"""Processes that take units in turn: in order, bounded, and a killed one is replaced."""

import os
from pathlib import Path

import pytest

from parkdocs.engines import pool


def double(n):
    return 2 * n


def die_on_odd(n):
    if n % 2:
        os._exit(9)
    return n


def die_once(path):
    if not Path(path).exists():
        Path(path).write_text("")
        os._exit(9)
    return "done"


def fail(n):
    raise ValueError(n)


def test_results_come_in_order():
    assert list(pool.run(double, range(20), 3)) == [(n, 2 * n) for n in range(20)]


def test_nothing_is_read_far_ahead():
    taken = []
    results = pool.run(double, (taken.append(n) or n for n in range(100)), 2)
    next(results)
    assert len(taken) <= 6
    results.close()


def test_a_unit_that_kills_is_named_and_the_others_are_done():
    results = dict(pool.run(die_on_odd, range(6), 2, tries=2))
    assert results == {0: 0, 1: pool.Killed(2), 2: 2, 3: pool.Killed(2), 4: 4, 5: pool.Killed(2)}


def test_a_unit_whose_process_was_killed_is_done_again(tmp_path):
    assert list(pool.run(die_once, [str(tmp_path / "x")], 1, tries=2)) == [(str(tmp_path / "x"), "done")]


def test_an_exception_comes_out():
    with pytest.raises(ValueError, match="1"):
        list(pool.run(fail, [1], 1))
