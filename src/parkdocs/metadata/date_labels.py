"""Labels that say what a date is the date of other than publication: ``Closing date``, ``签约日期``, ``Date of birth``.

A label that ends in "date" or 日期, or opens with "Date of", stands for publication only where its other words are ones
of publication: no list can hold all that has a date.  Seen in calls for tenders, vacancies, registers and papers.
Safe: a date so labelled is still listed.  Risky where a name stands right before a plain label (``Li Wei Date:``): the
date then counts as an event's and the document has none, or the next best.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from parkdocs.metadata.date_words import EN_STRONG, OTHER_STRONG, UPDATED, ZH_STRONG
from parkdocs.metadata.source_lines import SourceLine

NOT_PUBLISHED = re.compile(
    r"\b(?:edited|last post|next|joined|member since|received|accepted|expir\w+|deadline|due|born|since|until|valid"
    r"|archived)\b[^.]{0,24}$|(?:建立|截[止至]|有效期|[发發]行|生效|施行|[实實]施|出生|生[产產]|到期|注[册冊]|[成創创]立)[^。]{0,6}$",
    re.I,
)
EVENT_LABEL = re.compile(
    r"(?:活[动動]|[会會][议議]|[举舉][办辦行]|[报報]名|培[训訓]|考[试試]|公示|[开開][标標始]|召[开開]|event|meeting|workshop|course)"
    r"\s?(?:日期|[时時][间間]|期|dates?|time)\s{0,3}[:：为為自是]{1,2}\s{0,3}$",
    re.I,
)
_LONGEST = 40  # characters of a label above its date
_WHEN_ZH = "日期|[时時][间間]"
_END = r"\s{0,4}[:：|]?[\s*_|\[【(（]{0,4}(?:\w{3,9}day,?\s{1,2}|(?:mon|tue|wed|thu|fri|sat|sun),?\s{1,2})?$"
_WORD = r"[a-z][a-z'’/&-]{0,20}"
_EN = re.compile(
    rf"(?:^|[|;.,•·*]|\s\s|[{{(])[\s*_]{{0,6}}(?:(?P<words>{_WORD}(?:[ ]{_WORD}){{0,5}})[ ](?:dates?|time|day)"
    r"(?:\s?[/&]\s?time)?"
    rf"|date[ ](?P<after>{_WORD}(?:[ ]{_WORD}){{0,5}})(?=\s{{0,4}}[:：|]|$))[*_]{{0,3}}{_END}",
    re.I,
)
_ZH = re.compile(rf"(?P<words>[\u3400-\u9fff]{{1,16}})(?:{_WHEN_ZH}|日(?=\s?[:：])){_END}", re.I)
_ZH_LINE = re.compile(rf"\W{{0,6}}[\u3400-\u9fff]{{1,8}}(?:{_WHEN_ZH}|[日期])\s?[:：]?\W{{0,4}}")
_OTHER = re.compile(
    r"(?:^|[|;•·*]|\s\s)[\s*_]{0,6}(?:fecha|data|datum|дата|tanggal|ngày|tarih)"
    r"[ ](?P<words>[^\W\d]+(?:[ ][^\W\d]+){0,5})"
    rf"[*_]{{0,3}}\s?[:：|]{_END}",
    re.I,
)
_PUBLISHING = re.compile(
    r"publi\w*|post(?:ed|ing)?|releas\w*|issu\w*|upload\w*|add(?:ed|ition)|creat\w*|disclos\w*|writ\w*|broadcast\w*|aired|air|sent|entry|entered|dated?"
    r"|press|news|article|story|blog|document|report|page|web|online|notice|announce\w*|newsletter|file|content|letter|memo|circular|bulletin|statement"
    r"|first|last|latest|original\w*|official|initial|local|updat\w*|modif\w*|edit\w*|beijing|standard"
    r"|and|or|of|the|a|an|this|its|on|in|at|by|from|to|is|day|time|hour|place|venue|line|source|author"
)
"""English words of a label of publication, of an update or of none in particular."""
_PUBLISHING_ZH = re.compile(
    r".*(?:[发發][布佈表稿文帖放]|[张張][贴貼]|出[刊报報]|[见見][报報]|[报報][道告]|登[载載出]|[颁頒]布|提[问問]|落款|播出|[编編][发發]|答[复復覆]|刊[登发發载載]|成文|印[发發]|公[布佈]|上[传傳]|[录錄]入|添加|出版|[签簽][发發]|制定|生成|[创創]建|提交"
    r"|更新|修改|修[订訂]|[编編][辑輯制]|撰[写寫]|[写寫]作|作者|[来來]源|[记記]者|北京|[当當]地|本地|首[发發]|推送|信息|文章|新[闻聞]"
    r"|稿件|文件|公文|本文|公告|通知|公示|[网網][页頁]|[页頁]面|消息|日期|[时時][间間]|[掲揭][载載]|公[开開]|投稿|公表|配信|登[录錄録]"
    r"|[转轉][载載]|[点點][击擊]|[浏瀏][览覽]|星期|[今明昨当當即次翌本近往平假周週每])"
)
_PUBLISHING_OTHER = re.compile(
    r"\b(?:publi|pubbl|emis|émis|emiss|dif+us|parution|post|edi[cç]|veröff|erstell|crea|cria|inser|dodan|wydan|публик|выпуск"
    r"|размещ|đăng|terbit|yayın|a[ct]+uali|mise[ ]en[ ]ligne)",
    re.I,
)
_OWN = re.compile(rf"(?:{UPDATED}|{EN_STRONG}|{OTHER_STRONG}|{ZH_STRONG})\W{{0,4}}$", re.I)
_OF_PUBLICATION = re.compile(r"\bdate of (?:publication|issue|release)\b[^.:：]{0,40}[:：]?\W{0,4}$", re.I)
_HISTORY = re.compile(
    r"\b(?:received|accepted|submitted)\b[^.]{0,24}\d{4}|(?:收稿|[录錄]用|投稿)(?:日期|[时時][间間])?\s?[:：]?\s?\d{4}",
    re.I,
)


def in_history(lines: Sequence[SourceLine], i: int) -> bool:
    """Whether a line or one beside it dates a paper's receipt or acceptance: a revision there came before publication.

    Seen as ``Received 3 January 2019, Revised 14 February 2020``, and as one date a line.
    """
    return any(_HISTORY.search(line.text[:400]) for line in lines[max(0, i - 2) : i + 3])


def is_other_line(above: str) -> bool:
    """Whether a line of its own labels the date below it so; a Chinese heading may end in 时间 too, so it is short.

    >>> is_other_line("Closing date"), is_other_line("公示截止期"), is_other_line("Vol. 6 和修表的人聊聊时间")
    (True, True, False)
    """
    if len(above) > _LONGEST or not (above.isascii() or _ZH_LINE.fullmatch(above)):
        return False
    told = above.rstrip().endswith(":") or not above.isascii()
    return bool(told and NOT_PUBLISHED.search(above)) or is_other(above)


def is_other(before: str) -> bool:
    """Whether what stands right before a date labels it as the date of something else than publication or update.

    >>> [is_other(t) for t in ("Closing date: ", "Date of birth: ", "签约日期：", "验收时间: ")]
    [True, True, True, True]
    >>> [is_other(t) for t in ("Release date: ", "Date: ", "Date of issue: ", "公告发布时间：", "The date ")]
    [False, False, False, False, False]
    """
    return _has_other_words(before) and not (_OWN.search(before) or _OF_PUBLICATION.search(before))


def _has_other_words(before: str) -> bool:
    """Whether a label holds a word that is none of publication."""
    if m := _EN.search(before):
        found = re.findall(r"[a-z]+", (m["words"] or m["after"]).lower())
        return not all(_PUBLISHING.fullmatch(word) for word in found)
    if m := _ZH.search(before):
        value = before[: m.start()].rstrip().endswith((":", "：", ")"))  # 作者：李明日期：…, 發(fā)布時間
        return not (value or _PUBLISHING_ZH.fullmatch(m["words"]))
    return bool((m := _OTHER.search(before)) and not _PUBLISHING_OTHER.search(m["words"]))
