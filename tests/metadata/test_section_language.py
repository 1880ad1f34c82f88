"""The language of sections, told from their beginnings."""

from hypothesis import given
from hypothesis import strategies as st

from parkdocs.metadata import language, section_language
from parkdocs.model import Document, Section
from parkdocs.pipeline import Settings, advance

ENGLISH = "The park opened its gates to the first tenants, and they have welcomed their guests since then.\n"
FRENCH = "Le parc a ouvert ses portes aux premiers locataires, et ils ont accueilli leurs clients depuis lors.\n"
CHINESE = "园区占地四十六平方公里，入驻企业三百家，产值突破千亿元，并将继续完善配套设施。\n"
MIXED = f"# A\n\n{ENGLISH}\n{ENGLISH}\n# B\n\n{FRENCH}{FRENCH}\n# C\n\n{CHINESE}"


def languages(text):
    return [s.language for s in advance(Document("i", "s", text, text), "segment", Settings()).sections]


def test_each_section_has_its_language():
    assert languages(MIXED) == ["en", "fr", "zh-Hans"]


def test_the_beginnings_say_what_the_whole_sections_say():
    text = f"# A\n\n{ENGLISH * 4}\n# B\n\n{CHINESE * 4}"
    doc = advance(Document("i", "s", text, text), "segment", Settings())
    assert [s.language for s in language.fill(doc).sections] == [s.language for s in doc.sections] == ["en", "zh-Hans"]


def test_a_text_without_letters_is_of_no_language():
    assert languages("2019\n") == ["und"]
    assert languages("") == ["und"]


def test_only_so_many_sections_are_read():
    parts = tuple(Section(1, "", "body", i, i + 1) for i in range(1000))
    doc = Document("i", "s", "a" * 1000, "a" * 1000, sections=parts)
    assert len(section_language.fill(doc).sections) == 1000


@given(st.text(max_size=300))
def test_any_text(text):
    assert all(languages(text))
