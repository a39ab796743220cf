"""What a unit of measure says of its figures."""

from decimal import Decimal

import pytest

from indicators.measures import Measure, in_words, measure_of

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("unit", "measure"),
    [
        ("antal", Measure.COUNT),
        ("st", Measure.COUNT),
        ("Platser", Measure.COUNT),
        ("antal personer", Measure.COUNT),
        ("%", Measure.SHARE),
        (" procent ", Measure.SHARE),
        ("medelvärde", Measure.AVERAGE),
        ("index", Measure.AVERAGE),
        ("NKI-index", Measure.AVERAGE),
        ("kr/dygn", Measure.AVERAGE),
        ("kr per brukare", Measure.AVERAGE),
        ("avbokningar/brukare", Measure.AVERAGE),
        ("andel", Measure.AVERAGE),
        ("dagar", Measure.OTHER),
        ("mnkr", Measure.OTHER),
        ("% av budget", Measure.OTHER),
        ("", Measure.OTHER),
        ("1–5", Measure.OTHER),
    ],
)
def test_only_what_is_counted_adds_up(unit, measure):
    assert measure_of(unit) is measure


@pytest.mark.parametrize(
    ("value", "decimals", "unit", "words"),
    [
        ("81.25", 1, "%", f"81,3{NBSP}%"),
        ("34", None, "dagar", f"34{NBSP}dagar"),
        ("34", 0, "antal", "34"),
        ("3.4", None, "medelvärde", "3,4"),
        ("1E+2", None, "", "100"),
    ],
)
def test_a_number_is_said_with_its_noun_where_the_unit_is_one(value, decimals, unit, words):
    assert in_words(Decimal(value), decimals, unit) == words
