"""The committee's own status is no better than the best of its units', or somebody is told."""

import pytest

from goals.brightness import brightness, is_brighter_than_all
from reports.checks.finding import Severity
from reports.checks.judgements import judgements
from tests.checks.scopes import a_scope
from tests.reports.facts import a_goal_fact, an_answer


def found(own, *units, **overrides):
    answers = [an_answer(1, number, status) for number, status in enumerate(units, start=1)]
    facts = {"goals": (a_goal_fact(1),), "assessments": (*answers, an_answer(1, None, own))}
    return list(judgements(a_scope(**facts | overrides)))


def test_a_committee_that_judges_better_than_every_unit():
    (finding,) = found("achieved", "partly_achieved", "not_achieved")
    assert (finding.rule, finding.severity) == ("committee_better_than_units", Severity.WARNING)
    assert (finding.where, finding.place.unit_id) == ("Mål 1", None)
    assert finding.message == (
        "Nämnden bedömer mål 1 som ”Målet är uppnått”, bättre än alla enheter: AFI ”Målet är delvis uppnått”, "
        "IFO ”Målet är inte uppnått”."
    )


@pytest.mark.parametrize(
    ("own", "units"),
    [
        ("achieved", ["achieved", "not_achieved"]),
        ("partly_achieved", ["partly_achieved", "partly_achieved"]),
        ("not_achieved", ["achieved", "achieved"]),
        ("achieved", ["not_assessable", "not_assessable"]),
        ("achieved", []),
        ("not_assessable", ["not_achieved"]),
    ],
)
def test_as_good_as_the_best_is_well(own, units):
    assert found(own, *units) == []


def test_a_unit_that_has_not_handed_in_says_nothing():
    draft = an_answer(1, 2, "achieved", state="draft")
    answers = (an_answer(1, 1, "not_achieved"), draft, an_answer(1, None, "partly_achieved"))
    assert [finding.rule for finding in found("", assessments=answers)] == ["committee_better_than_units"]


def test_many_units_are_counted():
    answers = (*(an_answer(1, 1, "not_achieved") for _ in range(9)), an_answer(1, None, "achieved"))
    (finding,) = found("", assessments=answers)
    assert finding.message.endswith("och 3 till.")


@pytest.mark.parametrize(("status", "value"), [("not_achieved", 1), ("not_assessable", 0), ("", 0), ("okänt", 0)])
def test_what_is_not_judged_has_no_brightness(status, value):
    assert brightness(status) == value
    assert not is_brighter_than_all(status, ["not_achieved"])
