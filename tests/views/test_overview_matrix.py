"""The matrix of goals and units as data."""

import pytest

from reports.asked import Asked
from reports.build.facts import UnitFact
from reports.choices import SubjectKind
from reports.views.overview.matrix import Shown, build_matrix
from reports.views.overview.round_matrix import brighter_rows, what_is_left
from reports.views.overview.rows import AnswerRow

AFI, IFO = UnitFact(1, "AFI", "Enheten AFI"), UnitFact(2, "IFO", "Enheten IFO")
WORDS = {"achieved": "Nått", "partly_achieved": "Delvis", "not_achieved": "Ej", "not_assessable": "Kan ej bedömas"}


def a_row(number, units=(1, 2), judged=True):
    return Asked(SubjectKind.GOAL, number, number, str(number), f"Mål {number}", "Mål", frozenset(units), judged)


def an_answer(goal, unit, status="achieved", state="ready", **overrides):
    values = {"status_words": "", "has_cause": True, "has_measure": True} | overrides
    return AnswerRow(SubjectKind.GOAL, goal, unit_id=unit, status=status, state=state, **values)


def a_matrix(goals, answers=(), is_late=False):
    return build_matrix(
        units=[AFI, IFO], asked=goals, answers=answers, words=WORDS, own_label="Nämnden", is_late=is_late
    )


def test_an_absent_answer_is_missing_where_it_is_asked_for():
    cell = a_matrix([a_row(1)]).rows[0].cells[0]
    assert (cell.state, cell.is_asked, cell.is_missing, str(cell.state_word)) == ("missing", True, True, "Saknas")


def test_a_unit_that_does_not_answer_the_goal_misses_nothing():
    matrix = a_matrix([a_row(1, units=[1])], is_late=True)
    cell = matrix.rows[0].cells[1]
    assert (cell.is_asked, cell.is_missing, cell.is_late) == (False, False, False)
    assert [total.asked for total in matrix.unit_totals] == [1, 0]


def test_an_answer_nobody_asked_for_is_shown_but_not_counted():
    matrix = a_matrix([a_row(1, units=[1])], [an_answer(1, 2)])
    assert matrix.rows[0].cells[1].status.word == "Nått"
    assert (matrix.total.asked, matrix.total.answered) == (1, 0)


def test_words_of_the_plan_and_of_the_answer_itself():
    matrix = a_matrix([a_row(1)], [an_answer(1, 1), an_answer(1, 2, status_words="Nästan nått")])
    assert [cell.status.word for cell in matrix.rows[0].cells] == ["Nått", "Nästan nått"]


def test_partly_without_cause_or_measure_owes_it():
    answers = [
        an_answer(1, 1, "partly_achieved", has_measure=False),
        an_answer(1, 2, "partly_achieved"),
        an_answer(2, 1, "achieved", has_cause=False),
    ]
    matrix = a_matrix([a_row(1), a_row(2)], answers)
    assert [cell.owes_cause for row in matrix.rows for cell in row.cells] == [True, False, False, False]
    assert matrix.total.owing == 1


def test_past_the_deadline_what_is_not_ready_is_late():
    answers = [an_answer(1, 1, state="ready"), an_answer(1, 2, state="draft")]
    matrix = a_matrix([a_row(1), a_row(2)], answers, is_late=True)
    assert [cell.is_late for row in matrix.rows for cell in row.cells] == [False, True, True, True]
    assert not matrix.rows[0].own.is_late
    assert matrix.total.late == 3


def test_totals_by_unit_and_of_all():
    answers = [
        an_answer(1, 1, state="approved"),
        an_answer(2, 1, state="ready"),
        an_answer(3, 1, state="returned"),
        an_answer(1, 2, "", state="draft"),
        an_answer(2, 2, "not_achieved", state="draft"),
    ]
    matrix = a_matrix([a_row(1), a_row(2), a_row(3)], answers)
    afi, ifo = matrix.unit_totals
    assert (afi.asked, afi.answered, afi.done, afi.approved, afi.ready, afi.returned, afi.missing) == (
        3,
        2,
        2,
        1,
        1,
        1,
        0,
    )
    assert (ifo.asked, ifo.answered, ifo.done, ifo.missing) == (3, 1, 0, 1)
    assert (matrix.total.asked, matrix.total.answered, matrix.total.missing) == (6, 3, 1)
    assert [(item.status.word, item.count) for item in matrix.statuses] == [
        ("Nått", 3),
        ("Delvis", 0),
        ("Ej", 1),
        ("Kan ej bedömas", 0),
    ]


@pytest.mark.parametrize(
    ("states", "expected"),
    [
        (["ready", "approved"], ""),
        (["ready", None], "1 svar saknas."),
        (["draft", "ready"], "1 svar är inte klart."),
        (["draft", "returned"], "2 svar är inte klara."),
        (["draft", None], "1 svar saknas och 1 är inte klart."),
        (["draft", "returned", None, None], "2 svar saknas och 2 är inte klara."),
    ],
)
def test_what_is_left_before_a_round_is_closed(states, expected):
    goals = [a_row(number, units=[1]) for number in range(len(states))]
    answers = [an_answer(number, 1, state=state) for number, state in enumerate(states) if state]
    assert what_is_left(a_matrix(goals, answers).total) == expected


def test_only_what_is_missing():
    answers = [
        *(an_answer(1, unit) for unit in (None, 1, 2)),
        an_answer(2, 1),
        an_answer(3, 1, "not_achieved", has_cause=False),
        an_answer(3, 2),
    ]
    matrix = a_matrix([a_row(0, units=[], judged=False), a_row(1), a_row(2), a_row(3)], answers)
    assert [row.subject.id for row in matrix.shown(Shown.MISSING)] == [2, 3]
    assert [row.subject.id for row in matrix.shown(Shown.OWN)] == [2, 3]
    assert [row.subject.id for row in matrix.shown(Shown.ALL)] == [0, 1, 2, 3]
    assert matrix.count(Shown.ALL) == 3


def test_only_what_is_late_or_was_returned():
    answers = [*(an_answer(1, unit) for unit in (1, 2)), an_answer(2, 1, state="returned"), an_answer(2, 2)]
    matrix = a_matrix([a_row(1), a_row(2), a_row(3)], answers, is_late=True)
    assert [row.subject.id for row in matrix.shown(Shown.LATE)] == [2, 3]
    assert [row.subject.id for row in matrix.shown(Shown.RETURNED)] == [2]


def test_the_committee_is_brighter_only_where_it_judges_better_than_every_unit():
    answers = [
        *(
            an_answer(1, unit, status)
            for unit, status in ((None, "achieved"), (1, "not_achieved"), (2, "not_achieved"))
        ),
        *(an_answer(2, unit, status) for unit, status in ((None, "achieved"), (1, "achieved"), (2, "not_achieved"))),
        *(an_answer(3, unit, status) for unit, status in ((None, "achieved"), (1, "not_assessable"))),
        an_answer(4, 1, "not_achieved"),
    ]
    matrix = a_matrix([a_row(number) for number in (1, 2, 3, 4)], answers)
    assert [row.subject.id for row in brighter_rows(matrix)] == [1]
