"""Lines that look like chrome and are the text's own: its title, a notice's contacts, a guide's list of references, a
sentence that says where the report of an article can be had.

They stand where menus and footers stand, and read alike; to lose them costs a reader more than a menu entry that stays.
``taken`` maps the lines that rules took to the kind of chrome.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, takewhile

from parkdocs import deferred, works
from parkdocs.page import HAN_CHARACTER, Page

Taken = Mapping[int, str]

TITLE_NEAR, NEAR = 12, 3
CONTACT = deferred.pattern(
    r"^(?:(?:(?:By )?(?:post|(?:tele)?phone|e-?mail|hand|fax)|Telephone enquiries"
    r"|Tel|Mobile|Cell|Help ?desk|Hotline|Contact(?: person| details)?"
    r"|For (?:further|more) information|(?:联系|咨询|报名|办公)?电话|联系人|传真|(?:电子)?邮[箱件]|联系方式"
    r"|(?:办公|联系)?地址)\.? ?[:(]|Contact$)",
    re.IGNORECASE,
)
ATTACHED = deferred.pattern(r"^\W{0,3}附件 ?(?:\d{1,2}|[一二三四五六七八九十])?[:、. ](?! ?下载) ?\w")
"""An attachment with its name, at the end of a notice: of 21 such lines in written documents all were content."""
MEDIA_CONTACT = deferred.pattern(
    r"^(?:For )?(?:media|press|editorial)(?: \w+){0,2} (?:contacts?|enquiries|inquiries)"
    r"(?:,? (?:please )?contact)? ?:?$",
    re.IGNORECASE,
)
REACHED = deferred.pattern(r"\w@\w|\d[\d ()+-]{5,}\d")
MOST_CONTACT, LONGEST_CONTACT = 6, 90
MADE_BY = deferred.pattern(
    r"^(?:(?:Prepared|Submitted|Commissioned|Drafted) "
    r"(?:(?:by|for|to|on behalf of)(?: the)? (?-i:[A-ZÀ-Ž])|(?:by|for|to) ?:)"
    r"|(?:编制|编写|委托|承担|起草|提交|组织编写)(?:单位|机构|部门|人|者) ?:)",
    re.IGNORECASE,
)
"""Who made a report, for whom: lines of its title page."""
SALUTATION = deferred.pattern(
    r"^(?:Dear|To whom|Sehr geehrte|Liebe|Cher|Chère|Estimad|Caro|Gentile|Hello|Hi) ?[\w .’'&-]{2,60}[,:!]?$"
    r"|^(?:尊敬的|各位|亲爱的).{1,30}:?$",
    re.IGNORECASE,
)
VALEDICTION = deferred.pattern(
    r"^(?:(?:(?:With )?(?:kind|best|warm)(?:est)? )?(?:regards|wishes)|Yours (?:sincerely|faithfully|truly)"
    r"|(?:Sincerely|Respectfully)(?: yours)?|Mit freundlichen Grüßen|Cordialement|Atentamente|Cordiali saluti"
    r"|此致 ?敬礼|敬礼|顺颂商祺)[,.!]?$",
    re.IGNORECASE,
)
SIGNED = 3
"""So many lines below a letter's last words are its signature, up to a blank line."""
NO_HEADLINE = deferred.pattern(r"^By |[|»©@•]| [/>] |://|:$|: ?\d|:.*:|记者|报[导道]$|^来源|编辑|作者")
INTRODUCES = deferred.pattern(r"^[^|>»]{25,240}$")
OPENINGS = ("In", "IN", "本期")
IN_THIS_ISSUE = deferred.pattern(
    r"(?:In|Inside) this (?:issue|edition|newsletter|bulletin)|本期(?:内容|导读|要目|看点|目录|要点)",
    re.IGNORECASE,
)
ITEM = deferred.pattern(r"\s{0,8}[-*•–] \S")
MOST_ITEMS = 30
POST_HEAD = deferred.pattern(
    r"(?:^| )#1$|^(?:Join(?:ed)?(?: date)?|Posts|Messages|Registered|Threads) ?: ?\S"
    r"|^(?:Junior|Senior|New|Active) Member$|^(?:Posted by |submitted .{1,30} by )?u/[\w-]{3,20}\b"
    r"|^(?:楼主|1楼)$|^(?:发表于 ?[\d-]{8,10}.{0,12} )?[| ]{0,2}只看(?:该作者|楼主)$",
    re.IGNORECASE,
)
POST_END = deferred.pattern(
    r"^(?:(?:Reply(?: with quote)?|Quote|Multi-?quote|Like|Report|Thanks)[ |·,]*)+$"
    r"|^(?:(?:回复|引用|举报|点赞|支持|反对)[ |·,]*)+$",
    re.IGNORECASE,
)
SENTENCE = deferred.pattern(r"^.{24,}[.!?…][\"”’)]?\s*$|[\u3400-\u9fff].{10,}[。！？…][”」]?\s*$")
STATEMENT = deferred.pattern(r"[\u3400-\u9fff][^|>»@\[\]{}:\u3040-\u30ff]{8,80}。")
NO_STATEMENT = deferred.pattern(
    r"请|您|你|我们|欢迎|点击|扫[码描]|二维码|关注|会员|用户|读者|注册|订阅|付费|解锁|剩余|余下|后续|预览|试读|节选|摘要|本文|本[站网报平]"
    r"|版权|声明|条款|同意|转载|摘编|授权|观点|立场|免责|平台|客户端|广告|隐私|[Aa][Pp][Pp]|[Cc]ookie"
)
"""Words of a site's own sentences, to its readers or of its rights."""
UNFINISHED = deferred.pattern(
    r"[\u3400-\u9fff][^|>»@\[\]。!?]{2,80},[^|>»@\[\]。!?]{2,40}(?:着力|大力|积极|进一步|加快|持续|努力|继续|不断|以及|[将和把被并])"
)
"""A line that breaks off behind a word that others must follow."""
QUESTIONS, LONGEST_QUESTION = 3, 120
QUESTION_MARK = deferred.pattern(r"\s{0,3}(?:#{2,6} |\*\*|Q ?\d{0,2} ?[:.：]|[问問] ?\d{0,2} ?[:：])")
YEAR = deferred.pattern(r"\b(?:19|20)\d\d\b")
HOST = deferred.pattern(r"\]\(https?://([^/\s()]{1,253})")
HOSTS = 3
"""A list of links is one of references where they lead to so many sites, and nearly each to another."""


