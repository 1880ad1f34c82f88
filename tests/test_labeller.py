"""The labeller: shapes, words, surroundings, the trees' walk, and what becomes of whole documents."""

import json
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parkdocs import labeller, trees
from parkdocs.features import shape, tokens
from parkdocs.model import Document
from parkdocs.pipeline import Settings, advance
from parkdocs.surroundings import CLIP, OUTLINE, RANGES, best_block, columns, look, outline

PROSE = (
    "The harbour authority said on Tuesday that the second basin would be ready before the end of the year, "
    "and that ships of up to forty thousand tonnes could then be unloaded at the new quay.",
    "Dredging began in March. It was held up twice by storms, and once by a wreck that nobody had put on the charts.",
    "Local fishermen, who had feared for their moorings, were given a pier of their own; most say that it is better.",
    "The cost, put at nine million when the plans were drawn, has since risen to fourteen. The mayor blames steel.",
    "A ferry to the islands is to sail twice a day from May. Tickets will be sold on board, and dogs travel free.",
)
HEAD = ["Home", "News", "Sports", "Business", "Contact Us", "Log in", "Subscribe", "Search"]
TAIL = [
    "Share this article",
    "Related articles",
    "Read more",
    "Privacy Policy",
    "Terms of Use",
    "About Us",
    "Follow us",
]
ZH_PROSE = (
    "据管委会介绍，园区二期工程已于上月完工，新建标准厂房十二栋，可容纳企业四十余家，预计明年春天全部投入使用。",
    "园区负责人表示，今后将继续完善道路、供水和排污设施，为企业提供更好的服务，同时加强对周边环境的保护。",
    "入园企业以机械加工和食品生产为主，去年实现产值三十二亿元，比前年增长百分之九，吸纳就业五千多人。",
    "“我们在这里投产只用了八个月。”一位企业负责人说，当地政府派专人帮助办理手续，水电也很快接通。",
)
ZH_HEAD = ["首页", "新闻", "体育", "财经", "娱乐", "登录", "注册"]
ZH_TAIL = ["相关新闻", "上一篇", "下一篇", "关于我们", "联系我们", "网站地图", "版权所有"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Home", {"script": 0, "start": 8, "end": 0, "capitals": 1}),
        ("PRIVACY POLICY", {"capitals": 5}),
        ("12/05/2021", {"digits": 4, "start": 2, "end": 7}),
        ("京ICP备00000000号", {"end": 9, "start": 6, "digits": 3}),
        ("他说：“好。”", {"script": 1, "end": 6}),
        ("A | B | C", {"separators": 2}),
        ("write to a@b.example", {"symbols": 1}),
        ("© 2020 Harbour", {"symbols": 2, "start": 5}),
    ],
)
def test_shape(line: str, expected: dict[str, int]) -> None:
    assert shape(line)._asdict().items() >= expected.items()


def test_longer_lines_are_wider_and_chinese_counts_twice() -> None:
    widths = [shape("a" * n).width for n in (1, 5, 30, 100, 500, 5000)]
    assert widths == sorted(set(widths))
    assert shape("园" * 20).width == shape("a" * 40).width


@given(st.text(min_size=1))
def test_shape_stays_within_its_tables(line: str) -> None:
    s = shape(line)
    assert all(0 <= v < labeller.SIZES[k] for k, v in s._asdict().items())


def test_tokens_of_long_lines_are_few() -> None:
    assert len(tokens("word " * 10_000)) <= 30
    assert len(tokens("园区" * 10_000)) <= 40
    assert tokens("* * *") == {"="}


def view_of(first: list[int]):  # type: ignore[no-untyped-def]
    lines = [f"line {i % 7}" for i in range(len(first))]
    return look(lines, [shape(x) for x in lines], first, [0] * len(first))


@given(st.lists(st.integers(-CLIP, CLIP), min_size=1, max_size=80))
def test_columns_are_complete_and_within_range(first: list[int]) -> None:
    view = view_of(first)
    cols = columns(view)
    assert list(cols) == list(RANGES)
    assert list(outline(view)) == list(OUTLINE)
    for name, col in cols.items():
        assert len(col) == len(first)
        assert RANGES[name][0] <= min(col) <= max(col) <= RANGES[name][1], name


@given(st.lists(st.integers(-CLIP, CLIP), min_size=1, max_size=60))
def test_window_sums_are_what_they_say(first: list[int]) -> None:
    cols = columns(view_of(first))
    for i in range(len(first)):
        assert cols["around3"][i] == sum(first[max(0, i - 3) : i + 4])
        assert cols["before24"][i] == sum(first[max(0, i - 24) : i])
        assert cols["after24"][i] == sum(first[i + 1 : i + 25])


def test_best_block_is_the_longest_content() -> None:
    assert best_block([9, -3, 9, -8, -8, 2, -8, 9], [1] * 8) == (3, 6)
    assert best_block([5, 5], [1, 1]) == (0, 0)


