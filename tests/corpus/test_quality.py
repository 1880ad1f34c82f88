"""Texts that are empty, broken or in another language; what metadata lack."""

import pytest

from parkdocs.corpus import quality

ENGLISH = "The park opened its second phase on Sunday, the council said, with nine sheds for makers of glass."
CHINESE = (
    "园区二期项目周日正式启动建设，管理委员会表示，首批九座厂房将提供给玻璃企业使用，来自多个省份的投资者参观了厂房。"
)


@pytest.mark.parametrize(
    ("text", "least", "why"),
    [
        ("", 1, "there is no text"),
        (" \n\u3000\t", 1, "there is no text"),
        ("Short.", 1, ""),
        ("Short.", 10, "the text has 6 characters, fewer than 10"),
        ("", 0, ""),
        ("x" * 1000, 500, ""),
    ],
)
def test_empty(text, least, why):
    assert quality.empty(text, least) == why


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The caf\u00c3\u00a9 is open.\nThe café is open.", [1]),
        ("fine\nlost \ufffd here", [2]),
        (CHINESE, []),
        ("“Curly” quotes – and dashes… 5 €", []),
        ("Ça va, garçon? Größe, Ærø, İstanbul, Čeština", []),
        ("Привет, мир", []),
        ("plain", []),
        ("\u00c3\u00a9\n" * 20, [1, 2, 3, 4, 5]),
    ],
)
def test_mojibake_is_found_and_accents_are_none(text, numbers):
    assert [number for number, _, _ in quality.mojibake(text)] == numbers


@pytest.mark.parametrize(
    ("code", "text", "doubt"),
    [
        ("en", ENGLISH, False),
        ("en", CHINESE, True),
        ("zh-Hans", ENGLISH, True),
        ("zh", CHINESE, False),
        ("ZH_CN", ENGLISH, True),
        ("ru", CHINESE, False),
        ("und", CHINESE, False),
        ("", CHINESE, False),
        ("zh", "Too short to tell", False),
        ("english", CHINESE, False),
    ],
)
def test_the_script_speaks_against_the_metadata(code, text, doubt):
    assert quality.strange(code, text) == doubt


@pytest.mark.parametrize(
    ("code", "language"),
    [
        ("zh-Hans", "zh"),
        ("pt_BR", "pt"),
        ("EN", "en"),
        ("fil", "fil"),
        ("und", ""),
        ("English", ""),
        ("", ""),
        ("x1", ""),
    ],
)
def test_the_language_of_a_code(code, language):
    assert quality.primary(code) == language


def test_why_a_document_counts_as_cut_off():
    sign = {"kind": "ending", "line": 9, "rule": "r", "note": "the last sentence has no end"}
    notice = {"kind": "notice", "line": 7, "rule": "r", "note": "Log in to read"}
    verdict = {"evidence": [sign, notice], "missing": [{}, {}]}
    assert quality.completeness(verdict) == ("the page says so: Log in to read; 2 sections are missing", 7)
    guess = {**notice, "rule": "model/wall"}
    assert quality.completeness({"evidence": [guess], "missing": []}) == ("a line reads as a notice: Log in to read", 7)
    assert quality.completeness({"evidence": [sign], "missing": []}) == ("the last sentence has no end", 9)
    assert quality.completeness({"evidence": [], "missing": []}) == ("no evidence is given", 0)


def test_missing_metadata_counts_once_a_document_was_extracted():
    empty = {"kind": "", "title": "", "published": ""}
    assert not list(quality.fields(empty))
    assert [check for check, _, _ in quality.fields({**empty, "kind": "news"})] == [
        "metadata/missing-title",
        "metadata/missing-date",
    ]
    assert not list(quality.fields({"kind": "news", "title": "T", "published": "2020"}))
