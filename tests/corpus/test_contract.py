"""Schema, pointers, and records that contradict themselves."""

import json

import pytest
from corpus_records import values
from hypothesis import given
from hypothesis import strategies as st

from parkdocs import edits, schema
from parkdocs.corpus import contract
from parkdocs.errors import UsageError
from parkdocs.model import CHROME_KINDS, Edit


def told(record):
    return [(f.pointer, f.message) for f in contract.breaches(contract.validator(), record, "error")]


def test_a_record_of_the_pipeline_is_fine():
    record = values()
    assert not told(record)
    assert contract.agrees(record) and not list(contract.contradictions(record))


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        (lambda r: r.update(text=7), "/text"),
        (lambda r: r["metadata"].update(title=None), "/metadata/title"),
        (lambda r: r["metadata"]["evidence"][0].update(line=-1), "/metadata/evidence/0/line"),
        (lambda r: r["edits"][1].update(kind="advert"), "/edits/1/kind"),
        (lambda r: r.update({"my/own~key": 1}), ""),
        (lambda r: r.pop("source"), ""),
        (lambda r: r.update(schema="parkdocs/9"), "/schema"),
    ],
)
def test_a_breach_is_named_by_its_pointer(change, pointer):
    record = values()
    change(record)
    assert [place for place, _ in told(record)] == [pointer]


KEYS = ["text", "id", "metadata", "sections", "edits", "extra", "start"]
VALUES = st.sampled_from(["", "x", 0, -1, 1.5, None, True, [], {}, ["x"], [{}], "news"])


@given(st.data())
def test_the_quick_check_says_the_same_as_the_schema(data):
    record = values()
    inside = [record, record["metadata"], record["completeness"], record["edits"][0], record["sections"][0]]
    for _ in range(data.draw(st.integers(0, 3))):
        place = data.draw(st.sampled_from(inside))
        key = data.draw(st.sampled_from([*place, *KEYS]))
        if data.draw(st.booleans()):
            place.pop(key, None)
        else:
            place[key] = data.draw(VALUES)
    assert contract.quick().is_valid(record) == contract.validator().is_valid(record)


def test_the_quick_check_counts_the_keys_of_every_object_of_the_schema():
    text = json.dumps(contract._counted(json.loads(schema.source())))
    assert text.count('"minProperties"') == text.count('"additionalProperties"') > 10 and '"required"' not in text


def test_a_record_that_is_wrong_everywhere_does_not_flood_the_report():
    record = values()
    record["edits"] = [{"start": "x"}] * 1000
    found = told(record)
    assert len(found) == contract.MOST + 1 and found[-1] == ("", "it breaks the schema in more places")


def test_a_message_that_quotes_a_whole_text_is_shortened():
    record = values()
    record["metadata"]["bytes"] = "x" * 100_000
    assert all(len(message) < 300 for _, message in told(record))


@pytest.mark.parametrize("text", ["", "{", '{"type": 7}', '{"$ref": "https://a.example/b.json"}', '{"pattern": "("}'])
def test_what_is_no_usable_schema_is_a_usage_error_and_nothing_is_fetched(tmp_path, text):
    path = tmp_path / "s.json"
    path.write_text(text, "utf-8")
    with pytest.raises(UsageError, match=r"s\.json"):
        contract.validator(str(path))


def test_a_schema_may_have_a_byte_order_mark_and_look_around(tmp_path):
    path = tmp_path / "s.json"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps({"pattern": "^(?!draft)"}).encode())
    assert contract.validator(str(path)).is_valid("final") and not contract.validator(str(path)).is_valid("draft 1")


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        (lambda r: r.update(created="1999"), "/created"),
        (lambda r: r["sections"][0].update(end=10**6), "/sections/0"),
        (lambda r: r["sections"][0].update(start=50, end=40), "/sections/0"),
        (lambda r: r["sections"][-1].update(end=len(r["text"]) - 1), "/sections/0"),  # short of the text's end
        (lambda r: r["metadata"].update(sha256="00"), "/metadata/sha256"),
        (lambda r: (r.update(text=r["text"] + "zz"), r["sections"].clear()), "/metadata/sha256"),
    ],
)
def test_values_that_contradict_each_other(change, pointer):
    record = values()
    change(record)
    assert not contract.agrees(record)
    assert [place for place, _ in contract.contradictions(record)] == [pointer]


@pytest.mark.parametrize(
    "change",
    [
        lambda m: m.update(sha256=""),  # not known
        lambda m: m.update(format="html"),  # the hash is of the page, the record holds its text layer
        lambda m: m["evidence"].append({"field": "encoding", "line": 1, "rule": "encoding/replaced-bytes"}),
    ],
)
def test_a_hash_that_a_record_need_not_give_back(change):
    record = values()
    record["metadata"]["sha256"] = "00"
    change(record["metadata"])
    assert contract.agrees(record) and not list(contract.contradictions(record))


def test_the_share_that_was_removed_as_chrome():
    record = values()
    size, gone = contract.removed(record, 0.0)
    assert size == len(edits.restore(record["text"], [Edit(**e) for e in record["edits"]]))
    assert gone == sum(len(e["old"]) - len(e["new"]) for e in record["edits"] if e["kind"] in CHROME_KINDS) > 50
    assert contract.removed(record, 0.9) == (size, 0)


def test_an_edit_that_does_not_fit_is_named():
    record = values()
    record["edits"][1]["start"] = 10**6
    with pytest.raises(ValueError) as caught:
        contract.removed(record, 0.5)
    assert caught.value.args == (1,)


@given(st.lists(st.tuples(st.integers(0, 30), st.text("ab", max_size=3), st.text("ab", max_size=3)), max_size=4))
def test_the_quick_look_at_the_journal_agrees_with_restoring(parts):
    text = "abababab"
    journal = [{"start": s, "old": o, "new": n, "rule": "r", "kind": "nav"} for s, o, n in parts]
    try:
        raw = edits.restore(text, [Edit(**e) for e in journal])
    except edits.JournalError:
        with pytest.raises(ValueError):
            contract.removed({"text": text, "edits": journal}, 0.5)
    else:
        assert contract.removed({"text": text, "edits": journal}, 0.5)[0] == len(raw)
