"""How often Python looks for garbage in circles once a process has loaded what it needs."""

from __future__ import annotations

import gc

LITTER = 20_000
"""Objects after which it looks: a long run shall not pile garbage up, but few steps leave any in circles."""


def settle() -> None:
    """After the first document or unit: what is loaded stays, and is not looked through again and again."""
    gc.freeze()
    gc.set_threshold(LITTER)
