"""Where a rule fires, what guards it, how far it reaches: each with the wording that goes and the one that stays."""

import pytest

from parkdocs import marks, rules
from parkdocs.edits import restore
from parkdocs.model import Document

PROSE = "The park covers 46 square kilometres east of the old city, with nine sheds and a training centre."
HAN_PROSE = "近日，开发区召开产业链招商部署会，回顾上年成果，明确今年任务清单，并通报首批项目进展情况。"


def pack(tmp_path, **keys):
    """A pack with one rule for the line `Mark me`."""
    fields = {"where": '"anywhere"', "reach": '"line"', "pattern": "'^mark me'", **keys}
    path = tmp_path / "pack.toml"
    body = "".join(f"{name} = {value}\n" for name, value in fields.items())
    path.write_text(
        f'[[rule]]\nid = "test/mark"\nkind = "nav"\n{body}why = "a test"\nhits = ["Mark me"]\nmisses = ["Leave me"]\n'
        '[[rule]]\nid = "test/other"\nkind = "nav"\npattern = "^other sign$"\nwhy = "a test"\n'
        'hits = ["Other sign"]\nmisses = ["No sign"]\n'
    )
    return rules.RuleSet(rules.parse(str(path))[0])


def cleaned(raw, ruleset):
    doc = marks.mark(Document("i", "s", raw, raw), ruleset)
    assert restore(doc.text, doc.edits) == raw
    return doc.text


def test_head_is_before_the_prose(tmp_path):
    ruleset = pack(tmp_path, where='"head"')
    body = "\n".join([PROSE] * 12)
    assert cleaned(f"Mark me\n{body}\n", ruleset) == f"{body}\n"
    assert cleaned(f"{body}\nMark me\n", ruleset) == f"{body}\nMark me\n"


def test_tail_is_after_the_prose(tmp_path):
    ruleset = pack(tmp_path, where='"tail"')
    body = "\n".join([HAN_PROSE] * 12)
    assert cleaned(f"{body}\nMark me\n", ruleset) == f"{body}\n"
    assert cleaned(f"Mark me\n{body}\n", ruleset) == f"Mark me\n{body}\n"


@pytest.mark.parametrize(
    ("guard", "goes", "stays"),
    [
        ("not-before-prose", f"{PROSE}\nMark me\nshort\n", f"{PROSE}\nMark me\n\n{PROSE}\n"),
        ("second-sign", f"Mark me\n{PROSE}\n", "Mark me\n" + f"{PROSE}\n" * 5),
        ("second-sign", f"Mark me\nOther sign\n{PROSE}\n" + f"{PROSE}\n" * 5, "Mark me\n" * 2 + f"{PROSE}\n" * 5),
        ("beside-another", f"Mark me\nMark me\n{PROSE}\n", f"Mark me\n{PROSE}\n"),
        ("alone", f"{PROSE}\n\nMark me\n\n{PROSE}\n", f"{PROSE}\nMark me\n{PROSE}\n"),
        ("first-lines", f"a\nMark me\n{PROSE}\n", f"{PROSE}\n" * 8 + "Mark me\n"),
        ("last-lines", f"{PROSE}\nMark me\n", "Mark me\n" + f"{PROSE}\n" * 8),
        ("before-title", f"Mark me\nA title\n{PROSE}\n", f"Mark me\n{PROSE}\n"),
        ("not-below-figures", f"{PROSE}\nHome | News\nMark me\n", f"{PROSE}\nFirm  Staff\nAeroflex  62\nMark me\n"),
        ("not-below-figures", f"{PROSE}\nMark me\n", f"{PROSE}\n| Firm | Town |\n|---|---|\n| A | B |\n\nMark me\n"),
        ("not-below-figures", f"{PROSE}\n- Sheds: nine\nMark me\n", f"{PROSE}\n- Sheds: 9\nMark me\n"),
        ("not-below-figures", f"{PROSE}\nNotes: nine\nMark me\n", f"{PROSE}\nFigure 2: Sheds\nNote: all\nMark me\n"),
        ("not-introduced", f"{PROSE}\nSend bids to:\nMark me\n", f"Send bids to:\nThe Zone\nMark me\n\n{PROSE}\n"),
        ("not-introduced", f"Send bids to:\n\nMark me\n{PROSE}\n", f"Send bids to:\nMark me\nKenya\n{PROSE}\n"),
    ],
)
def test_guards(tmp_path, guard, goes, stays):
    ruleset = pack(tmp_path, guards=f'["{guard}"]')
    assert "Mark me" not in cleaned(goes, ruleset)
    assert cleaned(stays, ruleset) == stays


