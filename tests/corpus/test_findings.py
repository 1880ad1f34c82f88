"""Fingerprints stay when lines move; places are filled in."""

from hypothesis import given
from hypothesis import strategies as st

from parkdocs.corpus.findings import Finding, at_line, fingerprint, in_document, ordered

FOUND = Finding("text/mojibake", "warning", "broken", "a.jsonl", 3, "x.txt", "/text", "caf\u00c3\u00a9", key="line")


@given(st.text(), st.integers(1, 10**9), st.text())
def test_the_fingerprint_of_a_record_depends_neither_on_place_nor_on_wording(path, line, message):
    assert fingerprint(FOUND) == fingerprint(FOUND._replace(path=path, line=line, message=message))


def test_the_fingerprint_tells_checks_documents_pointers_and_keys_apart():
    others = [FOUND._replace(**{name: "other"}) for name in ("id", "document", "pointer", "key")]
    assert len({fingerprint(f) for f in (FOUND, *others)}) == 5


def test_a_line_that_is_no_record_counts_by_its_file():
    nameless = FOUND._replace(document="")
    assert fingerprint(nameless) != fingerprint(nameless._replace(path="b.jsonl"))
    assert fingerprint(nameless) != fingerprint(FOUND._replace(document="a.jsonl"))


def test_a_lone_surrogate_does_not_stop_a_fingerprint():
    assert len(fingerprint(FOUND._replace(document="\ud800"))) == 16


def test_in_a_jsonl_file_the_line_that_was_meant_goes_into_the_message():
    found = at_line(Finding("text/mojibake", "warning", "broken", line=7, of="text"), "a.jsonl", 12, "x")
    assert (found.path, found.line, found.message) == ("a.jsonl", 12, "broken (line 7 of the text)")


def test_in_a_raw_document_lines_of_the_text_become_lines_of_the_source():
    found = Finding("text/mojibake", "warning", "broken", line=2, of="text")
    assert in_document(found, "x.txt", "x", (4, 9)).line == 9
    assert in_document(found._replace(line=5, of="source"), "x.txt", "x", (4, 9)).line == 5
    assert in_document(found._replace(line=0, of=""), "x.txt", "x", ()).line == 1


def test_findings_are_listed_by_file_and_line():
    found = [FOUND._replace(path=p, line=n) for p, n in (("b", 1), ("a", 10), ("a", 9))]
    assert [(f.path, f.line) for f in ordered(found)] == [("a", 9), ("a", 10), ("b", 1)]
