"""Searching tells no upper case from lower in any letter, on either database."""

import pytest
from django.db.models import F

from followup.core.models import Committee
from tests.builders import a_committee, a_municipality

pytestmark = pytest.mark.django_db


@pytest.fixture
def committee():
    return a_committee(name="Äldrenämnden i Åmål (50 %)")


@pytest.mark.parametrize("typed", ["äldre", "ÄLDRE", "i ÅMÅL", "åmål", "(50 %)", "Äldrenämnden i Åmål (50 %)"])
def test_a_part_is_found_however_it_is_typed(committee, typed):
    assert Committee.objects.filter(name__icontains=typed).get() == committee


@pytest.mark.parametrize("typed", ["aldre", "amal", ".", "%mål", "_", "^Ä", "ÄldrenämndeniÅmål", "\\"])
def test_signs_are_letters_and_no_letter_stands_for_another(committee, typed):
    assert not Committee.objects.filter(name__icontains=typed).exists()


def test_the_whole_is_found_however_it_is_typed_and_no_part_of_it(committee):
    assert Committee.objects.filter(name__iexact="ÄLDRENÄMNDEN i åmål (50 %)").exists()
    assert not Committee.objects.filter(name__iexact="äldrenämnden").exists()
    assert not Committee.objects.filter(name__iexact="äldrenämnden i åmål (50 %)\n").exists()


def test_what_is_excluded_is_told_alike(committee):
    other = a_committee(name="Socialnämnden", municipality=a_municipality())
    assert list(Committee.objects.exclude(name__icontains="ÄLDRE")) == [other]


def test_one_column_is_compared_with_another(committee):
    assert Committee.objects.filter(name__icontains=F("name")).exists()
