"""Ids and texts that stand twice, over a whole corpus; collisions are never reported."""

from array import array
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs.corpus import duplicates, similar
from parkdocs.corpus.duplicates import Place, Register, Rows

LEVELS = {"corpus/duplicate-id": "error", "corpus/duplicate-text": "warning", "corpus/near-duplicate": "warning"}


def register(stretches, sketched=False):
    """A register of stretches of (id, text) records, each read again from the list."""
    made = Register()
    for k, records in enumerate(stretches):
        first = len(made.rows)
        for row, (name, text) in enumerate(records):
            made.ids.append(duplicates.id_digest(name) if name else 0)
            made.texts.append(duplicates.text_digest(text))
            made.rows.append(row)
            if sketched:
                made.sketches.extend(similar.sketch(text))
        made.stretches.append(Rows(first, partial(read, k, records)))
    return made


def read(k, records, rows):
    for row in rows:
        name, text = records[row]
        yield Place(f"{k}.jsonl", row + 1, name, duplicates.text_mark(text), text)


def found(stretches, **more):
    made = register(stretches, **more)
    return [(f.id.partition("/")[2], f.path, f.line, f.document) for f in duplicates.find(made, LEVELS, 0.8)]


@given(st.lists(st.lists(st.tuples(st.sampled_from(["", "a", "b", "c"]), st.sampled_from(["", "x", "y"])), max_size=5)))
def test_every_repetition_is_found_and_nothing_else(stretches):
    ids, texts, wanted = set(), set(), []
    for k, records in enumerate(stretches):
        for row, (name, _) in enumerate(records):
            if name and name in ids:
                wanted.append(("duplicate-id", f"{k}.jsonl", row + 1, name))
            ids.add(name)
    for k, records in enumerate(stretches):
        for row, (name, text) in enumerate(records):
            if text and text in texts:
                wanted.append(("duplicate-text", f"{k}.jsonl", row + 1, name))
            texts.add(text)
    assert found(stretches) == wanted


def test_the_first_place_is_named():
    made = register([[("a", "x"), ("b", "y")], [("a", "z")]])
    assert [f.message for f in duplicates.find(made, LEVELS, 0.8)] == ["the id 'a' stands at 0.jsonl:1 already"]


def test_digests_that_collide_are_no_finding(monkeypatch):
    monkeypatch.setattr(duplicates, "id_digest", lambda name: 5)
    monkeypatch.setattr(duplicates, "text_digest", lambda text: 5)
    assert found([[("a", "x"), ("b", "y")], [("c", "x")]]) == [("duplicate-text", "1.jsonl", 1, "c")]


def test_texts_that_differ_in_the_middle_share_a_digest_and_are_no_finding():
    one, other = ("x" * 300 + middle + "x" * 300 for middle in "ab")
    assert duplicates.text_digest(one) == duplicates.text_digest(other)
    assert found([[("a", one), ("b", other)]]) == []


def test_switched_off_checks_find_nothing():
    made = register([[("a", "x"), ("a", "x")]])
    assert not list(duplicates.find(made, {}, 0.8))


@pytest.mark.parametrize("size", [0, 1, duplicates.PART, 2 * duplicates.PART + 3])
def test_repeated_digests_are_found_in_parts(size):
    digests = array("Q", [*range(1, size + 1), 0, 0])
    assert list(duplicates.repeated(digests)) == []
    digests.extend([size, 3, 3] if size > 3 else [])
    assert sorted(duplicates.repeated(digests)) == ([3, size] if size > 3 else [])


def test_many_values_are_compared_in_parts(monkeypatch):
    monkeypatch.setattr(duplicates, "AT_ONCE", 2)
    names = [(f"id {n % 7}", "") for n in range(20)]
    assert sorted(found([names[:9], names[9:]])) == sorted(
        ("duplicate-id", f"{n // 9 if n < 18 else 1}.jsonl", (n if n < 9 else n - 9) + 1, f"id {n % 7}")
        for n in range(7, 20)
    )


SENTENCES = [f"Sentence number {n} of the text is long enough. " for n in range(12)]


def test_nearly_the_same_text_is_found():
    text = "".join(SENTENCES)
    near, far = (
        text.replace("number 5", "number five"),
        "".join(SENTENCES[:2]) + "Nothing else is here that counts. " * 3,
    )
    records = [("a", text), ("b", near), ("c", far), ("d", text)]
    assert found([records], sketched=True) == [
        ("duplicate-text", "0.jsonl", 4, "d"),
        ("near-duplicate", "0.jsonl", 2, "b"),
        ("near-duplicate", "0.jsonl", 4, "d"),
    ]
