"""Where a Chinese page was taken from: the source that a label names, or a paper's name beside a date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parkdocs.metadata.names import HAN, words

_CUT = re.compile(r"\s{3,}|\u3000{2,}|[|｜\]】)）》。]|\d{4}\s?[-年/.]")
_MEDIA = (
    rf"[{HAN}A-Za-z]{{1,18}}(?:报|報|网|網|社|台|臺|在线|在線|网站|網站|新闻|新聞|客户端|发布|融媒|资讯|資訊|快讯|快訊"
    r"|时讯|時訊)"
)
_AGENCY = rf"[{HAN}]{{1,6}}?(?:通讯社|通訊社|新闻社|新聞社|新网|新網|社|网|網|报|報)"
_MEDIA_DATE = re.compile(rf"({_MEDIA})\s*\d{{4}}\s?[-年/.]\s?\d")
_DATE_MEDIA = re.compile(rf".{{0,60}}\d{{1,2}}:\d{{2}}(?::\d{{2}})?\s+({_MEDIA})\s*(?:$|记者|記者)")
_DAY_MEDIA = re.compile(rf"\d{{4}}[-年/.]\d{{1,2}}[-月/.]\d{{1,2}}日?\s+({_MEDIA})(?=\s|$)")
_WIRE = re.compile(rf"[\s　(（【]*({_AGENCY})(?:[{HAN}]{{1,12}}?)?(?:\d{{4}}年)?\d{{1,2}}月\d{{1,2}}日\s?[电電讯訊]")
_REPORTS = re.compile(rf"[\s　]*({_MEDIA})(?:报道|報道|讯|訊|消息|电|電)[:：]")
_TAKEN_FROM = re.compile(rf"本文(?:来源于|來源於|转载自|轉載自|源自)\s?[:：]?\s?([{HAN}A-Za-z·]{{2,24}})")
_PRINTED = re.compile(rf"\W{{0,6}}(?:原载|原載)?《([{HAN}A-Za-z ]{{2,20}})》\s?[(（]?\s?(?:19|20)\d\d[-年/.]")
_FROM = re.compile(
    r"(?:.{0,40}\d日?\s{0,4}(?:来源于|來源於)|\W{0,4}(?:来源于|來源於)(?=[\s:：《])"
    r"|.{0,40}\d日?[\s|｜]{1,3}(?:来自|來自|[转轉]自|摘自|源自|出自)\s)"
    rf"\s?[:：]?\s?《?((?:(?!的)[{HAN}A-Za-z·]){{2,20}})》?(?=\s|$)"
)
_RUN_ON = re.compile(
    r"(?<=..)[\s·]{0,3}(?:特[约約]|[实實][习習]|[见見][习習]|首席)?(?:[记記]者|通[讯訊][员員]|作者|撰文|[责責][任编編]?[编編][辑輯]?|[编編][辑輯]|[摄攝]影)"
    rf"[\s/／]{{0,3}}(?:[:：]|(?![{HAN}]{{0,2}}[网網社部报報会會])[{HAN}]{{2,4}}(?![{HAN}]))"
)
"""The next label of a byline and its value, stuck to the source where a page's elements stand side by side."""
_JOURNALS = frozenset(("中国", "青年", "新闻", "城市"))
"""What makes the name of a journal with the word for reporter or editor behind it: 《青年记者》."""
MEDIUM = ("报", "報", "社", "网", "網", "台", "臺", "刊", "端", "频道", "訊", "讯")
"""Ends of the names of papers and agencies."""


def labelled(value: str) -> str:
    """The source a label names, without brackets, date or what follows; "" where there is none.

    >>> labelled("【湖畔新区发布2022-08-14 21:03"), labelled(" 北青网-北京青年报 北京 举报"), labelled("<>")
    ('湖畔新区发布', '北青网-北京青年报', '')
    """
    value = value.strip(" \t\u3000\xa0[【(（《<>")
    cut = _CUT.search(value)
    value = value[: cut.start()] if cut else value
    if (next_label := _RUN_ON.search(value)) and value[: next_label.start()] not in _JOURNALS:
        value = value[: next_label.start()]
    if re.match(rf"[{HAN}]", value):
        value = re.split(r"[\s，,]", value, maxsplit=1)[0]
    value = value.strip(" \t\u3000\xa0<>：:-—《》“”\"'")
    return value if 1 < len(value) <= 40 and value not in words("zh_nobody") and any(c.isalpha() for c in value) else ""


def unlabelled(text: str) -> Iterator[tuple[str, str]]:
    """Rule and name of a paper beside a date, opening a report, or behind 来源于: the source without a label.

    >>> list(unlabelled("2023年09月04日 18:30 来源于 财新周刊")), list(unlabelled("原料来源于 周边农户"))
    ([('byline/zh-from', '财新周刊')], [])
    """
    for rule, m in (
        ("byline/zh-taken-from", _TAKEN_FROM.search(text) if "本文" in text else None),
        ("byline/zh-from", _FROM.match(text) if len(text) <= 80 and ("源" in text or "自" in text) else None),
        ("byline/zh-paper-date", _MEDIA_DATE.match(text)),
        ("byline/zh-date-paper", _DATE_MEDIA.match(text) if ":" in text else None),
        ("byline/zh-day-paper", _DAY_MEDIA.match(text) if len(text) <= 60 else None),
        ("byline/zh-printed-in", _PRINTED.match(text) if len(text) <= 80 else None),
        ("byline/zh-dateline", _WIRE.match(text) if "月" in text else None),
        ("byline/zh-paper-reports", _REPORTS.match(text) if ":" in text or "：" in text else None),
    ):
        if m and not m.group(1).startswith(("本", "据", "據", "来源", "來源")):
            yield rule, m.group(1)
