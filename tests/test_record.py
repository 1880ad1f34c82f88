"""JSON to Document and back, and the schema that is the contract."""

import json
import sys
from importlib.resources import files

import jsonschema_rs
import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs import model, record, schema
from parkdocs.errors import DocumentError
from parkdocs.model import (
    Completeness,
    Date,
    Document,
    Edit,
    Evidence,
    LanguageShare,
    Metadata,
    Missing,
    Organisation,
    Person,
    Place,
    Registration,
    Section,
    Sign,
)

SCHEMA = json.loads(files("parkdocs").joinpath("schema/record.schema.json").read_text("utf-8"))
FULL = Document(
    "a.txt",
    "x/a.txt",
    "menu\ntext 的\n",
    "text 的\n",
    Metadata(
        title="t",
        published="2023-07",
        authors=("A B",),
        language="en",
        languages=(LanguageShare("en", 0.75),),
        kind="news",
        breadcrumb=("Home", "News"),
        registrations=(Registration("ICP", "京ICP备1号"),),
        organisations=(Organisation("O", "sponsor", 1),),
        people=(Person("P", "Director", "O", 2),),
        places=(Place("Laos", "LA", 2),),
        dates=(Date("2023-07", "published", "July 2023", 1),),
        evidence=(Evidence("title", 1, "title/cover"),),
        extra='{"n":1}',
    ),
    (Section(1, "h", "body", 0, 7, ("h",), "en"),),
    Completeness("truncated", (Sign("notice", 2, "zh/preview", "cut"),), (Missing(1, "Annex", 22),), "https://e.org"),
    (Edit(0, "menu\n", "", "en/menu", "nav"),),
    "extract",
)


def test_a_record_comes_back_as_the_document_it_was():
    assert record.from_dict(json.loads(record.dumps(FULL))) == FULL


@pytest.mark.parametrize("doc", [FULL, Document("i", "s", "", "")], ids=["full", "bare"])
def test_every_record_validates_and_has_every_key(doc):
    data = json.loads(record.dumps(doc))
    jsonschema_rs.validator_for(SCHEMA).validate(data)
    assert list(data) == list(SCHEMA["properties"])
    assert list(data["metadata"]) == list(SCHEMA["properties"]["metadata"]["properties"])


@given(st.text(), st.integers(0, 10_000))
def test_json_writes_what_orjson_does(text, share):
    languages = (LanguageShare(text, share / 10_000),)
    doc = Document(text, "s", text, text, Metadata(title=text, bytes=share, languages=languages))
    assert record.written(record.as_dict(doc)) == orjson.dumps(record.as_dict(doc)) + b"\n" == record.dumps(doc)


def test_json_writes_every_character_as_orjson_does():
    every = "".join(chr(c) for c in range(0x110000) if not 0xD800 <= c < 0xE000)
    assert record.written({every: every}) == orjson.dumps({every: every}) + b"\n"


def test_without_orjson_the_bytes_are_the_same(monkeypatch):
    line = record.dumps(FULL)
    monkeypatch.delitem(sys.modules, "orjson")
    assert record.dumps(FULL) == line


def test_the_schema_names_the_fields_of_the_model():
    of_metadata = SCHEMA["properties"]["metadata"]["properties"]
    assert list(of_metadata) == list(Metadata._fields)
    for name, cls in record.METADATA_LISTS.items():
        assert list(of_metadata[name]["items"]["properties"]) == list(cls._fields)
    assert list(SCHEMA["properties"]["sections"]["items"]["properties"]) == list(Section._fields)
    edit = SCHEMA["properties"]["edits"]["items"]["properties"]
    assert list(edit) == list(Edit._fields)
    assert edit["kind"]["enum"] == list(model.EDIT_KINDS)


