"""Ids that records and `explain` show and that no rule pack has: which stage writes them, and what they say."""

from __future__ import annotations

STAGES = {
    "model": ("clean", "no rule names the line; what its words, its place and its neighbours say decided"),
    "residue": ("clean", "the page repeats itself, and what is there twice goes once"),
    "nav": ("clean", "the page's own navigation, known by what else stands on it"),
    "credit": ("clean", "who made the text, or where it was taken from"),
    "repair": ("clean", "nothing went; characters were mended, and the journal has what stood there"),
    "space": ("clean", "blank lines around what was removed"),
    "encoding": ("reading", "bytes of this line do not come back from the record"),
    "complete": ("segment", "a sign that the text is cut, or that it is whole"),
    "language": ("extract", "metadata.language was told by this"),
    "title": ("extract", "metadata.title was read on this line, by this"),
    "dates": ("extract", "a date was read on this line; the second word says what stands around it"),
    "byline": ("extract", "an author, translator, publisher or date was read from a line of this form"),
    "people": ("extract", "a person was read from words in this order"),
    "organisation": ("extract", "an organisation was read from this"),
    "place": ("extract", "a place was read on this line"),
    "contact": ("extract", "an address, a number or a registration was read on this line"),
    "kind": ("extract", "metadata.kind was told by this"),
    "breadcrumb": ("extract", "metadata.breadcrumb was read on this line"),
    "html": ("extract", "a value came from the page's markup"),
    "meta": ("extract", "a value came from a <meta> tag of this name"),
    "itemprop": ("extract", "a value came from microdata of this name"),
    "class": ("extract", "a value came from an element of this class"),
    "rel": ("extract", "a value came from a link of this relation"),
    "link": ("extract", "a value came from a <link> tag of the page"),
}
"""By the first word of an id: the stage that writes it, and what it says."""

WORDS = {
    "model/boilerplate": "the labeller calls the line chrome; `parkdocs explain FILE:LINE` gives its reasons",
    "model/wall": "a notice that the rest of the text is kept back; it also counts for completeness",
    "residue/repeated-cover": "the cover or title page that was printed twice",
    "residue/running-head": "the head or foot of a page, printed on each of them",
    "residue/link-row": "three links or more and nothing else on a line: a menu",
    "residue/dead-link": "links that lead nowhere, `#` or `javascript:`: a page's buttons",
    "nav/section-label": "the name of the site's section beside its breadcrumb",
    "credit/front-matter": "the properties at the top of a Markdown file; what they say is metadata",
    "repair/mojibake": "text that was decoded wrongly once: â€™ for ’",
    "repair/lossy-mojibake": "the same where a part of it is lost",
    "repair/line-ends": "CR LF and CR became LF",
    "repair/control-characters": "characters that no text has, and invisible ones",
    "repair/terminal-escapes": "colours and cursor movements of a terminal",
    "repair/surrogates": "half a surrogate pair became U+FFFD",
    "repair/normal-form": "composed as Unicode NFC has it",
    "encoding/replaced-bytes": "bytes that are no text in any encoding became U+FFFD",
    "encoding/stray-bytes": "single bytes of windows-1252 in UTF-8 were read as what they mean there",
    "complete/contents-without-sections": "the contents name sections that the text does not have",
    "complete/cut-word": "the text ends within a word",
    "complete/cut-sentence": "the last sentence has no end",
    "complete/input-limit": "the text has the length at which its source cuts texts",
    "complete/marker-at-end": "the last paragraph ends with a sign of more, such as […]",
    "complete/marker-below": "such a sign stands right below the text",
    "complete/page-count": "it is the last page of so many",
    "complete/page-total": "so many pages are stated",
    "complete/pager": "a pager right below the text leads on",
    "complete/pages-left": "more pages are stated than are here",
    "complete/wall": "a notice that there is more of the text",
}


def about(code: str) -> list[tuple[str, str]]:
    """Rows of an id: what it says, and the stage that writes it; none where no stage has ids of this kind.

    >>> about("complete/cut-word")
    [('id', 'complete/cut-word'), ('stage', 'segment'), ('what', 'the text ends within a word')]
    >>> about("nosuch/id")
    []
    """
    stage, what = STAGES.get(code.partition("/")[0], ("", ""))
    if not stage or "/" not in code:
        return []
    return [("id", code), ("stage", stage), ("what", WORDS.get(code, what))]
