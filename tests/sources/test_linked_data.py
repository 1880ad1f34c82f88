"""JSON-LD, flattened: the usual shapes, the broken ones, and the hostile ones."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs.sources import linked_data


def read(value):
    return dict(linked_data.read(value if isinstance(value, str) else json.dumps(value)))


@pytest.mark.parametrize(
    "author",
    [
        "Lan Chi",
        {"@type": "Person", "name": "Lan Chi"},
        [{"@type": "Person", "name": "Lan Chi"}],
        ["Lan Chi"],
        {"@type": "Person", "name": ["Lan Chi"]},
    ],
)
def test_authors_in_every_shape(author):
    assert read({"@type": "NewsArticle", "author": author}) == {"json-ld/newsarticle/author": "Lan Chi"}


def test_a_graph_with_references():
    data = {
        "@graph": [
            {"@type": "Article", "headline": "Park opens", "author": {"@id": "#lan"}, "publisher": {"@id": "#paper"}},
            {"@type": "Person", "@id": "#lan", "name": "Lan Chi"},
            {"@type": ["Organization", "Brand"], "@id": "#paper", "name": "Herald"},
        ]
    }
    found = read(data)
    assert found["json-ld/article/author"] == "Lan Chi"
    assert found["json-ld/article/publisher/organization"] == "Herald"
    assert found["json-ld/article/headline"] == "Park opens"


def test_organisations_are_told_from_people():
    found = read({"@type": "NewsArticle", "author": {"@type": "NewsMediaOrganization", "name": "Herald"}})
    assert found == {"json-ld/newsarticle/author/organization": "Herald"}


@pytest.mark.parametrize(
    "script",
    [
        '//<![CDATA[\n{"@type": "Article", "headline": "Park opens"}\n//]]>',
        '<!-- {"@type": "Article", "headline": "Park opens"} -->',
        '{"@type": "Article", "headline": "Park opens",};',
        '{"@type": "Article", "headline": "Park opens", "text": "a\nb"}',
        '[{"@type": "Article", "headline": "Park opens"}]',
        '{"@type": "WebPage", "mainEntity": {"@type": "Article", "headline": "Park opens"}}',
    ],
)
def test_shapes_that_a_plain_parser_refuses(script):
    assert read(script)["json-ld/article/headline"] == "Park opens"


def test_broken_json_still_gives_the_common_keys():
    script = '{"@type": "Article", "headline": "Park opens", "datePublished": "2023-11-05", "author": {"@type": "Person", "name": "Lan Chi"}, "x": }'
    assert read(script) == {
        "json-ld/broken/headline": "Park opens",
        "json-ld/broken/datePublished": "2023-11-05",
        "json-ld/broken/author": "Lan Chi",
    }


def test_character_references_are_undone():
    assert read({"@type": "Article", "headline": "R&amp;D park"}) == {"json-ld/article/headline": "R&D park"}


def test_a_list_of_other_pages_is_not_read():
    data = {"@type": "ItemList", "itemListElement": [{"@type": "Article", "headline": "Another page"}]}
    assert read(data) == {}


@pytest.mark.parametrize(
    "script",
    ["", "null", "3", '"text"', "[" * 200_000, '{"a":' * 50_000, "9" * 5000, '{"@type": 3, "author": {"name": 4}}'],
)
def test_hostile_scripts_say_nothing(script):
    assert read(script) == {}


def test_many_objects_are_bounded():
    data = [{"@type": "Article", "headline": str(n)} for n in range(linked_data.MOST_NODES + 500)]
    assert len(list(linked_data.read(json.dumps(data)))) <= linked_data.MOST_NODES


@given(
    st.recursive(
        st.none() | st.text() | st.integers(),
        lambda x: (
            st.lists(x)
            | st.dictionaries(
                st.sampled_from(["@type", "@id", "@graph", "author", "name", "headline", "mainEntity"]), x
            )
        ),
    )
)
def test_any_json_passes(value):
    assert all(name.startswith("json-ld/") for name, _ in linked_data.read(json.dumps(value)))
