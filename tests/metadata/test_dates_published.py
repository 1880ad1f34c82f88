"""Which of a document's dates is the day of publication, what tags say against the text, and what is listed."""

import pytest

from parkdocs.edits import apply
from parkdocs.lines import split
from parkdocs.metadata import dates, source_lines
from parkdocs.model import Date, Declared, Document, Evidence, Mark, Metadata

PROSE = "The park has its second stage, and forty firms have signed up so far, its operator said in a statement."
TITLE = "Park opens its second stage"


def read(*lines, said=(), title="", removed=(), **known):
    text = "\n".join(lines) + "\n"
    tags = tuple(Declared(name, value, 7) for name, value in said)
    doc = Document("i", "s", text, text, Metadata(title=title, declared=tags, **known))
    marks = [Mark(line.start, line.next, "x/y", "credit") for line in split(text) if line.text in removed]
    return dates.fill(apply(doc, marks)).metadata


def listed(*lines, **more):
    return [(d.edtf, d.role) for d in read(*lines, **more).dates]


# Which one


def test_the_best_rank_goes_first_and_of_equals_the_first():
    assert read("5 May 2023", "Published: 6 May 2023", "Published: 7 May 2023", PROSE).published == "2023-05-06"
    assert read("Published: 6 May 2023 Published: 7 May 2023", PROSE).published == "2023-05-06"


def test_an_address_speaks_against_days_in_the_running_text():
    address = [("link/canonical", "https://a.example/2023/11/park")]
    lines = ["Posted by Lan Chi on 5 November 2023", PROSE, "Released: 2 June 2021"]
    assert read(*lines, said=address).published == "2023-11-05"
    assert read(*lines[1:], said=address).published == "2021-06-02"
    assert read("Published: 2 June 2021", *lines[:2], said=address).published == "2021-06-02"


def test_days_of_many_things_are_not_the_page_s_own():
    books = [line for n in (2, 3, 4) for line in (PROSE, f"Released: {n} June 2021")]
    assert read("5 November 2023 | Lan Chi", *books).published == "2023-11-05"
    assert read("5 November 2023 | Lan Chi", *books[:4]).published == "2021-06-02"
    assert read(*books).published == "2021-06-02"  # a forum's posts: the first


def test_a_day_with_its_clock_below_the_text_counts_where_it_is_the_only_one():
    above, below = (PROSE, "x", "x", "x"), ("x",) * 12
    assert read(*above, "Lan Chi 5 May 2023 10:00", *below).published == "2023-05-05"
    assert read(*above, "5 May 2023 10:00", PROSE, "5 May 2023 18:00", *below).published == "2023-05-05"
    assert read(*above, "5 May 2023 10:00", PROSE, "6 May 2023 18:00", *below).published == ""
    assert read(*above, "5 May 2023", *below).published == ""


def test_months_of_an_archive_are_no_cover():
    assert read("November 2023", PROSE).published == "2023-11"
    assert read("November 2023", "October 2023", "May 2023", PROSE).published == ""


@pytest.mark.parametrize(("between", "published"), [(3, "2023-05-05"), (4, "")])
def test_a_bare_line_well_above_the_title_is_the_day_of_a_visit(between, published):
    lines = ["5 May 2023", *["x"] * between, TITLE, PROSE]
    assert read(*lines, title=TITLE).published == published
    assert ("2023-05-05", "published" if published else "mentioned") in listed(*lines, title=TITLE)


def test_a_title_is_found_by_its_evidence_or_by_its_words():
    lines = ["5 May 2023", *["x"] * 4, TITLE, PROSE]
    assert read(*lines, title="Another", evidence=(Evidence("title", 6, "t"),)).published == ""
    assert read(*lines, title=TITLE, evidence=(Evidence("title", 1, "html/meta"),)).published == ""
    assert read(*lines, title="Another", evidence=(Evidence("title", 1, "t"),)).published == "2023-05-05"
    assert read(*lines, title="Another", evidence=(Evidence("kind", 6, "t"),)).published == "2023-05-05"


