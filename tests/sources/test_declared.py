"""What a page's tags say: read whole, bounded, with lines of the page."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from parkdocs.sources import declared


def read(page):
    return [(d.name, d.value) for d in declared.read(LexborHTMLParser(page))]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<title>Park  opens</title>", ("title", "Park opens")),
        ('<meta property="og:title" content="Park opens">', ("meta/og:title", "Park opens")),
        ('<meta name="Author" content="Lan Chi">', ("meta/author", "Lan Chi")),
        (
            '<meta property="article:published_time" content="2023-11-05">',
            ("meta/article:published_time", "2023-11-05"),
        ),
        ('<meta name="DC.date.issued" content="2023-11-05">', ("meta/dc.date.issued", "2023-11-05")),
        ('<meta name="citation_author" content="Chi, Lan">', ("meta/citation_author", "Chi, Lan")),
        ('<meta name="pubdate" value="2023-11-05">', ("meta/pubdate", "2023-11-05")),
        ('<link rel="canonical" href="https://a.example/1">', ("link/canonical", "https://a.example/1")),
        ('<time datetime="2023-11-05">yesterday</time>', ("time", "2023-11-05")),
        ("<time>5 November 2023</time>", ("time", "5 November 2023")),
        ('<a rel="author" href="/lan">Lan Chi</a>', ("rel/author", "Lan Chi")),
        ('<span itemprop="author">Lan Chi</span>', ("itemprop/author", "Lan Chi")),
        ('<meta itemprop="datePublished" content="2023-11-05">', ("meta/datepublished", "2023-11-05")),
        ("<h1>Park <em>opens</em></h1>", ("h1", "Park opens")),
        ('<p class="byline">By Lan Chi</p>', ("class/author", "By Lan Chi")),
        ('<p id="pubtime">2023-11-05</p>', ("class/date", "2023-11-05")),
        ('<p class="source">来源：日报</p>', ("class/source", "来源：日报")),
    ],
)
def test_a_tag(page, expected):
    assert expected in read(page)


@pytest.mark.parametrize(
    "page",
    [
        '<meta name="description" content="A park">',
        '<meta property="og:image" content="a.png">',
        '<meta name="viewport" content="width=1">',
        '<meta name="author" content=" ">',
        '<div class="comment"><p class="author">A reader</p></div>',
        '<aside><time datetime="2020-01-01">old</time></aside>',
        "<nav><h1>Menu</h1></nav>",
        f'<p class="author">{"long " * 60}</p>',
        "<svg><title>Logo</title></svg>",
    ],
)
def test_no_tag_of_the_page_s_own(page):
    assert read(page) == []


def test_links_of_a_byline_are_the_single_names():
    found = read('<p class="byline"><a>Lan Chi</a> <a>Hamid Qazi</a></p>')
    assert found == [
        ("class/author", "Lan Chi Hamid Qazi"),
        ("class/author", "Lan Chi"),
        ("class/author", "Hamid Qazi"),
    ]


def test_lines_are_the_page_s():
    page = '<head>\n<title>Park opens</title>\n\n<meta name="author" content="Lan Chi">\n</head>\n<h1>Park opens</h1>'
    assert [(d.name, d.line) for d in declared.read(LexborHTMLParser(page))] == [
        ("title", 2),
        ("meta/author", 4),
        ("h1", 6),
    ]
    assert declared.read(LexborHTMLParser("<title>R&amp;D park</title>"))[0].line == 0  # not there letter by letter


def test_counts_and_lengths_are_bounded():
    page = "".join(f"<h1>Heading {n} {'x' * 2000}</h1>" for n in range(500))
    found = read(page)
    assert len(found) <= declared.MOST_OF_NAME
    assert all(len(value) <= declared.LONGEST for _, value in found)


@pytest.mark.parametrize(
    "page",
    [
        '<div class="author">' * 3000 + "x",
        '<h1 class="title">' + "<b>x</b>" * 50_000,
        "".join(f'<p class="date">{n}</p>' for n in range(20_000)),
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
    ],
)
def test_hostile_pages_take_bounded_time(page):
    tree = LexborHTMLParser(page)
    begin = time.process_time()
    declared.read(tree)
    assert time.process_time() - begin < 2


@given(st.text())
def test_any_page_passes(page):
    found = declared.read(LexborHTMLParser(page))
    assert all(d.name and d.value and d.line >= 0 for d in found)


NAMES = st.sampled_from(
    ["author", "by-line", "authorize", "update", "datepicker", "runtime", "pubTime", "timeline", "source", "from",
     "Title", "subtitle", "bt", "überschrift", "info", "nav", "x", " ", "-", "_", "ı", "ſ", "\u212a", "作者"]
)  # fmt: skip


@given(st.lists(NAMES, max_size=6).map("".join))
def test_the_fast_look_misses_no_kind(words):
    declared._kind.cache_clear()
    exact = next((kind for kind, pattern in declared._KINDS if pattern.search(words)), "")
    assert declared._kind(words) == exact
