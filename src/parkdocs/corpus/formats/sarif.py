"""SARIF 2.1.0 (OASIS), as GitHub code scanning takes it: at most 5,000 results, relative URIs, stable fingerprints."""

from __future__ import annotations

import json
from typing import Any

from parkdocs.corpus.catalogue import BY_ID, CHECKS
from parkdocs.corpus.findings import LEVELS, Finding
from parkdocs.corpus.formats.report import Report, clipped, prints, sentence, uri

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST = 5_000
"""Results of a run that code scanning shows; the worst levels go first, and the rest is counted in a notification."""
MESSAGE = 1_000
TEXT = 2_000


def render(report: Report) -> bytes:
    """A log with one run."""
    marked = list(zip(report.findings, prints(report.findings), strict=True))
    marked.sort(key=lambda pair: LEVELS.index(pair[0].level))  # stable: places stay in order within a level
    results = [_result(finding, mark, again) for finding, (mark, again) in marked[:MOST]]
    run = {
        "tool": {
            "driver": {
                "name": "parkdocs",
                "semanticVersion": report.version,
                "rules": [_rule(check.id) for check in CHECKS],
            }
        },
        "columnKind": "unicodeCodePoints",
        "automationDetails": {"id": "parkdocs-validate/"},
        "invocations": [_invocation(report, len(results))],
        "results": results,
        "properties": {
            "records": report.records,
            "documents": report.documents,
            "findings": report.total,
            "accepted": report.accepted,
            "leftOut": report.total - len(results),
        },
    }
    log = {"version": "2.1.0", "$schema": SCHEMA, "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"


def _rule(check_id: str) -> dict[str, Any]:
    check = BY_ID[check_id]
    setting = f"\n\nSetting: {check.setting}" if check.setting else ""
    text = f"{check.why}\n\nWhat to do: {check.advice}{setting}"
    return {
        "id": check.id,
        "name": "".join(word.capitalize() for word in check.id.replace("/", "-").split("-")),
        "shortDescription": {"text": check.title},
        "fullDescription": {"text": check.why},
        "help": {"text": text, "markdown": f"**{check.title}**\n\n{text}"},
        "defaultConfiguration": {"level": check.level},
        "properties": {"tags": ["data-quality", check.id.partition("/")[0]]},
    }


def _result(finding: Finding, mark: str, again: int) -> dict[str, Any]:
    region: dict[str, Any] = {"startLine": max(finding.line, 1)}
    if finding.text:
        region["snippet"] = {"text": clipped(finding.text, TEXT)}
    place: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": {"uri": uri(finding.path), "uriBaseId": "%SRCROOT%"}, "region": region}
    }
    if finding.pointer:
        place["logicalLocations"] = [{"fullyQualifiedName": f"{finding.document}#{finding.pointer}"}]
    more = f"\n{finding.detail}" if finding.detail else ""
    return {
        "ruleId": finding.id,
        "ruleIndex": next(i for i, check in enumerate(CHECKS) if check.id == finding.id),
        "level": finding.level,
        "message": {"text": clipped(sentence(finding) + more, MESSAGE)},
        "locations": [place],
        "partialFingerprints": {"primaryLocationLineHash": f"{mark}:{again}", "parkdocsFinding/v1": f"{mark}:{again}"},
    }


def _invocation(report: Report, shown: int) -> dict[str, Any]:
    notes = [_note("error", f"{path}:{line}: {message}") for path, line, message in report.failures[:100]]
    if report.total > shown:
        notes.append(_note("warning", f"{report.total - shown:,} of {report.total:,} findings are not listed here"))
    done = {"executionSuccessful": not report.failures}
    return done | ({"toolExecutionNotifications": notes} if notes else {})


def _note(level: str, text: str) -> dict[str, Any]:
    return {"level": level, "message": {"text": clipped(text, MESSAGE)}}
