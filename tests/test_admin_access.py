"""Who gets into the admin, and that a committee's administrator meets nothing of another committee."""

import pytest

from followup.core.models import AuditEvent, Committee, Membership, PeriodLock, Unit, User
from goals.models import Goal, Plan
from reports.models import Publication
from tests.accounts.signing_in import sign_in
from tests.admin_rows import REGISTERED, changelist, rows_everywhere
from tests.builders import a_committee, a_goal, a_member, a_plan, a_unit


@pytest.fixture
def other(cast):
    return rows_everywhere(cast.superuser)


@pytest.fixture
def site(client, cast):
    client.force_login(cast.administrator)
    return client


def names_in(model, committee):
    """What another committee's rows of the model are called, where that is theirs alone."""
    return {Unit: [unit.name for unit in committee.units.all()], Committee: [committee.name]}.get(model, [])


def test_a_stranger_is_sent_to_the_sign_in_page(client, db):
    for address in ("/admin/", "/admin/core/unit/", "/admin/finns-inte/"):
        assert client.get(address, follow=True).redirect_chain[-1] == (f"/logga-in/?next={address}", 302)


@pytest.mark.parametrize("who", ["reader", "reporter", "approver", "auditor", "controller", "outsider"])
def test_those_who_administer_nothing_are_refused(client, cast, who):
    client.force_login(getattr(cast, who))
    assert client.get("/admin/", follow=True).status_code == 403
    assert client.get("/admin/core/unit/", follow=True).status_code == 403


def test_being_staff_is_not_enough(client, world):
    client.force_login(a_member("staff", "controller", world.committee, is_staff=True))
    assert client.get("/admin/", follow=True).status_code == 403


def test_administering_one_unit_opens_nothing(client, world):
    client.force_login(a_member("part", "administrator", world.committee, world.afi, is_staff=True))
    assert client.get("/admin/core/unit/").status_code == 403


@pytest.mark.parametrize("model", REGISTERED, ids=lambda model: model._meta.label)
def test_another_committees_rows_are_absent(site, cast, world, other, model):
    mine = rows_everywhere(cast.superuser, committee=world.committee)
    theirs = [row for row in model._default_manager.all() if belongs(row, other) and not belongs(row, mine)]
    assert theirs
    listed = site.get(changelist(model)).context["cl"].queryset
    assert not set(listed) & set(theirs)
    assert any(belongs(row, mine) for row in listed)
    for row in theirs:
        address = f"{changelist(model)}{row.pk}/"
        for page in ("change", "delete", "history"):
            assert site.get(f"{address}{page}/").status_code in (302, 403)
        assert site.post(f"{address}change/", {"name": "x"}).status_code in (302, 403)
        assert site.post(f"{address}delete/", {"post": "yes"}).status_code in (302, 403)
    assert all(model._default_manager.filter(pk=row.pk).exists() for row in theirs)


def belongs(row, committee):
    if isinstance(row, Committee):
        return row == committee
    if row._meta.model_name == "municipality":
        return row == committee.municipality
    if isinstance(row, User):
        return row.memberships.filter(committee=committee).exists()
    for name in ("committee", "plan", "report", "publication"):
        if hasattr(row, f"{name}_id"):
            return belongs(getattr(row, name), committee)
    raise AssertionError(row)


def test_another_committee_is_no_choice_and_cannot_be_posted(site, world, other):
    found = site.get("/admin/autocomplete/?app_label=core&model_name=unit&field_name=committee").json()["results"]
    assert [row["text"] for row in found] == [str(world.committee)]
    response = site.post("/admin/core/unit/add/", {"committee": other.pk, "code": "X", "name": "X", "position": 1})
    assert response.status_code == 200
    assert response.context["adminform"].form.errors.keys() == {"committee"}
    assert not Unit.objects.filter(code="X").exists()


def test_filters_do_not_name_other_committees(client, cast, world, other):
    Membership.objects.create(user=cast.administrator, committee=a_committee(name="Nämnd två"), role="administrator")
    client.force_login(cast.administrator)
    page = client.get("/admin/core/unit/").content.decode()
    assert "Nämnd två" in page
    assert other.name not in page


def test_units_and_goals_of_another_committee_cannot_be_tied_to_a_goal(site, world, other):
    strange = other.units.first()
    data = goal_data(world) | {"goal_units-TOTAL_FORMS": 1, "goal_units-0-unit": strange.pk, "goal_units-0-position": 1}
    response = site.post("/admin/goals/goal/add/", data)
    assert response.status_code == 200
    assert not Goal.objects.filter(key="ny").exists()


def test_a_unit_of_the_administrators_other_committee_is_refused_with_words(client, cast, world):
    second = a_committee()
    Membership.objects.create(user=cast.administrator, committee=second, role="administrator")
    client.force_login(cast.administrator)
    data = goal_data(world) | {
        "goal_units-TOTAL_FORMS": 1,
        "goal_units-0-unit": a_unit(second, "X").pk,
        "goal_units-0-position": 1,
    }
    response = client.post("/admin/goals/goal/add/", data)
    assert response.status_code == 200
    assert "Båda måste höra till samma plan eller nämnd." in response.content.decode()
    assert "Nytt mål" in response.content.decode()
    assert not Goal.objects.filter(key="ny").exists()


