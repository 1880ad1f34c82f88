"""Annotations of a GitHub workflow: one command a line on standard output."""

from __future__ import annotations

from parkdocs.corpus.findings import Finding
from parkdocs.corpus.formats.report import Report, clipped, sentence

COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
MOST = 1_000
TEXT = 500


def render(report: Report) -> bytes:
    """A ``::error``, ``::warning`` or ``::notice`` a finding, and one that counts those left out.

    GitHub shows the first ten of each level beside the code; all of them stand in the log.
    """
    lines = [_line(finding) for finding in report.findings[:MOST]]
    if report.total > len(lines):
        lines.append(f"::notice title=parkdocs::{report.total - len(lines):,} more findings are not listed")
    lines += [
        f"::error file={_property(path)},line={line},title=parkdocs::{_data(message)}"
        for path, line, message in report.failures
    ]
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "replace")


def _line(finding: Finding) -> str:
    shown = f"\n{clipped(finding.text.strip(), TEXT)}" if finding.text.strip() else ""
    where = f"file={_property(finding.path)},line={max(finding.line, 1)},title={_property(finding.id)}"
    return f"::{COMMANDS[finding.level]} {where}::{_data(sentence(finding) + shown)}"


def _data(text: str) -> str:
    r"""A message as a workflow command's data: nothing in it can end the command or begin another.

    >>> _data("50 %\n::stop-commands::x")
    '50 %25%0A::stop-commands::x'
    """
    return _visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    """A property's value: colon and comma would end it, too."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _visible(text: str) -> str:
    """Without raw control characters, which a log would obey, and other line ends."""
    return "".join(c if c.isprintable() or c == "\u3000" else c.encode("unicode_escape").decode() for c in text)
