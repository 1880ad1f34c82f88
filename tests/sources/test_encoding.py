"""encoding: bytes to text, found without being told, and back."""

import codecs
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from parkdocs.sources.encoding import Decoded, binary_kind, decode, encode

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
NEWS = "本报讯（记者王明）昨日上午，市政府新闻办公室举行发布会，介绍今年以来全市经济运行情况。"
TAIWAN = "本報訊（記者王明）昨日上午，市政府新聞辦公室舉行發布會，介紹今年以來全市經濟運行情況。"
JAPANESE = "昨日、市役所で記者会見が開かれ、今年の経済の状況について説明がありました。"
KOREAN = "어제 오전 시청에서 기자회견이 열려 올해 경제 상황에 대한 설명이 있었습니다."
RUSSIAN = "Вчера утром в мэрии прошла пресс-конференция, посвящённая экономике города."
POLISH = "Wczoraj w ratuszu odbyła się konferencja prasowa o sytuacji gospodarczej miasta; wzięły w niej udział źródła."
GREEK = "Χθες το πρωί έγινε συνέντευξη τύπου στο δημαρχείο για την οικονομία της πόλης."


@pytest.mark.parametrize(
    ("text", "codec", "named"),
    [
        (NEWS, "utf-8", "utf-8"),
        (NEWS, "utf-8-sig", "utf-8-sig"),
        (NEWS, "gbk", "gb18030"),
        (NEWS + "𠮷", "gb18030", "gb18030"),
        (NEWS[:10], "gbk", "gb18030"),
        ("关于印发通知的说明", "gb2312", "gb18030"),
        ("Press release: 北京 2024", "gbk", "gb18030"),
        (TAIWAN, "big5", "big5"),
        (TAIWAN[:10], "big5", "big5"),
        (JAPANESE, "cp932", "cp932"),
        (JAPANESE, "euc_jp", "euc_jp"),
        (JAPANESE, "iso2022_jp", "iso2022_jp"),
        (KOREAN, "cp949", "cp949"),
        (RUSSIAN, "windows-1251", "windows-1251"),
        (RUSSIAN, "koi8-r", "koi8-r"),
        (POLISH, "windows-1250", "windows-1250"),
        (GREEK, "windows-1253", "windows-1253"),
        ("The café’s “menu” – £5…", "windows-1252", "windows-1252"),
        ("Köln, Zürich und Düsseldorf", "latin-1", "windows-1252"),
        ("plain ASCII\r\n", "ascii", "utf-8"),
        ("plain text in UTF-16", "utf-16-le", "utf-16-le"),
        ("plain text in UTF-16", "utf-16-be", "utf-16-be"),
        (NEWS, "utf-16-le", "utf-16-le"),
        ("", "utf-8", "utf-8"),
    ],
)
def test_finds(text, codec, named):
    data = text.encode(codec)
    assert decode(data) == Decoded(text, named)
    assert encode(text, named) == data


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_wide_mark_stays_in_the_text(codec):
    data = ("\ufeff" + NEWS).encode(codec)
    assert decode(data) == Decoded("\ufeff" + NEWS, codec)


def test_line_ends_and_zero_bytes_stay():
    assert decode(b"a\r\nb\rc\nd\0e\x85" + "é".encode())[0].startswith("a\r\nb\rc\nd\0e")
    assert decode("一\0二\r\n".encode()).text == "一\0二\r\n"


@pytest.mark.parametrize(
    ("data", "text", "named", "bad"),
    [
        ("第一行\n第二行\n".encode() + "第三".encode()[:-1], "第一行\n第二行\n第\ufffd", "utf-8", (3,)),
        (("好" * 20 + "\r\n坏").encode() + b"\xff\r\n" + "好好".encode(), "好" * 20 + "\r\n坏\ufffd\r\n好好", "utf-8", (2,)),
        (codecs.BOM_UTF8 + b"a\nb\xff\n", "a\nb\ufffd\n", "utf-8-sig", (2,)),
        (codecs.BOM_UTF16_LE + "ab\nc".encode("utf-16-le") + b"\x41", "\ufeffab\nc\ufffd", "utf-16-le", (2,)),
        (codecs.BOM_UTF16_BE + b"\xd8\x00\x00a", "\ufeff\ufffda", "utf-16-be", (1,)),
        ((NEWS + "\n" + NEWS).encode("gbk") + b"\xff\n", NEWS + "\n" + NEWS + "\ufffd\n", "gb18030", (2,)),
    ],
)  # fmt: skip
def test_broken_bytes_are_named_by_line(data, text, named, bad):
    assert decode(data) == Decoded(text, named, bad)


