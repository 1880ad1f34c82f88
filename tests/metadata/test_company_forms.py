"""Legal forms with dots, in companies' names beside a role."""

import pytest

from parkdocs.metadata.company_forms import form_end, has_form
from parkdocs.metadata.names import tokens
from parkdocs.metadata.people_english import read

COMPANIES = [
    "Indus Cathode Co., Ltd.",
    "Acme Inc.",
    "Acme, Inc.",
    "Acme Corp.",
    "Acme Pvt. Ltd.",
    "Acme Pte. Ltd.",
    "Acme S.A.",
    "Acme S.p.A.",
    "Acme GmbH & Co. KG",
    "Acme Sdn. Bhd.",
]


@pytest.mark.parametrize("company", COMPANIES)
@pytest.mark.parametrize(
    "sentence",
    ["Ana Ruiz, director of {}, said so.", "Ana Ruiz, director of {} She left.", "said Ana Ruiz, director of {}"],
)
def test_whole_name(company, sentence):
    assert [(p.name, p.organisation) for p in read(sentence.format(company))] == [("Ana Ruiz", company)]


def test_a_sentence_goes_on_after_a_form():
    found = list(read("Ana Ruiz, director of Acme Inc. and Tom Berg, head of Orin Co., Ltd., signed."))
    assert [(p.name, p.organisation) for p in found] == [("Ana Ruiz", "Acme Inc."), ("Tom Berg", "Orin Co., Ltd.")]


@pytest.mark.parametrize("text", ["Company said", "Cotton. Ltd", "Corporal", ""])
def test_no_form(text):
    assert form_end(tokens(text), 0) == 0
    assert not has_form(text.partition(".")[0])
