"""The part Sedan förra rapporten: tables of what has changed, and plain words where nothing has or can be told."""

from datetime import date

from reports.build.document import StandingItem
from reports.build.facts import EarlierFact, FollowUpFact
from tests.build.sections import document_of, headings, words
from tests.reports.facts import (
    a_figure,
    a_goal_fact,
    a_section_fact,
    a_target_fact,
    an_answer,
    an_assignment_fact,
    an_indicator_fact,
)

FOLLOW_UP = a_section_fact("goal_follow_up", "Målen")
GOALS = (a_goal_fact(1), a_goal_fact(2, unit_ids=(1,)))


def since(*answers, then=None, version=1, is_same_plan=True, **facts):
    """`then` is the document of the report before."""
    earlier = then and EarlierFact("Delår april", date(2017, 4, 30), version, is_same_plan, then.standing)
    values = {"goals": GOALS, "has_since_last": True} | facts
    return document_of(FOLLOW_UP, assessments=answers, earlier=earlier, **values).since_last


def before(*answers, **facts):
    return document_of(FOLLOW_UP, assessments=answers, **{"goals": GOALS} | facts)


def tables(part):
    return {each.title: words(each.table) for each in part.tables}


def test_without_an_earlier_report_that_is_said_and_nothing_else():
    part = since(an_answer(1, 1))
    assert (part.text, part.tables) == ("Det finns ingen tidigare rapport att jämföra med.", ())


def test_a_report_where_nothing_has_changed_says_of_what():
    part = since(an_answer(1, 1), then=before(an_answer(1, 1)))
    assert part.text == (
        "Jämfört med Delår april, version 1, som avser läget per den 30 april 2017. Ingenting har fått en annan "
        "bedömning. Inga mål har tillkommit eller utgått. Inga målvärden har flyttats."
    )
    assert part.tables == ()


def test_a_round_that_no_report_tells_of_is_called_what_it_is():
    part = since(an_answer(1, 1), then=before(an_answer(1, 1)), version=None)
    assert part.text.startswith("Jämfört med svaren i uppföljningen Delår april, som avser läget per den 30 april")


def test_changed_judgements_lead_to_their_goals_and_say_which_way():
    part = since(
        an_answer(1, None, "not_achieved"),
        an_answer(1, 1),
        then=before(an_answer(1, None), an_answer(1, 1, "not_achieved")),
    )
    assert tables(part) == {
        "Ändrad bedömning": [
            ["1 Mål 1", "Nämnden", "Målet är uppnått", "Målet är inte uppnått", "Sämre"],
            ["1 Mål 1", "AFI", "Målet är inte uppnått", "Målet är uppnått", "Bättre"],
        ]
    }
    (table,) = part.tables
    assert table.anchor == "sedan-forra-rapporten-status"
    assert headings(table.table) == ["Mål", "Bedömt av", "Förra rapporten", "Nu", "Ändring"]
    assert [row.cells[0].link for row in table.table.body] == ["mal-1", "mal-1"]


def test_new_and_removed_goals():
    part = since(then=before(goals=(*GOALS, a_goal_fact(9))), goals=(*GOALS, a_goal_fact(3)))
    assert tables(part) == {"Nya mål och mål som har utgått": [["3 Mål 3", "Nytt"], ["9 Mål 9", "Utgår"]]}


def test_moved_targets_of_indicators_and_goals():
    indicators = (an_indicator_fact(1, unit_of_measure="%", decimals=1),)
    goal = {"indicator_id": None, "year": 2017, "goal_id": 2}

    def facts(share, count):
        targets = (a_target_fact(1, 2017, share, sex="women"), a_target_fact(**goal | {"value": count}))
        return {"indicators": indicators, "measurements": (a_figure(1, "2016", 1),), "targets": targets}

    part = since(then=before(**facts(80, 10)), **facts("82.5", 12))
    assert tables(part) == {
        "Flyttade målvärden": [
            ["2 Mål 2", "", "2017", "10", "12"],
            ["Indikator 1", "Kvinnor", "2017", "80,0\u00a0%", "82,5\u00a0%"],
        ]
    }
    assert headings(part.tables[0].table)[0] == "Mål eller indikator"


