"""Scripts: runs of letters of one writing system, and whether Chinese text is simplified or traditional."""

from __future__ import annotations

import re
from functools import lru_cache

WRITTEN_IN = {
    "thai": ("th", "\u0e00-\u0e7f"),
    "lao": ("lo", "\u0e80-\u0eff"),
    "khmer": ("km", "\u1780-\u17ff"),
    "myanmar": ("my", "\u1000-\u109f"),
    "greek": ("el", "\u0370-\u03ff\u1f00-\u1fff"),
    "hebrew": ("he", "\u0590-\u05ff"),
    "armenian": ("hy", "\u0530-\u058f"),
    "georgian": ("ka", "\u10a0-\u10ff"),
    "ethiopic": ("am", "\u1200-\u137f"),
    "bengali": ("bn", "\u0980-\u09ff"),
    "gurmukhi": ("pa", "\u0a00-\u0a7f"),
    "gujarati": ("gu", "\u0a80-\u0aff"),
    "tamil": ("ta", "\u0b80-\u0bff"),
    "telugu": ("te", "\u0c00-\u0c7f"),
    "kannada": ("kn", "\u0c80-\u0cff"),
    "malayalam": ("ml", "\u0d00-\u0d7f"),
    "sinhala": ("si", "\u0d80-\u0dff"),
    "tibetan": ("bo", "\u0f00-\u0fff"),
    "mongolian": ("mn", "\u1800-\u18af"),
}
"""Scripts that (nearly) one language is written in: its code, and the script's ranges."""

SHARED = {
    "latin": "A-Za-zªºÀ-ÖØ-öø-ʯ\u1e00-\u1eff",
    "cyrillic": "\u0400-\u052f",
    "arabic": "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff",
    "devanagari": "\u0900-\u097f",
}
"""Scripts of several languages; n-grams tell these apart."""

EAST_ASIAN = {
    "han": "々〇\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af",
    "kana": "\u3041-\u3096\u30a1-\u30fa\u30fc",
    "hangul": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
}
"""Scripts that Chinese, Japanese and Korean share in part."""

SCRIPT_OF = {
    "zh": "han",
    "ja": "han",
    "ko": "hangul",
    "hi": "devanagari",
    "mr": "devanagari",
    "ne": "devanagari",
    **dict.fromkeys(("ru", "uk", "bg", "mk", "kk", "mn", "sr", "be"), "cyrillic"),
    **dict.fromkeys(("ar", "fa", "ur"), "arabic"),
    **{code: script for script, (code, _) in WRITTEN_IN.items() if code != "mn"},
}
"""The script of a language; Latin where it is not listed."""

_RANGES = {**SHARED, **EAST_ASIAN, **{name: ranges for name, (_, ranges) in WRITTEN_IN.items()}}
RUN = re.compile("|".join(f"(?P<{name}>[{ranges}]+)" for name, ranges in _RANGES.items()))
"""A run of letters; the group's name is its script."""


@lru_cache(maxsize=1)
def _variants() -> tuple[frozenset[str], frozenset[str]]:
    """Characters that only simplified, or only traditional text has.

    Read off two character sets of their time, GB 2312 (simplified) and Big5 (traditional): what only one of them can
    spell.  Characters of both, or of neither, say nothing.  Risky only for rare characters, and a majority decides.
    """
    gb = _characters("gb2312", range(0xB0, 0xF8), (range(0xA1, 0xFF),))
    big5 = _characters("big5", range(0xA1, 0xFA), (range(0x40, 0x7F), range(0xA1, 0xFF)))
    return gb - big5, big5 - gb


def _characters(charset: str, leads: range, trails: tuple[range, ...]) -> frozenset[str]:
    """All Chinese characters of a two-byte character set."""
    pairs = b"\n".join(bytes((lead, trail)) for lead in leads for part in trails for trail in part)
    return frozenset(c for c in pairs.decode(charset, "ignore") if "\u4e00" <= c <= "\u9fa5")


def lean(text: str) -> int:
    """How many more different characters of a text are simplified-only than traditional-only; below 0: traditional.

    >>> lean("园区发展"), lean("園區(qū)發(fā)展")
    (3, -3)
    """
    simplified, traditional = _variants()
    characters = frozenset(text)
    return len(simplified & characters) - len(traditional & characters)


def chinese(leaning: int, default: str = "zh") -> str:
    """The BCP 47 code for a leaning: zh-Hans or zh-Hant, or the default where nothing tells."""
    if not leaning:
        return default
    return "zh-Hans" if leaning > 0 else "zh-Hant"
