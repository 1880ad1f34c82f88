"""The weights that ship are read whole, and a name that has none is an error at once."""

import json
from pathlib import Path

import pytest

from parkdocs import weights

FILES = sorted(Path(weights.__file__).parent.glob("*.json"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_file_reads_as_json_does(path):
    assert weights.load(path.stem) == json.loads(path.read_text("utf-8"))


def test_an_unknown_name_is_an_error():
    with pytest.raises(FileNotFoundError):
        weights.load("nobody-trained-this")
