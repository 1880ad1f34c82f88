"""The tools that are measured, each as one function from a page to an answer.

An answer is ``{"text"}`` or, for metadata, ``{"title", "date", "author"}``.  A tool is opened by a function that
imports it and returns the call, so that one that is not installed is known as such and imports cost the others nothing.
Each is called as its own documentation tells for a page's main text; comments are asked to be left out.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import Any

import feeding
import predictions

Answer = dict[str, Any]
STOPLISTS = {
    "ar": "Arabic", "bn": "Bengali", "bs": "Bosnian", "cs": "Czech", "da": "Danish", "de": "German", "en": "English",
    "es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French", "hi": "Hindi", "hu": "Hungarian",
    "is": "Icelandic", "it": "Italian", "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "nb": "Norwegian_Bokmal",
    "nl": "Dutch", "no": "Norwegian_Bokmal", "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "sq": "Albanian",
    "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese",
}  # fmt: skip
"""Language codes and jusText's names for its lists."""
UNLISTED = ("ja", "th", "zh")
"""Languages that it has no list for."""


@dataclass
class Page:
    """One page to work on: ``text`` for tasks without tags, ``path`` of the page as served for the others."""

    id: str
    lang: str = ""
    url: str = ""
    text: str = ""
    path: str = ""
    labels: str = ""

    @cached_property
    def bytes(self) -> bytes:
        """The page as a file: the text itself, or the page as served."""
        return feeding.raw_page(Path(self.path)) if self.path else self.text.encode()

    @cached_property
    def html(self) -> str:
        """The page for a tool that reads HTML."""
        return feeding.decoded(self.bytes) if self.path else feeding.as_page(self.text)


Call = Callable[[Page], Answer]


def do_nothing() -> Call:
    """The text as it is."""
    return lambda page: {"text": page.text}


def long_lines() -> Call:
    """The plainest rule there is."""
    return lambda page: {"text": feeding.long_lines(page.text)}


def ceiling() -> Call:
    """The labels themselves."""
    return lambda page: {"text": feeding.by_labels(page.text, page.labels.split("\n"))}


def c4_lines() -> Call:
    """The line part of C4's filter as datatrove has it, its sentence ends extended to Chinese ones.

    Its minimum of three words cannot hold where words have no spaces; what it does to whole documents is off.
    """
    from datatrove.data import Document
    from datatrove.pipeline.filters import c4_filters

    c4_filters.END_PUNCTUATION = (".", "?", "!", '"', "'", "。", "？", "！", "”", "」", "’")
    off = {"min_num_sentences": -1, "filter_lorem_ipsum": False, "filter_curly_bracket": False}
    spaced = c4_filters.C4QualityFilter(**off)
    dense = c4_filters.C4QualityFilter(**off, min_words_per_line=-1, max_word_length=-1)

    def call(page: Page) -> Answer:
        doc = Document(text=page.text, id=page.id)
        (dense if feeding.unspaced(page.text) else spaced).filter(doc)
        return {"text": doc.text}

    return call


def trafilatura_text() -> Call:
    """Main text at the default settings."""
    import trafilatura

    return lambda page: {"text": trafilatura.extract(page.html, url=page.url or None, include_comments=False)}


def trafilatura_meta() -> Call:
    """Title, date and author."""
    import trafilatura

    def call(page: Page) -> Answer:
        found = trafilatura.extract_metadata(page.html, default_url=page.url or None)
        return {"title": found.title, "date": found.date, "author": found.author} if found else {}

    return call


def justext_text() -> Call:
    """Good paragraphs; without a stop list where it has none for the language, as its documentation says."""
    import justext

    without = {"stopwords_low": 0.0, "stopwords_high": 0.0}

    def call(page: Page) -> Answer:
        name = STOPLISTS.get(page.lang, "" if page.lang in UNLISTED else "English")
        words, options = (justext.get_stoplist(name), {}) if name else (frozenset[str](), without)
        paragraphs = justext.justext(page.html.encode(), words, encoding="utf-8", **options)
        return {"text": "\n".join(p.text for p in paragraphs if not p.is_boilerplate)}

    return call


def boilerpy_text() -> Call:
    """Its extractor for articles."""
    from boilerpy3.extractors import ArticleExtractor

    extractor = ArticleExtractor(raise_on_failure=False)
    return lambda page: {"text": extractor.get_content(page.html)}


def resiliparse_text() -> Call:
    """Plain text of the main content."""
    from resiliparse.extract.html2text import extract_plain_text

    return lambda page: {"text": extract_plain_text(page.html, main_content=True, alt_texts=False)}


def readability_text() -> Call:
    """The summary it gives as HTML, as text, a block a line."""
    import lxml.html
    from readability import Document

    blocks = "self::p or self::div or self::li or self::br or self::tr or self::pre or self::blockquote or self::h1 or "
    blocks += "self::h2 or self::h3 or self::h4 or self::h5 or self::h6 or self::table or self::ul or self::ol"

    def call(page: Page) -> Answer:
        tree = lxml.html.fromstring(Document(page.html).summary())
        for node in tree.xpath(f"//*[{blocks}]"):
            node.text = "\n" + (node.text or "")
            node.tail = "\n" + (node.tail or "")
        lines = (" ".join(x.split()) for x in tree.text_content().split("\n"))
        return {"text": "\n".join(x for x in lines if x)}

    return call