def lines(page: Page, taken: Taken) -> Iterator[int]:
    """Indexes of lines that are the text's own, of those that no rule took."""
    yield from _title(page, taken)
    first = page.body[0]
    for k, i in enumerate(page.solid):
        if i in taken:
            continue
        told = CONTACT.match(page.views[i]) or (i < first and MADE_BY.match(page.views[i]))
        if ATTACHED.match(page.views[i]) or (told and not _beside_chrome(k, k, page, taken)):
            yield i
        if particulars := contact_below(page, i):
            yield from (j for j in (i, *particulars) if j not in taken)
    yield from _signatures(page, taken)
    yield from _offers(page, taken)
    yield from _statements(page, taken)
    yield from _contents(page, taken)
    yield from _lists(page, taken)
    yield from _posts(page, taken)
    yield from _references(page, taken)
    yield from _questions(page, taken)
    yield from _first_heading(page, taken)


def _first_heading(page: Page, taken: Taken) -> Iterator[int]:
    """The one Markdown heading of the first level, unless it is a link: of 58 in written documents all were titles."""
    found = [i for i in page.solid if page.lines[i].text.startswith("# ")]
    if len(found) == 1 and found[0] not in taken and not page.lines[found[0]].text.startswith("# ["):
        yield found[0]


def _questions(page: Page, taken: Taken) -> Iterator[int]:
    """Questions set as headings with a sentence below each, where there are several: entries of an FAQ, and no menu.

    Without such marks they are teasers nearly as often: of 1,727 lines of web pages with this shape 746 are chrome.
    """
    pairs = [
        (i, j)
        for i, j in pairwise(page.solid)
        if page.views[i][-1:] == "?" and len(page.views[i]) <= LONGEST_QUESTION
        if QUESTION_MARK.match(page.lines[i].text)
        if j not in taken and (page.prose[j] or SENTENCE.search(page.lines[j].text))
    ]
    if len(pairs) >= QUESTIONS:
        yield from (i for pair in pairs for i in pair if i not in taken)


