"""Bylines of Chinese pages: who wrote, who translated, where a text was taken from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from parkdocs.metadata import byline_sources
from parkdocs.metadata.byline_sources import MEDIUM
from parkdocs.metadata.names import HAN, is_chinese_name, longest, words


class Credit(NamedTuple):
    """Names that a line gives: ``field`` is author, photographer, translator, editor or credit."""

    field: str
    values: tuple[str, ...]
    rule: str


_TEXT_BY = re.compile(
    r"(?:^|[\s(（\[【□■●◎])(?:(?:撰)?(?:图|圖)?文|[采採][访訪写寫])\s?[/／|｜:：]\s?(?:图|圖|摄|攝)?\s?(?=\S)"
)
_OTHER_ROLE = re.compile(
    r"[\s\u3000]*(?:[编編][辑輯排]|[责責美][编編]|[摄攝]影|校[对對]|[审審]核|制图|設計|设计)\s?[/／|｜:：]"
)
_NOT_LABEL_BEFORE = ("资金", "收入", "能源", "人才", "原料", "经费", "财政", "圖片", "图片", "数据", "資料", "资料")
_SPLIT = re.compile(r"[、,，/／;；&\s]+|和(?=.{2,4}$)")
_PREFIX = re.compile(r"^(?:.{0,8}(?:记者|記者)|通讯员|通訊員|编辑)\s*")
_TRANSLATED = re.compile(
    rf"(?:^|[\s\u3000/／])(?:翻[译譯]|[编編][译譯]|[译譯][者文])[\s\u3000]{{1,3}}([{HAN}]{{2,3}})(?=[\s\u3000、，]|$)"
)
_REPORTER = re.compile("记者|記者|通讯员|通訊員")
_DECORATION = re.compile(r"[\s□■●◎▲(（【]*(?:本[报報刊网網台])?(?:特[约約]|[实實][习習]|[见見][习習]|首席)?")
_GLUED = re.compile(rf"([{HAN}]{{2,4}}?)(?=报道|報道|摄|攝|发自|發自|[)）、，,。/／\s]|$)")
_POST = "(?:[发發][表布佈]|[发發推](?:荐|薦)?(?=[于於])|张贴|張貼|提交|上[传傳]|[发發]帖)"
_POSTED_BY = re.compile(
    rf"由\s?([{HAN}\w·]{{2,12}}?)\s?(?:{_POST}(?=[于於@\s]|$)|[于於](?:19|20)\d\d[-年/.][^。]{{4,50}}?{_POST})"
    rf"|^([{HAN}\w·]{{2,16}})\s{{1,4}}{_POST}[于於]?\s?[:：]?\s?(?=(?:19|20)\d\d[-年/.])"
)
_TEXTS = frozenset(("文章", "本文", "作品", "论文", "帖子", "本帖", "该帖", "最后", "最近", "首次", "评论", "本贴"))
_APART = re.compile(rf"(?<![{HAN}])([{HAN}])[ \u3000]{{1,3}}([{HAN}])(?![{HAN}])")
_ORIGINAL = re.compile(rf"(?:原[创創]|撰文|[采採]写)[\s\u3000]+([{HAN}]{{2,4}})(?=\s|$)")
_DATE_NAME = re.compile(rf"\d{{1,2}}[日:：]\d{{0,2}}[\s\u3000]{{0,4}}[\[【]\s?([{HAN}·]{{2,8}})\s?[\]】]")
_NO_NAMES = frozenset(
    ("高新", "时间", "程序", "方法", "安全", "简介", "白皮书", "文件", "申请", "管理", "计划", "时政")
)
_NO_NAMES |= {"温州", "常州", "邢台", "关注", "关闭", "房产", "高清", "财经"}
_MARKS = frozenset(":：|｜】")
_NO_ENDS = (
    "区",
    "區",
    "市",
    "省",
    "县",
    "縣",
    "局",
    "部",
    "网",
    "網",
    "报",
    "報",
    "社",
    "台",
    "厅",
    "院",
    "所",
    "会",
    "會",
    "章",
    "节",
    "页",
    "闻",
    "聞",
    "讯",
    "路",
)
_NEXT = re.compile(
    r"[、\s]+(?:(?:[实實][习習]|特[约約]|[见見][习習])?(?:[记記]者|生(?=[\u3400-\u9fff ]))|通[讯訊][员員])?\s?"
)
_CHINESE = re.compile(f"[{HAN}]")
_SPOKEN = re.compile("[。？！?!]")
"""What a label's value of names has not, and a question behind 记者: in an interview has."""
_SHORT = 200  # a line this short may carry labels anywhere; in a longer one only its two ends are looked at


