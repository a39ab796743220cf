"""The part I korthet: which goals, why, what is done, and so much as has room on a page."""

from datetime import date

from reports.build.document import BriefLine
from reports.build.facts import EarlierFact
from tests.build.sections import document_of
from tests.reports.facts import a_goal_fact, a_section_fact, an_answer, an_assignment_fact, an_indicator_fact

TABLE = a_section_fact("goal_table", "Måluppföljning")


def brief_of(*answers, sections=(TABLE,), **facts):
    return document_of(*sections, assessments=answers, has_in_brief=True, **facts).in_brief


def judged(trouble):
    return [(each.by, each.status.mark) for each in trouble.judgements]


def test_a_report_that_is_not_to_have_it_and_one_where_nobody_judges_has_none():
    assert document_of(TABLE, assessments=(an_answer(1, 1),)).in_brief is None
    assert brief_of(sections=(a_section_fact("text"),)) is None


def test_those_not_achieved_come_first_then_in_plan_order_and_lead_to_their_place():
    goals = tuple(a_goal_fact(number) for number in (1, 2, 3, 4))
    statuses = ("partly_achieved", "achieved", "not_achieved", "partly_achieved")
    answers = [an_answer(number, 1, status) for number, status in enumerate(statuses, start=1)]
    found = brief_of(*answers, goals=goals).troubles
    assert [(each.number, each.anchor) for each in found] == [("3", "mal-3"), ("1", "mal-1"), ("4", "mal-4")]


def test_each_unit_that_is_not_content_is_named_with_cause_and_measure():
    answers = (
        an_answer(
            1, 1, "partly_achieved", cause="<p>Ont om folk.</p>", measure="<ul><li>Anställa</li><li>Utbilda</li></ul>"
        ),
        an_answer(1, 2, "not_achieved", comment="<p>Köerna växer. Det syns.</p>"),
    )
    (found,) = brief_of(*answers).troubles
    assert judged(found) == [("AFI", "partly_achieved"), ("IFO", "not_achieved")]
    assert [(each.by, each.label, each.text) for each in found.reasons] == [
        ("AFI", "Orsak", "Ont om folk."), ("IFO", "Kommentar", "Köerna växer. Det syns."),
    ]  # fmt: skip
    assert [(each.by, each.label, each.text) for each in found.actions] == [("AFI", "Åtgärd", "Anställa. Utbilda.")]


def test_the_committees_own_judgement_is_the_goals():
    units = (an_answer(1, 1, "not_achieved", cause="<p>Ont om folk.</p>"),)
    assert brief_of(an_answer(1, None, "achieved"), *units).troubles == ()
    (found,) = brief_of(an_answer(1, None, "partly_achieved", comment="<p>Delvis.</p>"), *units).troubles
    assert judged(found) == [("", "partly_achieved")]
    assert [(each.by, each.text) for each in found.reasons] == [("", "Delvis."), ("AFI", "Ont om folk.")]


def test_where_nothing_is_written_that_is_said():
    (found,) = brief_of(an_answer(1, 1, "not_achieved", comment="")).troubles
    assert [each.text for each in found.reasons] == ["Varken orsak eller åtgärd är angiven."]


def test_a_report_that_shows_no_comments_shows_none_here():
    answer = an_answer(1, 1, "not_achieved", cause="<p>Ont om folk.</p>", measure="<p>Anställa.</p>")
    (found,) = brief_of(answer, sections=(a_section_fact("goal_overview", "Målen"),)).troubles
    assert (found.reasons, found.actions) == ((), ())


def test_the_goals_assignments_with_a_day_that_are_still_going_on_are_what_is_done_too():
    assignments = (
        an_assignment_fact(1, due_on=date(2017, 12, 1), responsible=("Enhetschef",)),
        an_assignment_fact(2, due_on=date(2017, 5, 1)),
        an_assignment_fact(3),
    )
    done = an_answer(None, None, "completed", assignment_id=2)
    answer = an_answer(1, 1, "not_achieved")
    sections = (a_section_fact("goal_follow_up", "Målen"),)
    (found,) = brief_of(answer, done, sections=sections, assignments=assignments).troubles
    assert [(each.by, each.label, each.text, each.due) for each in found.actions] == [
        ("Enhetschef", "Uppdrag", "1 Uppdrag 1.", "1 december 2017")
    ]


def test_indicators_that_are_judged_come_after_the_goals():
    sections = (a_section_fact("goal_follow_up", "Målen"),)
    indicators = (an_indicator_fact(1, is_assessed=True, number="1.1"),)
    answers = (an_answer(None, 1, "not_achieved", indicator_id=1), an_answer(1, 1, "partly_achieved"))
    found = brief_of(*answers, sections=sections, indicators=indicators).troubles
    assert [(each.number, each.anchor) for each in found] == [("1", "mal-1"), ("1.1", "indikator-i1")]


def test_texts_become_shorter_before_goals_are_left_out_and_those_that_are_have_a_section():
    long = "<p>" + "En mening om hur det gick under året och varför. " * 8 + "</p>"

    def brief(count):
        goals = tuple(a_goal_fact(number) for number in range(1, count + 1))
        return brief_of(
            *(an_answer(goal.id, 1, "not_achieved", cause=long, measure=long) for goal in goals), goals=goals
        )

    few, several, many = brief(3), brief(8), brief(40)
    lengths = [len(each.troubles[0].reasons[0].text) for each in (few, several, many)]
    assert lengths == sorted(lengths, reverse=True)
    assert lengths[0] > lengths[2]
    assert (few.left_out, several.left_out) == (0, 0)
    assert len(many.troubles) + many.left_out == 40
    assert many.left_out > 0
    assert (many.rest_anchor, many.rest_title) == ("avsnitt-maluppfoljning", "Måluppföljning")


def test_what_has_changed_is_told_in_a_line_for_each_kind_that_leads_to_more_where_there_is_more():
    then = document_of(TABLE, assessments=(an_answer(1, 1, "not_achieved"),)).standing
    earlier = EarlierFact("Delår", date(2017, 4, 30), 1, True, then)
    expected = "1 bedömning är ändrad: 1 till det bättre och 0 till det sämre."
    brief = brief_of(an_answer(1, 1), earlier=earlier)
    assert brief.changes == (
        BriefLine("Jämfört med Delår, version 1, som avser läget per den 30 april 2017."),
        BriefLine(expected),
    )
    assert brief_of(an_answer(1, 1), earlier=earlier, has_since_last=True).changes[1] == BriefLine(
        expected, "sedan-forra-rapporten-status"
    )


def test_the_first_report_says_that_there_is_nothing_to_compare_with():
    assert [each.text for each in brief_of(an_answer(1, 1)).changes] == [
        "Det finns ingen tidigare rapport att jämföra med."
    ]
