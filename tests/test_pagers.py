"""A pager right below running text says that there is another page; one of a list, or on the last page, does not."""

import pytest
from test_completeness import judged

from parkdocs.pagers import highest, next_link

TEXT = (
    "Plums at the fair\n\nThe fair opened on Friday with forty stalls, and the first plums were sold within the hour.\n\n"
    "Growers from the north came with pears as well, which were dearer than they had been a year before.\n\n"
)
LIST = (
    "News\n\nPlums at the fair\n5 May 2021\nThe fair opened on Friday with forty stalls, and the plums were sold.\n\n"
    "Pears from the north\n7 May 2021\nGrowers from the north came with pears, which were dearer than before.\n\n"
)


@pytest.mark.parametrize(
    "pager", ["1 2 3 Next page >", "[1] [2] [3] 下一页", "上一页 1 2 3 下一页", "« 1 2 3 »", "1\n2\n3\n…\n9\nNext"]
)
def test_a_pager_below_running_text_makes_it_suspect(pager):
    found = judged(f"{TEXT}{pager}\n")
    assert found.verdict == "suspect"
    assert [(s.kind, s.rule) for s in found.evidence] == [("pages", "complete/pager")]


@pytest.mark.parametrize("pager", ["上一页 1 2 3", "« 1 2 [3] »", "1 2 3", "Previous | Next", "Next page", "12 / 05 >"])
def test_the_last_page_and_what_counts_no_pages_are_whole(pager):
    assert judged(f"{TEXT}{pager}\n").verdict == "complete"


def test_a_list_of_articles_has_a_pager_of_its_own():
    assert judged(f"{LIST}1 2 3 Next page >\n").verdict == "complete"


def test_a_pager_further_down_is_of_something_else():
    assert judged(f"{TEXT}Comments\n\n1 2 3 Next page >\n").verdict == "complete"


def test_the_next_page_is_where_the_text_goes_on():
    row = "1 [2](https://fair.example/plums-2) [3](https://fair.example/plums-3) [Next](https://fair.example/plums-2)"
    assert judged(f"{TEXT}{row}\n").continues_at == "https://fair.example/plums-2"


def test_the_page_without_a_link_is_the_one_that_is_here():
    assert highest("[1](a-1.html) [2](a-2.html) 3 [Next](a-3.html)") == 0
    assert highest("1 [2](a-2.html) [3](a-3.html) [Next](a-2.html)") == 3
    assert next_link("1 [2](a-2.html) [Next](a-2.html)") == ""
