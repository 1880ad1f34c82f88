"""The view: what it takes away, what it keeps, and the way back to the line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs.view import PINYIN, simplified, view, view_map

VIEWS = [
    # white space of every kind
    ("", ""),
    (" \t ", ""),
    ("\u00a0\u3000", ""),
    ("Contact\u00a0 us\u2003now ", "Contact us now"),
    ("联系\u200b我们\ufeff", "联系我们"),
    ("a\x0bb\x85c", "a b c"),
    # width and script
    ("版权所有：ＡＢＣ（１）", "版权所有:ABC(1)"),
    ("首頁 > 正文", "首页 > 正文"),
    ("Read more…", "Read more..."),
    ("聯繫我們", "联系我们"),
    # pinyin behind a character, as some document sites print it
    ("綠色園區(qū)行業(yè)供需格局及發(fā)展策略報告", "绿色园区行业供需格局及发展策略报告"),
    ("版權(quán)說明", "版权说明"),
    ("認領(lǐng)", "认领"),
    ("区（qū）域", "区域"),
    ("我们(men)", "我们"),
    # and what only looks like it
    ("面积(km)", "面积(km)"),
    ("质量(kg)", "质量(kg)"),
    ("项目(a)", "项目(a)"),
    ("园区(Park)", "园区(Park)"),
    ("(qū)", "(qū)"),
    ("word (de)", "word (de)"),
    # bullets and Markdown marks
    ("  • 微信公众号", "微信公众号"),
    ("· item", "item"),
    ("- item", "item"),
    ("* item", "item"),
    ("## **Contents**", "Contents"),
    ("**Disclaimer**", "Disclaimer"),
    ("***both***", "both"),
    ("_Source_", "Source"),
    ("1. item", "1. item"),
    ("-5 degrees", "-5 degrees"),
    ("**bold** and plain", "**bold** and plain"),
    ("snake_case_", "snake_case_"),
    ("****", "****"),
    ("#hashtag", "#hashtag"),
    # case stays
    ("N News", "N News"),
]


@pytest.mark.parametrize(("line", "expected"), VIEWS)
def test_view(line, expected):
    assert view(line) == expected


TEXT = st.text(max_size=40) | st.text(
    alphabet=" \t\u00a0\u3000\u200b()（）qūāyèmen園區版*_#-•·aA１ｶﾞ…①\u0301\u0327가\u1161\u11a8\u0f73\u0344\ud800ﬁ",
    max_size=30,
)


@given(TEXT)
def test_view_map_gives_the_same_view(line):
    seen, places = view_map(line)
    assert seen == view(line)
    assert len(places) == len(seen) + 1
    assert places == sorted(places)
    assert places[-1] == len(line)
    assert all(0 <= place < len(line) for place in places[:-1])


@given(TEXT)
def test_view_has_single_inner_blanks_only(line):
    seen = view(line)
    assert "  " not in seen
    assert seen == seen.strip()


@given(st.text(alphabet=st.characters(max_codepoint=127), max_size=60))
def test_the_short_cut_for_ascii_changes_nothing(line):
    with_han = "版 " + line
    if not line.lstrip().startswith(("-", "*", "+", "#", "_")):
        assert view(with_han) == f"版 {view(line)}".strip()


def test_a_match_is_found_again_in_the_line():
    line = "  • 園區(qū)將於五月開放。\u3000Read more…"
    seen, places = view_map(line)
    start = seen.index("Read more")
    assert line[places[start] : places[len(seen)]] == "Read more…"
    start = seen.index("园区")
    assert line[places[start] : places[start + 3]] == "園區(qū)將"


def test_the_table_maps_one_character_to_one_and_is_settled():
    table = simplified()
    assert len(table) > 3000
    assert all(len(simple) == 1 and chr(key) != simple for key, simple in table.items())
    assert table[ord("權")] == "权"
    unsettled = [simple for simple in table.values() if ord(simple) in table]
    assert len(unsettled) < 20


def test_pinyin_is_one_syllable():
    assert PINYIN.search("版(quán)")
    assert not PINYIN.search("版(quánquán)")
    assert not PINYIN.search("版(news)")


def test_long_lines_take_linear_time():
    for piece in ("(qū)", "區", "\u0301", "•", "- ", "*", "\u3000", "가\u11a8", "\u1100\u1161"):
        line = piece * 20_000
        assert view_map(line)[0] == view(line)


@pytest.mark.parametrize(
    ("line", "seen"),
    [
        ("* [Home](/a)", "Home"),
        ("[ Log in ](/b) | [Ｎｅｗｓ](/c)", "Log in | News"),
        ("**[聯繫我們](/x)**", "联系我们"),
        ("![](a.png) and [![](b.png)](/c)", "![](a.png) and [![](b.png)](/c)"),
        ("[a] (b) [c](d e)", "[a] (b) [c](d e)"),
    ],
)
def test_links_lose_their_targets_and_images_stay(line, seen):
    assert view(line) == seen
    assert view_map(line)[0] == seen


LINKS = st.lists(st.sampled_from(["[", "](", ")", "!", " ", "a", "園", "(", "]", "*", "Ａ", "\t", "#"])).map("".join)


@given(LINKS)
def test_the_map_of_a_line_with_links_is_its_view(line):
    text, places = view_map(line)
    assert text == view(line)
    assert len(places) == len(text) + 1
    assert places == sorted(places)


def test_a_match_behind_a_link_is_found_again_in_the_line():
    line = "[Home](/a) Copyright 2020"
    text, places = view_map(line)
    assert line[places[text.index("Copyright")] :] == "Copyright 2020"
