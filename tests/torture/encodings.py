"""Encodings: right, wrong, mixed and lying."""

from __future__ import annotations

import codecs
import random

from .case import Case, many, same

CHINESE = "园区管委会今天在会议上介绍了招商政策和企业服务情况，并公布了明年的建设计划。\n企业代表参加了会议。\n"
TRADITIONAL = "園區管理委員會今天在會議上介紹了招商政策與企業服務，並公布了明年的建設計畫。\n企業代表參加了會議。\n"
JAPANESE = "工業団地の管理事務所は、来年の計画について説明しました。企業の代表者も会議に参加しています。\n"
KOREAN = "산업단지 관리사무소는 내년 계획을 발표했습니다. 기업 대표들도 회의에 참석했습니다.\n"
RUSSIAN = "Администрация индустриального парка представила сегодня план развития на следующий год.\n"
FRENCH = "L'administration du parc a présenté aujourd'hui son projet, très attendu à l'étranger.\n"
ENGLISH = "The park opened in May and has nine sheds.\n"

RIGHT = {
    "utf-8": (CHINESE, JAPANESE, KOREAN, RUSSIAN, FRENCH),
    "utf-8-sig": (CHINESE, RUSSIAN),
    "utf-16-le": (ENGLISH, FRENCH),
    "utf-16-be": (ENGLISH,),
    "gb18030": (CHINESE,),
    "gbk": (CHINESE,),
    "big5": (TRADITIONAL,),
    "shift_jis": (JAPANESE,),
    "euc_jp": (JAPANESE,),
    "iso2022_jp": (JAPANESE,),
    "euc_kr": (KOREAN,),
    "koi8_r": (RUSSIAN * 3,),
    "cp1251": (RUSSIAN * 3,),
    "cp1252": (FRENCH,),
}
MARKED = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE, "utf-32-le": codecs.BOM_UTF32_LE,
          "utf-32-be": codecs.BOM_UTF32_BE}  # fmt: skip
CODECS_NOT_FOR_TEXT = ("base64", "zlib", "rot13", "hex", "bz2", "unicode_escape", "raw_unicode_escape", "idna",
                       "punycode", "undefined", "utf-7", "mbcs", "../../etc/passwd", "nonsense-9")  # fmt: skip
GOOD = {"error": "", "exact": True}
LOSSY = {"exact": False, "has": ("nine sheds",)}


def cases() -> list[Case]:
    """Cases about bytes and characters."""
    return [*_right(), *_marks(), *_broken(), *_mixed(), *_lying(), *_noise()]


def _right() -> list[Case]:
    rows = []
    for name, texts in RIGHT.items():
        for k, text in enumerate(texts):
            rows.append((f"right-{name}-{k}", text.encode(name), {"text": text, "exact": True}))
    for name, mark in MARKED.items():
        rows.append((f"marked-{name}", mark + CHINESE.encode(name), {"text": CHINESE, "exact": True}))
    return many("encoding", rows)


def _marks() -> list[Case]:
    """Byte order marks where they do not belong."""
    bom, wide = "\ufeff".encode(), "\ufeff".encode("utf-16-le")
    english = ENGLISH.encode()
    return many("bom", [
        ("alone", bom, {"text": ""}),
        ("twice", bom + bom + english, {"text": ENGLISH}),
        ("in-the-middle", english + bom + english, {"text": ENGLISH * 2}),
        ("in-a-word", b"The pa" + bom + b"rk is open.\n", {"text": "The park is open.\n"}),
        ("at-the-end", english + bom, {"text": ENGLISH}),
        ("thousand", bom * 1000 + english, {"text": ENGLISH}),
        ("utf-16-over-utf-8", codecs.BOM_UTF16_LE + english, {"exact": None}),
        ("utf-16-odd-length", codecs.BOM_UTF16_LE + ENGLISH.encode("utf-16-le") + b"\n", {"exact": False, "has": ("nine sheds",)}),
        ("utf-16-inside-utf-16", codecs.BOM_UTF16_LE + (ENGLISH + "\ufeff" + ENGLISH).encode("utf-16-le"), {"text": ENGLISH * 2}),
        ("utf-32-cut", codecs.BOM_UTF32_LE + ENGLISH.encode("utf-32-le")[:-3], {"exact": None}),
        ("utf-32-alone", codecs.BOM_UTF32_LE, {"text": "", "exact": True}),
        ("utf-16-alone", codecs.BOM_UTF16_BE, {"text": "", "exact": True}),
        ("utf-8-over-gbk", bom + CHINESE.encode("gbk"), {"exact": None}),
        ("wide-in-utf-8", english + wide + english, {"exact": None, "has": ("nine sheds",)}),
    ], exact=True)  # fmt: skip