def read(text: str) -> Iterable[Credit]:
    """What one line says of authors, translators and source; an empty label yields nothing.

    Seen as ``作者:许曼``, ``来源:X 作者:Y 浏览:9``, ``文/孔亮``, ``金嶺日報社記者 許曼``, ``本报记者孔亮报道``,
    ``三江都市报 2019-08-22``.  Editors, photo and data sources are labels too, but nobody's byline.  Risky where a pen
    name is a plain word.

    >>> [(c.field, c.values) for c in read("时间:2013-02-03来源:沙州新闻作者:孔亮浏览:12")]
    [('credit', ('沙州新闻',)), ('author', ('孔亮',))]
    """
    return () if text.isascii() or not _CHINESE.search(text) else _read(text)


def _read(text: str) -> Iterator[Credit]:
    text = text.replace("丨", "｜")  # a Chinese character that stands for a bar: 文丨李响
    if " " in text or "\u3000" in text:
        text = _APART.sub(_joined, text)
    for part in [text] if len(text) <= _SHORT else [text[: _SHORT // 2], text[-_SHORT // 2 :]]:
        if _MARKS.intersection(part):
            yield from _labelled(part)
        if "文" in part or "采" in part or "採" in part:
            yield from _text_by(part)
        yield from _posted(part)
        if "者" in part or "员" in part or "員" in part:
            yield from _reporters(part)
        yield from (Credit("credit", (name,), rule) for rule, name in byline_sources.unlabelled(part))


def _joined(m: re.Match[str]) -> str:
    """A name of two characters that was set as wide as one of three: ``张　三``."""
    return m[1] + m[2] if is_chinese_name(m[1] + m[2]) else m[0]


@cache
def _field_of() -> dict[str, str]:
    """Every label with the field that it fills, "" for none."""
    fields = {"author": "author", "translator": "translator", "editor": "editor", "credit": "credit", "other": ""}
    return {label: field for name, field in fields.items() for label in longest(f"zh_label_{name}")}


@cache
def _label() -> re.Pattern[str]:
    labels = sorted(_field_of(), key=lambda word: (-len(word), word))
    spaced = (r"\s?".join(label) if len(label) == 2 else label for label in labels)
    english = r"(?:\s?[/／(（]?\s?(?:Authors?|By|Writers?|Text|Editors?|Translators?|Sources?|From)[)）]?)?"
    return re.compile(f"({'|'.join(spaced)}){english}" + r"(?:\s?[:：|｜]|】\s?[:：]?)\s?")


def _labels(text: str) -> list[tuple[str, int, int]]:
    """Fields of the labels in a line, with where they start and where their values start.

    A label glued to a Chinese character counts only after another label: ``经济来源:`` is none, ``…孔亮来源:`` is one.
    """
    out: list[tuple[str, int, int]] = []
    for m in _label().finditer(text):
        before = text[max(0, m.start() - 2) : m.start()]
        if before.endswith(_NOT_LABEL_BEFORE) or (not out and "\u3400" <= before[-1:] <= "\u9fff"):
            continue
        out.append((_field_of()["".join(m.group(1).split())], m.start(), m.end()))
    return out


def _labelled(text: str) -> Iterator[Credit]:
    found = _labels(text)
    ends = [start for _, start, _ in found[1:]] + [len(text)]
    for (field, _, begin), end in zip(found, ends, strict=False):
        if field == "credit":
            value = byline_sources.labelled(text[begin:end])
            if value:
                yield Credit("credit", (value,), "byline/zh-source")
        elif field:
            values = people(text[begin:end])
            if values and (is_chinese_name(values[0]) or not _SPOKEN.search(text[begin:end])):
                yield Credit(field, values, f"byline/zh-{field}")


def people(value: str) -> tuple[str, ...]:
    """Names of people at the start of a label's value; stops where something else begins.

    >>> people("宋怡 杨志华"), people("佚名"), people("R Iyer"), people("王伟、李明)")
    (('宋怡', '杨志华'), (), ('R Iyer',), ('王伟', '李明'))
    """
    value = value.strip(" \t\u3000\xa0[【(（:：/／")
    if re.match(r"[A-Za-z]", value):
        latin = re.match(r"[A-Za-z][\w.'’-]{0,24}(?: [A-Z][\w.'’-]{0,24}){0,3}", value)
        return (latin.group().rstrip(".-"),) if latin else ()
    value = _PREFIX.sub("", value)
    cut = re.search(r"[\]】)）。(（|｜<]", value)
    out: list[str] = []
    for piece in _SPLIT.split(value[: cut.start()] if cut else value)[:12]:
        name = _PREFIX.sub("", piece).removesuffix("摄").removesuffix("攝").removesuffix("文")
        plain = re.fullmatch(rf"[{HAN}·•]{{2,12}}", name) and name not in words("zh_nobody")
        if out and is_chinese_name(name) and out[-1].endswith(MEDIUM) and not is_chinese_name(out[-1]):
            out.pop()  # the paper that the names are of: 文｜财新周刊 程思炜
        if not plain or (out and not is_chinese_name(name)) or name.endswith(("报道", "報道", "来源", "时间")):
            if name:
                break
            continue
        out.append(name)
    return tuple(dict.fromkeys(out))


def _text_by(text: str) -> Iterator[Credit]:
    for m in _TEXT_BY.finditer(text):
        values = people(_OTHER_ROLE.split(text[m.end() : m.end() + 40], maxsplit=1)[0])
        if values:
            yield Credit("author", values, "byline/zh-text-by")


def _posted(text: str) -> Iterator[Credit]:
    """``由海姑娘张贴 @ 2005-03-21``; a name in brackets behind the date: ``7月16日08:19 [ 黄宇 ]``."""
    looks = "由" in text or "19" in text or "20" in text
    if (
        looks
        and (m := _POSTED_BY.search(text))
        and (name := m[1] or m[2]) not in words("zh_nobody") | _TEXTS | {"Posted"}
    ):
        yield Credit("author", (name,), "byline/zh-posted-by")
    if (m := _ORIGINAL.match(text)) and is_chinese_name(m.group(1)):
        yield Credit("author", (m.group(1),), "byline/zh-original")
    if ("译" in text or "譯" in text) and (m := _TRANSLATED.search(text)) and is_chinese_name(m.group(1)):
        yield Credit("translator", (m.group(1),), "byline/zh-translated")
    if ("[" in text or "【" in text) and (m := _DATE_NAME.search(text)) and is_chinese_name(m.group(1)):
        yield Credit("author", (m.group(1),), "byline/zh-date-name")


def bare_name(text: str) -> tuple[str, ...]:
    """Chinese names where a line holds nothing else: ``胡平``, ``王 伟　李明``; only for lines under a title.

    >>> bare_name("胡平"), bare_name("□ 许曼　李明"), bare_name("高新区"), bare_name("第一章")
    (('胡平',), ('许曼', '李明'), (), ())
    """
    if len(text) > 40 or text.isascii():
        return ()
    pieces = re.split(r"[\s\u3000、，]+", text.strip("□■●◎▲*_#—- \t\xa0\u3000"))
    if len(pieces) == 2 and all(len(p) == 1 for p in pieces):
        pieces = ["".join(pieces)]
    good = all(
        is_chinese_name(p) and len(p) < 4 and not p.startswith(longest("zh_no_names")) and p not in _NO_NAMES
        for p in pieces
    )
    return tuple(pieces) if good and not any(p.endswith(_NO_ENDS) for p in pieces) else ()


def _reporters(text: str) -> Iterator[Credit]:
    """Reporters without a colon: at a line's start or end, in brackets, or after the name of their paper."""
    for m in _REPORTER.finditer(text):
        if text[m.end() : m.end() + 2].lstrip()[:1] in (":", "："):
            continue  # a label
        before, rest = text[max(0, m.start() - 20) : m.start()], text[m.end() : m.end() + 60]
        signed = before.rstrip().endswith((*MEDIUM, "通讯员"))
        at_start = _DECORATION.fullmatch(before) is not None
        bracket = before.rfind("(") + before.rfind("（") > -2 and not re.search("[)）]", before)
        names, after = _names_after(rest, glued=rest[:1] not in " \u3000\xa0")
        if names and (signed or at_start or bracket or not after.strip()):
            photo = after.lstrip().startswith(("摄", "攝"))
            yield Credit("photographer" if photo else "author", names, "byline/zh-reporter")


def _names_after(rest: str, *, glued: bool) -> tuple[tuple[str, ...], str]:
    out: list[str] = []
    at = len(rest) - len(rest.lstrip())
    while len(out) < 8:
        m = _GLUED.match(rest, at)
        if not m or not is_chinese_name(m.group(1)):
            break
        out.append(m.group(1))
        step = _NEXT.match(rest, m.end())
        at = step.end() if step else m.end()
        if not step:
            break
    return tuple(dict.fromkeys(out)), rest[at:]
