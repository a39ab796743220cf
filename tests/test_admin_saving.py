"""What the admin saves: audited, sanitised, whole lists of roles, Swedish numbers."""

from decimal import Decimal

import pytest

from followup.core.models import AuditEvent, PeriodLock, User
from goals.models import Goal, Plan
from indicators.models import Measurement, Target
from reports.models import DataTable, Report, Round, Section
from tests.builders import a_measurement, a_report, a_section, an_indicator
from tests.test_admin_access import goal_data


@pytest.fixture
def site(client, cast):
    client.force_login(cast.administrator)
    return client


@pytest.fixture
def report(world):
    return a_report(world.round)


def management(prefix, forms, initial=0):
    return {f"{prefix}-TOTAL_FORMS": forms, f"{prefix}-INITIAL_FORMS": initial}


def plan_data(plan, **changes):
    values = {"title": plan.title, "slug": plan.slug, "year_from": 2017, "year_through": 2017, "introduction": ""}
    level = plan.levels.get()
    inner = {"id": level.pk, "plan": plan.pk, "name": level.name, "position": 1, "assessed_by": "both"}
    return management("levels", 1, 1) | {f"levels-0-{key}": value for key, value in inner.items()} | values | changes


def test_a_change_is_audited_with_the_person_and_the_fields(site, world, cast):
    assert site.post(f"/admin/goals/plan/{world.plan.pk}/change/", plan_data(world.plan, title="Ny")).status_code == 302
    event = AuditEvent.objects.get()
    assert (event.actor, event.action, event.committee) == (cast.administrator, "changed", world.committee)
    assert (event.object_type, event.details) == ("goals.plan", {"fält": "title"})
    assert "fält: titel" in site.get("/admin/core/auditevent/").content.decode()


def test_saving_without_a_change_is_no_event(site, world):
    assert site.post(f"/admin/goals/plan/{world.plan.pk}/change/", plan_data(world.plan)).status_code == 302
    assert not AuditEvent.objects.exists()


def test_a_removed_row_is_audited(site, world, cast):
    assert site.post(f"/admin/goals/goal/{world.goals[0].pk}/delete/", {"post": "yes"}).status_code == 302
    event = AuditEvent.objects.get()
    assert (event.actor, event.action, event.object_label) == (cast.administrator, "deleted", str(world.goals[0]))


def test_how_few_people_are_too_few_is_the_committees_own_and_audited(site, world, cast):
    committee = world.committee
    typed = {"name": committee.name, "short_name": committee.short_name, "slug": committee.slug}
    address = f"/admin/core/committee/{committee.pk}/change/"
    assert "Ange minst 2." in site.post(address, typed | {"smallest_count": 1}).content.decode()
    assert site.post(address, typed | {"smallest_count": 10}).status_code == 302
    committee.refresh_from_db()
    assert committee.smallest_count == 10
    event = AuditEvent.objects.get()
    assert (event.actor, event.committee, event.details) == (cast.administrator, committee, {"fält": "smallest_count"})


@pytest.mark.parametrize("markup", ["html", "text"])
def test_scripts_never_reach_the_database(site, world, markup):
    typed = "<p>Bra<script>alert(1)</script><img src=x onerror=alert(1)></p>"
    changes = {"introduction": typed, "introduction_markup": markup}
    assert site.post(f"/admin/goals/plan/{world.plan.pk}/change/", plan_data(world.plan, **changes)).status_code == 302
    stored = Plan.objects.get(pk=world.plan.pk).introduction
    assert "<script" not in stored
    assert "<img" not in stored
    assert "Bra" in stored


def test_a_section_is_sanitised_too(site, world, report):
    section = a_section(report, content="<p>Före</p>", options={"a": 1})
    head = {"template": "interim", "key": report.key, "slug": report.slug, "title": report.title}
    inner = {"id": section.pk, "report": report.pk, "position": 1, "level": 1, "title": "T", "kind": "text"}
    inner |= {"content": "<p>Efter<script>x()</script></p>", "content_markup": "html"}
    data = head | management("sections", 1, 1) | {f"sections-0-{key}": value for key, value in inner.items()}
    assert site.post(f"/admin/reports/report/{report.pk}/change/", data).status_code == 302
    section = Section.objects.get(pk=section.pk)
    assert (section.content, section.options) == ("<p>Efter</p>", {"a": 1})


def test_a_goal_with_units_contributions_and_roles(site, world, cast):
    data = goal_data(world) | management("goal_units", 2) | management("contributions", 1)
    data |= {"responsible": "Avdelningschef\r\n\r\n Enhetschef \r\nAvdelningschef"}
    data |= {"goal_units-0-unit": world.ifo.pk, "goal_units-0-position": 1}
    data |= {"goal_units-1-unit": world.afi.pk, "goal_units-1-position": 2}
    data |= {"contributions-0-target_goal": world.goals[0].pk, "contributions-0-position": 1}
    assert site.post("/admin/goals/goal/add/", data).status_code == 302
    goal = Goal.objects.get(key="ny")
    assert goal.responsible == ["Avdelningschef", "Enhetschef", "Avdelningschef"]
    assert [row.unit for row in goal.goal_units.all()] == [world.ifo, world.afi]
    assert goal.contributions.get().target_goal == world.goals[0]
    assert goal.committee == world.committee
    assert AuditEvent.objects.filter(action="created", actor=cast.administrator).count() == 4


