"""What a tool is given of a page, and the plain baselines.

Tools that read HTML are given a text without tags as a bare page: each line that is not blank a ``<p>``.  That is all
that is known of such a text; a made-up title or made-up blocks would help or hurt at random.
"""

from __future__ import annotations

import gzip
import html
import re
from collections.abc import Sequence
from pathlib import Path

CHARSET = re.compile(rb"""<meta[^>]{0,300}?charset\s{0,3}=\s{0,3}["']?\s{0,3}([\w.:-]{1,40})""", re.IGNORECASE)
UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u0e00-\u0e7f]")
SENTENCE_END = tuple(".!?。！？…”」")
WORDS, CHARACTERS = 10, 15
"""A line as long as this is a paragraph to the simplest of rules."""


def as_page(text: str) -> str:
    r"""The text as an HTML page, a ``<p>`` a line, blank lines left out.

    >>> as_page("a < b\n\nc")
    '<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>\n<p>a &lt; b</p>\n<p>c</p>\n</body></html>'
    """
    paragraphs = [f"<p>{html.escape(line.strip(), quote=False)}</p>\n" for line in text.split("\n") if line.strip()]
    head = '<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>\n'
    return head + "".join(paragraphs) + "</body></html>"


def decoded(data: bytes) -> str:
    """A page's characters: UTF-8 where it is valid, else as the page declares, else UTF-8 with replacements.

    The same for all tools that take characters, so that no tool is measured by its guess at the encoding.
    """
    declared = CHARSET.search(data[:4096])
    for name in ("utf-8-sig", declared[1].decode("ascii", "ignore") if declared else "utf-8"):
        try:
            return data.decode("gb18030" if name.lower() in {"gb2312", "gbk"} else name)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("utf-8", "replace")


def raw_page(path: Path) -> bytes:
    """A page as served."""
    return gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()


def unspaced(text: str) -> bool:
    """Whether a text is mostly of a script that puts no spaces between words: a fifth of its characters will do."""
    return 5 * len(UNSPACED.findall(text)) > len("".join(text.split()))


def long_lines(text: str) -> str:
    r"""The lines of ten words, of fifteen Chinese, Japanese or Thai characters, or with a sentence's end.

    >>> long_lines("Home\nIt rained.\n新闻")
    'It rained.'
    """
    return "\n".join(line for line in text.split("\n") if _is_long(line.strip()))


def _is_long(line: str) -> bool:
    return line.endswith(SENTENCE_END) or len(line.split()) >= WORDS or len(UNSPACED.findall(line)) >= CHARACTERS


def by_labels(text: str, letters: Sequence[str]) -> str:
    """The lines that the labels call content: the best that a tool working on whole lines can do."""
    return "\n".join(line for line, letter in zip(text.split("\n"), letters, strict=False) if letter == "C")
