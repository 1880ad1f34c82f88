"""Time is bounded: twice the input takes at most two and a half times as long, for every pattern and algorithm.

Each input is built against what it is for: what begins like a match and is none, repeated; for a rule also its own hits,
cut and glued.  Processor time is measured, the better of several tries counts, and what is too fast to be measured
is made larger first.
"""

import gc
import io
import re
import time

import pytest
from torture import documents
from torture.floods import HTML, INPUTS, SENTENCE
from torture.judge import outcome

from parkdocs import (
    completeness,
    edits,
    labeller,
    lines,
    marks,
    metadata,
    page,
    record,
    repair,
    rules,
    sections,
    spacing,
    view,
)
from parkdocs.model import Document, Mark, Metadata
from parkdocs.patterns import compile_pattern, encodable
from parkdocs.pipeline import Settings, advance
from parkdocs.sources import encoding, html, inputs

WORST, TRIES = 2.5, 3
ENOUGH, PLENTY = 0.02, 0.1
"""Seconds that the smaller input should take; less is too near to the clock's noise, and more shows what is hidden by
larger linear work."""
LARGEST = 3_000_000


@pytest.fixture(autouse=True, scope="module")
def _few_objects_to_collect():
    """What is there before is left out of garbage collection, which each measurement begins with."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


def seconds(work, value):
    """Processor time of one call."""
    gc.collect()
    gc.disable()
    begin = time.process_time()
    work(value)
    taken = time.process_time() - begin
    gc.enable()
    return taken


def excess(work, make, size=500, enough=ENOUGH):
    """Seconds of ``work`` on ``make(n)`` and ``make(2 * n)`` where they are worse than linear, [] where they are not.

    n is doubled until it takes long enough to be measured.
    What takes too long is tried again with larger inputs: what is worse than linear gets worse, a noisy machine does not.
    """
    once = seconds(work, make(size))
    while once < enough and len(make(size)) < LARGEST:
        size *= 2 if once > enough / 4 else 4
        once = seconds(work, make(size))
    if once < enough:
        return []  # too fast on the largest input to be anything but linear
    found = []
    for larger in (size, 2 * size):
        found.append(times(work, make(larger), make(2 * larger), once if larger == size else 0))
        if found[-1][1] <= WORST * found[-1][0]:
            return []
    return found


def times(work, small, large, once=0.0):
    """Processor time for both, the better of several tries, until they are as they should be."""
    best = once or seconds(work, small), seconds(work, large)
    for _ in range(TRIES):
        if best[1] <= WORST * best[0]:
            break
        best = min(best[0], seconds(work, small)), min(best[1], seconds(work, large))
    return best


# Rules: every pattern of every pack


RULES = rules.load().rules


def _attack(rule):
    """A text that keeps a pattern busy: its hits without their ends, its literals, and letters, over and over."""
    literals = re.findall(r"[\w\u3400-\u9fff ]{2,}", rule.pattern)
    return "".join([*(hit[:-1] for hit in map(view.view, rule.hits)), *literals[:5], "a园1 "])


@pytest.mark.parametrize("pack", sorted({rule.pack for rule in RULES}))
def test_every_pattern_of_a_pack(pack):
    """Searched in one long line made against it: the longest that a rule sees is 1,000 characters, here it is more."""
    for rule in (rule for rule in RULES if rule.pack == pack):
        pattern, attack = compile_pattern(rule.pattern), encodable(_attack(rule))
        small, large = attack * 40, attack * 80
        once, twice = times(pattern.search, small, large)
        assert twice <= max(WORST * once, 0.01), (rule.id, once, twice)


def test_all_rules_together_on_lines_made_against_them():
    page_of = "\n".join(_attack(rule)[:200] for rule in RULES[::7])
    rule_set = rules.load()

    def match(text):
        rule_set.known.clear()
        for line in text.split("\n"):
            rule_set.match(view.view(line)[:1000])

    assert not excess(match, lambda n: (page_of + "\n") * max(n // 500, 1), 500)


# The algorithms, one by one


def doc(text, form="text"):
    return Document("a", "a", text, text, Metadata(format=form))


SETTINGS = Settings()

STEPS = {
    "repair": lambda text: repair.repair(doc(text)),
    "view": lambda text: view.view_map(text[:200_000]),
    "lines": lambda text: lines.clean_lines(doc(text)),
    "rules-and-labeller": lambda text: marks.mark(doc(text), rules.load()),
    "spacing": lambda text: spacing.close_gaps(doc(text)),
    "sections": lambda text: sections.segment(doc(text)),
    "sections-of-markdown": lambda text: sections.segment(doc(text, "markdown")),
    "completeness": lambda text: completeness.judge(doc(text)),
    "metadata": lambda text: metadata.extract(doc(text)),
    "decoding": lambda text: encoding.decode(text.encode("gb18030", "replace")),
}


@pytest.mark.parametrize("name", INPUTS)
def test_the_whole_pipeline(name):
    """All steps in a row, also through JSON, on one kind of input."""
    piece = INPUTS[name]

    def work(text):
        done = advance(doc(text), "extract", SETTINGS)
        record.from_dict(record.loads(record.dumps(done)))

    assert not excess(work, lambda n: piece * n)


@pytest.mark.torture
@pytest.mark.parametrize("name", INPUTS)
@pytest.mark.parametrize("step", STEPS)
def test_every_step(step, name):
    piece = INPUTS[name]
    assert not excess(STEPS[step], lambda n: piece * n, enough=PLENTY)


@pytest.mark.torture
@pytest.mark.parametrize("name", HTML)
def test_reading_html(name):
    piece = HTML[name]
    assert not excess(html.page, lambda n: "<body>" + piece * n, enough=PLENTY)


@pytest.mark.torture
@pytest.mark.parametrize(
    "name",
    sorted(
        n for n, c in documents().items() if n.startswith(("markdown/", "flood/", "html/", "jsonl/")) and not c.slow
    ),
)
def test_the_torture_set_after_itself(name):
    """Each torture document, and twice of it in one file."""
    case = documents()[name]
    data = case.make()
    once, twice = times(lambda d: outcome(d, case.suffix), data, data * 2)
    assert twice <= WORST * once + 0.05


# The journal and the inputs


def test_journal():
    def work(text):
        marked = edits.apply(doc(text), [Mark(i, i + 1, "a/b", "nav") for i in range(0, len(text), 3)])
        again = edits.apply(marked, [Mark(i, i + 1, "a/c", "nav") for i in range(0, len(marked.text), 4)])
        edits.restore(again.text, again.edits)
        lines.clean_lines(again)
        lines.removed_lines(again)

    assert not excess(work, lambda n: "ab\n" * n)


def test_labeller():
    def work(rows):
        labeller.label(rows, [0.0] * len(rows), 0.0)

    assert not excess(work, lambda n: ["Home", SENTENCE, "首页"] * n)


def test_reading_a_page_of_lines():
    assert not excess(lambda text: page.read(lines.split(text)), lambda n: "x\n\n" * n)


def test_sniffing_a_file():
    assert not excess(lambda data: list(inputs.plan([], "", io.BytesIO(data))), lambda n: b"\n" * n)
