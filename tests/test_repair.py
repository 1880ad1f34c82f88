"""repair: the text is what ftfy makes of it, and the journal says what happened where."""

import re
import subprocess
import sys

import ftfy
import pytest
from ftfy.badness import BADNESS_RE
from hypothesis import example, given, settings
from hypothesis import strategies as st

from parkdocs import edits
from parkdocs.model import Declared, Document, Metadata
from parkdocs.repair import ALONE, GUARD, RULES, repair

CONFIG = ftfy.TextFixerConfig(
    unescape_html=False,
    fix_latin_ligatures=False,
    fix_character_width=False,
    uncurl_quotes=False,
    normalization="NFC",
    explain=False,
)


def mend(raw: str) -> Document:
    return repair(Document("i", "s", raw, raw))


def journal(raw: str) -> list[tuple[int, str, str, str]]:
    return [(e.start, e.old, e.new, e.rule) for e in mend(raw).edits]


@pytest.mark.parametrize(
    ("raw", "text", "found"),
    [
        ("schÃ¶n", "schön", [(3, "Ã¶", "ö", "repair/mojibake")]),
        ("â€œYesâ€\x9d, he said", "“Yes”, he said", [(0, "â€œ", "“", "repair/mojibake"), (6, "â€\x9d", "”", "repair/mojibake")]),
        ("ä¸\xadæ–‡", "中文", [(0, "ä¸\xadæ–‡", "中文", "repair/mojibake")]),
        ("it\x92s", "it’s", [(2, "\x92", "’", "repair/mojibake")]),
        ("wait\x85", "wait…", [(4, "\x85", "…", "repair/mojibake")]),
        ("â€œ like this â€�", "“ like this �", [(0, "â€œ", "“", "repair/mojibake"), (14, "â€", "", "repair/mojibake")]),
        ("a\0b", "ab", [(1, "\0", "", "repair/control-characters")]),
        ("\ufeff标题\n", "标题\n", [(0, "\ufeff", "", "repair/control-characters")]),
        ("正\ufeff文\x07", "正文", [(1, "\ufeff", "", "repair/control-characters"), (3, "\x07", "", "repair/control-characters")]),
        ("a\r\nb\r\n", "a\nb\n", [(1, "\r", "", "repair/line-ends"), (4, "\r", "", "repair/line-ends")]),
        ("a\rb\u2028c\u2029", "a\nb\nc\n", [(1, "\r", "\n", "repair/line-ends"), (3, "\u2028", "\n", "repair/line-ends"), (5, "\u2029", "\n", "repair/line-ends")]),
        ("cafe\u0301", "café", [(3, "e\u0301", "é", "repair/normal-form")]),
        ("\x1b[1mBold\x1b[0m", "Bold", [(0, "\x1b[1mBold\x1b[0m", "Bold", "repair/terminal-escapes")]),
        ("\ud83d\ude00", "😀", [(0, "\ud83d\ude00", "😀", "repair/surrogates")]),
        ("x\ud83d", "x�", [(1, "\ud83d", "�", "repair/surrogates")]),
        ("Ã©tÃ© \0fini\r\n", "été fini\n", [(0, "Ã©", "é", "repair/mojibake"), (3, "Ã© \0", "é ", "repair/mojibake"), (11, "\r", "", "repair/line-ends")]),
    ],
)  # fmt: skip
def test_mends(raw, text, found):
    assert mend(raw).text == text
    assert journal(raw) == found
    assert {rule for _, _, _, rule in found} <= set(RULES)


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "\n\n",
        "Plain text, it’s “quoted” – and more…\n",
        "café, naïve, Zürich, £5, 25°C, © 2019 Company™\n",
        "全角ＡＢＣ１２３，“引号”‘单’《书名》——破折号……　空格\n",
        "①②③ ㎡ ℃ × ÷ ≥ №\n",
        "tab\there\fform feed",
        "ﬁrst &amp; second &lt;b&gt;",
        "emoji 👨‍👩‍👧 with joiners and \u200bzero width space",
        "Москва, Ελλάδα, עברית, العربية, ไทย, 한국어, 日本語の「かな」\n",
    ],
)
def test_leaves_alone(raw):
    assert mend(raw).edits == ()


def test_what_tags_declare_is_mended_too():
    said = (Declared("title", "caf\u00c3\u00a9", 1), Declared("h1", "café", 2))
    done = repair(Document("i", "s", "", "", Metadata(declared=said)))
    assert [d.value for d in done.metadata.declared] == ["café", "café"]
    assert repair(done._replace(edits=())) == done


def test_one_wrong_line_among_many_is_the_only_edit():
    raw = "第一行\nAndrÃ© said\n第三行\n"
    assert journal(raw) == [(8, "Ã©", "é", "repair/mojibake")]


