"""Lines of their own that are dates, the order of all wordings, and where each look around a date ends."""

import pytest
from dating import PROSE, rule_of, rules_of

from parkdocs.metadata import source_lines
from parkdocs.metadata.date_frames import is_frame
from parkdocs.metadata.date_roles import role
from parkdocs.metadata.date_spans import find
from parkdocs.model import Document

# Lines of their own


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 May 2023", "line"),
        ("Friday, 5 May 2023", "line"),
        ("5 May 2023 14:20", "byline"),
        ("5 May 2023 | UNIDO", "byline"),
        ("5 May 2023 by Admin", "byline"),
        ("5-7 May 2023", "range-line"),
        ("May 2023", "cover"),
        ("Zone May 2023", "mentioned"),
        ("May 2023 June 2023", "mentioned"),
        ("Report on 5 May 2023", "mentioned"),
    ],
)
def test_lines_of_their_own_at_the_head(text, expected):
    assert rule_of(text) == expected


@pytest.mark.parametrize(("text", "rank"), [("5 May 2023", 55), ("Friday, 5 May 2023", 50)])
def test_a_weekday_makes_a_bare_line_weaker(text, rank):
    lines = source_lines.read(Document("i", "s", text, text))
    spans = find(text)
    assert role(lines, 0, spans[0], spans, 0).rank == rank


@pytest.mark.parametrize(("below", "expected"), [(0, "line"), (2, "line"), (3, "mentioned")])
def test_the_head_ends_two_lines_below_the_first_prose(below, expected):
    text = "\n".join([PROSE, *["x"] * (below - 1), "5 May 2023"] if below else ["5 May 2023", PROSE])
    text += "\ny" * 20
    assert rule_of(text, first_prose=1 if not below else 0) == expected


def test_a_cover_is_among_the_first_sixty_lines():
    for before, expected in ((59, "cover"), (60, "mentioned")):
        assert rule_of("\n".join([*["x"] * before, "May 2023"])) == expected


@pytest.mark.parametrize(("after", "expected"), [(11, "signature"), (12, "mentioned")])
def test_a_notice_is_signed_in_its_last_twelve_lines(after, expected):
    text = "\n".join([PROSE, *["x"] * 9, "5 May 2023", *["y"] * after])
    assert rule_of(text, first_prose=0) == expected


def test_below_the_text_a_source_with_a_colon_dates_it_and_a_comment_does_not():
    rows = [PROSE, *["x"] * 9]
    assert rule_of("\n".join([*rows, "来源:新华社 2023-05-05"]), first_prose=0) == "byline-late"
    assert rule_of("\n".join([*rows, "Lan Chi 2023-05-05"]), first_prose=0) == "mentioned"
    assert rule_of("\n".join([*rows, "2023-05-05 to 2023-05-07"]), first_prose=0) == "mentioned"
    assert rule_of("\n".join([*rows, "May 2023"]), first_prose=0) == "mentioned"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 May 2023 " + "a" * 40, True),
        ("5 May 2023 " + "a" * 41, False),
        ("2023-05-05 " + "园" * 14, True),
        ("2023-05-05 " + "园" * 15, False),
        ("5 May 2023 " + "1" * 149, True),
        ("5 May 2023 " + "1" * 150, False),
        ("since 5 May 2023", False),
        ("截至2023年5月5日", False),
        ("2023年5月5日开园", False),
        ("2023年5月5日 新区日报", True),
        ("2023年5月5日来源新区日报", True),
        ("5 May 2023 http://e.org/" + "a" * 60, True),
        ("5 May 2023 held", False),
        ("Zone. 5 May 2023", False),
    ],
)
def test_what_is_only_the_frame_of_a_date(text, expected):
    assert is_frame(text, find(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (PROSE + " It was held on 5 May 2023 in Rome.", "event-word"),
        (PROSE + " It was held in Rome. On 5 May 2023 it rained.", "mentioned"),
        (PROSE + " On 5 May 2023 it rained. Later it was held.", "mentioned"),
        (PROSE + " On 5 May 2023 the forum was held.", "event-word"),
    ],
)
def test_an_event_is_in_the_sentence_of_its_date(text, expected):
    assert rule_of(text, first_prose=0) == expected


# Which goes first, and where each look ends


