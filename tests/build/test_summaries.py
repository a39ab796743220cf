"""The report's summary: what is judged of goals and of indicators, and what is answered in words alone."""

from tests.build.sections import document_of
from tests.reports.facts import a_goal_fact, a_section_fact, an_answer, an_indicator_fact

GOALS = (a_goal_fact(1), a_goal_fact(2))
INDICATORS = (
    an_indicator_fact(1, goal_id=1, is_assessed=True),
    an_indicator_fact(2, goal_id=2, is_assessed=True, unit_ids=(1,)),
    an_indicator_fact(3, goal_id=2),
)
ANSWERS = (
    an_answer(1, 1, "", comment="<p>Se indikatorn.</p>"),
    an_answer(None, 1, "achieved", indicator_id=1),
    an_answer(None, 1, "", indicator_id=2, comment="<p>Väntar.</p>"),
)


def counted(*sections, **facts):
    values = {"goals": GOALS, "indicators": INDICATORS, "assessments": ANSWERS} | facts
    found = document_of(*sections, **values).summaries
    return {
        summary.label: (sum(each.count for each in summary.counts), summary.without, summary.in_words)
        for summary in found
    }


def test_indicators_are_counted_apart_from_goals_where_their_judgements_are_shown():
    assert counted(a_section_fact("goal_follow_up")) == {
        "Enheternas bedömningar av mål": (0, 4, 1),
        "Enheternas bedömningar av indikatorer": (1, 2, 1),
    }


def test_a_report_that_does_not_show_the_indicators_judgements_counts_goals_alone():
    for section in (a_section_fact("goal_overview"), a_section_fact("goal_follow_up", visa="bedömning")):
        assert list(counted(section)) == ["Enheternas bedömningar"]


def test_an_indicator_table_with_judgements_asked_for_counts_them():
    assert counted(a_section_fact("indicator_table", visa="kommentarer,bedömning")) == {
        "Enheternas bedömningar av indikatorer": (1, 2, 1)
    }


def test_indicators_that_nobody_has_given_a_status_are_not_summed_up():
    answers = (an_answer(None, 1, "", indicator_id=1, comment="<p>Väntar.</p>"),)
    assert list(counted(a_section_fact("goal_follow_up"), assessments=answers)) == ["Enheternas bedömningar"]


def test_only_indicators_that_are_shown_are_counted():
    assert counted(a_section_fact("goal_follow_up", mål="2"), assessments=ANSWERS).keys() == {"Enheternas bedömningar"}


def test_the_committees_own_judgements_of_indicators_have_a_line_of_their_own():
    answers = (an_answer(None, None, "not_achieved", indicator_id=1),)
    found = counted(a_section_fact("goal_follow_up"), goals=(a_goal_fact(1, unit_ids=()),), assessments=answers)
    assert found == {"Nämndens egna bedömningar av indikatorer": (1, 0, 0)}