def contact_below(page: Page, i: int) -> list[int]:
    """The lines of a person's particulars right below the heading on line ``i``, of which one has number or address.

    The end of a press release: of 13 such headings in written documents 11 are content, where a menu's "Media
    relations" has no number below it.
    """
    if not MEDIA_CONTACT.match(page.views[i]):
        return []
    below: list[int] = []
    for j in page.solid[page.rank[i] + 1 : page.rank[i] + 1 + MOST_CONTACT]:
        if (below and not page.views[j - 1]) or len(page.views[j]) > LONGEST_CONTACT:
            break
        below.append(j)
    reached = [n for n, j in enumerate(below) if REACHED.search(page.views[j])]
    return below[: reached[-1] + 1] if reached else []


def _signatures(page: Page, taken: Taken) -> Iterator[int]:
    """Name and office below the last words of a letter, which has a salutation; comments end so without one."""
    if not any(SALUTATION.match(page.views[i]) for i in page.solid[:TITLE_NEAR]):
        return
    for i in page.solid:
        if VALEDICTION.match(page.views[i]):
            for j in range(i + 1, min(i + 1 + SIGNED, len(page.lines))):
                if j not in page.rank or j in taken:
                    break
                yield j


def _contents(page: Page, taken: Taken) -> Iterator[int]:
    """What a newsletter says is in it, where its entries come again below as headings: with the heading of the list."""
    for k, i in enumerate(page.solid):
        name = page.views[i]
        if not name.startswith(OPENINGS) or i in taken or not IN_THIS_ISSUE.fullmatch(name.rstrip(" :")):
            continue
        entries = _announced(page.solid[k + 1 :], page, taken)
        if len(entries) > 1:
            yield from (i, *entries)


def _announced(below: Sequence[int], page: Page, taken: Taken) -> list[int]:
    """The first of these lines that come again, each above running text."""
    above = {a for a, b in pairwise(below) if page.prose[b]}
    heads = {page.views[a] for a in above}
    return list(takewhile(lambda j: j not in taken and j not in above and page.views[j] in heads, below))


def _lists(page: Page, taken: Taken) -> Iterator[int]:
    """Items of a list between a sentence with a colon and another sentence: "He closed with a list:"."""
    for k, i in enumerate(page.solid):
        if page.views[i][-1:] != ":" or i in taken or not INTRODUCES.search(page.views[i]):
            continue
        below = page.solid[k + 1 : k + 2 + MOST_ITEMS]
        end = next((n for n, j in enumerate(below) if j in taken or not ITEM.match(page.lines[j].text)), 0)
        if end and below[end] not in taken and SENTENCE.search(page.lines[below[end]].text):
            yield from below[:end]


def _posts(page: Page, taken: Taken) -> Iterator[int]:
    """Sentences right above the buttons that end each post of a forum's thread; comments below an article are not.

    Seen where posts have no blank lines.  A thread says who wrote the first post before its text.
    """
    first = page.rank.get(page.body[0], 0)
    if not any(POST_HEAD.search(page.views[i]) for i in page.solid[max(0, first - MOST_ITEMS) : first]):
        return
    ends = [k for k, i in enumerate(page.solid) if POST_END.match(page.views[i])]
    for k in ends if len(ends) > 1 else ():
        for i in reversed(page.solid[max(0, k - MOST_ITEMS) : k]):
            if i in taken or not SENTENCE.search(page.lines[i].text):
                break
            yield i


