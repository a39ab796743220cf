"""Targets that were moved or ask for nothing, indicators without outcome, owner or sexes, and figures that leap."""

from datetime import date
from decimal import Decimal

import pytest

from reports.checks.finding import About, Severity
from reports.checks.measured import measured
from tests.checks.scopes import a_scope, a_target_change
from tests.reports.facts import a_figure, a_goal_fact, a_target_fact, an_answer, an_indicator_fact

SHARE = an_indicator_fact(1, name="Nöjda", unit_of_measure="%", decimals=0, desired_direction="increase")
CHANGE = a_target_change(before=Decimal(80), after=Decimal(70))
YEAR_END = date(2017, 12, 31)


def found(**overrides):
    facts = {"goals": (a_goal_fact(1),), "indicators": (SHARE,)}
    return list(measured(a_scope(**facts | overrides)))


def rules(**overrides):
    return [finding.rule for finding in found(**overrides)]


def changed(*changes, **overrides):
    return found(target_changes=changes, **overrides)


def test_a_clean_plan_has_no_findings():
    assert found(targets=(a_target_fact(1, 2017, 80),), measurements=(a_figure(1, "2017T2", 70),)) == []


def test_a_target_that_was_changed_after_the_year_began():
    (finding,) = changed(CHANGE)
    assert (finding.rule, finding.severity) == ("target_changed", Severity.WARNING)
    assert (finding.where, finding.place.about) == ("Indikator Nöjda", About.TARGET)
    assert finding.message.replace("\xa0", " ") == (
        "Målvärdet för 2017 ändrades den 1 maj 2017, när året hade börjat, från 80 % till 70 % för indikator Nöjda."
    )


@pytest.mark.parametrize(("day", "is_found"), [((2016, 12, 31), False), ((2017, 1, 1), True), ((2017, 11, 5), True)])
def test_the_year_begins_on_its_first_day(day, is_found):
    change = a_target_change(before=Decimal(80), after=Decimal(70), changed_on=date(*day))
    assert bool(changed(change)) == is_found


def test_changes_of_one_target_are_told_as_one_and_what_was_changed_back_is_not():
    again = a_target_change(before=Decimal(70), after=Decimal(60), changed_on=date(2017, 8, 1))
    (finding,) = changed(CHANGE, again)
    assert "den 1 augusti 2017, när året hade börjat, från 80\xa0% till 60\xa0%" in finding.message
    back = a_target_change(before=Decimal(70), after=Decimal(80), changed_on=date(2017, 8, 1))
    assert changed(CHANGE, back) == []


def test_a_target_in_words_a_range_and_one_that_was_removed():
    words = a_target_change(before=None, after=None, before_words="alla", after_words="de flesta")
    assert "från ”alla” till ”de flesta”" in changed(words)[0].message
    span = a_target_change(before=Decimal(80), before_high=Decimal(90), after=Decimal(70), after_words="minst")
    assert "från 80–90\xa0% till 70\xa0% (”minst”)" in changed(span)[0].message
    (gone,) = changed(a_target_change(before=Decimal(80), after=None, sex="women", unit_id=1))
    assert gone.message.replace("\xa0", " ") == (
        "Målvärdet 80 % för 2017 togs bort den 1 maj 2017, när året hade börjat, för indikator Nöjda (AFI, kvinnor)."
    )


def test_a_target_of_a_goal_can_be_changed_too():
    change = a_target_change(indicator_id=None, goal_id=1, before=Decimal(80), after=Decimal(70))
    (finding,) = changed(change)
    assert finding.message.endswith("från 80 till 70 för mål 1.")


def test_a_goal_that_is_a_number_by_its_name_and_a_share_by_its_description():
    goal = a_goal_fact(1, number="", name="Antalet hushåll minskar.", description="<p>Andelen hushåll minskar.</p>")
    (finding,) = found(goals=(goal,), indicators=())
    assert (finding.rule, finding.severity, finding.place.about) == ("count_or_share", Severity.WARNING, About.PLAN)
    assert finding.message == "Mål heter ”Antalet hushåll minskar”, men beskrivs som ”Andelen hushåll minskar”."


@pytest.mark.parametrize("description", ["", "<p>Antal hushåll.</p>", "<p>Andel barn.</p>", "<p>Hushållens andel.</p>"])
def test_a_description_that_agrees_or_speaks_of_something_else(description):
    goal = a_goal_fact(1, name="Antalet hushåll minskar.", description=description)
    assert found(goals=(goal,), indicators=()) == []