def test_the_head_of_a_page_begins_at_its_title():
    assert read(PROSE, *["x"] * 9, TITLE, "5 May 2023", PROSE, *["y"] * 20, title=TITLE).published == "2023-05-05"
    assert read(PROSE, *["x"] * 9, TITLE, "5 May 2023", PROSE, *["y"] * 20).published == ""


@pytest.mark.parametrize(("others", "published"), [(1, "2023-05-05"), (2, "")])
def test_a_page_of_three_bare_dates_is_a_list_of_dated_things(others, published):
    rows = [row for n in range(others) for row in (f"entry {n}", f"{n + 6} May 2023")]
    assert read("Zone", "5 May 2023", *rows, PROSE).published == published


@pytest.mark.parametrize(("under", "published"), [(5, "2023-05-05"), (6, "")])
def test_in_a_list_only_what_stands_under_the_title_is_its_date(under, published):
    rows = [row for n in range(3) for row in ("entry", f"{n + 6} May 2023")]
    assert read(TITLE, *["y"] * (under - 1), "5 May 2023", *rows, PROSE, title=TITLE).published == ""  # no line above
    assert read("x", TITLE, *["y"] * (under - 1), "5 May 2023", *rows, PROSE, title=TITLE).published == published


def test_dates_that_were_taken_away_make_no_list():
    rows = ["6 May 2023", "7 May 2023", "8 May 2023"]
    assert read("Zone", "5 May 2023", *rows, PROSE, removed=rows).published == "2023-05-05"


@pytest.mark.parametrize(("under", "published"), [(1, "2011-06-09"), (3, "2011-06-09"), (4, "")])
def test_minutes_are_dated_by_the_meeting_in_or_under_their_title(under, published):
    title = "Minutes of the Board"
    held = "The Board held its meeting on 9th June, 2011 in the great hall of the zone, and all of its members came."
    assert read(title, *["x"] * (under - 1), held, title=title).published == published
    assert read("Notes of the Board", held, title="Notes of the Board").published == ""
    other = held.replace("held its meeting on", "remembers")
    assert read(title, *["x"] * (under - 1), other, title=title).published == ""


def test_minutes_need_a_whole_day():
    for title in ("Minutes of the Board, June 2011 and July", "Minutes of the Board of 9th June and later"):
        assert read(title, PROSE, title=title).published == ""


# Tags


def test_a_tag_and_what_the_text_says_beside_it():
    held = PROSE + " The forum was held on 3 May 2022."
    said = [("meta/article:published_time", "2023-11-05"), ("meta/article:modified_time", "2023-12-01")]
    found = read("5 November 2023", "x", held, "Updated: 1 December 2023", said=said)
    assert found.published == "2023-11-05"
    assert found.dates == (
        Date("2023-11-05", "published", "2023-11-05", 7),
        Date("2023-12-01", "updated", "2023-12-01", 7),
        Date("2022-05-03", "event", "3 May 2022", 3),
    )
    assert [(e.field, e.line) for e in found.evidence] == [("dates", 7), ("dates", 3), ("published", 7)]


def test_an_update_on_the_day_of_publication_is_none():
    said = [("meta/article:published_time", "2023-11-05"), ("meta/article:modified_time", "2023-11-05")]
    assert listed(PROSE, said=said) == [("2023-11-05", "published")]


def test_tags_and_text_by_their_ranks():
    tag = [("time", "2023-11-05")]
    assert read("Published: 5 May 2023", PROSE, said=tag).published == "2023-05-05"
    assert read("Press release 5 May 2023 | Zone", PROSE, said=tag).published == "2023-05-05"  # the same rank
    assert read("5 May 2023", PROSE, said=tag).published == "2023-11-05"


def test_a_text_without_tags_is_read_alone():
    assert read("5 May 2023", PROSE).published == "2023-05-05"
    assert read("5 May 2023", PROSE, said=[("html/lang", "en")]).published == "2023-05-05"


