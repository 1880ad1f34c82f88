import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_sections import PIECES, document, report, seed

from parkdocs.completeness import judge
from parkdocs.marks import mark
from parkdocs.model import Mark
from parkdocs.rules import load
from parkdocs.sections import segment

PROSE = "The park opened in May, and it has welcomed 54 firms since then."
FINE = "园区占地46平方公里,入驻企业三百家,产值突破千亿元。"
CUT = "The park opened in May, and it has since then welcomed 54 firms from the"
CONTENTS = "Contents\n1. Aims ..... 1\n2. Method ..... 4\n3. Results ..... 9\n4. Outlook ..... 12\n\n"


def judged(text, marks=()):
    return judge(segment(document(text, marks))).completeness


def kinds(text):
    return [sign.kind for sign in judged(text).evidence]


@pytest.mark.parametrize("number", ["000", "002", "003"])
def test_the_news_seeds_are_complete(number):
    assert judged(seed(number)).verdict == "complete"


def test_the_news_seeds_are_complete_without_their_footers():
    for number, first in (("000", "Contact us"), ("002", "  • 微信公众号")):
        text = seed(number)
        assert judged(text, [Mark(text.index(first), len(text), "x/footer", "footer")]).verdict == "complete"


def test_the_report_is_a_preview():
    done = judge(segment(report())).completeness
    assert done.verdict == "truncated"
    assert done.continues_at == "https://www.yunbaogao.cn/report/index/report?reportId=5_23159"
    assert [(s.kind, s.line) for s in done.evidence] == [
        ("notice", 147),
        ("notice", 149),
        ("contents", 43),
        ("ending", 145),
    ]
    assert done.evidence[0].rule == "zh/preview-ended"
    assert len(done.missing) == 24
    first, second, *_, last = done.missing
    assert (first.level, first.page) == (2, 7) and first.heading.startswith("Development of an Internationally")
    assert (second.level, second.heading, second.page) == (
        1,
        "KNOWLEDGE SHARING BY GOVERNMENT REPRESENTATIVES OF CHINA",
        8,
    )
    assert (last.level, last.heading, last.page) == (2, "Contacts", 23)


def test_the_report_is_a_preview_without_the_notice_too():
    text = report().text
    assert judged(text).verdict == "truncated"


@pytest.mark.parametrize(
    "tail",
    [
        f"{CUT} […]",
        f"{CUT} [...]",
        f"{CUT} … [+1234 chars]",
        f"{CUT} (more…)",
        f"{CUT} Continue lendo→",
        f"{CUT} Read more...",
        f"{PROSE}\n\nRead more.",
        "园区占地46平方公里,入驻企业三百家,产值突破千亿元,并将在明年 阅读全文>>",
    ],
)
def test_a_marker_at_the_end_is_enough(tail):
    done = judged(f"{PROSE}\n\n{tail}\n\nSource: Wire\n")
    assert done.verdict == "truncated" and "marker" in [s.kind for s in done.evidence]


@pytest.mark.parametrize(
    "text",
    [
        f"“The park […] opened in May, and it has welcomed firms,” he said.\n\n{PROSE}\n",
        f"{CUT} […]\n\n{PROSE}\n",  # an omission in the middle
        f"{PROSE}\n\n{PROSE} [More]\n",  # a link
        f"{PROSE}\n\nRelated\n\nRead more\n",
        f"Read more about parks in our long series.\n\n{PROSE}\n",
        f"Lindara to open two ...\n\n{PROSE}\n",
        f"{PROSE} To be continued is not what he said, but it was what he meant...\n",
    ],
)
def test_no_marker(text):
    assert judged(text).verdict == "complete"


@pytest.mark.parametrize(
    "tail",
    [
        f"{CUT} north",
        "园区占地46平方公里,入驻企业三百家,产值突破千亿元,其中外资企业五十家,主要来",
        f"{CUT} north\nand from the south coast",  # hard-wrapped
        f"{CUT}\n\nSource: Wire\n\nAna Moro",
    ],
)
def test_a_cut_last_sentence_is_suspect(tail):
    done = judged(f"{PROSE}\n\n{tail}\n")
    assert (done.verdict, [s.kind for s in done.evidence]) == ("suspect", ["ending"])


@pytest.mark.parametrize(
    "tail",
    [
        CUT,
        f"{CUT} north,",
        "The park opened in May and has since then welcomed many firms from the north, which em-",
        f"{CUT} north\nand from the south of",  # hard-wrapped
        f"{PROSE} The board of the park said so in the report of last May. It",
        "园区占地46平方公里,入驻企业三百家,产值突破千亿元,园区内的企业和",
        "园区占地46平方公里，入驻企业三百家，产值突破千亿元，最后",
    ],
)
def test_an_end_that_no_writer_writes_may_still_be_an_extract(tail):
    done = judged(f"{PROSE}\n\n{tail}\n")
    assert (done.verdict, [s.kind for s in done.evidence]) == ("suspect", ["ending"])


