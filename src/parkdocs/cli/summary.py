"""The summary and the progress line, on standard error, for people."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.text import Text

from parkdocs.engines.local import Result
from parkdocs.model import CHROME_KINDS
from parkdocs.tally import Tally


def show(total: Tally, failed: int, output: str) -> None:
    """Print what happened: documents, characters kept and removed by kind, truncated documents, where it all lies."""
    removed = [f"{kind} {total.removed[kind]:,}" for kind in CHROME_KINDS if kind in total.removed]
    rows = {
        "documents": f"{total.documents:,}" + (f", and {failed:,} failed" if failed else ""),
        "characters": f"{total.read:,} read, {total.kept:,} kept ({_share(total.kept, total.read)})",
        "removed": ", ".join(removed) or "nothing",
        "repaired": f"{total.repaired:,} places" if total.repaired else "",
        "truncated": _truncated(total) if total.cut else "",
        "output": output if output not in {"", "-"} else "",
    }
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    for name, value in rows.items():
        for k, line in enumerate(value.splitlines()):
            console.print(Text(f"{'' if k else name:12}", style="bold") + Text(line, style="not bold"))


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "-"


def _truncated(total: Tally) -> str:
    rows = [f"{name} ({n} sections missing)" if n else name for name, n in total.truncated]
    more = total.cut - len(rows)
    return "\n".join([*rows, f"and {more:,} more"] if more > 0 else rows)


def progress(results: Iterator[Result]) -> Iterator[Result]:
    """Pass results on and count them on the terminal; the line goes away at the end."""
    columns = (SpinnerColumn(), TextColumn("{task.completed:,} documents, {task.fields[size]}"), TimeElapsedColumn())
    size = 0
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, size="")
        for result in results:
            size += result.tally.read
            bar.update(task, advance=1, size=f"{size / 1e6:.1f} million characters")
            yield result
