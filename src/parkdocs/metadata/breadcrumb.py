"""The breadcrumb of a page, which names where on its site a document stood."""

from __future__ import annotations

import re
from collections.abc import Iterable

from parkdocs.metadata import source_lines
from parkdocs.metadata.source_lines import SourceLine
from parkdocs.model import Document, Evidence

LONGEST = 300  # characters of a line, and MOST entries: more is a menu
MOST = 12
_POSITION = re.compile(
    r"^\W{0,6}(?:[您你]?(?:[当當现現目]前|所在|所[处處]|[现現]在|的){0,4}(?:位置|[导導]航)是?"
    r"|location|you are here|breadcrumbs?|current position)\s{0,3}[:：>»›]\s{0,4}",
    re.IGNORECASE,
)
_ARROW = re.compile(r"\s*(?:-+>+|=>|>+|＞+|»+|›+|→|>|/|／|\\|\|)\s*")
_ARROW_SIGN = re.compile(r"[>＞»›→/／\\|]")
_STRONG = re.compile(r"->|>|＞|»|›|→")
_HOME_NAMES = (
    "home|homepage|home page|main page|start|startseite|accueil|inicio|início|página inicial"
    "|strona główna|beranda|trang chủ|главная|ana sayfa"
    "|首页|首頁|主页|主頁|网站首页|網站首頁|本站首页|返回首页|ホーム|トップ|홈"
)
HOME = frozenset(_HOME_NAMES.split("|"))


def fill(doc: Document) -> Document:
    r"""Return the document with ``breadcrumb`` filled from the first line that is one; kept lines count at the head.

    >>> text = "Home /Belt and Road /Key Urban Fields\n"
    >>> fill(Document("i", "s", text, text)).metadata.breadcrumb
    ('Home', 'Belt and Road', 'Key Urban Fields')
    """
    for line in _candidates(source_lines.read(doc)):
        if entries := parse(line.text):
            evidence = (*doc.metadata.evidence, Evidence("breadcrumb", line.number, "breadcrumb/path"))
            return doc._replace(metadata=doc.metadata._replace(breadcrumb=entries, evidence=evidence))
    return doc


def _candidates(lines: Iterable[SourceLine]) -> Iterable[SourceLine]:
    return (line for i, line in enumerate(lines) if line.kind == "nav" or i < 20)


def parse(text: str) -> tuple[str, ...]:
    """The entries of a breadcrumb line; () where the line is none.

    A line is one when a word for "you are here" or for the home page opens it and arrows or slashes divide it.
    Seen as ``首页> 地方频道> 经济 > 正文``, ``当前位置:首页 >> X``, ``Location: Home > Information > Latest News``.
    Safe because a sentence does not begin so; a menu with bars (``Home | News | About``) is refused.

    >>> parse("当前位置:首页 >> 新闻"), parse("Home | News | About"), parse("Input/Output")
    (('首页', '新闻'), (), ())
    """
    if len(text) > LONGEST or not _ARROW_SIGN.search(text):
        return ()
    position = _POSITION.match(text)
    rest = text[position.end() :] if position else text
    entries = tuple(entry for part in _ARROW.split(rest) if (entry := part.strip(" \t\u3000\xa0•·-*")))
    if not 2 <= len(entries) <= MOST or "|" in rest or any(len(entry) > 160 for entry in entries):
        return ()
    at_home = entries[0].casefold() in HOME
    return entries if at_home or (position and _STRONG.search(rest)) else ()
