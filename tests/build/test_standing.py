"""What a report holds of goals, indicators and assignments, flat: where it stands, under what, and its figures."""

from decimal import Decimal

from tests.build.sections import document_of
from tests.reports.facts import (
    a_figure,
    a_goal_fact,
    a_section_fact,
    a_target_fact,
    an_area_fact,
    an_assignment_fact,
    an_indicator_fact,
)


def standing(*figures, kind="goal_follow_up", **facts):
    """By kind and key, of a report on goal 2 under the area 1, with an indicator in days and an assignment."""
    values = {
        "goals": (an_area_fact(1), a_goal_fact(2, parent_id=1)),
        "indicators": (an_indicator_fact(1, goal_id=2, decimals=1, unit_of_measure="dagar"),),
        "assignments": (an_assignment_fact(1, goal_id=2), an_assignment_fact(2, goal_id=None)),
    }
    document = document_of(a_section_fact(kind, "Målen"), measurements=figures, **values | facts)
    return {f"{item.kind} {item.key}": item for item in document.standing}


def test_a_goal_says_where_it_stands_and_what_it_stands_under():
    area, goal = standing()["goal 1"], standing()["goal 2"]
    assert (area.anchor, area.above, area.area, area.depth, area.is_area) == ("mal-1", "", "Område 1", 0, True)
    assert (goal.anchor, goal.above, goal.area, goal.depth, goal.is_area) == ("mal-2", "1", "Område 1", 1, False)


def test_so_do_indicators_and_assignments():
    indicator, assignment = standing()["indicator i1"], standing()["assignment u1"]
    assert (indicator.anchor, indicator.above, indicator.area) == ("indikator-i1", "2", "Område 1")
    assert (assignment.anchor, assignment.above, assignment.area) == ("uppdrag-u1", "2", "Område 1")
    assert indicator.unit_of_measure == "dagar"


def test_what_stands_under_no_goal_says_none_and_has_no_anchor_where_the_goals_alone_are_told():
    loose = standing()["assignment u2"]
    assert (loose.above, loose.area, loose.anchor) == ("", "", "")


def test_outcomes_stand_by_period_then_unit_the_whole_first():
    found = standing(
        a_figure(1, "2017", 2, sex="men"),
        a_figure(1, "2017", 3, unit_id=1),
        a_figure(1, "2017", "2.5"),
        a_figure(1, "2016", 1),
    )["indicator i1"]
    assert [(each.period, each.series, each.value) for each in found.outcomes] == [
        ("2016", "", Decimal(1)),
        ("2017", "", Decimal("2.5")),
        ("2017", "män", Decimal(2)),
        ("2017", "AFI", Decimal(3)),
    ]
    assert found.outcomes[1].words == "2,5"


def test_what_is_shown_in_words_gives_no_number_away():
    found = standing(a_figure(1, "2017", 3, words=".."), targets=(a_target_fact(1, 2017, 5, words="färre än i fjol"),))
    indicator = found["indicator i1"]
    assert [(each.value, each.words) for each in indicator.outcomes] == [(None, "..")]
    assert [(each.value, each.words) for each in indicator.targets] == [(None, "färre än i fjol")]
