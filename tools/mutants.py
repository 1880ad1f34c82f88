"""Mutation testing: small faults are put into a module, one at a time, and its own tests must notice each of them.

``python tools/mutants.py marks --sample 60`` tries sixty faults chosen by chance (always the same), ``all`` every one.
A fault is a comparison, sum, ``and``/``or``, ``not``, number, condition or jump that is changed; messages stay as they
are.  Each runs in a process of its own, with the fault in memory only: no file is changed.
"""

from __future__ import annotations

import argparse
import ast
import contextlib
import copy
import importlib
import os
import random
import signal
import sys
import time
from collections.abc import Iterator
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any, NamedTuple

ROOT = Path(__file__).parent.parent
TESTS = {
    "edits": ["test_edits"],
    "marks": ["test_marks", "test_marks_guards", "test_marks_labeller"],
    "rules": ["test_rules", "test_rules_edges"],
    "metadata/date_order": ["metadata/test_dates", "metadata/test_dates_published"],
    "metadata/dates": ["metadata/test_dates", "metadata/test_dates_published", "metadata/test_tag_dates"],
    "metadata/date_roles": [
        "metadata/test_date_roles",
        "metadata/test_dates",
        "metadata/test_dates_roles",
        "metadata/test_dates_lines",
    ],
    "metadata/date_spans": ["metadata/test_date_spans", "metadata/test_dates"],
}
MODULES = {name: [f"tests/{file}.py" for file in files] for name, files in TESTS.items()}
"""Modules and the tests that are theirs; a module's doctests are run too."""
OTHER: dict[type[Any], type[Any]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.Add: ast.Sub, ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.BitOr: ast.BitAnd, ast.BitAnd: ast.BitOr,
    ast.And: ast.Or, ast.Or: ast.And, ast.Break: ast.Continue, ast.Continue: ast.Break,
}  # fmt: skip


class Mutant(NamedTuple):
    """A fault: the number of the node that is changed, its line, and how it reads with the fault."""

    node: int
    line: int
    text: str


def main() -> int:
    """Do what the command line asks for; the exit code is 1 where fewer than ``--least`` percent were noticed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("module", choices=[*MODULES, "all"])
    parser.add_argument("--sample", type=int, default=0, help="so many faults, 0 for every one")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--least", type=float, default=0)
    asked = parser.parse_args()
    _prepare()
    rates = [_run(name, asked.sample, asked.seed) for name in (MODULES if asked.module == "all" else [asked.module])]
    return int(min(rates) < asked.least)


def _prepare() -> None:
    """Import what all tests need, but nothing of parkdocs, so that each process starts with it."""
    os.chdir(ROOT)
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    import hypothesis
    import pytest  # noqa: F401

    for name in ("orjson", "re2"):
        __import__(name)
    hypothesis.settings.register_profile("mutants", derandomize=True, max_examples=30, database=None, deadline=None)
    hypothesis.settings.load_profile("mutants")


def _run(name: str, sample: int, seed: int) -> float:
    path = ROOT / "src" / "parkdocs" / f"{name}.py"
    tree = ast.parse(path.read_text("utf-8"))
    begin = time.monotonic()
    if not _passes(name, compile(tree, str(path), "exec"), 600):
        raise SystemExit(f"{name}: its tests fail without any fault")
    limit = 10 + 8 * (time.monotonic() - begin)
    faults = list(mutants(tree))
    if sample and sample < len(faults):
        faults = sorted(random.Random(seed).sample(faults, sample))
    alive = 0
    for fault in faults:
        if _passes(name, compile(mutated(tree, fault.node), str(path), "exec"), limit):
            alive += 1
            print(f"{name}:{fault.line}: not noticed: {fault.text}", flush=True)
    killed = len(faults) - alive
    print(f"{name}: {killed} of {len(faults)} noticed, {killed / len(faults):.0%}", flush=True)
    return 100 * killed / len(faults)


def mutants(tree: ast.Module) -> Iterator[Mutant]:
    """Every fault that can be put into a module."""
    left_alone = {id(part) for node in ast.walk(tree) for root in _untouched(node) for part in ast.walk(root)}
    for number, node in enumerate(ast.walk(tree)):
        if id(node) not in left_alone and (changed := _changed(copy.deepcopy(node))):
            yield Mutant(number, getattr(node, "lineno", 0), ast.unparse(changed).split("\n")[0][:90])


def mutated(tree: ast.Module, number: int) -> ast.Module:
    """A copy of the module with the fault in."""
    out = copy.deepcopy(tree)
    for at, node in enumerate(ast.walk(out)):
        if at == number:
            changed = _changed(node)
            assert changed is not None
            if changed is not node:
                node.__class__, node.__dict__ = changed.__class__, changed.__dict__
            return ast.fix_missing_locations(out)
    raise ValueError(number)


def _untouched(node: ast.AST) -> Iterator[ast.AST]:
    """Parts that no test can or should notice: docstrings, annotations, and the words of messages."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node
    if isinstance(node, ast.FunctionDef) and node.returns:
        yield node.returns
    if isinstance(node, ast.arg | ast.AnnAssign) and node.annotation:
        yield node.annotation
    if isinstance(node, ast.JoinedStr):
        yield from (part for part in node.values if isinstance(part, ast.Constant))
        yield from (
            part.format_spec for part in node.values if isinstance(part, ast.FormattedValue) and part.format_spec
        )
    if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
        yield from (arg for arg in node.exc.args if isinstance(arg, ast.JoinedStr | ast.Constant))


