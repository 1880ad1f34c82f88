"""Rows of tables as lines of the text layer, their cells between bars."""

from __future__ import annotations

from collections.abc import Sequence

from parkdocs.model import Block, Tag

CELL, ROW = 300, 900
"""A row with longer cells is layout rather than a table's, and its cells are lines."""
NO_TAG = Tag("")


def joined(
    lines: Sequence[str], blocks: Sequence[Block | None], cells: Sequence[int], element: int
) -> tuple[str, Block] | None:
    """The line of a row whose cells begin at these lines, up to the last one; None where a cell is more than a line."""
    bounds = [*cells[1:], len(lines)]
    texts = [[x for x in lines[a:b] if x] for a, b in zip(cells, bounds, strict=True)]
    inside = [b for b in blocks[cells[0] :] if b]
    line = " | ".join("".join(t) for t in texts).strip(" |")
    if max(map(len, texts)) > 1 or len(inside) < 2 or len(line) > ROW or any(b.form != "plain" for b in inside):
        return None
    if any(len(t[0]) > CELL for t in texts if t):
        return None
    signs, inline = 0, next((b.inline for b in inside if b.inline.name), NO_TAG)
    for b in inside:
        signs |= b.signs
    links, linked = sum(b.links for b in inside), sum(b.linked for b in inside)
    return line, Block(element, "row", links, linked, signs, inline)
