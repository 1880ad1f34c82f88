"""People with roles in Chinese text: a role word, then a name, then a word or mark that no name goes on into."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from parkdocs.metadata.names import HAN, is_chinese_name, longest, surnames, words
from parkdocs.metadata.people_english import Role

_STOP_BEFORE = re.compile(
    r"(?<!自)由(?!党)|在|[对對](?!外)|向|邀请|请|請|(?<![数數])[据據]|了|的|是|时任|時任|现任|現任|担任|出任|"
    r"(?<![中高平草太])原(?!子)|(?<![华華])[为為]|经(?![济贸营开])|經(?![濟貿營開])|说|会上|來自|来自|包括|位于|作为|暨|兼"
)
_CHINESE = re.compile(f"[{HAN}]")
_AND = re.compile("和|与|與|及")
_MOST_ORG = 30
_ROLE_BEFORE = re.compile(rf"([{HAN}]{{1,30}})、$")
_LONGEST_LIST = 300
_LISTED = re.compile(
    rf"[、，, \u3000\xa0]{{0,2}}([{HAN}][ \u3000]{{0,4}}[{HAN}]|[{HAN}]{{2,4}})(?=[、，,。；;\s\u3000(（]|$)"
)


@cache
def anchor() -> re.Pattern[str]:
    """A role and what may be a name after it: three or two characters, or a foreign name with its dot."""
    roles = "|".join(longest("zh_roles"))
    return re.compile(
        rf"({roles})[ \u3000\xa0]?([{HAN}]{{1,6}}[·•・‧](?:[{HAN}]{{1,8}}[·•・‧]){{0,3}}[{HAN}]{{1,8}}|[{HAN}]{{2,4}})"
    )


def read(text: str) -> Iterator[Role]:
    """Yield the people that a line names right after a role, with the organisation before the role.

    Seen as ``商务部副部长王受文表示``, ``区长李明``, ``首任规划师林守诚至今``, ``总干事格尔德·穆勒指出``.  A name
    starts with a known family name and is cut where a verb, a particle or a mark follows; where none follows there is
    no record.  Surnames that are words (``高``, ``常``) make it risky only where such a word and a verb follow a role.

    >>> found = read("商务部副部长王受文表示，区长李明在会上作报告，主任说明情况。")
    >>> [(p.name, p.role, p.organisation) for p in found]
    [('王受文', '副部长', '商务部'), ('李明', '区长', '')]
    """
    if text.isascii() or not _CHINESE.search(text):
        return
    yield from _listed(text)
    yield from _bracketed(text)
    yield from _guests(text)
    at = 0
    while m := anchor().search(text, at):
        role, follows = m.group(1), m.group(2)
        name = _name(follows, text[m.end() : m.end() + 6])
        at = m.start(2) + len(name) if name else m.end(1)
        if name:
            title, organisation = _before(text[max(0, m.start() - _MOST_ORG) : m.start()], role)
            yield Role(m.start(2), name, title, organisation, "people/zh-role-name")


def _listed(text: str) -> Iterator[Role]:
    """``组长:吴国栋  副组长:林晓燕、王强``: a role as a label, then only names."""
    if len(text) > _LONGEST_LIST or not (":" in text or "：" in text):
        return
    for m in _role_label().finditer(text):
        at = m.end()
        while name := _LISTED.match(text, at):
            plain = "".join(name.group(1).split())
            if not is_chinese_name(plain) or _is_word(plain):
                break
            yield Role(name.start(1), plain, "".join(m.group(1).split()), "", "people/zh-role-label")
            at = name.end()


def _bracketed(text: str) -> Iterator[Role]:
    """``姜涛（党工委副书记）``: a name, and the role in brackets."""
    for m in _bracket().finditer(text):
        name = m.group(1)
        name = next(
            (
                name[-size:]
                for size in (2, 3, 4)
                if size <= len(name) and is_chinese_name(name[-size:]) and len(name) == size
            ),
            "",
        )
        if name and not _is_word(name):
            organisation = m.group(2) if m.group(2).endswith(longest("zh_organisation_ends")) else ""
            yield Role(m.start(1), name, m.group(2) + m.group(3), organisation, "people/zh-name-role")


def _guests(text: str) -> Iterator[Role]:
    """``嘉宾：姜涛，某公司总经理``: a part in a talk as a label, a name, then the role."""
    if len(text) > _LONGEST_LIST or not (label := _GUEST.match(text)):
        return
    for m in _guest().finditer(text, label.end()):
        if _bracket().match(text, m.start()):
            continue  # read there
        if is_chinese_name(m.group(1)) and not _is_word(m.group(1)):
            organisation = m.group(2) if m.group(2).endswith(longest("zh_organisation_ends")) else ""
            yield Role(m.start(1), m.group(1), m.group(2) + m.group(3), organisation, "people/zh-guest")


_GUEST = re.compile(
    r"\W{0,4}(?:(?:本期|对话|對話|特邀|访谈|訪談|采访|採訪)?(?:嘉[宾賓]|对象|對象)|主持人?|受[访訪][者人]|主[讲講]人?|演[讲講]人)\s?[:：]\s?"
)


@cache
def _guest() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<=[:：])|(?<=[;；、\s]))([{HAN}]{{2,4}})[，,（( \u3000]{{1,3}}([{HAN}（）()·]{{0,40}}?)"
        rf"((?:副)?(?:{'|'.join(longest('zh_roles'))}))(?=[)）。；;、\s]|$)"
    )


@cache
def _bracket() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![{HAN}])([{HAN}]{{2,4}})[（(]([{HAN}]{{0,20}}?)((?:副)?(?:{'|'.join(longest('zh_roles'))}))[)）]"
    )


@cache
def _role_label() -> re.Pattern[str]:
    prefixes = "|".join(longest("zh_role_prefixes"))
    roles = "|".join("[ \u3000]{0,6}".join(role) if len(role) == 2 else role for role in longest("zh_roles"))
    return re.compile(rf"(?<![{HAN}])((?:{prefixes})?(?:{roles}))\s?[:：][ \u3000\xa0]?")


def _name(run: str, rest: str) -> str:
    """The name at the start of ``run``, when what comes after it cannot belong to a name; "" where there is none."""
    dot = next((i for i in range(len(run) - 1, 0, -1) if run[i] in "·•・‧"), -1)
    if dot > 0:
        return run[
            : next((i for i in range(dot + 2, len(run)) if run.startswith(longest("zh_after_name"), i)), len(run))
        ]
    best, told = "", -1
    for size in (4, 3, 2) if run[:2] in surnames() else (3, 2):
        name, after = run[:size], (run[size:] + rest)[:4]
        follows = 2 if not after or not ("\u3400" <= after[0] <= "\u9fff") else _verb(after)
        if len(name) == size and follows > max(told, 0) and is_chinese_name(name) and not _is_word(name):
            best, told = name, follows
    return best


def _verb(after: str) -> int:
    """Length of the word that can only follow a name; of 白雪陪同 the name is 白雪, because 陪同 is longer than 同."""
    return next((len(word) for word in longest("zh_after_name") if after.startswith(word)), 0)


def _is_word(name: str) -> bool:
    """Whether a would-be name is a word or runs into the next one: ``高度``, ``向大会``, ``李扬说``, ``常说``."""
    return name.startswith(longest("zh_no_names")) or name[-1] in _NO_END or name[1:] in words("zh_after_name")


_NO_END = "说說称稱在等也还還曾已是率到了的"


def _before(text: str, role: str) -> tuple[str, str]:
    """The role with its prefix (``副``, ``首任``) and the organisation that stands right before it."""
    tail = re.search(rf"[{HAN}A-Za-z（）()]*$", text)
    run = tail.group() if tail else ""
    prefix = next((p for p in longest("zh_role_prefixes") if run.endswith(p)), "")
    run = _STOP_BEFORE.split(run.removesuffix(prefix))[-1]
    for m in _AND.finditer(run):  # 工业和信息化部 is one name; 李明和商务部, 市政府和商务部 are two
        left = run[: m.start()]
        if is_chinese_name(left) or left.endswith(longest("zh_organisation_ends") + longest("zh_roles")):
            run = run[m.end() :]
            break
    run = run.removeprefix("前").strip("（）()")
    title = prefix + role
    organisation = run if len(run) > 1 and run.endswith(longest("zh_organisation_ends")) else ""
    first = _ROLE_BEFORE.search(text[: len(text) - len(prefix) - len(run)])
    earlier = next((r for r in longest("zh_roles") if first and first.group(1).endswith(r)), "")
    if not first or not earlier:
        return title, organisation
    inner, before = _before(first.group(1).removesuffix(earlier), earlier)
    return f"{inner}、{run}{title}", before
