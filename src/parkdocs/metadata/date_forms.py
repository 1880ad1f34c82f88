"""How dates are written: patterns of their forms, each with what a line must hold for it to be worth a look.

Whitespace between the parts is bounded, so hostile input costs one pass.  ``date_spans`` reads what they find.
"""

from __future__ import annotations

import re

from parkdocs.metadata.month_names import ENGLISH, OTHERS

_S, _G = r"[^\S\r\n]{0,3}", r"[^\S\r\n]{1,3}"  # a little space; at least one
_H = rf"(?:\d\d:\d\d:\d\d{_G})?"  # "Sep 30 22:48:05 2021"
_TO = rf"{_S}(?:[-–—~]|to|through|thru|until|till){_S}"
_AND = rf"{_G}and{_G}(?:the{_G})?"
_BETWEEN = r"(?:(?<=[Bb]etween )|(?<=[Bb]etween the )|(?<=BETWEEN ))"  # without it, "and" names two days and no range
_OF = rf"(?:{_G}of)?{_G}"
_Y = r"(?P<y>(?:19|20)\d\d)(?:(?!\d)|(?=[0-2]?\d:[0-5]\d))"  # "20233:00 AM": the clock stuck to the year
_Z = r"(?P<z>(?:19|20)\d\d)(?!\d)"
_D = r"(?P<d>[0-3]?\d)(?:st|nd|rd|th|ST|ND|RD|TH)?"
_E = r"(?P<e>[0-3]?\d)(?:st|nd|rd|th|ST|ND|RD|TH)?"
_M = rf"(?P<m>{'|'.join(sorted(ENGLISH, key=lambda n: (-len(n), n)))})\b(?:\.(?!\d))?"
_N = _M.replace("(?P<m>", "(?P<n>")
_B = r"(?:\b|(?<=[a-z]))"  # "Ann LeeAugust 5, 2024": a byline's name stuck to the month
HAN_DIGITS = "〇零○一二三四五六七八九十"
_ISO_DAY = r"(?P<d>\d\d(?=[0-2]?\d:\d\d)|[0-3]?\d(?!\d))"  # "2022-06-1014:20": the time stuck to the day

_COUNT = f"[百{HAN_DIGITS}]{{1,6}}"
_ZH_DAY = (
    rf"(?P<m>[01]?\d|[{HAN_DIGITS}]{{1,2}}){_S}月(?:{_S}(?P<d>[0-3]?\d|[{HAN_DIGITS}]{{1,3}}){_S}(?:[日號号]|(?=[-—–~～至到])))?"
    rf"(?:{_S}起?{_S}[-—–~～至到]{_S}(?:(?P<n>[01]?\d|[{HAN_DIGITS}]{{1,2}}){_S}月{_S})?"
    rf"(?P<e>[0-3]?\d|[{HAN_DIGITS}]{{1,3}}){_S}[日號号])?"
)
_DIGITS_DAY = r"(?P<s>[-./])(?P<m>[01]?\d)(?P=s)(?P<d>[0-3]?\d)(?![\d./-])"

