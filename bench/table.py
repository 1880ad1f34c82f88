"""Figures as Markdown tables, one for each task."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scores import Figures

Column = tuple[str, str, str]
"""Heading, figure, form."""
SHARE, PERCENT, SPEED, COUNT = "share", "percent", "speed", "count"
TAIL: tuple[Column, ...] = (("CPU s/MB", "cpu", SPEED), ("failed", "failed", COUNT))
LINES: tuple[Column, ...] = (
    ("F1", "F", SHARE), ("F1 zh", "zh_F", SHARE), ("P", "P", SHARE), ("R", "R", SHARE),
    ("chrome removed", "chrome_rm", SHARE), ("content lost", "lost", SHARE), *TAIL,
)  # fmt: skip
COLUMNS: dict[str, tuple[Column, ...]] = {
    "flatb": LINES,
    "flat": LINES,
    "html": (
        ("F1", "F", SHARE), ("F1 zh", "zh_F", SHARE), ("P", "P", SHARE), ("R", "R", SHARE), ("with", "with", SHARE),
        ("leak", "leak", SHARE), *TAIL,
    ),
    "meta": (
        ("title", "title_acc", SHARE), ("date", "date_acc", SHARE), ("author", "author_acc", SHARE),
        ("title zh", "zh_title_acc", SHARE), ("date zh", "zh_date_acc", SHARE), ("author zh", "zh_author_acc", SHARE),
        ("right of the dates given", "date_prec", SHARE), ("of the authors", "author_prec", SHARE), *TAIL,
    ),
    "harm": (
        ("clean text lost", "lost", PERCENT), ("under 5 % lost", "unharmed", PERCENT), ("in-domain F1", "in_F", SHARE),
        ("P", "in_P", SHARE), ("R", "in_R", SHARE), ("content lost", "in_content_lost", PERCENT), *TAIL,
    ),
}  # fmt: skip
SILENT = {"htmldate": ("title", "author")}
"""Fields that a tool does not answer at all: no figure, rather than 0."""
TITLES = {
    "flatb": "flatb: one block element a line, no tags",
    "flat": "flat: one text node a line, no tags",
    "html": "html: pages as served",
    "meta": "meta: share right of the pages whose gold has the field",
    "harm": "Harm: texts that are clean already, and the in-domain documents",
}
LABELS = {
    "parkdocs": "parkdocs as shipped (trained on these very pages)",
    "parkdocs-cv": "**parkdocs (cross-validated)**",
    "ceiling": "ceiling (the labels themselves)",
    "do-nothing": "do nothing",
    "long-lines": "keep lines of 10 words, 15 CJK characters or a sentence end",
    "c4-lines": "datatrove's C4 line filter, patched for Chinese punctuation",
}


def label(tool: str) -> str:
    """How a table names a tool.

    >>> label("parkdocs-cv/recall"), label("gne")
    ('**parkdocs (cross-validated)**, favor recall', 'gne')
    """
    name, _, favor = tool.partition("/")
    return LABELS.get(name, name) + (f", favor {favor}" if favor else "")


def shown(value: float | None, form: str) -> str:
    """A figure as a cell.

    >>> [shown(0.8567, SHARE), shown(1.0, SHARE), shown(0.0049, PERCENT), shown(0.373, SPEED), shown(None, SHARE)]
    ['.857', '1.000', '0.49 %', '.37', '-']
    """
    if value is None:
        return "-"
    if form == PERCENT:
        return f"{100 * value:.2f} %"
    if form == COUNT:
        return str(int(value))
    text = f"{value:.{2 if form == SPEED else 3}f}"
    return text.removeprefix("0") if value < 1 else text


def markdown(task: str, results: Mapping[str, Figures], note: str) -> str:
    """A task's table, the best first, under its title; columns that nobody has a figure for are left out."""
    results = {tool: _answered(tool, row) for tool, row in results.items()}
    columns = [c for c in COLUMNS[task] if any(row.get(c[1]) is not None for row in results.values())]
    order = sorted(results, key=lambda tool: _rank(task, results[tool]))
    head = [TITLES[task].split(":", maxsplit=1)[0], *(heading for heading, _, _ in columns)]
    lines = [_row(head), _row(["---", *("---:" for _ in columns)])]
    for tool in order:
        lines.append(_row([label(tool), *(shown(results[tool].get(name), form) for _, name, form in columns)]))
    return f"## {TITLES[task]}\n\n{note}\n\n" + "\n".join(lines) + "\n"


def _answered(tool: str, row: Figures) -> Figures:
    silent = SILENT.get(tool, ())
    return (
        {name: value for name, value in row.items() if not name.removeprefix("zh_").startswith(silent)}
        if silent
        else row
    )


def _rank(task: str, row: Figures) -> float:
    """By F1; for metadata by the sum of the three; for harm by what clean text loses."""
    if task == "harm":
        return row.get("lost") or 0.0
    names = ("title_acc", "date_acc", "author_acc") if task == "meta" else ("F",)
    return -sum(row.get(name) or 0.0 for name in names)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
