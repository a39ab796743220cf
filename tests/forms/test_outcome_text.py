"""Reading a typed outcome: numbers in Swedish, words, reasons, and what is refused."""

from decimal import Decimal

import pytest

from indicators.commands.outcomes import Outcome
from indicators.models import Measurement
from reports.forms.outcome_text import OutcomeFault, Typed, read, seen_from_json, seen_to_json, typed_of


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("81,2", "%", "81.2"),
        ("81,2 %", "%", "81.2"),
        ("1 593 404", "kr", "1593404"),
        ("1 593 404 kr", "kr", "1593404"),
        ("12 st", "st", "12"),
        ("−12,70", "", "-12.7"),
        ("0", "", "0"),
    ],
)
def test_a_number_is_read_in_swedish_with_or_without_its_unit(text, unit, value):
    assert read(Typed(text), unit) == Outcome(value=Decimal(value))


@pytest.mark.parametrize("text", [">98 % boende", "65 ind.", "IU", "cirka 3 %", "Två nya"])
def test_what_is_no_number_is_words(text):
    assert read(Typed(text), "%") == Outcome(words=text)


@pytest.mark.parametrize("text", ["12,,5", "1.234", "12;5", "12-15", "1 23", "%"])
def test_what_looks_like_a_number_and_is_none_is_refused_with_what_is_allowed(text):
    with pytest.raises(OutcomeFault, match="Skriv"):
        read(Typed(text))


def test_as_many_decimals_and_words_are_taken_as_the_database_keeps():
    stored = {field.name: field for field in Measurement._meta.concrete_fields}
    decimals, length = stored["value"].decimal_places, stored["words"].max_length
    assert read(Typed("0," + "1" * decimals)).value == Decimal("0." + "1" * decimals)
    assert read(Typed("o" * length)).words == "o" * length
    with pytest.raises(OutcomeFault, match=f"högst {decimals} decimaler"):
        read(Typed("0," + "1" * (decimals + 1)))
    with pytest.raises(OutcomeFault, match=f"högst {length} tecken"):
        read(Typed("o" * (length + 1)))


def test_a_missing_value_has_a_reason_and_is_never_a_zero():
    assert read(Typed("", "non_response", "Enkäten uteblev")) == Outcome(
        missing_reason="non_response", remark="Enkäten uteblev"
    )
    assert read(Typed("saknas", "not_yet")) == Outcome(missing_reason="not_yet")
    with pytest.raises(OutcomeFault, match="Välj varför"):
        read(Typed("Saknas"))
    with pytest.raises(OutcomeFault, match="inte både och"):
        read(Typed("0", "not_yet"))


def test_a_remark_or_preliminary_needs_a_value():
    for typed in (Typed("", "", "Se bilaga"), Typed("", "preliminary")):
        with pytest.raises(OutcomeFault, match="Skriv ett värde"):
            read(typed)
    assert read(Typed("3", "preliminary")) == Outcome(value=Decimal(3), is_preliminary=True)


def test_what_cannot_be_stored_is_refused():
    for typed in (Typed("a\x00"), Typed("ord " * 501), Typed("1", "", "x" * 3000), Typed("1", "annat")):
        with pytest.raises(OutcomeFault):
            read(typed)


def test_an_outcome_is_shown_as_it_would_be_typed():
    assert typed_of(Outcome(value=Decimal("1593404.5"))).text == "1\u00a0593\u00a0404,5"
    assert typed_of(Outcome(value=Decimal(65), words="65 ind.")).text == "65 ind."
    assert typed_of(Outcome(missing_reason="suppressed")) == Typed("", "suppressed")
    assert typed_of(Outcome(value=Decimal("1E+2"))).text == "100"


def test_what_was_seen_survives_the_hidden_field():
    seen = {"a": Outcome(value=Decimal("1.50"), remark="ö"), "b": Outcome(missing_reason="not_yet"), "c": Outcome()}
    assert seen_from_json(seen_to_json(seen)) == {"a": seen["a"], "b": seen["b"]}


def test_the_counts_behind_a_share_survive_the_hidden_field_and_are_left_out_where_there_are_none():
    share = Outcome(value=Decimal(80), numerator=Decimal(40), denominator=Decimal(50))
    assert seen_from_json(seen_to_json({"a": share})) == {"a": share}
    assert seen_to_json({"b": Outcome(value=Decimal(3))}) == '{"b":["3","","",false,""]}'


def test_counts_are_given_both_or_neither_and_stand_for_a_value_to_compute():
    assert read(Typed("", "", "", "57", "70"), "%") == Outcome(numerator=Decimal(57), denominator=Decimal(70))
    for typed in (Typed("", "", "", "57"), Typed("81", "", "", "", "70"), Typed("", "", "", "57", "0")):
        with pytest.raises(OutcomeFault, match="ämnare"):
            read(typed, "%")
    with pytest.raises(OutcomeFault, match="inte både och"):
        read(Typed("", "not_yet", "", "57", "70"), "%")


@pytest.mark.parametrize("text", ["", "x", "[]", "{}", '{"a": 1}', '{"a": ["x", "", "", false, ""]}'])
def test_a_hidden_field_that_was_tampered_with_is_nothing(text):
    assert seen_from_json(text) == {}