def _broken() -> list[Case]:
    """Bytes that no strict UTF-8 decoder reads: the lines around them stay, the line is named."""
    bad = {
        "overlong-slash-2": b"\xc0\xaf",
        "overlong-slash-3": b"\xe0\x80\xaf",
        "overlong-slash-4": b"\xf0\x80\x80\xaf",
        "overlong-nul": b"\xc0\x80",
        "overlong-dots": b"\xc0\xae\xc0\xae/etc/passwd",
        "surrogate": b"\xed\xa0\x80",
        "surrogate-pair-cesu-8": b"\xed\xa0\xbd\xed\xb8\x80",
        "beyond-unicode": b"\xf4\x90\x80\x80",
        "five-bytes": b"\xf8\x88\x80\x80\x80",
        "six-bytes": b"\xfc\x84\x80\x80\x80\x80",
        "continuation-alone": b"\x80\xbf\x80",
        "fe-ff": b"\xfe\xff\xfe",
        "cut-sequence": b"\xe5\x9b",
        "cut-then-ascii": b"\xe5\x9bA",
        "lead-bytes-only": b"\xc3\xe5\xf0",
    }
    rows = []
    for name, piece in bad.items():
        data = (CHINESE + ENGLISH).encode() + b"Broken: " + piece + b" here.\n" + (CHINESE + ENGLISH).encode()
        rows.append((name, data, {"has": (CHINESE + ENGLISH,), "exact": False, "encoding": "utf-8"}))
    rows += [
        ("cut-at-the-end", CHINESE.encode()[:-2], {"exact": None}),
        ("broken-every-line", (ENGLISH.encode() + b"\xff\n") * 500, {"exact": None, "has": ("nine sheds",)}),
        ("nonsense-alone", b"\xff", {"exact": None}),
        ("continuation-flood", b"\x80" * 100_000, {"exact": None}),
        ("lead-flood", b"\xf0" * 100_000, {"exact": None}),
        ("broken-crlf", b"caf\xc3\r\n" * 100 + CHINESE.encode() * 20, {"has": (CHINESE,), "exact": False}),
    ]
    return many("broken-utf-8", rows)


def _mixed() -> list[Case]:
    chinese = CHINESE.encode()
    return many("mixed", [
        ("utf-8-then-gbk", chinese * 30 + CHINESE.encode("gbk"), {"has": (CHINESE,), "exact": False}),
        ("gbk-then-utf-8", CHINESE.encode("gbk") * 5 + chinese, {"exact": None}),
        ("one-latin-1-line", chinese * 5 + FRENCH.encode("latin-1"), {"has": (CHINESE,), "exact": False}),
        ("latin-1-blanks", (ENGLISH * 3).encode() + b"a\xa0b\n", {"has": ("nine sheds",), "exact": None}),
        ("utf-16-tail", ENGLISH.encode() * 50 + ENGLISH.encode("utf-16-le"), {"has": ("nine sheds",), "exact": None}),
        ("mojibake-once", "cafÃ© and rÃ©sumÃ©\n", {"text": "café and résumé\n"}),
        ("mojibake-twice", "cafÃƒÂ© stays readable.\n", {"text": "café stays readable.\n"}),
        ("mojibake-quotes", "â€œShedsâ€\x9d open.\n", {"has": ("Sheds",)}),
        ("mojibake-chinese", "å›\xadåŒº\n", {"text": "园区\n"}),
        ("mojibake-flood", "Ã©" * 20_000 + "\n", {"has": ("é",)}),
        ("mojibake-deep", _deep_mojibake(6), {}),
        ("entities-as-text", "a &amp;lt;b&amp;gt; c\n", {"text": "a &amp;lt;b&amp;gt; c\n"}),
    ], exact=True)  # fmt: skip


