"""Sizes: what is small enough for a page and too big for a careless algorithm."""

from __future__ import annotations

import gzip

from .case import Case

SENTENCE = "The park covers 46 square kilometres, and has nine sheds. "
HAN = "园区总面积四十六平方公里，现有企业九家。"
MANY = 1_000_000


def cases() -> list[Case]:
    """Cases about sizes; the large ones are slow and run by ``make torture``."""
    out = [
        Case("size/line-1-mb", lambda: (SENTENCE * 18_000 + "\n").encode(), exact=True, has=(SENTENCE,)),
        Case("size/line-1-mb-han", lambda: (HAN * 16_000 + "\n").encode(), exact=True, has=(HAN,)),
        Case("size/line-1-mb-one-word", lambda: b"a" * 1_000_000 + b"\n", exact=True),
        Case("size/blank-lines-20000", lambda: b"One.\n" + b"\n" * 20_000 + b"Two.\n", exact=True, text="One.\n\nTwo.\n"),
        Case("size/carriage-returns-20000", lambda: b"One.\n" + b"\r" * 20_000 + b"Two.\n", exact=True, text="One.\n\nTwo.\n"),
        Case("size/blank-lines-of-blanks", lambda: b"One.\n" + b" \t \n" * 20_000 + b"Two.\n", exact=True, text="One.\n\nTwo.\n"),
        Case("size/short-lines-8000", lambda: b"x\n" * 8000, exact=True),
        Case("size/menu-4500", lambda: b"Home\nNews\nContact us\n" * 1500, exact=True),
        Case("size/same-sentence-2000", lambda: (SENTENCE + "\n").encode() * 2000, exact=True),
        Case("size/same-cover-1000", lambda: b"LINDARA\nREPORT\n2020\n" * 1000, exact=True),
        Case("size/numbered-1500", lambda: b"".join(b"%d. Part %d\n\nText.\n" % (i, i) for i in range(1500)), exact=True),
        Case("size/chinese-parts-1000", lambda: "第一条 总则\n\n内容。\n".encode() * 1000, exact=True),
        Case("size/people-1000", lambda: b"Wang Shouwen, Vice Minister of Commerce of China, spoke.\n" * 1000, exact=True),
        Case("size/bylines-1000", lambda: "来源：新华社 作者：王小明 编辑：李华 2023-05-05\n".encode() * 1000, exact=True),
        Case("size/contacts-1000", lambda: b"info@e.org +86 22 66371809 http://e.org/a\n" * 1000, exact=True),
        Case("size/paywall-3000", lambda: "预览已结束，阅读全文\n".encode() * 3000, exact=True),
        Case("size/mojibake-lines-1000", lambda: "cafÃ© â€œparkâ€\x9d\n".encode() * 1000, exact=True),
        Case("size/control-characters", lambda: b"a\x00b\n" * 4000, exact=True, text="ab\n" * 4000),
        Case("size/gzip-bomb", lambda: gzip.compress(bytes(20_000_000)), ".txt", error="gzip"),
        Case("size/gzip-bomb-named-jsonl", lambda: gzip.compress(b"{" * 20_000_000), ".jsonl", records=0, errors=1),
    ]  # fmt: skip
    slow = [
        Case("size/line-100-mb", lambda: (SENTENCE * 1_724_138).encode(), exact=True),
        Case("size/line-100-mb-han", lambda: (HAN * 1_700_000).encode(), exact=True),
        Case("size/line-100-mb-one-letter", lambda: b"a" * 100_000_000, exact=True),
        Case("size/blank-lines-million", lambda: b"One.\n" + b"\n" * MANY + b"Two.\n", exact=True, text="One.\n\nTwo.\n"),
        Case("size/chinese-parts-30000", lambda: "第一条 总则\n\n内容。\n".encode() * 30_000, exact=True),
        Case("size/people-30000", lambda: b"Wang Shouwen, Vice Minister of Commerce of China, spoke.\n" * 30_000, exact=True),
        Case("size/lines-million", lambda: b"x\n" * MANY, exact=True),
        Case("size/html-10-mb", lambda: b"<div><p>x</p>" * 700_000, ".html"),
        Case("size/html-deep-200000", lambda: b"<div>" * 200_000 + b"x", ".html"),
        Case("size/markdown-5-mb", lambda: b"# Park\n\n- *a* [b](c) `d`\n> e\n\n" * 150_000, ".md", exact=True),
        Case("size/jsonl-100-mb-line", lambda: b'{"text": "' + b"a " * 50_000_000 + b'"}\n', ".jsonl"),
    ]  # fmt: skip
    return out + [Case(**{**{f: getattr(c, f) for f in c.__dataclass_fields__}, "slow": True}) for c in slow]
