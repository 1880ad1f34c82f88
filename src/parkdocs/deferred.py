"""Patterns that are compiled when they are first used: those with wide classes take longer than most of a page does."""

from __future__ import annotations

import re
from typing import Any, cast


class _Deferred:
    """Stands for a compiled pattern; a method is looked up once and then kept."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._given = (pattern, flags)

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(*self._given), name)
        setattr(self, name, value)
        return value


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    r"""What ``re.compile`` returns, with its methods and attributes, compiled at the first use of one of them.

    >>> pattern(r"\d+").findall("7 of 12"), pattern("A", re.IGNORECASE).flags & re.IGNORECASE != 0
    (['7', '12'], True)
    """
    return cast("re.Pattern[str]", _Deferred(text, flags))