def _changed(node: ast.AST) -> ast.AST | None:
    """The node with a fault, in place where that goes; None where it can have none."""
    if isinstance(node, ast.Compare) and type(node.ops[0]) in OTHER:
        node.ops[0] = OTHER[type(node.ops[0])]()
    elif isinstance(node, ast.BinOp | ast.AugAssign | ast.BoolOp) and type(node.op) in OTHER:
        node.op = OTHER[type(node.op)]()
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        node.operand = ast.UnaryOp(ast.Not(), node.operand)
    elif isinstance(node, ast.Constant) and isinstance(node.value, bool):
        node.value = not node.value
    elif isinstance(node, ast.Constant) and isinstance(node.value, int):
        node.value += 1
    elif isinstance(node, ast.If | ast.IfExp | ast.While):
        node.test = ast.UnaryOp(ast.Not(), node.test)
    elif isinstance(node, ast.comprehension) and node.ifs:
        node.ifs[0] = ast.UnaryOp(ast.Not(), node.ifs[0])
    elif isinstance(node, ast.Break | ast.Continue):
        return ast.copy_location(OTHER[type(node)](), node)
    else:
        return None
    return node


# One fault, in a process of its own


class _Faulty(MetaPathFinder, Loader):
    """Gives the code with the fault when the module is imported."""

    def __init__(self, name: str, path: Path, code: CodeType) -> None:
        self.name, self.path, self.code = name, path, code

    def find_spec(self, fullname: str, path: object = None, target: object = None) -> ModuleSpec | None:
        """The module's own import, and no other's."""
        if fullname != self.name:
            return None
        spec = spec_from_loader(fullname, self, origin=str(self.path))
        if spec:
            spec.has_location = True
        return spec

    def exec_module(self, module: ModuleType) -> None:
        """Run the code."""
        exec(self.code, module.__dict__)


def _passes(name: str, code: CodeType, limit: float) -> bool:
    """Whether all of the module's tests pass with this code within so many seconds."""
    child = os.fork()
    if not child:
        os.setsid()
        _test(name, code)
    deadline = time.monotonic() + limit
    while time.monotonic() < deadline:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            return os.waitstatus_to_exitcode(status) == 0
        time.sleep(0.02)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return False


def _test(name: str, code: CodeType) -> None:
    """Run the tests and end the process with pytest's exit code."""
    import pytest

    code_of = 1
    try:
        path = ROOT / "src" / "parkdocs" / f"{name}.py"
        module = "parkdocs." + name.replace("/", ".")
        sys.meta_path.insert(0, _Faulty(module, path, code))
        importlib.import_module(module)  # first, for pytest reads the files it is given itself
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        options = ["-q", "-x", "-p", "no:cacheprovider", "-p", "no:xdist", "--hypothesis-profile=mutants"]
        code_of = int(pytest.main([*options, *MODULES[name], str(path.relative_to(ROOT))]))
    finally:
        os._exit(code_of)


if __name__ == "__main__":
    sys.exit(main())
