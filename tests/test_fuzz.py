"""The fuzz targets (``fuzz/targets.py``) driven by Hypothesis; ``make fuzz`` drives them with atheris for longer."""

import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

sys.path.insert(0, str(Path(__file__).parent.parent / "fuzz"))

from targets import EDTF, TARGETS

WORDS = [
    line.strip().strip('"').encode().decode("unicode_escape").encode("latin-1")
    for line in (Path(__file__).parent.parent / "fuzz" / "words.dict").read_text("utf-8").splitlines()
    if line.startswith('"')
]
BYTES = st.one_of(
    st.binary(max_size=200),
    st.lists(st.one_of(st.sampled_from(WORDS), st.binary(max_size=6)), max_size=25).map(b"".join),
)


@pytest.mark.parametrize("name", TARGETS)
def test_target(name):
    @settings(max_examples=60, deadline=None)
    @given(BYTES)
    def run(data):
        TARGETS[name](data)

    run()


FOUND = {
    "sections": [b"\xff\xff", b"\x00a\r\r\n\x0c# \x00"],
    "dates": [b"x03/04/2023", b"\x003/04/2023 1"],
    "restore": [b"'\n.\r", bytes(range(40))],
    "sources": [b"", b"\x02<p", b"\x03{", b"\x00\xff\xfe\x00\xd8"],
    "rules": [b"\xff\xed\xa0\x80```\xed\xb2\x81", b"\x00Home\r\r\n\xe2\x80\xa8"],
    "packs": [b"\x00[[rule]]", b"\x00rule = 1", b"\x00[[rule]]\nid = 1\nmax = true"],
}


@pytest.mark.parametrize(("name", "data"), [(name, data) for name, found in FOUND.items() for data in found])
def test_input_that_once_was_of_interest(name, data):
    """A target asserts by itself what it promises of any input."""
    assert TARGETS[name](data) is None


@pytest.mark.parametrize("name", ["sources", "rules", "sections"])
def test_a_target_notices_a_broken_promise(name, monkeypatch):
    monkeypatch.setattr("parkdocs.edits.restore", lambda text, edits: "something else")
    with pytest.raises(AssertionError):
        TARGETS[name](b"\x00Home\r\n\r\nThe park opened on 5 May 2021.\r\n")


@pytest.mark.parametrize(
    "text", ["2023", "2023-05", "2023-05-05/2023-05-06", "XXXX-11-05", "[2023-03-04,2023-04-03]", "2023-05~"]
)
def test_dates_are_edtf(text):
    assert EDTF.fullmatch(text)


@pytest.mark.parametrize("text", ["", "5 May 2023", "2023-5", "2023-05-05T10:00"])
def test_other_words_are_not(text):
    assert not EDTF.fullmatch(text)
