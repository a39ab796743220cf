"""Rows written together: validated, with history by the person, in as many queries for many rows as for few."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from followup.core.commands.bulk import fingerprint, insert_rows, save_rows, update_rows
from followup.core.commands.removal import delete_rows
from followup.core.commands.row_faults import RowChanged, RowsGone, RowsHeld, RowsRefused
from goals.models import Goal
from indicators.models import Indicator, Measurement, Target
from tests.builders import a_committee, a_goal, a_measurement, a_plan, a_target, a_unit, an_assessment, an_indicator


def some_indicators(world, count, prefix="ny"):
    return [
        Indicator(plan=world.plan, goal=world.goals[0], key=f"{prefix}{number}", name=f"Antal {number}")
        for number in range(count)
    ]


def queries(act):
    with CaptureQueriesContext(connection) as captured:
        act()
    return len(captured)


def test_new_rows_get_their_keys_their_owner_and_a_history_by_the_person(world, cast):
    rows = some_indicators(world, 3)
    insert_rows(rows=rows, by=cast.controller)
    assert [row.committee for row in Indicator.objects.all()] == [world.committee] * 3
    history = Indicator.history.all()
    assert {(entry.id, entry.history_type, entry.history_user) for entry in history} == {
        (row.pk, "+", cast.controller) for row in rows
    }


def test_changed_rows_get_a_history_and_unchanged_ones_none(world, cast):
    rows = some_indicators(world, 3)
    insert_rows(rows=rows, by=cast.controller)
    rows[1].name = "Andel"
    saved = save_rows(rows=rows, by=cast.administrator)
    assert (saved.created, saved.changed, saved.fields) == ((), (rows[1],), ("name",))
    assert saved.before[0].name == "Antal 1"
    entry = Indicator.history.get(history_type="~")
    assert (entry.id, entry.name, entry.history_user) == (rows[1].pk, "Andel", cast.administrator)
    rows[1].refresh_from_db()
    assert rows[1].name == "Andel"


def test_only_the_named_fields_are_written(world, cast):
    rows = some_indicators(world, 1)
    insert_rows(rows=rows, by=cast.controller)
    rows[0].name, rows[0].source = "Andel", "Källa: SCB"
    update_rows(rows=rows, fields=["source"], by=cast.controller)
    rows[0].refresh_from_db()
    assert (rows[0].name, rows[0].source) == ("Antal 0", "Källa: SCB")


def test_saving_asks_as_many_queries_for_many_rows_as_for_few(world, cast):
    few, many = some_indicators(world, 2, "a"), some_indicators(world, 20, "b")
    assert queries(lambda: save_rows(rows=few, by=cast.controller)) == queries(
        lambda: save_rows(rows=many, by=cast.controller)
    )
    for row in few + many:
        row.name += " per år"
    assert queries(lambda: save_rows(rows=few, by=cast.controller)) == queries(
        lambda: save_rows(rows=many, by=cast.controller)
    )
    assert queries(lambda: delete_rows(rows=few, by=cast.controller)) == queries(
        lambda: delete_rows(rows=many, by=cast.controller)
    )


def test_every_fault_is_told_with_its_row_and_nothing_is_written(world, cast):
    good, nameless, unknown = some_indicators(world, 3)
    nameless.name, unknown.kind = "", "påhittad"
    with pytest.raises(RowsRefused) as refused:
        insert_rows(rows=[good, nameless, unknown], by=cast.controller)
    assert [(fault.row, fault.field) for fault in refused.value.faults] == [(nameless, "name"), (unknown, "kind")]
    assert isinstance(refused.value, ValidationError)
    assert set(refused.value.message_dict) == {"name", "kind"}
    assert not Indicator.objects.exists()


def test_a_row_without_what_it_must_refer_to_is_refused(world, cast):
    with pytest.raises(RowsRefused) as refused:
        insert_rows(rows=[Goal(plan=world.plan, key="x", name="Utan nivå")], by=cast.controller)
    assert [(fault.field, fault.message) for fault in refused.value.faults] == [
        ("level", "Det här fältet måste fyllas i.")
    ]


def test_a_row_that_refers_into_another_plan_is_refused(world, cast):
    elsewhere = a_goal(a_plan(world.committee))
    with pytest.raises(RowsRefused) as refused:
        insert_rows(rows=[Indicator(plan=world.plan, goal=elsewhere, key="x", name="X")], by=cast.controller)
    assert refused.value.faults[0].field == "goal"


def test_two_rows_that_say_the_same_are_told_apart_by_the_fault(world, cast):
    first, second = some_indicators(world, 1) + some_indicators(world, 1)
    with pytest.raises(RowsRefused) as refused:
        insert_rows(rows=[first, second], by=cast.controller)
    assert [fault.row for fault in refused.value.faults] == [second]
    assert not Indicator.history.exists()


def test_a_row_that_repeats_a_stored_one_is_told_in_the_rules_own_words(world, cast):
    indicator = an_indicator(world.goals[0])
    a_measurement(indicator, "2017")
    double = Measurement(indicator=indicator, period="2017", value=3)
    with pytest.raises(RowsRefused) as refused:
        insert_rows(rows=[Measurement(indicator=indicator, period="2016", value=3), double], by=cast.controller)
    assert [(fault.row, fault.message) for fault in refused.value.faults] == [
        (double, "Det finns redan ett utfall för samma period, enhet, kön och delmått.")
    ]


def test_a_rule_of_the_database_is_told_with_the_row_that_breaks_it(world, cast):
    indicator = an_indicator(world.goals[0])
    empty = Measurement(indicator=indicator, period="2016")
    with pytest.raises(RowsRefused) as refused:
        insert_rows(rows=[Measurement(indicator=indicator, period="2017", value=3), empty], by=cast.controller)
    assert [(fault.row, fault.message) for fault in refused.value.faults] == [
        (empty, "Ange ett värde, en text eller varför värdet saknas.")
    ]


def test_a_row_that_somebody_deleted_meanwhile_is_not_made_again(world, cast):
    indicator = an_indicator(world.goals[0])
    Indicator.objects.filter(pk=indicator.pk).delete()
    indicator.name = "Andel"
    with pytest.raises(RowsGone, match="har tagits bort av någon annan"):
        save_rows(rows=[indicator], by=cast.controller)
    assert not Indicator.objects.exists()


def test_a_row_that_somebody_changed_meanwhile_is_not_overwritten(world, cast):
    indicator = an_indicator(world.goals[0], name="Andel")
    seen = {indicator.pk: fingerprint(indicator)}
    Indicator.objects.filter(pk=indicator.pk).update(name="Andel nöjda")
    indicator.source = "SCB"
    with pytest.raises(RowChanged) as refused:
        save_rows(rows=[indicator], by=cast.controller, seen=seen)
    assert refused.value.current.name == "Andel nöjda"


def test_a_moved_row_counts_as_the_same(world):
    indicator = an_indicator(world.goals[0])
    before = fingerprint(indicator)
    indicator.position = 99
    assert fingerprint(indicator) == before


def test_a_row_that_others_hang_on_stays_and_the_sentence_names_them(world, cast):
    goal = a_goal(world.plan, number="7", name="Trygghet")
    a_goal(world.plan, parent=goal)
    an_indicator(goal)
    an_indicator(goal)
    an_assessment(world.round, goal)
    with pytest.raises(RowsHeld) as refused:
        delete_rows(rows=[goal, world.goals[1]], by=cast.controller)
    assert str(refused.value) == (
        "”7 Trygghet” kan inte tas bort, för det finns 1 mål, 2 indikatorer och 1 bedömning som hör dit."
    )
    assert [fault.row for fault in refused.value.faults] == [goal]


def test_what_is_part_of_a_deleted_row_goes_along_with_its_history(world, cast):
    indicator = an_indicator(world.goals[0], units=[world.afi])
    target = a_target(indicator)
    later = an_indicator(a_goal(a_plan(world.committee)), predecessor=indicator)
    delete_rows(rows=[indicator], by=cast.controller)
    assert not Target.objects.exists()
    gone = Target.history.get(history_type="-")
    assert (gone.id, gone.history_user) == (target.pk, cast.controller)
    assert Indicator.history.get(history_type="-").id == indicator.pk
    later.refresh_from_db()
    assert later.predecessor is None


def test_rows_of_a_tree_can_be_deleted_together(world, cast):
    above = a_goal(world.plan)
    below = a_goal(world.plan, parent=above)
    delete_rows(rows=[above, below], by=cast.controller)
    assert not Goal.objects.filter(pk__in=[above.pk, below.pk]).exists()


def test_deleting_no_rows_asks_nothing(world, cast, django_assert_num_queries):
    with django_assert_num_queries(0):
        delete_rows(rows=[], by=cast.controller)


def test_a_committee_s_unit_is_told_from_another_s(world, cast):
    stranger = a_unit(a_committee(), "AFI")
    with pytest.raises(RowsRefused) as refused:
        insert_rows(
            rows=[Measurement(indicator=an_indicator(world.goals[0]), period="2017", value=1, unit=stranger)],
            by=cast.controller,
        )
    assert refused.value.faults[0].field == "unit"
