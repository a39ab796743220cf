"""What was promised and is not done is told with both days, and so is what is promised now without a time."""

from dataclasses import replace
from datetime import date

import pytest

from reports.build.part_facts import SectionFact
from reports.checks.finding import Severity
from reports.checks.promised import promised
from tests.checks.scopes import a_promise, a_scope
from tests.reports.facts import a_goal_fact, an_answer, an_assignment_fact, an_indicator_fact

BEFORE = date(2017, 4, 30)
ANSWERED = (an_answer(1, 1),)


def told(*promises, **overrides):
    facts = {"promises": promises, "earlier_as_of": BEFORE, "goals": (a_goal_fact(1),), "assessments": ANSWERED}
    return list(promised(a_scope(**facts | overrides)))


def rules(*promises, **overrides):
    return [finding.rule for finding in told(*promises, **overrides)]


LATE = a_promise("Anställa två handläggare senast den 30 juni 2017.")


def test_a_promise_past_its_day_of_which_nothing_is_said():
    (finding,) = told(LATE)
    assert (finding.rule, finding.severity, finding.where) == ("promise_past_its_date", Severity.WARNING, "Mål 1, AFI")
    assert finding.message == (
        "AFI lovade den 30 april 2017 för mål 1: ”Anställa två handläggare senast den 30 juni 2017”. Det skulle vara "
        "gjort den 30 juni 2017. Den 31 augusti 2017 står det inte vad som blev av det."
    )


def test_a_promise_that_goes_on_past_its_day():
    (finding,) = told(replace(LATE, outcome="continues"))
    assert finding.rule == "promise_past_its_date"
    assert finding.message.endswith("Den 31 augusti 2017 fortsätter åtgärden, utan nytt datum.")


@pytest.mark.parametrize("outcome", ["done", "dropped"])
def test_what_is_done_or_dropped_is_accounted_for(outcome):
    assert rules(replace(LATE, outcome=outcome)) == []


def test_a_new_day_to_come_is_an_account():
    assert rules(replace(LATE, outcome="continues", comment="Klart i november.")) == []
    assert rules(replace(LATE, outcome="continues", comment="Skulle ha varit klart i juni 2017.")) != []


def test_a_promise_whose_day_has_not_come_is_noted_once_for_each_answer():
    (finding,) = told(a_promise("Anställa två före årsskiftet."), a_promise("Se över telefontiderna"))
    assert (finding.rule, finding.severity) == ("promise_untold", Severity.NOTE)
    assert finding.message == (
        "AFI har inte sagt vad som blev av 2 åtgärder för mål 1, den första ”Anställa två före årsskiftet”."
    )
    assert rules(a_promise("Se över telefontiderna", outcome="continues")) == []
    (single,) = told(a_promise("Se över telefontiderna"))
    assert single.message == "AFI har inte sagt vad som blev av åtgärden ”Se över telefontiderna” för mål 1."


def test_promises_of_what_is_not_shown_or_not_answered_are_not_asked_for():
    assert rules(LATE, sections=()) == []
    assert rules(LATE, assessments=()) == []
    assert rules(LATE, assessments=(an_answer(1, 1, state="draft"),)) == []
    assert rules(LATE, earlier_as_of=None) == []
    assert rules(LATE, as_of=None) == []
    assert rules(a_promise(LATE.promise, goal_id=None, indicator_id=77)) == []


def test_a_promise_for_an_indicator():
    follow_up = (SectionFact(1, 1, "Mål", "goal_follow_up", ""),)
    facts = {"sections": follow_up, "indicators": (an_indicator_fact(7, name="Väntetid", is_assessed=True),)}
    promise = a_promise(LATE.promise, goal_id=None, indicator_id=7, unit_id=None)
    (finding,) = told(promise, assessments=(an_answer(None, None, indicator_id=7),), **facts)
    assert finding.message.startswith("Nämnden lovade den 30 april 2017 för indikator Väntetid")


ACTIVITIES = (SectionFact(1, 1, "Uppdrag", "assignment_table", ""),)


def assignments(answer=None, **overrides):
    assignment = an_assignment_fact(5, **{"due_on": date(2017, 6, 30)} | overrides)
    answers = (answer,) if answer else ()
    return told(assignments=(assignment,), assessments=answers, sections=ACTIVITIES, plan_from=2017)


