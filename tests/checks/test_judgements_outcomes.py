"""A status is held against what the figures say, with the numbers."""

from datetime import date
from decimal import Decimal

import pytest

from reports.build.part_facts import SectionFact
from reports.checks.finding import Severity
from reports.checks.judgements import judgements
from tests.checks.scopes import a_scope
from tests.reports.facts import a_figure, a_goal_fact, a_target_fact, an_answer, an_indicator_fact

GOAL = a_goal_fact(1, unit_ids=(1,))
SHARE = an_indicator_fact(1, name="Nöjda", unit_of_measure="%", decimals=0, desired_direction="increase", unit_ids=(1,))
DAYS = an_indicator_fact(2, name="Väntetid", unit_of_measure="dagar", decimals=0, desired_direction="decrease")
AT_80 = a_target_fact(1, 2017, 80)


def found(status, value, *, indicator=SHARE, target=AT_80, unit_id=1, period="2017T2", more=(), **overrides):
    figures = (a_figure(indicator.id, period, value, unit_id=unit_id), *more) if value is not None else more
    facts = {
        "goals": (GOAL,),
        "indicators": (indicator,),
        "targets": (target,),
        "measurements": figures,
        "assessments": (an_answer(1, unit_id, status),),
    }
    return list(judgements(a_scope(**facts | overrides)))


def rules(*args, **kwargs):
    return [finding.rule for finding in found(*args, **kwargs)]


def test_achieved_though_the_figures_are_far_from_the_target():
    (finding,) = found("achieved", 61)
    assert (finding.rule, finding.severity) == ("status_brighter_than_outcomes", Severity.WARNING)
    assert (finding.where, finding.place.subject, finding.place.unit_id) == ("Mål 1, AFI", ("goal", 1), 1)
    assert finding.message.replace("\xa0", " ") == (
        "AFI bedömer mål 1 som ”Målet är uppnått”, men utfallen talar för ”Målet är inte uppnått”: "
        "Nöjda är 61 % mot målet minst 80 %."
    )


def test_not_achieved_though_the_figures_reach_the_target():
    (finding,) = found("not_achieved", 80)
    assert (finding.rule, finding.severity) == ("status_darker_than_outcomes", Severity.WARNING)


@pytest.mark.parametrize(
    ("status", "value", "expected"),
    [
        ("achieved", 80, []),
        ("achieved", "79.6", []),
        ("achieved", 79, ["status_beside_outcomes"]),
        ("achieved", 78, ["status_beside_outcomes"]),
        ("achieved", 77, ["status_brighter_than_outcomes"]),
        ("partly_achieved", 78, []),
        ("partly_achieved", 77, ["status_beside_outcomes"]),
        ("partly_achieved", 80, ["status_beside_outcomes"]),
        ("not_achieved", 77, []),
        ("not_achieved", 79, ["status_beside_outcomes"]),
        ("not_assessable", 80, []),
        ("", 10, []),
        ("achieved", None, []),
    ],
)
def test_how_far_a_status_is_from_the_figures(status, value, expected):
    assert rules(status, value) == expected


@pytest.mark.parametrize(("value", "expected"), [(30, []), (31, ["status_beside_outcomes"]), (40, None)])
def test_the_lower_the_better(value, expected):
    rule = ["status_brighter_than_outcomes"] if expected is None else expected
    assert rules("achieved", value, indicator=DAYS, target=a_target_fact(2, 2017, 30)) == rule


@pytest.mark.parametrize(("value", "status"), [(80, "achieved"), (90, "achieved"), (95, "not_achieved")])
def test_a_range_has_two_ends(value, status):
    upkeep = an_indicator_fact(1, unit_of_measure="%", decimals=0, desired_direction="maintain")
    target = a_target_fact(1, 2017, 80, value_high=Decimal(90))
    assert rules(status, value, indicator=upkeep, target=target) == []
    assert rules("achieved" if status != "achieved" else "not_achieved", value, indicator=upkeep, target=target) != []


def test_a_yearly_change_is_counted_from_the_same_months_of_the_year_before():
    target = a_target_fact(2, 2017, -10, measured_against="change_percent")
    before = (a_figure(2, "2016T2", 50, unit_id=1), a_figure(2, "2016", 200, unit_id=1))
    assert rules("achieved", 45, indicator=DAYS, target=target, more=before) == []
    (finding,) = found("achieved", 55, indicator=DAYS, target=target, more=before)
    assert finding.rule == "status_brighter_than_outcomes"
    assert "55\xa0dagar mot 50\xa0dagar året före och målet −10\xa0% mot föregående år" in finding.message
    assert rules("achieved", 55, indicator=DAYS, target=target) == []


