"""Lines above the text that are no titles: fields of a form, bylines, numbered sections, names of agencies."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parkdocs.metadata.date_frames import SOURCE
from parkdocs.metadata.source_lines import SourceLine

LOOK, MANY = 200, 3

_FIELD = re.compile(r"[\u3400-\u9fff]{2,6}[:：]\s{0,4}(?=\S)")
_FIELD_LINE = re.compile(r"\W{0,6}[\u3400-\u9fff](?:[\u3400-\u9fff]|\s){1,14}[:：]\s{0,4}")
_LABELLED_VALUE = re.compile(r"\W{0,4}(?:[\u3400-\u9fff]{2,6}|[A-Z][A-Za-z]{1,12})[:：]\s{0,4}\S")
_REACHED_AT = re.compile(r"\W{0,4}\S{2,12}[:：]\s{0,4}(?:https?:|www\.|[\w.+-]+@|[\d\s()+-]{6,}$)")
_TABLE_LABEL = re.compile(
    r"索引号|主题分类|信息分类|分类|(?:发文|发布|公开|制发)(?:机关|机构|单位|日期|时间|方式|范围|形式|责任部门)|发文字号|文号"
    r"|(?:成文|生成|生效|废止|印发)(?:日期|时间)|有效性|体裁分类|服务对象|关键词"
    r"|(?:信件|来信|留言|诉求|咨询|提问|受理|办理|办结|[回答]复)(?:编号|类[型别]|状态|人|时间|日期|单位|部门|结果|方式|情况)"
)
_QUESTION = re.compile(r"(?:[Qq问問]|Question)\s?\d{0,3}\s?[:：]")
_ANSWER = re.compile(r"(?:[Aa答]|Answer)\s?\d{0,3}\s?[:：]")
_PARTICULAR = re.compile(
    r"\W{0,4}(?:项目|項目|工程|标段|標段|标的|標的|采购|採購|招标|招標|中标|中標|合同)(?:项目|項目)?"
    r"(?:名[称稱]|[编編][号號]|地[点點]|概[况況]|[预預]算|[单單]位|人)\s?[:：]"
)
_PARTICULAR_ENGLISH = re.compile(
    r"(?:Hosts?|Hosted by|Organi[sz](?:ers?|ed by)|Co-organi[sz]ers?|Venue|Date(?: and time)?|Location|Attendees"
    r"|Participants|Apologies|Chair(?:person|man)?|Moderators?|Speakers?|Panell?ists|Deadline|Closing date|Employer"
    r"|Duty station|Salary|Reports to|Contract type|Sponsors?)\s?[:：]\s{0,4}\S",
    re.IGNORECASE,
)
_ADDRESSEE = re.compile(
    r"(?:To[:,]? )?The (?:[A-Z][\w-]+ ){0,3}(?:Manager|Director(?: General)?|Secretary|Chair(?:man|person)?|Editor"
    r"|Officer|Registrar|Commissioner|Minister|President|Head|Clerk|Principal|Administrator|Superintendent|Collector)"
    r"(?:(?:, | of (?:the )?)[A-Z][\w&'’ -]{2,60})?[,.]?"
)
_OCCASION = re.compile(
    r"(?:[A-Z][\w'’-]+ ){1,3}(?:Notice|Forum|Vacanc(?:y|ies)|Hearing|Tender|Conference|Workshop|Seminar|Summit"
    r"|Invitation|Symposium|Programme|Agenda|Minutes|Circular|Announcement|Policy|Guidelines|Charter|Agreement"
    r"|Consultation|Meeting|Appointment|Auction|Exhibition|Fair|Strategy|Survey|Framework)"
)
_AMBIGUOUS = re.compile(
    r"[^。]{2,60}(?:是一个)?(?:多义词|多義詞)[，,].{0,30}|[^.]{2,80} may refer to:?|For other uses, see .{3,120}"
)
_ERROR = re.compile(
    r"(?:(?:非常|很)?(?:抱歉|对不起|對不起)[，,！!\s]{0,2})?您?(?:要|所|正在)?(?:访问|訪問|查看|请求|請求|浏览|查找)?的?"
    r"(?:页面|頁面|网页|網頁|文章|内容|信息|链接|資料|资源)"
    r"(?:[,，、]?(?:或者?)?(?:已经?)?被?(?:不存在|未找到|找不到|[删刪]除|失效|无法访问|移[除动]|过期|下[线架]|更名|改名)){1,4}"
    r"[。.！!~～]{0,3}"
    r"|(?:HTTP )?(?:Error )?(?:40[0-4]|410|50[0-4])(?:\s?[-–—:|]?\s?(?:Error|(?:Page )?Not Found|Forbidden|Bad Request"
    r"|Unauthorized|Gone|Internal Server Error|Bad Gateway|Service (?:Temporarily )?Unavailable|Gateway Time-?out"
    r"|找不到页面|页面不存在|页面未找到)){1,2}[.!]?"
    r"|(?:Oops[,.!…]{0,3} )?(?:Sorry, )?(?:(?:The|This|That) )?(?:(?:requested|web) )?(?:Page|URL|File|Article"
    r"|Document)(?: you (?:requested|(?:are|were) looking for))?"
    r" (?:(?:was |is |could |can ?)?(?:not|n[o’']t)(?: be)? (?:found|available)"
    r"|(?:does not|doesn[’']t|no longer) exists?)[.!]?"
    r"|Access denied[.!]?|Internal Server Error|Service (?:Temporarily )?Unavailable|Bad Gateway",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"(?:共|已?[为為][您你])?(?:找到|[搜检檢查][索询詢]到).{0,40}?\d[\d,]*\s?(?:余|多)?[条條个個项項篇页頁].{0,12}"
    r"|共[有计計]?\s?\d[\d,]*\s?[条條篇页頁](?:[记記][录錄]|[结結]果|信息|[内內]容)?(?:[，,/、\s]{0,2}(?:第|[当當]前).{0,12})?"
    r"|(?:Showing |Results? |Records? )?\d{1,6}\s?(?:[-–—]|to)\s?\d{1,6} of (?:about )?\d[\d,.]{0,9}\b.{0,20}"
    r"|(?:About )?\d[\d,.]{0,9} (?:search )?(?:results?|matches|hits|records|entries)(?: (?:found|for)\b.{0,60})?",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"(?:中心|局|[办辦]公室|公司|研究院|研究所|[协協][会會]|[学學][会會]|委[员員][会會]|[联聯]盟|出版社)$"
)
_CREDIT = re.compile(SOURCE.pattern, re.IGNORECASE)
_BYLINE = re.compile(
    r"(?:(?:Interview|Story|Text|Words|Photos?|Photography|Analysis|Illustrations?) by"
    r"|By|Par|Por|Von|Di|Door|Ni|Bởi|Written by|Reported by|[记記]者|本[报報][记記]者"
    r"|[撰作][文者])[\s:：]{1,3}"
    r"(?:[A-ZÀ-Þ]\w{1,20}(?:[\s.,&'’-]{1,3}[\w.]{1,20}){0,5}(?:\s?[|•].{0,80})?"
    r"|[\u3400-\u9fff ]{2,12})|文/[\u3400-\u9fff ]{2,12}|原[创創]\s.{2,50}"
    r"|(?:La )?(?:Redacción|Redação|Rédaction|Redaktion|Redazione|Agencias|Staff"
    r"|Staff [Rr]eporter|Editor|News [Dd]esk|Admin)"
)
_ITEM = re.compile(
    r"(?:[QA问問答]\s?[:：]|\d{1,2}(?:\.\d{1,2}){0,3}[.、\s]|[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\d]{1,3}[)）]"
    r"|(?:Chapter|Part|Section|Article|Annex)\s[\dIVX]{1,4}\b|第[一二三四五六七八九十\d]{1,3}[章节節条條])"
)


def fields(lines: Sequence[SourceLine]) -> int:
    """How many of the first kept lines are a label with its value: from three on a label and a value make a form.

    A headline may hold a colon too (``外媒专版:二十载同行``), but then it is the only such line.
    """
    heads = [line.text[:40] for line in lines[:LOOK] if not line.kind]
    return sum(bool(_LABELLED_VALUE.match(head)) for head in heads if ":" in head or "：" in head)


def is_field(lines: Sequence[SourceLine], i: int, count: int) -> bool:
    """Whether a line is a form's: a label, the value of the label above, labels with values, or an address."""
    text = lines[i].text
    above = lines[i - 1].text[:40] if i else ""
    chinese = [x for x in (text[:40], above) if not x.isascii()]
    return (
        _has_fields(text[:LOOK])
        or bool(chinese and _FIELD_LINE.fullmatch(above))
        or any(_TABLE_LABEL.fullmatch("".join(x.split()).strip(":：·•*-")) for x in chinese)
        or bool(_REACHED_AT.match(text[:LOOK]))
        or (count >= MANY and bool(_LABELLED_VALUE.match(text[:40])))
    )


