"""A corpus through the gate: several files, raw documents, golden corpus, baseline."""

import json

import pytest
from corpus_records import PAGE, values

from parkdocs.corpus import baseline, scan
from parkdocs.corpus.gate import Gate
from parkdocs.corpus.validate import RawDocument, RecordFile, validate
from parkdocs.errors import DocumentError


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    """Write a file of rows and give it as an input."""
    monkeypatch.setattr(scan, "STRETCH", 120)

    def write(name, *rows):
        path = tmp_path / name
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        return RecordFile(str(path), name)

    return write


def told(outcome):
    return [(f.id, f.path, f.line, f.document) for f in outcome.found.kept]


def raw(record, name):
    return RawDocument(name, json.dumps(record, ensure_ascii=False).encode())


def test_lines_are_counted_through_all_stretches_of_a_file(corpus):
    rows = [{"id": str(n), "text": "" if n in {7, 33} else f"Text {n}."} for n in range(40)]
    outcome = validate(
        [corpus("a.jsonl", *rows), corpus("b.jsonl", *rows)],
        [],
        Gate(levels=(("corpus/duplicate-id", "off"), ("corpus/duplicate-text", "off"))),
    )
    assert told(outcome) == [("text/empty", p, n + 1, str(n)) for p in ("a.jsonl", "b.jsonl") for n in (7, 33)]
    assert outcome.records == 80


def test_duplicates_span_files_and_raw_documents(corpus):
    record = values()
    file = corpus("a.jsonl", {"id": "x", "text": "Something else."}, record)
    outcome = validate([file], [raw(record, "docs/page.txt")], Gate())
    assert told(outcome) == [
        ("corpus/duplicate-id", "docs/page.txt", 1, "page.txt"),
        ("corpus/duplicate-text", "docs/page.txt", 1, "page.txt"),
    ]
    assert "a.jsonl:2" in outcome.found.kept[0].message
    assert (outcome.records, outcome.documents) == (2, 1)


def test_findings_on_a_raw_document_stand_at_lines_of_its_source():
    page = PAGE.replace("signed for two.", "signed for… [+1234 chars]").partition("Contact")[0]
    outcome = validate([], [raw(values(page), "page.txt")], Gate())
    assert [(f.id, f.line) for f in outcome.found.kept] == [("document/truncated", 8)]
    assert outcome.found.kept[0].text == page.splitlines()[7]


def test_inputs_that_fail_are_told_and_the_others_are_checked(corpus, tmp_path):
    heard = []
    gone = RecordFile(str(tmp_path / "gone.jsonl"), "gone.jsonl")
    broken = DocumentError("page.pdf", 1, "no text")
    outcome = validate([gone, corpus("a.jsonl", {"text": ""})], [broken], Gate(), failed=heard.append)
    assert [e.path for e in heard] == ["gone.jsonl", "page.pdf"] == [e.path for e in outcome.failures]
    assert told(outcome) == [("text/empty", "a.jsonl", 1, "")]


def test_a_golden_corpus_names_what_is_missing_new_and_different(corpus):
    golden = corpus("g.jsonl", {"id": "a", "text": "Old."}, {"id": "b", "text": "Gone."})
    file = corpus("a.jsonl", {"id": "a", "text": "New."}, {"id": "c", "text": "Another one."})
    outcome = validate([file], [], Gate(against=golden.path))
    assert [(i, n, d) for i, _, n, d in told(outcome)] == [
        ("corpus/drift", 1, "a"),
        ("corpus/new-document", 2, "c"),
        ("corpus/missing-document", 1, "b"),
    ]


def test_a_baseline_survives_a_move_to_other_lines_and_files(corpus, tmp_path):
    bad = [{"id": "a", "text": ""}, {"id": "b", "text": "The park has opened its \ufffd shed."}]
    path = tmp_path / "b.json"
    first = validate([corpus("a.jsonl", *bad)], [], Gate(baseline=str(path)))
    path.write_bytes(baseline.dumps(first.found.marks))
    again = validate([corpus("b.jsonl", {"id": "c", "text": "Fine."}, *bad)], [], Gate(baseline=str(path)))
    assert (told(again), again.found.accepted, again.stale) == ([], 2, 0)
    less = validate([corpus("c.jsonl", bad[0], {"id": "d", "text": ""})], [], Gate(baseline=str(path), similarity=0.7))
    assert (told(less), less.stale) == ([("text/empty", "c.jsonl", 2, "d")], 1)


def test_nothing_at_all_is_fine():
    outcome = validate([], [], Gate())
    assert (outcome.records, outcome.documents, outcome.found.kept) == (0, 0, [])