def test_the_largest_movements_stand_there_with_or_without_an_earlier_report():
    indicators = (an_indicator_fact(1, unit_of_measure="dagar", decimals=0),)
    figures = [
        a_figure(1, year, value, sex=sex)
        for year, sex, value in (("2015", "women", 90), ("2016", "women", 80), ("2015", "men", 70), ("2016", "men", 75))
    ]
    facts = {"indicators": indicators, "measurements": tuple(figures)}
    expected = [["Indikator 1 (dagar)", "2015 → 2016", "\u221210 dagar | 90 → 80", "+5 dagar | 70 → 75"]]
    assert tables(since(**facts)) == {"Störst förändring för kvinnor och män": expected}
    told_then = before(**facts)
    assert tables(since(then=told_then, **facts)) == {}
    old = before(indicators=indicators, measurements=tuple(each for each in figures if each.period == "2015"))
    assert tables(since(then=old, **facts)) == {"Störst förändring för kvinnor och män": expected}


def test_measures_that_are_not_said_to_be_carried_out():
    then = before(an_answer(1, 1, "not_achieved", measure="<ul><li>Anställa</li><li>Utbilda</li><li>Flytta</li></ul>"))
    follow_ups = (
        FollowUpFact(1, None, None, 1, "Anställa", "done", ""),
        FollowUpFact(1, None, None, 1, "Utbilda", "continues", "Klart i mars."),
    )
    part = since(then=then, follow_ups=follow_ups)
    assert [table.text for table in part.tables] == [
        "1 av 3 åtgärder som lovades förra gången är redovisade som genomförda."
    ]
    assert tables(part) == {
        "Åtgärder som inte är redovisade som genomförda": [
            ["1 Mål 1", "AFI", "Utbilda", "Fortsätter | Klart i mars."],
            ["Flytta", "Inte besvarad"],
        ]
    }


def test_the_committees_own_measures_are_not_asked_after():
    assert tables(since(then=before(an_answer(1, None, measure="<p>Anställa.</p>")))) == {}


def test_assignments_whose_day_has_passed():
    assignments = (
        an_assignment_fact(1, due_on=date(2017, 8, 30), responsible=("Enhetschef",)),
        an_assignment_fact(2, due_on=date(2017, 8, 30)),
        an_assignment_fact(3, due_on=date(2017, 8, 31)),
        an_assignment_fact(4, due_on=date(2017, 8, 1)),
    )
    answers = (an_answer(None, None, "ongoing", assignment_id=1), an_answer(None, None, "completed", assignment_id=4))
    assert tables(since(*answers, assignments=assignments)) == {
        "Skulle ha varit klart": [
            ["1 Uppdrag 1", "Enhetschef", "30 augusti 2017", "Pågår"],
            ["2 Uppdrag 2", "", "30 augusti 2017", "Ingen bedömning"],
        ]
    }
    assert tables(since(assignments=assignments)) == {}


def test_across_plans_goals_are_the_same_where_they_go_on_from_each_other():
    then = before(an_answer(1, 1, "not_achieved"))
    goals = (a_goal_fact(11, key="a", continues="1"), a_goal_fact(12, key="b", continues="2"))
    part = since(an_answer(11, 1), then=then, goals=goals, is_same_plan=False)
    assert list(tables(part)) == ["Ändrad bedömning"]


def test_a_report_holds_for_the_next_only_what_its_sections_show():
    facts = {
        "assessments": (an_answer(1, 1, "not_achieved", measure="<p>Anställa.</p>"),),
        "measurements": (a_figure(1, "2016", 1, sex="women"),),
    }
    (goal, _second, indicator) = document_of(FOLLOW_UP, **facts).standing
    assert ([each.text for each in goal.promises], indicator.periods) == (["Anställa."], ("2016",))
    assert document_of(a_section_fact("text"), **facts).standing == ()
    overview = document_of(a_section_fact("goal_overview"), **facts).standing
    assert [(type(each), each.kind, each.promises) for each in overview] == [(StandingItem, "goal", ())] * 2