def test_a_stamp_in_greenwich_stands_for_the_day_that_the_text_shows():
    said = [("meta/article:published_time", "2023-12-22T18:30:00Z")]
    assert read("23 December 2023", PROSE, said=said).published == "2023-12-23"
    assert read("25 December 2023", PROSE, said=said).published == "2023-12-22"


def test_the_best_tag_goes_first():
    said = [("time", "2023-11-06"), ("meta/article:published_time", "2023-11-05"), ("class/date", "7 November 2023")]
    assert read(PROSE, said=said).published == "2023-11-05"


def test_an_ambiguous_date_is_read_as_the_tag_says():
    said = [("meta/article:modified_time", "2023-04-03")]
    assert read("Posted 03/04/2023", PROSE, said=said).published == "2023-04-03"


# Day or month first


@pytest.mark.parametrize(
    ("lines", "known", "expected"),
    [
        (["Posted 03/04/2023 14:20"], {}, "2023-04-03"),
        (["Posted 03/04/2023 02:20 PM"], {}, "[2023-03-04,2023-04-03]"),
        (["Posted 03/04/2023 02:20 PM", "It is May 5, 2023"], {}, "2023-03-04"),
        (["Posted 03/04/2023 02:20", "It is May 5, 2023"], {}, "[2023-03-04,2023-04-03]"),
        (["Posted 03/04/2023", "It is 5 May 2021"], {}, "2023-04-03"),
        (["Posted 03/04/2023", "It is 5 May 2021 or May 6, 2021"], {}, "[2023-03-04,2023-04-03]"),
        (["Posted 03/04/2023"], {"language": "fr"}, "2023-04-03"),
        (["Posted 03/04/2023"], {"language": "en"}, "[2023-03-04,2023-04-03]"),
        (["Posted 03/04/2023", "x" * 20 + " 14:20"], {}, "[2023-03-04,2023-04-03]"),
        (["Posted 03/04/2023" + " " * 11 + "14:20"], {}, "[2023-03-04,2023-04-03]"),
        (["Posted 03/04/2023", "On 13/05/2021 and 05/13/2021"], {}, "[2023-03-04,2023-04-03]"),
        (["Posted 03/04/2023", "On 13/05/2021, 14/05/2021 and 05/2021"], {}, "2023-04-03"),
        (["Posted 03/04/2023", "On 13.05.2021"], {"language": "en"}, "2023-04-03"),
        (["Posted 03/04/2023", "On 13.05.2021 and 2023-03-04"], {}, "2023-03-04"),
        (["Posted 03/04/2023", "On 2023-03-04 and 2023-04-03"], {}, "[2023-03-04,2023-04-03]"),
        (["Posted 03/04/2023", "On 2023-03-04"], {}, "2023-03-04"),
    ],
)
def test_day_or_month_first(lines, known, expected):
    assert expected in [d.edtf for d in read(*lines, PROSE, **known).dates]


# What is listed


def test_at_most_five_hundred_dates_are_listed():
    days = [f"The park grew on {d} May {y}." for y in range(1990, 2020) for d in range(1, 22)]
    assert len(read(*days).dates) == 500
    assert len(read(*days, said=[("meta/article:published_time", "2023-11-05")]).dates) == 500


def test_each_date_once_a_role_and_no_bare_mention_of_one_with_a_role():
    held = "It was held on 5 May 2023. "
    assert listed(PROSE + held, PROSE + held, PROSE + "On 5 May 2023 it rained.") == [("2023-05-05", "event")]
    assert listed("Published: 5 May 2023", PROSE + held) == [("2023-05-05", "published"), ("2023-05-05", "event")]


def test_a_day_without_its_year_is_left_out_where_the_year_is_said():
    assert listed(
        "It rained on 5 May 2023 in the whole park, and once again on 5 May, and then on 6 May, they say."
    ) == [
        ("2023-05-05", "mentioned"),
        ("XXXX-05-06", "mentioned"),
    ]


