"""Legal forms at the end of companies' names, whose marks are no sentence's: ``Co., Ltd.``, ``Inc.``, ``S.p.A.``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parkdocs.metadata.names import Token

_DOTTED = r"(?:Co|Ltd|Inc|Corp|Pvt|Pty|Pte|Sdn|Bhd|Bros|Ltda|Tbk|Cía)\b\.?"
_LETTERS = (
    r"(?:S\.p\.A|S\.A\.S|S\.A\.R\.L|S\.A\. de C\.V|S\.A"
    r"|S\.r\.l|S\.R\.L|S\.L|N\.V|B\.V|L\.L\.C|P\.L\.C|A\.G|d\.o\.o)\b\.?"
)
_PLAIN = r"(?:Limited|LLC|PLC|Plc|plc|LLP|GmbH|KGaA|KG|AG)\b"
_FORM = rf"(?:{_LETTERS}|{_DOTTED}|{_PLAIN})"
FORMS = rf"{_FORM}(?:,? (?:& )?{_FORM}){{0,3}}"
_FORMS = re.compile(FORMS)
_AT_END = re.compile(rf".*[\s,]{FORMS}", re.DOTALL)
_MOST = 14  # tokens of a legal form


def form_end(parts: Sequence[Token], at: int) -> int:
    """Index after the legal form that starts at a token, the comma before it left out; ``at`` where there is none.

    The dot that ends a sentence after it belongs to the name as well.

    >>> from parkdocs.metadata.names import tokens
    >>> form_end(tokens("Co., Ltd., said"), 0), form_end(tokens("Company said"), 0)
    (5, 0)
    """
    text, ends = "", []
    for i in range(at, min(at + _MOST, len(parts))):
        text += " " * (i > at and parts[i].start > parts[i - 1].end) + parts[i].text
        ends.append(len(text))
    found = _FORMS.match(text)
    return at + ends.index(found.end()) + 1 if found and found.end() in ends else at


def has_form(name: str) -> bool:
    """Whether a name ends in a legal form.

    >>> has_form("Acme Sdn. Bhd."), has_form("Acme S.p.A."), has_form("Acme")
    (True, True, False)
    """
    return _AT_END.fullmatch(name) is not None