def _deep_mojibake(times: int) -> str:
    text = "café"
    for _ in range(times):
        text = text.encode().decode("latin-1")
    return text + "\n"


def _lying() -> list[Case]:
    """Pages whose declared charset is wrong, unknown, or a Python codec that is none for text."""

    def page(charset: str, body: bytes) -> bytes:
        return (
            b'<html><head><meta charset="'
            + charset.encode()
            + b'"><title>T</title></head><body><p>'
            + body
            + b"</p></body></html>"
        )

    chinese, first = CHINESE.split("\n", maxsplit=1)[0], CHINESE.split("\n", maxsplit=1)[0].encode()
    rows: list[tuple[str, bytes | str, dict[str, object]]] = [
        ("says-gbk-is-utf-8", page("gbk", first), {"has": (chinese,), "encoding": "utf-8"}),
        ("says-utf-8-is-gbk", page("utf-8", chinese.encode("gbk")), {"has": (chinese,), "encoding": "gb18030"}),
        ("says-utf-16-is-utf-8", page("utf-16", first), {"has": (chinese,), "encoding": "utf-8"}),
        ("says-latin-1-is-gbk", page("iso-8859-1", chinese.encode("gbk") * 3), {"has": (chinese,)}),
        ("says-ascii-is-utf-8", page("us-ascii", first), {"has": (chinese,)}),
        ("says-two", b'<meta charset="gbk"><meta charset="utf-8"><p>' + first + b"</p>", {"has": (chinese,)}),
        ("says-it-late", b"<!--" + b" " * 9000 + b'--><meta charset="big5"><p>' + first + b"</p>", {"has": (chinese,)}),
        ("xml-says-utf-16", b'<?xml version="1.0" encoding="utf-16"?><html><body><p>' + first + b"</p></body></html>", {"has": (chinese,)}),
    ]  # fmt: skip
    for name in CODECS_NOT_FOR_TEXT:
        broken = page(name, b"The park \xe9 opened in May with nine sheds.")
        rows.append((f"says-{name.replace('/', '_')}", broken, {"has": ("nine sheds",)}))
    return many("lying", rows, suffix=".html")


def _noise() -> list[Case]:
    """Bytes without sense: refused as binary, or kept byte for byte; never a traceback."""
    out = []
    for seed in range(8):
        data = random.Random(seed).randbytes(3000)
        out.append(Case(f"noise/random-{seed}", same(data), error="binary data"))
    every = bytes(range(256))
    pairs = bytes(b for first in range(0x81, 0xFF) for second in range(0x40, 0xFF, 7) for b in (first, second))
    out += many("noise", [
        ("every-byte", every, {"error": "binary data"}),
        ("printable-bytes", bytes(b for b in every if b >= 32 or b in (9, 10)), {}),
        ("high-bytes", bytes(range(0x80, 0x100)) * 20, {}),
        ("double-bytes", pairs, {}),
        ("utf-7", b"The park+ACE- opened +Zy1+bA-.\n", {"text": "The park+ACE- opened +Zy1+bA-.\n"}),
        ("hz", b"~{<:Ky2;NpJ)l~}\n", {}),
        ("ebcdic", "The park opened.\n".encode("cp037") * 30, {}),
        ("escape-iso-2022-cn", b"\x1b$)A\x0e<:\x0f\n", {}),
        ("iso-2022-jp-broken", b"\x1b$B" + b"\x21" * 101 + b"\n", {}),
        ("quoted-printable", b"caf=C3=A9 =E5=9B=AD\n", {"text": "caf=C3=A9 =E5=9B=AD\n"}),
        ("pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", {"error": "a PDF"}),
        ("zip", b"PK\x03\x04" + bytes(100), {"error": "ZIP"}),
        ("png", b"\x89PNG\r\n\x1a\n" + bytes(100), {"error": "PNG"}),
        ("elf", b"\x7fELF" + bytes(100), {"error": "a program"}),
        ("nul-only", bytes(5000), {"error": "binary data"}),
        ("nul-padding", b"The park opened.\n" + bytes(10), {"text": "The park opened.\n", "exact": True}),
    ])  # fmt: skip
    return out
