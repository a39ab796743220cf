"""An indicator: everything that it holds typed, changed by two at once, deleted."""

import pytest
from django.urls import reverse

from followup.core.models import AuditEvent
from indicators.models import Indicator, IndicatorUnit, Target
from tests.builders import a_goal, a_measurement, a_plan, a_target, an_indicator


@pytest.fixture
def as_controller(client, cast):
    client.force_login(cast.controller)
    return client


def address(name, world, **more):
    return reverse(
        f"reports:{name}", kwargs={"committee_slug": world.committee.slug, "plan_slug": world.plan.slug} | more
    )


def sent(response, **overrides):
    """What the shown form would send, with `overrides`."""
    shown = {}
    for field in response.context["form"]:
        value = field.value()
        if field.name == "responsible" and isinstance(value, list):
            value = "\n".join(value)
        if value not in (None, False):
            shown[field.name] = value
    return shown | overrides


def measured_by(indicator):
    return [row.unit.code for row in indicator.indicator_units.order_by("position")]


TYPED = {
    "kind": "key_figure",
    "group": "Boende",
    "number": "1.2",
    "name": "Andel med egen bostad",
    "description": "Av *alla* placerade.",
    "unit_of_measure": "%",
    "decimals": "1",
    "desired_direction": "increase",
    "frequency": "tertial",
    "is_sex_disaggregated": "on",
    "suppresses_small_counts": "on",
    "is_assessed": "on",
    "source": "Verksamhetssystemet",
    "footnote": "Exklusive gruppboende.",
    "responsible": "Enhetschef\nController",
    "kolada_id": "N30101",
}


def test_everything_that_an_indicator_holds_can_be_typed(as_controller, world, cast):
    typed = TYPED | {"goal": world.goals[1].pk, "units": [world.ifo.pk, world.afi.pk]}
    response = as_controller.post(address("indicator_add", world), typed)
    added = Indicator.objects.get()
    assert response["Location"] == address("indicator_targets", world, indicator_id=added.pk)
    assert (added.kind, added.goal, added.group, added.number) == ("key_figure", world.goals[1], "Boende", "1.2")
    assert (added.name, added.description) == ("Andel med egen bostad", "<p>Av <em>alla</em> placerade.</p>")
    assert (added.unit_of_measure, added.decimals) == ("%", 1)
    assert (added.desired_direction, added.frequency) == ("increase", "tertial")
    assert (added.is_sex_disaggregated, added.is_assessed, added.suppresses_small_counts) == (True, True, True)
    assert (added.source, added.footnote) == ("Verksamhetssystemet", "Exklusive gruppboende.")
    assert (added.responsible, added.kolada_id) == (["Enhetschef", "Controller"], "N30101")
    assert (added.key, added.position) == ("12-andel-med-egen-bostad", 1)
    assert measured_by(added) == ["AFI", "IFO"]
    assert added.history.first().history_user == cast.controller


def test_a_new_one_comes_last_and_under_the_goal_that_was_asked_for(as_controller, world):
    an_indicator(world.goals[1], position=7)
    page = as_controller.get(address("indicator_add", world), {"goal": world.goals[0].pk})
    as_controller.post(address("indicator_add", world), sent(page, name="Den andra"))
    added = Indicator.objects.get(name="Den andra")
    assert (added.goal, added.position) == (world.goals[0], 8)


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"kind": "x"},
        {"goal": "x"},
        {"decimals": "7"},
        {"decimals": "ett"},
        {"decimals": "-1"},
        {"responsible": "Chef; stab"},
    ],
)
def test_what_does_not_hold_is_told_and_what_was_typed_stays(as_controller, world, wrong):
    answer = as_controller.post(
        address("indicator_add", world), {"kind": "indicator", "name": "X", "group": "Y"} | wrong
    )
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == set(wrong)
    assert answer.context["form"]["group"].value() == "Y"
    assert not Indicator.objects.exists()


def test_a_goal_of_another_plan_cannot_be_chosen(as_controller, world):
    stranger = a_goal(a_plan(world.committee))
    answer = as_controller.post(address("indicator_add", world), TYPED | {"goal": stranger.pk})
    assert set(answer.context["form"].errors) == {"goal"}


