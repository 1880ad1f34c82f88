"""Characters that hide, reorder, break or grow text."""

from __future__ import annotations

from .case import Case, many

LINE = "The park{} opened in May.\n"
KEPT = {
    "zero-width-space": "\u200b", "zero-width-non-joiner": "\u200c", "zero-width-joiner": "\u200d", "word-joiner": "\u2060",
    "soft-hyphen": "\u00ad", "left-to-right-mark": "\u200e", "right-to-left-mark": "\u200f", "arabic-letter-mark": "\u061c",
    "bidi-embedding": "\u202a", "bidi-override": "\u202e", "bidi-pop": "\u202c", "bidi-isolate": "\u2066", "bidi-end": "\u2069",
    "variation-selector": "\ufe0f", "tag-character": "\U000e0041", "private-use": "\ue000", "unassigned": "\u0378",
    "non-character": "\ufffe", "last-code-point": "\U0010ffff", "replacement": "\ufffd", "no-break-space": "\u00a0",
    "ideographic-space": "\u3000", "mongolian-vowel-separator": "\u180e", "hangul-filler": "\u3164", "braille-blank": "\u2800",
    "emoji-family": "\U0001f468\u200d\U0001f469\u200d\U0001f467", "flag": "\U0001f1e8\U0001f1f3", "arabic-ligature": "\ufdfa",
    "combining-alone": "\u20d0", "dotless-i": "\u0131", "sharp-s": "\u1e9e", "musical": "\U0001d11e",
}  # fmt: skip
GONE = {
    "nul": "\x00", "bell": "\x07", "backspace": "\x08", "shift-out": "\x0e", "delete": "\x7f", "record-separator": "\x1e",
    "interlinear-annotation": "\ufff9", "deprecated-format": "\u206a", "bom": "\ufeff",
}  # fmt: skip
ESCAPES = {
    "colour": "\x1b[31m", "reset": "\x1b[0m", "clear-screen": "\x1b[2J", "move": "\x1b[1;1H", "title": "\x1b]0;owned\x07",
    "hyperlink": "\x1b]8;;http://evil.example\x1b\\", "clipboard": "\x1b]52;c;cm0gLXJm\x07", "device-control": "\x1bP$q\"p\x1b\\",
    "answer-back": "\x05", "alternate-screen": "\x1b[?1049h", "c1-csi": "\x9b31m", "c1-osc": "\x9d0;owned\x9c", "lone-escape": "\x1b",
    "flood": "\x1b[" * 5000, "parameters": "\x1b[" + "1;" * 5000 + "m",
}  # fmt: skip
ENDS = {"cr": "\r", "crlf": "\r\n", "line-separator": "\u2028", "paragraph-separator": "\u2029"}
OTHER_ENDS = {"next-line": "\x85", "form-feed": "\x0c", "vertical-tab": "\x0b", "file-separator": "\x1c"}


def cases() -> list[Case]:
    """Cases about single characters and their floods; every one comes back byte for byte."""
    rows: list[tuple[str, bytes | str, dict[str, object]]] = []
    rows += [(f"kept-{n}", LINE.format(c), {"text": LINE.format(c)}) for n, c in KEPT.items()]
    rows += [(f"gone-{n}", LINE.format(c), {"text": LINE.format("")}) for n, c in GONE.items()]
    rows += [
        (f"escape-{n}", LINE.format(c), {"has": ("opened in May.",), "lacks": ("\x1b", "\x07")})
        for n, c in ESCAPES.items()
    ]
    rows += [
        (f"end-{n}", f"One line.{c}Another line.{c}", {"text": "One line.\nAnother line.\n"}) for n, c in ENDS.items()
    ]
    rows += [
        (f"end-{n}", f"One line.{c}Another line.\n", {"has": ("One line.", "Another line.")})
        for n, c in OTHER_ENDS.items()
    ]
    return [*many("character", rows, exact=True), *_floods(), *_spelling()]


def _floods() -> list[Case]:
    letters = {
        "combining-marks": "a" + "\u0301" * 50_000, "zalgo": "".join("park"[i % 4] + "\u0315\u031b\u0340\u0316" * 20 for i in range(500)),
        "marks-unordered": "a" + "\u0315\u0300\u05ae\u0062" * 5000, "hangul-jamo": "\u1100\u1161\u11a8" * 20_000,
        "zero-width": "park\u200b" * 20_000, "bidi": "\u202e\u202d" * 20_000, "nul": "a\x00" * 200 + "b" * 20_000,
        "compatibility": "\ufdfa" * 5000, "ligatures": "\ufb03" * 20_000, "private": "\ue000" * 20_000, "surrogate-escapes": "\\ud83d" * 5000,
        "emoji": "\U0001f468\u200d\U0001f469\u200d" * 5000, "tags": "\U000e0041" * 20_000, "full-width": "ＡＢＣ１２３" * 5000,
        "traditional": "園區" * 20_000, "one-han": "园" * 100_000, "quotes": "“”" * 20_000, "brackets": "([{<（【《" * 5000,
        "dots": "." * 100_000, "dashes": "-" * 100_000, "digits": "1" * 100_000, "blanks": " " * 100_000 + "x", "tabs": "\t" * 100_000 + "x",
        "commas": "a, " * 50_000, "sentences": "A. " * 50_000, "at-signs": "a@" * 50_000, "slashes": "/" * 100_000, "colons": "：" * 50_000,
        "pinyin": "区(qū)" * 20_000, "dates": "2023年5月5日" * 5000, "phones": "022-66371809 " * 10_000, "urls": "http://a.b/ " * 10_000,
        "numbering": "1.1.1.1." * 20_000, "ideographic-space": "\u3000" * 100_000 + "x",
    }  # fmt: skip
    return many("flood", [(name, f"{text}\n", {}) for name, text in letters.items()], exact=True)


def _spelling() -> list[Case]:
    return many("spelling", [
        ("decomposed", "cafe\u0301 in the park\n", {"text": "café in the park\n"}),
        ("composition-excluded", "\u0958 \u2adc\n", {}),
        ("angstrom", "5 \u212b\n", {"text": "5 Å\n"}),
        ("casefold-grows", "\u0390\u1fb7\ufb03 İ ẞ\n" * 100, {}),
        ("arabic", "المنطقة الصناعية مفتوحة.\n", {"text": "المنطقة الصناعية مفتوحة.\n"}),
        ("thai", "นิคมอุตสาหกรรมเปิดแล้ว\n", {"text": "นิคมอุตสาหกรรมเปิดแล้ว\n"}),
        ("trojan-source", "if (access\u202e \u2066// check\u2069 \u2066) {\n", {}),
        ("homoglyphs", "Hоme\nSһаrе\n", {}),
        ("full-width-escape", "＜script＞alert（1）＜／script＞\n", {}),
        ("empty", "", {"text": ""}),
        ("one-line-feed", "\n", {}),
        ("one-blank", " ", {}),
        ("no-end-of-line", "The park opened.", {"text": "The park opened."}),
    ], exact=True)  # fmt: skip
