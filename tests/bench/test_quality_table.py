"""From tools to tables, with baselines alone."""

import json
import sys
from pathlib import Path

import pytest
import quality

SCORER = """
import json, sys
rows = [json.loads(line) for line in open(sys.argv[2], encoding="utf8")]
print(json.dumps({"ALL": [len(rows), {"F": sum(len(r["text"]) for r in rows) / 100, "P": None}]}))
"""


@pytest.fixture
def bench(tmp_path):
    data = tmp_path / "data"
    (data / "flatb").mkdir(parents=True)
    row = {"id": "a", "lang": "en", "url": None, "gold_text": "It rained.", "html_path": ""}
    (data / "gold.jsonl").write_text(json.dumps(row) + "\n")
    (data / "score.py").write_text(SCORER)
    (data / "flatb" / "a.txt").write_text("Home\nIt rained.\n")
    (data / "flatb" / "a.lab").write_text("X\nC\n")
    only = {"do-nothing", "long-lines", "ceiling"}
    return quality.Bench(data, None, None, tmp_path / "out", sys.executable, 0, ["balanced"], only)


def test_a_table_is_made_and_predictions_stay_for_the_next_run(bench, capsys):
    bench.out.mkdir()
    first = list(quality.run(bench, ["flatb", "clean"]))
    assert [[cell.strip() for cell in line.split("|")][1:3] for line in first[0].split("\n")[4:9]] == [
        ["flatb", "F1"],
        ["---", "---:"],
        ["do nothing", ".160"],
        ["ceiling (the labels themselves)", ".100"],
        ["keep lines of 10 words, 15 CJK characters or a sentence end", ".100"],
    ]
    assert "| do nothing | 0.00 % | 100.00 % |" in first[1]
    path = bench.out / "flatb" / "do-nothing.jsonl"
    before = path.read_bytes()
    assert list(quality.run(bench, ["flatb", "clean"])) == first
    assert path.read_bytes() == before
    assert "flatb do-nothing: 1/1" in capsys.readouterr().err


def test_what_is_measured_at_a_task(bench):
    bench.only, bench.folds, bench.favors = set(), 5, ["balanced", "recall"]
    names = quality.tools(bench, "html")
    assert names[:4] == ["parkdocs", "parkdocs/recall", "parkdocs-cv", "parkdocs-cv/recall"]
    assert "trafilatura" in names
    assert "ceiling" not in quality.tools(bench, "clean")
    assert "ceiling" in quality.tools(bench, "flat")


def test_two_tasks_share_the_table_of_harm():
    one = {"a": {"lost": 0.1, "cpu": 1.0, "failed": 1}}
    other = {"a": {"in_F": 0.9, "cpu": 2.0, "failed": 2}, "b": {"in_F": 0.1, "failed": 0}}
    found = quality.merged(one, other)
    assert found["a"] == {"lost": 0.1, "in_F": 0.9, "cpu": 1.0, "failed": 3}
    assert found["b"] == {"in_F": 0.1, "failed": 0}


def test_folds_have_a_process_each(bench, tmp_path):
    bench.sources = [str(tmp_path / name) for name in ("shipped", "fold0", "fold1")]
    assert [a.source for a in quality.opened(bench, "parkdocs", "text")] == bench.sources[:1]
    assert [a.source for a in quality.opened(bench, "parkdocs-cv/recall", "text")] == bench.sources[1:]
    assert quality.opened(bench, "parkdocs-cv/recall", "text")[0].command[-1] == "recall"
    assert Path(quality.opened(bench, "gne", "html")[0].command[1]).name == "worker.py"
