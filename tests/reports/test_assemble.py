"""Facts become a document: who answered what, counted and in order, without a database."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest

from reports.build.assemble import BLOCKS, assemble
from reports.build.document import Edition, GoalOverview, GoalTable, PageBreak
from reports.build.part_facts import SectionFact
from reports.choices import SectionKind
from tests.reports.facts import a_figure, a_goal_fact, an_answer, some_facts


def goal_table(**overrides):
    block = assemble(some_facts(**overrides), None).sections[0].block
    assert isinstance(block, GoalTable)
    return block


def test_results_stand_in_the_units_order_with_the_committees_own_first():
    rows = goal_table(assessments=(an_answer(1, 2), an_answer(1, 1), an_answer(1, None))).rows
    assert [(result.unit, result.is_committee) for result in rows[0].results] == [
        ("Socialnämnden", True), ("AFI", False), ("IFO", False),
    ]  # fmt: skip


def test_a_unit_that_owes_an_answer_is_there_without_one_and_others_are_not():
    rows = goal_table(assessments=(an_answer(1, 1),)).rows
    assert [(result.unit, result.status, result.parts) for result in rows[0].results][1] == ("IFO", None, ())
    assert [result.unit for result in rows[1].results] == ["AFI"]


@pytest.mark.parametrize(
    ("state", "stands"), [("draft", False), ("returned", False), ("ready", True), ("approved", True)]
)
def test_only_what_a_unit_has_finished_stands_in_the_report(state, stands):
    rows = goal_table(assessments=(an_answer(2, 1, state=state),)).rows
    assert bool(rows[1].results[0].parts) is stands


def test_statuses_have_the_plans_own_words_unless_the_answer_has_others():
    rows = goal_table(assessments=(an_answer(1, 1, "partly_achieved"), an_answer(1, 2, status_words="Nästan"))).rows
    assert [(result.status.mark, result.status.word) for result in rows[0].results] == [
        ("partly_achieved", "Målet är delvis uppnått"), ("achieved", "Nästan"),
    ]  # fmt: skip


def test_the_parts_of_a_comment_have_their_labels_and_empty_ones_are_left_out():
    rows = goal_table(assessments=(an_answer(2, 1, cause="<p>Ont om folk.</p>"),)).rows
    assert [(part.label, part.html) for part in rows[1].results[0].parts] == [
        ("", "<p>Kommentar.</p>"), ("Orsak", "<p>Ont om folk.</p>"),
    ]  # fmt: skip


def test_an_indicator_shows_the_newest_figure_of_each_series():
    figures = (
        a_figure(1, "2015", Decimal(70), unit_id=1),
        a_figure(1, "2016", Decimal("89.4"), unit_id=1),
        a_figure(1, "2016", None, unit_id=2, missing_reason="non_response"),
        a_figure(1, "2016", Decimal(81), unit_id=1, sex="women", is_preliminary=True),
        a_figure(1, "2016", Decimal(1), submeasure="tillgänglighet", words="Ca 98 %"),
    )
    (line,) = goal_table(measurements=figures).rows[0].indicators
    assert line.figures == (
        "AFI (2016): 89\u00a0%",
        "IFO (2016): bortfall",
        "AFI, kvinnor (2016): 81\u00a0% (prel.)",
        "tillgänglighet (2016): Ca 98 %",
    )


def test_statuses_are_counted_with_zeroes_and_those_without():
    document = assemble(
        some_facts(assessments=(an_answer(1, 1), an_answer(1, 2, ""), an_answer(2, 1, "not_achieved"))), None
    )
    (summary,) = document.summaries
    assert [count.count for count in summary.counts] == [1, 0, 1, 0]
    assert summary.without == 1


def test_the_committees_own_assessments_are_counted_apart():
    document = assemble(some_facts(assessments=(an_answer(1, None, "partly_achieved"), an_answer(1, 1))), None)
    assert [summary.label for summary in document.summaries] == [
        "Enheternas bedömningar", "Nämndens egna bedömningar",
    ]  # fmt: skip
    assert [count.count for count in document.summaries[1].counts] == [0, 1, 0, 0]


def test_the_overview_knows_how_deep_a_goal_lies():
    facts = some_facts(
        goals=(a_goal_fact(1, unit_ids=()), a_goal_fact(2, parent_id=1), a_goal_fact(3, parent_id=2)),
        sections=(SectionFact(1, 1, "Målen", "goal_overview", ""),),
    )
    block = assemble(facts, None).sections[0].block
    assert isinstance(block, GoalOverview)
    assert [goal.depth for goal in block.goals] == [0, 1, 2]


def test_anchors_are_unique_and_made_of_words():
    facts = some_facts(sections=tuple(SectionFact(number, 1, "Måluppföljning", "text", "") for number in range(3)))
    assert [section.anchor for section in assemble(facts, None).sections] == [
        "avsnitt-maluppfoljning", "avsnitt-maluppfoljning-2", "avsnitt-maluppfoljning-3",
    ]  # fmt: skip


def test_a_page_break_is_one():
    facts = some_facts(sections=(SectionFact(1, 1, "", "page_break", ""),))
    assert isinstance(assemble(facts, None).sections[0].block, PageBreak)


def test_every_kind_of_section_has_something_that_shows_it():
    assert set(BLOCKS) == set(SectionKind)


def test_the_same_facts_give_the_same_document_with_the_edition_it_is_given():
    edition = Edition(2, datetime(2017, 10, 12, tzinfo=UTC), "Rättad siffra.")
    assert assemble(some_facts(), edition) == assemble(some_facts(), edition)
    assert assemble(some_facts(), edition).edition == edition
