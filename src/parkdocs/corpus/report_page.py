"""The report as one offline HTML file.

Its texts are hostile.  Whatever is printed by the template is escaped by jinja2; sources travel as JSON in a data block
in which no tag can end, and the script puts them on the page as text, never as markup.  A content security policy
forbids everything but the file's own script and style, named by their hashes: nothing can load, and nothing else
can run.
"""

from __future__ import annotations

import hashlib
import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from parkdocs.corpus.report import NO_DATE, ROWS, Collection, Figures, bars, timeline

ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}
HEADINGS, COPIES = 60, 40
"""Missing headings of a document and copies of a cluster that are listed; how many more there are is said."""
RESIDUE = "Seen by repetition: a cover printed twice, a running head, a section's name beside the breadcrumb."
MODEL = "The labeller: a statistical model took the line for chrome; `parkdocs explain FILE:LINE` gives its reasons."


def page(
    collected: Collection,
    reasons: Mapping[str, str],
    clusters: Sequence[Mapping[str, Any]],
    title: str,
    more_clusters: int = 0,
) -> str:
    """The page; ``reasons`` says why each rule is there, ``clusters`` are duplicates as ``dedup`` describes them.

    ``more_clusters`` is the number of those that were found and are not among ``clusters``.
    """
    from jinja2 import Environment, StrictUndefined

    folder = files("parkdocs").joinpath("corpus", "templates")
    script, style, template = (folder.joinpath(f"report.{x}").read_text("utf-8") for x in ("js", "css", "html"))
    figures, documents = collected.figures, collected.documents()
    data = as_data({"documents": documents, "reasons": _reasons(documents, reasons)})
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(template).render(
        title=title,
        figures=figures,
        most={"headings": HEADINGS, "copies": COPIES},
        rules=_rules(figures, reasons),
        sites=bars(figures.sites),
        languages=bars(figures.languages),
        **{f"more_{name}": max(len(getattr(figures, name)) - ROWS, 0) for name in ("rules", "sites", "languages")},
        verdicts=bars(figures.verdicts),
        days=(days := timeline(figures.days)),
        undated=figures.days[NO_DATE],
        earlier=figures.documents - figures.days[NO_DATE] - sum(count for _, count in days),
        clusters=clusters,
        more_clusters=more_clusters,
        shown=len(documents),
        script=script,
        style=style,
        data=data,
        script_hash=digest(script),
        style_hash=digest(style),
    )


def _rules(figures: Figures, reasons: Mapping[str, str]) -> list[dict[str, Any]]:
    return [
        {
            "rule": rule,
            "kind": figures.kinds[rule],
            "count": count,
            "documents": figures.rule_documents[rule],
            "share": share,
            "why": _why(rule, reasons),
        }
        for rule, count, share in bars(figures.rules)
    ]


def digest(text: str) -> str:
    """The hash by which a content security policy names an inline script or style."""
    return "sha256-" + b64encode(hashlib.sha256(text.encode()).digest()).decode()


def as_data(value: Any) -> str:
    r"""A value as JSON that can stand in an HTML page: no tag, no comment and no entity can begin in it.

    >>> as_data("</script><!--")
    '"\\u003c/script\\u003e\\u003c!--"'
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)


def _reasons(documents: Sequence[Mapping[str, Any]], reasons: Mapping[str, str]) -> dict[str, str]:
    met = sorted({rule for document in documents for rule in document["rules"]})
    return {rule: _why(rule, reasons) for rule in met}


def _why(rule: str, reasons: Mapping[str, str]) -> str:
    family = {"model": MODEL}
    return reasons.get(rule) or family.get(rule.split("/", maxsplit=1)[0], RESIDUE)
