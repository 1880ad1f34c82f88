"""Sentences about another object than this text: who registers for an event, what bidders may download, an annex.

"Registration closes on 30 September", "Only registered suppliers can view the tender documents",
投标人注册后可下载招标文件: standard wording of tenders, events and application notices, with the words of a wall.
Safe: only whole sentences with a full stop count, that name such an object (a programme, tender documents, a form) or
an event's date and places, or begin with who registers (bidders, 考生), and have no word of this text, of reading,
members or payment.  Risky for a site of tenders that shows one only to whoever registers, and says so in a sentence.
"""

from __future__ import annotations

import re

from parkdocs import deferred
from parkdocs.view import view

LONGEST = 240
_WHO = (
    r"(?:bidders|tenderers|suppliers|contractors|applicants|candidates|participants|exhibitors|delegates|visitors"
    r"|attendees|investors|companies|firms|farmers|students|teams|authors|speakers)"
)
HINT = deferred.pattern(r"regist|sign|log|account|pages|注册|登[录陆]|扫|关注", re.IGNORECASE)
ROLE = deferred.pattern(
    r"^(?:all |only |interested |registered |prospective )*"
    r"(?:bidders|tenderers|vendors|suppliers|contractors|applicants|candidates|participants|exhibitors|delegates|attendees)\b",
    re.IGNORECASE,
)
"""Who registers for a tender, a fair or a grant, and not for a site."""
GATE = deferred.pattern(
    r"\b(?:regist(?:er|ers|ered|ering|rations?)|sign(?:s|ed|ing)?[ -]?(?:up|in)|log(?:s|ged|ging)?[ -]?(?:in|on)"
    r"|creat\w+ an account)\b",
    re.IGNORECASE,
)
OBJECT = deferred.pattern(
    r"\b(?:(?:tender(?:ing)?|solicitation|bid(?:ding)?|procurement|auction|contract|application|registration|entry|competition)"
    r" (?:documents?|files?|forms?|history|packs?|dossiers?|status|guides?|procedures?|materials?|details)"
    r"|remaining (?:[\w-]+ )?(?:plots|places|seats|stands|tickets|rooms|lots)"
    r"|programmes?(?! report)|agenda|timetable|floor ?plan|history of an?"
    r"|(?:lists?|maps?|plans?) of (?:the )?(?:\w+ )?"
    r"(?:plots|exhibitors|speakers|participants|delegates|stands|lots|bidders)"
    r")\b",
    re.IGNORECASE,
)
EVENT = deferred.pattern(
    rf"^(?:registrations?|(?:all |interested |registered )?{_WHO})\b.*"
    r"\b(?:\d{1,2} (?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)\w*"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day|\d{1,2} [ap]\.?m|noon|places|seats|venue|desk|entrance|hall"
    r"|on the day|on site|first[- ]come)\b",
    re.IGNORECASE,
)
ANNEX = deferred.pattern(
    r"^the (?:remaining|other|last|first) (?:[\w-]+ )?pages of (?:the|its|each|an?) (?:[\w-]+ ){0,2}"
    r"(?:annex|appendix|schedule|form|ledger|register|programme|catalogue|brochure|notebook|plan)\w* "
    r"(?:list|show|contain|give|describe|set out|hold|cover|deal with|name|explain|carry|record|(?:are|were) filled)\b",
    re.IGNORECASE,
)
OF_THIS_TEXT = deferred.pattern(
    r"\b(?:this|these|above|articles?|stor(?:y|ies)|texts?|posts?|piece|essay|columns?|chapters?|rest|continu\w*|preview\w*"
    r"|excerpts?|extracts?|samples?|summary|abstract|subscri\w*|members?|membership|read(?:s|ing|ers?)?|reports?"
    r"|stud(?:y|ies)|papers?|premium|paywall|unlock\w*|content|versions?|issues?|news|pay|paid|buy|trial|free account"
    r"|downloaded|not shown|hidden|locked)\b",
    re.IGNORECASE,
)
_ROLE = (
    r"(?:(?:投标|竞买|竞标|报价|响应|申请|申报|参赛|参会|参展|报名)(?:人|者|单位|企业|商|代表|人员)|供应商|承包商|考生)"
)
_GATE = r"(?:注册|登[录陆]|扫码|扫描|扫一扫|关注[^。]{0,8}公众号)"
_TAKE = r"(?:下载|查看|查阅|获取|领取|购买|填写)"
CHINESE = deferred.pattern(
    rf"^(?:请|凡|各|潜在|有意向?的?|符合条件的)*{_ROLE}[^。]{{0,16}}{_GATE}[^。;]{{0,24}}{_TAKE}[^。;]{{1,30}}。$"
    rf"|^(?!.*会员)[^。]{{0,8}}{_GATE}[^。;]{{0,24}}{_TAKE}[^。;]{{0,12}}"
    r"(?:(?:招标|采购|投标|竞标|竞价|竞买|磋商|谈判|询价|拍卖|挂牌|比选|资格预审|答疑|报名|申报|申请)"
    r"(?:文件|指南|材料|资料|表格?|书|须知|通知书)"
    r"|标书|图纸|登记表|回执|议程|日程表?|展位图|会议手册|准考证|办理进度"
    r"|(?:参展|参会|参赛|参训)[^。]{0,4}(?:名单|名录))。$"
)
OF_THIS_CHINESE_TEXT = deferred.pattern(
    r"本文|本页|全文|正文|原文|文章|报告|内容|剩余|余下|其余|后续|更多|阅读|付费|解锁|订阅|预览|试读|您|你"
)


def is_of_another(text: str) -> bool:
    """Whether a line is a sentence about registering for something else than this text, or of an annex's pages.

    >>> is_of_another("Registered bidders can view the tender documents."), is_of_another("投标人注册后可下载标书。")
    (True, True)
    >>> is_of_another("Register to read the full article."), is_of_another("注册登录后可查看全文。")
    (False, False)
    """
    bare = text.strip()
    if len(bare) > LONGEST or bare[-1:] not in {".", "。"} or not HINT.search(bare):
        return False
    seen = view(bare)
    if bare[-1] == "。":
        return bool(CHINESE.search(seen)) and not OF_THIS_CHINESE_TEXT.search(seen)
    if OF_THIS_TEXT.search(seen):
        return False
    return bool(
        (GATE.search(seen) and (ROLE.search(seen) or OBJECT.search(seen) or EVENT.search(seen))) or ANNEX.search(seen)
    )
