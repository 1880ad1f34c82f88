"""Hosts of documents, and rules that are for some of them only."""

import pytest

from parkdocs import rules, sites
from parkdocs.marks import at_home
from parkdocs.model import Declared, Document, Metadata


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.Park.example/news/1", "www.park.example"),
        ("http://user@park.example:8080/", "park.example"),
        ("pages/a/1.txt", ""),
        ("https:///nothing", ""),
        ("http://[broken", ""),
        ("", ""),
    ],
)
def test_the_host_of_an_address(address, host):
    assert sites.host_in(address) == host
    assert sites.host_of(Document("1", address, "", "")) == host


def test_a_page_names_its_own_host_where_the_source_does_not():
    meta = Metadata(declared=(Declared("link/canonical", "https://park.example/1", 1),))
    assert sites.host_of(Document("1", "saved/1.html", "", "", meta)) == "park.example"
    assert sites.host_of(Document("1", "https://copy.example/1", "", "", meta)) == "copy.example"


PACK = """[[rule]]
id = "zone/education"
kind = "nav"
sites = ["zone.example"]
pattern = '^education$'
why = "The menu."
hits = ["Education"]
misses = ["Education in the zone"]
"""


@pytest.mark.parametrize(("host", "count"), [("zone.example", 1), ("", 1), ("other.example", 0), ("a.zone.example", 0)])
def test_a_rule_of_a_site_is_silent_on_pages_of_others(host, count):
    found, findings = rules.parse_text("zone.toml", PACK)
    assert not findings
    assert len(at_home(found, host)) == count


@pytest.mark.parametrize("value", ['"zone.example"', "[1]"])
def test_sites_are_a_list_of_strings(value):
    _, findings = rules.parse_text("zone.toml", PACK.replace('["zone.example"]', value))
    assert [f.message for f in findings] == ["sites must be a list of strings"]