def newspaper_article(page: Page) -> Any:
    """The parsed article; its language is the page's where it knows it, English where that needs what is not there."""
    import newspaper

    def parsed(lang: str | None) -> Any:
        article = newspaper.Article(page.url or "http://localhost/", language=lang, fetch_images=False)
        article.download(input_html=page.html)
        article.parse()
        return article

    try:
        return parsed(page.lang if page.lang in dict(newspaper.valid_languages()) else None)
    except ImportError:
        return parsed("en")


def newspaper_text() -> Call:
    """Main text."""
    return lambda page: {"text": newspaper_article(page).text}


def newspaper_meta() -> Call:
    """Title, date and author."""

    def call(page: Page) -> Answer:
        found = newspaper_article(page)
        day = found.publish_date.strftime("%Y-%m-%d") if hasattr(found.publish_date, "strftime") else found.publish_date
        return {"title": found.title, "date": day, "author": ", ".join(found.authors)}

    return call


def gne_text() -> Call:
    """Main text."""
    from gne import GeneralNewsExtractor

    extractor = GeneralNewsExtractor()
    return lambda page: {"text": extractor.extract(page.html)["content"]}


def gne_meta() -> Call:
    """Title, date and author."""
    from gne import GeneralNewsExtractor

    extractor = GeneralNewsExtractor()

    def call(page: Page) -> Answer:
        found = extractor.extract(page.html)
        return {"title": found["title"], "date": found["publish_time"], "author": found["author"]}

    return call


def htmldate_meta() -> Call:
    """The date of publication."""
    from htmldate import find_date

    return lambda page: {"date": find_date(page.html, url=page.url or None, original_date=True)}


def parkdocs(stage: str, favor: str) -> Call:
    """Parkdocs on the page as it would read it from a file, up to ``stage``."""
    from parkdocs import sources
    from parkdocs.pipeline import Settings, advance

    settings = Settings(favor=favor)

    def call(page: Page) -> Answer:
        kind = "html" if page.path else "text"
        doc = sources.load(sources.Item(page.id, page.id, 0, kind, page.bytes))
        doc = advance(doc._replace(source=page.url or doc.source), stage, settings)
        if stage == "clean":
            return {"text": doc.text}
        found = doc.metadata
        return {"title": found.title, "date": found.published[:10], "author": ", ".join(found.authors)}

    return call


TEXT: dict[str, tuple[str, Callable[[], Call]]] = {
    "ceiling": ("", ceiling),
    "do-nothing": ("", do_nothing),
    "long-lines": ("", long_lines),
    "c4-lines": ("datatrove", c4_lines),
}
"""Only for text without tags: name -> the distribution whose version counts, and its opener."""
MAIN: dict[str, tuple[str, Callable[[], Call]]] = {
    "trafilatura": ("trafilatura", trafilatura_text),
    "readability-lxml": ("readability-lxml", readability_text),
    "resiliparse": ("resiliparse", resiliparse_text),
    "newspaper4k": ("newspaper4k", newspaper_text),
    "boilerpy3": ("boilerpy3", boilerpy_text),
    "jusText": ("jusText", justext_text),
    "gne": ("gne", gne_text),
}
"""Main text of a page, with its tags or without."""
META: dict[str, tuple[str, Callable[[], Call]]] = {
    "trafilatura": ("trafilatura", trafilatura_meta),
    "htmldate": ("htmldate", htmldate_meta),
    "gne": ("gne", gne_meta),
    "newspaper4k": ("newspaper4k", newspaper_meta),
}
"""Title, date and author of a page."""
TOOLS = {"text": TEXT | MAIN, "html": MAIN, "meta": META}


def open_tool(name: str, kind: str, favor: str = "balanced") -> Call:
    """The call of a tool for a kind of task; ``ImportError`` where it is not installed."""
    if name.startswith("parkdocs"):
        return parkdocs("extract" if kind == "meta" else "clean", favor)
    return TOOLS[kind][name][1]()


def key(name: str, kind: str) -> str:
    """What an answer of a peer depends on beside the page: its version, how it is called, how it is fed."""
    distribution, opener = TOOLS[kind][name]
    code = predictions.fingerprint(_code(opener), inspect.getsource(feeding))
    return f"{version(distribution) if distribution else '-'} {code}"


def _code(opener: Callable[[], Call]) -> str:
    """The opener's source, and what it names of this module: functions and constants."""
    code = inspect.getsource(opener)
    named = [v for n, v in sorted(globals().items()) if v is not opener and re.search(rf"\b{re.escape(n)}\b", code)]
    functions = [inspect.getsource(v) for v in named if inspect.isfunction(v)]
    return code + "".join(functions) + "".join(repr(v) for v in named if isinstance(v, dict | frozenset | tuple))
