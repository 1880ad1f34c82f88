"""Every format is opened again by the tool it is for, and gives its fields back."""

import csv as reader
import json
import sqlite3

import pytest
import yaml

from parkdocs import pipeline, record
from parkdocs.errors import OutputError
from parkdocs.model import Document
from parkdocs.pipeline import Settings
from parkdocs.sinks import columns, csv, dolma, markdown
from parkdocs.sinks.formats import FOLDERS, FORMATS, writer

NEWS = """首页 > 新闻 > 正文

苏州工业园区举办绿色发展论坛
来源：园区报 2023-11-05

本报讯 苏州工业园区昨日举办绿色发展论坛，来自各地的代表出席会议，并就产业园区的低碳转型进行了讨论。
会议指出，绿色发展是园区高质量发展的必由之路，各单位要加强合作，联系邮箱 office@example.org。

京ICP备05000001号-2
"""
REPORT = """=HYPERLINK("https://evil.example")

The industrial parks of the region were "visited", in May, by a delegation of twelve people.\r
'Quoted' lines, commas, and \u2028 separators --- and "---" lines stay as they are.

---
Copyright 2023 Example. All rights reserved.
"""


def made(doc_id, text):
    return record.as_dict(pipeline.advance(Document(doc_id, doc_id, text, text), "extract", Settings()))


@pytest.fixture(scope="module")
def records():
    odd = made("news/3.md", "+1 and -1\n@home \x7f\x85 \U0001f600\n")
    return [json.loads(json.dumps(r)) for r in (made("1.txt", NEWS), made("2.txt", REPORT), odd, made("007", ""))]


def exported(name, records, tmp_path):
    out = tmp_path / f"out-{name}"
    assert writer(name)(iter(records), out) == []
    return out


def test_parquet_by_pyarrow_and_duckdb(records, tmp_path):
    import duckdb
    import pyarrow.parquet

    out = exported("parquet", records, tmp_path)
    assert pyarrow.parquet.read_table(out).to_pylist() == records
    asked = f"SELECT id, metadata.language, len(edits) FROM read_parquet('{out}')"
    assert duckdb.sql(asked).fetchall() == [(r["id"], r["metadata"]["language"], len(r["edits"])) for r in records]


def test_parquet_keeps_its_schema_without_records(tmp_path):
    import pyarrow.parquet

    table = pyarrow.parquet.read_table(exported("parquet", [], tmp_path))
    assert table.num_rows == 0
    assert table.column_names == list(columns.record_schema()["properties"])


def test_sqlite_gives_every_column_back(records, tmp_path):
    with sqlite3.connect(exported("sqlite", records, tmp_path)) as database:
        database.row_factory = sqlite3.Row
        rows = [dict(row) for row in database.execute("SELECT * FROM documents ORDER BY rowid")]
        assert [columns.nested(row) for row in rows] == records
        emails = database.execute('SELECT document, value FROM "emails"').fetchall()
    assert [tuple(row) for row in emails] == [(1, "office@example.org")]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("园区", ["1.txt"]),  # two characters
        ("园", []),  # one is asked for as 园*
        ("园*", ["1.txt"]),
        ("产业园", ["1.txt"]),
        ("绿色发展", ["1.txt"]),
        ('"苏州 州工 工业 业园 园区"', ["1.txt"]),
        ("区园", []),
        ("industrial parks", ["2.txt"]),
        ('"industrial parks"', ["2.txt"]),
        ("delegation 园区", []),
    ],
)
def test_sqlite_finds_words(query, found, records, tmp_path):
    asked = "SELECT d.id FROM search JOIN documents d ON d.rowid = search.rowid WHERE search MATCH ? ORDER BY rank"
    with sqlite3.connect(exported("sqlite", records, tmp_path)) as database:
        assert [row[0] for row in database.execute(asked, (query,))] == found


@pytest.mark.parametrize("words", ["苏州工业园区", "园", "twelve 产业园区", '"visited"'])
def test_sqlite_match_writes_a_query_for_words_of_any_length(words, records, tmp_path):
    from parkdocs.sinks.sqlite import match

    with sqlite3.connect(exported("sqlite", records, tmp_path)) as database:
        count = database.execute("SELECT count(*) FROM search WHERE search MATCH ?", (match(words),)).fetchone()[0]
    assert count == (0 if words.startswith("twelve") else 1)


def test_csv_by_python_and_duckdb(records, tmp_path):
    import duckdb

    out = exported("csv", records, tmp_path)
    with open(out, newline="", encoding="utf-8") as stream:
        rows = [{k: csv.unguarded(v) for k, v in row.items()} for row in reader.DictReader(stream)]
    assert [columns.nested(row) for row in rows] == records
    table = duckdb.sql(f"SELECT id, bytes FROM read_csv('{out}')").fetchall()
    assert table == [(r["id"], r["metadata"]["bytes"]) for r in records]