def test_a_broken_line_above_other_kept_lines_may_be_wrapped():
    assert judged(f"{PROSE}\n\n{CUT}\n\nNorth Star Office\n").verdict == "suspect"


def test_a_list_of_beginnings_is_cut():
    page = "\n\n".join(
        f"Title {i}\nThe park {i} years ago had no more than a well and a long fence […]" for i in range(4)
    )
    assert judged(f"{page}\n").verdict == "truncated"


@pytest.mark.parametrize(
    "tail",
    [
        PROSE,
        f"{PROSE} (MFA)",
        f"“{PROSE}”",
        '"The panel discussed industrial parks as engines of growth for all who live there.',  # an open quotation mark
        "园区占地46平方公里,入驻企业三百家,产值突破千亿元。",
        "图中的工人在二期现场铺设管网,预计年底完工。 图片社记者 顾盼 摄",
        "据统计,论坛期间签署合作备忘录六份,涉及物流、建材和职业教育。 |",
        f"{PROSE}\n\nAna Moro",
        f"{PROSE}\n\nContact us\n\nVienna International Centre\n\nsipp@example.org",
        f"{PROSE}\n\n- the first of the points that the board agreed on in the meeting of May\n- the second",
        f"{PROSE}\n\n| a | b |\n| the first of the points that the board agreed on in the meeting | 2 |",
        "The wheel is still\nBeside the hill\nThe water sings\nOf other things",
        "Address: 12 Long Road, Industrial Area, Harit, P.O. Box 123, Province of the North, Lindara",
        "UNIDO and the Ministry of Commerce Host Parallel Session on Industrial Parks at Sixth Expo",
        "ประเทศไทยมีนิคมอุตสาหกรรมหลายแห่งซึ่งตั้งอยู่ในภาคตะวันออกและภาคกลางของประเทศ",
        "",
    ],
)
def test_a_whole_ending(tail):
    assert judged(f"{PROSE}\n\n{tail}\n").verdict == "complete"


def test_contents_that_go_on_are_suspect_and_with_a_cut_sentence_truncated():
    body = f"1. Aims\n\n{PROSE}\n\n2. Method\n\n"
    whole, cut = judged(f"{CONTENTS}{body}{PROSE}\n"), judged(f"{CONTENTS}{body}{CUT}\n")
    assert (whole.verdict, cut.verdict) == ("suspect", "truncated")
    assert [(m.level, m.heading, m.page) for m in whole.missing] == [(1, "3. Results", 9), (1, "4. Outlook", 12)]


FRONT = "Contents\nForeword\n1. Aims\n2. Method\n3. Results\n4. Outlook\n5. Costs\n\n"
BODY = f"Foreword\n\n{PROSE}\n\n1. Aims\n\n{PROSE}\n\n2. Method\n\n{PROSE}\n\n"


def test_first_sections_alone_are_a_cut_text():
    done = judged(f"{FRONT}{BODY}Institute of Ports\n")
    assert (done.verdict, [s.kind for s in done.evidence]) == ("truncated", ["contents"])
    assert [m.heading for m in done.missing] == ["3. Results", "4. Outlook", "5. Costs"]


@pytest.mark.parametrize(
    "text",
    [
        f"{FRONT}{BODY}3. Results {PROSE}\n\n4. Outlook {PROSE}\n\n5. Costs {PROSE}\n",  # headings run into their text
        f"{FRONT}Foreword\n\n{PROSE}\n\n2. Method\n\n{PROSE}\n",  # one is skipped
        f"{FRONT.replace('5. Costs', '')}{BODY}",  # two are lacking
    ],
)
def test_contents_that_the_text_may_hold_unseen_only_make_it_suspect(text):
    assert judged(text).verdict in {"complete", "suspect"}


def test_an_input_that_ends_within_a_sentence_and_its_contents_was_cut_by_its_maker():
    done = judged(f"{FRONT}{BODY}{CUT}")
    assert [s.kind for s in done.evidence] == ["contents", "ending", "limit"]
    assert "limit" not in [s.kind for s in judged(f"{FRONT}{BODY}{CUT}\n\nBack to the list\n").evidence]


def test_a_gap_in_the_middle_of_the_contents_is_no_sign():
    done = judged(f"{CONTENTS}1. Aims\n\n{PROSE}\n\n3. Results\n\n{PROSE}\n\n4. Outlook\n\n{PROSE}\n")
    assert done.verdict == "complete"
    assert [m.heading for m in done.missing] == ["2. Method"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{PROSE}\nPage 3 of 12\n", ["pages"]),
        (f"{PROSE}\n第3页/共12页\n", ["pages"]),
        (f"{PROSE}\n第 3 页 共 12 页\n", ["pages"]),
        (f"{PROSE}\n已阅读3页,还剩26页未读\n", ["notice", "pages"]),
        (f"全文页数：26\n{PROSE}\n", ["pages"]),
        (f"Page 1 of 2\n{PROSE}\nPage 2 of 2\n{PROSE}\n", []),
        (f"{PROSE}\n第12页/共12页\n", []),
        (f"The pages of 12 books were read. {PROSE}\n", []),
    ],
)
def test_page_counts(text, expected):
    assert kinds(text) == expected


