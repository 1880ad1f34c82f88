"""What a command loads: start-up is most of the time of a small job."""

import subprocess
import sys

import pytest
from typer.main import get_command

from parkdocs import cli
from parkdocs.cli import flow, plain

SLOW = (
    "babel",
    "bs4",
    "charset_normalizer",
    "dataclasses",
    "ftfy",
    "inspect",
    "jinja2",
    "langdetect",
    "markdown_it",
    "multiprocessing",
    "orjson",
    "phonenumbers",
)
SLOW += ("rich", "selectolax", "tomllib", "typer", "importlib.resources", "parkdocs.metadata", "parkdocs.sections")
SLOW += ("parkdocs.alike", "parkdocs.literals", "parkdocs.structure")
TEXT = "Home > News\n\nThe park opened its gates to the first tenants on Monday, with nine sheds.\n\nShare this\n"
LOADED = "import sys\nfrom parkdocs.cli import invoke\ncode = invoke(sys.argv[1:])\nprint(code, *sys.modules, file=sys.stderr)"


def loaded(*args: str) -> list[str]:
    done = subprocess.run([sys.executable, "-c", LOADED, *args], capture_output=True, text=True, check=True)
    code, *modules = done.stderr.split()
    assert code == "0"
    return modules


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def test_clean_of_a_text_loads_nothing_slow(page):
    modules = loaded("clean", page)
    assert [name for name in SLOW if name in modules] == []


def test_clean_of_a_chinese_text_loads_nothing_slow(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text(
        "首页\n\n园区总面积四十六平方公里，九座厂房，首批企业周一入驻，办事窗口同日开放。\n", encoding="utf-8"
    )
    assert [name for name in SLOW if name in loaded("clean", str(path))] == []


def test_clean_compiles_no_pattern_that_cannot_match(page):
    code = (
        "from parkdocs import rules\nfrom parkdocs.cli import invoke\nfrom parkdocs.patterns import compile_pattern\n"
        f"invoke(['clean', {page!r}])\nruleset = rules.load(())\n"
        "import sys; print('compiled' in vars(ruleset), compile_pattern.cache_info().currsize, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    together, alone = done.stderr.split()
    assert together == "False"
    assert int(alone) < 40


def test_the_list_of_verbs_loads_none_of_them():
    verbs = {f"parkdocs.cli.{verb}" for verb in cli.VERBS}
    assert verbs & set(loaded("--help")) == set()


@pytest.mark.parametrize("verb", cli.VERBS)
def test_the_list_of_verbs_says_what_each_verb_says(verb):
    command = get_command(cli._app([verb])).commands[verb]
    assert " ".join(command.help.split("\n\n")[0].split()) == cli.VERBS[verb]


COMMAND_LINES = [
    ["clean"],
    ["clean", "-"],
    ["clean", "a.txt", "b.txt"],
    ["clean", "a.txt", "--text", "-q"],
    ["clean", "-o", "out.jsonl", "a.txt", "-j", "2"],
    ["segment", "a.txt", "--quiet", "--jobs", "0"],
    ["extract", "--output", "-", "a.txt"],
    ["run", "a.txt", "-o", "x.jsonl", "-o", "y.jsonl"],
]


@pytest.mark.parametrize("args", COMMAND_LINES, ids=" ".join)
def test_a_plain_command_line_means_what_typer_reads(args, monkeypatch):
    asked = []
    monkeypatch.setattr(flow, "process", lambda call: asked.append(call) or 0)
    assert cli.invoke(args) == 0
    monkeypatch.setattr(plain, "read", lambda args: None)
    assert cli.invoke(args) == 0
    assert asked[0] == asked[1]


@pytest.mark.parametrize(
    "args",
    [
        [],
        ["--help"],
        ["stats", "a.jsonl"],
        ["clean", "--help"],
        ["clean", "--favor", "recall", "a.txt"],
        ["clean", "--", "-a.txt"],
        ["clean", "-oout.jsonl"],
        ["clean", "--output=out.jsonl"],
        ["clean", "-o"],
        ["clean", "-o", "--text"],
        ["clean", "-j", "many"],
        ["clean", "-j", "-1"],
        ["run", "--text"],
        ["run", "a.txt", "-o", "out/"],
        ["segment", "--outline", "a.txt"],
    ],
    ids=" ".join,
)
def test_any_other_command_line_is_left_to_typer(args):
    assert plain.read(args) is None