def _offers(page: Page, taken: Taken) -> Iterator[int]:
    """Sentences among the last lines, below running text, that offer another work."""
    for above, i in pairwise(page.solid[-works.LAST :]):
        ends = page.views[i][-1:] in {".", "。"}
        if ends and page.prose[above] and i not in taken and works.is_offer(page.lines[i].text):
            yield i


def _statements(page: Page, taken: Taken) -> Iterator[int]:
    """Chinese sentences right below running text that speak to nobody, and a last line below it that breaks off.

    "The guide on the home page is up to date", "The list can be seen on the committee's site": the words are a menu's,
    the sentence is the text's.  Seen as the last lines of notices.  Of labelled sentences with this shape 925 are
    content and 55 chrome, and none of the latter stands so that it would be saved.
    """
    for above, i in pairwise(page.solid):
        beside = page.prose[above] and not page.views[i].isascii()
        if beside and above not in taken and i not in taken:
            open_end = i == page.solid[-1] and UNFINISHED.fullmatch(page.views[i])
            if (open_end or STATEMENT.fullmatch(page.views[i])) and not NO_STATEMENT.search(page.views[i]):
                yield i


def _beside_chrome(first: int, last: int, page: Page, taken: Taken) -> bool:
    """Whether rules call lines near these places chrome that is no byline: then this may be a footer, too."""
    near = page.solid[max(0, first - NEAR) : last + NEAR + 1]
    return any(taken.get(i, "credit") != "credit" for i in near)


def _title(page: Page, taken: Taken) -> list[int]:
    """The last line before the prose that reads as a headline: between it and the prose are bylines and buttons."""
    first = next((k for k, i in enumerate(page.solid) if page.prose[i] and i not in taken), 0)
    before = page.solid[max(0, first - TITLE_NEAR) : first]
    return [i for i in reversed(before) if i not in taken and is_headline(page.views[i])][:1]


def is_headline(view: str) -> bool:
    """Four words and 25 characters, or ten in Chinese; no label, date, address or list.

    >>> is_headline("Third tenant signs for the quarry park"), is_headline("Published on 14 December 2020")
    (True, False)
    """
    wide = not view.isascii() and len(HAN_CHARACTER.findall(view)) * 2 > len(view)
    if len(view) > 200 or len(view) < (10 if wide else 25) or (not wide and view.count(" ") < 3):
        return False
    return not (NO_HEADLINE.search(view) or (len(view) <= 40 and YEAR.search(view) and not wide))


def _references(page: Page, taken: Taken) -> Iterator[int]:
    """Lists of links to other sites, with their heading; a menu's links lead to its own."""
    texts = [page.lines[i].text for i in page.solid]
    hosts = [HOST.findall(text) if "](http" in text else [] for text in texts]
    if sum(map(bool, hosts)) < HOSTS:
        return
    for first, last in _runs(hosts):
        met = {h for found in hosts[first : last + 1] for h in found}
        many = len(met) >= HOSTS and len(met) * 4 >= (last - first + 1) * 3
        if many and not _beside_chrome(first, last, page, taken):
            over = first - 1 if first and page.lines[page.solid[first - 1]].text.startswith("#") else first
            yield from page.solid[over : last + 1]


def _runs(hosts: Sequence[Sequence[str]]) -> Iterator[tuple[int, int]]:
    """First and last place of each stretch of lines with one link."""
    start = -1
    for k in range(len(hosts) + 1):
        if k < len(hosts) and len(hosts[k]) == 1:
            start = k if start < 0 else start
        elif start >= 0:
            yield start, k - 1
            start = -1
