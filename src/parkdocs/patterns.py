"""One rule pattern: how re2 compiles it, and what about it may surprise its author."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import re2

from parkdocs import deferred
from parkdocs.view import view

MEMORY = 4 << 20
"""Bytes re2 may use for one pattern or set; where they are used up it forgets states and builds them anew."""

ESCAPE = deferred.pattern(r"\\(x\{([0-9A-Fa-f]+)\}|.)", re.DOTALL)
HAN = deferred.pattern("[\u3040-\u30ff\u3400-\u9fff]|\\\\p\\{Han\\}")
PLAIN_LINES = (
    "The park covers 46 square kilometres.",
    "Industrial Parks",
    "园区总面积四十六平方公里。",
    "2018",
    "a",
)


def options() -> Any:
    """How every pattern is compiled: UTF-8, case ignored, no log on stderr."""
    chosen = re2.Options()
    chosen.case_sensitive = False
    chosen.log_errors = False
    chosen.max_mem = MEMORY
    return chosen


@lru_cache(maxsize=1024)
def compile_pattern(pattern: str) -> Any:
    """One compiled pattern; raises ``re2.error``."""
    return re2.compile(pattern, options())


def pattern_problem(pattern: str) -> str:
    """Why re2 cannot compile a pattern, in its own words; "" where it can.

    >>> pattern_problem("^(?=x)")
    'pattern does not compile: invalid perl operator: (?='
    """
    try:
        compile_pattern(pattern)
    except (re2.error, UnicodeEncodeError) as error:
        reason = error.args[0] if isinstance(error, re2.error) and error.args else error
        text = reason.decode("utf-8", "replace") if isinstance(reason, bytes) else str(reason)
        return f"pattern does not compile: {text}"
    return ""


def encodable(text: str) -> str:
    """The text with each lone surrogate, which UTF-8 cannot hold, as ``?``: same length, same offsets."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace").decode("utf-8")
    return text


def joined(pattern: str) -> str:
    r"""The pattern without its line breaks and the blanks around them, so that a pack can wrap long alternations.

    >>> joined("^(?:\n  Print|\n  Share\n)$")
    '^(?:Print|Share)$'
    """
    return "".join(part.strip() for part in pattern.splitlines()) if "\n" in pattern else pattern


def pattern_warnings(pattern: str, *, whole_line: bool = True) -> Iterator[str]:
    r"""Traps: what the view never contains, what re2 reads differently, what matches too much.

    >>> list(pattern_warnings("^來源：.*$"))
    ["the view never contains '來', write '来'", "the view never contains '：', write ':'"]
    """
    yield from _never_in_view(pattern)
    yield from _re2_traps(pattern)
    compiled = compile_pattern(pattern)
    if compiled.search(""):
        yield "it matches an empty line"
    if all(compiled.search(line) for line in PLAIN_LINES):
        yield "it matches everything"
    if whole_line and not (pattern.startswith(("^", "(?-i:^")) and pattern.endswith(("$", "$)"))):
        yield "it takes whole lines away but is not anchored with ^ and $"


def _never_in_view(pattern: str) -> Iterator[str]:
    named = [chr(int(code, 16)) for _, code in ESCAPE.findall(pattern) if code and int(code, 16) < 0x110000]
    seen: set[str] = set()
    for c in [*ESCAPE.sub(" ", pattern), *named]:
        if c in seen or c == " " or (c.isascii() and c.isprintable()):
            continue
        seen.add(c)
        there = view(f"x{c}x")[1:-1]
        if c not in there:
            name = repr(c) if c.isprintable() else f"U+{ord(c):04X}"
            yield f"the view never contains {name}, " + (f"write {there!r}" if there else "leave it out")
    if "  " in pattern:
        yield "the view never contains two blanks in a row"


def _re2_traps(pattern: str) -> Iterator[str]:
    escapes = {letter for letter, _ in ESCAPE.findall(pattern)}
    if escapes & set("tnrfv"):
        yield "the view never contains tabs or line breaks, write a blank"
    if escapes & {"w", "W", "b", "B"} and (HAN.search(pattern) or not pattern.isascii()):
        yield r"in re2 \w and \b know ASCII letters only, no Chinese: write \p{Han}, \pL or the characters"
