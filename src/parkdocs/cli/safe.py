"""Text of strangers on a terminal or in a CI log: no control character and no workflow command reaches it raw."""

from __future__ import annotations

import unicodedata


def shown(text: str, inside: bool = False) -> str:
    r"""The text with control and format characters (escape sequences, bidi overrides) written as escapes.

    GitHub's and Azure's runners obey log lines that begin with ``::`` or hold ``##[``; those signs are escaped too, the
    former only where the text is not ``inside`` a line, behind something else.

    >>> shown("a\x1b[31mb\u202e\tc"), shown(" ::error::x"), shown(":::", inside=True), shown("a::b")
    ('a\\x1b[31mb\\u202e c', ' \\x3a:error::x', ':::', 'a::b')
    """
    if not inside and "::" in text and text.lstrip().startswith("::"):
        text = text.replace(":", r"\x3a", 1)
    text = text.replace("##[", r"\x23#[").replace("##vso[", r"\x23#vso[")
    if text.isprintable():
        return text
    return "".join(_escape(c) for c in text)


def _escape(c: str) -> str:
    if c in "\t\u00a0\u3000":
        return " "
    return c.encode("unicode_escape").decode() if unicodedata.category(c) in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"} else c
