"""Sentences that offer another work: the full report behind an article, a book, a study, an issue, a data set.

"The full report (84 pages) can be bought in our shop" below an article does not say that the article stops.  Seen below
news about reports.  Safe: only statements with the work as their subject count as offers, no request to the reader, no
word of members or of this very text; and on a page that is itself made of a work for sale (its summary, its contents,
its price) they are notices as before.  Risky for a landing page that nothing but its sentences tells from an article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol, TypeVar

from parkdocs import deferred, others, shapes
from parkdocs.view import view

LAST, LONGEST, LABEL = 12, 400, 80
ENGLISH = (
    "The ", "the ", "THE ", "A ", "An ", "All ", "Both ", "Its ", "Their ", "His ", "Her ", "Our ", "Copies ",
    "Printed ", "Free ",
)  # fmt: skip
FOREIGN = ("Der ", "Die ", "Das ", "Le ", "La ", "L'", "El ", "O ")
"""What an offer in ASCII begins with, to say of most lines at once that they are none."""
NOUNS = (
    "report|reports|study|studies|survey|surveys|book|books|issue|issues|edition|editions|magazine|magazines|dataset"
    "|datasets|database|databases|data|paper|papers|yearbook|yearbooks|publication|publications|brochure|brochures"
    "|guide|guides|handbook|handbooks|catalogue|catalogues|ranking|rankings|index|findings|results|proceedings"
    "|judgement|judgements|judgment|judgments|ruling|rulings|atlas|monograph|thesis|list|programme|whitepaper"
)
"""What a work is called in English."""
_MANNER = r"(?:[\w-]+ly |also |now |still |only now |soon )?"
OFFER = deferred.pattern(
    r"^(?:(?:printed |free )?copies of )?(?:the|an?|his|her|its|their|our|both|all)(?: [\w&'’-]+){0,5}? "
    rf"(?:{NOUNS})\b[^.!?;:]{{0,120}}? "
    rf"(?:(?:can|may|will|could) {_MANNER}be|is|are|was|were|has been|have been|costs?) {_MANNER}"
    r"(?:bought|purchased|ordered|obtained|had|downloaded|found|read|consulted|requested|available|on sale|for sale"
    r"|sold|published|posted|accessible|online|out|free|offered|[$€£]? ?\d)"
    r"|^(?:der|die|das) (?:vollständige|komplette|gesamte|ganze)[rsn]? (?:\w+)?(?:bericht|studie|buch|heft|umfrage"
    r"|gutachten|daten\w*|publikation)\b[^.!?;:]{0,100} "
    r"(?:bestellt|gekauft|bezogen|heruntergeladen|erhältlich|abgerufen)"
    r"|^(?:le|la|l['’]) ?(?:rapport|étude|livre|enquête|numéro|ouvrage)(?: \w+)? (?:complet|complète|intégrale?)\b"
    r"[^.!?;:]{0,60}(?:peut être|est) (?:téléchargée?|commandée?|achetée?|consultée?|disponible|en vente)"
    r"|^(?:el|la|o|a) (?:informe|estudio|libro|encuesta|relatório|estudo|livro)(?: \w+)? (?:complet[oa]|íntegr[oa])\b"
    r"[^.!?;:]{0,60}(?:descargar|comprar|adquirir|consultar|disponible|à venda|disponível|baixado|adquirido)"
    r"|^(?:《[^》]{2,60}》|[^,。;:]{0,16}?(?:报告|研究|调查|书|丛书|数据集?|[白蓝]皮书|年鉴|杂志|期刊|专著|论文集|名录|手册"
    r"|指南))(?:的?(?:全文|全本|完整版|全书|原文))?(?:\([^()]{1,20}\))?(?:现|均|也|已)?(?:可|能|已|现).{0,24}"
    r"(?:购买|订购|下载|查阅|索取|获取|发售|出售|发行|借阅|公布)[^。]{0,6}。?$",
    re.IGNORECASE,
)
OF_THIS_TEXT = deferred.pattern(
    r"\b(?:this|these|above|articles?|stor(?:y|ies)|texts?|posts?|piece|essay|interview|column|chapters?|rest|remain\w*"
    r"|continue\w*|preview|excerpt|extract|sample|summary|abstract|subscri\w*|member\w*|log[ -]?in|sign[ -]?(?:in|up)"
    r"|regist\w*|accounts?|premium|paywall|unlock\w*|clients?|customers|passwords?|you|your|readers|versions?"
    r"|abonnent\w*|mitglied\w*|abonnés?|suscriptores|socios|assinantes)\b"
    r"|本文|本报告|本页|此文|该文|以上|剩余|余下|其余|后续|更多|会员|用户|读者|登录(?!.{0,12}网)|注册|订阅|付费|解锁|扫码|二维码"
    r"|预览|试读|节选|摘要|样章|客服|请|点击|您|你",
    re.IGNORECASE,
)
OF_A_WORK = deferred.pattern(
    r"\b(?:summary|abstract|preview|sample|excerpt|extract|key findings|(?:table of )?contents|report (?:id|code|no)"
    r"|is[bs]n|add to (?:basket|cart)|licen[cs]es?|prices?|\d+ pages|pages ?:|format ?:)(?!\w)"
    r"|[$€£¥] ?\d|目录|摘要|节选|样章|预览|页数|价格|定价|编号",
    re.IGNORECASE,
)
"""What stands on lines that are no sentences where a page shows a work, or sells it."""
TITLE_OF_A_WORK = deferred.pattern(
    r"(?:Report|Study|Survey|Handbook|Yearbook|Paper|Atlas)(?:,? (?:19|20)\d\d(?:[-–/]\d{2,4})?)?(?: ?[:|(–—-] ?.*)?$"
    r"|^(?!.*(?:发布|公布|出炉|显示|称)).*(?:报告|研究|白皮书|蓝皮书|年鉴|名录)(?:\(.{2,20}\)|》)?$"
)
"""A report's own title; the headline of news about one has a verb, or the word in small letters."""


