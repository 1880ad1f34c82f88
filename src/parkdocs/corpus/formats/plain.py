"""JSON for programs: a summary, the findings, and what their checks mean."""

from __future__ import annotations

import json

from parkdocs.corpus.catalogue import BY_ID
from parkdocs.corpus.formats.report import Report, clipped, prints

SCHEMA = "parkdocs-findings/1"
TEXT = 1_000


def render(report: Report) -> bytes:
    """One JSON object; keys are always all there, and ``left_out`` counts the findings that are not listed."""
    findings = [
        {
            "id": f.id,
            "level": f.level,
            "path": f.path,
            "line": f.line,
            "pointer": f.pointer,
            "document": f.document,
            "message": f.message,
            "text": clipped(f.text, TEXT),
            "detail": f.detail,
            "fingerprint": mark,
        }
        for f, (mark, _) in zip(report.findings, prints(report.findings), strict=True)
    ]
    whole = {
        "schema": SCHEMA,
        "version": report.version,
        "summary": {
            "records": report.records,
            "documents": report.documents,
            "findings": report.total,
            "accepted": report.accepted,
            "stale": report.stale,
            "left_out": report.total - len(findings),
            "levels": dict(report.levels),
            "counts": dict(report.counts),
            "fail_on": report.fail_on,
        },
        "failures": [{"path": path, "line": line, "message": message} for path, line, message in report.failures],
        "checks": {name: {"title": BY_ID[name].title, "advice": BY_ID[name].advice} for name in report.counts},
        "findings": findings,
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"
