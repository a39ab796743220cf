"""What is missing is found, and what is there is not complained of."""

from dataclasses import replace

import pytest

from reports.build.part_facts import SectionFact
from reports.checks import Severity
from reports.checks.completeness import completeness
from tests.checks.scopes import a_scope
from tests.reports.facts import a_goal_fact, an_answer, an_indicator_fact, some_facts


def rules(**overrides):
    overrides.setdefault("goals", (a_goal_fact(1, unit_ids=(1,)),))
    return [finding.rule for finding in completeness(a_scope(**overrides))]


def test_a_complete_report_has_no_findings():
    assert rules(assessments=(an_answer(1, 1),)) == []


def test_a_unit_that_has_not_answered():
    (finding,) = completeness(a_scope(goals=(a_goal_fact(1, unit_ids=(1,)),)))
    assert (finding.rule, finding.severity, finding.where) == ("missing_answer", Severity.WARNING, "Mål 1, AFI")
    assert finding.message == "AFI har inte svarat på mål 1."
    assert (finding.place.subject, finding.place.unit_id) == (("goal", 1), 1)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (an_answer(1, 1, state="draft"), ["unfinished_answer"]),
        (an_answer(1, 1, state="returned"), ["unfinished_answer"]),
        (an_answer(1, 1, state="ready"), ["unapproved_answer"]),
        (an_answer(1, 1, ""), ["missing_status"]),
        (an_answer(1, 1, "not_achieved"), ["missing_cause"]),
        (an_answer(1, 1, "not_achieved", cause="<p>A</p>", measure="<p>B</p>"), []),
    ],
)
def test_an_answer_that_is_not_whole(answer, expected):
    assert rules(assessments=(answer,)) == expected


def test_what_is_owed_is_named_by_the_plans_own_words():
    words = replace(some_facts().words, cause="Förklaring", measure="Insats")
    goals = (a_goal_fact(1, unit_ids=(1,)),)
    (finding,) = completeness(a_scope(goals=goals, words=words, assessments=(an_answer(1, 1, "not_achieved"),)))
    assert finding.message == "Förklaring eller insats saknas från AFI för mål 1, som inte är helt uppnått."


def test_a_goal_that_the_committee_should_judge_itself():
    goal = a_goal_fact(1, unit_ids=(), is_judged_by_committee=True)
    assert rules(goals=(goal,)) == ["no_committee_assessment"]
    assert rules(goals=(goal,), assessments=(an_answer(1, None),)) == []


def test_a_committees_own_draft_is_not_left_out_in_silence():
    goal = a_goal_fact(1, unit_ids=())
    assert rules(goals=(goal,), assessments=(an_answer(1, None, state="draft"),)) == ["unfinished_committee_assessment"]


def test_sections():
    assert rules(sections=()) == ["no_sections"]
    assert rules(sections=(SectionFact(1, 1, "Inledning", "text", "<p> </p>"),)) == ["empty_section"]


def test_a_report_without_goals_in_it_asks_for_no_answers():
    text = SectionFact(1, 1, "Inledning", "text", "<p>Text.</p>")
    assert rules(sections=(text,)) == []
    assert rules(sections=(text, SectionFact(2, 1, "", "page_break", ""))) == []


def test_a_heading_over_sections_of_a_lower_level_needs_no_text():
    heading, below = SectionFact(1, 1, "Ekonomi", "text", ""), SectionFact(2, 2, "Utfall", "text", "<p>Text.</p>")
    assert rules(sections=(heading, below)) == []
    assert rules(sections=(below, heading)) == ["empty_section"]
    assert rules(sections=(SectionFact(1, 1, "", "text", ""), below)) == ["empty_section"]


def test_answers_are_asked_for_on_the_goals_that_a_section_shows():
    section = SectionFact(1, 1, "Mål", "goal_follow_up", "", {"mål": ("2",)})
    assert [finding.place.subject for finding in completeness(a_scope(sections=(section,)))] == [("goal", 2)]


def test_a_report_without_a_round_asks_for_no_answers():
    assert rules(has_round=False) == []


def test_a_status_in_words_alone_is_a_status():
    goals = (a_goal_fact(1, unit_ids=(1,), is_judged_by_committee=True),)
    answers = tuple(an_answer(1, unit_id, "", status_words="Ej utvärderad") for unit_id in (1, None))
    assert rules(goals=goals, assessments=answers) == []


FOLLOW_UP = (SectionFact(1, 1, "Mål", "goal_follow_up", ""),)
ANSWERED = (an_answer(1, 1),)


def found_on_indicators(indicator, *answers, sections=FOLLOW_UP, **goal):
    goals = (a_goal_fact(1, **{"unit_ids": (1,)} | goal),)
    facts = a_scope(goals=goals, indicators=(indicator,), assessments=(*ANSWERED, *answers), sections=sections)
    return [(finding.rule, finding.where) for finding in completeness(facts)]


def test_an_indicator_that_is_assessed_is_asked_of_its_units_else_of_its_goals_else_of_the_committee():
    assessed = an_indicator_fact(7, name="Väntetid", is_assessed=True)
    named = assessed._replace(unit_ids=(2, 2))
    assert found_on_indicators(assessed) == [("missing_answer", "Indikator Väntetid, AFI")]
    assert found_on_indicators(named) == [("missing_answer", "Indikator Väntetid, IFO")]
    assert found_on_indicators(assessed, unit_ids=()) == [("no_committee_assessment", "Indikator Väntetid")]
    assert found_on_indicators(assessed._replace(is_assessed=False)) == []


def test_an_answer_on_an_indicator_must_be_whole_too():
    assessed = an_indicator_fact(7, name="Väntetid", is_assessed=True)
    given = an_answer(None, 1, "not_achieved")._replace(indicator_id=7)
    facts = a_scope(
        goals=(a_goal_fact(1, unit_ids=(1,)),),
        indicators=(assessed,),
        assessments=(*ANSWERED, given),
        sections=FOLLOW_UP,
    )
    (finding,) = completeness(facts)
    assert finding.message == "Orsak eller åtgärd saknas från AFI för indikator Väntetid, som inte är helt uppnådd."
    assert (finding.place.subject, finding.place.unit_id) == (("indicator", 7), 1)


def test_a_text_that_answers_an_indicator_too_is_its_answer():
    assessed = an_indicator_fact(7, is_assessed=True)
    given = an_answer(None, 1)._replace(indicator_id=8, also_indicators=(7,))
    assert found_on_indicators(assessed, given) == []


def test_indicators_are_asked_for_only_where_their_judgement_is_shown_and_the_goal_is_due():
    assessed = an_indicator_fact(7, is_assessed=True)
    without = (SectionFact(1, 1, "Mål", "goal_follow_up", "", {"visa": ("bedömning",)}),)
    elsewhere = (SectionFact(1, 1, "Mål", "goal_overview", ""),)
    assert found_on_indicators(assessed, sections=without) == []
    assert found_on_indicators(assessed, sections=elsewhere) == []
    assert found_on_indicators(assessed, is_due=False, unit_ids=()) == []
