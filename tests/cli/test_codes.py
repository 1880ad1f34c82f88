"""Ids that no pack has: each that the code writes is explained, and no other."""

import re
from pathlib import Path

import pytest

import parkdocs
from parkdocs import rules
from parkdocs.cli import codes
from parkdocs.corpus.catalogue import BY_ID

SOURCE = Path(parkdocs.__file__).parent
WRITTEN = {
    code
    for path in SOURCE.rglob("*.py")
    if path.name != "codes.py"
    for code in re.findall(r'"([a-z]+/[a-z-]+)"', path.read_text("utf-8"))
}
ELSEWHERE = {"text", "application", "documents"}  # types of media, and a column of the report
RULES = {rule.id for rule in rules.load(()).rules}


@pytest.mark.parametrize("code", sorted(WRITTEN - RULES - set(BY_ID)))
def test_every_id_has_a_stage(code):
    assert codes.about(code) or code.partition("/")[0] in {*ELSEWHERE, "en"}


@pytest.mark.parametrize("code", sorted(codes.WORDS))
def test_no_id_is_explained_that_is_never_written(code):
    assert code in WRITTEN
    assert codes.about(code)[-1] == ("what", codes.WORDS[code])


def test_of_others_the_stage_alone_is_known():
    assert codes.about("dates/label-zh")[1] == ("stage", "extract")
    assert codes.about("nosuch/id") == codes.about("model") == codes.about("") == []
