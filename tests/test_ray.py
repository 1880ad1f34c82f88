"""A real cluster of two nodes on this machine: a worker and a node are killed in mid-run, and nothing is lost.

Needs the extra `ray`; without it the tests are skipped.
"""

import json
import os
import signal
import threading
import time
from pathlib import Path

import pytest

from parkdocs import sources
from parkdocs.engines import local, sharded
from parkdocs.engines.local import Job
from parkdocs.engines.planned import Plan
from parkdocs.engines.shard import STATE, Task

ray = pytest.importorskip("ray")
pytestmark = pytest.mark.slow

from parkdocs.engines import ray as engine  # noqa: E402


@pytest.fixture
def cluster(monkeypatch):
    monkeypatch.setenv("RAY_USAGE_STATS_ENABLED", "0")
    from ray.cluster_utils import Cluster

    nodes = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
    yield nodes
    ray.shutdown()
    nodes.shutdown()


def workers():
    """Processes that are doing a shard now."""
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                name = (entry / "cmdline").read_bytes()
            except OSError:
                continue
            if name.startswith(b"ray::_work"):
                found.append(int(entry.name))
    return found


def wait_for(condition, seconds=120):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := condition():
            return found
        time.sleep(0.1)
    raise AssertionError("it did not happen in time")


def test_a_worker_and_a_node_are_killed_and_the_bytes_are_the_same(cluster, tmp_path):
    lines = [
        json.dumps({"text": f"Home > News\n\nThe park {n} opened on 5 May 2021 in Laos.\nShare\n" * 20})
        for n in range(900)
    ]
    (tmp_path / "in.jsonl").write_text("\n".join(lines), "utf-8")
    inputs = (str(tmp_path / "in.jsonl"),)
    second = cluster.add_node(num_cpus=1)
    plan = Plan(Task(Job("extract"), str(tmp_path / "o")), inputs, "", 50_000)
    killed = []

    def destroy():
        receipts = lambda: list((tmp_path / "o" / STATE).glob("part-*.json"))  # noqa: E731
        wait_for(lambda: len(receipts()) >= 2)
        victim = wait_for(workers)[0]
        os.kill(victim, signal.SIGKILL)
        killed.append(victim)
        done = len(receipts())
        wait_for(lambda: len(receipts()) >= done + 2)
        cluster.remove_node(second, allow_graceful=False)
        killed.append("node")

    destroyer = threading.Thread(target=destroy)
    started = sharded.start(plan, False)
    destroyer.start()
    run = lambda task, shards: engine.run(task, shards, 2, cluster.address)  # noqa: E731
    manifest = sharded.finish(plan, [receipt for receipt, _ in sharded.run(plan, started, run)])
    destroyer.join()
    assert len(killed) == 2 and killed[1] == "node"
    assert (manifest["counts"]["documents"], manifest["counts"]["failed"]) == (900, 0)
    whole = b"".join(r.data for r in local.run(sources.plan(inputs), Job("extract"), 1))
    assert b"".join(p.read_bytes() for p in sorted((tmp_path / "o").glob("part-*"))) == whole
