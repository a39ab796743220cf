"""What the database promises holds in the admin too: each attempt to break it is refused in Swedish, on the page."""

import pytest
from django.db.models import ProtectedError

from followup.core.models import Membership, PeriodLock, Unit, User
from goals.models import Assignment, Goal, Level, Plan
from indicators.models import Indicator, Target
from reports.models import Report, Round
from tests.builders import a_committee, a_goal, a_level, a_plan, a_round, a_unit, an_assignment, an_indicator
from tests.stored_rows import stored_rows, what_differs
from tests.test_admin_access import goal_data
from tests.test_admin_saving import management, plan_data

SAME_OWNER = "Båda måste höra till samma plan eller nämnd."


@pytest.fixture
def site(client, cast):
    client.force_login(cast.superuser)
    return client


@pytest.fixture
def elsewhere(world):
    """Another committee with a unit, a plan, a goal and an indicator."""
    committee = a_committee()
    a_unit(committee, "X")
    a_goal(a_plan(committee))
    return committee


def refused(site, address, data, words):
    """The page is shown again with the words, and nothing was saved."""
    before = stored_rows()
    response = site.post(address, data)
    assert response.status_code == 200, response
    assert words in response.content.decode()
    assert what_differs(before) == {}


def unit_data(unit, **changes):
    values = {"code": unit.code, "name": unit.name, "position": unit.position, "parent": unit.parent_id or ""}
    return values | changes


def test_a_unit_lies_in_no_circle(site, world):
    world.ifo.parent = world.afi
    world.ifo.save()
    for parent in (world.ifo, world.afi):
        address = f"/admin/core/unit/{world.afi.pk}/change/"
        refused(site, address, unit_data(world.afi, parent=parent.pk), "Enheten kan inte ligga under sig själv.")
    assert Unit.objects.get(pk=world.afi.pk).parent is None


def test_a_unit_lies_under_none_of_another_committee(site, world, elsewhere):
    address = f"/admin/core/unit/{world.afi.pk}/change/"
    refused(site, address, unit_data(world.afi, parent=elsewhere.units.get().pk), SAME_OWNER)
    world.afi.refresh_from_db()
    assert world.afi.parent is None


def test_a_role_is_for_no_unit_of_another_committee(site, world, elsewhere, cast):
    data = {"user": cast.reader.pk, "committee": world.committee.pk, "role": "reporter"}
    refused(site, "/admin/core/membership/add/", data | {"unit": elsewhere.units.get().pk}, SAME_OWNER)
    inside = management("memberships", 1) | {"memberships-0-committee": world.committee.pk}
    inside |= {"memberships-0-unit": elsewhere.units.get().pk, "memberships-0-role": "reporter"}
    person = {"username": "outsider", "is_active": "on"} | inside
    refused(site, f"/admin/core/user/{cast.outsider.pk}/change/", person, SAME_OWNER)
    assert not Membership.objects.filter(unit__committee=elsewhere).exists()


def test_a_role_ends_on_no_day_before_it_begins(site, world, cast):
    data = {"user": cast.reader.pk, "committee": world.committee.pk, "role": "reporter"}
    days = {"valid_from": "2017-09-12", "valid_through": "2017-09-11"}
    refused(site, "/admin/core/membership/add/", data | days, "Sista dagen kan inte vara före den första.")
    assert site.post("/admin/core/membership/add/", data | {"valid_through": "2017-09-12"}).status_code == 302


def test_a_lock_ends_on_no_day_before_it_begins(site, world):
    data = {"committee": world.committee.pk, "period_from": "2017-02-01", "period_through": "2017-01-31", "reason": "A"}
    refused(site, "/admin/core/periodlock/add/", data, "Till och med kan inte vara före från.")
    assert not PeriodLock.objects.exists()


def test_a_plan_ends_in_no_year_before_it_begins_and_follows_no_other_committees(site, world, elsewhere):
    address = f"/admin/goals/plan/{world.plan.pk}/change/"
    years = {"year_from": 2018, "year_through": 2017}
    refused(site, address, plan_data(world.plan, **years), "Slutåret kan inte vara före startåret.")
    refused(site, address, plan_data(world.plan, predecessor=elsewhere.plans.get().pk), SAME_OWNER)
    assert Plan.objects.get(pk=world.plan.pk).year_from == 2017