def test_an_indicator_is_changed_and_units_that_are_not_touched_keep_order_and_doubles(as_controller, world):
    indicator = an_indicator(world.goals[0], units=[world.ifo, world.afi, world.ifo], responsible=["Chef"])
    here = address("indicator_edit", world, indicator_id=indicator.pk)
    assert as_controller.post(here, sent(as_controller.get(here), name="Nytt namn")).status_code == 302
    indicator.refresh_from_db()
    assert (indicator.name, indicator.responsible) == ("Nytt namn", ["Chef"])
    assert measured_by(indicator) == ["IFO", "AFI", "IFO"]
    as_controller.post(here, sent(as_controller.get(here), units=[world.afi.pk]))
    assert measured_by(indicator) == ["AFI"]


def test_saving_what_already_stands_there_writes_nothing(as_controller, world):
    indicator = an_indicator(world.goals[0], units=[world.afi])
    here = address("indicator_edit", world, indicator_id=indicator.pk)
    as_controller.post(here, sent(as_controller.get(here)))
    assert indicator.history.count() == 1
    assert not AuditEvent.objects.exists()


def test_two_people_in_one_indicator_are_shown_what_the_other_saved(as_controller, world):
    indicator = an_indicator(world.goals[0], name="Förut", units=[world.afi])
    here = address("indicator_edit", world, indicator_id=indicator.pk)
    page = as_controller.get(here)
    Indicator.objects.filter(pk=indicator.pk).update(name="Den andras")
    refused = as_controller.post(here, sent(page, name="Mitt"))
    assert refused.status_code == 409
    assert [(each.label, each.words) for each in refused.context["theirs"]] == [("Namn", "Den andras")]
    assert as_controller.post(here, sent(refused)).status_code == 302
    indicator.refresh_from_db()
    assert indicator.name == "Mitt"


def test_units_that_somebody_else_chose_meanwhile_are_shown_and_nothing_is_saved(as_controller, world):
    indicator = an_indicator(world.goals[0], name="Förut", units=[world.afi])
    here = address("indicator_edit", world, indicator_id=indicator.pk)
    page = as_controller.get(here)
    IndicatorUnit.objects.filter(indicator=indicator).update(unit=world.ifo)
    refused = as_controller.post(here, sent(page, name="Mitt", units=[world.afi.pk, world.ifo.pk]))
    assert refused.status_code == 409
    assert "Enheten IFO" in refused.content.decode()
    indicator.refresh_from_db()
    assert indicator.name == "Förut"
    as_controller.post(here, sent(refused))
    assert sorted(measured_by(indicator)) == ["AFI", "IFO"]


def test_one_is_deleted_with_its_targets_after_a_question(as_controller, world):
    indicator = an_indicator(world.goals[0], name="Onödig")
    a_target(indicator)
    here = address("indicator_delete", world, indicator_id=indicator.pk)
    assert "Ta bort ”Onödig”?" in as_controller.get(here).content.decode()
    as_controller.post(here)
    assert not Indicator.objects.exists()
    assert not Target.objects.exists()


def test_one_with_outcomes_stays_and_the_page_says_what_hangs_on_it(as_controller, world):
    indicator = an_indicator(world.goals[0])
    a_measurement(indicator)
    here = address("indicator_delete", world, indicator_id=indicator.pk)
    assert "1 utfall" in as_controller.post(here, follow=True).content.decode()
    assert Indicator.objects.filter(pk=indicator.pk).exists()


def test_the_goals_page_leads_to_its_indicators_and_to_a_new_one(as_controller, world):
    indicator = an_indicator(world.goals[0])
    page = as_controller.get(address("goal_edit", world, goal_id=world.goals[0].pk)).content.decode()
    assert address("indicator_series", world, indicator_id=indicator.pk) in page
    assert f"{address('indicator_add', world)}?goal={world.goals[0].pk}" in page
    assert address("goal_targets", world, goal_id=world.goals[0].pk) in page
