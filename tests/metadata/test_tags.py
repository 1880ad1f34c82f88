"""Tags as the metadata steps see them."""

from parkdocs.metadata import tags
from parkdocs.model import Declared, Document, Metadata


def page(*said, source="s"):
    return Document(
        "i", source, "", "", Metadata(declared=tuple(Declared(n, v, k) for k, (n, v) in enumerate(said, 1)))
    )


def test_values_by_name_in_the_order_asked():
    doc = page(("meta/author", "A"), ("json-ld/newsarticle/author", "B"), ("meta/author", "C"))
    found = [(t.value, t.line, t.rule) for t in tags.named(doc, "json-ld/*/author", "meta/author")]
    assert found == [("B", 2, "html/json-ld"), ("A", 1, "html/meta"), ("C", 3, "html/meta")]


def test_only_types_of_articles_count_as_the_page_s_own():
    doc = page(("json-ld/webpage/author", "A"), ("json-ld/videoobject/author", "B"))
    assert not list(tags.named(doc, "json-ld/*/author"))


def test_names_of_the_site():
    doc = page(
        ("meta/og:site_name", "Lindara Herald"),
        ("json-ld/newsarticle/publisher/organization", "Herald Group"),
        ("link/canonical", "https://www.lindara-herald.example.com/a"),
    )
    assert {"lindaraherald", "heraldgroup"} <= tags.sites(doc)
    assert "com" not in tags.sites(doc)
    assert tags.addresses(doc) == ("https://www.lindara-herald.example.com/a", "s")
