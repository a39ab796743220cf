import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.core.slugs import free_name, slug_of


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Socialnämnden", "socialnamnden"),
        ("Äldre- och omsorgsnämnden", "aldre-och-omsorgsnamnden"),
        ("Östra Göinge Å", "ostra-goinge-a"),
        ("Delårsuppföljning 2017-08-31", "delarsuppfoljning-2017-08-31"),
        ("A\u0308lvdalen", "alvdalen"),
        ("Færøerne & Łódź", "faroerne-lodz"),
        ("Größe", "grosse"),
        ("Verksamhetsplan 2018–2019", "verksamhetsplan-2018-2019"),
        ("Vård_och_omsorg", "vard-och-omsorg"),
        ("  §  87: Beslut!  ", "87-beslut"),
    ],
)
def test_a_swedish_name_becomes_an_address(name, slug):
    assert slug_of(name) == slug


@pytest.mark.parametrize("name", ["", "   ", "!?", "---", "社会", "😀"])
def test_a_name_without_letters_still_has_an_address(name):
    assert slug_of(name) == "namnlos"


def test_a_long_name_is_cut_between_words():
    assert slug_of("Uppföljning av nämndens mål", max_length=20) == "uppfoljning-av"


def test_a_name_that_ends_in_a_word_at_the_limit_keeps_the_word():
    assert slug_of("ett mal till", max_length=7) == "ett-mal"


def test_a_long_single_word_is_cut_inside():
    assert slug_of("a" * 80, max_length=60) == "a" * 60


@given(st.text(), st.integers(1, 80))
def test_an_address_is_always_clean_and_never_too_long(name, max_length):
    slug = slug_of(name, max_length)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= max_length


@given(st.text())
def test_the_address_of_an_address_is_itself(name):
    assert slug_of(slug_of(name)) == slug_of(name)


def test_a_taken_name_gets_the_first_free_number():
    assert free_name("delar", []) == "delar"
    assert free_name("delar", ["delar", "delar-2"]) == "delar-3"


def test_a_numbered_name_is_never_too_long():
    assert free_name("abcdef", ["abcdef"], max_length=6) == "abcd-2"
