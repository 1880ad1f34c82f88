"""The title a document gives itself; none is invented where it opens with prose.

A label or a crawler that names it goes first; else one line above the running text is chosen, see ``title_choice``.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from parkdocs import frontmatter
from parkdocs.metadata import source_lines, tag_titles, title_choice, title_lines
from parkdocs.metadata.source_lines import SourceLine
from parkdocs.metadata.title_given import Candidate, crawled, issued, labelled, mailed, one_line, page_image, tabled
from parkdocs.metadata.title_shape import LONGEST, clean, could_be, plain
from parkdocs.model import Document, Evidence

ERROR_LINES = 12  # kept lines of a page that is not there, at most
HEAD = 60  # lines of a longer document's end that are looked at
SCAN = 1000  # lines of a longer document that are looked at: its head, and the end, where a label can stand

_LIST_PAGE = re.compile(
    r"^(?:tags?|category|archives?|标签|標籤|search results(?: for)?)\s{0,3}[:：]\s*\S", re.IGNORECASE
)
_ESCAPED = re.compile(r"&(?:#\d{1,6}|#x[\da-fA-F]{1,5}|amp|quot|apos|nbsp);")
_BARS = re.compile(r"\s[|｜–—-]\s|_")


def fill(doc: Document) -> Document:
    r"""Return the document with ``title`` filled; "" where it has none.

    >>> text = "Park opens second stage\n\nThe park opened its second stage on Monday, its operator said.\n"
    >>> fill(Document("i", "s", text, text)).metadata.title
    'Park opens second stage'
    """
    lines = source_lines.read(doc)
    if _is_error_page(lines):
        return doc
    if doc.metadata.declared and (tag := tag_titles.read(doc)):
        return _filled(doc, _shown(tag.value), Evidence("title", tag.line, tag.rule))
    if named := frontmatter.find(frontmatter.read(doc), "title"):
        return _filled(doc, _shown(named.values[0]), Evidence("title", named.number, "title/front-matter"))
    lines = lines if len(lines) <= SCAN else (*lines[: SCAN - HEAD], *lines[-HEAD:])
    best = (
        labelled(lines)
        or tabled(lines)
        or crawled(lines)
        or mailed(lines)
        or issued(lines)
        or one_line(lines)
        or page_image(lines)
        or title_choice.best(lines, doc.metadata.language, doc.metadata.breadcrumb)
        or labelled(lines, weak=True)
    )
    if not best or any(_LIST_PAGE.match(line.text) for line in lines[: min(5, best.at + 1)]):
        return doc
    title = _without_site(best.text, lines)
    title = _SUBJECT.sub("", title)
    title = _FOOTNOTE.sub("", _KICKER.sub("", _joined(title, lines, best)))
    return _filled(doc, title, Evidence("title", lines[best.at].number, best.rule))


def _is_error_page(lines: Sequence[SourceLine]) -> bool:
    """Whether the first kept line says that the page is not there, and little else is kept."""
    kept = [line.text for line in lines[:SCAN] if not line.kind]
    return 0 < len(kept) <= ERROR_LINES and any(title_lines.is_error(text.lstrip("# ")) for text in kept[:2])


_KICKER = re.compile(
    r"^(?:Opinion|Interview|Feature|Analysis|Editorial|Comment(?:ary)?|Press release|Exclusive|Video|Blog)\s?[|｜]\s?",
    re.I,
)
_SUBJECT = re.compile(r"^(?:Subject|Sub|Re)\s?:\s{0,3}(?=[A-Z][^:]{11,})")
_FOOTNOTE = re.compile(r"(?<=[\u3400-\u9fff])\[\d{1,2}\]$")
_LEADS_ON = re.compile(r"\b(?:of|on|for|and|in|to|at|with|the|&)$", re.I)
_GOES_ON = re.compile(r"(?:of|on|for|and|in|to|at|with|towards?|&)\s", re.I)

_BROKEN = re.compile(r"[^。\s]{2,60}[关關][于於][^。\s]{0,60}(?<![告知见定复报函示施法则则划例案書书])$")
_ISSUER = re.compile(r"[\u3400-\u9fff()（）]{4,40}(?:公司|集团|集團|银行|銀行)$")
"""A listed company's announcement has its issuer on a line of its own above ``关于……的公告``."""
_ANNOUNCED = re.compile(r"[关關][于於](?!我们|我們|本站)")
_BROKEN_END = re.compile(
    r"[^。《]{2,60}的?(?:通知|公告|通告|意见|意見|批复|批復|决定|決定|报告|報告|函|公示)(?:[(（].{1,12}[)）])?$"
)


def _joined(title: str, lines: Sequence[SourceLine], best: Candidate) -> str:
    """A title broken over two lines, in capitals or as Chinese offices do: ``REPORT OF THE MEETING`` / ``ON SKILLS FOR
    PARKS``, ``市政府办公室关于印发`` / ``标准厂房管理细则的通知``.
    """
    if title.isascii() and not title.isupper():
        return title
    for at, order in ((best.at - 1, -1), (best.at + 1, 1)):
        other = clean(lines[at].text) if 0 <= at < len(lines) and not lines[at].kind else ""
        first, second = (other, title) if order < 0 else (title, other)
        if not other or len(title) + len(other) >= LONGEST:
            continue
        issued = _ISSUER.fullmatch(first) and _ANNOUNCED.match(second)
        if not title.isascii() and (issued or _BROKEN.fullmatch(first)) and _BROKEN_END.fullmatch(second):
            return first + second
        fits = title.isascii() and other.isupper() and other.isascii() and could_be(other)
        if fits and (_LEADS_ON.search(first) or _GOES_ON.match(second)):
            return f"{first} {second}"
    return title


def _filled(doc: Document, title: str, evidence: Evidence) -> Document:
    return doc._replace(metadata=doc.metadata._replace(title=title, evidence=(*doc.metadata.evidence, evidence)))


def _shown(text: str) -> str:
    """A tag's title as a reader sees it: without soft hyphens and joiners, spaces made one, nothing escaped twice."""
    text = _ESCAPED.sub(lambda m: html.unescape(m[0]), text)
    return " ".join(re.sub("[\u00ad\u200b-\u200d\ufeff]", "", text).split())


def _without_site(title: str, lines: Iterable[SourceLine]) -> str:
    """The title without a site's name behind a bar, where the rest stands alone on another line."""
    cuts = [m.start() for m in _BARS.finditer(title)]
    alone = {plain(line.text) for line in lines if len(line.text) <= LONGEST} if cuts else set()
    return next((title[:cut].strip() for cut in cuts if plain(title[:cut]) in alone), title)