def test_no_csv_cell_starts_a_formula(records, tmp_path):
    risky = ["=1", "+1", "-1", "@x", "\t=1", "\r=1", "\n=1", " =1", "＝1", "'=1", "\u3000@x"]
    rows = [json.loads(json.dumps(records[0])) for _ in risky]
    for row, text in zip(rows, risky, strict=True):
        row["text"] = row["metadata"]["title"] = text
    with open(exported("csv", rows, tmp_path), newline="", encoding="utf-8") as stream:
        read = list(reader.DictReader(stream))
    assert all(not cell or cell.strip()[0] not in "=+-@＝＋－＠" for row in read for cell in row.values())
    assert [csv.unguarded(row["text"]) for row in read] == risky


def test_markdown_front_matter_by_yaml(records, tmp_path):
    out = exported("markdown", records, tmp_path)
    files = ["007.md", "1.txt.md", "2.txt.md", "news/3.md"]
    assert sorted(p.relative_to(out).as_posix() for p in out.rglob("*.md")) == files
    for values in records:
        whole = (out / markdown.file_name(values["id"])).read_bytes().decode()
        _, head, text = whole.split("---\n", 2)
        assert text == "\n" + values["text"]
        known = yaml.safe_load(head)
        assert {k: known[k] for k in values["metadata"] if values["metadata"][k]} == {
            k: v for k, v in values["metadata"].items() if v
        }
        assert known["completeness"] == {k: v for k, v in values["completeness"].items() if v}


def test_markdown_leaves_out_an_id_that_is_no_file_name(records, tmp_path):
    bad = json.loads(json.dumps(records[0])) | {"id": "../../etc/passwd"}
    problems = writer("markdown")(iter([bad, records[1], records[1]]), tmp_path / "out")
    assert [type(p) for p in problems] == [OutputError, OutputError]
    assert [p.name for p in tmp_path.rglob("*") if p.is_file()] == ["2.txt.md"]


def test_dolma_documents_by_datatrove(records, tmp_path):
    from datatrove.pipeline.readers import JsonlReader

    out = exported("dolma", records, tmp_path)
    documents = list(JsonlReader(str(out / "documents"))())
    assert [d.id for d in documents] == [r["id"] for r in records if r["text"]]  # it leaves out empty texts
    assert documents[0].metadata["language"] == records[0]["metadata"]["language"]


def test_dolma_attributes_point_into_the_texts(records, tmp_path):
    import gzip

    out = exported("dolma", records, tmp_path)
    packed = (out / "attributes" / "parkdocs" / dolma.NAME).read_bytes()
    rows = [json.loads(line) for line in gzip.decompress(packed).splitlines()]
    assert [row["id"] for row in rows] == [r["id"] for r in records]
    for row, values in zip(rows, records, strict=True):
        spans = [span for name in row["attributes"] for span in row["attributes"][name]]
        assert all(0 <= start <= end <= len(values["text"]) for start, end, _ in spans)
    gone = rows[0]["attributes"]["parkdocs__removed__footer"]
    assert gone[0][2] >= len("京ICP备05000001号-2")


def test_hf_by_datasets(records, tmp_path):
    import datasets

    out = exported("hf", records, tmp_path)
    loaded = datasets.load_dataset(str(out), cache_dir=str(tmp_path / "cache"))
    assert [dict(row) for row in loaded["train"]] == records
    card = yaml.safe_load((out / "README.md").read_text("utf-8").split("---\n")[1])
    assert card["license"] == "unknown"
    assert card["size_categories"] == ["n<1K"]


def test_hf_deals_texts_into_files(records, tmp_path, monkeypatch):
    import datasets

    from parkdocs.sinks import hf, parquet

    monkeypatch.setattr(hf, "SHARD", 1)
    monkeypatch.setattr(parquet, "ROWS", 1)
    out = exported("hf", records, tmp_path)
    names = [f"train-0000{k}-of-00004.parquet" for k in range(4)]
    assert sorted(p.name for p in (out / "data").iterdir()) == names
    loaded = datasets.load_dataset(str(out), cache_dir=str(tmp_path / "cache"))
    assert [row["id"] for row in loaded["train"]] == [r["id"] for r in records]


def test_croissant_by_mlcroissant(records, tmp_path):
    import mlcroissant

    dataset = mlcroissant.Dataset(exported("croissant", records, tmp_path) / "croissant.json")
    assert not dataset.metadata.issues.errors
    rows = [
        {k.split("/")[1]: v.decode() if isinstance(v, bytes) else v for k, v in row.items()}
        for row in dataset.records("documents")
    ]
    assert [columns.nested(row) for row in rows] == records


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_records_give_the_same_bytes(name, records, tmp_path):
    def contents(path):
        return [(p.relative_to(path).as_posix(), p.read_bytes()) for p in sorted(path.rglob("*")) if p.is_file()]

    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        exported(name, records, tmp_path / folder)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


@pytest.mark.parametrize("name", FORMATS)
def test_a_failure_in_the_middle_leaves_nothing(name, records, tmp_path):
    def rows():
        yield records[0]
        raise RuntimeError("the pipe broke")

    with pytest.raises(RuntimeError, match="the pipe broke"):
        writer(name)(rows(), tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", FORMATS)
def test_nobodys_folder_is_replaced(name, records, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years of work")
    message = "not empty" if name in FOLDERS else "this is"
    with pytest.raises(OutputError, match=message):
        writer(name)(iter(records), tmp_path / "mine")
    assert [p.name for p in (tmp_path / "mine").iterdir()] == ["thesis.txt"]
