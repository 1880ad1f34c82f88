"""Going on with a run: only what is there as a whole counts as done, and no two runs write into one folder."""

import json
import subprocess
import sys
from dataclasses import replace

import pytest

from parkdocs.cli import flow, sharding
from parkdocs.engines import planned, pool, sharded
from parkdocs.engines.local import Job
from parkdocs.engines.planned import Plan
from parkdocs.engines.shard import Task
from parkdocs.errors import OutputError, UsageError
from parkdocs.sinks import folder

NAMES = "abcd"


@pytest.fixture
def asked(tmp_path):
    """A plan over four files, each a shard of its own."""
    (tmp_path / "in").mkdir()
    for name in NAMES:
        (tmp_path / f"in/{name}.txt").write_text(f"The park {name} opened on 5 May 2021 in Laos.\n")
    return Plan(Task(Job("extract"), str(tmp_path / "o")), (str(tmp_path / "in"),), "", 1)


def engine(task, shards):
    return pool.run(task, shards, 1)


def run(asked, resume=False, most=99):
    """Do as many shards as there are, or the first of them as if the run was killed then; the numbers of new ones."""
    done = sharded.start(asked, resume)
    if done is None:
        return []
    receipts, found = sharded.run(asked, done, engine), []
    for receipt in receipts:
        found.append(receipt)
        if len(found) == most:
            receipts.close()
            return []
    sharded.finish(asked, [receipt for receipt, _ in found])
    return [receipt["shard"] for receipt, new in found if new]


def contents(path):
    return {p.name: p.read_bytes() for p in sorted(path.iterdir())}


def emptied(out):
    (out / "part-000001.jsonl").write_bytes(b"")


def lost(out):
    (out / "part-000001.jsonl").unlink()


def receipt_cut(out):
    (out / ".run/part-000001.json").write_bytes(b'{"shard": 1, "fi')


def receipt_emptied(out):
    (out / ".run/part-000001.json").write_bytes(b"")


def receipt_of_nothing(out):
    (out / ".run/part-000001.json").write_bytes(b"{}")


def receipt_of_another_kind(out):
    (out / ".run/part-000001.json").write_bytes(b'["part", 1]')


@pytest.mark.parametrize(
    "damage", [emptied, lost, receipt_cut, receipt_emptied, receipt_of_nothing, receipt_of_another_kind]
)
def test_a_shard_that_is_not_there_as_a_whole_is_done_again(tmp_path, asked, damage):
    run(asked)
    whole = contents(tmp_path / "o")
    (tmp_path / "o/manifest.json").unlink()
    for part in (tmp_path / "o").glob("part-*"):
        part.unlink()
    run(asked, most=3)
    damage(tmp_path / "o")
    assert 1 in run(asked, resume=True)
    assert contents(tmp_path / "o") == whole


@pytest.mark.parametrize("damage", [emptied, lost])
def test_a_finished_run_whose_parts_are_not_whole_is_told(tmp_path, asked, damage):
    run(asked)
    damage(tmp_path / "o")
    with pytest.raises(UsageError, match=r"part-000001\.jsonl is gone or not as the run left it"):
        run(asked, resume=True)
    run(asked)
    assert run(asked, resume=True) == []


def test_errors_of_a_finished_run_that_are_gone_are_told(tmp_path, asked):
    asked = replace(asked, inputs=(*asked.inputs, str(tmp_path / "gone.txt")))
    run(asked)
    assert run(asked, resume=True) == []
    (tmp_path / "o/errors.log").unlink()
    with pytest.raises(UsageError, match=r"errors\.log is gone or not as the run left it"):
        run(asked, resume=True)


def test_a_damaged_plan_is_told(tmp_path, asked):
    run(asked, most=1)
    (tmp_path / "o/.run/plan.json").write_text("garbage")
    with pytest.raises(UsageError, match=r"plan\.json is damaged; remove .* and start anew"):
        run(asked, resume=True)


def test_an_input_that_is_gone_leaves_no_part_that_the_manifest_does_not_know(tmp_path, asked):
    run(asked, most=4)
    (tmp_path / "in/d.txt").unlink()
    with pytest.raises(UsageError, match=r"an input of .*part-000003\.jsonl has changed since or is gone"):
        run(asked, resume=True)
    assert not planned.read_manifest(asked.task.output)


HOLD = "import sys; from parkdocs.sinks import folder\nwith folder.alone(sys.argv[1]):\n print(flush=True); sys.stdin.read()"


def test_two_runs_do_not_write_into_one_folder(tmp_path, asked):
    command = [sys.executable, "-c", HOLD, asked.task.output]
    other = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    other.stdout.readline()
    given = {"inputs": list(asked.inputs), "output": asked.task.output, "quiet": True}
    with pytest.raises(UsageError, match="another run is writing into"):
        sharding.process(flow.call("extract", given), sharding.Folder(resume=True))
    other.kill()
    other.communicate()
    assert sharding.process(flow.call("extract", given), sharding.Folder(resume=True)) == 0
    assert json.loads((tmp_path / "o/manifest.json").read_text())["counts"]["documents"] == len(NAMES)


def test_a_folder_that_cannot_be_is_told(tmp_path):
    (tmp_path / "file").write_text("precious")
    with pytest.raises(UsageError, match="is a file; give a folder"), folder.alone(str(tmp_path / "file")):
        pass
    with pytest.raises(OutputError, match="cannot write here"), folder.alone(str(tmp_path / "file/below")):
        pass
