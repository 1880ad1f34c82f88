"""HTML that is built to be deep, endless, false or dangerous."""

from __future__ import annotations

import json

from .case import Case, many

END = "<p>The park opened in May with nine sheds.</p>"
LAST = ("nine sheds",)
SECRET = "tell-tale"
"""Stands inside what no reader of a page sees: scripts, attributes, comments."""


def cases() -> list[Case]:
    """Every page ends with a paragraph that must come out; nothing of scripts does."""
    rows: list[tuple[str, bytes | str, dict[str, object]]] = []
    rows += [(name, body + END, {"has": LAST}) for name, body in {**_deep(), **_many(), **_odd()}.items()]
    rows += [(name, body + END, {"has": LAST, "lacks": (SECRET,)}) for name, body in _dangerous().items()]
    rows += [(name, body, {}) for name, body in _unclosed().items()]
    return many("html", rows, suffix=".html")


def _deep() -> dict[str, str]:
    tags = ("div", "span", "b", "blockquote", "ul><li", "table><tr><td", "a", "font", "section", "svg", "math", "template",
            "select", "button", "form", "p", "i", "details", "ruby", "dl><dd", "fieldset")  # fmt: skip
    depth = {"template": 300, "table><tr><td": 400}
    out = {f"deep-{tag.split('>')[0]}": f"<{tag}>" * depth.get(tag, 1500) + "x" for tag in tags}
    out = {name: body + _closing(name) for name, body in out.items()}
    out["deep-div-closed"] = "<div>" * 20_000 + "deep" + "</div>" * 20_000
    out["deep-formatting"] = "".join(f"<b><i a={i}><u>" for i in range(300)) + "<p>" * 300
    out["deep-adoption"] = "<a><b><p></a></b>" * 300
    return out


def _closing(name: str) -> str:
    """Elements that would swallow the last paragraph are closed."""
    tag = name.removeprefix("deep-")
    return {"select": "</select>" * 1500, "template": "</template>" * 300, "svg": "</svg>" * 1500, "math": "</math>" * 1500,
            "details": "</details>" * 1500, "ruby": "</ruby>" * 1500,
            "button": "</button>" * 1500, "form": "</form>"}.get(tag, "")  # fmt: skip


def _many() -> dict[str, str]:
    return {
        "many-links": "".join(f'<a href="/{i}">x</a> ' for i in range(20_000)),
        "many-attributes": "<div " + " ".join(f"a{i}=1" for i in range(20_000)) + ">x</div>",
        "many-same-attributes": "<div " + "class=a " * 20_000 + ">x</div>",
        "many-classes": '<div class="' + " ".join(f"c{i}" for i in range(20_000)) + '">x</div>',
        "long-attribute": '<div title="' + "a" * 1_000_000 + '">x</div>',
        "long-tag-name": "<" + "a" * 100_000 + ">x",
        "data-uri": '<img src="data:image/png;base64,' + "A" * 1_000_000 + '">x',
        "entities": "<p>" + "&amp;" * 50_000 + "</p>",
        "entities-unknown": "<p>" + "&nosuch;" * 20_000 + "</p>",
        "entities-half": "<p>" + "&" * 50_000 + "</p>",
        "entities-long": "<p>&" + "a" * 100_000 + ";</p>",
        "entities-numeric": "<p>" + "&#0;&#xD800;&#xDFFF;&#x110000;&#99999999999999;&#x80;&#27;" * 500 + "</p>",
        "table-5000-columns": "<table>" + ("<tr>" + "<td>x" * 5000) * 2 + "</table>",
        "table-spans": '<table><tr><td colspan="999999999" rowspan="999999999">x</td></tr></table>',
        "list-4000": "<ul>" + "<li>x" * 4000 + "</ul>",
        "headings-1000": "".join(
            f"<h{1 + i % 6}>Part {i}</h{1 + i % 6}><p>Part {i} of the report says which sheds are open, and to which firms.</p>"
            for i in range(1000)
        ),
        "breaks": "<p>" + "<br>" * 50_000 + "</p>",
        "comments": "<!-- x -->" * 20_000,
        "metas": '<meta name="author" content="A B">' * 5000,
        "json-ld-many": '<script type="application/ld+json">{"@type": "Article"}</script>' * 2000,
        "options": "<select>" + "<option>x" * 10_000 + "</select>",
        "empty-paragraphs": "<p></p>" * 50_000,
        "blanks": "<p>" + " \n\t" * 50_000 + "</p>",
        "pre": "<pre>" + "x \n" * 6000 + "</pre>",
        "end-tags": "</p></div></b>" * 10_000,
    }


