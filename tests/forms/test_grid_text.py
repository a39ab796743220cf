"""An outcome in one cell: how it is read, written, and told back."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.choices import MissingReason
from indicators.commands.outcomes import Outcome
from reports.forms.grid_text import cell_text, echo, read_cell
from reports.forms.outcome_text import OutcomeFault

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("", Outcome()),
        ("   ", Outcome()),
        ("1 593 404", Outcome(value=Decimal(1593404))),
        (f"1{NBSP}593{NBSP}404", Outcome(value=Decimal(1593404))),
        ("81,2 %", Outcome(value=Decimal("81.2"))),
        ("−12,70", Outcome(value=Decimal("-12.7"))),
        ("0", Outcome(value=Decimal(0))),
        ("IU", Outcome(words="IU")),
        (">98 % boende", Outcome(words=">98 % boende")),
        ("prelat", Outcome(words="prelat")),
        ("inget prelat", Outcome(words="inget prelat")),
    ],
)
def test_a_number_is_a_number_and_anything_else_is_words(text, outcome):
    assert read_cell(text, "", "%") == outcome


@pytest.mark.parametrize(
    "text",
    [
        *("81,2 prel", "81,2 prel.", "81,2 % (prel.)", "81,2 (prel.)", "81,2prel", "81,2 %prel.", "81,2, prel."),
        *("prel. 81,2", "Preliminärt 81,2 %", "81,2 preliminärt", "81,2 % PREL"),
    ],
)
def test_a_number_may_be_said_to_be_preliminary(text):
    assert read_cell(text, "", "%") == Outcome(value=Decimal("81.2"), is_preliminary=True)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("ej mätt ännu", "not_yet"),
        ("Bortfall", "non_response"),
        ("saknas: sekretess", "suppressed"),
        ("SAKNAS – ej tillämpligt", "not_applicable"),
        ("saknas ej mätt ännu", "not_yet"),
    ],
)
def test_a_missing_value_is_written_as_its_reason(text, reason):
    assert read_cell(text, "Enkäten uteblev") == Outcome(missing_reason=reason, remark="Enkäten uteblev")


@pytest.mark.parametrize("text", ["saknas", "Saknas:", "saknas: vet ej"])
def test_a_missing_value_without_a_known_reason_is_refused_with_those_there_are(text):
    with pytest.raises(OutcomeFault, match="ej mätt ännu, bortfall, ej tillämpligt, sekretess"):
        read_cell(text)


def test_words_that_begin_with_missing_are_words():
    assert read_cell("Saknas i två områden") == Outcome(words="Saknas i två områden")


@pytest.mark.parametrize("text", ["12,,5", "1.234", "12-15", "-", "1 23", "12,,5 prel", "1234567890123456"])
def test_what_looks_like_a_number_and_is_none_is_refused(text):
    with pytest.raises(OutcomeFault, match=r"Skriv|siffror"):
        read_cell(text)


@pytest.mark.parametrize("text", ["prel", "prel.", "(prel.)", "Preliminärt"])
def test_nothing_is_not_preliminary(text):
    with pytest.raises(OutcomeFault, match="Skriv värdet också"):
        read_cell(text)


def test_the_remark_stays_at_a_new_value_and_goes_with_the_last():
    assert read_cell("3", "Avser mars") == Outcome(value=Decimal(3), remark="Avser mars")
    assert read_cell("", "Avser mars") == Outcome()


OUTCOMES = st.one_of(
    st.builds(
        Outcome,
        value=st.decimals(-(10**8), 10**8, places=6).map(lambda number: number.normalize() + 0),
        is_preliminary=st.booleans(),
    ),
    st.builds(Outcome, missing_reason=st.sampled_from(MissingReason.values)),
    st.builds(Outcome, words=st.sampled_from(["IU", "Två nya", ">98 % boende"]), is_preliminary=st.booleans()),
    st.just(Outcome()),
)


@given(OUTCOMES)
def test_what_is_shown_in_a_cell_is_read_back_as_the_same(outcome):
    assert read_cell(cell_text(outcome), outcome.remark) == outcome


@given(st.text(), st.sampled_from(["", "%", "kr"]))
def test_any_text_is_an_outcome_that_can_be_told_back_or_a_fault(text, unit):
    try:
        told = echo(read_cell(text, "", unit), unit, 1)
    except OutcomeFault as fault:
        told = str(fault)
    assert told


@pytest.mark.parametrize("text", ["," * 500_000, "prel " * 100_000, "saknas" + " -" * 100_000, "9" * 100_000])
def test_an_endless_text_is_refused(text):
    with pytest.raises(OutcomeFault):
        read_cell(text)


@pytest.mark.parametrize(
    ("text", "unit", "decimals", "told"),
    [
        ("1593404", "", None, f"1{NBSP}593{NBSP}404"),
        ("81,2", "%", 1, f"81,2{NBSP}%"),
        ("81,25", "%", 1, f"81,25{NBSP}%, visas som 81,3{NBSP}%"),
        ("81", "%", 1, f"81{NBSP}%"),
        ("81,2 prel", "%", None, f"81,2{NBSP}%, preliminärt"),
        ("bortfall", "%", None, "saknas: bortfall"),
        ("IU", "%", None, "text: IU"),
        ("", "%", None, "inget värde"),
    ],
)
def test_what_was_understood_is_told_back(text, unit, decimals, told):
    assert echo(read_cell(text, "", unit), unit, decimals) == told
