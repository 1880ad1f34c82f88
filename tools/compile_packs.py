"""Write ``src/parkdocs/packs/compiled.json``: the built-in packs as they are loaded, and the literals patterns need.

usage: python tools/compile_packs.py

The TOML files are the source; where one has changed, parkdocs reads all of them until this was run again (slower, the
same result).
"""

from __future__ import annotations

import json

from parkdocs import compiled, rules
from parkdocs.literals import needed


def text() -> str:
    """The text of the file: the checksum of each pack, the rules in their order, and what each pattern needs."""
    found = rules.parse_built_in()
    rows = [list(rule) for rule in found]
    data = {"packs": compiled.checksums(), "rules": rows, "needs": [needed(rule.pattern) for rule in found]}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace('],["', '],\n["') + "\n"


if __name__ == "__main__":
    compiled.FILE.write_text(text(), encoding="utf-8", newline="\n")
