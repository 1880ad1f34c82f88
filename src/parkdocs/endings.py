"""How a text ends: its last running text, and whether that breaks off; and whether the input itself was cut."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from parkdocs import deferred, shapes
from parkdocs.lines import Line

TAIL_ROWS, MOST_SKIPPED, LOOK = 16, 10, 400
LONG_SHORT = 9  # small words that make a line without an end mark a sentence all the same
SHORTEST_CUT_INPUT = 1000
TAIL_CREDIT = deferred.pattern(
    r"记者|記者|编辑|編輯|报道|報道|供图|供稿|[摄攝]\W*$|完\W*$|(?i:by |writing|photo|source)"
)
PARENTHESIS = deferred.pattern(r"[(（\[【][^()（）\[\]]{1,80}[)）\]】]$")
SIGNATURE = deferred.pattern(
    r"[-–—] ?[A-Z][\w.'’ -]{2,40}$|(?:https?://|www\.)\S{1,300}$|\S{1,60}@\S{1,60}$|[:;]-?[)(DPp]$"
    r"|\w\.(?:com|org|net|cn)\S{0,40}$"
)
DOTS = deferred.pattern(r"(?:…|\.{3})$")
HAS_DOTS = deferred.pattern(r"…|\.{2}")
PIPELINE = deferred.pattern(
    r"[\[(<{](?:\.{3}|…)? ?(?:text |content |document )?(?:truncated|clipped|cut off)[^\[\]()<>{}]{0,60}[\])>}]$"
    r"|(?:…|\.{3}) ?(?:truncated|\[\+?\d{1,7} chars\])$|<\|endoftext\|>$"
    r"|[\[(（【](?:[内內]容)?(?:[过過][长長][,，]?)?(?:已|被)?截[断斷][^\[\]()（）【】]{0,20}[\])）】]$",
    re.IGNORECASE,
)
WORD = deferred.pattern(r"[^\W_]")
THE_END = deferred.pattern(
    r"[.!?。！？…][\"'”’」)]?\s*[-–—/(\[{# ]{0,4}(?:end(?:s|item|it)?|30|#|完|本文完|全文完)\W{0,4}$", re.IGNORECASE
)
"""What agencies put below a text, on its last line."""
DANGLES = deferred.pattern(
    r"(?:^|\s)(?:and|or|but|nor|which|who|whose|whom|because|although|whereas|unless|while|until|if|than|the|an?|of|from|with"
    r"|into|has|have|had|is|are|was|were|been|be|will|would|could|should|might|its|their|his|our|my|your|these|those"
    r"|und|oder|aber|weil|dass|der|die|das|et|ou|mais|parce que|le|la|les|des|y|o|pero|porque|el|los|las|del)$"
    r"|[\u3400-\u9fff](?:和|与|及|以及|或|或者|并|并且|而|但|但是|因为|由于|其中|包括|例如|将|把|被|从|向|(?<!没)有|是)$"
    r"|[^\W\d_][,，]$|[\u3400-\u9fff]、$|[:：]\s?[“「『][^”」』]{1,80}$"
)
"""What no text ends with: a word that needs another, a comma, a speech that has just begun."""
FEWEST, FEWEST_CHINESE = 6, 7
EDGE = " \t\r\n\u3000\u00a0|<>*_`~^#·•"


def tail(lines: Sequence[Line], is_notice: Callable[[str], bool]) -> list[Line]:
    """The last lines with text, the very last first; notices below the last running text and empty marks left out."""
    out: list[Line] = []
    skipped, settled = 0, False
    for line in reversed(lines):
        if not WORD.search(line.text, max(0, len(line.text) - LOOK)):
            continue
        if not settled and skipped < MOST_SKIPPED and is_notice(line.text):
            skipped += 1
            continue
        settled = settled or _shape(line) in "PI"
        out.append(line)
        if len(out) == TAIL_ROWS:
            break
    return out


def last_prose(last: Sequence[Line]) -> Line | None:
    """The last line of running text above bylines, labels and short lines; none where a list or table ends the text."""
    for line, above in zip(last, [*last[1:], None], strict=False):
        kind = _shape(line)
        if kind == "P" or (kind == "S" and _is_long_for_a_heading(line.text)):
            return line
        if kind in "SEM" and dangles(line.text) and _all_ended(last[last.index(line) + 1 :]):
            return line
        if kind == "I" and (above is None or _shape(above) != "P" or len(line.text) > 40):
            return None
        if kind in "SE" and above and above.next == line.start and _shape(above) == "P" and _runs_on(above):
            return line._replace(start=above.start, text=f"{above.text} {line.text}")
    return None


def _is_long_for_a_heading(text: str) -> bool:
    """Whether a line without an end mark is a sentence all the same: many small words, or Chinese with a comma."""
    small = sum(w.islower() for w in text[:LOOK].split())
    return small >= LONG_SHORT or (len(shapes.CJK.findall(text[:LOOK])) >= 20 and "，" in text)


def _all_ended(above: Sequence[Line]) -> bool:
    """Whether the lines above are running text whose paragraphs all end as sentences do, but for labels."""
    prose = [line for line in above if _shape(line) == "P"]
    return len(prose) >= 2 and not any(map(_runs_on, prose))


def dangles(text: str) -> bool:
    """Whether a line, too short for running text, goes on for sure: its last word or mark needs another.

    Safe: six small words or seven Chinese characters at least, so no greeting ("Until next week,") and no verse counts.

    >>> dangles("The firms that came have bought generators and"), dangles("园区引进企业，其中，")
    (True, True)
    """
    end = text[-LOOK:].rstrip(EDGE)
    small = sum(w.islower() for w in end.split())
    enough = small >= FEWEST or len(shapes.CJK.findall(end)) >= FEWEST_CHINESE
    return enough and DANGLES.search(end) is not None


def _shape(line: Line) -> str:
    return "I" if shapes.ITEM.match(line.text.strip()) else shapes.shape(shapes.bare(line.text))


def _runs_on(line: Line) -> bool:
    """Whether a hard-wrapped line goes on in the next one."""
    return shapes.last_mark(line.text) not in shapes.SENTENCE_ENDS


def cut(text: str) -> str:
    """``word`` or ``sentence`` where running text breaks off, ``dots`` where it ends in an ellipsis, else "".

    Only running text is judged, in scripts that close a sentence with a mark.  Safe: a credit, an address, a smiley or
    a name after the last full stop, a list, a table, a poem or a heading at the end is no evidence.

    >>> cut("The park opened in May and has since then welcomed many firms from the"), cut("Rents rose, too...")
    ('sentence', 'dots')
    """
    end = text[-LOOK:].rstrip(EDGE)
    if DOTS.search(end):
        return "dots"
    whole = shapes.last_mark(end) in shapes.SENTENCE_ENDS or end[-1:] in {":", "："} or PARENTHESIS.search(end)
    if not end or whole or not (_sentence(text) or dangles(text)) or THE_END.search(end):
        return ""
    if end[-1] in "-‐" and end[-2:-1].isalpha():
        return "word"
    after = _after_stop(end)
    closed = after != end and ((len(after) <= 40 and TAIL_CREDIT.search(after)) or SIGNATURE.search(after))
    symbol = ord(end[-1]) >= 0x2190 and not end[-1].isalnum() and end[-1] not in "，、"
    return "" if closed or SIGNATURE.search(end) or symbol else "sentence"


def _after_stop(text: str) -> str:
    """What follows the last full stop that ends a sentence; all of the text where there is none."""
    at = max(text.rfind(mark) for mark in ("。", "！", "？", ". ", "! ", "? ", "”"))
    return text[at + 1 :]


def _sentence(text: str) -> bool:
    """Whether a line is a sentence at all: mostly small words, or Chinese with a comma or full stop inside."""
    clean = shapes.bare(text[-shapes.LOOK :])
    if len(shapes.CJK.findall(clean)) >= 12:
        return len(text) >= 24 and any(c in "，。,；" for c in clean)
    words = [w for w in clean.split() if w[0].isalpha()]
    return len(words) >= 8 and sum(w.islower() for w in words) * 2 >= len(words)


def input_limit(raw: str, size: int, broken: str) -> str:
    """Why the input, not the site, ends where it does: "" where nothing says so.

    ``size`` is the source's length in bytes (0: unknown), ``broken`` what ``cut`` says of its end.  A pipeline's own
    mark is enough; a round length (a multiple of 500 or of 512, as extracts have, in characters or bytes) and a broken
    character count only where the last sentence breaks off too, so a whole text is never called cut for its length.
    """
    end = raw.rstrip()
    if found := PIPELINE.search(end[-120:]):
        return f"the input ends with the mark {found[0]!r}"
    if not broken:
        return ""
    if end.endswith("\ufffd"):
        return "the input ends within a character"
    lengths = {len(raw): "characters", len(end): "characters", size: "bytes"}
    for length, unit in lengths.items():
        if length >= SHORTEST_CUT_INPUT and (length % 500 == 0 or length % 512 == 0):
            return f"the input ends after {length:,} {unit}, within a sentence"
    return ""
