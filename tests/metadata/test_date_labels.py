"""Labels of dates: of publication, or of something else."""

import pytest
from dating import PROSE

from parkdocs.metadata.date_labels import is_other, is_other_line
from parkdocs.metadata.dates import fill
from parkdocs.model import Document

OTHER = [
    "Closing date: ",
    "Bid opening date: ",
    "| Effective date | ",
    "Date of commencement: ",
    "Date of birth: ",
    "Date of incorporation: ",
    "**Completion Date:** ",
    "Ref. 12 | Signature date: ",
    "Revision date: ",
    "Start time: ",
    "Event Date/Time: ",
    "Record date: ",  # of shareholders
    "Current date: ",
    "Fecha de cierre: ",
    "收稿日期：",
    "失效日期 ",
    "废止日期：",
    "项目验收日期：",
    "簽約時間:",
    "合同开工日：",
]
OWN = [
    "Date: ",
    "Date and time: ",
    "Publication date: ",
    "Date of issue: ",
    "Date posted: ",
    "Date of publication in the gazette: ",
    "见报日期：",
    "落款日期：",
    "Press release date: ",
    "Last modified date: ",
    "Author: Ana Ruiz Date: ",  # a name, and a plain label
    "Fecha de publicación: ",
    "Дата выпуска: ",
    "招标公告发布时间：",
    "成文日期：",
    "最后更新时间：",
    "北京时间",
    "作者：李明日期：",
    "星期日：",
    "日期：",
    "Up to this date, the zone had ",
]


@pytest.mark.parametrize(("before", "expected"), [*((t, True) for t in OTHER), *((t, False) for t in OWN)])
def test_label(before, expected):
    assert is_other(before) is expected


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("Closing date", True),
        ("Deadline:", True),
        ("公示截止期", True),
        ("Publication date", False),
        ("发布日期", False),
        ("Next", False),  # a link
        ("和修钟表的人聊聊时间的故事与时间", False),  # a heading
    ],
)
def test_label_line(above, expected):
    assert is_other_line(above) is expected


@pytest.mark.parametrize(
    ("lines", "published"),
    [
        (["Vacancy: Compliance Officer", "Closing date: 30 May 2024", PROSE], ""),
        (["Vacancy: Compliance Officer", "Closing date: 30 May 2024", "2 May 2024", PROSE], "2024-05-02"),
        (["Vacancy: Compliance Officer", "Closing date", "30 May 2024", PROSE], ""),
        (
            ["青岭园区签约", "签约日期：2023-05-01", "园区今年新签约企业十二家。", "青岭县园区管委会", "2023年5月20日"],
            "2023-05-20",
        ),
        (["来信选登", "来信时间：2023-05-01", "路灯坏了。", "答复时间：2023-05-09"], "2023-05-09"),
    ],
)
def test_published(lines, published):
    text = "\n".join(lines)
    assert fill(Document("i", "s", text, text)).metadata.published == published


HISTORY = "Received 3 January 2019, Revised 14 February 2020, Accepted 2 March 2020"


@pytest.mark.parametrize(
    ("lines", "published"),
    [
        ([f"{HISTORY}, Available online 19 March 2020."], "2020-03-19"),
        ([f"{HISTORY}; first published online 19 March 2020."], "2020-03-19"),
        ([HISTORY], ""),  # the paper came out later than all of these
        (["Received: 3 January 2019", "Revised: 14 February 2020", "Published online: 19 March 2020"], "2020-03-19"),
        (["收稿日期：2019-01-03；修回日期：2020-02-14；录用日期：2020-03-02；网络首发：2020-03-19"], "2020-03-19"),
        (["收稿日期：2019-01-03", "修订日期：2020-02-14"], ""),
    ],
)
def test_history_of_a_paper(lines, published):
    text = "\n".join(["Effects of zones on wages", *lines, PROSE])
    assert fill(Document("i", "s", text, text)).metadata.published == published