def test_dates_that_lost_against_the_day_of_publication():
    assert listed("Published: 6 May 2023", "5 May 2023", PROSE) == [
        ("2023-05-06", "published"),
        ("2023-05-05", "mentioned"),
    ]
    by_label = ["Published: 6 May 2023", "5 May 2023 by Admin", PROSE]
    assert listed(*by_label) == [("2023-05-06", "published"), ("2023-05-05", "published")]
    assert listed("Published: 6 May 2023", "6 May 2023", PROSE) == [("2023-05-06", "published")]


def test_the_words_of_a_date_and_their_line():
    assert read("x", "Published: May 6, 2023, by Lan Chi", PROSE).dates == (
        Date("2023-05-06", "published", "May 6, 2023", 2),
    )


# Weak forms


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (["Date: 20231105"], [("2023-11-05", "published")]),
        (["Date", "20231105"], [("2023-11-05", "published")]),
        (["Name", "20231105"], []),
        (["Updated: 20231105"], [("2023-11-05", "updated")]),
        (["Time of 20231105 is past"], []),
        (["Date: 20231105 " + "x" * 185], []),
        (["20231105", PROSE], []),
    ],
)
def test_weak_forms_need_a_label_in_a_short_line(lines, found):
    assert listed(*lines) == found


def test_the_first_prose_is_long_and_has_a_sentence_and_is_kept():
    def first(*rows):
        text = "\n".join(rows)
        return dates.first_prose(source_lines.read(Document("i", "s", text, text)))

    assert first("x", PROSE, PROSE) == 1
    assert first("x", "y") == 2
    assert first("a" * 69 + ".", PROSE) == 0
    assert first("a" * 68 + ".", PROSE) == 1
    assert first("园" * 35 + "。", PROSE) == 0
    assert first("园" * 34 + "。", PROSE) == 1
    assert first("a" * 99, PROSE) == 1
    assert first("5 May 2023 | Source: " + "1" * 70, PROSE) == 1


# Where the looks end


def test_a_title_near_the_head_leaves_bare_lines_above_it():
    assert read("5 May 2023", "x", TITLE, PROSE, title=TITLE).published == "2023-05-05"


@pytest.mark.parametrize(("between", "listed_as"), [(4, "published"), (5, "mentioned")])
def test_in_a_list_lines_up_to_four_above_the_title_are_near_it(between, listed_as):
    rows = ["entry", "6 May 2023", "entry", "7 May 2023"]
    lines = ["x", "5 May 2023", *["y"] * (between - 1), TITLE, *["z"] * 6, *rows, PROSE]
    assert listed(*lines, title=TITLE)[0] == ("2023-05-05", listed_as)


@pytest.mark.parametrize(("length", "found"), [(200, True), (201, False)])
def test_how_long_a_line_with_a_label_may_be(length, found):
    line = "来源:新华社 时间:20231105  来源:新华社 " + "园" * 200
    assert bool(read(line[:length]).dates) is found


def test_a_label_stands_on_the_line_right_above():
    assert listed("20231105", "Date") == []
    assert listed("Date", "x", "20231105") == []


@pytest.mark.parametrize(("gap", "expected"), [(7, "2023-04-03"), (8, "[2023-03-04,2023-04-03]")])
def test_a_clock_stands_within_twelve_characters_of_its_date(gap, expected):
    for line in (f"Posted 03/04/2023{' ' * gap}14:20", f"14:20{' ' * gap}03/04/2023 is Posted"):
        assert expected in [d.edtf for d in read(line, PROSE).dates], line


def test_minutes_whose_title_the_text_does_not_say_have_no_day():
    held = "The Board held its meeting on 9th June, 2011 in the great hall of the zone, and all of its members came."
    assert read("x", held, title="Minutes of the Board").published == ""
    title = "Minutes of the Board of 9th June, 2011 and of what was said there, as its secretary took them down"
    assert read("x", "y", title, title=title).published == "2011-06-09"


def test_lines_that_were_taken_away_are_no_prose_and_do_not_end_the_search():
    text = f"{PROSE}\nx\n{PROSE}\n"
    doc = apply(Document("i", "s", text, text), [Mark(0, len(PROSE) + 1, "x/y", "footer")])
    assert dates.first_prose(source_lines.read(doc)) == 2
