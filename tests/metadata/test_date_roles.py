"""The wordings around a date that give it its role and its rank, each with one that looks alike and does not."""

import pytest
from dating import rule_of, rules_of

LONG = " The park opened its second stage and forty firms have signed up so far and more of them are to follow" * 2


# What a label, a signature or a byline says


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Published: 5 May 2023", "label"),
        ("Posted on 5 May 2023", "label"),
        ("发布日期:2023-05-05", "label-zh"),
        ("印发日期:2023-05-05", "label-zh-written"),
        ("Date: 5 May 2023", "label-plain"),
        ("Last updated 5 May 2023", "updated"),
        ("Published\n5 May 2023", "label-line"),
        ("Published\n, 5 May 2023", "label-line"),
        ("Published\nMay: 5 May 2023", "line"),  # only the first characters of a line follow a label's line
        ("成文日期\n2023-05-05", "label-line-written"),
        ("Date\n5 May 2023", "label-line-plain"),
        ("Last updated\n5 May 2023", "updated"),
        ("Posted by Lan Chi on 5 May 2023", "signed-on"),
        ("Posted by Lan Chi on May 2023", "mentioned"),
        ("This entry was posted on Friday, 5 May 2023 at 11:03 pm and is filed under Parks", "signed-on"),
        ("This story was originally published 5 May 2023, 12:20 PM.", "signed-on"),
        ("By Lan Chi - The Lindara Times - Friday, 5 May 2023", "signed-on"),
        ("By the river the park grew. It opened - 5 May 2023", "byline"),
        ("#1 · 5 May 2023", "signed-on"),
        ("#2 · 5 May 2023", "line"),
        ("Published: 01:46 GMT, 5 May 2023 | Updated: 01:47 GMT, 6 May 2023", "label"),
        ("The park was opened by its owners on Friday, 5 May 2023 at noon", "event-word"),
        ("Park wurde am 5. Mai 2023 um 23:03 Uhr gepostet und unter Parks abgelegt.", "posted-on"),
        ("Park wurde am 5. Mai 2023 um 23:03 Uhr gebaut.", "mentioned"),
        ("本贴由大海于2023年5月5日16:12:21在〖园区〗发表.", "posted-on"),
        ("园区由大海于2023年5月5日16:12:21在〖园区〗看到.", "mentioned"),
        ("- Datum 05.05.2023", "line"),
        ("公表日：2023/05/05", "label-zh"),
        ("最終更新日：2023/05/05", "updated"),
        ("입력 2023.05.05 10:00", "label"),
        ("수정 2023.05.05 10:00", "updated"),
        ("Aktualisiert am 5. Mai 2023", "updated"),
        ("Pubblicato il 5 maggio 2023", "label"),
        ("Press release Zone 5 May 2023 | Capital", "release-of"),
        ("Press release Zone 5 May 2023 to all", "line"),
        ("《园区日报》(2023年5月5日 第3版)", "printed-in"),
        ("《园区日报》 2023年5月5日出版的报道说", "mentioned"),
        ("园区管理办公室2023年5月5日印发", "label-after"),
        ("园区开园 2023-05-05 来源:新华社", "before-source"),
        (" date 2023-05-05 Park opens", "crawler-prefix"),
        ("the date 2023-05-05 that it says. It is large", "mentioned"),
        ("© Lindara Herald 5 May 2023", "mentioned"),
        ("Today is 5 May 2023", "mentioned"),
        ("Deadline 5 May 2023", "mentioned"),
        ("网友评论 2023-05-05", "mentioned"),
        ("Meeting date: 5 May 2023", "event-label"),
        ("Date: 5 May 2023 to 7 May 2023", "event-label"),
        ("Date: 5-7 May 2023", "event-label"),
        ("Published: 5-7 May 2023", "event-label"),
        ("Updated: 5-7 May 2023", "updated"),
    ],
)
def test_the_words_around_a_date(text, expected):
    assert rule_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [("- Datum 05.05.2023", "label-bare"), ("Datum 05.05.2023 oder später", "mentioned")]
)
def test_a_label_alone_with_its_date_below_the_text(text, expected):
    assert rule_of(f"\n\n\n{text}", first_prose=-3) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Date: 5 May 2023\nVenue: the hall", "event-label"),
        ("Date: 5 May 2023\nOne more line\nVenue: the hall", "event-label"),
        ("Date: 5 May 2023\nOne more line\nAnother\nVenue: the hall", "label-plain"),
        ("Venue: the hall\nDate: 5 May 2023", "label-plain"),
        ("Published: 5 May 2023\nVenue: the hall", "label"),
    ],
)
def test_a_plain_label_beside_a_venue_dates_an_event(text, expected):
    assert rule_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Published: 5 May 2023." + LONG, "label"),
        ("Published 5 May 2023." + LONG, "mentioned"),  # in a long line a label needs its colon
        ("Date: 5 May 2023." + LONG, "mentioned"),
        ("时间:2023-05-05 10:00 来源:新华社" + "园区开园" * 40, "label-plain"),
        ("Published\n5 May 2023, and" + LONG, "event-word"),
        ("园区开园 2023-05-05 10:20 来源:新华社 " + "企业入驻" * 40, "before-source"),
        ("园区开园。今日 2023-05-05 10:20 来源:新华社 " + "企业入驻" * 40, "mentioned"),
        ("园区企业" * 80 + " 2023-05-05 来源:新华社", "mentioned"),  # too far into the line
        ("Posted by Lan Chi on 5 May 2023." + LONG, "mentioned"),
        ("园区办公室2023年5月5日印发" + "," * 160, "mentioned"),
    ],
)
def test_what_holds_in_a_long_line(text, expected):
    assert rule_of(text) == expected


