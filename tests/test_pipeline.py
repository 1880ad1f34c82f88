"""The five contracts, over arbitrary text: nothing lost, composable, deterministic, one shape, idempotent stages."""

import json
from importlib.resources import files

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parkdocs import edits, record, sources
from parkdocs.engines import local
from parkdocs.engines.local import Job
from parkdocs.model import Document
from parkdocs.pipeline import Settings, advance

VALIDATOR = jsonschema_rs.validator_for(
    json.loads(files("parkdocs").joinpath("schema/record.schema.json").read_text("utf-8"))
)
CHOICES = Settings()
STAGES = ("clean", "segment", "extract")

FRAGMENTS = """Home|News|Contact us|首页|当前位置：|版权所有:某某公司|京ICP备12345678号-1|预览已结束|Source: <>|By Lan Chi|# Heading|## Two|
**bold**|*italics*|- item|1.|2.|```|---|===|[link](http://e.org/a\\_b)|Contents|Intro.....3|目录|一、总则|第三条|2023年11月5日|
5 NOVEMBER 2023|03/04/2023|info@e.org|022-66371809|園區(qū)|cafÃ©|â€œq â€|Disclaimer|Follow us|Print|>|[…]|
Wang Shouwen, Vice Minister of Commerce of China, said that the park had grown by a tenth in a single year.|
会议指出，园区建设应与产业规划衔接，并重视本地采购和培训，提高土地利用效率。"""
INVISIBLE = ["\u00a0", "\u3000", "\x00", "\ufeff", "\r\n", "\r", "\u2028", "\x0c", "\x85", "e\u0301", "\U0001f600"]
WORDS = st.sampled_from([*FRAGMENTS.replace("\n", "").split("|"), *INVISIBLE])
LINES = st.lists(WORDS, max_size=8).map(" ".join)
PAGES = st.lists(st.one_of(LINES, st.just(""), st.text(max_size=30)), max_size=25).map("\n".join)
ANY = st.one_of(st.text(max_size=300), PAGES)


def fresh(raw):
    return Document("a.txt", "x/a.txt", raw, raw)


@settings(max_examples=150, deadline=None)
@given(ANY)
def test_nothing_is_lost_and_every_stage_has_the_one_shape(raw):
    doc = fresh(raw)
    for stage in STAGES:
        doc = advance(doc, stage, CHOICES)
        data = json.loads(record.dumps(doc))
        VALIDATOR.validate(data)
        assert edits.restore(doc.text, doc.edits) == raw
        assert record.from_dict(data).raw == raw


@settings(max_examples=100, deadline=None)
@given(ANY)
def test_stages_compose_through_json_and_pass_through_what_is_done(raw):
    whole = record.dumps(advance(fresh(raw), "extract", CHOICES))
    piped = fresh(raw)
    for stage in STAGES:
        piped = record.from_dict(json.loads(record.dumps(advance(piped, stage, CHOICES))))
    assert record.dumps(piped) == whole
    for stage in STAGES:
        assert record.dumps(advance(piped, stage, CHOICES)) == whole


@settings(max_examples=60, deadline=None)
@given(PAGES)
def test_sections_tile_the_clean_text(raw):
    doc = advance(fresh(raw), "segment", CHOICES)
    assert doc.sections[0].start == 0
    assert doc.sections[-1].end == len(doc.text)
    assert all(a.end == b.start for a, b in zip(doc.sections, doc.sections[1:], strict=False))


@pytest.mark.parametrize("stage", STAGES)
def test_an_empty_document_is_a_document(stage):
    doc = advance(fresh(""), stage, CHOICES)
    assert doc.text == ""
    assert doc.edits == ()


@settings(max_examples=40, deadline=None)
@given(ANY)
def test_the_same_source_gives_the_same_bytes(raw):
    first, second = (record.dumps(advance(fresh(raw), "extract", CHOICES)) for _ in range(2))
    assert first == second


@settings(max_examples=2, deadline=None)
@given(st.lists(PAGES, min_size=33, max_size=40))
def test_the_worker_count_changes_no_byte(texts):
    lines = [record.compact({"text": text}).encode() for text in texts]
    items = [sources.Item("in.jsonl", f"in.jsonl:{n}", n, "jsonl", line) for n, line in enumerate(lines, 1)]
    one, two = (b"".join(r.data for r in local.run(items, Job("extract"), jobs)) for jobs in (1, 2))
    assert one == two


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.one_of(st.binary(max_size=60), PAGES.map(lambda t: record.compact({"text": t}).encode())), max_size=8)
)
def test_a_bad_line_is_one_error_and_the_others_are_unharmed(lines):
    items = [sources.Item("in.jsonl", f"in.jsonl:{n}", n, "jsonl", line) for n, line in enumerate(lines, 1)]
    together = list(local.run(items, Job("extract"), 1))
    assert [r.data for r in together] == [local.work(item, Job("extract")).data for item in items]
    for item, result in zip(items, together, strict=True):
        assert bool(result.data) != bool(result.error)
        assert result.error is None or str(result.error).startswith(f"in.jsonl:{item.line}: ")
        assert "internal error" not in str(result.error)
