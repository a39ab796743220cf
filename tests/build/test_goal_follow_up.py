"""Goal by goal: what each says, in the order of reading."""

from datetime import date
from decimal import Decimal

from reports.build.document import Detail, GoalIndicators, GoalPart, TextPart
from tests.build.sections import block_of, headings, words
from tests.reports.facts import (
    a_figure,
    a_goal_fact,
    a_target_fact,
    an_answer,
    an_area_fact,
    an_assignment_fact,
    an_indicator_fact,
)

TREE = (
    an_area_fact(1, label="Fokusområde", description="<p>Området.</p>"),
    a_goal_fact(2, parent_id=1, contributes_to=(4, 4), responsible=("Socialchef",), year=2017),
    a_goal_fact(3, parent_id=2),
    a_goal_fact(4, name="Ett tryggt Linköping"),
)
INDICATORS = (an_indicator_fact(1, goal_id=2), an_indicator_fact(2, goal_id=3), an_indicator_fact(3, goal_id=1))


def parts(options=None, **facts):
    values = {"goals": TREE, "indicators": INDICATORS} | facts
    return block_of("goal_follow_up", options=options, **values).parts


def order(found):
    return [part.name if isinstance(part, GoalPart) else f"→ {part.anchor}" for part in found]


def test_each_goal_is_followed_by_its_indicators_and_then_by_the_goals_below_it():
    assert order(parts()) == [
        "Område 1", "→ mal-1-indikatorer", "Mål 2", "→ mal-2-indikatorer", "Mål 3", "→ mal-3-indikatorer",
        "Ett tryggt Linköping",
    ]  # fmt: skip
    assert [part.depth for part in parts() if isinstance(part, GoalPart)] == [0, 1, 2, 0]
    assert {part.goal for part in parts() if isinstance(part, GoalIndicators)} == {""}


def test_goals_first_puts_the_indicators_after_the_goals_below_and_says_whose_they_are():
    found = parts({"ordning": "mål,indikatorer"})
    assert order(found) == [
        "Område 1", "Mål 2", "Mål 3", "→ mal-3-indikatorer", "→ mal-2-indikatorer", "→ mal-1-indikatorer",
        "Ett tryggt Linköping",
    ]  # fmt: skip
    assert [part.goal for part in found if isinstance(part, GoalIndicators)] == ["", "Mål 2", "Område 1"]


def test_a_goal_says_what_it_contributes_to_who_is_responsible_and_its_own_targets():
    targets = (
        a_target_fact(None, 2018, 90, goal_id=2),
        a_target_fact(None, 2017, None, goal_id=2, words="Två nya"),
        a_target_fact(None, 2018, 95, goal_id=2, sex="women"),
    )
    assert parts(targets=targets)[2].details == (
        Detail("Bidrar till", ("Ett tryggt Linköping", "Ett tryggt Linköping")),
        Detail("Ansvarig", ("Socialchef",)),
        Detail("Målvärde 2017", ("Två nya",)),
        Detail("Målvärde 2018", ("90", "kvinnor: 95")),
    )


def test_only_those_who_answered_are_there_the_committee_first_then_units_in_order():
    answers = (
        an_answer(2, 2),
        an_answer(2, None, trend="up"),
        an_answer(2, 1, "", comment=""),
        an_answer(2, 1, ref="1-2"),
    )
    goal = parts(assessments=answers)[2]
    assert [(result.unit, result.is_committee, result.ref) for result in goal.results] == [
        ("Socialnämnden", True, ""), ("AFI", False, "1-2"), ("IFO", False, ""),
    ]  # fmt: skip
    assert (goal.results[0].trend.mark, goal.results[0].trend.word) == ("up", "uppåt")


def test_the_units_words_stand_instead_of_its_name():
    (result,) = parts(assessments=(an_answer(2, 1, unit_words="Vo Vuxen/Bedöma behov"),))[2].results
    assert (result.unit, result.unit_name) == ("Vo Vuxen/Bedöma behov", "Försörjning")


def test_a_status_in_words_alone_has_no_mark():
    (result,) = parts(assessments=(an_answer(2, None, "", status_words="Ej utvärderad"),))[2].results
    assert (result.status.mark, result.status.word) == ("", "Ej utvärderad")


def test_an_indicators_figures_are_a_row_a_series_and_a_column_a_period_with_the_target():
    figures = (
        a_figure(1, "2016", 6.7),
        a_figure(1, "2017T1", 6.4, is_preliminary=True),
        a_figure(1, "2016", 2.6, sex="men"),
        a_figure(1, "2016", 7.2, sex="women"),
        a_figure(1, "2016", 5, unit_id=2),
        a_figure(1, "2016", 9, submeasure="HVB vuxna"),
    )
    targets = (a_target_fact(1, 2017, 5.2), a_target_fact(1, 2017, 5, sex="women"))
    (part,) = parts(measurements=figures, targets=targets)[3].groups[0].indicators
    assert headings(part.figures) == ["Utfall", "2016", "Tertial 1 2017", "Målvärde"]
    assert words(part.figures) == [
        ["Totalt", "6,7", "6,4 (prel.)", "5,2"],
        ["Kvinnor", "7,2", "", "5"],
        ["Män", "2,6", "", ""],
        ["IFO", "5", "", ""],
        ["HVB vuxna", "9", "", ""],
    ]
    assert part.figures.body[0].cells[1].value == Decimal("6.7")