def test_a_double_key_is_refused_beside_what_was_typed(site, world):
    first, second = world.goals[:2]
    data = goal_data(world) | {"key": first.key, "name": "Skrivet"}
    response = site.post(f"/admin/goals/goal/{second.pk}/change/", data)
    assert response.status_code == 200
    assert "Skrivet" in response.content.decode()
    assert response.context["adminform"].form.errors
    assert Goal.objects.get(pk=second.pk).name == second.name


def test_an_indicators_targets_belong_to_its_plan(site, world):
    indicator = an_indicator(world.goals[0])
    data = {"goal": world.goals[0].pk, "kind": "indicator", "key": "i1", "name": "Andel", "position": 1}
    data |= management("indicator_units", 0) | management("targets", 1)
    data |= {"targets-0-year": 2017, "targets-0-sex": "total", "targets-0-value": "81,5"}
    data |= {"targets-0-measured_against": "value", "targets-0-indicator": indicator.pk}
    assert site.post(f"/admin/indicators/indicator/{indicator.pk}/change/", data).status_code == 302
    target = Target.objects.get()
    assert (target.plan, target.value) == (world.plan, Decimal("81.5"))


def test_outcomes_are_written_and_shown_as_swedes_write_numbers(site, world):
    indicator = an_indicator(world.goals[0], decimals=1, unit_of_measure="%")
    data = {"indicator": indicator.pk, "period": "2017", "sex": "total", "value": "1 234,5"}
    assert site.post("/admin/indicators/measurement/add/", data).status_code == 302
    row = Measurement.objects.get()
    assert (row.value, row.plan) == (Decimal("1234.5"), world.plan)
    assert "1\u00a0234,5\u00a0%" in site.get("/admin/indicators/measurement/").content.decode()
    assert 'value="1\u00a0234,5"' in site.get(f"/admin/indicators/measurement/{row.pk}/change/").content.decode()
    assert site.post("/admin/indicators/measurement/add/", data | {"value": "mycket"}).status_code == 200


def test_outcomes_of_a_locked_period_stay(site, world, cast):
    indicator = an_indicator(world.goals[0])
    row, free = a_measurement(indicator, "2017"), a_measurement(indicator, "2018")
    PeriodLock.objects.create(
        committee=world.committee,
        period_from="2017-01-01",
        period_through="2017-12-31",
        reason="Bokslut",
        locked_by=cast.superuser,
    )
    address = f"/admin/indicators/measurement/{row.pk}"
    assert 'name="_save"' not in site.get(f"{address}/change/").content.decode()
    data = {"period": "2017", "sex": "total", "value": "1"}
    assert site.post(f"{address}/change/", data).status_code == 403
    assert site.post(f"{address}/delete/", {"post": "yes"}).status_code == 403
    moved = site.post(f"/admin/indicators/measurement/{free.pk}/change/", data)
    assert "Perioden är låst." in moved.content.decode()
    assert Measurement.objects.get(pk=free.pk).period == "2018"


def test_the_cells_of_a_table_are_lines_and_blank_ones_count(site, report):
    data = {"report": report.pk, "key": "t1", "position": 0} | management("rows", 1)
    data |= {"rows-0-kind": "row", "rows-0-position": 1, "rows-0-cells": "1\r\n\r\n3"}
    assert site.post("/admin/reports/datatable/add/", data).status_code == 302
    assert DataTable.objects.get().rows.get().cells == ["1", "", "3"]


def test_a_rounds_state_is_not_set_here(site, world):
    data = {"key": world.round.key, "title": "Ny titel", "kind": "interim", "as_of": "2017-08-31", "state": "closed"}
    assert site.post(f"/admin/reports/round/{world.round.pk}/change/", data).status_code == 302
    row = Round.objects.get(pk=world.round.pk)
    assert (row.title, row.state) == ("Ny titel", "open")


def test_rounds_and_reports_lead_to_their_pages(site, world, report):
    for address in (f"reports/round/{world.round.pk}", f"reports/report/{report.pk}"):
        page = site.get(f"/admin/{address}/change/").content.decode()
        assert 'class="viewsitelink"' in page
    assert Report.objects.exists()


def test_a_superuser_adds_a_person_and_sets_a_password(client, cast):
    client.force_login(cast.superuser)
    data = {"username": "ny", "usable_password": "true", "password1": "ett-langt-ord-1", "password2": "ett-langt-ord-1"}
    assert client.post("/admin/core/user/add/", data | {"first_name": "Ny", "last_name": "Person"}).status_code == 302
    person = User.objects.get(username="ny")
    assert person.check_password("ett-langt-ord-1")
    new = {"password1": "ett-annat-ord-22", "password2": "ett-annat-ord-22", "usable_password": "true"}
    assert client.post(f"/admin/core/user/{person.pk}/password/", new).status_code == 302
    assert User.objects.get(username="ny").check_password("ett-annat-ord-22")
    events = AuditEvent.objects.filter(object_type="core.user", actor=cast.superuser).order_by("pk")
    assert [(event.action, event.details) for event in events] == [("created", {}), ("changed", {"fält": "password"})]
