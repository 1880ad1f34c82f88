"""UTF-8 with stray bytes of windows-1252 in it: a pound sign or an accent that was pasted from an older page."""

from __future__ import annotations

import re

from parkdocs import deferred

HIGH = bytes(range(0x80, 0x100))
FOREIGN = deferred.pattern("[\u0250-\u1fff\u2c00-\ufffc\U00010000-\U0001f000]")
STRAY = deferred.pattern(r"(?<![^\x00-\x7f])([\udc80-\udcfd])(?![^\x00-\x7f])")
BROKEN = deferred.pattern(r"[\udc80-\udcff]+")
CUT = deferred.pattern(r"(?<![A-Za-z])[\udcc2-\udcf4]$")


def mostly_utf8(sample: bytes) -> bool:
    """Whether the well-formed multi-byte sequences outnumber the broken bytes by far, or just the last one is cut.

    Chance makes few of them: in GBK about one character in four looks like a two-byte sequence.  Where they are fewer,
    likelihood judges: an English page may have two dashes in it, and one pound sign in Latin-1.
    """
    text = sample.decode("utf-8", "replace")
    broken = text.count("\ufffd") - sample.count(b"\xef\xbf\xbd")
    formed = len(text) - len(sample.translate(None, HIGH)) - broken
    cut = broken == 1 and text.endswith("\ufffd") and sample[-1:] >= b"\x80" and formed >= 2
    return cut or formed >= 5 * broken or (formed > 0 and _is_likelier(sample))


def _is_likelier(sample: bytes) -> bool:
    from parkdocs.sources import likelihood  # rarely needed, and slow to load

    return likelihood.mixed(sample) > likelihood.best(sample).weight


def read(line: bytes) -> tuple[str, bool]:
    r"""A line that is no UTF-8 as text, and whether all its broken bytes were single ones read as windows-1252.

    Such a byte has ASCII on both sides.  Safe in Latin text only: where other letters stand in the line, a single
    byte is rather what is left of one of those, and so are a first byte at the end that no letter stands before, and FE
    and FF, which no text has; these become U+FFFD.  Risky for a text whose strays are of another Western encoding.

    >>> read("It opened — at last. It cost 30m ".encode() + b"\xa3.")
    ('It opened — at last. It cost 30m £.', True)
    >>> read("第三".encode()[:-1])
    ('第�', False)
    """
    text = line.decode("utf-8", "surrogateescape")
    if FOREIGN.search(BROKEN.sub("", text)) or CUT.search(text):
        return line.decode("utf-8", "replace"), False
    mended = STRAY.sub(_western, text)
    if BROKEN.search(mended):
        return mended.encode("utf-8", "surrogateescape").decode("utf-8", "replace"), False
    return mended, True


def _western(found: re.Match[str]) -> str:
    byte = bytes([ord(found[1]) - 0xDC00])
    try:
        return byte.decode("windows-1252")
    except UnicodeDecodeError:
        return found[0]
