"""Names that headings have in any report: "Abstract", "Disclaimer", 目录, 附件; read in their folded form."""

from __future__ import annotations

import re

from parkdocs.matching import key

CONTENTS = re.compile(
    r"contents|(?:tableof|listof)contents|(?:本文|文章|报告|報告)?目[录錄次]|inhalt(?:sverzeichnis)?|sommaire|tabledesmatières"
    r"|[íi]ndice|sumário|содержание|оглавление"
)
DISCLAIMER = re.compile(
    r"(?:legal)?disclaimers?|legalnotice|免[责責](?:声明|聲明|申明)|法律(?:声明|聲明)|haftungsausschluss|avertissement|avisolegal"
    r"|отказотответственности"
)
KNOWN = re.compile(
    r"abstract|(?:executive)?summary|introduction|background|conclusions?|purpose|scope|methods?|(?:key)?(?:results|findings)"
    r"|discussion|objectives|overview|nextsteps|limitations|furtherreading|abouttheauthors?|references|bibliography|acknowledge?ments?|foreword"
    r"|preface|preamble|glossary|(?:listof)?abbreviations|acronyms|recommendations|methodology|endnotes"
    r"|摘要|内容[提摘]要|前言|序言|引言|绪论|[导導]言|[结結][论論]|[结結][语語]|结束语|[参參]考文[献獻]|致[谢謝]|[后後][记記]"
    r"|résumé|einleitung|zusammenfassung|introducción|conclusiones|resumen|введение|заключение"
)
USUAL = re.compile(
    r"about(?:the|this|our|us)?\w{0,30}|keywords|howto(?:apply|register|participate|takepart)|eligibility(?:criteria)?"
    r"|contacts?(?:us|details)?|notestoeditors|whocanapply|whatweoffer|requirements|responsibilities|qualifications"
)
ANNEX = re.compile(
    r"(?:annex(?:e|es|ure)?|appendix|appendices|anhang|anexos?|приложение)"
    r"(?:\s{0,2}[-–]?\s{0,2}(?:[a-z]|\d{1,3}|[ivx]{1,5}))?(?!\w)\s{0,3}(?:$|[:.：–—-])"
    r"|附[件录錄]\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[A-Z])?(?:$|[ 　])",
    re.IGNORECASE,
)

SCHEDULE = re.compile(r"(?:the)?(?:(?:first|second|third|fourth|fifth|sixth|last)?schedules?|schedule[a-z\d]{1,2})")


def is_contents(text: str) -> bool:
    """Whether a heading is that of a table of contents.

    >>> is_contents("Contents"), is_contents("目　录"), is_contents("Contents of the box")
    (True, True, False)
    """
    return len(text) <= 60 and CONTENTS.fullmatch(key(text)) is not None


def is_disclaimer(text: str) -> bool:
    """Whether a heading is that of a disclaimer; on a web page the same word is a link of the footer.

    >>> is_disclaimer("免责声明："), is_disclaimer("Disclaimer of interest")
    (True, False)
    """
    return len(text) <= 60 and DISCLAIMER.fullmatch(key(text)) is not None


def is_annex(text: str) -> bool:
    """Whether a heading opens an annex; ``附件：名单`` only names one that is attached elsewhere.

    >>> is_annex("Annex A: Tables"), is_annex("附件1"), is_annex("附件：名单"), is_annex("Annexed lands")
    (True, True, False, False)
    """
    return ANNEX.match(text[:100]) is not None


def is_known(text: str) -> bool:
    """Whether a line alone can be a heading by its words: one of the above, or "Abstract", 前言 and the like.

    >>> is_known("Executive Summary"), is_known("参考文献"), is_known("The summary")
    (True, True, False)
    """
    if len(text) > 60:
        return False
    folded = key(text)
    return any(names.fullmatch(folded) for names in (KNOWN, CONTENTS, DISCLAIMER)) or is_annex(text)


def is_apart(text: str) -> bool:
    """Whether a heading stands beside the parts and chapters of a document, under none of them.

    >>> is_apart("SCHEDULE"), is_apart("Annex B: Tables"), is_apart("Abstract"), is_apart("Scheduled works")
    (True, True, True, False)
    """
    return is_known(text) or (len(text) <= 60 and SCHEDULE.fullmatch(key(text)) is not None)


def is_usual(text: str) -> bool:
    """Whether a line straight above its paragraph is a heading by its words, though elsewhere it may be a menu's.

    >>> is_usual("About the role"), is_usual("How to apply"), is_usual("The contact")
    (True, True, False)
    """
    return len(text) <= 60 and (is_known(text) or USUAL.fullmatch(key(text)) is not None)
