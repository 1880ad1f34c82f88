"""GitLab's Code Quality report: a JSON array that a merge request shows as a widget."""

from __future__ import annotations

import json

from parkdocs.corpus.formats.report import Report, clipped, prints, sentence

SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}
MESSAGE = 500


def render(report: Report) -> bytes:
    """One object a finding; GitLab drops all but the first that share a fingerprint, so that repeats get a number."""
    issues = [
        {
            "description": clipped(sentence(finding), MESSAGE),
            "check_name": finding.id,
            "fingerprint": mark if again == 1 else f"{mark}-{again}",
            "severity": SEVERITIES[finding.level],
            "location": {"path": finding.path, "lines": {"begin": max(finding.line, 1)}},
        }
        for finding, (mark, again) in zip(report.findings, prints(report.findings), strict=True)
    ]
    return json.dumps(issues, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"
