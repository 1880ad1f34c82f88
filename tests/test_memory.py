"""Memory of a line without end: a few copies of the text, and nothing for each word."""

import tracemalloc

import pytest

from parkdocs import pipeline
from parkdocs.engines import local
from parkdocs.pipeline import Settings
from parkdocs.sources import Item, load

SIZE = 2_000_000
PLAIN = "The park covers 46 square kilometres east of the old city, and the first tenants of its sheds moved in. "
SENTENCES = {
    "english": PLAIN * 9 + "On 3 May 2021 Jane Miller, its director, opened shed 9. ",
    "broken": PLAIN * 30
    + "The cafÃ© of the park opened on 3 May 2021 – write to [the office](https://park.example/a). ",
    "chinese": "园区总面积四十六平方公里，首批企业周一入驻，办事窗口同日开放。" * 9
    + "二〇二一年五月三日，联系电话010-12345678。",
}


def endless(kind: str) -> bytes:
    sentence = SENTENCES[kind].encode()
    return sentence * (SIZE // len(sentence))


@pytest.mark.parametrize(("kind", "copies"), [("english", 6), ("broken", 12), ("chinese", 8)])
def test_a_line_without_end_takes_a_few_times_its_size(kind, copies):
    data = endless(kind)
    for stage in ("extract", "clean"):  # tables are loaded before
        pipeline.advance(load(Item("a", "a", 0, "text", data[:3000])), stage, Settings())
    tracemalloc.start()
    try:
        doc = pipeline.advance(load(Item("a", "a", 0, "text", data)), "extract", Settings())
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert doc.stage == "extract"
    assert peak <= copies * len(data)


def test_what_is_read_of_a_line_ends_somewhere():
    """Half the line more costs no more than that: beyond two million characters nobody looks for names."""
    data = b"Ann Lee of Chad met Bo Ek of Peru. " * 60_000
    docs = [pipeline.advance(load(Item("a", "a", 0, "text", data * n)), "segment", Settings()) for n in (1, 2, 3)]
    peaks = []
    for doc in docs:
        tracemalloc.start()
        try:
            pipeline.advance(doc, "extract", Settings())
            peaks.append(tracemalloc.get_traced_memory()[1])
        finally:
            tracemalloc.stop()
    assert peaks[2] - peaks[1] <= 1.5 * len(data)


def test_a_line_without_end_is_mended_to_its_end():
    doc = pipeline.advance(load(Item("a", "a", 0, "text", endless("broken"))), "clean", Settings())
    assert doc.text.count("café") == len(doc.edits) == doc.raw.count("cafÃ©")


def test_the_record_of_a_long_source_is_complete():
    result = local.work(Item("a", "a", 0, "text", b"caf\xc3\x83\xc2\xa9\n" * 3), local.Job("clean"))
    assert result.tally.read == 18
    assert b'"old":"\xc3\x83\xc2\xa9"' in result.data
