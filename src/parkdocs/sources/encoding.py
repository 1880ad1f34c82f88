"""Bytes to text and back: the encoding is found, never asked for, and what could not be read is named by its line.

The order, surest first: byte order mark, UTF-16 by its zero bytes, strict UTF-8, the declared charset, UTF-8 with
broken bytes among it, then likelihood (GB 18030, Big5, Japanese, Korean, Cyrillic, Western), and for other single-byte
text charset-normalizer.  ``decode`` never fails and keeps line ends and zero bytes as they are.

The names are Python's.  ``utf-8-sig`` is UTF-8 whose byte order mark is not in the text; UTF-16 and UTF-32 are named
with their byte order (``utf-16-le``), and there the mark stays in the text as its first character U+FEFF, because
Python has no codec name that writes it.  So ``text.encode(encoding)`` gives the bytes back.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, NamedTuple

from parkdocs import deferred
from parkdocs.sources import strays

if TYPE_CHECKING:
    from parkdocs.sources.likelihood import Guess

SAMPLE = 65_536
"""Bytes that a guess looks at, from the first line on that is not ASCII."""

BREAK = re.compile(rb"(\r\n|\n|\r)")
TEXT_BREAK = deferred.pattern(r"\r\n|\n|\r")
HIGH = re.compile(rb"[\x80-\xff]")
ODD_CONTROLS = bytes(set(range(32)) - set(b"\0\t\n\f\r\x1b\b"))

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

WIDER = {
    "ascii": "windows-1252",
    "us-ascii": "windows-1252",
    "iso-8859-1": "windows-1252",
    "latin-1": "windows-1252",
    "latin1": "windows-1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "x-gbk": "gb18030",
    "big5-hkscs": "big5hkscs",
    "x-x-big5": "big5",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "x-sjis": "cp932",
    "windows-31j": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
}
"""Declared names and the superset that browsers read them as (the WHATWG encoding standard's labels)."""

FAMILIES = {
    "big5": ("big5", "cp950", "big5hkscs"),
    "cp932": ("cp932", "shift_jis", "shift_jisx0213"),
    "euc_jp": ("euc_jp", "euc_jisx0213"),
    "gb18030": ("gb18030", "gbk"),
}
"""Where the first codec does not give the bytes back, its relatives are tried in turn."""

CONVINCING = -9.6
"""Mean weight of a character above which text is Chinese, Japanese or Korean for sure; running text has -6 to -8."""

USUAL = -7.0
"""The same for single-byte encodings, whose letters have -3.5 to -6."""

ENOUGH = 24
"""Bytes beyond ASCII from which on charset-normalizer is asked."""

HIGH_BYTES = bytes(range(0x80, 0x100))
TRUSTED = deferred.pattern(r"(?:gb18030|big5|cp\d|windows-\d|iso-?8859|euc|koi8|shift_jis|johab|mac|tis-620)")
SINGLE_BYTE = (
    *(f"cp{n}" for n in range(1250, 1259)),
    *("cp866", "koi8_r", "koi8_u", "iso8859_2", "iso8859_7", "tis_620", "mac_roman", "mac_cyrillic"),
)

SIGNATURES = (
    (b"%PDF-", "a PDF", "extract its text first, for example with pdftotext"),
    (b"PK\x03\x04", "a ZIP archive or an Office document", "unpack it or save it as text or HTML first"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document", "save it as text or HTML first"),
    (b"{\\rtf", "an RTF document", "save it as text or HTML first"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first, for example with gunzip"),
    (b"BZh", "a bzip2 archive", "unpack it first"),
    (b"\xfd7zXZ\0", "an xz archive", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", "unpack it first"),
    (b"Rar!\x1a\x07", "a RAR archive", "unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", "unpack it first"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image", "leave it out"),
    (b"\xff\xd8\xff", "a JPEG image", "leave it out"),
    (b"GIF87a", "a GIF image", "leave it out"),
    (b"GIF89a", "a GIF image", "leave it out"),
    (b"\x7fELF", "a program", "leave it out"),
    (b"SQLite format 3\0", "an SQLite database", "export its text first"),
    (b"PAR1", "a Parquet file", "export it as JSONL first"),
)


class Decoded(NamedTuple):
    """Text, the codec that read it, and the 1-based lines whose bytes do not come back from it.

    ``strays`` are those of them of which nothing was lost: single bytes in UTF-8, read as windows-1252.
    """

    text: str
    encoding: str
    bad: tuple[int, ...] = ()
    strays: tuple[int, ...] = ()


def decode(data: bytes, declared: str = "") -> Decoded:
    r"""Read bytes of unknown encoding; ``declared`` is what the document says of itself, such as a meta charset.

    A declaration counts only where the bytes bear it out: valid UTF-8 is UTF-8 whatever a page says.

    >>> decode("中文网页".encode("gbk"))[:2]
    ('中文网页', 'gb18030')
    >>> decode(b"caf\xe9")[:2]
    ('café', 'windows-1252')
    >>> decode("第一行\n第二".encode() + b"\xe8\xa1")[:3]
    ('第一行\n第二�', 'utf-8', (2,))
    """
    for mark, name in MARKS:
        if data.startswith(mark) and not (name == "utf-32-le" and len(data) % 4):
            return _marked(data, mark, name)
    if wide := _wide_by_zeros(data):
        return _wide(data, wide)
    return _unmarked(data, declared)


def _unmarked(data: bytes, declared: str) -> Decoded:
    if b"\x1b$" in data and (text := _strict(data, "iso2022_jp")) is not None:
        return Decoded(text, "iso2022_jp")
    if (text := _strict(data, "utf-8")) is not None:
        return Decoded(text, "utf-8")
    if named := _declared(data, declared):
        return named
    return _by_line(data, "utf-8") if strays.mostly_utf8(_sample(data)) else _guess(data)


def encode(text: str, encoding: str) -> bytes:
    """The inverse of ``decode``: the bytes it read, wherever it reported no bad line.

    Never fails: a character that the encoding lacks becomes ``?``, an unknown encoding is taken for UTF-8.
    """
    try:
        return text.encode(encoding, "replace")
    except (LookupError, ValueError):
        return text.encode("utf-8", "replace")


def binary_kind(data: bytes) -> tuple[str, str]:
    """What data is that is no text, and what to do about it; two empty strings for text.

    Control bytes speak for binary data above 5 %, zero bytes (padding in old exports) above 50 %.

    >>> binary_kind(b"%PDF-1.7 ...")
    ('a PDF', 'extract its text first, for example with pdftotext')
    """
    for signature, kind, advice in SIGNATURES:
        if data.startswith(signature):
            return kind, advice
    if any(data.startswith(mark) for mark, _ in MARKS) or _wide_by_zeros(data):
        return "", ""
    head = data[:SAMPLE]
    odd, zeros = len(head) - len(head.translate(None, ODD_CONTROLS)), head.count(0)
    if odd + zeros < 8 or (odd * 20 <= len(head) and zeros * 2 <= len(head)):
        return "", ""
    if zeros * 2 <= len(head) and _likeliest(_sample(data)).encoding.startswith("utf-16"):
        return "", ""
    return "binary data", "leave it out"


def _marked(data: bytes, mark: bytes, name: str) -> Decoded:
    if name != "utf-8-sig":
        return _wide(data, name)
    if (text := _strict(data, name)) is not None:
        return Decoded(text, name)
    return _by_line(data[len(mark) :], "utf-8")._replace(encoding=name)


def _wide_by_zeros(data: bytes) -> str:
    """UTF-16 without a mark: Latin text has a zero in every other byte, and none in the others."""
    head = data[:SAMPLE]
    pairs = len(head) // 2
    if pairs < 2 or len(data) % 2 or 0 not in head:
        return ""
    high, low = head[::2].count(0), head[1::2].count(0)
    if max(high, low) < 0.6 * pairs or min(high, low) * 50 > max(high, low):
        return ""
    return "utf-16-be" if high > low else "utf-16-le"


def _wide(data: bytes, name: str) -> Decoded:
    text = data.decode(name, "replace")
    if text.encode(name) == data:
        return Decoded(text, name)
    lines = TEXT_BREAK.split(text)
    bad = tuple(number for number, line in enumerate(lines, 1) if "\ufffd" in line)
    return Decoded(text, name, bad or (len(lines),))


def _strict(data: bytes, name: str) -> str | None:
    """The text, where the codec reads all of it and gives the same bytes back."""
    try:
        text = data.decode(name)
        return text if name.startswith("utf-8") or text.encode(name) == data else None
    except (UnicodeError, LookupError):
        return None


def _by_line(data: bytes, name: str) -> Decoded:
    """Read line by line (no multi-byte character holds a line end), so that damage stays where it is."""
    parts, bad, single, number = [], [], [], 1
    for i, piece in enumerate(BREAK.split(data)):
        if i % 2:
            parts.append(piece.decode("ascii"))
            number += 1
        elif (text := _strict(piece, name)) is not None:
            parts.append(text)
        else:
            text, whole = strays.read(piece) if name == "utf-8" else (piece.decode(name, "replace"), False)
            parts.append(text)
            bad.append(number)
            single += [number] if whole else []
    return Decoded("".join(parts), name, tuple(bad), tuple(single))


def _declared(data: bytes, declared: str) -> Decoded | None:
    """Trust a declared charset that reads everything; but single-byte ones read anything, so Chinese overrules them."""
    name = declared.strip().lower()
    name = WIDER.get(name, name)
    if not TRUSTED.match(name) or (text := _strict(data, name)) is None:
        return None
    if len(HIGH_BYTES.decode(name, "replace")) == len(HIGH_BYTES):
        guess = _likeliest(_sample(data))
        if guess.family == "cjk" and guess.mean > CONVINCING:
            return None
    return Decoded(text, name)


def _likeliest(sample: bytes) -> Guess:
    from parkdocs.sources import likelihood  # rarely needed, and slow to load

    return likelihood.best(sample)


def _sample(data: bytes) -> bytes:
    """The part to guess from: from the start, or from the first line with a byte beyond ASCII if that comes late."""
    first = HIGH.search(data)
    start = 0
    if first and first.start() > SAMPLE // 2:
        start = max(data.rfind(b"\n", first.start() - SAMPLE // 2, first.start()) + 1, first.start() - SAMPLE // 2)
    return data[start : start + SAMPLE]


def _guess(data: bytes) -> Decoded:
    sample = _sample(data)
    guess = _likeliest(sample)
    high = len(sample) - len(sample.translate(None, HIGH_BYTES))
    floor = CONVINCING if guess.family == "cjk" else USUAL
    if guess.mean < floor and high >= ENOUGH and (named := _generic(data, sample)):
        return named
    if guess.encoding == "windows-1252" and _strict(data, "windows-1252") is None:
        return Decoded(data.decode("latin-1"), "latin-1")  # reads everything; repair mends what was meant for 1252
    return _family(data, guess.encoding)


def _family(data: bytes, encoding: str) -> Decoded:
    for name in FAMILIES.get(encoding, (encoding,)):
        if (text := _strict(data, name)) is not None:
            return Decoded(text, name)
    return _wide(data, encoding) if encoding.startswith("utf-16") else _by_line(data, encoding)


def _generic(data: bytes, sample: bytes) -> Decoded | None:
    """Let charset-normalizer choose among single-byte encodings of other scripts; it needs a few lines of text."""
    from charset_normalizer import from_bytes

    match = from_bytes(sample, cp_isolation=list(SINGLE_BYTE), enable_fallback=False).best()
    text = _strict(data, match.encoding) if match else None
    return Decoded(text, match.encoding) if match and text is not None else None
