"""Processes that take one unit of work after the other; one that is killed is replaced, the others do not notice."""

from __future__ import annotations

import os
import signal
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from threading import Thread
from typing import Any, NamedTuple

from parkdocs.engines import litter

TICK = 0.5
"""Seconds between looks at the clock while all workers are busy."""


class Killed(NamedTuple):
    """What stands in place of a unit's result when its process ended before it was done, ``times`` in a row."""

    times: int


@dataclass(slots=True)
class Worker:
    """A process, this side's end of its pipe, and the unit that it is busy with."""

    process: SpawnProcess
    pipe: Connection
    number: int = -1
    unit: Any = None


def run(
    task: Callable[[Any], Any],
    units: Iterable[Any],
    jobs: int,
    tries: int = 1,
    window: int = 2,
    tick: Callable[[], object] = lambda: None,
) -> Generator[tuple[Any, Any], None, None]:
    """Yield each unit with ``task(unit)``, in order, from ``jobs`` processes; ``window`` for each may be under way.

    A unit whose process is killed is done again, up to ``tries`` times in all, then it yields ``Killed``.  ``task``
    and the units are pickled; an exception of ``task`` is raised here.
    """
    pending, idle, busy = enumerate(units), list[Worker](), list[Worker]()
    again, done, deaths, due = deque[tuple[int, Any]](), dict[int, tuple[Any, Any]](), Counter[int](), 0
    try:
        while True:
            while len(busy) < jobs and (taken := _next(again, pending, len(busy) + len(done) < window * jobs)):
                busy.append(_give(idle.pop() if idle else _start(task), *taken))
            if not busy:
                return
            ready = wait([w.pipe for w in busy], TICK)
            tick()
            for worker in [w for w in busy if w.pipe in ready]:
                busy.remove(worker)
                number, unit, result = worker.number, worker.unit, _outcome(worker, deaths)
                if not isinstance(result, Killed):
                    idle.append(worker)
                if isinstance(result, Killed) and result.times < tries:
                    again.append((number, unit))
                else:
                    done[number], worker.unit = (unit, result), None
            while due in done:
                yield done.pop(due)
                due += 1
    finally:
        _end(idle, busy)


def _next(again: deque[tuple[int, Any]], pending: Iterator[tuple[int, Any]], room: bool) -> tuple[int, Any] | None:
    return again.popleft() if again else next(pending, None) if room else None


def _start(task: Callable[[Any], Any]) -> Worker:
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(task, theirs), daemon=True)
    process.start()
    theirs.close()  # so that the pipe ends when the process does
    return Worker(process, ours)


def _give(worker: Worker, number: int, unit: Any) -> Worker:
    worker.number, worker.unit = number, unit
    with suppress(OSError):  # killed while it was idle: its pipe is at its end, which is seen at once
        worker.pipe.send(unit)
    return worker


def _outcome(worker: Worker, deaths: Counter[int]) -> Any:
    """The worker's result, ``Killed`` where it is gone; its exception is raised."""
    try:
        fine, result = worker.pipe.recv()
    except (EOFError, OSError):
        worker.process.join()
        worker.pipe.close()
        deaths[worker.number] += 1
        return Killed(deaths[worker.number])
    if not fine:
        raise result
    return result


def _end(idle: list[Worker], busy: list[Worker]) -> None:
    for worker in idle:
        worker.pipe.close()
    for worker in busy:
        worker.process.kill()
        worker.pipe.close()
    for worker in [*idle, *busy]:
        worker.process.join()


def _serve(task: Callable[[Any], Any], pipe: Connection) -> None:
    """In a worker: one unit after the other, until the other side closes the pipe or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that started this one decides
    parent = parent_process()
    if parent:
        Thread(target=lambda: (wait([parent.sentinel]), os._exit(1)), daemon=True).start()
    fresh = True
    while True:
        try:
            unit = pipe.recv()
        except EOFError:
            return
        try:
            pipe.send((True, task(unit)))
        except Exception as error:
            pipe.send((False, error))
        if fresh:
            fresh = False
            litter.settle()