def test_every_object_of_the_schema_is_closed_and_requires_all_its_keys():
    def walk(node):
        if isinstance(node, dict):
            if node.get("type") == "object":
                assert node["additionalProperties"] is False
                assert node["required"] == list(node["properties"])
            for value in node.values():
                walk(value)

    walk(SCHEMA)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"schema": "parkdocs/9"}, "c.jsonl:3: record of schema 'parkdocs/9'; this parkdocs reads 'parkdocs/1'"),
        ({"edits": [{"start": 0}]}, "c.jsonl:3: broken parkdocs record: "),
        ({"edits": None}, "c.jsonl:3: broken parkdocs record: "),
        ({"text": "other 的"}, None),
        ({"text": "new"}, "c.jsonl:3: broken parkdocs record: section 'h' is 0:7 of 3 characters"),
        ({"text": 7}, "c.jsonl:3: broken parkdocs record: text is the number 7, not a string"),
        ({"id": None}, "c.jsonl:3: broken parkdocs record: id is null, not a string"),
        ({"note": "mine"}, "c.jsonl:3: broken parkdocs record: unknown key 'note'"),
        ({"created": "1999"}, "c.jsonl:3: broken parkdocs record: created is '1999', metadata.published '2023-07'"),
        ({"sections": {}}, "c.jsonl:3: broken parkdocs record: sections is an object, not an array"),
        ({"completeness": []}, "c.jsonl:3: broken parkdocs record: completeness is an array, not an object"),
    ],
)
def test_a_broken_record_is_named_by_file_and_line(change, message):
    data = {**json.loads(record.dumps(FULL)), **change}
    if message is None:  # the journal still fits: a changed text is found by validate against the source
        assert record.from_dict(data, "c.jsonl", 3).raw == "menu\nother 的"
        return
    with pytest.raises(DocumentError) as caught:
        record.from_dict(data, "c.jsonl", 3)
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("title", None, "metadata.title is null, not a string"),
        ("authors", "A B", "metadata.authors is the string 'A B', not an array"),
        ("authors", [1], "metadata.authors[0] is the number 1, not a string"),
        ("bytes", -1, "metadata.bytes is -1, below 0"),
        ("bytes", True, "metadata.bytes is true, not an integer"),
        ("format", "docx", "metadata.format is 'docx', not one of 'text', 'markdown', 'html', 'pdf'"),
        ("people", [{"name": "P"}], "no 'role' in metadata.people[0]"),
        ("evidence", ["x"], "metadata.evidence[0] is the string 'x', not an object"),
        ("quality", 0.9, "unknown key 'quality' in metadata"),
    ],
)
def test_a_value_that_breaks_the_schema_is_named_by_its_place(name, value, why):
    data = json.loads(record.dumps(FULL))
    data["metadata"][name] = value
    with pytest.raises(DocumentError) as caught:
        record.from_dict(data, "c.jsonl", 3)
    assert caught.value.message == f"broken parkdocs record: {why}"


def places(value, here=()):
    yield here
    for key, part in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield from places(part, (*here, key))


@given(st.sampled_from([p for p in places(json.loads(record.dumps(FULL))) if p not in {(), ("schema",)}]), st.data())
def test_the_check_agrees_with_a_full_validator(place, data):
    record_data = json.loads(record.dumps(FULL))
    value = st.one_of(
        st.none(), st.booleans(), st.integers(-2, 2), st.floats(-2, 2).filter(lambda f: f % 1), st.text(max_size=3),
        st.just([]), st.just({}), st.sampled_from(["news", "body", "ICP", "nav", "complete", "published"]),
    )  # fmt: skip
    parent = record_data
    for key in place[:-1]:
        parent = parent[key]
    if data.draw(st.booleans()):
        parent[place[-1]] = data.draw(value)
    else:
        del parent[place[-1]]
    valid = jsonschema_rs.validator_for(SCHEMA).is_valid(record_data)
    found = list(schema.problems(record_data, SCHEMA))
    assert bool(found) != valid


def test_a_missing_key_is_named():
    data = json.loads(record.dumps(FULL))
    del data["metadata"]["title"]
    with pytest.raises(DocumentError, match="no 'title'"):
        record.from_dict(data)
