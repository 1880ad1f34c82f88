"""likelihood: which encoding makes the likeliest text of the bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs.sources.likelihood import CANDIDATES, best


@pytest.mark.parametrize(
    ("text", "codec", "family"),
    [
        ("你好", "gb18030", "cjk"),
        ("會議", "big5", "cjk"),
        ("ニュース", "cp932", "cjk"),
        ("안녕하세요", "cp949", "cjk"),
        ("naïve", "windows-1252", "latin"),
        ("Привет", "windows-1251", "letters"),
        ("©", "windows-1252", "latin"),
    ],
)
def test_best_of_a_few_characters(text, codec, family):
    guess = best(text.encode(codec))
    assert (guess.encoding, guess.family) == (codec, family)


def test_running_text_weighs_more_than_rare_characters():
    running, rare = best("今年以来全市经济运行情况总体平稳".encode("gbk")), best("婀娜多姿，踟蹰不前".encode("gbk"))
    assert running.encoding == rare.encoding == "gb18030"
    assert running.mean > -8 > rare.mean > -9.6


@pytest.mark.xfail(reason="GBK of rare characters alone has the bytes of small Cyrillic letters", strict=True)
def test_rare_characters_alone():
    assert best("婀娜逶迤龃龉踟蹰囹圄饕餮".encode("gbk")).encoding == "gb18030"


@given(st.binary(max_size=80))
def test_any_bytes_have_a_best_candidate(data):
    names = {c[0] for c in CANDIDATES} | {"utf-16-le", "utf-16-be"}
    assert best(data).encoding in names
