"""The head of a document: which lines may be its title, and what the others are."""

import pytest

from parkdocs.metadata import title_head
from parkdocs.metadata.source_lines import SourceLine

PROSE = "The port will add thirty thousand square metres to its yard by the end of next year, the operator said."


def head(*texts, kinds=None):
    numbered = enumerate(texts, 1)
    return title_head.read([SourceLine(n, text, (kinds or {}).get(text, "")) for n, text in numbered], "en", ())


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("5 November 2023 | 10:14", "date"),
        ("发布时间:", "label"),
        ("Par Claire Morel", "byline"),
        ("Home > News > Ports", "crumb"),
        ("News | Contact | Sitemap", "other"),
        ("Port to grow.", "other"),
        ("Port to grow", ""),
        (PROSE, "prose"),
    ],
)
def test_roles(line, role):
    assert head(line).lines[0].role == role


def test_it_ends_with_the_first_running_text_that_is_kept():
    found = head("Port to grow", PROSE, "More text", kinds={})
    assert [line.text for line in found.lines] == ["Port to grow", PROSE]
    assert len(head("Port to grow", PROSE, "More text", kinds={PROSE: "share"}).lines) == 3


def test_far_from_kept_lines_those_taken_away_are_left_out():
    menu = [f"Topic {n}" for n in range(40)]
    found = head(*menu, "Port to grow", PROSE, kinds=dict.fromkeys(menu, "nav"))
    assert [line.at for line in found.lines] == [*range(12), 36, 37, 38, 39, 40, 41]


def test_a_short_line_of_a_form_is_no_candidate():
    found = head("园区名录", "主导产业:电子信息", "地址:东区1号", "电话:0000-1110001")
    assert [line.role for line in found.lines[:2]] == ["", "other"]
