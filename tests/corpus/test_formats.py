"""Each format against an independent reader: the SARIF structure, XML, JSON, workflow commands."""

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import jsonschema_rs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs.corpus import formats
from parkdocs.corpus.catalogue import CHECKS
from parkdocs.corpus.findings import Finding
from parkdocs.corpus.formats import Report, sarif
from parkdocs.corpus.formats.report import uri

SARIF = json.loads((Path(__file__).parents[1] / "data/sarif-2.1.0-parts.json").read_text("utf-8"))
SARIF_CHECK = jsonschema_rs.validator_for(SARIF, validate_formats=True, offline=True)
WILD = st.text(st.characters(codec=None), max_size=40)
FINDINGS = st.builds(
    Finding,
    id=st.sampled_from([check.id for check in CHECKS]),
    level=st.sampled_from(["error", "warning", "note"]),
    message=WILD,
    path=WILD,
    line=st.integers(0, 10**9),
    document=WILD,
    pointer=WILD,
    text=WILD,
    detail=WILD,
    key=WILD,
)


def report(findings, failures=(), fail_on="error", more=0):
    counts, levels = {}, {"error": 0, "warning": 0, "note": 0}
    for finding in findings:
        counts[finding.id] = counts.get(finding.id, 0) + 1
        levels[finding.level] += 1
    if more:
        counts[findings[0].id] += more
    return Report(tuple(findings), counts, levels, 3, 1, 0, 0, tuple(failures), fail_on, "1.2.3")


def rendered(name, *args, **more):
    return formats.renderer(name)(report(*args, **more))


ONE = Finding("text/empty", "error", "no text", "a b/园.jsonl", 7, "x.txt", "/text", "the line", key="k")
REPORTS = st.tuples(st.lists(FINDINGS, max_size=4), st.lists(st.tuples(WILD, st.integers(1, 99), WILD), max_size=2))


@given(REPORTS)
def test_sarif_keeps_to_the_standard(parts):
    log = json.loads(rendered("sarif", *parts))
    assert [e.message for e in SARIF_CHECK.iter_errors(log)] == []
    for result in log["runs"][0]["results"]:
        assert log["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert not re.match("[a-z]+:", result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])


def test_sarif_names_place_rule_and_fingerprint():
    log = json.loads(rendered("sarif", [ONE, ONE]))
    first, again = log["runs"][0]["results"]
    place = first["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a%20b/%E5%9B%AD.jsonl"
    assert place["region"] == {"startLine": 7, "snippet": {"text": "the line"}}
    marks = [r["partialFingerprints"]["primaryLocationLineHash"] for r in (first, again)]
    assert marks[0].endswith(":1") and marks[1] == marks[0].replace(":1", ":2")


def test_sarif_fingerprints_stay_when_a_record_moves():
    moved = [ONE._replace(line=1), ONE._replace(path="b.jsonl", message="other words")]
    marks = [json.loads(rendered("sarif", [f]))["runs"][0]["results"][0]["partialFingerprints"] for f in (ONE, *moved)]
    assert marks[0] == marks[1] == marks[2]


def test_sarif_has_at_most_5000_results_the_worst_first_and_counts_the_rest():
    findings = [ONE._replace(id="text/mojibake", level="warning", line=n) for n in range(5_000)] + [ONE] * 10
    run = json.loads(rendered("sarif", findings, more=90))["runs"][0]
    assert len(run["results"]) == sarif.MOST == 5_000
    assert [r["level"] for r in run["results"][:11]] == ["error"] * 10 + ["warning"]
    assert run["properties"]["leftOut"] == 100
    assert "100 of 5,100" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


def test_sarif_tells_of_inputs_that_failed():
    run = json.loads(rendered("sarif", [], [("a.pdf", 1, "no text")]))["runs"][0]
    assert run["invocations"][0]["executionSuccessful"] is False
    assert run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"] == "a.pdf:1: no text"


def test_every_rule_has_help():
    rules = json.loads(rendered("sarif", []))["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [check.id for check in CHECKS]
    assert all("What to do" in rule["help"]["text"] for rule in rules)


@given(REPORTS, st.sampled_from(["error", "warning", "note"]))
def test_junit_is_xml_and_its_counts_are_those_of_its_cases(parts, fail_on):
    root = ElementTree.fromstring(rendered("junit", *parts, fail_on=fail_on))
    for name, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        assert int(root.get(name)) == sum(int(suite.get(name)) for suite in root) == len(list(root.iter(tag)))
    assert len(list(root.iter("error"))) == len(parts[1])
    worst = ["error", "warning", "note"].index(fail_on)
    assert len(list(root.iter("failure"))) == sum(
        ["error", "warning", "note"].index(f.level) <= worst for f in parts[0]
    )


def test_a_check_without_findings_is_a_case_that_passed():
    root = ElementTree.fromstring(rendered("junit", [ONE]))
    assert {s.get("name"): len(s.findall("testcase/failure")) for s in root} == {
        check.id: int(check.id == ONE.id) for check in CHECKS
    }


@given(REPORTS)
def test_workflow_commands_are_one_a_line_and_nothing_breaks_out(parts):
    lines = rendered("github", *parts).decode().splitlines()
    assert len(lines) == len(parts[0]) + len(parts[1])
    for line in lines:
        found = re.fullmatch(r"::(error|warning|notice) file=([^:,]*),line=(\d+),title=([^:,]*)::(.*)", line)
        assert found and line.isprintable() | ("\u3000" in line)
        assert not re.search("%(?!25|0D|0A|3A|2C)", line)


@pytest.mark.parametrize(
    ("name", "message", "line"),
    [
        ("a,b:c.jsonl", "50 %\nmore", "::error file=a%2Cb%3Ac.jsonl,line=7,title=text/empty::50 %25%0Amore"),
        ("a.jsonl", "\r\x1b[2J::error::x", r"::error file=a.jsonl,line=7,title=text/empty::%0D\x1b[2J::error::x"),
    ],
)
def test_workflow_commands_are_escaped(name, message, line):
    finding = ONE._replace(path=name, message=message, document="", text="")
    assert rendered("github", [finding]).decode() == line + "\n"


def test_more_annotations_than_a_log_bears_are_counted():
    lines = rendered("github", [ONE] * 1_003, more=4).decode().splitlines()
    assert len(lines) == 1_001 and lines[-1] == "::notice title=parkdocs::7 more findings are not listed"


@given(REPORTS)
def test_gitlab_has_what_its_widget_needs_and_no_fingerprint_twice(parts):
    issues = json.loads(rendered("gitlab", *parts))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues) == len(parts[0])
    for issue in issues:
        assert issue.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in {"info", "minor", "major"} and issue["location"]["lines"]["begin"] >= 1


@given(REPORTS)
def test_json_lists_all_and_counts_what_is_left_out(parts):
    found = json.loads(rendered("json", *parts))
    assert len(found["findings"]) == len(parts[0]) and len(found["failures"]) == len(parts[1])
    assert found["summary"]["left_out"] == 0
    assert json.loads(rendered("json", [ONE], more=5))["summary"]["left_out"] == 5


@given(WILD)
def test_uris_are_plain_ascii(path):
    assert uri(path.encode("utf-8", "replace").decode()).isascii()
