"""Elements that a page need not write: which are always there, which end where others begin, which stand around others.

Lexbor writes them into the normal form, as browsers do; the other readers leave them out.  ``html_layer`` adds them, so
that the structure is the same whoever read the page.
"""

from __future__ import annotations

OUTER = {"html": 1, "body": 2}
"""Elements that every page has, and their numbers."""
REACH = 64
"""So many open elements are searched for the one that an end tag closes."""
_PARTS = ("tbody", "thead", "tfoot")
ENDS = {
    "li": (("li",), ("ul", "ol", "menu", "table")),
    "dt": (("dt", "dd"), ("dl", "table")),
    "dd": (("dt", "dd"), ("dl", "table")),
    "tr": (("tr",), ("table",)),
    "td": (("td", "th"), ("tr", "table")),
    "th": (("td", "th"), ("tr", "table")),
    **dict.fromkeys(_PARTS, (_PARTS, ("table",))),
}
"""Elements that end where the next one begins, and where to stop looking for them."""
AROUND = frozenset({"tr", "td", "th"})
"""Elements that stand within others of a table, written or not."""


def around(name: str, parent: str) -> tuple[str, ...]:
    """The elements to be opened for one in ``AROUND`` that begins in ``parent``.

    >>> around("td", "table"), around("tr", "thead")
    (('tbody', 'tr'), ())
    """
    if name != "tr" and parent in _PARTS:
        return ("tr",)
    return () if parent != "table" else ("tbody",) if name == "tr" else ("tbody", "tr")
