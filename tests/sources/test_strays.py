"""strays: UTF-8 with single bytes of windows-1252 among it."""

import pytest

from parkdocs.sources import html, strays, text
from parkdocs.sources.encoding import Decoded, decode

RUSSIAN = "Вчера утром в мэрии прошла пресс-конференция"


@pytest.mark.parametrize(
    ("data", "read"),
    [
        ("LAGOS — The zone opened.\n".encode() + b"caf\xe9\n", "LAGOS — The zone opened.\ncafé\n"),
        ("It opened — at last. It cost 30m ".encode() + b"\xa3.", "It opened — at last. It cost 30m £."),
        ("It’s open. ".encode() + b"\xa9 2020", "It’s open. © 2020"),
        ("The tenant’s lease — ".encode() + b"the owner\x92s word", "The tenant’s lease — the owner’s word"),
        ("Café, ".encode() + b"\xa9 2020", "Café, © 2020"),
        ("Der Park öffnet für Gäste".encode() + b" \x96 endlich", "Der Park öffnet für Gäste – endlich"),
    ],
)
def test_a_stray_byte_does_not_make_the_page_greek(data, read):
    line = 1 + read.rstrip("\n").count("\n")
    assert decode(data) == Decoded(read, "utf-8", (line,), (line,))


@pytest.mark.parametrize(
    ("line", "read"),
    [
        (("第三".encode())[:-1], "第\ufffd"),
        ("她说 ".encode() + b"\xe8 a", "她说 \ufffd a"),  # what is left of a character of this line
        (RUSSIAN.encode() + b" a\xd0", RUSSIAN + " a\ufffd"),
        ("— said \xe9".encode()[:-1], "— said \ufffd"),  # the file was cut here
        (b"two \xe9\xe8 bytes", "two \ufffd\ufffd bytes"),
        (b"never \xff", "never \ufffd"),
        (b"not in windows-1252: \x81.", "not in windows-1252: \ufffd."),
    ],
)
def test_what_is_left_of_a_character_is_no_letter(line, read):
    assert strays.read(line) == (read, False)


@pytest.mark.parametrize(
    ("text_", "codec"),
    [
        ("今年以来全市经济运行情况总体平稳", "gbk"),
        ("全市經濟運行情況總體平穩", "big5"),
        ("昨日、市役所で記者会見", "cp932"),
        ("어제 오전 시청에서 기자회견이", "euc_kr"),
        (RUSSIAN, "windows-1251"),
        ("Voilà, «\xa0déjà\xa0» là", "windows-1252"),  # 'à »' alone has the bytes of a sequence of three
        ("Χθες το πρωί έγινε συνέντευξη", "windows-1253"),
    ],
)
def test_older_encodings_are_no_broken_utf8(text_, codec):
    assert not strays.mostly_utf8(text_.encode(codec))
    assert decode(text_.encode(codec)).text == text_


def test_many_strays_and_one_dash_are_windows_1252():
    assert decode("One — two ".encode() + b"\xa3 three \xa3 four \xa3").encoding == "windows-1252"


def test_the_record_names_the_lines():
    data = "It opened — at last — they say.\nIt cost 30m ".encode() + b"\xa3.\n\xff\n"
    found = [(e.field, e.line, e.rule) for e in text.read(data, "a.txt", "a.txt").metadata.evidence]
    assert found == [("encoding", 2, "encoding/stray-bytes"), ("encoding", 3, "encoding/replaced-bytes")]
    page = b"<meta charset=utf-8><h1>Park</h1>\n<p>It opened \xe2\x80\x94 at last.\n<p>It cost 30m \xa3.\n"
    found = [(e.line, e.rule) for e in html.read(page, "a.html", "a.html").metadata.evidence]
    assert found == [(5, "encoding/stray-bytes")]
