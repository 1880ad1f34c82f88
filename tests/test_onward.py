"""Words that lead on, on a line of their own or at a text's end."""

import pytest

from parkdocs import onward


@pytest.mark.parametrize(
    ("text", "more", "of_this"),
    [
        ("Continue reading →", True, True),
        ("**[Keep reading](/p/7)**", True, True),
        ("Read more »", True, False),
        ("展开剩余全文", True, True),
        ("查看更多", True, False),
        ("Continue reading the Riverside Post", False, False),
    ],
)
def test_lines_that_lead_on(text, more, of_this):
    assert (onward.is_more(text), onward.is_of_this_text(text)) == (more, of_this)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The zone has two gates and a […]", "[…]"),
        ("The zone has two gates, a rail yard and a customs office … Read more", "Read more"),
        ("The zone has two gates.", ""),
    ],
)
def test_at_the_end_of_a_text(text, expected):
    assert onward.inline(text) == expected


def test_a_long_line_is_read_whole():
    assert not onward.is_more("Read more" + " " * 600 + "The board met in May.")
