"""What points out a person is found; what only looks like it is not, and no message repeats what it found."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.build.part_facts import SectionFact
from reports.checks import Severity
from reports.checks.personal import personal_data
from reports.checks.personal.identity_numbers import has_check_digit, identity_numbers
from tests.checks.scopes import a_scope
from tests.reports.facts import a_figure, a_goal_fact, a_section_fact, an_answer, an_indicator_fact

TODAY = date(2017, 9, 20)


def found(text):
    sections = (SectionFact(1, 1, "Text", "text", text if text.startswith("<") else f"<p>{text}</p>"),)
    return list(personal_data(a_scope(sections=sections, goals=(), indicators=())))


def rules(text):
    return [finding.rule for finding in found(text)]


def with_check_digit(nine):
    return next(nine + digit for digit in "0123456789" if has_check_digit(nine + digit))


def a_number(born=date(1985, 7, 9), serial="980", added=0, mark="-", long=False):
    digits = with_check_digit(f"{born:%y%m}{born.day + added:02d}{serial}")
    return f"{born:%Y}"[:2] * long + digits[:6] + mark + digits[6:]


@pytest.mark.parametrize(
    "number",
    [
        a_number(),
        a_number(mark=""),
        a_number(long=True),
        a_number(long=True, mark=""),
        a_number(date(1912, 12, 12), "121", mark="+"),
        a_number(mark="–"),
        a_number(mark=" "),
        a_number(date(2000, 2, 29)),
    ],
)
def test_identity_numbers_are_found_and_not_repeated(number):
    (finding,) = found(f"Ärendet om {number}, som avslutades.")
    assert (finding.rule, finding.severity) == ("identity_number", Severity.WARNING)
    assert finding.message.startswith("Text: Personnumret ")
    assert number[-4:] not in finding.message
    assert number[-8:-4] not in finding.message


@pytest.mark.parametrize("long", [True, False])
def test_a_coordination_number_has_sixty_added_to_its_day(long):
    (finding,) = found(f"Ärendet om {a_number(added=60, long=long)}.")
    assert finding.message.startswith("Text: Samordningsnumret ")


@pytest.mark.parametrize(
    "text",
    [
        a_number()[:-1] + str((int(a_number()[-1]) + 1) % 10),
        with_check_digit("851309980"),
        with_check_digit("850732980"),
        with_check_digit("850700980"),
        with_check_digit("850792980"),
        with_check_digit("212000044"),
        f"20{with_check_digit('850709980')}",
        "2017-08-31 och 20170831",
        f"SN 2017/{a_number(mark='')}",
        f"12{a_number(mark='')}99",
        f"{a_number(mark='')},50",
        f"{a_number()}-7",
    ],
)
def test_other_rows_of_digits_are_not(text):
    assert "identity_number" not in rules(f"Det står {text} där.")


@given(
    st.dates(date(1920, 1, 1), TODAY),
    st.integers(0, 999),
    st.sampled_from([0, 60]),
    st.booleans(),
    st.text(" abå.,", max_size=5),
)
def test_every_right_number_is_found_whatever_stands_around_it(born, serial, added, long, around):
    number = a_number(born, f"{serial:03d}", added, long=long)
    (only,) = identity_numbers(f"{around} {number} {around}", TODAY)
    assert only.is_coordination is bool(added)


@given(st.integers(0, 10**10 - 1))
def test_a_changed_check_digit_is_never_one(number):
    digits = f"{number:010d}"
    wrong = [digits[:9] + digit for digit in "0123456789" if digit != with_check_digit(digits[:9])[-1]]
    assert not [each for digit in wrong for each in identity_numbers(digit, TODAY)]


@pytest.mark.parametrize(
    "number",
    [
        "070-123 45 67",
        "0701234567",
        "+46 70 123 45 67",
        "0046701234567",
        "073-1234567",
        "+46 (0)72-123 45 67",
    ],
)
def test_mobile_numbers(number):
    (finding,) = found(f"Ring {number} för mer.")
    assert (finding.rule, finding.severity) == ("mobile_number", Severity.WARNING)
    assert "4567" not in finding.message
    assert "45" not in finding.message


@pytest.mark.parametrize(
    "number", ["013-20 60 00", "08-123 456 78", "0480-45 00 00", "+46 13 20 60 00", "013 - 20 60 00"]
)
def test_landline_numbers_are_only_told(number):
    (finding,) = found(f"Växeln har {number}.")
    assert (finding.rule, finding.severity) == ("landline_number", Severity.NOTE)


@pytest.mark.parametrize(
    "text",
    [
        "2017-08-31",
        "01-02-2017",
        "0 701 234 567 kr",
        "SN 2017-0123",
        "från 08-17 till 16",
        "mellan 10–12 procent",
        "0,70-0,75",
        "013-2017",
        "1 070 123 456",
        "uppgick till 0705 av 1 000",
        "0480-450,5",
    ],
)
def test_dates_amounts_and_registry_numbers_are_no_telephone(text):
    assert rules(f"Det står {text} där.") == []


@pytest.mark.parametrize(
    "address",
    [
        "anna.berg@gmail.com",
        "a@hotmail.se",
        "b-c@live.se",
        "x@telia.com",
        "y@ME.com",
        "z@outlook.com",
    ],
)
def test_private_addresses(address):
    (finding,) = found(f"Skriv till {address}.")
    assert (finding.rule, finding.severity) == ("private_address", Severity.WARNING)
    assert address not in finding.message


def test_an_address_in_a_link_is_found_once():
    assert rules('<p><a href="mailto:a@gmail.com">skriv till a@gmail.com</a></p>') == ["private_address"]
    assert rules('<p><a href="mailto:a@gmail.com">skriv</a></p>') == ["private_address"]


@pytest.mark.parametrize(
    "address",
    [
        "socialnamnden@linkoping.se",
        "info@outlookgruppen.se",
        "a@regionkalmar.se",
        "gmail.com",
        "@gmail.com",
    ],
)
def test_official_addresses_are_public(address):
    assert rules(f"Skriv till {address}.") == []


def counted(*figures, sections=("indicator_table",), answers=(), **indicator):
    values = {"unit_of_measure": "personer", "number": "7"} | indicator
    scope = a_scope(
        sections=tuple(a_section_fact(kind, "Siffror") for kind in sections),
        goals=(a_goal_fact(1, unit_ids=(1, 2)),),
        indicators=(an_indicator_fact(1, **values),),
        measurements=figures,
        assessments=answers,
        as_of=date(2017, 12, 31),
    )
    return list(personal_data(scope))


def test_a_figure_of_few_people():
    (finding,) = counted(a_figure(1, "2017", 3, unit_id=1), a_figure(1, "2016", 30))
    assert (finding.rule, finding.severity) == ("small_count", Severity.WARNING)
    assert finding.place.about == "plan"
    assert finding.message == "Indikator 7 visar uppgifter om färre än 5 personer: 2017, AFI: 3."


@pytest.mark.parametrize("value", [0, 5, 40, 2.5, None])
def test_none_and_enough_are_not_few(value):
    assert counted(a_figure(1, "2017", value, missing_reason="" if value is not None else "not_yet")) == []


@pytest.mark.parametrize(
    "indicator",
    [
        {"unit_of_measure": "antal"},
        {"unit_of_measure": "dagar"},
        {"unit_of_measure": "platser"},
        {"unit_of_measure": "antal", "name": "Antal platser för barn"},
        {"unit_of_measure": "avbokningar/brukare"},
        {"unit_of_measure": "medelvärde", "is_sex_disaggregated": True},
    ],
)
def test_what_does_not_count_people_may_be_small(indicator):
    assert counted(a_figure(1, "2017", 3), **indicator) == []


@pytest.mark.parametrize(
    "indicator",
    [
        {"unit_of_measure": "individer"},
        {"unit_of_measure": "st", "name": "Antal placerade barn"},
        {"unit_of_measure": "", "name": "Antalet unga vuxna"},
        {"unit_of_measure": "antal", "is_sex_disaggregated": True},
    ],
)
def test_people_are_known_by_unit_name_or_sex(indicator):
    assert [finding.rule for finding in counted(a_figure(1, "2017", 3), **indicator)] == ["small_count"]


def test_a_share_of_few_is_told_with_its_counts():
    (finding,) = counted(a_figure(1, "2017", 12, numerator=3, denominator=25), unit_of_measure="%", decimals=0)
    assert finding.message.endswith("2017: 12\u00a0% (3 av 25).")


def test_figures_that_no_section_shows_do_not_matter():
    assert counted(a_figure(1, "2017", 3), sections=("goal_matrix",)) == []


def test_men_who_are_what_is_left():
    (finding,) = counted(a_figure(1, "2017", 20), a_figure(1, "2017", 17, sex="women"))
    assert finding.rule == "computable_small_count"
    assert finding.message == "Indikator 7: färre än 5 personer går att räkna fram. 2017, män: 20 − 17 = 3."


def test_a_unit_that_is_what_is_left():
    (finding,) = counted(
        a_figure(1, "2017", 20), a_figure(1, "2017", 18, unit_id=1), unit_ids=(1, 2), is_sex_disaggregated=False
    )
    assert finding.message.endswith("2017, IFO: 20 − 18 = 2.")


def test_what_is_left_may_be_many():
    assert counted(a_figure(1, "2017", 40), a_figure(1, "2017", 17, sex="women")) == []


def test_an_indicator_that_hides_small_counts_has_no_finding():
    assert counted(a_figure(1, "2017", 3), suppresses_small_counts=True) == []


def hiding(*answers):
    sections = ("indicator_table", "goal_table")
    figure = a_figure(1, "2017", 3, unit_id=1)
    return counted(figure, sections=sections, answers=answers, suppresses_small_counts=True)


@pytest.mark.parametrize("words", ["Det gäller 3 personer.", "Det gäller tre personer."])
def test_a_hidden_count_that_the_text_says(words):
    answers = (an_answer(1, 1, comment=f"<p>Bra år. {words}</p>"),)
    (finding,) = hiding(*answers)
    assert (finding.rule, finding.severity, finding.where) == ("hidden_count_in_text", Severity.WARNING, "Mål 1, AFI")
    assert finding.message == f"{finding.where}: Texten säger det som indikator 7 döljer (2017, AFI): ”{words}”."


@pytest.mark.parametrize(
    "words",
    [
        "Det gäller 30 personer.",
        "Den 3/8 kom personer.",
        "Det gäller 3 boenden.",
        "Det är 3,5 personer.",
        "3 procent av personerna",
    ],
)
def test_other_numbers_give_nothing_away(words):
    answers = (an_answer(1, 1, comment=f"<p>{words}</p>"),)
    assert hiding(*answers) == []
