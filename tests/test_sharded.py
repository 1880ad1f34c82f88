"""Runs into a folder: the same bytes for any number of workers, after any kill, and documents that kill are named."""

import gzip
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from parkdocs import sources
from parkdocs.cli import flow, sharding
from parkdocs.engines import cutting, local, planned, pool, sharded
from parkdocs.engines.local import Job
from parkdocs.engines.planned import Plan
from parkdocs.engines.shard import Task, notes_folder
from parkdocs.errors import DocumentError, UsageError

PARKDOCS = str(Path(sys.executable).with_name("parkdocs"))
TEXT = "Home > News\n\nThe park {} opened on 5 May 2021 in Laos.\nShare\n"


def corpus(path, count=200):
    """A JSON Lines file, with blank lines, a broken one and one without a text, and its bytes when done in one go."""
    lines = [json.dumps({"text": TEXT.format(n)}) for n in range(count)]
    lines[5], lines[count // 2], lines[count - 3] = "", "{broken", '{"other": 1}'
    path.write_text("\n".join(lines), "utf-8")
    return whole([str(path)])


def whole(inputs):
    return b"".join(r.data for r in local.run(sources.plan(inputs), Job("extract"), 1))


def plan(output, *inputs, size=2_000, packing=""):
    return Plan(Task(Job("extract"), str(output), packing), tuple(map(str, inputs)), "", size)


def run(asked, jobs=2, resume=False):
    done = sharded.start(asked, resume)
    if done is None:
        return planned.read_manifest(asked.task.output)
    engine = lambda task, shards: pool.run(task, shards, jobs, 1000, 1000)  # noqa: E731
    return sharded.finish(asked, [receipt for receipt, _ in sharded.run(asked, done, engine)])


def written(folder):
    return {p.name: p.read_bytes() for p in sorted(Path(folder).iterdir())}


def joined(folder):
    return b"".join(data for name, data in written(folder).items() if name.startswith("part-"))


def test_shards_joined_are_the_bytes_of_one_worker_and_line_numbers_stay_true(tmp_path):
    one = corpus(tmp_path / "in.jsonl")
    manifest = run(plan(tmp_path / "o", tmp_path / "in.jsonl"))
    assert joined(tmp_path / "o") == one
    assert (manifest["counts"]["documents"], manifest["counts"]["failed"]) == (197, 2)
    assert len(manifest["shards"]) > 5 and sum(s["documents"] for s in manifest["shards"]) == 197
    errors = [json.loads(line) for line in (tmp_path / "o/errors.log").read_bytes().splitlines()]
    assert [e["line"] for e in errors] == [101, 198]
    assert sorted(written(tmp_path / "o"))[:2] == ["errors.log", "manifest.json"]


def test_the_manifest_says_what_each_file_holds_and_came_from(tmp_path):
    corpus(tmp_path / "in.jsonl", 100)
    manifest = run(plan(tmp_path / "o", tmp_path / "in.jsonl", size=1_000_000))
    (shard,) = manifest["shards"]
    import hashlib

    data = (tmp_path / "o" / shard["name"]).read_bytes()
    assert (shard["bytes"], shard["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())
    assert (shard["input"]["first"], shard["input"]["last"]) == ("in.jsonl:1", "in.jsonl:100")
    assert {"inputs", "settings", "versions", "counts"} < set(manifest)


@pytest.mark.parametrize("packing", ["", "gzip"])
def test_any_number_of_workers_gives_the_same_files(tmp_path, packing):
    for n in range(60):
        (tmp_path / f"d{n % 3}").mkdir(exist_ok=True)
        (tmp_path / f"d{n % 3}/{n}.txt").write_text(TEXT.format(n), "utf-8")
    (tmp_path / "d1/x.jsonl").write_text('{"text": "a"}\n{"text": "b"}\n')
    inputs = [tmp_path / "d0", tmp_path / "d1", tmp_path / "gone.txt", tmp_path / "d2"]
    for jobs in (1, 3):
        run(plan(tmp_path / f"o{jobs}", *inputs, size=2_000, packing=packing), jobs)
    assert written(tmp_path / "o1") == written(tmp_path / "o3")
    if not packing:
        assert joined(tmp_path / "o1") == whole(map(str, inputs))


@pytest.mark.parametrize("size", [1, 17, 300, 10**9])
def test_shards_of_any_size_hold_the_same_lines(tmp_path, size):
    (tmp_path / "in.jsonl").write_bytes(
        b'\xef\xbb\xbf{"text":"a"}\n\n\r\n{"text":"b"}\n' + b'{"text":"c"}\n' * 20 + b'{"text":"d"}'
    )
    files = sources.files([str(tmp_path / "in.jsonl")])
    found = [item for shard in cutting.cut(files, size) for item in cutting.items(shard)]
    assert found == list(sources.plan([str(tmp_path / "in.jsonl")]))


def test_an_output_inside_its_input_is_not_read(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": "a"}\n')
    for _ in range(2):
        assert run(plan(tmp_path / "o", tmp_path))["counts"]["documents"] == 1


def test_a_packed_file_is_one_shard(tmp_path):
    one = corpus(tmp_path / "in.jsonl", 200)
    (tmp_path / "in.jsonl.gz").write_bytes(gzip.compress((tmp_path / "in.jsonl").read_bytes()))
    manifest = run(plan(tmp_path / "o", tmp_path / "in.jsonl.gz", size=100))
    assert len(manifest["shards"]) == 1
    assert joined(tmp_path / "o") == one.replace(b"in.jsonl", b"in.jsonl.gz")


def test_an_unfinished_run_is_not_written_over(tmp_path):
    corpus(tmp_path / "in.jsonl", 50)
    asked = plan(tmp_path / "o", tmp_path / "in.jsonl")
    sharded.start(asked, False)
    with pytest.raises(UsageError, match="holds an unfinished run; --resume goes on with it"):
        run(asked)
    with pytest.raises(UsageError, match="holds a run with other settings"):
        run(plan(tmp_path / "o", tmp_path / "in.jsonl", size=7), resume=True)
    assert run(asked, resume=True)["counts"]["documents"] == 47


def test_an_input_that_changed_is_told(tmp_path):
    corpus(tmp_path / "in.jsonl", 200)
    asked = plan(tmp_path / "o", tmp_path / "in.jsonl")
    receipts = sharded.run(asked, sharded.start(asked, False), lambda task, shards: pool.run(task, shards, 1))
    next(receipts)
    receipts.close()
    with open(tmp_path / "in.jsonl", "a") as more:
        more.write("\n")
    with pytest.raises(UsageError, match="has changed since"):
        run(asked, resume=True)


def test_a_folder_with_shards_of_somebody_else_is_left_alone(tmp_path):
    (tmp_path / "o").mkdir()
    (tmp_path / "o/part-000000.jsonl").write_text("precious")
    corpus(tmp_path / "in.jsonl", 20)
    with pytest.raises(UsageError, match="of another run"):
        run(plan(tmp_path / "o", tmp_path / "in.jsonl"))
    assert (tmp_path / "o/part-000000.jsonl").read_text() == "precious"


def test_a_finished_run_is_replaced_or_kept(tmp_path):
    one = corpus(tmp_path / "in.jsonl", 200)
    run(plan(tmp_path / "o", tmp_path / "in.jsonl", size=500))
    before = written(tmp_path / "o")
    run(plan(tmp_path / "o", tmp_path / "in.jsonl", size=500), resume=True)
    assert written(tmp_path / "o") == before
    run(plan(tmp_path / "o", tmp_path / "in.jsonl", size=10**6))
    assert joined(tmp_path / "o") == one and len(written(tmp_path / "o")) == 3


def grown(folder):
    (folder / "a.txt").write_text("Another park opened.\n")


def added(folder):
    (folder / "new.txt").write_text("")


def renamed(folder):
    (folder / "b.txt").rename(folder / "bb.txt")


def gone(folder):
    (folder / "c.txt").unlink()


@pytest.mark.parametrize("size", [1, 10**6])
@pytest.mark.parametrize("change", [grown, added, renamed, gone])
def test_inputs_of_a_finished_run_that_changed_are_told(tmp_path, change, size):
    (tmp_path / "p").mkdir()
    for name in "abc":
        (tmp_path / f"p/{name}.txt").write_text("A park opened in Laos.\n")
    asked = plan(tmp_path / "o", tmp_path / "p", size=size)
    run(asked)
    before = written(tmp_path / "o")
    (tmp_path / "p/a.txt").touch()
    run(asked, resume=True)
    change(tmp_path / "p")
    with pytest.raises(UsageError, match="without --resume it is replaced"):
        run(asked, resume=True)
    assert written(tmp_path / "o") == before


def test_a_run_beside_its_inputs_does_not_read_its_own_files(tmp_path):
    corpus(tmp_path / "in.jsonl", 20)
    for _ in range(2):
        assert run(plan(tmp_path, tmp_path / "*"))["counts"]["documents"] == 17
    own = {"part-000000.jsonl", "manifest.json", "errors.log", ".run/plan.json"}
    assert all(sharded.is_own(f"{tmp_path}/{name}", str(tmp_path)) for name in own)
    assert not any(sharded.is_own(f"{tmp_path}/{name}", str(tmp_path)) for name in ("in.jsonl", "d/manifest.json"))


def test_what_a_killed_worker_half_wrote_is_taken_away(tmp_path):
    corpus(tmp_path / "in.jsonl", 50)
    asked = plan(tmp_path / "o", tmp_path / "in.jsonl")

    def interrupted(task, shards):
        for place in (tmp_path / "o", tmp_path / "o/.run"):
            (place / ".part-000000.jsonl.0123.part").write_text("half")
        yield from ()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(sharded.run(asked, sharded.start(asked, False), interrupted))
    assert [p.name for p in sorted((tmp_path / "o").rglob("*"))] == [".run", "plan.json"]


def test_an_engine_that_is_not_there_leaves_no_run(tmp_path, monkeypatch):
    def missing(address):
        raise UsageError("Ray is not installed")

    monkeypatch.setattr("parkdocs.engines.ray.connected", missing)
    corpus(tmp_path / "in.jsonl", 20)
    asked = flow.call("extract", {"inputs": [str(tmp_path / "in.jsonl")], "output": f"{tmp_path}/o/"})
    with pytest.raises(UsageError, match="Ray is not installed"):
        sharding.process(asked, sharding.Folder(engine="ray"))
    assert not (tmp_path / "o").exists()


@pytest.mark.parametrize("name", ["manifest.json", "errors.log", "part-000000.jsonl", ".run/plan.json"])
def test_errors_are_not_written_over_the_files_of_the_run(tmp_path, name):
    corpus(tmp_path / "in.jsonl", 20)
    given = {"inputs": [str(tmp_path / "in.jsonl")], "output": f"{tmp_path}/o/", "errors": f"{tmp_path}/o/{name}"}
    with pytest.raises(UsageError, match="is a file of the run itself"):
        sharding.process(flow.call("extract", given), sharding.Folder())


def test_killed_at_random_and_resumed_it_ends_with_the_same_bytes(tmp_path):
    corpus(tmp_path / "in.jsonl", 300)
    command = [PARKDOCS, "run", "in.jsonl", "-q", "--shard-size", "0.003", "--jobs", "2", "-o"]
    subprocess.run([*command, "whole/"], cwd=tmp_path, stderr=subprocess.DEVNULL)
    chance = random.Random(5)
    for _ in range(3):
        going = subprocess.Popen([*command, "broken/", "--resume"], cwd=tmp_path, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.2, 1.2))
        going.send_signal(signal.SIGKILL)
        going.wait()
    done = subprocess.run([*command, "broken/", "--resume"], cwd=tmp_path, stderr=subprocess.DEVNULL)
    assert done.returncode == 3
    assert written(tmp_path / "broken") == written(tmp_path / "whole")


class Deadly(local.Job):
    """A job whose process ends at documents with a certain word."""


def deadly(item, job):
    if isinstance(item, sources.Item) and b"poison" in (item.data or b""):
        os._exit(9)
    return REAL(item, job)


REAL = local.work


class Poisoned(Task):
    """The shard function in a process that dies at poison."""

    def __call__(self, shard):
        local.work = deadly
        try:
            return super().__call__(shard)
        finally:
            local.work = REAL


def test_a_document_that_kills_its_worker_twice_is_left_out_and_named(tmp_path):
    lines = [json.dumps({"text": TEXT.format(n)}) for n in range(60)]
    lines[20], lines[21], lines[59] = (json.dumps({"text": f"poison {n}"}) for n in range(3))
    (tmp_path / "in.jsonl").write_text("\n".join(lines), "utf-8")
    asked = plan(tmp_path / "o", tmp_path / "in.jsonl", size=3_000)
    asked = Plan(Poisoned(asked.task.job, asked.task.output), asked.inputs, "", asked.size)
    manifest = run(asked)
    errors = [json.loads(line) for line in (tmp_path / "o/errors.log").read_bytes().splitlines()]
    assert [e["line"] for e in errors] == [21, 22, 60]
    assert all("was killed twice" in e["message"] for e in errors)
    assert manifest["counts"]["documents"] == 57
    assert not notes_folder(asked.task).exists()


def test_a_missing_input_is_an_error_of_its_shard(tmp_path):
    manifest = run(plan(tmp_path / "o", tmp_path / "gone.txt"))
    assert manifest["counts"]["failed"] == 1
    assert DocumentError(**json.loads((tmp_path / "o/errors.log").read_text())).message.startswith("no such file")