PATTERNS: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    (
        "ymd",
        "year",
        re.compile(
            rf"(?<![\d./vV-])(?P<y>(?:19|20)\d\d){_S}(?P<s>[-./]){_S}(?P<m>[01]?\d){_S}(?P=s){_S}{_ISO_DAY}(?!-\d)"
        ),
    ),
    (
        "ymd",
        "year",
        re.compile(
            r"(?<![\d./vV-])(?P<y>(?:19|20)\d\d)(?P<s>[-./])(?P<m>[01]?\d)(?P=s)(?P<d>[0-3]?\d)"
            rf"(?:{_S}(?:to|[–—~至到]){_S}|[ ]-[ ])"
            rf"(?P<z>(?:19|20)\d\d)(?P=s)(?P<n>[01]?\d)(?P=s)(?P<e>[0-3]?\d)(?!\d)"
        ),
    ),
    (
        "ymd",
        "year",
        re.compile(
            r"(?<![\d./vV-])(?P<y>(?:19|20)\d\d)(?P<s>[-./])(?P<m>[01]?\d)(?P=s)(?P<d>[0-3]?\d)"
            rf"{_S}(?:[~～–—至到]|(?<![-]\d)(?<![-]\d\d)-){_S}(?P<n>[01]?\d)(?P=s)(?P<e>[0-3]?\d)(?![\d./-])"
        ),
    ),
    ("ymd", "year", re.compile(rf"(?<![\d./-])(?P<y>(?:19|20)\d\d)[ ](?P<m>[01]\d)-{_ISO_DAY}(?!-)")),
    (
        "cjk",
        "in cjk",
        re.compile(
            rf"(?:(?P<y>(?:19|20)\d\d|[{HAN_DIGITS}]{{4}}){_S}[年년]{_S})?(?<![\d.])(?P<m>[01]?\d|[{HAN_DIGITS}]{{1,2}}){_S}[月월]份?"
            rf"(?:{_S}(?P<d>[0-3]?\d|[{HAN_DIGITS}]{{1,3}}){_S}(?:[日号號일]|(?=[-—–~～至到])))?"
            rf"(?:{_S}起?{_S}[-—–~～至到]{_S}(?:(?:(?P<z>(?:19|20)\d\d){_S}年{_S})?(?P<n>[01]?\d"
            rf"|[{HAN_DIGITS}]{{1,2}}){_S}月{_S})?(?P<e>[0-3]?\d|[{HAN_DIGITS}]{{1,3}}){_S}[日号號])?"
        ),
    ),
    (
        "cjk",
        "in cjk",
        re.compile(
            rf"(?P<y>(?:19|20)\d\d|[{HAN_DIGITS}]{{4}}){_S}年{_S}(?P<m>[01]?\d|[{HAN_DIGITS}]{{1,2}}){_S}月?{_S}[-—–~～至到]{_S}"
            rf"(?:(?P<z>(?:19|20)\d\d){_S}年{_S})?(?P<n>[01]?\d|[{HAN_DIGITS}]{{1,2}}){_S}月(?!{_S}[0-3]?[\d{HAN_DIGITS}]{{1,3}}{_S}[日号號])"
        ),
    ),
    (
        "dmy",
        "in month",
        re.compile(
            rf"(?<![\w.,:/-]){_D}(?:{_TO}{_E})?(?:{_G}day)?(?:{_G}of)?(?:{_G}|[-/.]){_M},?(?:(?:{_G}|[-/.,]){_Y})?"
        ),
    ),
    ("dmy", "in months", re.compile(rf"(?<![\w.,:/-]){_D}{_G}{_M}{_TO}{_E}{_G}{_N},?{_G}{_Y}")),
    ("mdy", "month", re.compile(rf"{_B}{_M}\.?{_S}{_D}(?:{_TO}{_E})?(?![\d:%])(?:{_S},?{_S}{_H}{_Y})?")),
    ("mdy", "months", re.compile(rf"{_B}{_M}{_G}{_D}{_TO}{_N}{_G}{_E},?{_G}{_Y}")),
    ("dmy", "in months", re.compile(rf"(?<![\w.,:/-]){_D}{_G}{_M},?{_G}{_Y}{_TO}{_E}{_G}{_N},?{_G}{_Z}")),
    ("mdy", "months", re.compile(rf"{_B}{_M}{_G}{_D},?{_G}{_Y}{_TO}{_N}{_G}{_E},?{_G}{_Z}")),
    ("dmy", "in between", re.compile(rf"{_BETWEEN}{_D}{_AND}{_E}{_OF}{_M}(?:,?{_G}{_Y})?")),
    ("dmy", "in between", re.compile(rf"{_BETWEEN}{_D}{_OF}{_M}{_AND}{_E}{_OF}{_N}(?:,?{_G}{_Y})?")),
    ("dmy", "in between", re.compile(rf"{_BETWEEN}{_D}{_OF}{_M},?{_G}{_Y}{_AND}{_E}{_OF}{_N},?{_G}{_Z}")),
    ("mdy", "in between", re.compile(rf"{_BETWEEN}{_M}{_G}{_D}{_AND}{_E},?{_G}{_Y}")),
    ("mdy", "in between", re.compile(rf"{_BETWEEN}{_M}{_G}{_D}{_AND}{_N}{_G}{_E}(?![\d:%])(?:,?{_G}{_Y})?")),
    ("mdy", "in between", re.compile(rf"{_BETWEEN}{_M}{_G}{_D},?{_G}{_Y}{_AND}{_N}{_G}{_E},?{_G}{_Z}")),
    ("minguo", "in minguo", re.compile(rf"(?:中[華华])?民[國国]{_S}(?P<y>\d{{1,3}}|元|{_COUNT}){_S}年{_S}{_ZH_DAY}")),
    ("minguo", "in minguo", re.compile(rf"(?:中[華华])?民[國国]{_S}(?P<y>\d{{2,3}}){_S}{_DIGITS_DAY}")),
    ("ymd-name", "year of month", re.compile(rf"(?<![\d./-]){_Y}[ ,-]{{1,2}}{_M}[ -]{_D}(?!\d)")),
    ("month", "month", re.compile(rf"\b{_M},?{_G}(?:of{_G})?{_Y}")),
    ("month", "months", re.compile(rf"\b{_M}{_TO}{_N},?{_G}{_Y}")),
    (
        "num",
        "in slashed",
        re.compile(
            r"(?<![\d./-])(?P<d>[0-3]?\d)(?P<s>[-/]|\.[ ]?)(?P<m>[0-3]?\d)(?P=s)(?P<y>(?:19|20)\d\d)(?!\d|[-./]\d)"
        ),
    ),
    (
        "other",
        "in worded",
        re.compile(
            rf"(?<!\w)(?P<d>[0-3]?\d)(?:\.|er|º|°)?{_G}(?:de{_G})?(?P<m>{'|'.join(OTHERS)})\b\.?,?{_G}(?:del?{_G})?{_Y}",
            re.IGNORECASE,
        ),
    ),
    (
        "other",
        "in comma",
        re.compile(rf"(?<!\w)(?P<m>{'|'.join(OTHERS)}){_G}(?P<d>[0-3]?\d),{_G}{_Y}", re.IGNORECASE),
    ),
    ("vi", "in tháng", re.compile(rf"(?<!\d)(?P<d>[0-3]?\d){_G}tháng{_G}(?P<m>[01]?\d)(?:{_S},|{_G}năm){_G}{_Y}")),
)
WEAK: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("ymd", "year", re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>[0-3]\d)(?!\d)")),
    ("month", "year", re.compile(r"(?<![\d./-])(?P<y>(?:19|20)\d\d)[-./](?P<m>0?[1-9]|1[0-2])(?![\d./-])")),
    ("season", "in year", re.compile(rf"\b(?P<m>[Ss]pring|[Ss]ummer|[Aa]utumn|Fall|[Ww]inter){_G}(?:of{_G})?{_Y}")),
    ("season", "year", re.compile(rf"(?P<y>(?:19|20)\d\d){_S}年{_S}(?P<m>[春夏秋冬])季?")),
    ("year", "year", re.compile(r"(?<![\d./-])(?P<y>(?:19|20)\d\d)(?![\d./-])")),
)
MINGUO: tuple[tuple[str, str, re.Pattern[str]], ...] = (
    ("minguo", "in minguo", re.compile(rf"(?<![\d./-])(?P<y>1[0-4]\d){_S}年{_S}{_ZH_DAY}")),
    ("minguo", "in minguo", re.compile(rf"(?<![\w./-])(?P<y>1[0-4]\d){_DIGITS_DAY}")),
    ("minguo", "in minguo", re.compile(rf"(?P<y>一百[{HAN_DIGITS}]{{1,3}}|一[一二三四][{HAN_DIGITS}])年{_ZH_DAY}")),
)
"""Years of the Republic as Taiwan counts them, without their name: 112 is 2023.

Three digits alone: "98/05/18" and "98年5月18日" can be a year of our own count.
"""
TAIWAN_YEAR = re.compile(r"1[0-4]\d[-./年]|一百?[一二三四]")
TAIWAN = re.compile(
    r"(?P<label>[\u3400-\u9fff]{0,8}(?:日期|[時时][間间]|日))\s{0,4}[:：]?[\s\[【(（]{0,4}"
    rf"(?:{TAIWAN_YEAR.pattern})"
)
"""A date's label before what may be such a year."""
YEARS = re.compile(r"1(?=9\d\d)|2(?=0\d\d)")
MONTHS = re.compile("|".join(sorted({name[:3] for name in ENGLISH})))
NEEDED = {
    "in slashed": re.compile(r"[-/.][ ]?(?:19|20)"),
    "in worded": re.compile(r"\d\D{3,40}(?:19|20)"),
    "in comma": re.compile(rf",{_G}(?:19|20)"),
    "in tháng": re.compile("tháng"),
    "in minguo": re.compile("民[國国]"),
    "in cjk": re.compile("[月월年년]"),
}
"""What a line must hold for a form to be worth a look, by the second value of the form; most lines hold no date at all.

A form whose need is not ``in`` a line starts with a year or a month's name, and is tried at those places alone.
"""
