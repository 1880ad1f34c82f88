"""Counts of several workers are those of one."""

from parkdocs import pipeline, tally
from parkdocs.model import Completeness, Document, Edit, Missing
from parkdocs.pipeline import Settings

LATER = Missing(1, "Later", 9)


def made(n):
    edits = (Edit(0, "Home\n", "", "en/home", "nav"), Edit(9, "Ã©", "é", "repair/mojibake", "repair"))
    verdict = Completeness("truncated" if n % 2 else "complete", missing=(LATER,) * n)
    return Document(f"{n}", "s", "x" * 100, "x" * 90, edits=edits, completeness=verdict)


def counted(docs):
    out = tally.Tally()
    for doc in docs:
        out.add(doc)
    return out


def test_what_is_counted_of_a_document():
    assert counted([made(1), made(2)]).as_dict() == {
        "documents": 2,
        "read": 200,
        "kept": 180,
        "removed": {"nav": 10},
        "repaired": 2,
        "cut": 1,
        "truncated": [("1", 1)],
    }


def test_merged_counts_are_those_of_one_and_only_the_first_truncated_are_named():
    docs = [made(n) for n in range(20)]
    whole = counted(docs)
    for at in (0, 1, 9, 10, 20):
        merged = counted(docs[:at])
        merged.merge(counted(docs[at:]))
        assert merged == whole
    assert [name for name, _ in whole.truncated] == ["1", "3", "5", "7", "9"]
    assert tally.from_dict(whole.as_dict()) == whole


def test_a_pack_is_compiled_before_the_first_document():
    pipeline.check_settings(Settings())
    assert counted([]).documents == 0
