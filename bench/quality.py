"""Quality of parkdocs and its peers, side by side.

    python bench/quality.py DATA [--indomain DIR] [--tasks flatb,flat,html,meta,clean,indomain] [--ids core.txt]

Tables go to stdout and to OUT/quality.md, progress to stderr, predictions to OUT/TASK/TOOL.jsonl as they are made: a
run that was stopped goes on where it was, and only what has changed is made again.  See bench/README.md.
"""

from __future__ import annotations

import argparse
import inspect
import json
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import asking
import crossval
import peers
import predictions
import scores
import table
import tasks

TABLES = {"flatb": "flatb", "flat": "flat", "html": "html", "meta": "meta", "clean": "harm", "indomain": "harm"}
OURS, FOLDED = "parkdocs", "parkdocs-cv"


@dataclass
class Bench:
    """What is measured, with what, and where it is put.

    ``sources`` are copies of the package, shipped, then folds, ``weights`` what they hold; ``rest`` keys all else.
    """

    data: Path
    indomain: Path | None
    ids: Path | None
    out: Path
    python: str
    folds: int
    favors: list[str]
    only: set[str]
    sources: list[str] = field(default_factory=list)
    weights: list[dict[str, str]] = field(default_factory=list)
    rest: str = ""


def say(text: str, end: str = "\n") -> None:
    """A word on stderr."""
    print(text, end=end, file=sys.stderr, flush=True)


def tools(bench: Bench, task: str) -> list[str]:
    """Names of what is measured at a task: ours first, then the others."""
    ours = [OURS, *([FOLDED] if bench.folds > 1 else [])]
    ours = [name if favor == "balanced" else f"{name}/{favor}" for name in ours for favor in bench.favors]
    others = list(peers.TOOLS[tasks.KINDS[task]])
    unlabelled = {"ceiling"} if TABLES[task] == "harm" else set()
    return [n for n in ours + others if n not in unlabelled and (not bench.only or n.split("/")[0] in bench.only)]


def prepare(bench: Bench, kinds: set[str]) -> None:
    """Copies of the package as it is now: as shipped, and with the weights for each fold; and of the trainers."""
    folder, trainers = bench.out / "source", crossval.needed(kinds)
    shutil.rmtree(folder, ignore_errors=True)
    bench.sources = [str(crossval.copy(crossval.PACKAGE, folder / "shipped", {}).resolve())]
    package, tools = folder / "shipped" / crossval.PACKAGE.name, folder / "tools"
    bench.rest = crossval.source_key(package, [name for _, name, _ in crossval.TRAINERS])
    weights = (package / "weights" / name for _, name, _ in crossval.TRAINERS)
    bench.weights = [{p.name: p.read_text("utf-8") for p in weights if p.exists()}]
    shutil.copytree(crossval.TOOLS, tools, ignore=shutil.ignore_patterns("__pycache__"))
    options = [str(bench.data.resolve()), "--tools", str(tools.resolve())]
    options += ["--more", str(bench.indomain.resolve())] if bench.indomain else []
    for held in range(bench.folds if bench.folds > 1 and (not bench.only or FOLDED in bench.only) else 0):
        say(f"weights for fold {held + 1} of {bench.folds}")
        into, fold = folder / f"fold{held}", [str(held), str(bench.folds)]
        bench.weights.append(crossval.held_out(package, into, fold, trainers, options, bench.out / "weights"))
        bench.sources.append(str(into.resolve()))


def opened(bench: Bench, tool: str, kind: str) -> list[asking.Asked]:
    """The processes that a tool needs, not started yet: one, or one for each fold."""
    name, _, favor = tool.partition("/")
    if name not in {OURS, FOLDED}:
        return [asking.tool(bench.python, name, kind)]
    sources = bench.sources[:1] if name == OURS else bench.sources[1:]
    return [asking.tool(sys.executable, name, kind, favor or "balanced", source) for source in sources]


def keys(
    bench: Bench, tool: str, kind: str, asked: list[asking.Asked], which: Callable[[str], int], pages: tasks.Pages
) -> dict[str, str]:
    """A key for each page of all that the tool's answer depends on."""
    name, _, favor = tool.partition("/")
    ours, call = name in {OURS, FOLDED}, inspect.getsource(peers.parkdocs)
    own = bench.weights[:1] if name == OURS else bench.weights[1:]
    used = crossval.needed({kind}).values()
    of_ours = [predictions.fingerprint(bench.rest, favor, call, *(w[n] for n in used if n in w)) for w in own]
    of_tool = of_ours if ours else [asked[0].ready["ready"]]
    return {page: predictions.fingerprint(of_tool[which(page)], tasks.page_key(p)) for page, p in pages.items()}


def predict(bench: Bench, task: str, tool: str, pages: tasks.Pages) -> Path | None:
    """Bring a tool's predictions for a task up to date; their file, None where the tool is not installed."""
    asked = opened(bench, tool, tasks.KINDS[task])
    path = bench.out / task / f"{tool.replace('/', '-')}.jsonl"

    def which(page: str) -> int:
        return crossval.fold(page, len(asked)) if len(asked) > 1 else 0

    try:
        if missing := asking.start(asked[0]).get("missing"):
            if tool.startswith(OURS):
                raise SystemExit(f"{tool} itself cannot be measured: {missing}")
            say(f"{task} {tool}: left out, {missing}")
            return None
        wanted = keys(bench, tool, tasks.KINDS[task], asked, which, pages)
        predictions.fill(path, wanted, lambda page: asking.ask(asked[which(page)], pages[page]), progress(task, tool))
    finally:
        for process in asked:
            asking.stop(process)
    return path


