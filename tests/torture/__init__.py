"""The torture set: documents, files and situations made by code, each with what must come out.

``documents()`` are bytes that a reader gets; ``situations.py`` holds what needs a command line: files, pipes, signals.
Nothing here imports parkdocs, so that other tools can be given the same documents (``tools/torture.py --peers``).
"""

from . import characters, encodings, lines, markdown, pages, sizes
from .case import Case


def documents() -> dict[str, Case]:
    """All document cases by their names."""
    cases = [case for module in (encodings, characters, lines, markdown, pages, sizes) for case in module.cases()]
    named = {case.name: case for case in cases}
    assert len(named) == len(cases), "two cases of one name"
    return named
