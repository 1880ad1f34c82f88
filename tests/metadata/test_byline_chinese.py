"""Lines of Chinese bylines, simplified and traditional, and lines that only look like one."""

import pytest

from parkdocs.metadata.byline_chinese import read


def found(line: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(credit.field, credit.values) for credit in read(line)]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("作者:许曼", ("许曼",)),
        ("作 者：许曼 王伟", ("许曼", "王伟")),
        ("作者：佚名", ()),
        ("作者：R Iyer", ("R Iyer",)),
        ("作者:许曼、王伟(实习)", ("许曼", "王伟")),
        ("时间:2022-01-02 作者:许曼 编辑:王伟", ("许曼",)),
        ("文/孔亮", ("孔亮",)),
        ("采访/秦朗  编辑/方糖", ("秦朗",)),
        ("记者:今年很多园区都在降租金,海川降了吗?", ()),
        ("图文/本报记者 孔亮", ("孔亮",)),
        ("文｜园区周刊 孔亮", ("孔亮",)),
        ("作者 Author:许曼", ("许曼",)),
        ("作者（Author）：骆冰　发布 Published:2022-09-14", ("骆冰",)),
        ("本报记者　蒲洋", ("蒲洋",)),
        ("作者：园区观察报 孔亮 许曼", ("孔亮", "许曼")),
        ("文｜园区周刊", ("园区周刊",)),  # nobody else signs
        ("文/张 三", ("张三",)),
        ("作者：张　三　李 四", ("张三", "李四")),
        ("【作者】许曼", ("许曼",)),
        ("river_rat 发表于 2005-9-15 11:46:00", ("river_rat",)),
        ("文章 发表于 2005-9-15 11:46:00", ()),
        ("本贴由大海于2005年8月12日16:12:21在〖园区〗发表.", ("大海",)),
        ("文：眉间尺", ("眉间尺",)),
        ("金嶺日報社記者 許曼", ("許曼",)),
        ("□ 本报记者 葛灵丹", ("葛灵丹",)),
        ("记者 刘涛", ("刘涛",)),
        ("沙州新闻频道 记者 伊琳 李清芬", ("伊琳", "李清芬")),
        ("新城报记者 彭冲 山东冠县报道", ("彭冲",)),
        ("本报记者孔亮报道,商务部门表示", ("孔亮",)),
        ("……产生了推动作用。（总台记者 张倩）", ("张倩",)),
        ("新华社北京5月1日电（记者王伟、李明）", ("王伟", "李明")),
        ("通讯员：王伟", ("王伟",)),
    ],
)
def test_authors(line: str, names: tuple[str, ...]) -> None:
    said = [name for c in read(line) if c.field == "author" for name in c.values]
    assert tuple(dict.fromkeys(said)) == names  # two patterns may read one name; fill keeps it once


@pytest.mark.parametrize(
    "line",
    [
        "他告诉记者，平台上线三年。",
        "记者近日体验了五家园区的线上平台。",
        "本报记者综合报道",
        "新华社记者",
        "接受记者采访时，负责人表示",
        "责任编辑:许曼",
        "（编辑：许曼 王伟）",
        "作者系某大学教授",
        "本站作者共有三人",
        "作者：",
        "语文/数学",
    ],
)
def test_no_authors(line: str) -> None:
    assert not [c for c in read(line) if c.field in ("author", "photographer")]


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("来源:湖畔新区发布2022-08-14 21:03", "湖畔新区发布"),
        ("2023-02-16 08:31:20     來源: 金嶺晚報", "金嶺晚報"),
        ("(文章来源:财信通讯)", "财信通讯"),
        ("本文来源:沙州新闻", "沙州新闻"),
        ("信息来源:市发改委", "市发改委"),
        ("来源：光明网-《光明日报》2024-05-20 03:15", "光明网-《光明日报"),
        ("2024-05-13 09:16:04 来源: 北青网-北京青年报 北京 举报", "北青网-北京青年报"),
        ("三江都市报 2019-08-22 02:10 大字", "三江都市报"),
        ("2023年09月04日 18:30 来源于 财新周刊", "财新周刊"),
        ("2020-11-02 | 转自 湖畔观察", "湖畔观察"),
        ("//example.net/www 2011-9-8 9:20:41 中原路机网", "中原路机网"),
        ("湖城廠房網報道:2013年6月3日,全省會議舉行", "湖城廠房網"),
        ("本文来源于国家统计局 2024-05-11 09:36:26", "国家统计局"),
    ],
)
def test_sources(line: str, source: str) -> None:
    assert [c.values[0] for c in read(line) if c.field == "credit"] == [source]


@pytest.mark.parametrize(
    "line",
    [
        "来源:",
        "日期:2021-11-03 14:20    来源:",
        "图片来源:官网",
        "数据来源：统计局",
        "主要收入来源：旅游",
        "这笔资金来源:银行贷款",
        "据报道:会议举行",
        "2023年9月4日 来自 三十个国家的代表参观了园区",
    ],
)
def test_no_sources(line: str) -> None:
    assert not [c for c in read(line) if c.field == "credit"]


def test_translators() -> None:
    assert found("翻译:赵胜") == [("translator", ("赵胜",))]
    assert found("编译：王伟 来源：某通讯") == [("translator", ("王伟",)), ("credit", ("某通讯",))]


def test_photographers_are_no_authors() -> None:
    assert found("图片社记者 顾盼 摄") == [("photographer", ("顾盼",))]


def test_only_the_ends_of_a_long_line_are_read() -> None:
    assert found("他说。" * 100 + "作者:许曼" + "他说。" * 100) == []
    assert found("作者:许曼 " + "他说。" * 200) == [("author", ("许曼",))]
