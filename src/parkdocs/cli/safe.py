"""Text of strangers on a terminal: no control character reaches it raw."""

from __future__ import annotations

import unicodedata


def shown(text: str) -> str:
    r"""The text with control and format characters (escape sequences, bidi overrides) written as escapes.

    >>> shown("a\x1b[31mb\u202e\tc")
    'a\\x1b[31mb\\u202e c'
    """
    if text.isprintable():
        return text
    return "".join(_escape(c) for c in text)


def _escape(c: str) -> str:
    if c in "\t\u00a0\u3000":
        return " "
    return c.encode("unicode_escape").decode() if unicodedata.category(c) in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"} else c