def test_the_wordings_from_the_strongest_to_the_weakest():
    """What a page says itself of its publication, then bylines, then lines of their own, then a notice's signature."""
    rows = [
        ("Published: 5 May 2023", 0),
        ("成文日期:2023-05-05", 0),
        ("园区管理办公室2023年5月5日印发", 0),
        ("Date: 5 May 2023", 0),
        ("Posted by Lan Chi on 5 May 2023", 0),
        ("Press release Zone 5 May 2023 | Capital", 0),
        ("5 May 2023 | UNIDO", 0),
        ("《园区日报》(2023年5月5日 第3版)", 0),
        ("园区企业 2023-05-05 来源:新华社", 0),
        ("SHANGHAI, 5 May 2023 – The park grows.", 0),
        ("5 May 2023 — The award goes to the park.", 0),
        ("5 May 2023", 0),
        ("Friday, 5 May 2023", 0),
        ("来源:新华社 2023-05-05", 1),
        ("May 2023", 0),
        ("2023-05-05", 1),
    ]
    ranks = []
    for row, below in rows:
        text = f"{PROSE}\nx\nx\nx\n{row}" if below else row
        lines = source_lines.read(Document("i", "s", text, text))
        (span,) = find(lines[-1].text)
        ranks.append(role(lines, len(lines) - 1, span, [span], 0).rank)
    assert ranks == sorted(set(ranks), reverse=True)
    assert ranks[-1] > 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Date\n5 May 2023\nVenue: the hall", "event-label"),
        ("Published\n-- 5 May 2023", "line"),
        ("Date: 20230505  is it", "label-plain"),
        ("Date: 20230505 is it", "mentioned"),
        ("Date: 20230505a. Yes", "mentioned"),
        ("Z May 2023", "mentioned"),
        ("9:20 5 May 2023", "byline"),
        ("received" + " " * 22 + "5 May 2023", "mentioned"),
        ("received" + " " * 23 + "5 May 2023", "line"),
        ("5 May 2023" + " " * 7 + "14:20", "byline"),
        ("5 May 2023" + " " * 8 + "14:20", "line"),
        ("14:20" + " " * 8 + "5 May 2023", "byline"),
        ("14:20" + " " * 9 + "5 May 2023", "line"),
        ("新华社" + "北" * 17 + "2023年5月5日电", "dateline-zh"),
        ("新华社" + "北" * 18 + "2023年5月5日电", "mentioned"),
        ("园" * 299 + " 2023-05-05 来源:新华社", "before-source"),
        ("园" * 300 + " 2023-05-05 来源:新华社", "mentioned"),
    ],
)
def test_where_a_look_around_a_date_ends(text, expected):
    assert rule_of(text, weak="2023050" in text) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Published 5 May 2023 {}", "label"),
        ("Published\n5 May 2023 {}", "label-line"),
        ("园区管理办公室2023年5月5日印发{}", "label-after"),
        ("Posted by Lan Chi on 5 May 2023 {}", "signed-on"),
    ],
)
def test_a_line_of_160_characters_is_short_and_one_more_is_long(line, expected):
    room = 160 - len(line.split("\n")[-1]) + 2
    assert rule_of(line.format("." * room if "印发" not in line else "")) == expected
    fill = "_" * room
    if "印发" not in line:
        assert rule_of(line.format(fill)) == expected
    assert rule_of(line.format(fill + "_")) == "mentioned"


def test_an_entry_of_a_chronicle_right_above_or_below():
    line, other = "5 May 2023 — The award goes to the park.", "7 June 2022 — Zone."
    assert rules_of(f"{line}\n{other}")[0] == "mentioned"
    assert rules_of(f"{other}\n{line}")[-1] == "mentioned"


def test_below_the_text_neither_a_source_nor_a_colon_alone_dates_it():
    rows = "\n".join([PROSE, *["x"] * 9])
    assert rule_of(f"{rows}\n来源 新华社 2023-05-05", first_prose=0) == "mentioned"
    assert rule_of(f"{rows}\nLan: 2023-05-05", first_prose=0) == "mentioned"


def test_a_frame_may_mix_scripts():
    text = "2023-05-05 " + "园" * 10 + " " + "a" * 30
    assert is_frame(text, find(text)) is True


def test_the_words_of_an_event_stand_near_its_date():
    far = "a long and winding sentence goes on and on "
    assert rule_of("Held with " + far + "on 5 May 2023 and so on and on", first_prose=0) == "event-word"
    for gap, expected in ((116, "event-word"), (117, "mentioned")):
        assert rule_of("x " * 60 + "held" + " " * gap + "5 May 2023 x", first_prose=0) == expected
    for gap, expected in ((216, "event-word"), (217, "mentioned")):
        assert rule_of("x " * 60 + "5 May 2023" + " " * gap + "held it", first_prose=0) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(2020年12月3日港区管委会第8次办公会议通过)", "adopted"),
        ("(2020年12月3日下雨)", "mentioned"),
        ("REPORT ON ITS VISIT TO THE LINDARA ZONE, DATED 6 JUNE 2014", "dated-title"),
        ("TO BE ANSWERED ON 24TH JULY, 2018", "dated-title"),
        ("提问时间：2020-06-02", "label-zh"),
    ],
)
def test_dates_at_the_very_top(text, expected):
    assert rule_of(f"{text}\n{PROSE}", first_prose=1) == expected


@pytest.mark.parametrize(
    "line",
    [
        "The tenant left under the agreement with the port authority, as amended and dated 6 June 1994.",
        "The lease rests on the agreement dated 6 June 1994",
        "Applications close; last date 6 June 2031",
    ],
)
def test_a_date_of_something_else_at_the_end_of_a_line(line):
    first, second = rules_of(f"Harbour park loses its third tenant\n12 May 2021\n{line}\n{PROSE}", first_prose=3)
    assert first == "line"
    assert second != "dated-title"


def test_an_event_on_the_last_line_is_no_signature():
    assert rule_of(f"{PROSE}\n2025年4月4日在上海会展中心开幕", first_prose=0) == "event-word"
    assert rule_of(f"{PROSE}\n2025年4月4日在园区会展中心举行", first_prose=0) == "event-word"


def test_a_signature_with_its_place():
    text = f"{PROSE}\n二零一八年四月四日於工業區管理辦公室"
    assert rule_of(text, first_prose=0) == "signature"
    assert rule_of(f"{PROSE}\n二零一八年四月四日於工業區開幕，嘉賓出席。", first_prose=0) != "signature"


def test_a_label_in_bold_above_its_date():
    assert rule_of(f"Wages in zones\n**Date**\n2016-05-01\n{PROSE}", first_prose=3) == "label-line-plain"
