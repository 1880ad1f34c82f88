"""Who may import whom, and who may speak: the layers of docs/architecture.md."""

import ast
import sys
from pathlib import Path

import pytest

SRC = Path(__file__).parent.parent / "src" / "parkdocs"
MODULES = sorted(SRC.rglob("*.py"))
FOUNDATION = {"model", "errors", "edits", "lines"}
STEPS = {"repair", "marks", "spacing", "sections", "completeness", "metadata"}
ONLY = {"typer": {"cli"}, "click": {"cli"}, "rich": {"cli"}, "orjson": {"record"}}


def name(path: Path) -> str:
    return ".".join(path.relative_to(SRC).with_suffix("").parts).removesuffix(".__init__") or "parkdocs"


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            if node.module.startswith("parkdocs"):
                found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def own(path: Path) -> set[str]:
    """First-level parkdocs modules that a module imports."""
    modules = {p.relative_to(SRC).parts[0].removesuffix(".py") for p in MODULES}
    return {i.split(".")[1] for i in imports(path) if i.startswith("parkdocs.")} & modules


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_only_the_command_line_speaks_and_only_record_knows_json_lines(path):
    top = path.relative_to(SRC).parts[0].removesuffix(".py")
    wrong = {i for i in imports(path) if top not in ONLY.get(i.split(".")[0], {top})}
    assert not wrong
    if top != "cli":
        calls = [n.func for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call)]
        assert not [c for c in calls if isinstance(c, ast.Name) and c.id == "print"]


@pytest.mark.parametrize("path", [p for p in MODULES if name(p) in {"model", "errors"}], ids=name)
def test_model_and_errors_import_nothing_of_ours(path):
    assert not own(path)
    assert all(i.split(".")[0] in sys.stdlib_module_names for i in imports(path))


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_steps_import_no_other_step(path):
    top = path.relative_to(SRC).parts[0].removesuffix(".py")
    if top in STEPS:
        assert not own(path) & (STEPS - {top})


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_only_the_command_line_and_engines_know_the_pipeline(path):
    top = path.relative_to(SRC).parts[0].removesuffix(".py")
    if top not in {"cli", "engines"}:
        assert "pipeline" not in own(path)
    if top not in {"cli", "__main__"}:
        assert "cli" not in own(path)


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_files_and_functions_stay_short(path):
    text = path.read_text("utf-8")
    assert text.count("\n") <= 300
    long = [
        f"{n.name} {n.end_lineno - n.lineno + 1}"
        for n in ast.walk(ast.parse(text))
        if isinstance(n, ast.FunctionDef) and n.end_lineno - n.lineno + 1 > 40
    ]
    assert not long


def test_no_room_for_odds_and_ends():
    assert not [p for p in MODULES if p.stem in {"utils", "helpers", "base", "common", "misc"}]
