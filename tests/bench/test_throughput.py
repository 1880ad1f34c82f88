"""The measure of throughput: its texts, its table, and that a tool which is missing is said to be."""

import json
import sys

import throughput


def test_texts_are_spread_over_the_task(tmp_path):
    (tmp_path / "flatb").mkdir()
    for n in range(10):
        (tmp_path / "flatb" / f"{n}.txt").write_text("x" * 100)
    assert [json.loads(line)["id"] for line in throughput.texts(tmp_path, "flatb", 0.0005)] == ["0", "2", "4", "6", "8"]


def test_a_tool_works_in_its_own_process_and_is_measured(tmp_path):
    corpus = tmp_path / "in.jsonl"
    corpus.write_bytes(b'{"text": "A park."}\n' * 3)
    process = throughput.start("orjson loads and dumps", sys.executable, corpus)
    found = throughput.measured({"orjson loads and dumps": process}, 2)
    process.kill()
    process.communicate()
    seconds, peak = found["orjson loads and dumps"]
    assert len(seconds) == 2 and 0 < peak < 1000


def test_a_tool_that_is_not_installed_is_said_to_be(tmp_path, capsys, monkeypatch):
    (tmp_path / "in.jsonl").write_bytes(b"{}\n")
    monkeypatch.setitem(sys.modules, "boilerpy3", None)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    (tmp_path / "boilerpy3.py").write_text("raise ImportError('not here')")
    assert throughput.start("boilerpy3", sys.executable, tmp_path / "in.jsonl") is None
    assert "boilerpy3 is left out" in capsys.readouterr().err