def goal_data(world):
    management = {
        f"{prefix}-{name}": value
        for prefix in ("goal_units", "contributions")
        for name, value in (("TOTAL_FORMS", 0), ("INITIAL_FORMS", 0), ("MIN_NUM_FORMS", 0), ("MAX_NUM_FORMS", 1000))
    }
    return management | {
        "plan": world.plan.pk,
        "level": world.plan.levels.get().pk,
        "key": "ny",
        "name": "Nytt mål",
        "position": 9,
    }


def test_an_administrator_adds_no_committee_municipality_or_person(site, world):
    for address in ("core/committee", "core/municipality", "core/user"):
        assert site.get(f"/admin/{address}/add/").status_code == 403
    assert site.get(f"/admin/core/committee/{world.committee.pk}/delete/").status_code == 403
    municipality = f"/admin/core/municipality/{world.committee.municipality_id}/change/"
    assert site.get(municipality).status_code == 200
    assert site.post(municipality, {"name": "Annan"}).status_code == 403


def test_an_administrator_sees_people_but_changes_none(site, cast):
    address = f"/admin/core/user/{cast.reporter.pk}/"
    page = site.get(f"{address}change/").content.decode()
    assert "reporter" in page
    assert "md5" not in page
    assert site.post(f"{address}change/", {"is_superuser": "on"}).status_code == 403
    assert site.get(f"{address}password/").status_code == 403
    assert not User.objects.get(pk=cast.reporter.pk).is_superuser


def test_a_role_is_given_to_a_person_who_is_named_exactly(site, world, cast):
    outsider = cast.outsider
    form = site.get("/admin/core/membership/add/").content.decode()
    assert "outsider" not in form
    data = {"committee": world.committee.pk, "role": "reader"}
    assert site.post("/admin/core/membership/add/", data | {"user": "outsid"}).status_code == 200
    assert site.post("/admin/core/membership/add/", data | {"user": "Outsider"}).status_code == 302
    assert Membership.objects.get(user=outsider, committee=world.committee).role == "reader"
    again = site.post("/admin/core/membership/add/", data | {"user": "outsider"})
    assert again.status_code == 200
    assert "Personen har redan den rollen." in again.content.decode()


def test_people_cannot_be_found_by_guessing(site, cast):
    address = "/admin/autocomplete/?app_label=core&model_name=membership&field_name=user&term="
    assert site.get(f"{address}outsider").json()["results"] == []


def test_nothing_sealed_can_be_changed_even_by_a_superuser(client, cast, other):
    client.force_login(cast.superuser)
    for model in (AuditEvent, Publication):
        row = model.objects.first()
        assert client.post(f"{changelist(model)}{row.pk}/change/", {"title": "x"}).status_code == 403
        assert client.post(f"{changelist(model)}{row.pk}/delete/", {"post": "yes"}).status_code == 403
        chosen = {"action": "delete_selected", "_selected_action": row.pk, "post": "yes"}
        client.post(changelist(model), chosen)
        assert model.objects.filter(pk=row.pk).exists()


def test_a_plan_stays_in_its_committee(client, cast, world):
    plan, second = a_plan(world.committee), a_committee()
    Membership.objects.create(user=cast.administrator, committee=second, role="administrator")
    client.force_login(cast.administrator)
    page = client.get(f"/admin/goals/plan/{plan.pk}/change/").content.decode()
    assert 'name="committee"' not in page
    assert Plan.objects.get(pk=plan.pk).committee == world.committee


def test_deleting_a_chosen_list_of_goals_is_audited_row_by_row(site, world, cast):
    goals = [a_goal(world.plan), a_goal(world.plan)]
    chosen = {"action": "delete_selected", "_selected_action": [goal.pk for goal in goals], "post": "yes"}
    assert site.post("/admin/goals/goal/", chosen).status_code == 302
    assert AuditEvent.objects.filter(action="deleted", actor=cast.administrator).count() == 2


def test_a_lock_names_who_locked_and_unlocked(site, world, cast):
    lock = {"committee": world.committee.pk, "period_from": "2017-01-01", "period_through": "2017-08-31", "reason": "A"}
    assert site.post("/admin/core/periodlock/add/", lock).status_code == 302
    row = PeriodLock.objects.get(committee=world.committee)
    assert (row.locked_by, row.unlocked_at) == (cast.administrator, None)
    site.post("/admin/core/periodlock/", {"action": "unlock", "_selected_action": row.pk})
    row.refresh_from_db()
    assert row.unlocked_by == cast.administrator
    assert row.unlocked_at is not None


# the way out and the password


def test_signing_out_of_the_admin_is_signing_out(client, cast):
    sign_in(client, "superuser")
    assert client.get("/admin/logout/").status_code == 405
    assert client.post("/admin/logout/")["Location"] == "/"
    assert client.get("/konto/").status_code == 302
    assert AuditEvent.objects.filter(action="signed_out", actor=cast.superuser).count() == 1


def test_ones_own_password_is_changed_where_the_old_one_is_asked_for(client, cast):
    client.force_login(cast.superuser)
    for address in ("/admin/password_change/", f"/admin/core/user/{cast.superuser.pk}/password/"):
        assert client.post(address, {"password1": "a", "password2": "a"})["Location"] == "/konto/losenord/"
    assert client.get("/admin/password_change/done/")["Location"] == "/konto/"


def test_the_head_of_the_admin_leads_to_ones_own_account(site):
    page = site.get("/admin/").content.decode()
    for address in ('href="/konto/"', 'action="/logga-ut/"', 'href="/"'):
        assert address in page
    assert "/admin/password_change/" not in page
    assert "/admin/logout/" not in page
