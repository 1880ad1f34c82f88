"""jsonl: a document a line, ours or anyone's."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs import record
from parkdocs.edits import apply
from parkdocs.errors import DocumentError
from parkdocs.model import Document, Mark, Metadata
from parkdocs.sources import jsonl


def read(line: str, field: str = "") -> Document:
    return jsonl.read(line.encode(), "in.jsonl:3", "in.jsonl", 3, field)


@pytest.mark.parametrize(
    ("line", "doc_id", "source", "raw", "extra"),
    [
        ('{"text":"a\\r\\nb"}', "in.jsonl:3", "in.jsonl", "a\r\nb", ""),
        ('{"id":"x","text":""}', "x", "in.jsonl", "", ""),
        ('{"id":12,"content":"a","url":"https://a.example/"}', "12", "https://a.example/", "a", ""),
        ('{"id":1.5,"raw_content":"a","source":"news"}', "1.5", "news", "a", ""),
        ('{"html":"<h1>A</h1>b","text":"t"}', "in.jsonl:3", "in.jsonl", "t", '{"html":"<h1>A</h1>b"}'),
        ('{"text":"a","source":"s","url":"u"}', "in.jsonl:3", "s", "a", '{"url":"u"}'),
        ('{"text":"a","z":[1,null],"k":{"b":1,"a":"中"}}', "in.jsonl:3", "in.jsonl", "a", '{"k":{"a":"中","b":1},"z":[1,null]}'),
        ('{"text":"a","id":null,"source":5}', "in.jsonl:3", "in.jsonl", "a", '{"id":null,"source":5}'),
        ('{"text":"a","id":true}', "in.jsonl:3", "in.jsonl", "a", '{"id":true}'),
        ('{"text":"a","id":""}', "in.jsonl:3", "in.jsonl", "a", '{"id":""}'),
        ('{"text":"a","text":"b"}', "in.jsonl:3", "in.jsonl", "b", ""),
    ],
)  # fmt: skip
def test_reads(line, doc_id, source, raw, extra):
    doc = read(line)
    assert (doc.id, doc.source, doc.raw, doc.text, doc.metadata.extra) == (doc_id, source, raw, raw, extra)
    assert (doc.stage, doc.metadata.format, doc.metadata.encoding) == ("source", "text", "utf-8")
    assert doc.metadata.bytes == len(raw.encode())
    assert doc.metadata.sha256 == hashlib.sha256(raw.encode()).hexdigest()


def test_html_field_gives_the_text_layer():
    doc = read('{"html":"<h1>标题</h1><p>b"}')
    assert (doc.raw, doc.metadata.format, doc.metadata.bytes) == (
        "# 标题\n\nb\n",
        "html",
        len("<h1>标题</h1><p>b".encode()),
    )


def test_a_named_field():
    assert read('{"body":"a","text":"t"}', "body").raw == "a"


def test_a_record_comes_back_as_it_was():
    raw = "a\nPrint\n"
    doc = apply(Document("i", "s", raw, raw, Metadata(kind="news")), [Mark(2, 8, "en/print", "share")])
    back = jsonl.read(record.dumps(doc), "ignored", "in.jsonl", 1)
    assert (back.id, back.source, back.raw, back.text, back.edits, back.stage) == (
        "i",
        "s",
        raw,
        "a\n",
        doc.edits,
        "extract",
    )


@pytest.mark.parametrize(
    ("line", "field", "message"),
    [
        ("{", "", "broken JSON: "),
        ('{"text": NaN}', "", "broken JSON: unexpected character, expected a JSON value at column 10"),
        ('{"text": "\\ud800"}', "", "broken JSON: "),
        ("[1]", "", "not a JSON object but a list"),
        ("null", "", "not a JSON object but null"),
        ('"text"', "", "not a JSON object but a string"),
        ("{}", "", "no text field (text, content, raw_content, html); the fields are: none; choose one with --field"),
        ('{"a":1,"b":2}', "", "no text field (text, content, raw_content, html); the fields are: a, b; choose one with --field"),
        ('{"text":"a"}', "body", "no field 'body'; the fields are: text; choose one with --field"),
        ('{"text":5}', "", "field 'text' is not a string; name the one that holds the text with --field"),
        ('{"text":"a","x":' + "[" * 300 + "]" * 300 + "}", "", "the other fields nest too deep to be kept; at most 254 levels"),
        ('{"schema":"parkdocs/9"}', "", "record of schema 'parkdocs/9'; this parkdocs reads 'parkdocs/1'"),
        ('{"schema":"parkdocs/1"}', "", "broken parkdocs record: no 'id'"),
    ],
)  # fmt: skip
def test_bad_lines(line, field, message):
    with pytest.raises(DocumentError) as error:
        read(line, field)
    assert str(error.value).startswith(f"in.jsonl:3: {message}")


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (b'{"text":"a"}\n', True),
        (b'  {"html":""}', True),
        (b'{"schema":"parkdocs/1"}', True),
        (b'{"a":1}', False),
        (b'{"text":', False),
        (b"[1]", False),
        (b"{curly} text", False),
        (b"", False),
    ],
)
def test_looks_like(line, found):
    assert jsonl.looks_like(line) is found


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(), st.lists, max_leaves=5
)


@given(st.dictionaries(st.sampled_from(["text", "content", "html", "id", "url", "source", "k", "schema"]), VALUES))
def test_any_object_is_a_document_or_a_document_error(values):
    import json

    try:
        doc = jsonl.read(json.dumps(values).encode(), "i", "p", 1)
    except DocumentError:
        return
    assert isinstance(doc.id, str) and isinstance(doc.source, str) and isinstance(doc.raw, str)
    record.dumps(doc)
