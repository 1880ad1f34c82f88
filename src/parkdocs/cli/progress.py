"""`--progress`: a line on standard error with documents, megabytes a second, time left and errors."""

from __future__ import annotations

import sys
import time

EVERY_ON_A_TERMINAL, EVERY = 0.5, 5.0
"""Seconds between two lines: on a terminal they follow each other in one place, in a log file they stay."""


class Progress:
    """Counts so far, told now and then; ``total`` bytes are to be read, 0 where that is not known."""

    def __init__(self, total: int = 0, already: int = 0) -> None:
        self.total, self.already, self.begin = total, already, time.monotonic()
        self.terminal = sys.stderr.isatty()
        self.due = self.begin + (EVERY_ON_A_TERMINAL if self.terminal else EVERY)

    def tell(self, documents: int, size: int, failed: int, last: bool = False) -> None:
        """Write the line if it is time, or if it is the last; ``size`` is in bytes, read by this process or earlier."""
        now = time.monotonic()
        if now < self.due and not last:
            return
        self.due = now + (EVERY_ON_A_TERMINAL if self.terminal else EVERY)
        text = line(documents, size, failed, now - self.begin, self.total, self.already)
        sys.stderr.write(f"\r{text}\x1b[K" + "\n" * last if self.terminal else f"{text}\n")
        sys.stderr.flush()


def line(documents: int, size: int, failed: int, seconds: float, total: int = 0, already: int = 0) -> str:
    """The figures of one moment in words.

    >>> line(1200, 6_000_000, 1, 2.0, total=60_000_000)
    '1,200 documents, 6.0 of 60.0 MB, 3.00 MB/s, 18 s left, 1 error'
    >>> line(10, 500_000, 0, 0.5)
    '10 documents, 0.5 MB, 1.00 MB/s, no errors'
    """
    speed = max(size - already, 0) / max(seconds, 1e-9)
    of = f" of {total / 1e6:,.1f}" if total else ""
    left = f", {_time(max(total - size, 0) / speed)} left" if total and speed and size < total else ""
    errors = "no errors" if not failed else "1 error" if failed == 1 else f"{failed:,} errors"
    return f"{documents:,} documents, {size / 1e6:,.1f}{of} MB, {speed / 1e6:.2f} MB/s{left}, {errors}"


def _time(seconds: float) -> str:
    """Seconds for people.

    >>> _time(42), _time(600), _time(9_000)
    ('42 s', '10 min', '2 h 30 min')
    """
    if seconds < 100:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 100 else f"{minutes // 60:,} h {minutes % 60} min"