def test_the_unit_of_measure_stands_once_over_figures_that_do_not_say_it():
    def heads(*targets, figures=(), **changes):
        indicators = (an_indicator_fact(1, goal_id=2, **changes),)
        (part,) = parts(indicators=indicators, measurements=figures, targets=targets)[2].groups[0].indicators
        return headings(part.figures)

    number, in_words = (a_figure(1, "2017", 13),), (a_figure(1, "2017", None, words="Två"),)
    assert heads(figures=number, unit_of_measure="mnkr") == ["Utfall, mnkr", "2017"]
    assert heads(figures=number, unit_of_measure="%") == ["Utfall", "2017"]
    assert heads(figures=number, unit_of_measure="mnkr", name="Kostnad, mnkr") == ["Utfall", "2017"]
    assert heads(figures=in_words, unit_of_measure="antal") == ["Utfall", "2017"]
    assert heads(a_target_fact(1, 2017, 9), unit_of_measure="dagar") == ["Avser", "Målvärde, dagar"]


def test_an_indicator_without_figure_and_target_has_no_table():
    assert parts()[3].groups[0].indicators[0].figures is None


def test_indicators_and_assignments_stand_by_group_with_what_was_answered_on_them():
    facts = {
        "indicators": (an_indicator_fact(1, goal_id=2, group="Process"), an_indicator_fact(2, goal_id=2)),
        "assignments": (
            an_assignment_fact(1, goal_id=2, given_by="Kommunfullmäktige", due_on=date(2017, 12, 31)),
            an_assignment_fact(2, goal_id=2, kind="activity", due_words="Våren"),
        ),
        "assessments": (
            an_answer(None, 1, indicator_id=1, cause="<p>Ont om folk.</p>"),
            an_answer(None, None, "ongoing", assignment_id=1, status_words="Påbörjad"),
        ),
    }
    _area, goal, indicators, *_rest = parts(**facts)
    assert [(group.heading, [each.name for each in group.indicators]) for group in indicators.groups] == [
        ("", ["Indikator 2"]), ("Process", ["Indikator 1"]),
    ]  # fmt: skip
    assert indicators.groups[1].indicators[0].results[0].parts[1] == TextPart("Orsak", "<p>Ont om folk.</p>")
    first, second = goal.assignments[0].assignments
    assert (first.kind, second.kind) == ("Uppdrag", "Aktivitet")
    assert first.details == (Detail("Givet av", ("Kommunfullmäktige",)), Detail("Klart senast", ("31 december 2017",)))
    assert (first.results[0].status.mark, first.results[0].status.word) == ("ongoing", "Påbörjad")
    assert second.details == (Detail("Klart senast", ("Våren",)),)


def test_a_text_that_answers_several_is_told_once_and_pointed_to_from_the_others():
    indicators = (an_indicator_fact(1, goal_id=2, number="1"), an_indicator_fact(2, goal_id=2, name="A & B"))
    answer = an_answer(None, None, indicator_id=1, ref="1-2", also_indicators=(2,))
    found = parts(goals=TREE[1:2], indicators=indicators, assessments=(answer,))
    first, second = found[1].groups[0].indicators
    assert [part.html for part in first.results[0].parts] == ["<p>Kommentar.</p>"]
    assert [part.html for part in second.results[0].parts] == ["<p>Besvaras under 1.</p>"]
    assert (second.results[0].status, second.results[0].ref) == (first.results[0].status, "1-2")


def test_only_the_parts_that_are_picked_are_there():
    facts = {
        "assessments": (an_answer(2, None, trend="up"), an_answer(2, 1, "", comment="<p>Bara ord.</p>")),
        "assignments": (an_assignment_fact(1, goal_id=2),),
    }
    goal = parts({"visa": "bedömning"}, **facts)[1]
    assert (goal.html, goal.details, goal.assignments) == ("", (), ())
    assert [(result.status.mark, result.parts) for result in goal.results] == [("achieved", ())]
    goal = parts({"visa": "kommentarer,uppdrag"}, **facts)[1]
    assert [(result.status, len(result.parts)) for result in goal.results] == [(None, 1), (None, 1)]
    assert goal.assignments
    assert order(parts({"visa": "beskrivning"})) == ["Område 1", "Mål 2", "Mål 3", "Ett tryggt Linköping"]


def test_units_that_are_picked_are_shown_with_what_is_the_committees_own():
    answers = (an_answer(2, 1), an_answer(2, 2), an_answer(2, None))
    goal = parts({"enheter": "IFO"}, assessments=answers)[2]
    assert [result.unit for result in goal.results] == ["Socialnämnden", "IFO"]


def test_a_very_deep_tree_is_written_without_recursion():
    deep = tuple(a_goal_fact(number, parent_id=number - 1 if number > 1 else None) for number in range(1, 1500))
    indicators = tuple(an_indicator_fact(number, goal_id=number) for number in range(1, 1500))
    found = parts({"ordning": "mål"}, goals=deep, indicators=indicators)
    assert (len(found), found[-1].anchor) == (2 * 1499, "mal-1-indikatorer")