def weights() -> dict:  # type: ignore[type-arg]
    return json.loads(files("parkdocs").joinpath("weights/labeller.json").read_text("utf-8"))


def walk(tree: dict, row: dict[str, int]) -> int:  # type: ignore[type-arg]
    """The plain way down a tree: of a leaf's rivals to its right, none may have been excluded."""
    open_leaves = set(range(len(tree["values"])))
    for name, threshold, first, last in tree["nodes"]:
        if row[name] > threshold:
            open_leaves -= set(range(first, last))
    return tree["values"][min(open_leaves)]


def test_masks_give_what_walking_each_tree_gives() -> None:
    lines = [*HEAD, *PROSE, *TAIL]
    grown = weights()["trees"]
    cols, page = labeller._look(lines, None)
    for i, found in enumerate(labeller.score(lines)):
        row = {name: col[i] for name, col in cols.items()} | page
        assert round(found * trees.SCALE) == sum(walk(t, row) for t in grown)


def test_weights_are_small_and_of_known_columns() -> None:
    data = weights()
    assert len(json.dumps(data, ensure_ascii=False).encode()) < 1_000_000
    assert {n[0] for t in data["trees"] for n in t["nodes"]} <= {*RANGES, *OUTLINE}
    assert all(len(t["values"]) <= trees.LEAVES for t in data["trees"])


@pytest.mark.parametrize(
    ("head", "prose", "tail"), [(HEAD, PROSE, TAIL), (ZH_HEAD, ZH_PROSE, ZH_TAIL)], ids=["en", "zh"]
)
def test_a_page_with_its_chrome_on(head: list[str], prose: tuple[str, ...], tail: list[str]) -> None:
    verdicts = labeller.label([*head, *prose, *tail])
    assert not any(verdicts[len(head) : len(head) + len(prose)])
    removed = sum(verdicts[: len(head)]) + sum(verdicts[len(head) + len(prose) :])
    assert removed >= 0.8 * (len(head) + len(tail))


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(PROSE),
        "\n\n".join(ZH_PROSE),
        "# Port report\n\n## Contents\n\n1. Basins\n2. Quays\n\n## 1. Basins\n\n- first\n- second\n\n"
        + "\n\n".join(PROSE),
        "The Pier\n\nThe gulls are gone,\nthe nets are in,\nthe lamp burns on,\nthe light is thin.\n",
        "def f(x):\n    return x + 1\n\n\nclass A:\n    pass\n",
        "| year | ships |\n|---|---|\n| 2001 | 44 |\n| 2002 | 61 |\n\n" + PROSE[1],
    ],
    ids=["prose", "zh", "markdown", "poem", "code", "table"],
)
def test_clean_texts_stay_whole(text: str) -> None:
    assert not any(labeller.label(text.split("\n")))


def test_the_seeds_lose_only_what_rules_take_too() -> None:
    for path in sorted((Path(__file__).parent.parent / "seeds").glob("*.txt")):
        raw = path.read_text("utf-8")
        removed = "".join(e.old for e in advance(Document("i", "s", raw, raw), "clean", Settings()).edits)
        lines = raw.split("\n")
        called = [x for x, v in zip(lines, labeller.label(lines), strict=True) if v]
        assert [x for x in called if x.strip() not in removed] == [], path.name


def test_blank_lines_change_nothing() -> None:
    lines = [*HEAD, *PROSE, *TAIL]
    spaced = [x for line in lines for x in (line, "", " \u3000")]
    assert labeller.score(spaced)[::3] == labeller.score(lines)
    assert set(labeller.score(spaced)[1::3]) == {0.0}


def test_evidence_and_bias_move_the_verdict() -> None:
    lines = [*HEAD, *PROSE, *TAIL]
    at = len(HEAD) + 1
    assert labeller.label(lines, [50.0 if i == at else 0.0 for i in range(len(lines))])[at]
    assert not labeller.label(lines, [-50.0 if i == 0 else 0.0 for i in range(len(lines))])[0]
    assert sum(labeller.label(lines, bias=-3.0)) <= sum(labeller.label(lines)) <= sum(labeller.label(lines, bias=3.0))


def test_terms_say_why() -> None:
    lines = [*HEAD, *PROSE, *TAIL]
    reasons = labeller.terms(lines, lines.index("Privacy Policy"))
    assert any("privacy" in reason and weight > 0 for reason, weight in reasons)
    assert [abs(w) for _, w in reasons] == sorted((abs(w) for _, w in reasons), reverse=True)
    assert labeller.terms(["", "x"], 0) == []


@settings(deadline=None)
@given(st.lists(st.text(max_size=60), max_size=30))
def test_any_text_gets_an_answer(lines: list[str]) -> None:
    scores = labeller.score(lines)
    assert len(scores) == len(labeller.label(lines)) == len(lines)
    assert all(s == 0.0 for s, line in zip(scores, lines, strict=True) if not line.strip())


def test_hostile_input_is_linear() -> None:
    assert len(labeller.label(["x" * 3_000_000, "\ud800", "\x00", *["#"] * 20_000])) == 20_003
