"""How texts end: broken sentences, whole ones that look broken, and inputs that somebody cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs.endings import cut, dangles, input_limit, last_prose, tail
from parkdocs.lines import split
from parkdocs.notices import is_notice

PROSE = "The park opened in May, and it has welcomed 54 firms since then."
FINE = "镇里三年来新种果树两万棵,去年的收成比前年多了三成,卖到了邻省。"
CUT = "The park opened in May and has since then welcomed many firms from the"


@pytest.mark.parametrize(
    ("text", "how"),
    [
        (CUT, "sentence"),
        (f"{PROSE} {CUT}", "sentence"),
        ("The park opened in May and has since then welcomed many firms, which em-", "word"),
        ("园区占地46平方公里,入驻企业三百家,产值突破千亿元,其中外资企业五十家,主要来", "sentence"),
        (f"{CUT} …", "dots"),
        (PROSE, ""),
        (f"{CUT} following:", ""),
        (f"{CUT} north (Penguin, 25 pounds)", ""),
        ("For more about the park and its tenants please visit www.example.com", ""),
        ("Ideas about the park can be sent by everyone to the office at a.b@example.com", ""),
        (f"{PROSE} – Lonely Planet", ""),
        ("Sie sagte dazu nur, dass der Park in diesem Jahr noch wachsen werde: „Wir bleiben.“", ""),
        ("The board of the park was very happy with all of it :)", ""),
        ("UNIDO and the Ministry of Commerce Host Parallel Session", ""),
        ("", ""),
    ],
)
def test_endings(text, how):
    assert cut(text) == how


def found(*lines):
    last = last_prose(tail(split("\n".join(lines)), is_notice))
    return last.text if last else None


def test_the_last_running_text_stands_above_bylines_and_notices():
    assert found(PROSE, CUT, "", "Source: Wire", "Log in", "Subscribe to continue reading.") == CUT


def test_a_notice_in_the_form_of_a_sentence_is_no_last_text():
    assert found(CUT, "You have reached the end of this preview. Buy the report to read all 40 pages.") == CUT


def test_a_broken_line_too_short_for_prose_is_the_last_text():
    assert found(PROSE, "I wrote it down, as I had been told to, and in the morning") != PROSE


def test_a_list_or_a_table_ends_a_text():
    assert found(PROSE, "", "- the first of the points that the board agreed on", "- the second") is None


def test_a_button_behind_a_bullet_does_not():
    assert found(CUT, "▶▶ 转A06版") == CUT


@pytest.mark.parametrize(
    ("raw", "size", "broken", "said"),
    [
        ("a text [truncated]", 0, "", "[truncated]"),
        ("a text … [text truncated at 500 words]", 0, "", "truncated"),
        ("正文（内容过长，已截断）", 0, "", "已截断"),
        ("x" * 5000, 0, "sentence", "5,000 characters"),
        ("x" * 4096, 0, "word", "4,096 characters"),
        ("的" * 1001, 3000, "sentence", "3,000 bytes"),
        ("x" * 1001 + "\ufffd", 0, "sentence", "within a character"),
        ("x" * 5000, 0, "", ""),  # a round length alone is chance
        ("x" * 5001, 0, "sentence", ""),
        ("x" * 500, 0, "sentence", ""),
        ("He used the word truncated.", 0, "", ""),
        ("", 0, "", ""),
    ],
)
def test_a_cut_by_the_input_itself(raw, size, broken, said):
    why = input_limit(raw, size, broken)
    assert said in why if said else why == ""


@given(st.text(max_size=300))
def test_any_text(text):
    assert cut(text) in {"", "word", "sentence", "dots"}


@pytest.mark.parametrize(
    "line",
    [
        "The farmers of the valley have sold plums and",
        "The farmers of the valley have sold plums, pears,",
        "No farmer had seen such a dry year, which",
        "镇里共有果园十二个，其中，",
        "今年新种梨树三百棵，",
        "村主任说：“我们准备明年再",
        "各村最先报上来的果园清单有",
    ],
)
def test_a_last_line_that_needs_another_word_is_cut_below_paragraphs_that_end(line):
    above = [PROSE, FINE] if line.isascii() else [FINE, FINE]
    assert cut(found(*above, line)) == "sentence"
    assert found(FINE, "", f"{PROSE} Not one of them has been sorry for it so far", "", line) != line


@pytest.mark.parametrize(
    "line",
    ["Until the next harvest comes,", "Questions to ask and answers to get", "回答有用吗？有 / 没有", "种梨树的人"],
)
def test_a_greeting_or_a_heading_is_no_cut_line(line):
    assert not dangles(line)


@pytest.mark.parametrize(
    "end", ["Enditem", "(END)", "-30-", "Ends", "###", "END/", "/END/", "- ends -", "END//", "# # #"]
)
def test_what_agencies_put_below_a_text_says_that_it_is_whole(end):
    assert cut(f"The mayor of the town, who had come with the farmers, said the plums were ripe. {end}") == ""
    assert cut("The mayor of the town, who had come with the farmers, hopes for the harvest to end") == "sentence"


@pytest.mark.parametrize("end", ["完", "（完）", "(完)", "【完】", "（本文完）"])
def test_what_chinese_papers_put_below_a_text_says_that_it_is_whole(end):
    assert cut(f"{FINE}{end}") == ""