def _odd() -> dict[str, str]:
    deep = json.dumps({"@type": "Article"})
    return {
        "doctype-bomb": '<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">' + "".join(f'<!ENTITY {c} "{f"&{p};" * 10}">' for p, c in zip("abcdefgh", "bcdefghi", strict=True)) + "]><p>&i;</p>",
        "xml-external-entity": '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><p>&x;</p>',
        "cdata": "<![CDATA[ x ]]>",
        "conditional-comment": "<!--[if IE]><p>old</p><![endif]-->",
        "nul-in-tag": "<di\x00v>x</d\x00iv>",
        "nul-in-text": "<p>a\x00b</p>",
        "form-feed": "<p\x0cclass=a>x</p>",
        "no-tags": "just text, &lt;b&gt; ",
        "lone-less-than": "a < b <3 <- <= ",
        "attribute-without-end": '<p title=">x</p>"> y</p>',
        "xhtml": '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body/>',
        "two-bodies": "<body><p>a</p></body><body><p>b</p>",
        "head-after-body": "<body>x</body><head><title>T</title></head>",
        "nested-tables": "<table>" * 200 + "</table>" * 200,
        "json-ld-broken": '<script type="application/ld+json">{"a": </script>',
        "json-ld-nan": '<script type="application/ld+json">{"datePublished": NaN}</script>',
        "json-ld-deep": f'<script type="application/ld+json">{"[" * 5000}{deep}{"]" * 5000}</script>',
        "json-ld-types": '<script type="application/ld+json">{"@type": [1, null], "author": {"name": [{"a": {}}]}, "headline": 5, "datePublished": {"x": []}}</script>',
        "json-ld-loop": '<script type="application/ld+json">{"@graph": [{"@id": "a", "author": {"@id": "a"}}]}</script>',
        "json-ld-surrogate": '<script type="application/ld+json">{"headline": "\\ud800 x", "author": "\\udfff"}</script>',
        "meta-surrogate": '<meta property="og:title" content="&#xD800;&#0;x"><title>&#xDFFF;</title>',
        "meta-escape": '<title>\x1b]0;owned\x07 T</title><meta name="author" content="\x1b[31mA B">',
        "meta-date-absurd": '<meta property="article:published_time" content="' + "9" * 5000 + '"><time datetime="-0001-99-99">x</time>',
        "title-long": "<title>" + "park " * 50_000 + "</title>",
        "refresh": '<meta http-equiv="refresh" content="0;url=http://evil.example/">',
        "base": '<base href="file:///etc/">',
        "bidi": "<p>\u202eabc\u202c</p><bdo dir=rtl>abc</bdo>",
        "custom-elements": "<x-y><z-w>t</z-w></x-y>",
        "slot-shadow": "<div><template shadowrootmode=open><p>s</p></template></div>",
        "windows-line-ends": "<p>a\r\nb</p>\r\n",
    }  # fmt: skip


def _dangerous() -> dict[str, str]:
    return {
        "script": f"<script>{SECRET}</script>",
        "script-comment": f"<script><!--\n{SECRET}\n--></script>",
        "script-double-escape": f"<script><!--<script>{SECRET}</script>--></script>",
        "style": f"<style>{SECRET}</style>",
        "iframe": f'<iframe srcdoc="<p>{SECRET}</p>" src="file:///etc/passwd">{SECRET}</iframe>',
        "object": f'<object data="file:///etc/passwd" title="{SECRET}"></object>',
        "event-handler": f'<img src=x onerror="{SECRET}">',
        "javascript-link": f'<a href="javascript:{SECRET}">x</a>',
        "comment": f"<!-- {SECRET} -->",
        "template": f"<template>{SECRET}</template>",
        "hidden-input": f'<input type=hidden value="{SECRET}">',
        "svg-script": f"<svg><script>{SECRET}</script></svg>",
        "processing-instruction": f"<?php {SECRET} ?>",
    }


def _unclosed() -> dict[str, str]:
    """What swallows the rest of a page in browsers too: only that nothing breaks is asked."""
    text = "The park opened in May. " * 50
    names = (
        "script",
        "style",
        "textarea",
        "title",
        "plaintext",
        "xmp",
        "noscript",
        "iframe",
        "template",
        "select",
        "noframes",
    )
    out = {f"unclosed-{name}": f"<p>Before.</p><{name}>{text}" for name in names}
    out["unclosed-comment"] = f"<p>Before.</p><!-- {text}"
    out["unclosed-tag"] = f"<p>Before.</p><div class='{text}"
    out["unclosed-cdata"] = f"<p>Before.</p><svg><![CDATA[{text}"
    out["frames"] = "<frameset>" * 1500 + text
    out["half-tags"] = "<p" * 20_000
    out["less-than"] = "<" * 100_000
    out["nothing"] = ""
    out["doctype-only"] = "<!doctype html>"
    return out