def test_a_page_count_in_a_removed_line_counts():
    text = f"{PROSE}\nPage 3 of 12\n"
    done = judged(text, [Mark(len(PROSE) + 1, len(text), "x/page", "residue")])
    assert (done.verdict, done.evidence[0].line) == ("suspect", 2)


@pytest.mark.parametrize(
    ("notice", "link"),
    [
        ("Read more: https://a.cn/x.\n", "https://a.cn/x"),
        ("[全文](https://a.cn/r?id=5_2)\n", "https://a.cn/r?id=5_2"),
        ("全文见 https://a.cn/r?id=5\\_2。\n", "https://a.cn/r?id=5_2"),
        ("End of preview\n", ""),
    ],
)
def test_a_removed_notice_is_enough_and_says_where_it_goes_on(notice, link):
    text = f"{PROSE}\n{notice}"
    done = judged(text, [Mark(len(PROSE) + 1, len(text), "en/preview", "truncation")])
    assert (done.verdict, done.continues_at) == ("truncated", link)
    assert (done.evidence[0].kind, done.evidence[0].line, done.evidence[0].rule) == ("notice", 2, "en/preview")


def test_a_bare_marker_right_below_the_last_paragraph_counts_whatever_rule_removed_it():
    near, far = f"{PROSE}\n\nRead more.\n", f"{PROSE}\n\nRelated\n\nRead more.\n"
    for text, verdict in ((near, "truncated"), (far, "complete")):
        at = text.index("Re", len(PROSE))
        assert judged(text, [Mark(at, len(text), "en/read-more", "related")]).verdict == verdict


def test_a_link_that_other_rules_removed_right_below_the_notice():
    text = f"{PROSE}\nEnd of preview\n\nhttps://a.cn/x\n"
    at, link = text.index("End"), text.index("https")
    done = judged(text, [Mark(at, at + 15, "en/preview", "truncation"), Mark(link, len(text), "x/link", "residue")])
    assert done.continues_at == "https://a.cn/x"


@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=25).map("".join)))
def test_any_text_has_a_verdict(text):
    done = judged(text)
    assert done.verdict in {"complete", "truncated", "suspect"}
    assert (done.verdict == "complete") == (not done.evidence)
    assert all(sign.line >= 1 and sign.rule and sign.note for sign in done.evidence)


def cleaned(text):
    return judge(segment(mark(document(text), load()))).completeness.verdict


@pytest.mark.parametrize(
    "widget",
    [
        "下载本文档",
        "所需积分:5",
        "18 金币 立即下载",
        "版权说明：本文档由用户提供并上传",
        "Download citation",
        "Join for free",
    ],
)
def test_a_download_widget_alone_says_nothing_about_the_text(widget):
    assert cleaned(f"园区能源管理\n{FINE}\n{FINE}\n{widget}\n") == "complete"


@pytest.mark.parametrize(
    "notice",
    [
        "展开剩余68%",
        "文档预览到此结束,继续阅读请下载",
        "（本文共14页，当前显示前3页）",
        "[1,842 more words]",
        "No full-text available",
    ],
)
def test_a_notice_of_more_is_enough(notice):
    assert cleaned(f"园区能源管理\n{FINE}\n{FINE}\n{notice}\n") == "truncated"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{PROSE}\n{PROSE} [truncated]", ["limit"]),
        (f"{PROSE} " * 14 + CUT + " " + "x" * (1000 - len(f"{PROSE} " * 14 + CUT) - 1), ["ending", "limit"]),
        (f"{PROSE}\n{CUT} [+1234 chars]", ["marker"]),
    ],
)
def test_a_cut_of_the_input_is_told_apart(text, expected):
    done = judged(text)
    assert done.verdict == "truncated" and [s.kind for s in done.evidence][-len(expected) :] == expected


def test_contents_that_no_heading_answers_say_nothing_of_a_long_text():
    body = "\n\n".join(f"{i} {PROSE}" for i in range(40))
    assert judged(f"{CONTENTS}{body}\n").verdict == "complete" and judged(f"{CONTENTS}{body}\n").missing == ()


@pytest.mark.parametrize(("entries", "here", "verdict"), [(5, 2, "truncated"), (4, 2, "suspect"), (5, 1, "suspect")])
def test_contents_alone_are_enough_where_three_entries_are_lacking_after_two(entries, here, verdict):
    names = ["Aims", "Method", "Results", "Outlook", "Thanks"][:entries]
    contents = "".join(f"{i}. {name} ..... {i * 3}\n" for i, name in enumerate(names, 1))
    body = "".join(f"{i}. {name}\n\n{PROSE}\n\n" for i, name in enumerate(names[:here], 1))
    found = judged(f"Contents\n{contents}\n{body}")
    assert (found.verdict, [s.kind for s in found.evidence]) == (verdict, ["contents"])
