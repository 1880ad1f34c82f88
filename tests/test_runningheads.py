"""Running heads of pages are labels, headings that look like them are not."""

import pytest

from parkdocs import runningheads, shapes


@pytest.mark.parametrize(
    ("line", "shape"),
    [
        ("2 THE GAZETTE OF LINDARA : EXTRAORDINARY [PART II—SEC. 3(ii)]", "M"),
        ("PART II—Section 3—Sub-section (ii)", "M"),
        ("ZONE AUTHORITY   17", "M"),
        ("PART II The zone", "S"),
        ("The gazette of the zone", "S"),
        ("6    Outlook", "S"),
    ],
)
def test_running_heads(line, shape):
    (row,) = shapes.rows([line])
    assert runningheads.unless_running(row).shape == shape
