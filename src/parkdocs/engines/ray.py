"""Shards on a Ray cluster: the shard function as idempotent tasks; a task whose worker or node is lost is done again.

Needs the extra ``ray``, the same parkdocs on every node, and inputs and output where every node finds them: a shared
file system, or ``scheme://`` paths of fsspec.
"""

from __future__ import annotations

import os
import socket
from collections import deque
from collections.abc import Callable, Generator, Iterable
from typing import Any

from parkdocs.engines.cutting import Shard
from parkdocs.engines.pool import Killed
from parkdocs.engines.shard import Task
from parkdocs.errors import UsageError

RETRIES = 20
"""Times that Ray does a task again when its worker or node is gone; each document may kill two workers."""
AHEAD = 2
"""Tasks handed in for each core: one at work, one that waits."""
TICK = 1.0
ANSWER = 10.0
"""Seconds in which a cluster has to answer; Ray itself goes on asking for many minutes."""


def run(
    task: Task, shards: Iterable[Shard], jobs: int, address: str, tick: Callable[[], object] = lambda: None
) -> Generator[tuple[Shard, Any], None, None]:
    """Yield each shard with its receipt, in order; ``jobs`` bounds the tasks at work, 0 being all cores of the cluster.

    ``address`` is the cluster's; "" takes the one that ``RAY_ADDRESS`` names, else starts one on this machine.
    Raises ``UsageError`` where Ray is not installed or the cluster does not answer.
    """
    ray = connected(address)
    remote = ray.remote(num_cpus=1, max_retries=RETRIES)(_work)
    flying = dict[Any, int]()
    due = deque[tuple[int, Shard]]()
    done, pending = dict[int, Any](), enumerate(shards)
    settled = ray.put(task)
    try:
        while True:
            while len(flying) < AHEAD * (jobs or _cores(ray)) and (taken := next(pending, None)):
                due.append(taken)
                flying[remote.remote(settled, taken[1])] = taken[0]
            if not flying:
                break
            ready, _ = ray.wait(list(flying), timeout=TICK)
            tick()
            for reference in ready:
                done[flying.pop(reference)] = _got(ray, reference)
            while due and due[0][0] in done:
                number, shard = due.popleft()
                yield shard, done.pop(number)
    finally:
        for reference in flying:
            ray.cancel(reference, force=True)


def _work(task: Task, shard: Shard) -> dict[str, Any]:
    return task(shard)


def _got(ray: Any, reference: Any) -> Any:
    """The receipt, or ``Killed`` where every attempt lost its worker."""
    try:
        return ray.get(reference)
    except ray.exceptions.RayTaskError as error:
        raise error.as_instanceof_cause() from None
    except (ray.exceptions.WorkerCrashedError, ray.exceptions.NodeDiedError, ray.exceptions.OutOfMemoryError):
        return Killed(RETRIES + 1)


def connected(address: str) -> Any:
    """The module ``ray``, connected.  Raises ``UsageError`` as ``run`` does, for a look before anything is written."""
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")
    try:
        import ray
    except ImportError as error:
        raise UsageError("Ray is not installed: pip install 'parkdocs[ray]'") from error
    if not ray.is_initialized():
        address = address or os.environ.get("RAY_ADDRESS", "")
        try:
            _knock(address)
            ray.init(address=address or "local", log_to_driver=False, logging_level="ERROR", include_dashboard=None)
        except (OSError, ValueError, RuntimeError) as error:
            raise UsageError(f"no Ray cluster at {address or 'this machine'}: {error}") from error
    return ray


def _knock(address: str) -> None:
    """Raise ``OSError`` where nobody listens at ``HOST:PORT``; any other form of address is left to Ray."""
    host, _, port = address.removeprefix("ray://").rpartition(":")
    if host and port.isdecimal():
        socket.create_connection((host.strip("[]"), int(port)), ANSWER).close()


def _cores(ray: Any) -> int:
    return max(int(ray.cluster_resources().get("CPU", 1)), 1)
