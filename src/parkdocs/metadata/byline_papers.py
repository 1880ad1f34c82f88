"""Who wrote a paper: names with the marks of their affiliations, on a line above the abstract."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parkdocs.metadata import byline_chinese
from parkdocs.metadata.byline_names import bare_name
from parkdocs.metadata.names import HAN
from parkdocs.metadata.source_lines import SourceLine

_ABSTRACT = re.compile(r"\W{0,4}(?:(?:Abstract|ABSTRACT)\b|A B S T R A C T|摘\s{0,4}要|[【\[]摘要)")
_ABOVE = 12  # lines above an abstract: affiliations, addresses, the authors
_LONGEST = 400  # characters of a line of authors
_SUPERSCRIPTS = "¹²³⁴⁵⁶⁷⁸⁹⁰ᵃᵇᶜᵈᵉ*∗†‡§¶✉"
_MARK = rf"(?:\d{{1,2}}|[{_SUPERSCRIPTS}]|(?<![^\W\d_])[a-h](?!\w))"
_MARKED = re.compile(rf"(.*?[^\W\d_])(\s?[({{\[]?{_MARK}(?:[\s,，]{{0,2}}{_MARK}){{0,6}}[)}}\]]?)?\s?")
_NEXT = re.compile(
    rf"\s*(?:[,，;；、]|\band\b|&|[\s\u3000](?=[{HAN}]))\s*(?:and\s)?\s*(?=[A-ZÀ-Þ\u0100-\u024f\u1e00-\u1eff{HAN}])"
)


def read(lines: Sequence[SourceLine]) -> tuple[int, tuple[str, ...]] | None:
    """The index of the line of authors above the first abstract, and their names; None where there is none.

    Two names or more, at least two of them marked, and nothing but names: a line of affiliations or a table is none.
    """
    at = next((i for i, line in enumerate(lines[:200]) if _ABSTRACT.match(line.text)), -1)
    for i in range(max(0, at - _ABOVE), at):
        if names := marked_names(lines[i].text):
            return i, names
    return None


def marked_names(text: str) -> tuple[str, ...]:
    """The names of a line that holds nothing but names with marks; none where one is no name.

    >>> marked_names("Nguyen Thi Hoa a, Peter Lindqvist b,*"), marked_names("许静1，范志远2")
    (('Nguyen Thi Hoa', 'Peter Lindqvist'), ('许静', '范志远'))
    >>> marked_names("Ana Ruiz, Tom Berg"), marked_names("Table 1, Figure 2")
    ((), ())
    """
    if len(text) > _LONGEST:
        return ()
    names, marked = [], 0
    for part in _NEXT.split(text.lstrip(" \t\u3000*_#").rstrip(" \t\u3000.;；,，")):
        m = _MARKED.fullmatch(part)
        found = _one(m[1]) if m else ""
        if not m or not found:
            return ()
        names.append(found)
        marked += bool(m[2])
    return tuple(dict.fromkeys(names)) if marked >= 2 else ()


def _one(text: str) -> str:
    """One full name and nothing else, "" otherwise."""
    names = byline_chinese.bare_name(text) or bare_name(text)
    return names[0] if len(names) == 1 else ""
