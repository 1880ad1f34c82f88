"""Lines that are only the frame of a date."""

import pytest

from parkdocs.metadata.date_frames import is_frame
from parkdocs.metadata.date_spans import find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023-07-28 | UNIDO", True),
        ("4 Mar 2016, by Admin", True),
        ("来源:湖畔新区发布2022-08-14 21:03", True),
        ("2017年3月14日 星期二 返回版面目录", True),
        ("Report on 14 June 2018", False),
        ("2011年9月7日开工仪式", False),
        ("On 5 May 2020 the park was opened by the mayor. It is large.", False),
        ("2013年6月3日,全省循環工業園授牌會議在湖城舉行,省環保部門負責人參加。", False),
        ("no date", False),
    ],
)
def test_frame(text, expected):
    assert is_frame(text, find(text)) is expected
