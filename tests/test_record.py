"""JSON to Document and back, and the schema that is the contract."""

import json
from dataclasses import fields
from importlib.resources import files

import jsonschema_rs
import pytest

from parkdocs import model, record
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


def test_the_schema_names_the_fields_of_the_model():
    of_metadata = SCHEMA["properties"]["metadata"]["properties"]
    assert list(of_metadata) == [f.name for f in fields(Metadata)]
    for name, cls in record.METADATA_LISTS.items():
        assert list(of_metadata[name]["items"]["properties"]) == [f.name for f in fields(cls)]
    assert list(SCHEMA["properties"]["sections"]["items"]["properties"]) == [f.name for f in fields(Section)]
    edit = SCHEMA["properties"]["edits"]["items"]["properties"]
    assert list(edit) == [f.name for f in fields(Edit)]
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
        ({"text": "other"}, None),
        ({"text": 7}, "c.jsonl:3: broken parkdocs record: "),
    ],
)
def test_a_broken_record_is_named_by_file_and_line(change, message):
    data = {**json.loads(record.dumps(FULL)), **change}
    if message is None:  # the journal still fits: a changed text is found by validate against the source
        assert record.from_dict(data, "c.jsonl", 3).raw == "menu\nother"
        return
    with pytest.raises(DocumentError) as caught:
        record.from_dict(data, "c.jsonl", 3)
    assert str(caught.value).startswith(message)


def test_a_missing_key_is_named():
    data = json.loads(record.dumps(FULL))
    del data["metadata"]["title"]
    with pytest.raises(DocumentError, match="no 'title'"):
        record.from_dict(data)
