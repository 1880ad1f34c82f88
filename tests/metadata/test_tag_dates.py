"""Dates that tags declare, their ranks, and what the visible text says against them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs.metadata import dates, tag_dates
from parkdocs.model import Declared, Document, Metadata


def page(*said, text="", source="s"):
    return Document("i", source, text, text, Metadata(declared=tuple(Declared(n, v, 1) for n, v in said)))


def published(*said, **more):
    return dates.fill(page(*said, **more)).metadata.published


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2023-11-05", "2023-11-05"),
        ("2023-11-05T23:10:00-05:00", "2023-11-05"),
        ("20231105", "2023-11-05"),
        ("Sun, 05 Nov 2023 10:00:00 GMT", "2023-11-05"),
        ("2023年11月5日", "2023-11-05"),
        ("2024 Jun 30", "2024-06-30"),
        ("1699142400000", "2023-11-05"),
        ("03/04/2023", ""),
        ("2023-02-30", ""),
        ("0001-01-01T00:00:00Z", ""),
        ("soon", ""),
    ],
)
def test_the_day_of_a_value(value, expected):
    assert tag_dates.day(value) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([("meta/article:published_time", "2023-11-05")], "2023-11-05"),
        ([("json-ld/newsarticle/datePublished", "2023-11-05"), ("meta/date", "2020-01-01")], "2023-11-05"),
        ([("meta/article:modified_time", "2023-11-05")], ""),
        ([("json-ld/event/datePublished", "2023-11-05")], ""),
        ([("json-ld/article/dateModified", "2024-01-01"), ("itemprop/datepublished", "2023-11-05")], "2023-11-05"),
        ([("class/date", "Published 5 November 2023")], "2023-11-05"),
        ([("class/date", "Updated 5 November 2023")], ""),
        ([("time", "2023-11-05")], "2023-11-05"),
        ([("link/canonical", "https://a.example/2023/11/05/park")], "2023-11-05"),
        (
            [("time", "2020-01-01"), ("time", "2023-11-05"), ("meta/og:url", "https://a.example/20231105/p")],
            "2023-11-05",
        ),
        ([("link/canonical", "https://web.archive.org/web/20160218174457/http://a.example/x")], ""),
        ([("link/canonical", "https://a.example/article-20231305.html")], ""),
    ],
)
def test_published(said, expected):
    assert published(*said) == expected


def test_an_address_of_its_own_is_evidence():
    assert published(("html/lang", "en"), source="https://a.example/2023-11-05/park") == "2023-11-05"


def test_a_visible_label_goes_before_a_tag():
    text = "Park opens\n\n发布时间：2023-11-05 10:00\n\n园区开园。\n"
    assert published(("meta/date", "2024-01-01"), text=text) == "2023-11-05"


def test_a_tag_goes_before_the_day_the_page_was_looked_at():
    assert published(("meta/pubdate", "2023-11-05"), text="Tuesday, 9 January 2024\n\nPark opens\n") == "2023-11-05"


def test_a_stamp_in_greenwich_time_stands_for_the_day_that_readers_saw():
    said = [("meta/article:published_time", "2023-12-22T18:30:00Z"), ("time", "2023-12-23T05:30:00+11:00")]
    assert published(*said) == "2023-12-23"
    assert published(*said[:1]) == "2023-12-22"


def test_an_update_is_listed_as_one():
    done = dates.fill(page(("meta/article:published_time", "2023-11-05"), ("meta/article:modified_time", "2023-12-01")))
    assert [(d.edtf, d.role) for d in done.metadata.dates] == [("2023-11-05", "published"), ("2023-12-01", "updated")]
    assert ("published", "html/meta") in [(e.field, e.rule) for e in done.metadata.evidence]


def test_a_tag_settles_an_ambiguous_date():
    text = "Park opens\n\nPosted 03/04/2023\n\nThe park opened its gates.\n"
    assert published(text=text) == "[2023-03-04,2023-04-03]"
    assert published(("meta/article:modified_time", "2023-04-03"), text=text) == "2023-04-03"


def test_a_stamp_stands_for_no_day_that_its_hour_cannot_reach():
    assert published(("meta/pubdate", "2023-12-22T18:30:00Z"), ("time", "2023-12-21")) == "2023-12-22"
    assert published(("meta/pubdate", "2023-12-22T03:30:00Z"), ("time", "2023-12-21")) == "2023-12-21"


def test_a_day_of_update_is_no_day_that_readers_saw_first():
    said = [("json-ld/article/datePublished", "2023-12-22T18:30:00Z"), ("class/date", "Updated 9:10, 23 Dec 2023")]
    assert published(*said, ("class/date", "9:10, 23 Dec 2023")) == "2023-12-22"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([("time", "Page updated: 5 November 2023")], ""),
        ([("class/date", "page revision: 8, last edited: 5 Nov 2023 10:15"), ("class/date", "5 Nov 2023 10:15")], ""),
        ([("class/date", "Updated: 9 Nov 2023 | Published: 5 Nov 2023")], "2023-11-05"),
        ([("class/date", "Sunday, 3 December 2023"), ("h1", "Park"), ("class/date", "5.11.2023")], "2023-11-05"),
        ([("class/date", "Sunday, 5 November 2023"), ("h1", "Park")], "2023-11-05"),
        ([("h1", "Park"), ("class/date", "Sunday, 5 November 2023"), ("class/date", "3.12.2023")], "2023-11-05"),
        ([("class/date", "Sun, 5 Nov 2023"), ("class/date", "3.12.2023")], "2023-11-05"),
    ],
)
def test_visible_days_of_updates_and_of_today(said, expected):
    assert published(*said) == expected


@pytest.mark.parametrize(
    ("address", "said", "expected"),
    [
        ("https://a.example/2023/11/05/park", [("meta/filing-date", "2023-12-22")], "2023-11-05"),
        ("https://a.example/2023/11/05/park", [("meta/filing-date", "2023-11-07")], "2023-11-07"),
        ("https://a.example/2023/11/05/park", [("meta/pubdate", "2023-12-22")], "2023-12-22"),
        ("https://a.example/2023/11/park", [("time", "2021-01-01"), ("time", "2023-11-05")], "2023-11-05"),
        ("https://a.example/2023/11/park", [("time", "2021-01-01")], "2021-01-01"),
        ("https://a.example/202311/park", [("time", "2021-01-01"), ("class/date", "5.12.2023")], "2021-01-01"),
        ("https://a.example/202313/park", [("time", "2021-01-01"), ("time", "2023-11-05")], "2021-01-01"),
    ],
)
def test_an_address_speaks_against_days_that_tags_only_may_mean(address, said, expected):
    assert published(("link/canonical", address), *said) == expected


@given(st.lists(st.tuples(st.sampled_from(["time", "meta/date", "class/date", "link/canonical"]), st.text(min_size=1))))
def test_any_tags_pass(said):
    assert isinstance(published(*said), str)
