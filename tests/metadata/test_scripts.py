"""Scripts and the two ways of writing Chinese."""

import pytest

from parkdocs.metadata.scripts import RUN, SCRIPT_OF, chinese, lean


@pytest.mark.parametrize(
    ("text", "scripts"),
    [
        ("Park 园区", ["latin", "han"]),
        ("парк ひらがな", ["cyrillic", "kana"]),
        ("12 (3)!", []),
        ("한국 ไทย", ["hangul", "thai"]),
    ],
)
def test_runs(text, scripts):
    assert [m.lastgroup for m in RUN.finditer(text)] == scripts


@pytest.mark.parametrize(
    ("text", "code"),
    [("国家级经济技术开发区", "zh-Hans"), ("國家級經濟技術開發區", "zh-Hant"), ("中文", "zh"), ("這次会議", "zh-Hant")],
)
def test_chinese(text, code):
    assert chinese(lean(text)) == code


def test_every_listed_script_has_a_range():
    assert set(SCRIPT_OF.values()) <= set(RUN.groupindex)