def test_every_guard_a_pack_may_name_exists():
    assert set(rules.GUARDS) == set(marks.GUARDS)


def test_a_block_goes_up_to_the_next_blank_line_or_prose(tmp_path):
    ruleset = pack(tmp_path, reach='"block"')
    assert cleaned(f"{PROSE}\nMark me\none\ntwo\n\nthree\n", ruleset) == f"{PROSE}\n\nthree\n"
    assert cleaned(f"Mark me\none\n{PROSE}\n", ruleset) == f"{PROSE}\n"


def test_the_rest_goes_only_behind_the_last_prose(tmp_path):
    ruleset = pack(tmp_path, reach='"rest"')
    assert cleaned(f"{PROSE}\nMark me\none\n\ntwo\n", ruleset) == f"{PROSE}\n"
    for stays in (f"{PROSE}\nMark me\none\n{PROSE}\n", "Mark me\nTel. 12 34 56\n"):
        assert cleaned(stays, ruleset) == stays


def test_a_span_takes_only_the_matched_part(tmp_path):
    ruleset = pack(tmp_path, reach='"span"', pattern="'mark me$'")
    assert cleaned(f"{PROSE} Mark me\n", ruleset) == f"{PROSE}\n"
    assert cleaned(f"{PROSE * 4}　Ｍark me\n", ruleset) == f"{PROSE * 4}\n"  # full-width, in a long line
    assert cleaned("Mark me\n", ruleset) == ""


def test_a_rule_whose_reach_may_not_apply_leaves_the_line_to_the_next(tmp_path):
    path = tmp_path / "pack.toml"
    path.write_text(
        "".join(
            f'[[rule]]\nid = "test/{name}"\nkind = "nav"\nreach = "{name}"\npattern = "^mark me$"\nwhy = "a test"\n'
            'hits = ["Mark me"]\nmisses = ["Leave me"]\n'
            for name in ("rest", "line")
        )
    )
    ruleset = rules.RuleSet(rules.parse(str(path))[0])
    assert cleaned(f"{PROSE}\nMark me\nshort\n", ruleset) == f"{PROSE}\n"
    assert cleaned(f"{PROSE}\nMark me\n{PROSE}\n", ruleset) == f"{PROSE}\n{PROSE}\n"


def test_code_fences_are_left_alone(tmp_path):
    text = "```\nMark me\n```\n"
    assert cleaned(text, pack(tmp_path)) == text


def test_a_long_line_is_never_taken_whole(tmp_path):
    text = "Mark me " + "and so on " * 60 + "\n"
    assert cleaned(text, pack(tmp_path, max="5000")) == text


def test_the_labeller_takes_what_no_rule_names_on_a_page_with_chrome_on():
    menu = ["Home", "Zones", "Tenants", "Gallery", "Careers", "Contact us", "Site map", "Follow us", "Subscribe"]
    page_text = "\n".join([*menu, "Lakeside zone signs its 90th tenant", *[PROSE] * 4, *menu, "© 2024 Lakeside Zone"])
    text = cleaned(page_text, rules.load())
    assert text.count(PROSE) == 4
    assert "Gallery" not in text


def test_a_text_without_a_sign_of_chrome_is_left_alone_by_the_labeller():
    text = "\n".join(["Roses", "Tulips", "Lilies of the valley", "Forget-me-nots", "", "Summer", "", "Sea and sand"])
    assert cleaned(text, rules.load()) == text


def test_the_line_above_a_byline_is_the_title_and_stays():
    head = "News / Industry\nCement works to close kiln\nBy Paul Brandt, Valley News staff\nAug 11, 2020\n"
    tail = "Premium content. Please subscribe or log in to read more.\nView subscription options\nShare this\n"
    text = cleaned(f"{head}{PROSE}\n{tail}", rules.load())
    assert "Cement works to close kiln" in text
    assert "subscribe" not in text


def test_favor_moves_how_readily_lines_go():
    menu = ["Zones", "Tenants", "Our people", "Maps of the zone", "Number of sheds in the east"]
    raw = "\n".join([*menu, "Signed", *[PROSE] * 3, "More", *menu, "Share this", "Privacy policy"])
    sizes = [len(marks.mark(Document("i", "s", raw, raw), rules.load(), f).text) for f in marks.BIAS]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[-1]


def test_a_line_that_loses_a_part_keeps_the_rest():
    menu = "\n".join(["Home", "Subscribe", "Site map", "Share this", "Privacy policy"])
    raw = f"{menu}\n{PROSE}\nSo they said Read more\n{menu}\n"
    doc = marks.mark(Document("i", "s", raw, raw), rules.load())
    assert restore(doc.text, doc.edits) == raw
