"""How HTML is read; apart from the reader itself, so that a run without HTML need not load that."""

from __future__ import annotations

from typing import NamedTuple

EXTENSIONS = (".html", ".htm", ".xhtml")


class Reading(NamedTuple):
    """How HTML is read: by which of ``html.PARSERS``, and whether the targets of links are kept."""

    parser: str = "selectolax"
    links: bool = False


USUAL = Reading()
