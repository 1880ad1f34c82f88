"""A glance settles what is fine, and nothing else: with it and without it the findings are the same."""

import copy
from dataclasses import replace

import pytest
from corpus_records import PAGE, values
from hypothesis import given
from hypothesis import strategies as st

from parkdocs import rules
from parkdocs.corpus import glance, quality
from parkdocs.corpus.gate import Gate
from parkdocs.corpus.records import examine, kit

ZH = (
    "首页 > 新闻\n园区二期开工\n2023-11-05\n\n"
    + "园区二期项目五日正式启动建设，多家企业签约入驻，总投资十亿元。" * 4
    + "\n\n分享到：\n"
)
RECORDS = [values(), values(ZH), values(PAGE * 40), values("Only one line.\n"), values(PAGE, stage="clean")]
TEXTS = ["", " ", "Follow us\n", "cafÃ©", "\ufffd", "naïve", "园区", "12", "x" * 1200]


def looked(record, gate, looking=None):
    said = record["metadata"]["language"], record["metadata"]["title"]
    return glance.sound(record, gate) and glance.clean(record["text"], said, gate, looking, {})


@pytest.mark.parametrize("record", RECORDS[:3])
def test_a_clean_record_is_fine(record):
    assert looked(record, Gate(), rules.load())


@pytest.mark.parametrize("record", RECORDS[3:])
def test_what_has_no_title_or_date_is_left_to_the_checks(record):
    assert not looked(record, Gate())


@pytest.mark.parametrize(
    ("gate", "enough"),
    [
        (Gate(), True),
        (Gate(near_duplicates=True, field="body", rules=("a.toml",), max_removed=0.1), True),
        (Gate(schema="s.json"), False),
        (Gate(against="g.jsonl"), False),
        (Gate(sources="pages"), False),
        (Gate(languages=("en",)), False),
        (Gate(detect_language=True), False),
    ],
)
def test_a_glance_is_not_enough_where_each_record_has_to_be_read(gate, enough):
    assert glance.enough(gate) is enough


def test_chrome_is_not_looked_for_where_it_is_off():
    record = values()
    record["text"] += "Follow us\n"
    record["sections"], record["metadata"]["sha256"] = [], ""
    assert not looked(record, Gate(), rules.load())
    assert looked(record, Gate())


@st.composite
def changed(draw):
    """A record with a few of its values replaced."""
    record = copy.deepcopy(draw(st.sampled_from(RECORDS)))
    for _ in range(draw(st.integers(0, 3))):
        some, number = draw(st.sampled_from(TEXTS)), draw(st.integers(0, 300))
        change = draw(st.integers(0, 8))
        if change == 0:
            record["text"] = draw(st.sampled_from([some, record["text"] + some, some + record["text"]]))
        elif change == 1:
            record[draw(st.sampled_from(["created", "id"]))] = draw(st.sampled_from(["", "2023", "2023-11-05"]))
        elif change == 2:
            record["metadata"][draw(st.sampled_from(["title", "published", "language", "kind"]))] = some
        elif change == 3:
            record["metadata"]["language"] = draw(st.sampled_from(["", "en", "zh-Hans", "de", "und", "ja"]))
        elif change == 4:
            record["completeness"]["verdict"] = draw(st.sampled_from(["complete", "suspect", "truncated", ""]))
        elif change == 5 and record["sections"]:
            record["sections"][-1][draw(st.sampled_from(["start", "end"]))] = number
        elif change == 6 and record["edits"]:
            draw(st.sampled_from(record["edits"]))[draw(st.sampled_from(["old", "new"]))] = some
        elif change == 7 and record["edits"]:
            draw(st.sampled_from(record["edits"]))["start"] = number
        elif change == 8:
            record["edits"] = record["edits"][:1]
    return record


@pytest.mark.parametrize("text", ["a\nb\u00e9\n\n\u00e9c\u00e9", "\u00e9", "\n\n\u00e9\n", "plain\n", ""])
def test_lines_with_suspect_characters(text):
    lines = [(n, line) for n, line in enumerate(text.split("\n"), 1) if "\u00e9" in line]
    assert list(quality._suspects(text)) == lines


@given(changed(), st.sampled_from([Gate(), Gate(max_removed=0.05), Gate(min_characters=900)]))
def test_a_glance_changes_no_finding(record, gate):
    tools = kit(gate)
    assert examine(record, replace(tools, glancing=True)) == examine(record, replace(tools, glancing=False))