class _Row(Protocol):
    @property
    def text(self) -> str: ...


Rows = TypeVar("Rows", bound=_Row)


def is_offer(text: str) -> bool:
    """Whether a line says where another work can be had, or is of another object altogether (``others``).

    >>> is_offer("The full report (84 pages) can be bought in our shop."), is_offer("Read the full report")
    (True, False)
    >>> is_offer("The full report is available to subscribers only."), is_offer("The rest of the report is on sale.")
    (False, False)
    """
    return others.is_of_another(text) or _is_of_a_work(text)


def _is_of_a_work(text: str) -> bool:
    if len(text) > LONGEST or (text.isascii() and not _may_offer(text)):
        return False
    seen = view(text)
    return bool(OFFER.search(seen)) and not OF_THIS_TEXT.search(seen)


def _may_offer(text: str) -> bool:
    start = text.lstrip(" *_>-")
    return start.startswith(FOREIGN) or (start.startswith(ENGLISH) and any(n in text.lower() for n in NOUNS.split("|")))


def without_offers(stream: Sequence[Rows]) -> Sequence[Rows]:
    """The rows but for the last ones of another object, or that offer another work where the page itself shows none."""
    start = max(0, len(stream) - LAST)
    stream = [*stream[:start], *(r for r in stream[start:] if not others.is_of_another(r.text))]
    offers = [i for i in range(start, len(stream)) if _is_of_a_work(stream[i].text)]
    if not offers or any(_shows_a_work(r.text) for i, r in enumerate(stream) if i not in offers):
        return stream
    return [r for i, r in enumerate(stream) if i not in offers]


def _shows_a_work(text: str) -> bool:
    if len(text) > LABEL or shapes.is_prose(text):
        return False
    seen = view(text)
    return bool(OF_A_WORK.search(seen) or TITLE_OF_A_WORK.search(seen))
