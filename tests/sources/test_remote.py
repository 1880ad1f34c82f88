"""Paths of other places through fsspec."""

import json

import pytest

from parkdocs import sources
from parkdocs.engines import local, sharded
from parkdocs.engines.local import Job
from parkdocs.engines.planned import Plan
from parkdocs.engines.shard import Task
from parkdocs.errors import DocumentError

fsspec = pytest.importorskip("fsspec")


@pytest.fixture
def memory():
    files = fsspec.filesystem("memory")
    yield files
    files.store.clear()


def test_files_folders_and_patterns(memory):
    memory.pipe("/in/a.txt", b"A park.")
    memory.pipe("/in/d/b.jsonl", b'{"text":"b"}\n{"text":"c"}\n')
    memory.pipe("/in/x.png", b"")
    assert [i.id for i in sources.plan(["memory://in"])] == ["a.txt", "d/b.jsonl:1", "d/b.jsonl:2"]
    assert [i.id for i in sources.plan(["memory://in/*.txt"])] == ["a.txt"]
    (item,) = sources.plan(["memory://in/a.txt"])
    assert sources.load(item).text == "A park."
    (error,) = sources.plan(["memory://gone/"])
    assert isinstance(error, DocumentError)


def test_file_paths_are_paths_of_this_machine(tmp_path):
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "a.txt").write_text("A park.", "utf-8")
    url = f"file://{tmp_path}"
    for name in (f"{url}/d/a.txt", f"{url}/d", f"{url}/d/*.txt", f"file://localhost{tmp_path}/d"):
        (item,) = sources.plan([name])
        assert (item.id, item.path, sources.load(item).text) == ("a.txt", f"{tmp_path}/d/a.txt", "A park.")
    (error,) = sources.plan([f"{url}/gone.txt"])
    assert str(error).startswith(f"{tmp_path}/gone.txt:1: no such file")


def test_an_unknown_scheme_is_named():
    (error,) = sources.plan(["nosuch://a/b"])
    assert "this kind of path needs fsspec" in str(error)


def test_a_run_from_elsewhere_to_elsewhere(memory):
    lines = [json.dumps({"text": f"Home > News\n\nThe park {n} opened.\n"}) for n in range(60)]
    memory.pipe("/in/a.jsonl", "\n".join(lines).encode())
    plan = Plan(Task(Job("extract"), "memory://out/run"), ("memory://in/a.jsonl",), "", 1_000)
    here = lambda task, shards: ((shard, task(shard)) for shard in shards)  # noqa: E731
    receipts = sharded.run(plan, sharded.start(plan, False), here)
    for _ in range(2):
        next(receipts)
    manifest = sharded.finish(plan, [r for r, _ in sharded.run(plan, sharded.start(plan, True), here)])
    assert manifest["counts"]["documents"] == 60
    one = b"".join(r.data for r in local.run(sources.plan(["memory://in/a.jsonl"]), Job("extract"), 1))
    names = sorted(n for n in memory.ls("/out/run", detail=False) if "part-" in n)
    assert b"".join(memory.cat_file(n) for n in names) == one
    assert not [n for n in memory.ls("/out/run", detail=False) if n.endswith(".run")]
    assert local.cores() >= 1
