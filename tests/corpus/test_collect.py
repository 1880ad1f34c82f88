"""All findings are counted, some kept, the known ones set aside."""

from parkdocs.corpus.collect import KEPT, Collected
from parkdocs.corpus.findings import Finding, fingerprint


def findings(check, level, count):
    return [Finding(check, level, "m", "a.jsonl", n, str(n)) for n in range(count)]


def test_the_first_of_each_check_are_kept_and_all_are_counted():
    found = Collected()
    found.add(findings("text/empty", "error", KEPT + 5))
    found.add(findings("text/mojibake", "warning", 2))
    assert len(found.kept) == KEPT + 2
    assert found.counts == {"text/empty": KEPT + 5, "text/mojibake": 2}
    assert found.levels == {"error": KEPT + 5, "warning": 2}
    assert found.worst() == "error" and Collected().worst() == ""


def test_merged_is_as_if_collected_at_once():
    parts, whole = [Collected(), Collected(), Collected()], Collected()
    total = Collected()
    for part, size in zip(parts, (KEPT - 1, KEPT + 3, 7), strict=True):
        part.add(findings("text/empty", "error", size))
        whole.add(findings("text/empty", "error", size))
        total.merge(part)
    assert (total.counts, total.levels, total.kept) == (whole.counts, whole.levels, whole.kept)


def test_findings_of_the_baseline_do_not_count():
    known, new = findings("text/empty", "error", 2)
    found = Collected(frozenset([fingerprint(known)]), marking=True)
    found.add([known, new])
    assert (found.kept, found.accepted, len(found.marks)) == ([new], 1, 2)
