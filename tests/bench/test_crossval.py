"""Folds by page, and copies of the package with other weights."""

from types import SimpleNamespace

import crossval
import pytest

DOCS = [SimpleNamespace(id=f"{before}{k}", kind=kind) for k in range(30) for before, kind in [("p", 1), ("p", 2)]]
MADE = [SimpleNamespace(id="made-0", kind=3)]


@pytest.mark.parametrize("held", range(3))
def test_no_page_is_trained_on_in_any_form_when_it_is_predicted(held):
    trained = {d.id for d in crossval.others(DOCS, held, 3)}
    assert trained == {d.id for d in DOCS if crossval.fold(d.id, 3) != held}
    assert 0 < len(trained) < 30


def test_texts_made_up_for_training_are_of_no_fold():
    assert all(MADE[0] in crossval.others(DOCS + MADE, held, 5) for held in range(5))


def test_a_document_of_the_second_folder_has_its_own_ids_fold():
    assert [crossval.fold(f"more-{k}", 5) for k in range(20)] == [crossval.fold(str(k), 5) for k in range(20)]


def package(folder, weights="{}"):
    (folder / "weights").mkdir(parents=True)
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__" / "a.pyc").write_bytes(b"\0")
    (folder / "a.py").write_text("A = 1\n")
    (folder / "weights" / "labeller.json").write_text(weights)
    return folder


def test_a_copy_of_the_package_holds_the_folds_weights_and_nothing_generated(tmp_path):
    into = crossval.copy(package(tmp_path / "one"), tmp_path / "copy", {"labeller.json": "[1]"})
    assert (into / "one" / "weights" / "labeller.json").read_text() == "[1]"
    assert (tmp_path / "one" / "weights" / "labeller.json").read_text() == "{}"
    assert not list(into.rglob("__pycache__"))


def test_the_key_of_a_package_is_that_of_its_files(tmp_path):
    one, other = package(tmp_path / "one"), package(tmp_path / "other", "[1]")
    assert crossval.source_key(one) != crossval.source_key(other)
    assert crossval.source_key(one, ["labeller.json"]) == crossval.source_key(other, ["labeller.json"])
    (other / "__pycache__" / "b.pyc").write_bytes(b"\1")
    (other / "cli").mkdir()
    (other / "cli" / "c.py").write_text("C = 1\n")
    assert crossval.source_key(one, ["labeller.json"]) == crossval.source_key(other, ["labeller.json"])
    (other / "a.py").write_text("A = 2\n")
    assert crossval.source_key(one, ["labeller.json"]) != crossval.source_key(other, ["labeller.json"])


def test_all_that_a_trainer_would_read_is_gathered(tmp_path):
    trainer = SimpleNamespace(
        read=lambda data: ["page"], read_more=lambda more: ["more"], read_made=lambda s: [s], SAMPLES="made"
    )
    assert crossval.documents(trainer, tmp_path, tmp_path) == ["page", "more", "made"]
    assert crossval.documents(trainer, tmp_path, None) == ["page", "made"]
    trainer.read_written, trainer.WRITTEN = lambda folder: [folder], "written"
    assert crossval.documents(trainer, tmp_path, None) == ["page", "made", "written"]
    assert crossval.documents(SimpleNamespace(read=lambda data: ["page"]), tmp_path, tmp_path) == ["page"]


def test_each_trainer_works_with_the_weights_made_before_it(tmp_path, monkeypatch):
    seen = []

    def weights(trainer, fold, options, cache, source, before):
        made = {p.name: p.read_text() for p in sorted((source / "one" / "weights").iterdir())}
        seen.append((trainer, fold, made, before))
        return f"{trainer} {fold[0]}"

    monkeypatch.setattr(crossval, "weights", weights)
    trainers = {"train_lines": "labeller.json", "train_pages": "pages.json"}
    made = crossval.held_out(package(tmp_path / "one"), tmp_path / "copy", ["1", "3"], trainers, [], tmp_path / "cache")
    assert made == {"labeller.json": "train_lines 1", "pages.json": "train_pages 1"}
    assert [(name, fold, held) for name, fold, held, _ in seen] == [
        ("train_lines", ["1", "3"], {"labeller.json": "{}"}),
        ("train_pages", ["1", "3"], {"labeller.json": "train_lines 1"}),
    ]
    assert seen[0][3] != seen[1][3]
    assert (tmp_path / "copy" / "one" / "weights" / "pages.json").read_text() == "train_pages 1"
