"""The same bytes whatever the worker count; one bad document never stops a corpus."""

import multiprocessing
import os
import socket
import sys
import types

import pytest

from parkdocs import sources
from parkdocs.engines import local
from parkdocs.engines.local import Job
from parkdocs.errors import UsageError
from parkdocs.sources import Item


def corpus(tmp_path, count):
    for n in range(count):
        (tmp_path / f"{n:03}.txt").write_text(f"Home > News\n\nThe park {n} opened on 5 May 2021 in Laos.\n", "utf-8")
    return [str(tmp_path)]


def test_two_workers_give_the_bytes_of_one(tmp_path):
    inputs = corpus(tmp_path, 40)
    one, two = (b"".join(r.data for r in local.run(sources.plan(inputs), Job("extract"), n)) for n in (1, 2))
    assert one == two
    assert one.count(b"\n") == 40


def test_a_bad_document_becomes_an_error_and_the_rest_goes_on(tmp_path):
    inputs = [*corpus(tmp_path, 2), str(tmp_path / "gone.txt")]
    results = list(local.run(sources.plan(inputs), Job("clean"), 1))
    assert sum(bool(r.data) for r in results) == 2
    assert [r.error.path for r in results if r.error] == [str(tmp_path / "gone.txt")]


def test_a_fault_of_ours_names_the_document(monkeypatch):
    def broken(*_):
        raise RecursionError("too deep")

    monkeypatch.setattr(local.pipeline, "advance", broken)
    result = local.work(Item("a.jsonl", "a.jsonl:7", 7, "jsonl", b'{"text": "x"}'), Job("clean"))
    assert str(result.error).startswith("a.jsonl:7: internal error, the document is left out")


def test_a_killed_worker_costs_no_document(tmp_path):
    items = list(sources.plan(corpus(tmp_path, 200)))

    def killing():
        for n, item in enumerate(items):
            if n == 150:
                multiprocessing.active_children()[0].kill()
            yield item

    assert list(local.run(killing(), Job("clean"), 2)) == list(local.run(items, Job("clean"), 1))


class Bomb(bytes):
    """Bytes that end the process they are sent to, as a document does that takes all memory."""

    def __reduce__(self):
        return os._exit, (9,)


def test_a_document_that_kills_its_worker_is_named_and_the_others_are_done(tmp_path):
    items = list(sources.plan(corpus(tmp_path, 100)))
    items.insert(20, Item("bomb.jsonl", "bomb.jsonl:3", 3, "jsonl", Bomb(b"{}")))
    results = list(local.run(iter(items), Job("clean"), 2))
    assert [str(r.error) for r in results if r.error] == [
        "bomb.jsonl:3: the process at work on it was killed twice (out of memory?); it is left out"
    ]
    assert len([r for r in results if r.data]) == 100


def test_a_ray_cluster_that_does_not_answer_is_told_at_once(monkeypatch):
    from parkdocs.engines import ray as engine

    unused = types.SimpleNamespace(is_initialized=lambda: False, init=lambda **more: pytest.fail("Ray was asked"))
    monkeypatch.setitem(sys.modules, "ray", unused)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # nobody listens there, and nobody else can begin to
        with pytest.raises(UsageError, match=r"no Ray cluster at 127\.0\.0\.1:\d+: .*refused"):
            engine.connected(f"127.0.0.1:{taken.getsockname()[1]}")
