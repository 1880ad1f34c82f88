"""JUnit's XML: a test suite a check, a failing case a finding; a check without findings is a case that passed."""

from __future__ import annotations

import re
from xml.etree import ElementTree as Tree

from parkdocs.corpus.catalogue import CHECKS
from parkdocs.corpus.findings import LEVELS, Finding
from parkdocs.corpus.formats.report import Report, clipped, sentence

NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped."""
TEXT = 2_000


def render(report: Report) -> bytes:
    """One document; findings below the level that fails the gate are cases that were skipped, with their message."""
    by_check: dict[str, list[Finding]] = {check.id: [] for check in CHECKS}
    for finding in report.findings:
        by_check[finding.id].append(finding)
    root = Tree.Element("testsuites", name="parkdocs validate")
    totals = {"tests": 0, "failures": 0, "errors": 0, "skipped": 0}
    for check, findings in by_check.items():
        suite = Tree.SubElement(root, "testsuite", name=check)
        cases = [_case(suite, finding, report.fail_on) for finding in findings] or [_passed(suite, check)]
        _count(suite, totals, cases)
        if report.counts.get(check, 0) > len(findings):
            _text(Tree.SubElement(suite, "system-out"), f"{report.counts[check] - len(findings)} more are not listed")
    if report.failures:
        suite = Tree.SubElement(root, "testsuite", name="inputs")
        _count(suite, totals, [_unread(suite, failure) for failure in report.failures])
    for name, count in totals.items():
        root.set(name, str(count))
    Tree.indent(root)
    body: bytes = Tree.tostring(root, encoding="utf-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + body + b"\n"


def _count(suite: Tree.Element, totals: dict[str, int], cases: list[str]) -> None:
    counts = {"tests": len(cases), **{name: cases.count(name) for name in ("failures", "errors", "skipped")}}
    for name, count in counts.items():
        suite.set(name, str(count))
        totals[name] += count


def _passed(suite: Tree.Element, check: str) -> str:
    Tree.SubElement(suite, "testcase", classname=check, name="no findings")
    return ""


def _case(suite: Tree.Element, finding: Finding, fail_on: str) -> str:
    place = f"{finding.path}:{finding.line}{finding.pointer and ' ' + finding.pointer}"
    case = Tree.SubElement(suite, "testcase", classname=finding.id, name=_clean(place))
    case.set("file", _clean(finding.path))
    case.set("line", str(max(finding.line, 1)))
    fails = LEVELS.index(finding.level) <= LEVELS.index(fail_on)
    told = Tree.SubElement(case, "failure" if fails else "skipped", message=_clean(clipped(sentence(finding), TEXT)))
    if fails:
        told.set("type", finding.level)
    lines = (f"{finding.path}:{finding.line}: {finding.message}", clipped(finding.text.strip(), TEXT), finding.detail)
    _text(told, "\n".join(line for line in lines if line))
    return "failures" if fails else "skipped"


def _unread(suite: Tree.Element, failure: tuple[str, int, str]) -> str:
    path, line, message = failure
    case = Tree.SubElement(suite, "testcase", classname="inputs", name=_clean(f"{path}:{line}"))
    Tree.SubElement(case, "error", message=_clean(message))
    return "errors"


def _text(element: Tree.Element, text: str) -> None:
    element.text = _clean(text)


def _clean(text: str) -> str:
    r"""The text with what XML cannot hold written as escapes.

    >>> _clean("a\x1b[31m")
    'a\\x1b[31m'
    """
    return NOT_XML.sub(lambda m: m[0].encode("unicode_escape").decode(), text)
