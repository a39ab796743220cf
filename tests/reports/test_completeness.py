"""What is missing is found, and what is there is not complained of."""

from dataclasses import replace

import pytest

from reports.build.facts import SectionFact
from reports.checks import Severity
from reports.checks.completeness import completeness
from tests.reports.facts import a_goal_fact, an_answer, some_facts


def rules(**overrides):
    overrides.setdefault("goals", (a_goal_fact(1, unit_ids=(1,)),))
    return [finding.rule for finding in completeness(some_facts(**overrides))]


def test_a_complete_report_has_no_findings():
    assert rules(assessments=(an_answer(1, 1),)) == []


def test_a_unit_that_has_not_answered():
    (finding,) = completeness(some_facts(goals=(a_goal_fact(1, unit_ids=(1,)),)))
    assert (finding.rule, finding.severity, finding.where) == ("missing_answer", Severity.WARNING, "Mål 1, AFI")
    assert finding.message == "AFI har inte svarat på mål 1."
    assert (finding.goal_id, finding.unit_id) == (1, 1)


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
    (finding,) = completeness(some_facts(goals=goals, words=words, assessments=(an_answer(1, 1, "not_achieved"),)))
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
    assert [finding.goal_id for finding in completeness(some_facts(sections=(section,)))] == [2]


def test_a_report_without_a_round_asks_for_no_answers():
    assert rules(has_round=False) == []


def test_a_status_in_words_alone_is_a_status():
    goals = (a_goal_fact(1, unit_ids=(1,), is_judged_by_committee=True),)
    answers = tuple(an_answer(1, unit_id, "", status_words="Ej utvärderad") for unit_id in (1, None))
    assert rules(goals=goals, assessments=answers) == []
