"""Rows of tables in plain lines, and headings of annexes."""

import pytest

from parkdocs import page, tabular
from parkdocs.lines import split


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("Annex 1", True),
        ("Appendix B: Fees", True),
        ("Table 4. Rents by zone", True),
        ("Notes to editors", True),
        ("附件1：企业名单", True),
        ("参考文献", True),
        ("Annexed lands", False),
        ("Table of contents", False),
        ("Figures of the year", False),
        ("附件下载", False),
        ("附近的园区", False),
        ("Schedule", False),
    ],
)
def test_headings_of_what_a_text_is_supplied_with(line, is_one):
    assert tabular.is_supplement(line) is is_one


@pytest.mark.parametrize(
    ("lines", "is_one"),
    [
        (["A-04 | 200", "A-07 | 500"], True),
        (["Company      Staff", "Aeroflex     62"], True),
        (["| Plot | Rent |", "|---|---|"], True),
        (["Plot\tRent", "A-04\t$ 12,500"], True),
        (["Home | News", "Jobs | Contact"], False),
        (["Tel  200", "Fax  300"], False),
        (["A-04 | 200", "Home"], False),
        (["A-04 | 200", ""], False),
        (["A-04 | 200"], False),
    ],
)
def test_a_table_has_two_rows_as_wide_and_figures(lines, is_one):
    assert tabular.opens(page.read(split("\n".join(lines) + "\n")), 0) is is_one