def of_assignment(status, **overrides):
    return an_answer(None, None, status, **{"assignment_id": 5, "comment": ""} | overrides)


def test_an_assignment_past_its_day():
    (finding,) = assignments(of_assignment("ongoing"))
    assert (finding.rule, finding.severity) == ("assignment_past_its_date", Severity.WARNING)
    assert finding.message == "Uppdrag 5 skulle vara klart den 30 juni 2017. Den 31 augusti 2017 är läget ”Pågår”."
    (silent,) = assignments()
    assert silent.message.endswith("Den 31 augusti 2017 står det inte hur det går.")
    (worded,) = assignments(of_assignment("ongoing", status_words="Påbörjad"))
    assert "läget ”Påbörjad”" in worded.message


@pytest.mark.parametrize("status", ["completed", "not_completed", "ended"])
def test_a_finished_assignment_is_finished(status):
    assert assignments(of_assignment(status)) == []


@pytest.mark.parametrize(("due", "is_late"), [((2017, 8, 31), True), ((2017, 9, 1), False)])
def test_an_assignment_is_late_from_its_day(due, is_late):
    assert bool(assignments(of_assignment("ongoing"), due_on=date(*due))) == is_late


def test_an_assignment_that_is_said_to_be_late_needs_a_new_day():
    assert assignments(of_assignment("delayed")) != []
    assert assignments(of_assignment("delayed", comment="<p>Klart i november.</p>")) == []
    assert assignments(of_assignment("ongoing", comment="<p>Klart i november.</p>")) != []


@pytest.mark.parametrize(("words", "is_late"), [("före sommaren", True), ("under 2017", False), ("löpande", False)])
def test_the_plans_words_for_a_day(words, is_late):
    assert bool(assignments(of_assignment("ongoing"), due_on=None, due_words=words)) == is_late


def owing(measure, unit_id=1, status="partly_achieved", **goal):
    answer = an_answer(1, unit_id, status, cause="<p>Sjukdom.</p>", measure=measure)
    return told(assessments=(answer,), goals=(a_goal_fact(1, **goal),))


def test_a_measure_without_a_time_is_noted_once_for_each_who_answers():
    (finding,) = owing("<p>Se över telefontiderna.</p>")
    assert (finding.rule, finding.severity, finding.where) == ("measure_without_date", Severity.NOTE, "AFI")
    assert finding.message == "AFI skriver en åtgärd utan att säga när den ska vara gjord, för mål 1."
    answers = tuple(
        an_answer(number, 1, "not_achieved", cause="<p>A</p>", measure="<p>Vi ser över det.</p>")
        for number in range(1, 6)
    )
    (several,) = told(assessments=answers, goals=tuple(a_goal_fact(number) for number in range(1, 6)))
    assert several.message == (
        "AFI skriver 5 åtgärder utan att säga när de ska vara gjorda, för mål 1, mål 2, mål 3 och 2 till."
    )


@pytest.mark.parametrize(
    "measure",
    [
        "<p>Klart i november.</p>",
        "<p>Följs löpande.</p>",
        "<p>Tas upp på höstens möte.</p>",
        "<p>Arbetet fortsätter.</p>",
    ],
)
def test_a_measure_that_says_when_is_whole(measure):
    assert owing(measure) == []


def test_a_measure_that_is_not_owed_or_not_there_is_no_matter_of_this():
    assert owing("<p>Se över.</p>", status="achieved") == []
    assert owing("<p> </p>") == []


def test_a_measure_that_is_nobodys():
    (finding,) = owing("<p>Nya rutiner i november.</p>", unit_id=None, unit_ids=())
    assert (finding.rule, finding.severity) == ("measure_without_anybody", Severity.NOTE)
    assert finding.message == "En åtgärd säger inte vem som ska göra den, för mål 1."
    assert owing("<p>Avdelningschefen tar fram rutiner i november.</p>", unit_id=None, unit_ids=()) == []
    assert owing("<p>Nya rutiner i november.</p>", unit_id=None, unit_ids=(), responsible=("Chef",)) == []
    assert owing("<p>Nya rutiner i november.</p>", unit_id=None, unit_ids=(1,)) == []
    assert owing("<p>Nya rutiner i november.</p>", unit_ids=()) == []
