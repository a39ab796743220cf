"""What counts people is told from what counts something else."""

import pytest

from indicators.people import counts_people, may_point_out_people


@pytest.mark.parametrize(
    ("unit", "name"),
    [
        ("personer", "Kvar i det gamla systemet"),
        ("antal personer", "I kö"),
        ("placerade barn", "Dygnet runt"),
        ("individer", "Nya i verksamheten"),
        ("%", "Andel nöjda brukare"),
        ("%", "80 % av de brukare som har kontakt med oss ska vara nöjda"),
        ("%", "Minst 80 % av brukarna ska uppleva delaktighet"),
        ("antal", "Antal tillsvidare anställda"),
        ("antal", "Antalet familjehemsplacerade barn"),
    ],
)
def test_people(unit, name):
    assert counts_people(unit, name)


@pytest.mark.parametrize(
    ("unit", "name"),
    [
        ("antal", "Antal platser för barn"),
        ("antal", "Antal pågående ärenden barn och unga"),
        ("antal", "Antal hushåll med försörjningsstöd"),
        ("dagar", "Väntetid för barn"),
        ("beslut", "Beslut om barn"),
        ("avbokningar/brukare", "Ökad kvalitet"),
        ("kr per brukare", "Kostnad"),
        ("", "Fler personer ska få en egen bostad"),
        ("", "Antal brukare"),
        ("antal", ""),
    ],
)
def test_no_people(unit, name):
    assert not counts_people(unit, name)


@pytest.mark.parametrize(
    ("unit", "name"),
    [("hushåll", "I tillfälligt boende"), ("antal", "Antal familjer"), ("kvinnor", "Nya"), ("st. personer", "I kö")],
)
def test_a_small_number_of_these_can_point_somebody_out(unit, name):
    assert may_point_out_people(unit, name)


@pytest.mark.parametrize(("unit", "name"), [("antal", "Antal platser för barn"), ("antal", "Antal planer"), ("", "")])
def test_a_small_number_of_these_points_nobody_out(unit, name):
    assert not may_point_out_people(unit, name)
