"""Characters mended: mojibake, control characters, line ends, normal form; every change is an edit of kind ``repair``.

The text becomes what ``ftfy.fix_text`` makes of it with settings that leave Chinese alone (full-width forms, curly
quotes and ligatures stay).  ftfy reads every line dozens of times, so it is called, and imported, only for a line that
holds a character without which it can find no fault.  Chinese and English text with curly quotes holds none.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from parkdocs import deferred, edits
from parkdocs.model import Document, Mark

RULES = {
    "repair/mojibake": "text read in a wrong encoding once (UTF-8 as Latin-1 and the like), read back",
    "repair/lossy-mojibake": "the same where a byte was lost on the way: U+FFFD stands for the character",
    "repair/control-characters": "characters without a shape: zero bytes, C0 controls, byte order marks",
    "repair/terminal-escapes": "colour codes of a terminal",
    "repair/line-ends": "CRLF, CR and the Unicode line and paragraph separators made LF",
    "repair/surrogates": "halves of UTF-16 pairs joined, lone ones made U+FFFD",
    "repair/normal-form": "letters and their accents composed (Unicode normal form C)",
}
"""The rule ids of this step and why each changes text."""

GUARD = (
    "\u0080-\u009f¢-¨ª¬¯±-³µ¶¸-º¼-¾À-Ñ×-ÙÜÝß-ñ÷üĀ-ćČ-ēĖ-ěĞğĢģĪīįİĶķĹ-ľŁ-ŃŅŇŒœ"
    "ŕŘŚśŞ-ŢŤťŮŰŸ-žƒˆˇ˘˛˜ΒΓΞΟЂВГРСҐґ‚†‡‰⁄₧€№∂∆∏∑√∞∩∫≈≠≡≤≥⌐│┌┐┘├┤┬┼═-╬▀▄█▌▐-▓◊ﬁﬂ�"
)
"""Ranges of a character class: ftfy's mojibake test (``ftfy.badness``) finds nothing in text that holds none of these.

For each alternative of its pattern one position was chosen whose characters all stand here, the rarest in Chinese and
English; ``“ ” ’ – …`` are in no chosen position.  Beside the character there stands another one beyond ASCII, or it is
one of ``ALONE``; so the ``é`` of café is no suspect.  A test takes ftfy's pattern apart and checks that this holds.
"""

ALONE = r"\x80-\x9fŒœÃÂ"

CONTROLS = r"\x00-\x08\x0b\x0e-\x1a\x1c-\x1f\x7f\u206a-\u206f\ufeff\ufff9-\ufffc"
OTHERS = r"\x1b\ud800-\udfff"
ENDS = r"\r\u2028\u2029"
BESIDE = r"(?:(?=[^\x00-\x7f])|(?<=[^\x00-\x7f](?s:.))"
SUSPECT = deferred.pattern(rf"[{GUARD}{OTHERS}]{BESIDE}|(?<=[{ALONE}{OTHERS}]))")
TROUBLE = re.compile(rf"[{GUARD}{OTHERS}{CONTROLS}{ENDS}]{BESIDE}|(?<=[{ALONE}{OTHERS}{CONTROLS}{ENDS}]))")
PLAIN = deferred.pattern(rf"(?P<ends>\r\n?|[\u2028\u2029])|[{CONTROLS}]+")
ESCAPE = deferred.pattern(r"\x1b\[[0-9;]*[a-zA-Z]")
PIECE, STOPS = 20_000, " ,.。，、"
"""Characters that are read at a time of a line without end, and those behind which it may be cut."""
SURROGATE = deferred.pattern(r"[\ud800-\udfff]")
ANCHOR = deferred.pattern(r"(?P<ends>\r\n?|[\n\u2028\u2029])|(?P<word>[!-~]+)")


class Change(NamedTuple):
    """``text[start:end]`` of a line becomes ``new``."""

    start: int
    end: int
    new: str
    rule: str


def repair(doc: Document) -> Document:
    r"""Return the document with its characters mended.

    >>> doc = repair(Document("i", "s", "caf\u00c3\u00a9\r\n", "caf\u00c3\u00a9\r\n"))
    >>> doc.text, [(e.start, e.old, e.new, e.rule) for e in doc.edits]
    ('café\n', [(3, 'Ã©', 'é', 'repair/mojibake'), (5, '\r', '', 'repair/line-ends')])
    """
    found = ((at, change) for at, line in _lines(doc.text) for change in changes(line))
    doc = edits.apply(doc, [Mark(at + c.start, at + c.end, c.rule, "repair", c.new) for at, c in found])
    return _tags(doc) if any(SUSPECT.search(d.value) for d in doc.metadata.declared) else doc


def _tags(doc: Document) -> Document:
    """The document with what its tags declare mended: a title in mojibake is so in the tag too."""
    mended = (d._replace(value=fix_text(d.value)) if SUSPECT.search(d.value) else d for d in doc.metadata.declared)
    return doc._replace(metadata=doc.metadata._replace(declared=tuple(mended)))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Offset and text (with its LF) of the lines that may need mending; ftfy, too, takes lines to end at LF only.

    A line longer than two ``PIECE`` is read in pieces, for ftfy takes a hundred times the memory of what it reads.
    """
    composed = unicodedata.is_normalized("NFC", text)
    at = line = 0
    while at < len(text):
        trouble = at
        if composed:
            found = TROUBLE.search(text, at)
            if not found:
                return
            trouble = found.start()
            at = max(at, text.rfind("\n", at, trouble) + 1)
        if at >= line:
            line = text.find("\n", at) + 1 or len(text)
        end = _piece(text, at, line)
        while end <= trouble:
            at, end = end, _piece(text, end, line)
        yield at, text[at:end]
        at = end