@pytest.mark.parametrize(
    ("text", "codec", "declared", "named"),
    [
        ("中", "gbk", "gb2312", "gb18030"),
        ("堃", "gbk", "GBK", "gb18030"),
        (NEWS, "utf-8", "gb2312", "utf-8"),
        (NEWS, "gbk", "iso-8859-1", "gb18030"),
        ("café", "latin-1", "ISO-8859-1", "windows-1252"),
        ("ěšč", "iso-8859-2", "iso-8859-2", "iso-8859-2"),
        (NEWS, "gbk", "no-such-charset", "gb18030"),
        (NEWS, "gbk", "hex", "gb18030"),
        (NEWS, "gbk", "utf-8", "gb18030"),
    ],
)
def test_a_declaration_counts_where_the_bytes_bear_it_out(text, codec, declared, named):
    assert decode(text.encode(codec), declared) == Decoded(text, named)


@pytest.mark.parametrize("path", SEEDS, ids=lambda p: p.name[:3])
@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_seeds_in_every_line(path, codec):
    text = path.read_bytes().decode()
    for line in filter(None, text.split("\n")):
        assert decode(line.encode(codec)).text == line


@pytest.mark.xfail(reason="one character: GBK 同 (CD AC) is valid UTF-8, and nothing tells them apart", strict=True)
def test_one_character_that_is_valid_utf8_too():
    assert decode("同".encode("gbk")).text == "同"


@given(st.binary(max_size=300), st.sampled_from(["", "gbk", "iso-8859-1", "utf-16", "big5", "raw_unicode_escape"]))
@example(b"\xff\xfe\0\0", "")
@example(b"\xef\xbb\xbf", "")
@example(b"\xff\xfea", "")
@example(b"\x81", "")
@settings(max_examples=1000, deadline=None)
def test_never_fails_and_comes_back_where_no_line_is_bad(data, declared):
    decoded = decode(data, declared)
    decoded.text.encode("utf-8")  # no lone surrogates
    if not decoded.bad:
        assert encode(decoded.text, decoded.encoding) == data
    assert all(1 <= n <= decoded.text.count("\n") + decoded.text.count("\r") + 1 for n in decoded.bad)
    assert decode(data, declared) == decoded


@given(
    st.text(max_size=60),
    st.sampled_from(["utf-8", "utf-8-sig", "gb18030", "big5", "cp932", "windows-1252", "utf-16-le"]),
)
@settings(max_examples=300, deadline=None)
def test_text_written_in_any_encoding_comes_back_as_bytes(text, codec):
    data = text.encode(codec, "ignore")
    decoded = decode(data)
    assert decoded.bad or encode(decoded.text, decoded.encoding) == data


@pytest.mark.parametrize("name", ["no-such", "hex", "", "idna", "\0", "undefined"])
def test_encode_never_fails(name):
    assert encode("中�\ud800文", name) == "中�?文".encode()
    assert encode("中文", "big5") == "中文".encode("big5")
    assert encode("国", "big5") == b"?"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"PK\x03\x04\x14\0", "a ZIP archive or an Office document"),
        (b"\x89PNG\r\n\x1a\n\0\0", "a PNG image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG image"),
        (b"GIF89a\x01", "a GIF image"),
        (b"\x1f\x8b\x08\0", "a gzip archive"),
        (bytes(range(256)) * 4, "binary data"),
        (b"\0" * 50, "binary data"),
        (b"", ""),
        (b"PK is no archive", ""),
        (b"a\0b", ""),
        (b"\x1b[1mBold\x1b[0m\n" * 10, ""),
        (b"NAME\0\0\0\0\0\0" + b"a long text follows here\n" * 3, ""),
        ("UTF-16 text".encode("utf-16"), ""),
        ("UTF-16 text".encode("utf-16-le"), ""),
        (NEWS.encode("utf-16-le"), ""),
        (NEWS.encode("gbk"), ""),
        (NEWS.encode("big5", "ignore"), ""),
    ],
)
def test_binary_kind(data, kind):
    assert binary_kind(data)[0] == kind


def test_the_same_whatever_the_hash_seed():
    code = (
        "import sys; from parkdocs.sources.encoding import decode;"
        "data = 'Şehirde dün sabah bir basın toplantısı yapıldı, ığışöü. ' * 9;"
        "sys.stdout.write(str([decode(data.encode(c)).encoding for c in ('cp1254', 'cp857', 'mac_turkish')]))"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", code], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("0", "1", "7")
    }
    assert len(answers) == 1


def test_a_large_file_takes_linear_time():
    import time

    def cost(n):
        data = (NEWS * n).encode("gbk") + b"\xff"
        start = time.process_time()
        decode(data)
        return time.process_time() - start

    cost(10)
    assert cost(20_000) < 40 * max(cost(2_000), 0.02)
