"""Text broken into lines of one width, and headlines above it."""

import pytest

from parkdocs.metadata import title
from parkdocs.metadata.source_lines import SourceLine
from parkdocs.metadata.title_wrap import goes_on
from parkdocs.model import Document

WRAPPED = [
    "The coastal zone was set up in 2015. Its chairman, Abdel\nRahim Qazi, said that forty firms had signed contracts.",
    "The coastal zone was set up by a law that was passed in\nthe summer of 2015, and it has a board of nine people.",
    "The chairman of the coastal zone, Abdel Qazi, said on\nMonday that forty firms had signed contracts with it.",
    "La présidente de la zone a déclaré lundi que quarante\nentreprises avaient signé un contrat depuis deux ans.",
    "> The coastal zone was set up in 2015. Its chairman, Abdel\n> Rahim Qazi, said that it had signed contracts.",
    "管理委员会主任上周一在礼堂召开的会议上表示，过去的两年之内他们总共签\n"
    "订了总额达八十亿元的合同，涉及到来自四个省份的四十余家企业，比年初计\n划的更多。",
]
HEADLINES = [
    "Zone signs contracts with forty firms\nThe coastal zone was set up by a law that was passed in\nthe summer of 2015.",
    "Zone signs contracts\nthe coastal zone was set up by a law that was passed in\nthe summer of 2015, and has a board.",
    "What is a park? A guide for the curious of all ages\nThe park is a place of many firms that share a\nfence.",
    "Zone signs contracts worth eight billion dollars with\nforty firms of four countries",
    "Zone signs contracts worth eight billion dollars today\nby Lan Chi",
    "Minutes of the third meeting of the Council of the Estate\nheld on Tuesday 24 May 2016 in the canteen of the park.",
    "Zone signs contracts worth eight billion dollars today\n\nin the hall of the park, its chairman said on Monday.",
    "园区二期工程完工\n四十家厂商已经进驻，预计年底前再增加二十家，带动\n地方就业，管委会表示。",
]


def first_goes_on(text: str) -> bool:
    numbered = [SourceLine(i, line, "") for i, line in enumerate(text.split("\n"), 1) if line]
    return goes_on(numbered, 0)


@pytest.mark.parametrize("text", WRAPPED)
def test_the_first_line_of_broken_text_is_no_title(text):
    assert first_goes_on(text)
    assert title.fill(Document("i", "s", text, text)).metadata.title == ""


@pytest.mark.parametrize("text", HEADLINES)
def test_a_headline_is_not_broken_text(text):
    assert not first_goes_on(text)


def test_a_headline_above_broken_text_is_the_title():
    text = "Zone signs contracts\n\n" + WRAPPED[1]
    assert title.fill(Document("i", "s", text, text)).metadata.title == "Zone signs contracts"
