"""The report of the torture set in a browser: whatever its documents say, nothing of them runs, loads or breaks it."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from pathlib import Path

from . import documents
from .situation import records, situation
from .terminal import run

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
SMALL = 30_000
"""Bytes of the largest documents that are shown; larger ones are cut by the report anyway."""
GUARD = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
FIRST = "<script>window.faults = []; addEventListener('error', (e) => faults.push(String(e.message)), true);</script>"
DRIVER = """<script>
const more = document.getElementById("more"), list = document.getElementById("list");
while (!more.hidden) more.click();
for (const head of list.querySelectorAll("button.head")) head.click();
const nodes = [...list.querySelectorAll("*")];
const names = (of) => [...new Set(of)].sort();
document.getElementById("search").value = "park";
const told = {
  faults, title: document.title, rows: list.children.length,
  opened: [...list.querySelectorAll(".source")].map((n) => n.textContent.length),
  tags: names(nodes.map((n) => n.tagName)),
  attributes: names(nodes.flatMap((n) => n.getAttributeNames())),
  links: names(nodes.filter((n) => n.href).map((n) => n.getAttribute("href").replace(/\\d+/, "1"))),
  loaded: performance.getEntriesByType("resource").map((e) => e.name),
  scripts: document.scripts.length,
};
const said = document.createElement("pre");
said.id = "told";
said.textContent = JSON.stringify(told);
document.body.append(said);
</script>"""


@situation("browser/report-of-the-torture-set", slow=True)
def _(folder: Path) -> None:
    """The page's own guard (its content security policy) is taken away first, so that escaping alone has to hold."""
    pages = folder / "pages"
    pages.mkdir()
    for number, case in enumerate(c for c in documents().values() if not c.slow):
        data = case.make()
        if len(data) <= SMALL:
            (pages / f"{number}{case.suffix}").write_bytes(data)
    evil = {
        "id": "'\"><img src=x onerror=alert(1)>",
        "text": "</script><script>faults.push('ran')</script>",
        "title": "<b>",
    }
    (pages / "evil.jsonl").write_text(json.dumps(evil) + "\n")
    run(folder, "run", "pages", "-o", "out.jsonl", "-q")
    made = (folder / "out.jsonl").read_bytes()
    done = run(
        folder, "report", "out.jsonl", "-o", "r.html", "--title", "</title><script>faults.push('ran')</script>", "-q"
    )
    assert done.returncode == 0
    page = (folder / "r.html").read_text("utf-8")
    assert len(GUARD.findall(page)) == 1
    if CHROMIUM:
        _drive(folder, page, len(records(made)))


def _drive(folder: Path, page: str, count: int) -> None:
    opened = GUARD.sub(lambda m: FIRST, page).replace("</body>", DRIVER + "</body>")
    (folder / "opened.html").write_text(opened, "utf-8")
    command = [str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile"]
    address = (folder / "opened.html").as_uri()
    done = subprocess.run([*command, "--dump-dom", address], capture_output=True, timeout=300, check=False)
    found = re.search(r'<pre id="told">(.*?)</pre>', done.stdout.decode("utf-8", "replace"), re.DOTALL)
    assert found, done.stdout[-2000:]
    told = json.loads(html.unescape(found[1]))
    assert told["faults"] == []
    assert told["title"] == "</title><script>faults.push('ran')</script>"
    assert told["rows"] == len(told["opened"]) == count > 400
    assert sum(told["opened"]) > 100_000
    assert set(told["tags"]) <= {"LI", "BUTTON", "BDI", "BR", "SPAN", "DIV", "A", "P", "DEL", "INS"}
    assert set(told["attributes"]) <= {
        "class",
        "type",
        "aria-expanded",
        "aria-label",
        "href",
        "role",
        "tabindex",
        "title",
        "dir",
        "lang",
    }
    assert told["links"] == ["#d1"]
    assert told["loaded"] == []
    assert told["scripts"] == page.count("</script>") + 2