def progress(task: str, tool: str) -> Callable[[int, int], None]:
    """Tells on stderr how far a tool is: each page on a terminal, else each fifth of the way."""

    def tell(done: int, total: int) -> None:
        if sys.stderr.isatty():
            say(f"\r{task} {tool}: {done}/{total}", end="\n" if done == total else "")
        elif done == total or done % max(1, total // 5) == 0:
            say(f"{task} {tool}: {done}/{total}")

    return tell


def figures(bench: Bench, task: str, path: Path, pages: tasks.Pages) -> scores.Figures:
    """A tool's figures; the scorer is not run again for predictions that it has seen."""
    rows = {name: row for name, row in predictions.read(path).items() if name in pages}
    folder = bench.indomain if task == "indomain" and bench.indomain else bench.data
    seen = predictions.fingerprint(
        json.dumps([rows[n] for n in sorted(rows)]),
        (folder / "score.py").read_bytes(),
        (folder / "gold.jsonl").read_bytes(),
        inspect.getsource(scores),
    )
    cache = path.with_suffix(".score")
    stored = json.loads(cache.read_text("utf-8")) if cache.exists() else {}
    if stored.get("key") != seen:
        stored = {"key": seen, "figures": scored(bench, task, path, pages, rows)}
        cache.write_text(json.dumps(stored), "utf-8")
    found: scores.Figures = stored["figures"]
    return found | scores.effort(rows.values())


def scored(bench: Bench, task: str, path: Path, pages: tasks.Pages, rows: dict[str, predictions.Row]) -> scores.Figures:
    """Figures from the scorer that the task has."""
    if task == "clean":
        return scores.harm({name: page["text"] for name, page in pages.items()}, rows)
    if task == "indomain" and bench.indomain:
        return {f"in_{name}": value for name, value in scores.by_indomain_scorer(path, bench.indomain).items()}
    return scores.by_scorer(task, path, bench.data, bench.ids)


def measure(bench: Bench, task: str) -> dict[str, scores.Figures]:
    """Predict and score a task with every tool that is installed."""
    ids = set(bench.ids.read_text().split()) if bench.ids and task != "indomain" else None
    pages = tasks.pages(task, bench.indomain if task == "indomain" and bench.indomain else bench.data, ids)
    out = {}
    for tool in tools(bench, task):
        path = predict(bench, task, tool, pages)
        if path:
            out[tool] = figures(bench, task, path, pages)
    return out


def merged(one: dict[str, scores.Figures], other: dict[str, scores.Figures]) -> dict[str, scores.Figures]:
    """Two tasks of one table: figures side by side, failures added up, speed from the first that has one."""
    out = {tool: dict(row) for tool, row in one.items()}
    for tool, row in other.items():
        mine = out.setdefault(tool, {})
        failed = (mine.get("failed") or 0) + (row.get("failed") or 0)
        out[tool] = row | mine | {"failed": failed}
    return out


def note(name: str, results: dict[str, scores.Figures], bench: Bench) -> str:
    """What a table was measured on."""
    row: scores.Figures = next((r for r in results.values() if "pages" in r), {})
    chinese = f", {row['zh_pages']} of them Chinese" if row.get("zh_pages") else ""
    parts = [f"{row.get('pages', 0)} pages{chinese}"] if row else []
    parts += [f"those of {bench.ids.name}"] if bench.ids and row else []
    parts += ["in-domain: all its documents"] if any("in_F" in r for r in results.values()) else []
    parts += [f"cross-validated in {bench.folds} folds by page"] if any(FOLDED in tool for tool in results) else []
    return "; ".join(parts) + "."


def run(bench: Bench, names: list[str]) -> Iterator[str]:
    """Measure the tasks and yield each table that is done."""
    found: dict[str, dict[str, scores.Figures]] = {}
    for k, task in enumerate(names):
        name = TABLES[task]
        found[name] = merged(found.get(name, {}), measure(bench, task))
        if name not in [TABLES[t] for t in names[k + 1 :]]:
            text = table.markdown(name, found[name], note(name, found[name], bench))
            (bench.out / f"{name}.md").write_text(text, "utf-8")
            yield text


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--indomain", type=Path, help="folder of labelled documents with a score.py of their own")
    parser.add_argument("--tasks", default="flatb,flat,html,meta,clean,indomain")
    parser.add_argument("--ids", help="only the ids in this file, which may be one of DATA")
    parser.add_argument("--out", type=Path, default=Path("out/bench"))
    parser.add_argument("--python", default=".venv-bench/bin/python", help="the Python that has the peers")
    parser.add_argument("--folds", type=int, default=5, help="0: no cross-validation")
    parser.add_argument("--favor", default="balanced", help="settings of parkdocs, for example recall,balanced")
    parser.add_argument("--only", default="", help="only these tools, for example parkdocs-cv,trafilatura")
    return parser.parse_args()


def main() -> int:
    """Measure and print; the exit code."""
    a = arguments()
    ids = Path(a.ids) if a.ids else None
    if ids and not ids.exists():
        ids = a.data / ids
    names = [t for t in a.tasks.split(",") if t != "indomain" or a.indomain]
    if unknown := [t for t in names if t not in TABLES]:
        say(f"no such task: {', '.join(unknown)}; there are {', '.join(TABLES)}")
        return 2
    only = set(filter(None, a.only.split(",")))
    bench = Bench(a.data, a.indomain, ids, a.out, a.python, a.folds, a.favor.split(","), only)
    prepare(bench, {tasks.KINDS[name] for name in names})
    for text in run(bench, names):
        print(text, flush=True)
    parts = [bench.out / f"{name}.md" for name in dict.fromkeys(TABLES.values())]
    (bench.out / "quality.md").write_text("\n".join(p.read_text("utf-8") for p in parts if p.exists()), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
