"""People with roles in French, Portuguese, Spanish, Vietnamese and Filipino text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parkdocs.metadata.people_elsewhere import LANGUAGES, read


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("vi", "Ông Nguyễn Văn Tuấn, Chủ tịch UBND tỉnh, cho biết", ("Nguyễn Văn Tuấn", "Chủ tịch UBND tỉnh")),
        ("pt", "disse hoje o diretor-geral, António Sitoe.", ("António Sitoe", "diretor-geral")),
        ("fil", "Sinabi ni Kalihim Ramon Dizon na mahalaga", ("Ramon Dizon", "Kalihim")),
        ("fr", "Mme Aline Ngo, directrice générale de la zone.", ("Aline Ngo", "directrice générale de la zone")),
        ("fr", "Le ministre de l'Industrie Paul Biyong a dit", ("Paul Biyong", "ministre de l'Industrie")),
        ("es", "El presidente Pedro Solano dijo", ("Pedro Solano", "presidente")),
    ],
)
def test_one_person(language: str, text: str, expected: tuple[str, str]) -> None:
    assert [(p.name, p.role) for p in read(text, language)] == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "le président de la Banque Centrale Africaine"),
        ("fr", "La direction du parc a signé une convention."),
        ("pt", "O diretor disse que a zona cresce."),
        ("vi", "Chủ tịch cho biết dự án sẽ tạo việc làm."),
        ("en", "Mme Aline Ngo, directrice de la zone"),  # another language than the document's
        ("fr", ""),
    ],
)
def test_nobody(language: str, text: str) -> None:
    assert list(read(text, language)) == []


@given(st.text(max_size=200), st.sampled_from(sorted(LANGUAGES)))
def test_never_raises_and_names_are_as_printed(text: str, language: str) -> None:
    assert all(text[p.at : p.at + len(p.name)] == p.name for p in read(text, language))