def test_a_goal_lies_in_no_circle(site, world):
    first, second = world.goals[:2]
    second.parent = first
    second.save()
    data = goal_data(world) | {"key": first.key, "parent": second.pk}
    address = f"/admin/goals/goal/{first.pk}/change/"
    refused(site, address, data, "Målet kan inte ligga under sig självt.")
    refused(site, address, data | {"parent": first.pk}, "Målet kan inte ligga under sig självt.")
    first.refresh_from_db()
    assert first.parent is None


@pytest.mark.parametrize("field", ["parent", "level", "predecessor"])
def test_a_goal_has_nothing_of_another_committees_plan(site, world, elsewhere, field):
    plan = elsewhere.plans.get()
    there = plan.levels.get() if field == "level" else plan.goals.get()
    refused(site, "/admin/goals/goal/add/", goal_data(world) | {field: there.pk}, SAME_OWNER)
    assert not Goal.objects.filter(key="ny").exists()


def test_a_goal_contributes_to_no_goal_of_another_plan_nor_to_itself(site, world):
    other = a_goal(a_plan(world.committee))
    first = world.goals[0]
    for target, words in ((other, SAME_OWNER), (first, "Ett mål kan inte bidra till sig självt.")):
        data = goal_data(world) | {"key": first.key} | management("contributions", 1)
        data |= {"contributions-0-target_goal": target.pk, "contributions-0-position": 1}
        data |= {"contributions-0-goal": first.pk}
        refused(site, f"/admin/goals/goal/{first.pk}/change/", data, words)
    assert not first.contributions.exists()


def test_two_units_cannot_take_the_same_place(site, world):
    data = goal_data(world) | management("goal_units", 2)
    for index, unit in enumerate((world.afi, world.ifo)):
        data |= {f"goal_units-{index}-unit": unit.pk, f"goal_units-{index}-position": 1}
    refused(site, "/admin/goals/goal/add/", data, "Korrigera duplikatdata för position.")
    assert not Goal.objects.filter(key="ny").exists()


def test_assignments_and_indicators_belong_to_no_other_plans_goal(site, world):
    other = a_goal(a_plan(world.committee))
    data = {"plan": world.plan.pk, "goal": other.pk, "kind": "assignment", "key": "u", "name": "U", "position": 1}
    refused(site, "/admin/goals/assignment/add/", data, SAME_OWNER)
    data |= {"kind": "indicator"} | management("indicator_units", 0) | management("targets", 0)
    refused(site, "/admin/indicators/indicator/add/", data, SAME_OWNER)
    assert not Assignment.objects.exists()
    assert not Indicator.objects.exists()


def test_a_target_is_of_one_thing_in_its_own_plan(site, world):
    other = an_indicator(a_goal(a_plan(world.committee)))
    data = {"plan": world.plan.pk, "year": 2017, "sex": "total", "value": "1", "measured_against": "value"}
    address = "/admin/indicators/target/add/"
    refused(site, address, data | {"indicator": other.pk}, SAME_OWNER)
    own = an_indicator(world.goals[0])
    of_one = "Ange antingen en indikator eller ett mål."
    refused(site, address, data | {"indicator": own.pk, "goal": world.goals[0].pk}, of_one)
    refused(site, address, data, of_one)
    assert not Target.objects.exists()


def test_an_outcome_is_for_no_unit_of_another_committee_and_no_period_that_is_none(site, world, elsewhere):
    indicator = an_indicator(world.goals[0])
    data = {"indicator": indicator.pk, "period": "2017", "sex": "total", "value": "1"}
    address = "/admin/indicators/measurement/add/"
    refused(site, address, data | {"unit": elsewhere.units.get().pk}, SAME_OWNER)
    refused(site, address, data | {"period": "i fjol"}, "”i fjol” är inte en period.")
    assert not indicator.measurements.exists()


def test_a_round_has_its_days_in_order(site, world):
    data = {"plan": world.plan.pk, "key": "ny", "title": "Ny", "kind": "interim", "as_of": "2017-08-31"}
    days = {"opens_on": "2017-09-08", "deadline": "2017-09-01"}
    refused(site, "/admin/reports/round/add/", data | days, "Sista dag kan inte vara före den dag då")
    assert not Round.objects.filter(key="ny").exists()


