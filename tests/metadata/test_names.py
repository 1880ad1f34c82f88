"""What may be a person's name."""

import pytest

from parkdocs.metadata.names import is_chinese_name, is_name, longest, run_after, run_before, surnames, tokens, words


@pytest.mark.parametrize(
    "name",
    [
        "Wang Shouwen",
        "Tianruo WANG",
        "Gerd Müller",
        "R Iyer",
        "R. Iyer",
        "Fouzia van der Berg",
        "Jean-Pierre Godbout",
        "Tom O'Neil",
        "Do Van Minh",
    ],
)
def test_names(name: str) -> None:
    assert is_name([t.text for t in tokens(name)])


@pytest.mark.parametrize(
    "words_",
    [
        "Industrial Parks",
        "Peking University",
        "Wang",
        "wang shouwen",
        "A B",
        "New York",
        "Executive Director",
        "Wang Shouwen's",
        "One Two Three Four Five Six",
        "",
    ],
)
def test_no_names(words_: str) -> None:
    assert not is_name([t.text for t in tokens(words_)])


@pytest.mark.parametrize("name", ["许曼", "王受文", "欧阳娜娜", "格尔德·穆勒", "許曼"])
def test_chinese_names(name: str) -> None:
    assert is_chinese_name(name)


@pytest.mark.parametrize("name", ["综合", "王", "报道组", "王受文表示欢迎", "Wang", ""])
def test_no_chinese_names(name: str) -> None:
    assert not is_chinese_name(name)


def test_runs_of_capitals() -> None:
    parts = tokens("by Ana van der Berg of Lindara")
    assert run_after(parts, 1) == 5
    assert run_before(parts, 5) == 1
    assert run_after(parts, 0) == 0
    assert run_before(parts, 1) == 1


def test_tokens_keep_their_places() -> None:
    text = "Mr. Li Yong (Director-General), 2023"
    assert all(text[t.start : t.end] == t.text for t in tokens(text))


def test_lists_are_clean() -> None:
    assert longest("zh_roles")[0] and len(longest("zh_roles")[0]) >= len(longest("zh_roles")[-1])
    assert all(word == word.lower() for key in ("roles", "common_words", "speech", "modifiers") for word in words(key))
    assert all(1 <= len(name) <= 2 for name in surnames())