def test_a_target_that_is_shown_in_words_is_still_a_number():
    target = a_target_fact(1, 2017, 80, words="minst fyra av fem")
    assert rules("achieved", 61, target=target) == ["status_brighter_than_outcomes"]
    assert rules("achieved", 61, target=a_target_fact(1, 2017, None, words="minst fyra av fem")) == []


def test_a_count_for_all_is_not_held_against_one_unit_of_several():
    places = an_indicator_fact(1, unit_of_measure="platser", desired_direction="increase")
    goals = (a_goal_fact(1, unit_ids=(1, 2)),)
    both = {"indicator": places, "period": "2017", "as_of": date(2017, 12, 31)}
    assert rules("achieved", 10, goals=goals, **both) == []
    assert rules("achieved", 10, goals=(GOAL,), **both) == ["status_brighter_than_outcomes"]
    own = a_target_fact(1, 2017, 80, unit_id=1)
    assert rules("achieved", 10, goals=goals, target=own, **both) == ["status_brighter_than_outcomes"]


@pytest.mark.parametrize("unit", ["platser", "antal", "mnkr", "tkr", "kronor"])
def test_what_grows_through_the_year_is_not_held_against_the_years_target_before_its_end(unit):
    growing = an_indicator_fact(1, unit_of_measure=unit, desired_direction="increase")
    assert rules("achieved", 40, indicator=growing, period="2017-01..2017-08") == []
    late = {"period": "2017", "as_of": date(2017, 12, 31)}
    assert rules("achieved", 40, indicator=growing, **late) == ["status_brighter_than_outcomes"]


def test_the_committees_figure_is_that_of_the_unit_which_answers_alone():
    committees = (a_figure(1, "2017T2", 61),)
    assert rules("achieved", None, more=committees) == ["status_brighter_than_outcomes"]
    shared = an_indicator_fact(1, unit_of_measure="%", decimals=0, desired_direction="increase", unit_ids=(1, 2))
    assert rules("achieved", None, indicator=shared, more=committees) == []


def test_the_committees_own_status_is_held_against_its_own_figures():
    (finding,) = found("achieved", 61, unit_id=None)
    assert finding.message.startswith("Nämnden bedömer mål 1")
    others = an_indicator_fact(1, unit_of_measure="%", decimals=0, desired_direction="increase", unit_ids=(1, 2))
    assert rules("achieved", None, indicator=others, unit_id=None, more=(a_figure(1, "2017T2", 61, unit_id=1),)) == []


def test_what_has_no_figure_may_make_a_judgement_darker_but_never_a_whole_of_it():
    other = an_indicator_fact(9, name="Bemötande", unit_of_measure="%", desired_direction="increase")
    indicators = (SHARE, other)
    targets = (AT_80, a_target_fact(9, 2017, 80))
    for status in ("partly_achieved", "not_achieved"):
        assert rules(status, 85, indicators=indicators, targets=targets) == []
    assert rules("achieved", 61, indicators=indicators, targets=targets) == ["status_brighter_than_outcomes"]
    missing = (a_figure(1, "2017T2", None, unit_id=1, submeasure="Telefon", missing_reason="not_yet"),)
    assert rules("partly_achieved", 85, more=missing) == []


def test_figures_of_other_years_and_of_what_came_after_say_nothing():
    assert rules("achieved", 61, period="2016T2") == []
    later = (a_figure(1, "2017", 85, unit_id=1),)
    assert rules("achieved", 61, more=later, is_superseded=True) == ["status_brighter_than_outcomes"]
    assert rules("achieved", 61, as_of=None) == []


def test_an_indicator_that_is_judged_by_itself():
    answer = an_answer(None, 1, "achieved", indicator_id=1)
    sections = (SectionFact(1, 1, "Mål", "goal_follow_up", ""),)
    (finding,) = found("achieved", 61, assessments=(answer,), sections=sections)
    assert (finding.where, finding.place.subject) == ("Indikator Nöjda, AFI", ("indicator", 1))
    assert rules("achieved", 61, assessments=(answer,)) == []


@pytest.mark.parametrize("state", ["draft", "returned"])
def test_what_is_not_in_the_report_is_not_judged(state):
    assert rules("achieved", 61, assessments=(an_answer(1, 1, "achieved", state=state),)) == []
    assert rules("achieved", 61, sections=()) == []
