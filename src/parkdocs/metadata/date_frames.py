"""Lines that are nothing but the frame of a date: a byline's names, numbers and clock around it, no sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parkdocs.metadata.date_spans import Span

SHORT_LINE = 160  # characters: longer lines are prose, not bylines
CLOCK = re.compile(r"[T\s]?(?<!\d)[0-2]?\d[:：][0-5]\d(?:[:：][0-5]\d)?(?:\s?[AaPp]\.?[Mm]\b\.?)?")
WEEKDAY = re.compile(
    r"星期[一二三四五六日天]|[周週][一二三四五六日]\b|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b",
    re.I,
)
SOURCE = re.compile(
    r"(?:[来來]源|作者|[责責]?[编編][辑輯]?|[记記]者|浏览[量次数]*|[点點][击擊][量数]*|[阅閱][读讀][量数]*|字[号號體体]"
    r"|source|by|author|hits|views|editor|reporter)\s{0,3}[:：]?[^|:：]{0,30}",
    re.I,
)
ADDRESS = re.compile(r"[!-~]{0,10}//[!-~]{1,200}")
SENTENCE_END = re.compile(r"[。！？!?;；]|(?<!\b[A-Z])(?<!\bN[or])(?<! г)\.(?:\s|$)")
LINKED = re.compile(
    r"(?<![AaPp][Mm] )\b(?:of|on|for|to|since|until|till|from|in|at|by|during|after|before|the)\s{1,3}$"
    r"|[截至于於自从從到在]\s{0,2}$",
    re.I,
)
GLUED = re.compile(r"[\u3400-\u9fff]")
AFTER_ZH = re.compile(
    r"星期|[周週][一-日]|[来來]源|作者|[编編]|[责責]|[记記]者|[浏瀏]|[点點]|[阅閱]|字[号號]|[讯訊]|(?:印[发發]|[发發][布佈])\W*$"
)
EVENT = re.compile(
    r"\b(?:held|holds?|took place|takes? place|taking place|hosted|hosts|convened|organi[sz]ed|opened|opens|launched"
    r"|inaugurated|kicked off|signed|broke ground|attended|visited|scheduled"
    r"|will be held|to be held|meets?|begins?|started)\b"
    r"|[举舉]行|召[开開]|[举舉][办辦]|[开開]幕|[启啟][动動]|[签簽][约約署字订訂]|奠基|揭牌|[开開]工|[开開][园園]|授牌|成立|[视視]察|[调調]研",
    re.I,
)


def rest(text: str, spans: Sequence[Span]) -> str:
    """What a line says beside its dates, clock times, weekdays and addresses."""
    kept, at = [], 0
    for span in spans:
        kept.append(text[at : span.start])
        at = span.end
    return WEEKDAY.sub(" ", CLOCK.sub(" ", ADDRESS.sub(" ", " ".join((*kept, text[at:])))))


def is_frame(text: str, spans: Sequence[Span]) -> bool:
    """Whether a line is only the frame of its date: names and numbers around it, no sentence, no heading.

    >>> from parkdocs.metadata.date_spans import find
    >>> [is_frame(t, find(t)) for t in ("14 June, 2018 | Source:Wire | Hits:2087", "Report on 14 June 2018", "No date")]
    [True, False, False]
    """
    if not spans or len(text) > SHORT_LINE:
        return False
    first, last = spans[0], spans[-1]
    after = text[last.end :]
    if LINKED.search(text[: first.start]) or (
        text[last.end - 1] in "日号號月份" and GLUED.match(after) and not AFTER_ZH.match(after)
    ):
        return False
    said = SOURCE.sub(" ", rest(text, spans))
    han = len(re.findall(r"[\u3400-\u9fff]", said))
    latin = len(re.findall(r"[^\W\d_]", said)) - han
    return han <= 14 and latin <= 40 and not SENTENCE_END.search(said) and not EVENT.search(said)
