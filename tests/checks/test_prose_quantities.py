"""What is a quantity in Swedish prose, and what only looks like one."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup.core.numbers import format_number
from reports.checks.prose import quantities_in


def read(text):
    return [(str(each.value), each.unit) for each in quantities_in(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("81 procent", [("81", "%")]),
        ("81,2 % och 5%", [("81.2", "%"), ("5", "%")]),
        ("fem procentenheter, 2 procentenheter", [("5", "procentenheter"), ("2", "procentenheter")]),
        ("1 593 404 kr", [("1593404", "kr")]),
        ("−12,7 mnkr och -3 tkr", [("-12.7", "mnkr"), ("-3", "tkr")]),
        ("12 miljoner kronor, 4 miljarder", [("12", "mnkr"), ("4", "mdkr")]),
        ("Tolv mål, tre av dem", [("12", ""), ("3", "")]),
        ("17 st avbrott", [("17", "")]),
        ("107 dagar (6 veckor)", [("107", "dagar"), ("6", "veckor")]),
        ("BS Söder: 37 brukare.", [("37", "")]),
        ("det blev 2,9. Sedan 5.", [("2.9", ""), ("5", "")]),
        ("målet 80 procent, mål 80 %", [("80", "%"), ("80", "%")]),
    ],
)
def test_numbers_that_count_or_measure(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "under 2022 och 2023",
        "den 31 augusti, 16/9 och 2022-08-31",
        "från 220401 till 20221231",
        "kl. 10.30, kl 8, klockan 9",
        "12 § SoL, § 357, §27",
        "Ring 013-20 60 00 eller 070-123 45 67",
        "15-19 år, 2–3 deltagare, 90–100 %",
        "mål 3, indikator 4, tabell 5, vecka 12, topp 30, T2, tertial 2",
        "en 10-gradig skala, SÄBO2, PM3, 22:a, 5kg, 45ind.",
        "dnr SN 2018/123, 19121212-1212, 121212+1212",
        "1.2.3 och 6.08",
        "1" * 40,
        "två-tre, tvåan, femte",
    ],
)
def test_what_only_looks_like_a_quantity(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("omkring 26", "omkring"),
        ("mer än 8", "mer än"),
        ("minst 80 %", "minst"),
        ("”under 80 dagar”", "under"),
        ("är 80", ""),
    ],
)
def test_a_number_that_is_not_meant_as_exact_says_so(text, hedge):
    assert quantities_in(text)[0].hedge == hedge


def test_what_is_counted_and_by_what():
    (quantity,) = quantities_in("= 2,9 avbokningar/brukare")
    assert (quantity.noun, quantity.per, quantity.decimals) == ("avbokningar", "brukare", 1)
    (quantity,) = quantities_in("6 013 kr/dygn")
    assert (quantity.unit, quantity.per, quantity.is_count) == ("kr", "dygn", False)
    assert quantities_in("5 besök per brukare")[0].per == "brukare"


def test_the_place_of_a_quantity_is_that_of_the_number_and_its_unit():
    text = "Andelen är 81,2 % i år"
    (quantity,) = quantities_in(text)
    assert text[quantity.start : quantity.end] == "81,2 %"


@given(st.decimals(min_value=0, max_value=10**9, places=2), st.sampled_from(["", "%"]))
def test_every_number_as_we_write_it_is_read_back(value, unit):
    text = format_number(value, 2, unit).replace("\xa0", " ")
    assert read(f"Det blev {text}") == [(str(value.quantize(Decimal("0.01"))), unit)]


@given(st.text(alphabet="0123456789 ,.-−–/:%§kr()aåö", max_size=60))
def test_no_text_breaks_the_reading(text):
    for quantity in quantities_in(text):
        assert text[quantity.start : quantity.end].replace("-", "−").startswith(quantity.text)


def test_a_text_without_an_end_is_read_in_one_go():
    assert len(quantities_in("1 person och 2 % samt " * 20_000)) == 40_000
    assert quantities_in("1," * 50_000) == ()
