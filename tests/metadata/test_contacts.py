"""Email addresses, telephone numbers, web addresses and registration numbers, and what looks like them."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parkdocs.edits import apply
from parkdocs.metadata import contacts
from parkdocs.metadata.contacts import emails_in, phones_in, registrations_in, urls_in
from parkdocs.model import Document, Mark, Metadata

SEEDS = Path(__file__).parents[2] / "seeds"


def read(text: str, source: str = "s") -> Metadata:
    return contacts.fill(Document("i", source, text, text)).metadata


@pytest.mark.parametrize(
    ("line", "emails"),
    [
        ("sipp@unido.org ", ["sipp@unido.org"]),
        ("* Email: author@example.edu.", ["author@example.edu"]),
        ("作者邮箱 author@example.com摘要:本文", ["author@example.com"]),
        ("(a.thomas@example.com) b@x.co.uk;c_d@x.org", ["a.thomas@example.com", "b@x.co.uk", "c_d@x.org"]),
        (r"li\_fei@example.org", ["li_fei@example.org"]),
        ("press (at) example.org", ["press@example.org"]),
        ("邮箱：kf＠example.cn", ["kf@example.cn"]),
        ("follow @handle or @a.b", []),
        ("logo@2x.png", []),
        ("a@b", []),
        ("meet @ noon.today", []),
    ],
)
def test_emails(line: str, emails: list[str]) -> None:
    assert emails_in(line) == emails


@pytest.mark.parametrize(
    ("line", "urls"),
    [
        (r"[https://a.cn/r?Id=5\_2](https://a.cn/r?Id=5_2)", ["https://a.cn/r?Id=5_2"] * 2),
        (r"https://a.cn/r?Id=5\\_2", ["https://a.cn/r?Id=5_2"]),  # escaped twice
        ("地址:http://www.example.com/jzxw/00001.html。", ["http://www.example.com/jzxw/00001.html"]),
        ("see www.example.com, or (https://example.org/a_(b)).", ["www.example.com", "https://example.org/a_(b)"]),
        ("**http://example.cn/bin/x.exe?K=a1&A=2**", ["http://example.cn/bin/x.exe?K=a1&A=2"]),
        ("http://a.org/xhttp://b.org/y", ["http://a.org/x", "http://b.org/y"]),
        ("http://localhost:8000/x", []),
        ("http://", []),
        ("mail me@www.example.com", []),
        ("www. is short", []),
    ],
)
def test_urls(line: str, urls: list[str]) -> None:
    assert urls_in(line) == urls


@pytest.mark.parametrize(
    ("line", "urls"),
    [
        ("[Facebook](https://www.facebook.com/sharer/sharer.php?u=https%3A%2F%2Fpark.example%2Fnews%2F1)", ()),
        ("[X](https://twitter.com/intent/tweet?url=https://park.example/news/1&text=Glass)", ()),
        ("[LinkedIn](https://www.linkedin.com/shareArticle?mini=true&url=https%3A%2F%2Fpark.example)", ()),
        ("[WhatsApp](https://wa.me/?text=Glass%20https://park.example/news/1)", ()),
        ("[Weibo](http://service.weibo.com/share/share.php?title=Glass)", ()),
        ("[Log in](https://id.example/login?next=https://park.example/1)", ()),
        ("[Facebook](https://www.facebook.com/parkexample)", ("https://www.facebook.com/parkexample",)),
        ("Contact https://park.example/contact?from=news", ("https://park.example/contact?from=news",)),
        ("https://shares.example/sharedservices", ("https://shares.example/sharedservices",)),
    ],
)
def test_share_buttons_that_were_removed_are_no_contacts(line: str, urls: tuple[str, ...]) -> None:
    text = f"The park opened.\n{line}\n"
    doc = Document("i", "s", text, text)
    assert contacts.fill(apply(doc, [Mark(17, len(text), "en/share", "share")])).metadata.urls == urls
    assert contacts.fill(doc).metadata.urls == tuple(dict.fromkeys(urls_in(line)))  # what stays is the text's own


@pytest.mark.parametrize(
    ("line", "region", "phones"),
    [
        ("技术支持电话:022-66371809", "", ["+862266371809"]),
        ("聯繫電話：（010）65120114", "", ["+861065120114"]),
        ("电话：022-23501436；022-23508004 传真 022-23500216", "", ["+862223501436", "+862223508004", "+862223500216"]),
        ("联系人:王先生 13812345678", "", ["+8613812345678"]),
        ("客服热线：400-810-8888", "", ["+864008108888"]),
        ("Tel.: +43 1 26026-0", "", ["+431260260"]),
        ("总机：（86-10）88828000", "", ["+861088828000"]),
        ("Fax 0043 1 26026 0", "", ["+431260260"]),
        ("Telephone: 01507 529529", "GB", ["+441507529529"]),
        ("Telephone: 01507 529529", "", []),  # no country known
        ("01507 529529", "GB", []),  # no label
        ("电话:2023-11-05", "", []),
        ("手机中国 2024-05-24 08:14:11", "", []),
        ("京ICP备2020035841号-2", "", []),
        ("京公网安备 11010502030143号", "", []),
        ("邮编:100731 信息索引号 11330000MB0000000X/2015-00118", "", []),
        ("编号:20171010080000001", "", []),
        ("电话会议于2023年召开，签约66371809元。", "", []),
        ("Call +1 234", "", []),
    ],
)
def test_phones(line: str, region: str, phones: list[str]) -> None:
    assert phones_in(line, region) == phones


def test_the_country_of_a_number_comes_from_addresses_or_the_one_country_named() -> None:
    line = "Telephone: 01507 529529\n"
    assert read(line, "https://www.example.co.uk/contact").phones == ("+441507529529",)
    assert read(line + "info@example.co.uk\n").phones == ("+441507529529",)
    assert read(line + "Our office is in the United Kingdom.\n").phones == ("+441507529529",)
    assert read(line + "Offices in the United Kingdom and in France.\n").phones == ()
    assert read(line).phones == ()


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("京ICP备2020035841号-2", [("ICP", "京ICP备2020035841号-2")]),
        ("粵ICP備00000002號", [("ICP", "粵ICP備00000002號")]),
        ("沪ICP备 05022684 号-3 | 津ICP证030173号", [("ICP", "沪ICP备 05022684 号-3"), ("ICP", "津ICP证030173号")]),
        ("Filing Number:ICP 00000000", [("ICP", "ICP 00000000")]),
        ("京公网安备 11010502030143号", [("PSB", "京公网安备 11010502030143号")]),
        ("粤公網安備44030502004330號", [("PSB", "粤公網安備44030502004330號")]),
        ("增值電信業務經營許可證:粵B2-00000000", [("licence", "粵B2-00000000")]),
        ("增值电信业务经营许可证 京B2-20090059", [("licence", "京B2-20090059")]),
        ("互联网新闻信息服务许可证编号:10120170001", [("licence", "10120170001")]),
        ("网站标识码:bm12000001", [("licence", "bm12000001")]),
        ("ICP", []),
        ("本公司取得增值电信业务经营许可证", []),
        ("B2-20090059 bolts", []),
        ("会议于2023年备案10号召开", []),
    ],
)
def test_registrations(line: str, found: list[tuple[str, str]]) -> None:
    assert [(r.scheme, r.number) for r in registrations_in(line)] == found


def test_every_province_has_its_letter() -> None:
    for letter in "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼":
        assert [r.number for r in registrations_in(f"{letter}ICP备12345678号")] == [f"{letter}ICP备12345678号"]


def test_values_are_kept_once_in_order_with_their_first_line() -> None:
    done = read("b@x.org\na@x.org b@x.org\nhttps://x.org/\nhttps://x.org/\n")
    assert done.emails == ("b@x.org", "a@x.org")
    assert done.urls == ("https://x.org/",)
    assert [(e.field, e.line) for e in done.evidence] == [("emails", 1), ("emails", 2), ("urls", 3)]


def test_seeds() -> None:
    first, second, fourth = (
        read((SEEDS / name).read_text("utf-8"))
        for name in ("000_752e6eb5ab1a243a.txt", "002_fb9ed12e4d282624.txt", "004_200df734c97560aa.txt")
    )
    assert first.emails == ("sipp@unido.org",)
    assert second.phones == ("+862266371809",)
    assert [(r.scheme, r.number) for r in second.registrations] == [("ICP", "京ICP备2020035841号-2")]
    assert fourth.urls == ("https://www.yunbaogao.cn/report/index/report?reportId=5_23159",)


@pytest.mark.parametrize("piece", ["a.", "@", "http://", "1 ", "((", "电话:", "ICP备", "+1 ", "\\_"])
def test_hostile_lines_take_linear_time(piece: str) -> None:
    began = time.process_time()
    read(piece * (2_000_000 // len(piece)) + "\n" + (piece * 50 + "\n") * 500)
    assert time.process_time() - began < 5


@given(st.text(max_size=300))
@settings(max_examples=60)
def test_any_text_passes(text: str) -> None:
    done = read(text)
    for field in ("emails", "phones", "urls", "registrations"):
        assert sum(e.field == field for e in done.evidence) == len(getattr(done, field))