def test_present_edits_are_kept_and_composed():
    doc = edits.apply(Document("i", "s", "x\nschÃ¶n\n", "x\nschÃ¶n\n"), [edits.Mark(0, 2, "en/x", "nav")])
    mended = repair(doc)
    assert mended.text == "schön\n"
    assert edits.restore(mended.text, mended.edits) == doc.raw


def test_pure_chinese_and_english_never_import_ftfy():
    code = (
        "import sys; from parkdocs.repair import repair; from parkdocs.model import Document;"
        "raw = '关于“通知”的说明，全文……\\r\\nIt’s a “test” – yes, a café now…\\0\\n'; repair(Document('', '', raw, raw));"
        "assert 'ftfy' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# Text rich in mojibake: words written in one encoding and read in another, once or twice, with controls thrown in.
WORDS = st.sampled_from(
    ["é", "über", "“Yes”", "中文网页", "…", "à la carte", "Москва", "‘x’", "№ 5", "日本", "😀", "café –", "Œ", "ß€"]
)
ENCODINGS = st.sampled_from(
    [
        "latin-1",
        "windows-1252",
        "windows-1251",
        "windows-1250",
        "windows-1253",
        "windows-1257",
        "gbk",
        "big5",
        "cp437",
        "macroman",
    ]
)


@st.composite
def mojibake(draw):
    word = draw(WORDS)
    for _ in range(draw(st.integers(0, 2))):
        word = word.encode("utf-8", "ignore").decode(draw(ENCODINGS), draw(st.sampled_from(["ignore", "replace"])))
    return word


FRAGMENTS = st.one_of(
    mojibake(),
    st.text(alphabet=st.characters(), max_size=6),
    st.text(alphabet="aÃÂâ€œ\x80\x9d\xa0 ©é\u0301Œ°×²à.\n", max_size=8),
    st.sampled_from(["\r\n", "\n", "\r", "\0", "\ufeff", "\x1b[0m", "\u2028", " ", "text", "\ud83d", "\ude00"]),
)
RAW = st.lists(FRAGMENTS, max_size=12).map("".join)


@given(RAW)
@example("Ä\x08¯")  # the halves of a mojibake with a control character between them
@settings(max_examples=600, deadline=None)
def test_equals_ftfy_and_restores(raw):
    doc = mend(raw)
    assert doc.text == ftfy.fix_text(raw, CONFIG)
    assert edits.restore(doc.text, doc.edits) == raw
    assert {e.rule for e in doc.edits} <= set(RULES)
    assert all(e.kind == "repair" for e in doc.edits)


@given(RAW)
@settings(max_examples=100, deadline=None)
def test_edits_are_minimal_at_both_ends(raw):
    for e in mend(raw).edits:
        if len(e.old) > 1 and len(e.new) > 1:
            assert e.old[0] != e.new[0] or e.old[-1] != e.new[-1]


def test_guard_covers_every_alternative_of_ftfy():
    """Each alternative has a position in GUARD whose neighbour is beyond ASCII, or which is ALONE enough."""
    guard, alone = re.compile(f"[{GUARD}]"), re.compile(f"[{ALONE}]")
    alternatives = _alternatives()
    assert len(alternatives) > 30
    for items in alternatives:
        assert any(
            chars and all(map(guard.match, chars)) and (all(map(alone.match, chars)) or _beyond_ascii(items, i))
            for i, chars in enumerate(items)
        ), items


def _beyond_ascii(items, i):
    beside = [items[k] for k in (i - 1, i + 1) if 0 <= k < len(items)]
    return any(chars and min(chars) > "\x7f" for chars in beside)


def _alternatives():
    """ftfy's pattern as lists of positions; a position is its set of characters, empty where it could be anything."""
    tree = re._parser.parse(BADNESS_RE.pattern, BADNESS_RE.flags)
    ((kind, (_, branches)),) = tree
    assert str(kind) == "BRANCH"
    return [[_characters(item) for item in branch] for branch in branches]


def _characters(item):
    kind, value = str(item[0]), item[1]
    if kind == "LITERAL":
        return {chr(value)}
    if kind != "IN":
        return set()
    found = set()
    for part, what in value:
        if str(part) == "LITERAL":
            found.add(chr(what))
        elif str(part) == "RANGE":
            found |= set(map(chr, range(what[0], what[1] + 1)))
        else:
            return set()
    return found


def test_a_long_line_takes_linear_time():
    import time

    def cost(n):
        raw = "Ã© x " * n
        start = time.process_time()
        mend(raw)
        return time.process_time() - start

    cost(1_000)
    assert cost(80_000) < 40 * max(cost(10_000), 0.01)