@pytest.mark.parametrize(
    ("name", "unit", "is_found"),
    [
        ("Antal hushåll", "%", True),
        ("Andel hushåll", "hushåll", True),
        ("Antal hushåll", "hushåll", False),
        ("Andel hushåll", "%", False),
        ("Antal hushåll", "", False),
        ("Antal hushåll (%)", "%", False),
        ("Antal hushåll av andelen", "%", False),
    ],
)
def test_an_indicator_that_is_called_a_number_and_measured_as_a_share(name, unit, is_found):
    indicator = an_indicator_fact(1, name=name, unit_of_measure=unit, responsible=("Chef",))
    messages = [each.message for each in found(indicators=(indicator,)) if each.rule == "count_or_share"]
    assert messages == ([f"Indikator {name} har måttenheten ”{unit}”."] if is_found else [])


def test_changes_of_other_years_of_what_is_not_shown_and_first_targets_are_no_matter():
    assert changed(a_target_change(before=Decimal(80), after=Decimal(70), year=2018)) == []
    assert changed(CHANGE, sections=()) == []
    assert changed(a_target_change(before=None, after=Decimal(70))) == []
    assert changed(CHANGE, as_of=None) == []


LAST = (a_figure(1, "2016", 80), a_figure(1, "2017T2", 79))


def test_a_target_that_is_last_years_outcome():
    (finding,) = found(targets=(a_target_fact(1, 2017, 80),), measurements=LAST)
    assert (finding.rule, finding.severity) == ("target_equals_last_outcome", Severity.NOTE)
    assert finding.message.replace("\xa0", " ") == (
        "Målvärdet för 2017 är 80 % för indikator Nöjda. Utfallet 2016 var också 80 %, och värdet ska öka."
    )


@pytest.mark.parametrize(
    ("target", "direction", "last"),
    [
        (81, "increase", 80),
        (80, "maintain", 80),
        (80, "", 80),
        (100, "increase", 100),
        (0, "decrease", 0),
    ],
)
def test_a_target_that_asks_for_something_or_cannot_be_bettered(target, direction, last):
    indicator = an_indicator_fact(1, unit_of_measure="%", desired_direction=direction)
    figures = (a_figure(1, "2016", last), a_figure(1, "2017T2", last))
    assert rules(indicators=(indicator,), targets=(a_target_fact(1, 2017, target),), measurements=figures) == []


def test_a_count_has_no_upper_end():
    indicator = an_indicator_fact(1, unit_of_measure="platser", desired_direction="increase")
    figures = (a_figure(1, "2016", 100), a_figure(1, "2017T2", 70))
    given = {"indicators": (indicator,), "measurements": figures}
    assert rules(targets=(a_target_fact(1, 2017, 100),), **given) == ["target_equals_last_outcome"]


@pytest.mark.parametrize(
    "target",
    [
        a_target_fact(1, 2017, 80, measured_against="change"),
        a_target_fact(1, 2017, 80, value_high=Decimal(90)),
        a_target_fact(1, 2016, 80),
        a_target_fact(1, 2017, 80, sex="women"),
    ],
)
def test_only_a_single_value_of_the_year_for_the_same_series_is_compared(target):
    assert rules(targets=(target,), measurements=LAST) == []


def test_parts_of_last_year_are_no_outcome_of_the_year():
    assert rules(targets=(a_target_fact(1, 2017, 80),), measurements=(a_figure(1, "2016T2", 80), LAST[1])) == []


def test_a_target_without_outcome_at_the_years_end():
    (finding,) = found(targets=(a_target_fact(1, 2017, 80),), as_of=YEAR_END)
    assert (finding.rule, finding.severity) == ("target_without_outcome", Severity.WARNING)
    assert finding.place.about == About.OUTCOME
    assert finding.message.replace("\xa0", " ") == (
        "Indikator Nöjda har målvärdet ”80 %” för 2017 men inget utfall, och det står inte varför."
    )


@pytest.mark.parametrize("month", [1, 8, 11])
def test_before_the_years_end_it_is_noted(month):
    (finding,) = found(targets=(a_target_fact(1, 2017, 80),), as_of=date(2017, month, 28))
    assert (finding.rule, finding.severity) == ("target_without_outcome_yet", Severity.NOTE)


@pytest.mark.parametrize(
    "figure",
    [
        a_figure(1, "2017", 1),
        a_figure(1, "2017", 0),
        a_figure(1, "2017", None, words="bra"),
        a_figure(1, "2017", None, missing_reason="non_response"),
        a_figure(1, "2017T1", 1, unit_id=2),
    ],
)
def test_a_figure_words_or_a_reason_is_an_outcome(figure):
    assert rules(targets=(a_target_fact(1, 2017, 80),), measurements=(figure,), as_of=YEAR_END) == []


def test_figures_of_last_year_are_none_of_this():
    given = {"targets": (a_target_fact(1, 2017, 80),), "measurements": (a_figure(1, "2016", 71),)}
    assert rules(**given, as_of=YEAR_END) == ["target_without_outcome"]


