"""Titles: found above the text, never invented."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs.edits import apply
from parkdocs.lines import split
from parkdocs.metadata import breadcrumb, language, title
from parkdocs.model import Document, Mark

PROSE = "The park opened its second stage, and forty firms have signed up so far, its operator said in a statement.\n"
ZH_PROSE = "金岭高新区召开产业链招商部署会,回顾上年成果,明确今年任务清单,去年该区新签项目21个,到位资金46亿元。\n"


def read(text, removed=(), kind="nav"):
    marks = [Mark(line.start, line.next, "x/y", kind) for line in split(text) if line.text in removed]
    doc = apply(Document("i", "s", text, text), marks)
    return title.fill(breadcrumb.fill(language.fill(doc))).metadata.title


TITLES = [
    ("Park opens second stage\n\n" + PROSE, "Park opens second stage"),
    (
        "Home / News / Harbour park signs up its first tenant\nHarbour park signs up its first tenant\n"
        "From: Harbour Park\nPublished 19 October 2023\n" + PROSE,
        "Harbour park signs up its first tenant",
    ),
    (
        "云泽市人民政府办公室关于印发\n云泽市标准厂房建设管理细则的通知\n\n各县(区)人民政府:\n" + ZH_PROSE,
        "云泽市人民政府办公室关于印发云泽市标准厂房建设管理细则的通知",
    ),
    ("瑞禾精工股份有限公司\n关于签署投资协议的公告\n\n" + ZH_PROSE, "瑞禾精工股份有限公司关于签署投资协议的公告"),
    (
        "No. EPZ/14\n\nSubject: Fire safety certificates for standard factory buildings\n\n" + PROSE,
        "Fire safety certificates for standard factory buildings",
    ),
    ("2020年澜江开发区经济发展统计公报[1]\n\n2021年3月26日\n\n" + ZH_PROSE, "2020年澜江开发区经济发展统计公报"),
    ("Park opens second stage\nPark opens second stage\n" + PROSE, "Park opens second stage"),
    ("N News\n\nPark opens second stage\n\n" + PROSE, "Park opens second stage"),
    ("Some site\n\nPark opens second stage\n2023-07-28 | UNIDO\n" + PROSE, "Park opens second stage"),
    ("14:20 09/02/2021\nMinistry clears five parks\nLan Chi\n" + PROSE, "Ministry clears five parks"),
    (" date 2019-07-16 Old mill to reopen\n16 July 2019\n" + PROSE, "Old mill to reopen"),
    (
        " date 2018-08-24 Lindara to open two ...\nLindara to open two more parks\n" + PROSE,
        "Lindara to open two more parks",
    ),
    (PROSE + "Title: Park opens second stage\n", "Park opens second stage"),
    ("From: Ana Sol <a@b.org>\nSubject: Fwd: The Zone Letter, 23\nDate: 9 Jun 2023\n\n" + PROSE, "The Zone Letter, 23"),
    ("发件人：园区办\n主题：关于安全检查的通知\n收件人：各企业\n\n" + ZH_PROSE, "关于安全检查的通知"),
    ("  • 文件名称:\n    开发区应急预案\n" + ZH_PROSE, "开发区应急预案"),
    ("园区部署招商\n2023-02-16 来源:晚报\n原标题:园区部署招商\n" + ZH_PROSE, "园区部署招商"),
    ("园区部署招商\n原标题:另一个题目\n" + ZH_PROSE, "园区部署招商"),
    (ZH_PROSE + "来源:沙州新闻\n标题:海外合作园区招商进展顺利\n", "海外合作园区招商进展顺利"),
    ("园区报告_第1页\n园区报告_第2页\n" + ZH_PROSE, "园区报告"),
    ("UNITED NATIONS\n\n# FIRST WORKSHOP\n\nWORKSHOP REPORT\n\nApril 2018\n\n" + PROSE, "FIRST WORKSHOP"),
    ("What is a park? A guide\n" + PROSE, "What is a park? A guide"),
    ("Buyers looking over a model.\nWhat draws foreign buyers\n" + PROSE, "What draws foreign buyers"),
    ("Park opens | Money Weekly\n" + PROSE, "Park opens | Money Weekly"),  # nothing says it is the site's name
    ("Park opens | Money Weekly\nPark opens\n" + PROSE, "Park opens"),
    ("Key Fields\nHome /Belt and Road /Key Fields\nPark opens second stage\n" + PROSE, "Park opens second stage"),
    ("Вы на странице 1\nCosts and gains of zones\n" + PROSE, "Costs and gains of zones"),  # a widget's language
]
NO_TITLES = [
    PROSE,
    ZH_PROSE,
    "",
    "\n\n \n",
    "During the 5th Expo, on 5th November, the Ministry jointly held a forum on parks and special economic zones.\n",
    "北原市工业和信息化局:\n" + ZH_PROSE,  # an address
    " date 2022-03-09 A builder will extend the quay of the zone, state television reported, citing a minister.\n"
    + PROSE,
    "2017年3月14日 星期二\n来源:观察报\n" + ZH_PROSE,
    PROSE + "Logo of the park\n" + PROSE,  # a caption below the text
    "Tag: Lindara\nLocal partners plan a park\n" + PROSE + "Fund buys stake\n" + PROSE,  # a list page
    "COPYRIGHT©南粤科技有限公司 粤ICP备00000002号\n" + ZH_PROSE,
    "Original URL: http://example.cn/?a=1\n" + PROSE,
    "主办单位:贸易观察报社\n" + ZH_PROSE,
]


@pytest.mark.parametrize(("text", "expected"), TITLES)
def test_title(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize("text", NO_TITLES)
def test_no_title(text):
    assert read(text) == ""


def test_a_removed_line_is_no_candidate():
    assert read("Welcome to our site\n" + PROSE, removed=["Welcome to our site"]) == ""


def test_page_names_speak_from_removed_lines():
    assert read("园区报告_第1页\n" + ZH_PROSE, removed=["园区报告_第1页"], kind="share") == "园区报告"


def test_a_long_cover_title():
    long = (
        "The UNIDO and the Shanghai National Accounting Institute jointly organized the Industrial Park "
        "Leadership Training Programme for the Asia-Pacific Region"
    )
    assert read(f"{long}\n\n2023-07-28 | UNIDO\n\n{PROSE}") == long


def test_evidence_has_the_source_line():
    doc = Document("i", "s", "\n\nPark opens\n" + PROSE, "\n\nPark opens\n" + PROSE)
    assert [(e.field, e.line, e.rule) for e in title.fill(doc).metadata.evidence] == [("title", 3, "title/first-line")]


@pytest.mark.xfail(reason="a subheading that opens an excerpt looks like a title", strict=True)
def test_an_excerpt_that_opens_with_a_subheading():
    assert read("两条链,带动企业\n" + ZH_PROSE + "一座园,带动就业\n" + ZH_PROSE) == ""


@given(st.text())
def test_any_text_passes_and_a_title_is_one_line(text):
    assert not set(read(text)) & set("\r\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "常见问题\n问：办备案要几天？\n答：一般三个工作日，材料齐全的可以当天办结，不收费用。\n问：收费吗？\n答：不收。\n",
            "常见问题",
        ),
        (
            "Frequently asked questions\nQ: How long does it take?\nA: Three days.\nQ: Is it free?\nA: Yes.\n",
            "Frequently asked questions",
        ),
        ("招标公告\n项目名称：绿岛园区二期污水管网工程\n招标人：绿岛管委会\n" + ZH_PROSE, "招标公告"),
        (
            "绿岛园区污水管网工程招标公告\n项目编号：LD-2021-07\n项目名称：污水管网工程\n" + ZH_PROSE,
            "绿岛园区污水管网工程招标公告",
        ),
    ],
)
def test_neither_a_question_nor_a_particular_of_a_tender_is_the_title(text, expected):
    assert read(text) == expected


TEXT_BELOW = "The zone has 940 acres of serviced land and forty-one tenants, which employ 12,000 people from the towns around it."


@pytest.mark.parametrize("name", ["Regional Forum", "Public Hearing", "Job Vacancy", "Tender Notice"])
def test_two_words_that_name_a_notice_or_an_event(name):
    assert read(f"{name}\n\n{TEXT_BELOW}\n") == name


@pytest.mark.parametrize(
    "below",
    [
        "\nHost: Ambo Zone Commission and the Association of Inland Zones\n",
        "The Manager, Human Resources\nThe Director, Investment Promotion\n",
    ],
)
def test_a_particular_or_an_addressee_does_not_go_before_it(below):
    assert read(f"Tender Notice\n{below}\n{TEXT_BELOW}\n") == "Tender Notice"


@pytest.mark.parametrize("line", ["Lena Ott", "Hamid Qazi"])
def test_a_name_alone_is_none(line):
    assert read(f"{line}\n\n{TEXT_BELOW}\n") == ""


def test_the_line_of_an_issue_goes_before_its_first_article():
    articles = (
        "• A new park for Rana\n• Heat from mills\n\nA new park for Rana\nThe council has approved a 22-hectare park.\n"
    )
    text = f"Zone Monthly – Issue 48 – April 2023\n\nIn this issue\n{articles}"
    assert read(text) == "Zone Monthly – Issue 48 – April 2023"
    assert read(
        f"《园区月报》2023年第4期\n\n本期导读\n园区开放\n\n园区开放\n{'园区今日正式对外开放，首批企业三十家入驻。' * 3}\n"
    ) == ("《园区月报》2023年第4期")


def test_an_issue_number_without_its_contents_is_no_title():
    assert read(f"Zone Monthly, Issue 48\n\nHarbour park opens its third gate\n\n{TEXT_BELOW}\n") != (
        "Zone Monthly, Issue 48"
    )


def test_a_name_of_many_things():
    text = "海川开发区于1992年经国务院批准设立，是全国第二批国家级经济技术开发区之一，规划面积为35平方公里。"
    assert read(f"海川开发区是一个多义词，请在下列义项上选择浏览\n海川开发区\n{text}\n") == "海川开发区"


@pytest.mark.parametrize(
    "text",
    [
        "抱歉，您访问的页面不存在或已被删除\n\n返回首页\n",
        "抱歉，您访问的页面不存在或已被删除\n5秒后自动跳转至首页\n",
        "Page not found\n\nThe page you asked for was not found on this server. Please go back and try again.\n",
    ],
)
def test_a_page_that_is_not_there_has_no_title(text):
    assert read(text) == ""


def test_an_article_that_opens_with_such_words_has_one():
    text = f"404 Not Found\n\n{TEXT_BELOW}\n" + f"\n{TEXT_BELOW}\n" * 12
    assert read(f"Ten years of broken links\n\n{text}") == "Ten years of broken links"


def test_a_category_below_the_title_makes_no_list_page():
    head = (
        "Home » News » Three investors take land at the harbour zone\nThree investors take land at the harbour zone\n"
    )
    assert read(f"{head}Category: Investors\n\n{PROSE}") == "Three investors take land at the harbour zone"
    assert read(f"Category: Investors\nThree investors take land at the harbour zone\n\n{PROSE}") == ""


def test_a_picture_is_no_title():
    assert read(f"![The harbour park from above](/p.jpg)\n\n{PROSE}") == ""


@pytest.mark.parametrize(
    "line",
    [
        "Swiss Re: Industrial parks need better cover",
        "Munich Re. Announces a new fund for parks",
        "Report of the Sub. Committee on free zones",
    ],
)
def test_a_subject_s_label_stands_first(line):
    assert read(f"{line}\n\n{PROSE}") == line


@pytest.mark.parametrize(
    ("above", "line"),
    [
        ("新闻中心 关于我们 联系方式", "园区三期停电检修工作的通知"),
        ("云泽市关于加快标准厂房建设的若干措施", "二〇二一年云泽市政府工作报告"),
    ],
)
def test_two_chinese_lines_that_are_no_one_title(above, line):
    assert read(f"{above}\n{line}\n\n{ZH_PROSE}") in {above, line}


def test_a_traditional_title_over_two_lines():
    first, second = "雲澤市人民政府辦公室關於印發", "標準廠房管理細則的通知"
    assert read(f"{first}\n{second}\n\n各縣人民政府:\n{ZH_PROSE}") == first + second
