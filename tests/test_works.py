"""Sentences that offer another work, and those that keep back the rest of this one."""

import pytest
from test_marks import cleaned
from test_notices import verdict

from parkdocs import rules
from parkdocs.works import NOUNS, is_offer

STORY = "The law passed on Monday with 200 votes.\n\nEleven zones have asked for the status, and four will get it.\n\n"
NEWS = f"Zone law\n\n{STORY}"
OFFERS = [
    "The full report (84 pages) can be bought in our shop.",
    "The full study is available from the institute for 40 euros.",
    "Copies of the full report can be ordered by e-mail.",
    "The complete book is available in bookshops from Monday.",
    "The report, which runs to 84 pages, can be bought in the shop of the institute.",
    "Der vollständige Bericht kann im Shop des Instituts bestellt werden.",
]
CHINESE = [
    "完整报告可在研究院网站购买。",
    "《2023年开发区发展报告》全文可登录协会官网购买。",
    "研究報告全文（共84頁）可向協會秘書處訂購。",
]
OF_THIS_TEXT = [
    "The full article is for subscribers.",
    "The full text can be bought in our shop.",
    "The rest of the report can be bought in our shop.",
    "You can buy the full version of this report in our shop.",
    "This is a preview. The full report (84 pages) can be bought in our shop.",
    "The full report is available to subscribers only.",
    "Subscribe to read the full report.",
    "The complete paper is available to members of the association.",
    "本报告完整版可在商城购买。",
    "完整报告请登录后下载。",
]


@pytest.mark.parametrize("line", [*OFFERS, *CHINESE])
def test_an_article_that_ends_with_an_offer_is_whole_and_keeps_it(line):
    text = NEWS if line in OFFERS else "条例通过\n\n条例周一以二百票赞成、四十一票反对获得通过，辩论历时两天。\n\n"
    assert is_offer(line)
    assert verdict(f"{text}{line}\n") == "complete"
    assert cleaned(f"{text}{line}\n", rules.load()).endswith(f"{line}\n")


@pytest.mark.parametrize("line", OF_THIS_TEXT)
def test_a_notice_about_this_text_is_none(line):
    assert not is_offer(line)
    assert verdict(f"{NEWS}{line}\n") == "truncated"


@pytest.mark.parametrize(
    "head",
    [
        "Steam Market Report 2024",
        "Executive summary",
        "Report code: ZX-4 | 84 pages",
        "Price: $1,200",
        "蒸汽市场调研报告",
    ],
)
def test_on_a_page_of_the_work_itself_an_offer_is_a_notice(head):
    assert verdict(f"{head}\n\n{STORY}{OFFERS[0]}\n") == "truncated"


def test_below_a_sentence_that_breaks_off_an_offer_is_a_notice():
    text = f"Zone law\n\n{STORY}Of the eleven zones two lie on the coast and the others along the railway to the"
    assert verdict(f"{text}\n\n{OFFERS[0]}\n") == "truncated"


@pytest.mark.parametrize("noun", NOUNS.split("|"))
def test_every_work_can_be_offered(noun):
    assert is_offer(f"The full {noun} can be bought in our shop.")