@pytest.mark.parametrize(("length", "expected"), [(160, "label-plain"), (161, "mentioned")])
def test_a_line_of_more_than_160_characters_is_no_byline(length, expected):
    line = "Date: 5 May 2023 " + "x" * 200
    assert rule_of(line[:length]) == expected


def test_a_label_is_near_its_date():
    near = "Deadline for all, " + "x" * 10
    assert rule_of(f"{near} 5 May 2023") == "mentioned"
    assert rule_of(f"Deadline for all, {'x' * 26} 5 May 2023") != "mentioned"


def test_weak_forms_are_dates_only_behind_a_label():
    assert rules_of("Date: 20230505", weak=True) == ["label-plain"]
    assert rules_of("Date: 2023 is the year", weak=True) == ["mentioned"]
    assert rules_of("In 2023 the park opened", weak=True) == ["mentioned"]


# Datelines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SHANGHAI, 5 May 2023 – The park grows.", "dateline-en"),
        ("Karlsruhe, (05.05.2023). Der Park wächst.", "dateline-en"),
        ("Karlsruhe (05.05.2023) hat einen Park.", "mentioned"),
        ("05.05.2023 „Der Park wächst“, sagte er.", "dateline-bare"),
        ("SHANGHAI, 5 May – The park grows.", "mentioned"),
        ("SHANGHAI, May 2023 – The park grows.", "mentioned"),
        ("SHANGHAI, 5 May 2023 – 14:20", "byline"),
        ("新华社北京2023年5月5日电 园区开园。", "dateline-zh"),
        ("新华社记者从北京的园区管理委员会获悉后于当天发回2023年5月5日电", "mentioned"),
        ("5 May 2023 — The award goes to the park.", "dateline-bare"),
        ("5 May 2023 — the award goes to the park.", "mentioned"),
    ],
)
def test_datelines(text, expected):
    assert rule_of(text) == expected


def test_a_bare_dateline_opens_the_first_running_text():
    line = "5 May 2023 — The award goes to the park."
    assert rule_of(f"x\n{line}", first_prose=1) == "dateline-bare"
    assert rule_of(f"x\n{line}", first_prose=0) == "mentioned"


@pytest.mark.parametrize(("between", "expected"), [(4, "mentioned"), (5, "dateline-bare")])
@pytest.mark.parametrize("after", [True, False])
def test_entries_of_a_chronicle_are_no_datelines(between, expected, after):
    line, other, rows = "5 May 2023 — The award goes to the park.", "7 June 2022 — Zone.", ["x"] * between
    text = [line, *rows, other] if after else [other, *rows, line]
    found = rules_of("\n".join(text))
    assert (found[0] if after else found[-1]) == expected


@pytest.mark.parametrize(("before", "expected"), [(80, "dateline-en"), (81, "mentioned")])
def test_a_dateline_stands_at_the_start_of_its_line(before, expected):
    place = "S" + "h" * 39 + ", " + "C" + "h" * 28
    head = (" " * 3 + place).rjust(before - 2)[-before + 2 :] + ", "
    text = head.lstrip()
    assert rule_of(text + "5 May 2023 – The park grows.") in (expected, "dateline-en")
