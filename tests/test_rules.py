"""Loading, checking and matching of rule packs."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs import rules
from parkdocs.errors import PackError
from parkdocs.rules import RuleSet, check, load, parse
from parkdocs.view import view

GOOD = """
[[rule]]
id = "mine/estate-hotline"
kind = "footer"
where = "tail"
pattern = '^Estate hotline ?: ?[0-9 +-]+$'
why = "Our estate's site prints its hotline below every page."
hits = ["Estate hotline: 022 1234", "• ESTATE HOTLINE：022-1234"]
misses = ["The estate hotline: a history"]
"""


@pytest.fixture
def pack(tmp_path):
    def write(text: str) -> str:
        path = tmp_path / "mine.toml"
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


def test_a_good_pack_has_no_findings_and_its_rules_come_last(pack):
    path = pack(GOOD)
    assert check(path) == []
    assert load((path,)).rules[-1].id == "mine/estate-hotline"
    assert load((path,)).rules[:-1] == load().rules


def test_a_rule_knows_its_place_and_its_defaults(pack):
    path = pack(GOOD)
    (rule,), _ = parse(path)
    assert (rule.pack, rule.line, rule.reach, rule.guards, rule.max) == (path, 3, "line", (), 120)


def test_a_span_rule_may_fire_on_long_lines(pack):
    text = GOOD.replace("where =", 'reach = "span"\nwhere =').replace("^Estate", "Estate")
    (rule,), _ = parse(pack(text))
    assert rule.max == rules.LONGEST


BROKEN = [
    ('kind = "footer"', 'kind = "chrome"', 3, "unknown kind 'chrome'"),
    ('where = "tail"', 'where = "middle"', 3, "unknown where 'middle'"),
    ('where = "tail"', 'reach = "page"', 3, "unknown reach 'page'"),
    ('where = "tail"', 'guards = ["never"]', 3, "unknown guard 'never'"),
    ('where = "tail"', 'guards = "alone"', 3, "guards must be a list of strings"),
    ('where = "tail"', "max = 0", 3, "max must be a whole number"),
    ('where = "tail"', "max = true", 3, "max must be a whole number"),
    ('where = "tail"', 'wher = "tail"', 3, "unknown key 'wher'"),
    ("mine/estate-hotline", "Estate Hotline", 3, "must read family/what-it-matches"),
    ("mine/estate-hotline", "mine/estate_hotline", 3, "must read family/what-it-matches"),
    ("[0-9 +-]+$'", "[0-9 +-]+($'", 3, "pattern does not compile"),
    ('misses = ["The estate hotline: a history"]', "", 3, "misses is missing"),
    ('misses = ["The estate hotline: a history"]', "misses = []", 3, "misses is missing"),
    ('why = "Our estate\'s site prints its hotline below every page."', 'why = ""', 3, "why is missing"),
    ('hits = ["Estate', 'hits = ["The Estate', 3, "does not match its hit"),
    ("[[rule]]", "[[rules]]", 1, "unknown key 'rules'"),
    ('kind = "footer"', 'kind = "footer', 4, "not TOML"),
]


@pytest.mark.parametrize(("old", "new", "line", "message"), BROKEN)
def test_a_broken_pack_is_reported_with_its_line(pack, old, new, line, message):
    assert old in GOOD
    found = check(pack(GOOD.replace(old, new)))
    assert [(f.line, f.level) for f in found if message in f.message] == [(line, "error")]


@pytest.mark.parametrize(("old", "new", "line", "message"), BROKEN)
def test_a_broken_pack_is_not_loaded(pack, old, new, line, message):
    path = pack(GOOD.replace(old, new))
    with pytest.raises(PackError) as caught:
        load((path,))
    assert (caught.value.path, caught.value.line) == (path, line)


def test_a_miss_that_matches_is_an_error(pack):
    found = check(pack(GOOD.replace("misses = [", 'misses = ["Estate hotline: 5", ')))
    assert [f.message for f in found] == ["mine/estate-hotline matches its miss 'Estate hotline: 5'"]


def test_an_id_stands_once(pack):
    found = check(pack(GOOD + GOOD))
    assert [(f.line, f.message) for f in found] == [(12, "id mine/estate-hotline stands at line 3 already")]


def test_a_built_in_id_cannot_be_taken(pack):
    path = pack(GOOD.replace("mine/estate-hotline", "zh/icp-licence"))
    assert "zh/icp-licence is already a built-in rule" in [f.message for f in check(path)]
    with pytest.raises(PackError, match="already a rule"):
        load((path,))


def test_two_packs_cannot_share_an_id(tmp_path):
    for name in ("a.toml", "b.toml"):
        (tmp_path / name).write_text(GOOD, encoding="utf-8")
    with pytest.raises(PackError, match=r"b\.toml:3"):
        load((str(tmp_path / "a.toml"), str(tmp_path / "b.toml")))


def test_a_missing_pack_and_one_that_is_not_text(tmp_path):
    (finding,) = check(str(tmp_path / "none.toml"))
    assert (finding.line, finding.level) == (1, "error")
    path = tmp_path / "latin.toml"
    path.write_bytes(b"why = '\xe9'")
    assert "not UTF-8" in check(str(path))[0].message


def test_an_empty_pack_and_one_with_a_plain_table(pack):
    assert check(pack(""))[0].message == "no [[rule]]"
    assert check(pack("rule = 3"))[0].message == "no [[rule]]"
    assert check(pack("[rule]\nid = 'a/b'"))[0].message == "no [[rule]]"


def test_traps_are_warnings_and_do_not_stop_a_pack(pack):
    path = pack(GOOD.replace("Estate hotline ?:", "(?:Estate hotline|園區熱線) ?:"))
    assert {f.level for f in check(path)} == {"warning"}
    assert load((path,)).rules[-1].id == "mine/estate-hotline"


def test_rules_match_in_pack_order():
    found = [rule.id for rule in load().match("预览结束")]
    assert found == ["zh/preview-over", "zh/preview-over-line"]


def test_a_line_longer_than_max_does_not_match(pack):
    path = pack(GOOD.replace('where = "tail"', "max = 30"))
    chosen = load((path,))
    assert [r.id for r in chosen.match("Estate hotline: 022 1234")] == ["mine/estate-hotline"]
    assert chosen.match("Estate hotline: " + "1" * 30) == ()


def test_a_span_is_in_code_points():
    chosen = load()
    seen = view("會議強調，要加快項目建設，（下轉第三版）")
    (rule,) = chosen.match(seen)
    start, end = chosen.span(rule, seen)
    assert (rule.id, seen[start:end]) == ("zh/continued-on-page", "(下转第三版)")
    assert chosen.span(rule, "没有") == (0, 0)


def test_a_set_of_no_rules_matches_nothing():
    assert RuleSet(()).match("Follow us") == ()


def test_get_finds_a_rule_by_its_id():
    assert load().get("zh/icp-licence").kind == "footer"
    assert load().get("zh/none") is None


def test_load_is_cached():
    assert load() is load()


@given(st.text(max_size=80))
def test_no_text_makes_matching_fail_and_a_match_spans_the_pattern(text):
    seen = view(text)
    for rule in load().match(seen):
        start, end = load().span(rule, seen)
        assert 0 <= start < end <= len(seen)


@pytest.mark.parametrize("text", ["", "\x00", "\ud800 版权所有", "a" * 100_000, "> " * 50_000, "(" * 50_000])
def test_hostile_lines_pass(text):
    assert all(rule.max >= len(text) for rule in load().match(text))


def test_the_set_agrees_with_each_pattern_on_its_own():
    chosen = load()
    lines = [view(line) for rule in chosen.rules for line in (*rule.hits, *rule.misses)]
    for line in lines[::7]:
        one_by_one = tuple(r for r in chosen.rules if len(line) <= r.max and chosen.span(r, line) != (0, 0))
        assert chosen.match(line) == one_by_one


def test_the_example_in_the_documentation_is_a_good_pack(pack):
    text = (Path(__file__).parent.parent / "docs" / "rules.md").read_text(encoding="utf-8")
    path = pack(text.split("```toml\n")[1].split("```")[0])
    assert check(path) == []
    assert len(load((path,)).rules) == len(load().rules) + 2


def test_the_documentation_names_every_field_and_choice():
    text = (Path(__file__).parent.parent / "docs" / "rules.md").read_text(encoding="utf-8")
    words = [*rules.REQUIRED, *rules.OPTIONAL, *rules.GUARDS, *rules.WHERE, *rules.REACH, *rules.CHOICES["kind"]]
    assert [word for word in words if f"`{word}`" not in text] == []


def test_long_lines_meet_only_the_rules_that_allow_them():
    line = "Copyright © 2019 Lindara Port Authority. All rights reserved. " + "Reproduction in whole or in part " * 3
    assert len(view(line)) > rules.SHORT
    assert [rule.id for rule in load().match(view(line))] == ["en/copyright"]


def _of_length(pack, most, hit, reach="line"):
    return pack(
        f"[[rule]]\nid = 'mine/x'\nkind = 'nav'\nreach = '{reach}'\npattern = '^x+$'\nwhy = 'x'\nhits = ['{hit}']\nmisses = ['y']\n"
        + (f"max = {most}\n" if most else "")
    )


def test_a_rule_fires_on_a_line_of_its_longest_length_and_not_beyond(pack):
    ours = load((_of_length(pack, 5, "xxxxx"),))
    assert [r.id for r in ours.match("xxxxx")] == ["mine/x"]
    assert ours.match("xxxxxx") == ()


def test_a_hit_of_the_longest_length_is_one_and_a_longer_one_is_none(pack):
    assert not [f for f in check(_of_length(pack, 5, "xxxxx")) if f.level == "error"]
    assert "does not match its hit" in next(f.message for f in check(_of_length(pack, 5, "xxxxxx")))


@pytest.mark.parametrize(("reach", "most"), [("line", 120), ("span", 1000)])
def test_the_usual_longest_length_by_reach(pack, reach, most):
    ours = load((_of_length(pack, 0, "x", reach),))
    assert [r.id for r in ours.match("x" * most)] == ["mine/x"]
    assert ours.match("x" * (most + 1)) == ()


def test_a_finding_on_the_whole_pack_stands_at_its_first_line(pack):
    assert [f.line for f in check(pack("other = 1\n" + GOOD))] == [1]
