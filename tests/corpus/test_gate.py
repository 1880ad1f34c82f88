"""Settings from files and their faults."""

import pytest

from parkdocs.corpus import gate
from parkdocs.corpus.gate import Gate
from parkdocs.errors import UsageError


def write(folder, name, text):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")


def test_without_a_settings_file_there_are_the_defaults(tmp_path):
    assert gate.read(tmp_path) == Gate()


def test_the_nearest_file_counts_and_parkdocs_toml_comes_first(tmp_path):
    write(tmp_path, "pyproject.toml", '[tool.parkdocs.validate]\nfail-on = "note"\n')
    write(tmp_path / "a", "pyproject.toml", "[tool.other]\n")
    assert gate.read(tmp_path / "a").fail_on == "note"
    write(tmp_path, "parkdocs.toml", '[validate]\nfail-on = "warning"\n')
    assert gate.read(tmp_path / "a").fail_on == "warning"


def test_looking_up_ends_at_the_root_of_a_repository(tmp_path):
    write(tmp_path, "parkdocs.toml", '[validate]\nfail-on = "warning"\n')
    (tmp_path / "a/.git").mkdir(parents=True)
    assert gate.read(tmp_path / "a") == Gate()


def test_paths_are_relative_to_the_file(tmp_path, monkeypatch):
    (tmp_path / "a").mkdir()
    monkeypatch.chdir(tmp_path)
    write(tmp_path, "parkdocs.toml", '[validate]\nbaseline = "b.json"\nrules = ["mine.toml"]\n')
    assert gate.read(tmp_path / "a").baseline == "b.json"
    monkeypatch.chdir(tmp_path / "a")
    assert gate.read(tmp_path / "a").rules == (str(tmp_path / "mine.toml"),)


def test_levels_are_looked_up_before_the_catalogue():
    asked = Gate(levels=(("text/empty", "note"), ("corpus/drift", "off")))
    assert [asked.level(name) for name in ("text/empty", "corpus/drift", "text/mojibake")] == ["note", "off", "warning"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[validate", "cannot read the settings"),
        ("validate = 3", "validate is no table"),
        ("[validate]\nfail-at = 1", "unknown setting 'fail-at'"),
        ('[validate]\nfail-on = "fatal"', "fail-on is 'fatal'"),
        ("[validate]\nfail-on = 3", "has to be a string"),
        ('[validate]\nmax-removed = "much"', "has to be a number"),
        ("[validate]\nmax-removed = 70", "max-removed is a share"),
        ("[validate]\nmin-characters = true", "has to be a whole number"),
        ("[validate]\nnear-duplicates = 1", "has to be true or false"),
        ('[validate]\nlanguages = "en"', "has to be a list of strings"),
        ("[validate]\nlevels = 3", "has to be a table"),
        ('[validate.levels]\n"text/none" = "off"', "no check 'text/none'"),
        ('[validate.levels]\n"text/empty" = "loud"', "text/empty is 'loud'"),
    ],
)
def test_a_wrong_setting_is_named_with_its_file(tmp_path, text, message):
    write(tmp_path, "parkdocs.toml", text)
    with pytest.raises(UsageError, match=message.replace("(", r"\(")) as caught:
        gate.read(tmp_path)
    assert "parkdocs.toml" in str(caught.value)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("parkdocs.toml", '# ours\n[validate]\nfail-on = "nope"', "parkdocs.toml:3: fail-on is 'nope'"),
        ("parkdocs.toml", "[validate]\n\nmax-removd = 1", "parkdocs.toml:3: unknown setting 'max-removd'"),
        ("parkdocs.toml", '\n[validation]\nfail-on = "note"', "parkdocs.toml:2: unknown setting 'validation'"),
        (
            "parkdocs.toml",
            '[validate]\nlanguages = ["english"]',
            "parkdocs.toml:2: languages: 'english' is no language",
        ),
        ("parkdocs.toml", '[validate.levels]\n"text/none" = "off"', "parkdocs.toml:2: levels: no check 'text/none'"),
        ("pyproject.toml", "[project]\n[tool.parkdocs.check]\na = 1", "pyproject.toml:2: unknown setting 'check'"),
        ("pyproject.toml", "[tool.parkdocs]\nvalidate = { fail-on = 3 }", "pyproject.toml: fail-on has to be"),
    ],
)
def test_the_line_of_a_setting_is_named(tmp_path, monkeypatch, name, text, message):
    monkeypatch.chdir(tmp_path)
    write(tmp_path, name, text)
    with pytest.raises(UsageError) as caught:
        gate.read(tmp_path)
    assert message in str(caught.value)


def test_a_whole_number_is_a_share_too(tmp_path):
    write(tmp_path, "parkdocs.toml", "[validate]\nmax-removed = 1\n")
    assert gate.read(tmp_path).max_removed == 1.0
