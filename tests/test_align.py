"""tools/align: which lines of a page its gold text has."""

import importlib.util
from pathlib import Path

import pytest

SPEC = importlib.util.spec_from_file_location("align", Path(__file__).parent.parent / "tools" / "align.py")
assert SPEC
align = importlib.util.module_from_spec(SPEC)
assert SPEC.loader
SPEC.loader.exec_module(align)

FIRST = "The harbour authority said on Tuesday that the second basin would be ready in May."
SECOND = "Dredging began in March and was held up twice by storms and once by a wreck."
TEASER = "Nine other harbours of the coast have asked for money to build basins of their own."


@pytest.mark.parametrize(
    ("lines", "gold", "expected"),
    [
        (["Home", FIRST, "Share", SECOND, TEASER], [FIRST, SECOND], [1, 0, 1, 0, 1]),
        ([FIRST, "Storms", SECOND], [FIRST, "Storms", SECOND], [0, 0, 0]),  # a short line, between in the gold too
        (["Storms", TEASER, FIRST, SECOND], [FIRST, SECOND, "Storms"], [1, 1, 0, 0]),  # elsewhere it is another
        (["New basin", FIRST, SECOND], [FIRST, SECOND], [-1, 0, 0]),  # the title, which the gold leaves out
        (["", FIRST, "***", SECOND], [FIRST, SECOND], [-1, 0, -1, 0]),
        ([SECOND, FIRST], [FIRST, SECOND], [0, 0]),  # in another order
        (
            ["港口管理局周二表示，第二港池将于五月启用。", "相关阅读"],
            ["港口管理局周二表示，第二港池将于五月启用。"],
            [0, 1],
        ),
        ([], [FIRST], []),
        ([FIRST], [], [1]),
    ],
)
def test_labels(lines, gold, expected):
    assert align.align(lines, "\n".join(gold), "New basin") == expected
