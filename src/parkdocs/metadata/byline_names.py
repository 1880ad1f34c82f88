"""Names at the start of an English byline, and the written dates beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parkdocs.metadata.names import (
    Token,
    is_capital,
    is_honorific,
    is_name,
    is_name_word,
    run_after,
    tokens,
    words,
)

MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,7}\.?"
DAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s+)?"
NTH = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = (
    rf"{DAY}(?:{MONTH}\s*{NTH},?\s+\d{{4}}|{NTH}[\s-]+{MONTH},?[\s-]+\d{{4}}|"
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})"
)
"""A written date, as a regex without groups; bounded, so linear."""
IGNORE = re.IGNORECASE
GLUE = re.compile(rf"(?<=[a-z])(?=(?:Published|Updated|Posted|Staff\b|Senior\b|Special\b|{MONTH}\s*\d))")
LONGEST_LINE = 240
_PAPER = re.compile(r"\s?[,|/–—-]\s?((?:[Tt]he )?[A-Z][\w&'’]*(?: [A-Z][\w&'’]*){0,4})\s*")
_JOB = re.compile(
    r"\s?[,|/–—-]\s?(?:(?:[A-Z][\w'’-]*|and|&) ){0,4}"
    r"(?:Writer|Reporter|Correspondent|Columnist|Journalist|Contributor|Editor|Photographer|Producer)\s*",
)
_IN_CITY = re.compile(r"\s(?:in|à|en|em)\s[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}")
_LINKS = frozenset((",", "and", "&", "/", ";", "und", "et", "og", "och", "y"))
_WEEKDAYS = frozenset(["thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu", "thứ bảy", "chủ nhật"])


def leading_names(text: str) -> tuple[tuple[str, ...], str]:
    """People's names at the start of a text, and the rest: ``A B, C D and E F``; the first may be a single word.

    >>> leading_names("Dr Hamid Qazi, Lan Chi | 4 May")
    (('Hamid Qazi', 'Lan Chi'), ' | 4 May')
    """
    out: list[str] = []
    parts, at, rest = tokens(text[:LONGEST_LINE]), 0, 0
    while at < len(parts) and len(out) < 12:
        while at < len(parts) and is_honorific(parts[at].text):
            at += 1
        end = _name_end(parts, at)
        run = [p.text for p in parts[at:end]]
        if not is_name(run, 2 if out else 1) or run[0].lower() in words("not_authors"):
            break
        out.append(text[parts[at].start : parts[end - 1].end])
        if parts[end : 2 * end - at] and run == [p.text for p in parts[end : 2 * end - at]]:
            end = 2 * end - at  # the same name again: a portrait's caption glued to the byline
        rest = parts[end - 1].end
        link = [p.text for p in parts[end : end + 2]]
        if not link or link[0] not in _LINKS:
            break
        at = end + (2 if link in ([",", "and"], [",", "&"]) else 1)
    return tuple(out), text[rest:]


def _name_end(parts: Sequence[Token], at: int) -> int:
    """Index after the name that starts at ``at``: a run of capitals, cut where it goes on into a date (``Laura June
    Topolsky July 10``), a job or a paper (``John Smith The Times``), or the same name again.
    """
    end = run_after(parts, at)
    run = [p.text for p in parts[at:end]]
    dated = end < len(parts) and (parts[end].text.isdigit() or parts[end].text == ".")
    if dated and len(run) > 1 and re.fullmatch(MONTH, run[-1], IGNORE):
        return end - 1
    half = len(run) // 2
    if half > 1 and run[:half] == run[half : 2 * half]:
        return at + half
    for k in range(2, len(run)):
        apart = parts[at + k].start - parts[at + k - 1].end > 1
        if apart or (is_capital(run[k]) and not is_name_word(run[k])):
            return at + k
    return end


def bare_name(text: str) -> tuple[str, ...]:
    """Names where a line holds nothing else, but perhaps a date a footnote star or a job: ``Lan Chi``, ``Hamid Qazi*``,
    ``Lan Chi, Staff Writer``.

    Only for lines beside a title: elsewhere such a line may be a caption, a place or a teaser.

    >>> bare_name("Hamid Qazi*"), bare_name("Lan Chi - December 21, 2023"), bare_name("Industrial Parks")
    (('Hamid Qazi',), ('Lan Chi',), ())
    """
    if len(text) > 120 or text.isupper():
        return ()
    names, rest = leading_names(GLUE.sub(" ", text))
    paper = _PAPER.fullmatch(rest)
    if names and (_IN_CITY.fullmatch(rest) or _JOB.fullmatch(rest)):
        rest = ""
    if paper and not words("press").isdisjoint(paper.group(1).lower().split()):
        rest = ""
    tail = re.fullmatch(rf"[\s*†‡1|•·,–—-]*(?:{DATE}.{{0,30}})?", rest, IGNORE)
    weekday = bool(names) and names[0].lower() in _WEEKDAYS
    return names if tail and names and not weekday and all(" " in name for name in names) else ()