def _has_fields(text: str) -> bool:
    """Whether a line holds two Chinese labels or more, each with its value."""
    if text.isascii():
        return False
    return sum(not m.start() or text[m.start() - 1].isspace() for m in _FIELD.finditer(text)) > 1


def is_asked(lines: Sequence[SourceLine], i: int) -> bool:
    """Whether a line is a question of a list of them: labelled, with its labelled answer on the next line.

    >>> page = [SourceLine(n, text, "") for n, text in enumerate(("常见问题", "问：办备案要几天？", "答：三天。"))]
    >>> [is_asked(page, i) for i in range(3)]
    [False, True, False]
    """
    below = lines[i + 1].text if i + 1 < len(lines) else ""
    return bool(_QUESTION.match(lines[i].text) and _ANSWER.match(below))


def is_particular(text: str) -> bool:
    """Whether a line is a particular of a call or an event, with its label: ``项目名称：绿岛污水管网工程``.

    >>> is_particular("Host: Ambo Zone Authority"), is_particular("Hosts: who pays?"), is_particular("Host of the year")
    (True, True, False)
    """
    return bool(_PARTICULAR.match(text[:LOOK]) or _PARTICULAR_ENGLISH.match(text[:LOOK]))


def is_addressee(text: str) -> bool:
    """Whether a line is whom a notice is sent to or signed by: an office, with "The" in front.

    >>> is_addressee("The Manager, Human Resources"), is_addressee("The Manager who sold a port")
    (True, False)
    """
    return bool(_ADDRESSEE.fullmatch(text[:LOOK].strip()))