def test_what_is_measured_once_a_year_is_not_asked_for_before_its_end():
    yearly = an_indicator_fact(1, frequency="year")
    given = {"indicators": (yearly,), "targets": (a_target_fact(1, 2017, 80),)}
    assert rules(**given) == []
    assert rules(**given, as_of=YEAR_END) == ["target_without_outcome"]


def test_a_target_in_words_is_answered_by_a_judgement():
    words = {"targets": (a_target_fact(1, 2017, None, words="alla skolor"),)}
    answer = an_answer(None, 1, "achieved", indicator_id=1)
    assert rules(**words) == ["target_without_outcome_yet"]
    assert rules(**words, assessments=(answer,)) == []
    assert rules(targets=(a_target_fact(1, 2017, 80),), assessments=(answer,)) == ["target_without_outcome_yet"]
    assert rules(targets=(a_target_fact(1, 2017, None, words="-"),)) == []


@pytest.mark.parametrize(("value", "last", "is_leap"), [(80, 10, True), (79, 10, False), (1, 8, True), (0, 10, False)])
def test_an_outcome_that_leaps(value, last, is_leap):
    figures = (a_figure(1, "2016T2", last), a_figure(1, "2017T2", value))
    assert bool(found(measurements=figures)) == is_leap


def test_a_leap_is_told_with_both_figures_and_periods():
    cost = an_indicator_fact(1, name="Kostnad", unit_of_measure="mnkr", decimals=1)
    figures = (a_figure(1, "2016T2", 13, unit_id=1), a_figure(1, "2017T2", 15300, unit_id=1))
    (finding,) = found(indicators=(cost,), measurements=figures)
    assert (finding.rule, finding.severity, finding.place.period) == ("outcome_leaps", Severity.WARNING, "2017T2")
    assert finding.message.replace("\xa0", " ") == (
        "Indikator Kostnad (AFI): 15 300,0 för tertial 2 2017, men 13,0 för tertial 2 2016."
    )


def test_a_leap_is_from_the_last_figure_of_as_many_months():
    assert rules(measurements=(a_figure(1, "2016", 10), a_figure(1, "2017T2", 90))) == []
    assert rules(measurements=(a_figure(1, "2017T1", 10), a_figure(1, "2017T2", 90))) == ["outcome_leaps"]
    assert rules(measurements=(a_figure(1, "2014T2", 10), a_figure(1, "2017T2", 90))) == ["outcome_leaps"]
    assert rules(measurements=(a_figure(1, "2016T2", 10, sex="men"), a_figure(1, "2017T2", 90))) == []
    assert rules(measurements=(a_figure(1, "2015T2", 10), a_figure(1, "2016T2", 90))) == []


def test_indicators_that_nobody_answers_for_are_told_of_together():
    nobody = (a_goal_fact(1, unit_ids=()),)
    four = tuple(an_indicator_fact(number, name=f"Mått {number}") for number in range(1, 5))
    (finding,) = found(goals=nobody, indicators=four)
    assert (finding.rule, finding.severity, finding.where) == ("indicator_without_owner", Severity.NOTE, "Planen")
    assert (finding.place.about, finding.place.subject) == (About.PLAN, ("indicator", 1))
    assert finding.message == ("4 indikatorer har ingen som svarar för dem: ”Mått 1”, ”Mått 2”, ”Mått 3” och 1 till.")
    (one,) = found(goals=nobody)
    assert one.message == "1 indikator har ingen som svarar för den: ”Nöjda”."


def test_a_unit_or_somebody_named_on_the_indicator_or_its_goal_answers_for_it():
    nobody = (a_goal_fact(1, unit_ids=()),)
    assert rules(goals=nobody, indicators=(an_indicator_fact(1, responsible=("Controller",)),)) == []
    assert rules(goals=nobody, indicators=(an_indicator_fact(1, unit_ids=(1,)),)) == []
    assert rules(goals=(a_goal_fact(1, unit_ids=(), responsible=("Chef",)),)) == []
    assert rules(goals=(a_goal_fact(1, unit_ids=(1,)),)) == []


def test_indicators_that_count_people_without_sexes_are_told_of_together():
    people = an_indicator_fact(1, name="Placerade", unit_of_measure="personer")
    other = an_indicator_fact(2, name="Andel nöjda brukare", unit_of_measure="%")
    (finding,) = found(indicators=(people, other))
    assert (finding.rule, finding.severity) == ("people_not_by_sex", Severity.NOTE)
    assert finding.message == (
        "2 indikatorer räknar personer utan att dela upp på kvinnor och män: ”Placerade”, ”Andel nöjda brukare”."
    )
    by_sex = an_indicator_fact(1, unit_of_measure="personer", is_sex_disaggregated=True)
    assert rules(indicators=(by_sex,)) == []
    assert rules(indicators=(people,), measurements=(a_figure(1, "2017T2", 5, sex="women"),)) == []
