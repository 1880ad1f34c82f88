"""One record through all checks that fit its kind."""

import pytest
from corpus_records import PAGE, values

from parkdocs.corpus.gate import Gate
from parkdocs.corpus.records import examine, kit

BODY = PAGE.partition("2023\n\n")[2].partition("\n\nContact")[0]
OFF = (("text/empty", "off"),)


def found(record, gate=None):
    return [(f.id, f.pointer) for f in examine(record, kit(gate or Gate()))[0]]


def test_a_record_of_the_pipeline_has_no_findings_and_gives_its_id_and_text():
    record = values()
    assert examine(record, kit(Gate())) == ([], "page.txt", record["text"])


@pytest.mark.parametrize("stage", ["clean", "segment"])
def test_a_record_of_an_earlier_stage_lacks_nothing_yet(stage):
    assert not found(values("Only a line without any date.\n", stage=stage))


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        (lambda r: r.update(text=r["text"].replace("nine", "ten")), ("record/broken-journal", "/edits/")),
        (lambda r: r.update(created="1999"), ("record/broken-journal", "/created")),
        (lambda r: r["metadata"].update(title=""), ("metadata/missing-title", "/metadata/title")),
        (lambda r: r["metadata"].update(language="zh-Hans"), ("text/language-mismatch", "/metadata/language")),
        (lambda r: r["completeness"].update(verdict="truncated"), ("document/truncated", "/completeness")),
        (lambda r: r["completeness"].update(verdict="suspect"), ("document/suspect", "/completeness")),
        (lambda r: r["metadata"].pop("title"), ("record/broken-contract", "/metadata")),
        (lambda r: r.update(schema="parkdocs/2"), ("record/broken-contract", "/schema")),
    ],
)
def test_what_is_wrong_with_a_record(change, finding):
    record = values()
    change(record)
    assert finding in [(check, place.rstrip("0123456789")) for check, place in found(record)]


def test_much_removed_is_a_share_of_the_source():
    record = values()
    assert not found(record, Gate(max_removed=0.5))
    assert found(record, Gate(max_removed=0.2)) == [("text/too-much-removed", "/edits")]


def test_a_check_can_be_off_or_get_another_level():
    assert found({"text": ""}) == [("text/empty", "/text")]
    assert found({"text": ""}, Gate(levels=OFF)) == []
    tools = kit(Gate(levels=(("text/empty", "note"),)))
    assert [f.level for f in examine({"text": ""}, tools)[0]] == ["note"]


@pytest.mark.parametrize(
    ("row", "checks"),
    [
        ({"id": "a", "text": "Fine."}, []),
        ({"id": 7, "content": "Fine."}, []),
        ({"text": "Fine.", "id": "a", "metadata": None}, []),
        ({"text": 7}, ["record/no-text"]),
        ({}, ["record/no-text"]),
        ({"body": "Fine."}, ["record/no-text"]),
        ({"text": PAGE}, ["text/chrome-left"]),
        ({"text": PAGE, "metadata": {"language": "zh"}}, ["text/chrome-left", "text/language-mismatch"]),
        ({"text": PAGE[:300], "language": "en", "edits": 3, "completeness": "none"}, ["text/chrome-left"]),
    ],
)
def test_rows_of_others_get_the_checks_that_make_sense(row, checks):
    assert list(dict.fromkeys(check for check, _ in found(row))) == checks


def test_numbers_are_ids_and_other_values_are_none():
    tools = kit(Gate())
    assert examine({"id": 7, "text": "x"}, tools)[1] == "7"
    assert examine({"id": None, "text": "x"}, tools)[1] == examine({"id": True, "text": "x"}, tools)[1] == ""


def test_a_field_can_be_named():
    assert found({"body": "", "text": "Fine."}, Gate(field="body")) == [("text/empty", "/text")]


@pytest.mark.parametrize(
    ("languages", "row", "checks"),
    [
        (("en",), {"text": BODY}, []),
        (("de",), {"text": BODY}, ["text/wrong-language"]),
        (("de",), {"text": BODY, "language": "de"}, []),
        (("de",), {"text": "12 34"}, []),
    ],
)
def test_expected_languages(languages, row, checks):
    assert [check for check, _ in found(row, Gate(languages=languages))] == checks


def test_every_text_is_read_where_that_is_asked():
    row = {"text": BODY, "language": "de"}
    assert found(row) == []
    assert found(row, Gate(detect_language=True)) == [("text/language-mismatch", "/metadata/language")]


def test_a_schema_of_others_needs_no_text(tmp_path):
    path = tmp_path / "s.json"
    path.write_text('{"required": ["url"]}', "utf-8")
    gate = Gate(schema=str(path))
    assert found({"url": "u"}, gate) == []
    assert found({"id": "a"}, gate) == [("record/broken-contract", "")]
    assert found(values(), gate) == [("record/broken-contract", "")]
