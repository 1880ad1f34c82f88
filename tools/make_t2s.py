"""Make ``src/parkdocs/packs/t2s.txt``, the traditional-to-simplified character table that the view uses.

Needs the ``opencc`` package (Apache-2.0), which parkdocs itself does not: run it from an environment that has it.

    python tools/make_t2s.py > src/parkdocs/packs/t2s.txt

The table holds one-to-one facts only, for the characters of the Basic Multilingual Plane; where a traditional character
has several simplified ones, OpenCC's first choice stands.  Characters that NFKC replaces are left out, because the view
never asks for them.
"""

from __future__ import annotations

import sys
import unicodedata
from importlib.metadata import version

import opencc

HAN = (range(0x3400, 0x4DC0), range(0x4E00, 0xA000))


def pairs() -> list[tuple[str, str]]:
    """Every character that has another, single simplified form, in code point order."""
    convert = opencc.OpenCC("t2s").convert
    characters = [chr(code) for block in HAN for code in block]
    found = [(c, convert(c)) for c in characters if unicodedata.normalize("NFKC", c) == c]
    return [(a, b) for a, b in found if a != b and len(b) == 1]


def main() -> None:
    """Write the table: a provenance line, then traditional and simplified characters, one line each, in step."""
    table = pairs()
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    print(f"# {len(table)} characters, made by tools/make_t2s.py from OpenCC {version('opencc')} t2s (Apache-2.0)")
    print("".join(a for a, _ in table))
    print("".join(b for _, b in table))


if __name__ == "__main__":
    main()
