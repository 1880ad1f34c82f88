"""Whether a document is whole: the signs of a cut, what its contents promise and it lacks, and where it goes on.

Two kinds of evidence.  A notice or marker says in words that there is more; one is enough for "truncated".  Structure
(contents entries without a section, a page count not reached, a last sentence without its end) only suggests it: one
kind makes a document suspect, two make it truncated.  An open quotation mark is no evidence: editors forget them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parkdocs import matching, shapes, toc
from parkdocs.lines import Line, RemovedLine, clean_lines, removed_lines
from parkdocs.model import Completeness, Document, Missing, Sign

STRUCTURE = ("contents", "pages", "ending")
MARKER = re.compile(
    r"\[\s?(?:…|\.\.\.)\s?\]|\[\+?\s?\d{1,7} (?:chars|characters)\]"
    r"|[(（\[]\s?(?:more|read more|weiter|suite)\s?(?:…|\.{2,3})?\s?[)）\]]"
    r"|(?:continue lendo|continue reading|continuar leyendo|seguir leyendo|leer más|lire la suite|weiterlesen|read more"
    r"|read the full (?:article|story|report)|читать далее|leggi tutto|lees verder"
    r"|阅读全文|閱讀全文|查看全文|展开全文|阅读更多"
    r"|点击查看更多|未完待续|下转第.{1,6}版)[^\w]{0,12}",
    re.IGNORECASE,
)
CHARS_LEFT = re.compile(r"(?:…|\.\.\.)\s?\[\+?\d{1,7} chars\]\s{0,4}$")
PAGE_OF = re.compile(
    r"(?:\bpages?|\bseite|\bp[aá]gina|страниц\w{0,2})[\s:.：]{0,4}(\d{1,4})\s{0,3}(?:/|of|von|sur|de|из)\s{0,3}(\d{1,4})(?!\d)"
    r"|第\s?(\d{1,4})\s?[页頁]\s{0,3}[/／,，(（]?\s{0,3}[共总總][计計]?\s?(\d{1,4})\s?[页頁]"
    r"|[已][阅閱]?[读讀]\s?(\d{1,4})\s?[页頁][,，]?\s?[还還剩余餘]{1,2}\s?(\d{1,4})\s?[页頁]",
    re.IGNORECASE,
)
TOTAL = re.compile(r"(?:全文|文档|文檔)?[总總]?[页頁][数數]\s?[:：]\s?(\d{1,4})")
LINK_TARGET = re.compile(r"\]\(\s?<?(https?://[^\s<>()]{1,2000}(?:\([^\s<>()]{0,200}\)[^\s<>()]{0,500})?)>?")
BARE_LINK = re.compile(r"https?://[^\s<>\[\]()\"'“”。，；、（）「」]{1,2000}")
TAIL_CREDIT = re.compile(r"记者|記者|编辑|編輯|报道|報道|供图|供稿|[摄攝]\W*$|完\W*$|(?i:by |writing|photo|source)")
PARENTHESIS = re.compile(r"[(（\[【][^()（）\[\]]{1,80}[)）\]】]$")
NOISE = " \t\u3000\u00a0|<>*_`~^#·•-"
MOST_NOTICES, TAIL_ROWS, MOST_MISSING = 50, 12, 5000


def judge(doc: Document) -> Document:
    r"""Fill ``doc.completeness`` from text, sections and the notices that cleaning took away (kind ``truncation``).

    Evidence kinds: ``notice`` (removed), ``marker`` (still in the text), ``contents``, ``pages``, ``ending``; lines are
    those of the source.

    >>> text = "The park opened in May and has since then welcomed 54 investors […]\n"
    >>> judge(Document("i", "s", text, text)).completeness.verdict
    'truncated'
    """
    lines, removed = clean_lines(doc), removed_lines(doc)
    entries = toc.read(lines)
    found = matching.match([e.heading for e in entries], [s.heading for s in doc.sections if s.kind != "toc"])
    notices = [r for r in removed if r.kind == "truncation"]
    tail = _tail(lines)
    evidence = (
        *(Sign("notice", r.number, r.rule, r.text.strip()[:120]) for r in notices[:MOST_NOTICES]),
        *_markers(tail),
        *_removed_markers(tail, removed),
        *_contents(entries, found),
        *_pages([*((line.number, line.text) for line in lines), *((r.number, r.text) for r in removed)]),
        *_ending(tail),
    )
    missing = [Missing(e.level, e.heading, e.page) for e, i in zip(entries, found, strict=True) if i < 0]
    link = _continuation(removed, notices) or _link(" ".join(_marked_texts(tail)))
    done = Completeness(_verdict(evidence), evidence, tuple(missing[:MOST_MISSING]), link)
    return replace(doc, completeness=done)


def _verdict(evidence: Sequence[Sign]) -> str:
    kinds = {sign.kind for sign in evidence}
    if kinds & {"notice", "marker"} or len(kinds & set(STRUCTURE)) >= 2:
        return "truncated"
    return "suspect" if kinds else "complete"


def _tail(lines: Sequence[Line]) -> list[Line]:
    """The last lines with text, the very last first; lines of no letters left out."""
    out: list[Line] = []
    for line in reversed(lines):
        if any(c.isalnum() for c in line.text[-400:]):
            out.append(line)
        if len(out) == TAIL_ROWS:
            break
    return out


def _last_prose(tail: Sequence[Line]) -> Line | None:
    """The last line of running text above bylines, labels and short lines; none where a list or table ends the text."""
    for line, above in zip(tail, [*tail[1:], None], strict=False):
        kind = _shape(line)
        if kind == "P":
            return line
        if kind == "I":
            return None
        if kind in "SE" and above and above.next == line.start and _shape(above) == "P" and _runs_on(above):
            return line._replace(start=above.start, text=f"{above.text} {line.text}")
    return None


def _shape(line: Line) -> str:
    return "I" if shapes.ITEM.match(line.text.strip()) else shapes.shape(shapes.bare(line.text))


def _runs_on(line: Line) -> bool:
    """Whether a hard-wrapped line goes on in the next one."""
    return shapes.last_mark(line.text) not in shapes.SENTENCE_ENDS


def _markers(tail: Sequence[Line]) -> Iterator[Sign]:
    """Words or dots at the end of the last prose line, or alone below it, that say there is more.

    Safe: ``[…]`` in the middle is an editor's omission, and "Read more" further down belongs to related links.
    """
    last = _last_prose(tail)
    at = next((i for i, line in enumerate(tail) if last and line.number == last.number), -1)
    for i, line in enumerate(tail):
        text = line.text[-300:].rstrip(NOISE)
        ends = any(m.end() >= len(text) - 1 and m.start() > 0 for m in MARKER.finditer(text))
        if (ends and i == at) or CHARS_LEFT.search(text):
            yield Sign("marker", line.number, "complete/marker-at-end", f"the text breaks off with {text[-40:]!r}")
        elif i == at - 1 and MARKER.fullmatch(text.lstrip(NOISE)):
            yield Sign("marker", line.number, "complete/marker-below", f"below the last paragraph stands {text[:40]!r}")


def _removed_markers(tail: Sequence[Line], removed: Sequence[RemovedLine]) -> Iterator[Sign]:
    """A bare "Read more" right below the last paragraph that cleaning took for a link to other pages."""
    last = _last_prose(tail)
    for r in removed if last else ():
        text = r.text[:300].strip(NOISE)
        if last and r.kind != "truncation" and 0 < r.number - last.number <= 2 and MARKER.fullmatch(text):
            yield Sign("marker", r.number, r.rule, f"below the last paragraph stood {text[:40]!r}")


def _marked_texts(tail: Sequence[Line]) -> list[str]:
    numbers = {sign.line for sign in _markers(tail)}
    return [line.text[-2000:] for line in tail if line.number in numbers]


def _contents(entries: Sequence[toc.Entry], found: Sequence[int]) -> Iterator[Sign]:
    """The contents go on where the sections stop: two last entries or more (a tenth of many) have no section.

    Safe: gaps in the middle only mean that a heading was not recognised, and are no sign.
    """
    last = next((i for i in range(len(found) - 1, -1, -1) if found[i] >= 0), -1)
    lacking = len(entries) - 1 - last
    if lacking >= max(2, len(entries) // 10):
        first = entries[last + 1]
        note = f"the last {lacking} of {len(entries)} contents entries, from {first.heading[:60]!r}, have no section"
        yield Sign("contents", first.number, "complete/contents-without-sections", note)


def _pages(texts: Sequence[tuple[int, str]]) -> Iterator[Sign]:
    """A page count that the text does not reach: "page 3 of 12" as the highest page seen, 还剩5页, or a bare total."""
    best, stated = (0, 0, 0), (0, 0)
    for number, text in texts:
        head = text[:300]
        if not any(c.isdigit() for c in head):
            continue
        for m in PAGE_OF.finditer(head):
            here, total = (int(g) for g in m.groups() if g)
            total += here if m[5] else 0
            best = max(best, (here, total, number))
        if total_of := TOTAL.search(head):
            stated = max(stated, (int(total_of[1]), number))
    if best[0] < best[1]:
        yield Sign("pages", best[2], "complete/page-count", f"page {best[0]} of {best[1]} is the last")
    elif stated[0] > 1 and not best[0]:
        yield Sign("pages", stated[1], "complete/page-total", f"{stated[0]} pages are stated")


def _ending(tail: Sequence[Line]) -> Iterator[Sign]:
    """A last sentence without its end, or a last word cut at a hyphen.

    Only running text is judged, in scripts that close a sentence with a mark; a credit after the last full stop, a
    list, a table, a poem or a heading at the end is no evidence.
    """
    line = _last_prose(tail)
    if line is None:
        return
    text = line.text[-400:].rstrip(" \t\u3000\u00a0|<>*_`~^#·•")
    rest = PARENTHESIS.sub("", text).rstrip()
    if not rest or {shapes.last_mark(text), shapes.last_mark(rest)} & shapes.SENTENCE_ENDS or not _sentence(line.text):
        return
    if text[-1] in "-‐" and text[-2:-1].isalpha():
        yield Sign("ending", line.number, "complete/cut-word", f"the last word is cut: {text[-40:]!r}")
    elif not (TAIL_CREDIT.search(_after_stop(text)) and len(_after_stop(text)) <= 40):
        yield Sign("ending", line.number, "complete/cut-sentence", f"the last sentence has no end: {text[-40:]!r}")


def _after_stop(text: str) -> str:
    """What follows the last full stop that ends a sentence."""
    at = max(text.rfind(mark) for mark in ("。", "！", "？", ". ", "! ", "? ", "”"))
    return text[at + 1 :] if at >= 0 else ""


def _sentence(text: str) -> bool:
    """Whether a line is a sentence at all: mostly small words, or Chinese with a comma or full stop inside."""
    clean = shapes.bare(text[-shapes.LOOK :])
    if len(shapes.CJK.findall(clean)) >= 12:
        return len(text) >= 30 and any(c in "，。,；" for c in clean)
    words = [w for w in clean.split() if w[0].isalpha()]
    return len(words) >= 8 and sum(w.islower() for w in words) * 2 >= len(words)


def _continuation(removed: Sequence[RemovedLine], notices: Sequence[RemovedLine]) -> str:
    """The first link in a removed notice, or in a line that was removed within three lines after one."""
    texts = [r.text for r in notices]
    numbers = {r.number + more for r in notices for more in (1, 2, 3)}
    near = [r.text for r in removed if r.number in numbers and r.kind != "truncation"]
    return next((link for text in (*texts, *near) if (link := _link(text[:20_000]))), "")


def _link(text: str) -> str:
    r"""The first address in a text: a Markdown target before a bare one, escapes undone.

    >>> _link(r"[https://a.cn/r?id=5\_2](https://a.cn/r?id=5_2)"), _link(r"see https://a.cn/5\_2.")
    ('https://a.cn/r?id=5_2', 'https://a.cn/5_2')
    """
    target, plain = LINK_TARGET.search(text), BARE_LINK.search(text)
    found = target[1] if target else plain[0] if plain else ""
    return re.sub(r"\\{1,2}([!-/:-@\[-`{-~])", r"\1", found).rstrip(".,;:!?*")