def test_a_report_is_of_no_other_plans_round(site, world):
    other = a_round(a_plan(world.committee))
    data = {"plan": world.plan.pk, "round": other.pk, "template": "interim", "key": "r", "slug": "r", "title": "R"}
    refused(site, "/admin/reports/report/add/", data | management("sections", 0), SAME_OWNER)
    assert not Report.objects.exists()


def test_a_level_with_goals_stays_also_when_it_is_removed_inside_its_plan(site, world):
    level = world.plan.levels.get()
    data = plan_data(world.plan) | {"levels-0-DELETE": "on"}
    refused(
        site,
        f"/admin/goals/plan/{world.plan.pk}/change/",
        data,
        "kräver borttagning av följande skyddade relaterade objekt: mål ",  # which of them first, a set decides
    )
    assert Level.objects.filter(pk=level.pk).exists()


@pytest.mark.parametrize("path", ["core/unit", "core/committee", "core/municipality", "goals/level"])
def test_what_others_hang_on_is_not_removed(site, world, cast, path):
    an_assignment(world.plan)
    rows = {
        "core/unit": world.afi,
        "core/committee": world.committee,
        "core/municipality": world.committee.municipality,
        "goals/level": world.plan.levels.get(),
    }
    row = rows[path]
    refused(site, f"/admin/{path}/{row.pk}/delete/", {"post": "yes"}, "kan inte tas bort, eftersom annat hör dit")
    chosen = {"action": "delete_selected", "_selected_action": [row.pk], "post": "yes"}
    refused(site, f"/admin/{path}/", chosen, "skulle kräva borttagning av följande skyddade objekt:")
    assert type(row).objects.filter(pk=row.pk).exists()


def test_what_came_to_hang_on_it_just_now_is_said_in_swedish(site, world, monkeypatch):
    """Between the page that asked and the removal."""
    free = a_level(world.plan, name="Fri")

    def too_late(self, *args, **kwargs):
        raise ProtectedError("protected", {world.goals[0]})

    monkeypatch.setattr(Level, "delete", too_late)
    words = "”Fri” kan inte tas bort, för annat har kommit att höra dit."
    page = site.post(f"/admin/goals/level/{free.pk}/delete/", {"post": "yes"}, follow=True)
    assert words in page.content.decode()
    chosen = {"action": "delete_selected", "_selected_action": [free.pk], "post": "yes"}
    assert words in site.post("/admin/goals/level/", chosen, follow=True).content.decode()
    assert Level.objects.filter(pk=free.pk).exists()


def test_a_person_is_erased_and_never_removed(site, cast):
    address = "/admin/core/user/"
    page = site.post(f"{address}{cast.reporter.pk}/delete/", {"post": "yes"})
    assert page.status_code == 403
    assert "Radera valda personers uppgifter" in page.content.decode()
    assert "Kontakta nämndens administratör" not in page.content.decode()
    chosen = {"action": "delete_selected", "_selected_action": [cast.reporter.pk], "post": "yes"}
    site.post(address, chosen)
    assert User.objects.filter(pk=cast.reporter.pk).exists()
    assert "deletelink" not in site.get(f"{address}{cast.reporter.pk}/change/").content.decode()
    actions = site.get(address).content.decode()
    assert 'value="delete_selected"' not in actions
    assert 'value="erase_people"' in actions


def test_nobody_shuts_themselves_out(site, cast):
    data = {"username": "superuser", "first_name": "S"} | management("memberships", 0)
    assert site.post(f"/admin/core/user/{cast.superuser.pk}/change/", data).status_code == 302
    chosen = {"action": "delete_selected", "_selected_action": [cast.superuser.pk], "post": "yes"}
    site.post("/admin/core/user/", chosen)
    site.post(f"/admin/core/user/{cast.superuser.pk}/delete/", {"post": "yes"})
    user = User.objects.get(pk=cast.superuser.pk)
    assert (user.is_superuser, user.is_staff, user.is_active) == (True, True, True)
