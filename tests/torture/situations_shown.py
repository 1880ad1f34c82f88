"""What a terminal is sent of a hostile corpus."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from .situation import situation
from .terminal import is_safe, on_terminal, run

EVIL = "\x1b[31m\x1b]0;owned\x07\x9b31m\u202e"


def _hostile(folder: Path) -> None:
    text = f"# Park {EVIL} opens\n\nBy Wang {EVIL} Li\n\n5 May 2021\n\nHome {EVIL}\n\nThe park {EVIL} opened in May, and it has nine sheds for all.\n\n::error::owned\n"
    line = {"id": f"id{EVIL}\n::error::x", "text": text, f"key{EVIL}": EVIL, "url": f"http://e.org/{EVIL}"}
    (folder / "in.jsonl").write_text(
        json.dumps(line) + "\n" + f'{{"{EVIL}": 1}}\n' + json.dumps({**line, "id": "b", "text": text + "x"}) + "\n"
    )
    (folder / f"page{EVIL}.txt").write_text(text)
    (folder / "b.txt").write_text(text.replace("nine", "ten"))
    run(folder, "run", "in.jsonl", "-o", "out.jsonl", "-q")
    (folder / "pack.toml").write_text(
        "[[rule]]\nid = \"evil/rule\"\nkind = \"nav\"\npattern = \"^evil\\u001b$\"\nwhy = \"x\\u001b]0;owned\\u0007\"\n"
        "hits = [\"evil\\u001b\"]\nmisses = [\"\\u001b[31mno\"]\n[[rule]]\nid = \"a\\u001b[2J\"\nkind = \"\\u001b\"\n"
    )  # fmt: skip
    (folder / "good.toml").write_text(
        "[[rule]]\nid = \"evil/rule\"\nkind = \"nav\"\npattern = \"^park .* opens$\"\nwhy = \"x\\u001b]0;owned\\u0007\"\n"
        "hits = [\"park a opens\"]\nmisses = [\"\\u001b[31mno\"]\n"
    )  # fmt: skip


SHOWN = {
    "run": ["run", "in.jsonl", "-o", "x.jsonl"],
    "outline": ["segment", "--outline", "in.jsonl"],
    "table": ["extract", "--table", "in.jsonl"],
    "explain": ["explain", f"page{EVIL}.txt"],
    "explain-line": ["explain", f"page{EVIL}.txt:1", "--rules", "good.toml"],
    "stats": ["stats", "in.jsonl"],
    "stats-records": ["stats", "out.jsonl"],
    "validate": ["validate", "in.jsonl"],
    "validate-records": ["validate", "out.jsonl", "--fail-on", "note"],
    "diff": ["diff", f"page{EVIL}.txt", "b.txt"],
    "diff-columns": ["diff", "--side-by-side", f"page{EVIL}.txt", "b.txt"],
    "diff-cleaning": ["diff", f"page{EVIL}.txt"],
    "restore": ["restore", "out.jsonl", "-o", "back"],
    "restore-not-a-record": ["restore", f"page{EVIL}.txt"],
    "rules-check": ["rules", "check", "pack.toml"],
    "rules-list": ["rules", "list", "--rules", "good.toml"],
    "rules-show": ["rules", "show", "evil/rule", "--rules", "good.toml"],
    "rules-unknown": ["rules", "show", EVIL],
    "missing-file": ["run", f"none{EVIL}.txt"],
    "bad-option": ["run", f"--no{EVIL}"],
    "bad-verb": [f"no{EVIL}"],
    "bad-value": ["run", "--favor", EVIL],
    "bad-output": ["run", "in.jsonl", "-o", f"b.txt/{EVIL}"],
    "bad-pack": ["run", "in.jsonl", "--rules", "pack.toml"],
    "bad-field": ["extract", "--table", "--fields", EVIL, "in.jsonl"],
}


def _terminal(args: list[str]) -> Callable[[Path], None]:
    def check(folder: Path) -> None:
        _hostile(folder)
        shown = on_terminal(folder, *args)
        assert shown.strip()
        assert b"Traceback" not in shown
        assert is_safe(shown), shown[:3000]
        assert b"\n::" not in b"\n" + shown

    return check


for _name, _args in SHOWN.items():
    situation(f"terminal/{_name}", slow=_name not in {"table", "explain", "rules-list", "missing-file"})(
        _terminal(_args)
    )
