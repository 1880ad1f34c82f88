"""Chinese sentences that give a person a role, and sentences that give none."""

import pytest

from parkdocs.metadata.people_chinese import read


def found(text: str) -> list[tuple[str, str, str]]:
    return [(p.name, p.role, p.organisation) for p in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("商务部副部长王受文表示", ("王受文", "副部长", "商务部")),
        ("区长李明在会上说", ("李明", "区长", "")),
        ("首任规划师林守诚至今保留着总图", ("林守诚", "首任规划师", "")),
        ("某市常务副市长李明，介绍了情况", ("李明", "常务副市长", "某市")),
        ("联合国工业发展组织总干事格尔德·穆勒指出", ("格尔德·穆勒", "总干事", "联合国工业发展组织")),
        ("會議由金嶺區區長許曼主持", ("許曼", "區長", "金嶺區")),
        ("工业和信息化部部长金壮龙出席", ("金壮龙", "部长", "工业和信息化部")),
        ("李扬和商务部部长王文涛会见", ("王文涛", "部长", "商务部")),
        ("研究所所长李扬说，", ("李扬", "所长", "研究所")),
        ("董事长欧阳明德致辞", ("欧阳明德", "董事长", "")),
    ],
)
def test_one_person(text: str, expected: tuple[str, str, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "主任说明情况",
        "市长高度重视",
        "主席向首届论坛致贺信",
        "部长级会议在北京举行",
        "各位代表、专家和企业家参加会议",
        "董事长、总经理出席",
        "王受文表示",  # no role
        "负责人表示，将为每个项目配一名联络员",
        "Director Song Yuyan said",
        "",
    ],
)
def test_nobody(text: str) -> None:
    assert found(text) == []


@pytest.mark.xfail(reason="a name before its role (王受文副部长) is not read: too many words end like a name")
def test_name_before_role() -> None:
    assert [name for name, _, _ in found("王受文副部长表示")] == ["王受文"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("会议由沙洲县委常委、副县长钱进主持。", [("钱进", "常委、副县长", "沙洲县委")]),
        ("董事长、总经理王伟表示", [("王伟", "董事长、总经理", "")]),
        ("省商务厅厅长 许世昌、联盟秘书长 魏华 先后发言", [("许世昌", "厅长", "省商务厅"), ("魏华", "秘书长", "联盟")]),
        ("行政總裁馬惠民昨日出席", [("馬惠民", "行政總裁", "")]),
        (
            "组长:吴国栋  副组长:林晓燕、王强(兼)",
            [("吴国栋", "组长", ""), ("林晓燕", "副组长", ""), ("王强", "副组长", "")],
        ),
        ("负责人:联系电话", []),
        ("部长 高度重视", []),
        ("市长李明、副市长王强出席", [("李明", "市长", ""), ("王强", "副市长", "")]),
    ],
)
def test_several_roles_spaces_and_lists(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("组  长：何  伟  县委副书记、县长", [("何伟", "组长", "")]),  # spaced out to the width of the labels around it
        (
            "嘉宾：姜涛，东岭科技园发展有限公司总经理",
            [("姜涛", "东岭科技园发展有限公司总经理", "东岭科技园发展有限公司")],
        ),
        ("受访者：姜涛（东岭商会会长）", [("姜涛", "东岭商会会长", "东岭商会")]),
        ("主持人：姜涛", []),  # no role
        ("嘉宾：各园区企业，有关总经理", []),
    ],
)
def test_lists_and_talks(text: str, people: list[tuple[str, str, str]]) -> None:
    assert found(text) == people