def is_error(text: str) -> bool:
    """Whether a line is all that a page says which is not there.

    >>> [is_error(t) for t in ("404 Not Found", "抱歉，您访问的页面不存在或已被删除", "Page not found: a history")]
    [True, True, False]
    """
    return len(text) <= 80 and bool(_ERROR.fullmatch(text.strip()))


def is_ambiguous(text: str) -> bool:
    """Whether a line of an encyclopaedia leads to other things of the same name.

    >>> is_ambiguous("海川是一个多义词，请在下列义项上选择浏览"), is_ambiguous("多义词研究")
    (True, False)
    """
    return bool(_AMBIGUOUS.fullmatch(text[:LOOK].strip()))


def names_occasion(text: str) -> bool:
    """Whether a line is a short name of a notice or an event: ``Regional Forum``, ``Tender Notice``.

    >>> names_occasion("Regional Forum"), names_occasion("Forum opens"), names_occasion("Job Vacancy")
    (True, False, True)
    """
    return bool(_OCCASION.fullmatch(text[:LOOK]))


def is_table_label(text: str) -> bool:
    """Whether a line is a label of a government table: ``索引号``, ``发布机构:``."""
    return len(text) < 30 and bool(_TABLE_LABEL.fullmatch("".join(text.split()).strip(":：·•*-")))


def is_count(text: str) -> bool:
    """Whether a line counts what a search or a list has found; seen on top of lists of results.

    >>> is_count("共找到 26 条与“自贸区”相关的内容"), is_count("共35条记录"), is_count("共有35条措施支持招商")
    (True, True, False)
    >>> is_count("Showing 1-4 of 63 results"), is_count("26 zones in 4 years"), is_count("Results of the 2021 census")
    (True, False, False)
    """
    return len(text) < 80 and bool(_COUNT.fullmatch(text.strip()))


def is_byline(text: str) -> bool:
    """Whether a line signs the text: ``Par Claire Morel``, ``记者 冯涛``.

    >>> is_byline("Por Redação"), is_byline("By the river, a new park"), is_byline("本报记者 白露")
    (True, False, True)
    """
    return bool(_BYLINE.fullmatch(text[:LOOK].strip()))


def is_credit(text: str) -> bool:
    """Whether a line names the source."""
    return bool(_CREDIT.match(text))


_MENU = re.compile(r"[^|｜]{1,24}(?:\s?[|｜]\s?[^|｜]{1,24}){2,20}")
_DOCUMENT = re.compile(
    r"(?:(?:Draft |Summary |Final )?(?:Minutes|Report|Proceedings|Statement|Speech"
    r"|Remarks|Agenda|Terms of Reference|Summary|Record) (?:of|on|by|for|to)\b"
    r"|Notice (?:of|inviting|to|on)\b|Call for\b|Invitation (?:to|for)\b)",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"(?:[报報]告|[规規]划|白皮[书書]|[蓝藍]皮[书書]|指南|手[册冊]|[纪紀]要|通[知告]|公[告示]|[办辦]法|方案|[决決]定|意[见見])(?:[(（].{0,12}[)）])?$"
)
_QUESTIONS = re.compile(
    r"[^\s、｜|]{0,14}(?:常[见見][问問][题題](?:解答)?|[问問]答)|FAQs?|Frequently asked questions\b.{0,60}",
    re.IGNORECASE,
)


def is_menu(text: str) -> bool:
    """Whether a line is short names between bars: ``News | Contact | Sitemap``."""
    return ("|" in text or "｜" in text) and _MENU.fullmatch(text[:LOOK]) is not None


def names_document(text: str) -> bool:
    """Whether a line says what the document is: ``Minutes of the Second Meeting``, ``绿色园区评价管理办法``,
    ``常见问题``.

    >>> names_document("Minutes of the Second Meeting"), names_document("年度发展报告"), names_document("Park opens")
    (True, True, False)
    """
    return bool(_DOCUMENT.match(text) or _PAPER.search(text) or _QUESTIONS.fullmatch(text[:LOOK]))


def is_item(text: str) -> bool:
    """Whether a line is numbered as a section inside a document is."""
    return bool(_ITEM.match(text))


def is_agency(text: str) -> bool:
    """Whether a line is the name of an office or firm."""
    return bool(_AGENCY.search(text))
