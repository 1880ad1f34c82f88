"""Rule packs at their edges: where in a file a finding stands, what a rule set remembers, and who may change it."""

import pytest

from parkdocs import rules
from parkdocs.errors import PackError
from parkdocs.rules import Rule, RuleSet, check, load, parse

GOOD = "id = 'mine/x'\nkind = 'nav'\npattern = '^x$'\nwhy = 'x'\nhits = ['x']\nmisses = ['y']\n"


@pytest.fixture
def pack(tmp_path):
    def write(text):
        path = tmp_path / "mine.toml"
        path.write_text(text, encoding="utf-8")
        return str(path)

    return write


def rule(name, pattern, longest=120):
    return Rule(f"mine/{name}", "nav", pattern, "x", "anywhere", "line", (), longest, (), (), "mine.toml")


# Places


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("\n\n\n", 1),
        ("x = 1\n[[rule]]\n" + GOOD, 1),
        ("[[rule]]\n" + GOOD + "max = 0\n", 2),
        ("\n\n[[ rule ]]\nkind = 'nav'\n", 3),  # a rule without an id stands where it begins
        ("[[rule]]\n" + GOOD + "\n[[rule]]\nkind = 'nav'\n  id='mine/y'\n", 11),
        ("[[rule]]\n" + GOOD + "broken", 8),
        ("[[rule]]\n" + GOOD + "more = [1,\n", 9),  # it ends too early: the last line
    ],
)
def test_a_finding_stands_at_its_line(pack, text, line):
    assert {f.line for f in check(pack(text))} == {line}


def test_a_rule_in_an_inline_table_stands_at_the_first_line(pack):
    inline = "\n\nrule = [{" + ", ".join(GOOD.strip().split("\n")) + "}]\n"
    assert [(r.id, r.line) for r in parse(pack(inline))[0]] == [("mine/x", 1)]
    assert rule("x", "x").line == 1


@pytest.mark.parametrize(("most", "fine"), [(0, False), (1, True), (2, True), (-1, False)])
def test_the_shortest_longest_length_is_one_character(pack, most, fine):
    assert (check(pack(f"[[rule]]\n{GOOD}max = {most}\n")) == []) is fine


def test_line_breaks_of_windows_do_not_matter(pack, tmp_path):
    path = tmp_path / "windows.toml"
    path.write_bytes(("[[rule]]\n" + GOOD).replace("\n", "\r\n").encode())
    assert check(str(path)) == []


def test_the_ids_of_built_in_rules_may_stand_in_their_own_packs():
    built_in = "src/parkdocs/packs/" + load().get("zh/icp-licence").pack
    assert [f for f in check(built_in) if f.level == "error"] == []


# What is loaded


def test_each_rule_may_fire_up_to_its_own_length_on_short_and_on_long_lines():
    ours = RuleSet((rule("short", "^x+$"), rule("long", "^x+$", 200), rule("tiny", "^x+$", 3)))
    found = {n: [r.id[5:] for r in ours.match("x" * n)] for n in (1, 3, 4, 120, 121, 200, 201)}
    assert found == {
        1: ["short", "long", "tiny"],
        3: ["short", "long", "tiny"],
        4: ["short", "long"],
        120: ["short", "long"],
        121: ["long"],
        200: ["long"],
        201: [],
    }


def test_the_built_in_rules_find_the_same_whoever_read_what_their_patterns_need():
    ready = load()
    fresh = RuleSet(ready.rules)
    texts = [example for r in ready.rules for example in (*r.hits, *r.misses)]
    lines = [rules.view(text + more) for text in texts[::5] for more in ("", " and so on and on" * 8)]
    assert [ready.match(line) for line in lines] == [fresh.match(line) for line in lines]


def test_many_lines_are_matched_as_each_alone():
    ours, lines = RuleSet(load().rules), ["Share", "", "版权所有", "Share", "no sign " * 40]
    assert ours.match_all(lines) == [RuleSet(load().rules).match(line) for line in lines]
    assert ours.match_all([]) == []


def test_the_built_in_packs_are_read_in_the_order_of_their_names():
    read = rules.parse_built_in()
    assert read == load().rules
    assert [r.pack for r in read] == sorted(r.pack for r in read)


def test_a_built_in_pack_that_is_broken_is_named_with_its_line(monkeypatch, tmp_path):
    (tmp_path / "own.toml").write_text("[[rule]]\n" + GOOD + "[[rule]]\nid = 'mine/y'\n")
    monkeypatch.setattr(rules.compiled, "packs", lambda: [tmp_path / "own.toml"])
    with pytest.raises(PackError, match=r"own\.toml:9: kind is missing"):
        rules.parse_built_in()


# What a rule set remembers


def test_what_was_found_is_remembered_for_short_lines_and_not_for_ever(monkeypatch):
    monkeypatch.setattr(rules, "KNOWN", 3)
    monkeypatch.setattr(rules, "KNOWN_LENGTH", 4)
    ours = RuleSet((rule("x", "^x+$"),))
    sizes = []
    for n in range(1, 7):
        assert [r.id for r in ours.match("x" * n)] == ["mine/x"]
        sizes.append(len(ours.known))
    assert sizes == [1, 2, 3, 1, 1, 1]
    assert ours.match("xxxx") is ours.known["xxxx"]


def test_a_rule_cannot_be_changed():
    ours = rule("x", "x")
    with pytest.raises(AttributeError):
        ours.max = 3
    assert not hasattr(ours, "__dict__")  # thousands of rules are small


def test_what_one_set_has_seen_is_unknown_to_another():
    one, two = RuleSet((rule("x", "x"),)), RuleSet((rule("y", "x"),))
    assert [r.id for r in one.match("x")] == ["mine/x"]
    assert two.known == {}
    assert [r.id for r in two.match("x")] == ["mine/y"]
