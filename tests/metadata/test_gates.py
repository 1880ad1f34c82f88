"""Cheap looks at a line before a pattern is tried on it: whatever a pattern matches has to get past them."""

import re
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parkdocs.metadata import (
    breadcrumb,
    byline_chinese,
    byline_english,
    byline_sources,
    contacts,
    date_forms,
    date_roles,
    date_spans,
    kind,
    linked_names,
    organisations,
    people_english,
    places,
    source_lines,
    tags,
    title_given,
    title_lines,
    title_shape,
)
from parkdocs.metadata.source_lines import SourceLine
from parkdocs.model import Document

quick = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


class Spy:
    """A pattern that remembers whether it matched anything; also stands for the function that makes a pattern."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern, self.found = pattern, False

    def __call__(self) -> "Spy":
        return self

    def __getattr__(self, name: str) -> Any:
        def method(*given: Any) -> Any:
            result = getattr(self.pattern, name)(*given)
            result = list(result) if name == "finditer" else result
            self.found = self.found or bool(result)
            return result

        return method


def document(fill: Callable[[Document], Document]) -> Callable[[str], object]:
    return lambda text: fill(Document("i", "s", text, text))


def table(text: str) -> object:
    return list(organisations._find([SourceLine(1, text.strip(), "")]))


def label(text: str) -> object:
    return [title_given.labelled([SourceLine(1, text.strip(), "")], weak=weak) for weak in (False, True)]


def form(text: str) -> object:
    return title_lines.fields([SourceLine(1, text.strip(), "")])


def each(read: Callable[[str], Iterable[object]]) -> Callable[[str], object]:
    return lambda text: list(read(text))


READERS: list[tuple[Any, Callable[[str], object], str]] = [
    (byline_english, each(byline_english.read), "_TRANSLATOR _WRITING _AUTHOR _BY _DATE_BY _BY_ELSEWHERE"),
    (byline_english, each(byline_english.read), "_AUTHOR_INSIDE _SOURCE _DATE_PIPE _UPDATED _WIRE_TIME _PAPER_CITY"),
    (
        byline_chinese,
        each(byline_chinese.read),
        "_TEXT_BY _label _POSTED_BY _ORIGINAL _TRANSLATED _DATE_NAME _REPORTER",
    ),
    (
        byline_sources,
        each(byline_sources.unlabelled),
        "_TAKEN_FROM _FROM _MEDIA_DATE _DATE_MEDIA _WIRE _REPORTS _DAY_MEDIA _PRINTED",
    ),
    (contacts, document(contacts.fill), "_AT _URL _NUMBER _LICENCE"),
    (kind, document(kind.fill), "CONTENTS ENTRY NEWS DOCUMENT_SITE NOTICE_FIELDS"),
    (organisations, organisations.labelled, "_LABEL"),
    (organisations, organisations.copyright_holder, "_COPYRIGHT"),
    (organisations, table, "_TABLE"),
    (linked_names, each(linked_names.read), "_AFTER_ENGLISH _AFTER_CHINESE"),
    (title_given, label, "LABEL"),
    (title_lines, form, "_LABELLED_VALUE"),
]
CASES = [(module, read, name) for module, read, names in READERS for name in names.split()]


@pytest.mark.parametrize(("module", "read", "name"), CASES, ids=[name for *_, name in CASES])
@quick
@given(data=st.data())
def test_a_line_that_a_pattern_matches_reaches_the_pattern(module, read, name, data) -> None:
    made = getattr(module, name)
    pattern = made if isinstance(made, re.Pattern) else made()
    longer = re.compile(rf"(?:{pattern.pattern})\w?", pattern.flags)  # some patterns look at what follows
    line = " ".join(data.draw(st.from_regex(longer, fullmatch=True)).split())
    if not pattern.match(line.strip(" \t\xa0*_")) or len(line) > 60:
        return  # the lines that steps read are stripped, and some patterns are for short ones
    if module is byline_chinese and ("丨" in line or not byline_chinese._CHINESE.search(line)):
        return  # read as a bar; no names, but the middle dots that foreign ones have
    with pytest.MonkeyPatch.context() as patched:
        spy = Spy(pattern)
        patched.setattr(module, name, spy)
        assert read(line) or spy.found  # or another pattern has read the line before


@pytest.mark.parametrize("form", [*date_forms.PATTERNS, *date_forms.WEAK], ids=lambda form: " ".join(form[:2]))
@quick
@given(data=st.data())
def test_a_form_of_date_is_found_at_the_places_it_is_tried_at(form, data) -> None:
    _, need, pattern = form
    text = data.draw(st.from_regex(pattern))
    found = [m.span() for m in pattern.finditer(text)]
    if form[0] == "cjk" and not re.search(r"[\d年月]", text):
        return  # Korean months are written with digits
    places = date_spans._places(text)
    assert date_spans.may_hold(text)
    assert need in places
    assert need.startswith("in ") or [m.span() for m in date_spans._each(pattern, text, places[need])] == found
    assert form not in date_forms.WEAK or date_spans.may_be_weak(text)


@quick
@given(st.from_regex(date_forms.TAIWAN))
def test_a_label_of_a_taiwanese_year_has_the_year(text) -> None:
    assert date_forms.TAIWAN_YEAR.search(text)


@quick
@given(st.from_regex(title_lines._MENU, fullmatch=True))
def test_a_menu_has_a_bar(text) -> None:
    assert len(text) > 300 or title_lines.is_menu(text)


@quick
@given(st.from_regex(date_roles.EVENT))
def test_an_event_has_one_of_the_letters_it_needs(text) -> None:
    low = text.lower()
    assert not low.isascii() or any(letters in low for letters in date_roles.EVENT_NEEDS)


@quick
@given(st.from_regex(people_english.anchor()))
def test_a_role_has_one_of_the_parts_of_roles(text) -> None:
    parts = people_english.parts_in(text)
    assert any(part in text.lower() for part in parts)


@pytest.mark.parametrize("language", ["", *sorted(places._OTHER)])
def test_a_country_has_a_first_word(language) -> None:
    for names in places._names_in(language).values():
        for name, _ in names:
            assert any(word in name for word in places._first_words(f"In {name}.", language))


@quick
@given(st.from_regex(breadcrumb._ARROW, fullmatch=True))
def test_an_arrow_has_one_of_the_signs_of_arrows(text) -> None:
    assert breadcrumb._ARROW_SIGN.search(text)


@pytest.mark.parametrize("pattern", [p for _, p in contacts._REGISTRATIONS] + [contacts._LICENCE], ids=range(4))
@quick
@given(data=st.data())
def test_a_registration_has_one_of_the_characters_it_needs(pattern, data) -> None:
    text = data.draw(st.from_regex(pattern))
    assert "ICP" in text or contacts._MAY_REGISTER.search(text)


LINES = st.lists(st.text(st.characters(exclude_characters="\r\n"), max_size=30), max_size=5)


@pytest.mark.parametrize(("plain", "compatible"), [(tags.plain, True), (title_shape.plain, False)])
@given(lines=LINES)
def test_lines_are_folded_together_as_one_by_one(plain, compatible, lines) -> None:
    assert source_lines.folded(lines, compatible=compatible) == [plain(line) for line in lines]


@given(st.text(st.characters(categories=["L", "N", "P", "Z", "Cn"]), max_size=300))
def test_width_counts_a_wide_character_twice(text) -> None:
    wide = sum("\u2e80" <= c <= "\uffdc" for c in text[: title_shape.LONGEST + 1])
    assert title_shape.width(text) == min(len(text), title_shape.LONGEST + 1) + wide
