"""Whether a document is whole: the signs of a cut, what its contents promise and it lacks, and where it goes on.

Two kinds of evidence.  A notice or marker says in words that there is more, and counts where a second sign confirms it
(``notices``).  Structure (contents entries without a section, a page count not reached, a last sentence without its
end) only suggests it: one kind makes a document suspect, two make it truncated; contents whose first
sections alone are there, in order, are enough.  A mark or a round length of the input
itself tells a cut by whoever made the input from one by the site.  An open quotation mark is no evidence: editors
forget them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parkdocs import endings, matching, notices, others, pagecounts, pagers, toc
from parkdocs.lines import Line, clean_lines, removed_lines
from parkdocs.model import Completeness, Document, Missing, Section, Sign
from parkdocs.notices import Row

LINK_TARGET = re.compile(r"\]\(\s?<?(https?://[^\s<>()]{1,2000}(?:\([^\s<>()]{0,200}\)[^\s<>()]{0,500})?)>?")
BARE_LINK = re.compile(r"https?://[^\s<>\[\]()\"'“”。，；、（）「」]{1,2000}")
MOST_MISSING, LONG_BODY = 5000, 300
MOST_PAGED = 160


def judge(doc: Document) -> Document:
    r"""Fill ``doc.completeness`` from text, sections and what cleaning took away.

    Evidence kinds: ``notice`` and ``marker`` (words that say there is more), ``contents``, ``pages``, ``ending``,
    ``limit`` (the input was cut, not the site's text); lines are those of the source.

    >>> text = "The park opened in May and has since then welcomed 54 investors […]\n"
    >>> judge(Document("i", "s", text, text)).completeness.verdict
    'truncated'
    """
    lines, removed = clean_lines(doc), removed_lines(doc)
    stream, last, told = notices.of_text(lines, removed)
    entries = toc.read(lines) if any(s.kind == "toc" for s in doc.sections) else ()
    found = matching.match([e.heading for e in entries], [s.heading for s in doc.sections if s.kind != "toc"])
    unread = bool(entries) and max(found) < 0 and _has_long_body(doc.sections, len(entries))
    broken = tuple(_ending(last, told.signs)) if last else ()
    lost = () if unread else tuple(_contents(entries, found))
    at, pages, onward = pagers.below(stream, last.number) if last else (0, 0, "")
    evidence = (
        *told.signs,
        *lost,
        *_pages(stream, at, pages),
        *broken,
        *_limit(doc, last, lost),
    )
    missing = [Missing(e.level, e.heading, e.page) for e, i in zip(entries, found, strict=True) if i < 0 and not unread]
    link = _continuation(stream, told.signs) or onward
    sure = told.sure or (bool(lost) and _stops(entries, found, lines))
    done = Completeness(_verdict(evidence, sure=sure), evidence, tuple(missing[:MOST_MISSING]), link)
    return doc._replace(completeness=done)


def _verdict(evidence: Sequence[Sign], *, sure: bool) -> str:
    kinds = {sign.kind for sign in evidence}
    if sure or "limit" in kinds or len(kinds) >= 2:
        return "truncated"
    return "suspect" if kinds else "complete"


def _has_long_body(sections: Sequence[Section], entries: int) -> bool:
    """Whether there is so much text outside the contents that its headings must be there, and were not recognised."""
    return sum(s.end - s.start for s in sections if s.kind != "toc") > LONG_BODY * entries


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


def _stops(entries: Sequence[toc.Entry], found: Sequence[int], lines: Sequence[Line]) -> bool:
    """Whether the text is the beginning of what the contents promise: its first sections, in order, and nothing more.

    Seen on sites of working papers that show the first chapters.  Safe: two entries or more have their sections, none
    is skipped, three or more (a third of all) are lacking, and no line below the contents begins as they do; so
    headings that were not recognised never count.
    """
    here = next((i for i, at in enumerate(found) if at < 0), len(found))
    lacking = entries[here:]
    if here < 2 or max(found[here:]) >= 0 or len(lacking) < max(3, len(entries) // 3):
        return False
    wanted = tuple({k for e in lacking for k in matching.keys(e.heading) if len(k) >= 2})
    below = (line.text for line in lines if line.start >= entries[-1].end and line.text.strip())
    return not any(k.startswith(wanted) for text in below for k in matching.keys(text))


def _pages(stream: Sequence[Row], at: int, pages: int) -> Iterator[Sign]:
    """A page count that the text does not reach: "page 3 of 12" as the highest page seen, 还剩5页, or a bare total.

    Else a pager on line ``at``, up to page ``pages``, that leads on.
    """
    short = (r for r in stream if len(r.text) <= MOST_PAGED)
    count = pagecounts.read(
        (r.number, r.text) for r in short if "pages" not in r.text or not others.is_of_another(r.text)
    )
    if count.of_rest:
        yield Sign("pages", count.line, "complete/pages-left", f"{count.total - count.here} pages are left")
    elif 0 < count.here < count.total:
        yield Sign("pages", count.line, "complete/page-count", f"page {count.here} of {count.total} is the last")
    elif count.total > 1 and not count.here:
        yield Sign("pages", count.line, "complete/page-total", f"{count.total} pages are stated")
    elif at and not count.total:
        yield Sign("pages", at, "complete/pager", f"a pager leads on, up to page {pages}")


def _ending(last: Line, told: Sequence[Sign]) -> Iterator[Sign]:
    """A last sentence without its end, or a last word cut at a hyphen."""
    how, marked = endings.cut(last.text), any(s.kind == "marker" and s.line == last.number for s in told)
    text = last.text[-endings.LOOK :].rstrip(endings.EDGE)[-40:]
    if how == "word" and not marked:
        yield Sign("ending", last.number, "complete/cut-word", f"the last word is cut: {text!r}")
    elif how == "sentence" and not marked:
        yield Sign("ending", last.number, "complete/cut-sentence", f"the last sentence has no end: {text!r}")


def _limit(doc: Document, last: Line | None, lost: Sequence[Sign]) -> Iterator[Sign]:
    """The input was cut by whoever made it: a mark, a round length, half a character, within contents that go on."""
    broken = endings.cut(last.text) if last and doc.raw.rstrip().endswith(last.text.rstrip()[-20:]) else ""
    why = endings.input_limit(doc.raw, doc.metadata.bytes, broken)
    if not why and lost and broken in {"word", "sentence"}:
        why = "the input ends within a sentence, and before its contents do"
    if why:
        yield Sign("limit", doc.raw.rstrip().count("\n") + 1, "complete/input-limit", why)


def _continuation(stream: Sequence[Row], told: Sequence[Sign]) -> str:
    """The first link on a line that says there is more, or within three lines after one."""
    numbers = {sign.line for sign in told if sign.kind in {"notice", "marker"}}
    if not numbers:
        return ""
    near = numbers | {n + more for n in numbers for more in (1, 2, 3)}
    there = [r for r in stream if r.number in near]
    for here in (True, False):
        for r in there:
            if (r.number in numbers) is here and (link := _link(r.text[-20_000:])):
                return link
    return ""


def _link(text: str) -> str:
    r"""The first address in a text: a Markdown target before a bare one, escapes undone.

    >>> _link(r"[https://a.cn/r?id=5\_2](https://a.cn/r?id=5_2)"), _link(r"see https://a.cn/5\_2.")
    ('https://a.cn/r?id=5_2', 'https://a.cn/5_2')
    """
    target, plain = LINK_TARGET.search(text), BARE_LINK.search(text)
    found = target[1] if target else plain[0] if plain else ""
    return re.sub(r"\\{1,2}([!-/:-@\[-`{-~])", r"\1", found).rstrip(".,;:!?*")