def _piece(text: str, at: int, end: int) -> int:
    """Where the piece ends that starts at ``at`` in a line up to ``end``: behind a blank or a stop, if there is one."""
    if end - at <= 2 * PIECE:
        return end
    return max(text.rfind(sign, at, at + PIECE) for sign in STOPS) + 1 or at + PIECE


def changes(line: str) -> list[Change]:
    """What to change in one line (with its LF): applied, they give ``ftfy.fix_text`` of the line.

    Lines without a suspect character are mended here, which only takes replacing line ends, dropping controls and
    composing; where that brings suspects together (``e`` and a combining accent make ``é``; a control character may
    part two halves of mojibake), ftfy has its say.
    """
    if not SUSPECT.search(line):
        fixed = _plain(line)
        composed = unicodedata.is_normalized("NFC", fixed)
        fixed = fixed if composed else unicodedata.normalize("NFC", fixed)
        if not SUSPECT.search(fixed):
            return [_plain_change(m) for m in PLAIN.finditer(line)] if composed else list(_compare(line, fixed))
    return list(_compare(line, fix_text(line)))


def _plain(line: str) -> str:
    return PLAIN.sub(lambda m: "\n" if m["ends"] else "", line)


def _plain_change(match: re.Match[str]) -> Change:
    if match["ends"]:
        return _line_end(match)
    return Change(match.start(), match.end(), "", "repair/control-characters")


def _line_end(match: re.Match[str]) -> Change:
    """CRLF loses its CR, any other end becomes LF."""
    crlf = match[0] == "\r\n"
    return Change(match.start(), match.start() + 1, "" if crlf else "\n", "repair/line-ends")


def fix_text(line: str) -> str:
    """What ftfy makes of a line, with settings that are safe for Chinese."""
    from ftfy import TextFixerConfig
    from ftfy import fix_text as fix

    config = TextFixerConfig(
        unescape_html=False,
        fix_latin_ligatures=False,
        fix_character_width=False,
        uncurl_quotes=False,
        normalization="NFC",
        explain=False,
    )
    return fix(line, config)


def _compare(old: str, new: str) -> Iterator[Change]:
    """The differences, kept apart where both texts hold the same printable ASCII between them; linear.

    Mending leaves ASCII alone as a rule, so that its runs and the line ends are anchors; where it does not, there is
    one difference, from the first character that differs to the last.
    """
    if old == new:
        return
    before, after = list(ANCHOR.finditer(old)), list(ANCHOR.finditer(new))
    if [m["word"] for m in before] != [m["word"] for m in after]:
        before = after = []
    at = to = 0
    for left, right in zip(before, after, strict=True):
        yield from _difference(old, new, (at, left.start()), (to, right.start()))
        if left[0] != right[0]:
            yield _line_end(left)
        at, to = left.end(), right.end()
    yield from _difference(old, new, (at, len(old)), (to, len(new)))


def _difference(old: str, new: str, place: tuple[int, int], other: tuple[int, int]) -> Iterator[Change]:
    """The change from ``old[place]`` to ``new[other]`` without what they share at both ends; never an empty place."""
    (start, end), (first, last) = place, other
    if old[start:end] == new[first:last]:
        return
    while start < end and first < last and old[start] == new[first]:
        start, first = start + 1, first + 1
    while start < end and first < last and old[end - 1] == new[last - 1]:
        end, last = end - 1, last - 1
    if start == end:  # an insertion: take a neighbour in, a mark must stand on something
        start, first, end, last = (start - 1, first - 1, end, last) if start else (start, first, end + 1, last + 1)
    yield Change(start, end, new[first:last], _rule(old[start:end], new[first:last]))


def _rule(old: str, new: str) -> str:
    plain = _plain(old)
    if new == plain:
        return "repair/line-ends" if "\n" in new or "\r" in old else "repair/control-characters"
    if SURROGATE.search(old):
        return "repair/surrogates"
    if new == ESCAPE.sub("", old):
        return "repair/terminal-escapes"
    if new == unicodedata.normalize("NFC", plain):
        return "repair/normal-form"
    return "repair/lossy-mojibake" if new.count("\ufffd") > old.count("\ufffd") else "repair/mojibake"
